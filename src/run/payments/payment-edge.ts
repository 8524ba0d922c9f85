import type { Day, Instant } from '../../kernel/calendar';
import { canonicalJson } from '../../kernel/canonical-json';
import { excerpt, type Problem } from '../../kernel/problem';
import { BillingInvariantError, err, ok, type Result } from '../../kernel/result';
import type { Clock } from '../../ports/clock';
import type { PaymentGateway } from '../../ports/payment-gateway';
import type { PaymentIntent, PaymentIntents } from '../../ports/payment-intents';
import type { FactSource } from '../../ports/store';
import type { Saldo } from '../create-saldo';
import { guard } from '../edge';
import { isSettled, type SeenAt } from './observed';

/** What payments through a gateway work with. */
export interface PaymentPorts {
  readonly saldo: Pick<Saldo, 'acceptPayment' | 'importFacts' | 'postMoney'>;
  /** The store of the engine: it knows the accounts. */
  readonly store: Pick<FactSource, 'houseOfAccount'>;
  readonly gateway: PaymentGateway;
  readonly intents: PaymentIntents;
  readonly clock: Clock;
  /** The day of a moment where the payers live: the day of a payment. */
  readonly dayOf: (at: Instant) => Day;
  /** Where the money comes from, in the facts of payments: «сайт». */
  readonly source: string;
}

/** The ports with every promise that rejects made an answer. */
export const guardedPorts = (ports: PaymentPorts): PaymentPorts => {
  const { gateway, intents, store } = ports;
  return {
    ...ports,
    store: { houseOfAccount: guard(store.houseOfAccount.bind(store)) },
    intents: {
      add: guard(intents.add.bind(intents)),
      find: guard(intents.find.bind(intents)),
      replace: guard(intents.replace.bind(intents)),
      unsettled: guard(intents.unsettled.bind(intents)),
    },
    gateway: {
      id: gateway.id,
      caps: gateway.caps,
      create: asked(gateway.create.bind(gateway)),
      chargeSaved: asked(gateway.chargeSaved.bind(gateway)),
      capture: asked(gateway.capture.bind(gateway)),
      cancel: asked(gateway.cancel.bind(gateway)),
      refund: asked(gateway.refund.bind(gateway)),
      getState: asked(gateway.getState.bind(gateway)),
      readNotification: asked(gateway.readNotification.bind(gateway)) as PaymentGateway['readNotification'],
    },
  };
};

/** A call of the gateway that rejects has an unknown outcome. */
const asked =
  <A, T, E extends Problem>(call: (request: A) => Promise<Result<T, E>>) =>
  async (request: A): Promise<Result<T, E | Problem<'gateway-unavailable'>>> => {
    try {
      return await call(request);
    } catch (error) {
      if (error instanceof BillingInvariantError) throw error;
      return err({ code: 'gateway-unavailable', facts: { reason: excerpt(error instanceof Error ? error.message : error) } });
    }
  };

/** Now, as something seen is dated. */
export const seenAt = ({ clock, dayOf }: PaymentPorts): SeenAt => ({ now: clock.now(), dayOf });

const ATTEMPTS = 50;

/**
 * Change an intent as it is kept now. Of two writers one wins, and the other changes what that one left. A change that changes nothing is
 * not written.
 */
export const changed = async (
  { intents }: PaymentPorts,
  orderId: string,
  change: (intent: PaymentIntent) => Result<PaymentIntent, Problem>,
): Promise<Result<PaymentIntent, readonly Problem[]>> => {
  for (let left = ATTEMPTS; left > 0; left -= 1) {
    const before = await intents.find(orderId);
    if (before === null) return err([{ code: 'payment-unknown', value: excerpt(orderId) }]);
    const after = change(before);
    if (!after.ok) return err([after.error]);
    const kept: PaymentIntent = { ...after.value, settled: isSettled(after.value), version: before.version + 1 };
    if (canonicalJson({ ...kept, version: before.version }) === canonicalJson(before)) return ok(before);
    if (await intents.replace(kept)) return ok(kept);
  }
  return err([{ code: 'store-unavailable', facts: { reason: `the intent ${excerpt(orderId)} changes without an end` } }]);
};
