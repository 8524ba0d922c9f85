import type { PaymentGateway, RawNotification } from '../ports/payment-gateway';
import type { TestRunner } from './contract-kit';
import { gatewayMoney } from './gateway-contract-money';
import { gatewayNotices } from './gateway-contract-notices';
import { gatewayRequests } from './gateway-contract-requests';

/** An adapter with what its test shop does in the place of the payer. */
export interface GatewayHarness {
  readonly gateway: PaymentGateway;
  /** The payer pays an order that waits, or his bank declines. */
  pay(orderId: string, declines: boolean): Promise<void>;
  /** What the gateway has sent so far, in bytes as they came. */
  notifications(): Promise<readonly RawNotification[]>;
  /** The same notification with a signature that is not the gateway's. */
  forge(raw: RawNotification): RawNotification;
  /** A token of a saved card that pays; `null` without the capability. */
  readonly savedToken: string | null;
}

/** What a section of the contract writes its tests with: every test has a gateway of its own. */
export interface GatewayKit {
  describe(name: string, body: () => void): void;
  test(name: string, body: (harness: GatewayHarness) => Promise<void>): void;
  same(actual: unknown, expected: unknown): void;
}

/**
 * What every gateway must keep, as tests: a host runs them against its own adapter of {@link PaymentGateway} and the test shop of its
 * gateway. The names of the tests say what is kept.
 *
 * @param runner the functions of the host's test runner, so that this package needs none
 * @param makeHarness a gateway without payments, made anew for each test
 * @example gatewayContract({ describe, it, expect }, () => sandboxHarness(createGatewaySandbox({ clock, secret: 's' })));
 */
export const gatewayContract = (
  { describe, it, expect }: TestRunner,
  makeHarness: () => GatewayHarness | Promise<GatewayHarness>,
): void => {
  const kit: GatewayKit = {
    describe,
    test: (name, body) => it(name, async () => body(await makeHarness())),
    same: (actual, expected) => expect(actual).toEqual(expected),
  };
  gatewayRequests(kit);
  gatewayMoney(kit);
  gatewayNotices(kit);
};
