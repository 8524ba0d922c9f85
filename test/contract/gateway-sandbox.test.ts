import { describe, expect, it } from 'vitest';
import type { GatewayCapabilities } from '../../src/model/payment-request';
import { createGatewaySandbox, type GatewayHarness, gatewayContract, steppingClock } from '../../src/testing';
import { SAMPLE_INSTANT } from '../../src/testing/sample-records';

const harness = (caps: Partial<GatewayCapabilities>): GatewayHarness => {
  const sandbox = createGatewaySandbox({ clock: steppingClock(SAMPLE_INSTANT), secret: 'ключ подписи', caps });
  return {
    gateway: sandbox,
    pay: (orderId, declines) => sandbox.pay(orderId, declines),
    notifications: async () => sandbox.notifications(),
    forge: sandbox.forge,
    savedToken: sandbox.caps.tokens ? sandbox.savedToken : null,
  };
};

const NOTHING: GatewayCapabilities = {
  twoStage: false,
  tokens: false,
  sbp: false,
  split: false,
  receipts: false,
  partialRefund: false,
  statusByOwnId: false,
};

describe('the sandbox that can do everything', () => gatewayContract({ describe, it, expect }, () => harness({})));
describe('the sandbox that can do nothing beside', () => gatewayContract({ describe, it, expect }, () => harness(NOTHING)));
