import type { Day, Instant } from '../../kernel/calendar';
import { type Kopecks, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { isPaid, type PaymentStatus, paymentStep } from '../../model/payment-status';
import type { PaymentState } from '../../ports/payment-gateway';
import type { IntentRefund, PaymentIntent } from '../../ports/payment-intents';
import { withIncidents } from './incidents';
import { mergedRefund } from './refunds-merged';

/** What was seen of a payment: the answer of a call, or an event. */
export interface Seen
  extends Pick<PaymentState, 'gatewayPaymentId' | 'orderId' | 'status' | 'amount' | 'currency' | 'refunds' | 'paidAt' | 'savedMethod'> {
  /** Key of the event; `null` for an answer. */
  readonly key: string | null;
}

/** When something is seen, and what day that is for the payer. */
export interface SeenAt {
  readonly now: Instant;
  readonly dayOf: (at: Instant) => Day;
}

/** The only currency there is. */
const CURRENCY = 'RUB';

/**
 * An intent after something was seen of its payment: compared with what was asked, then taken along the table of transitions. What does not
 * agree becomes an incident and changes nothing else.
 */
export const observed = (intent: PaymentIntent, seen: Seen, at: SeenAt): PaymentIntent => {
  const different = differences(intent, seen);
  if (different.length > 0) return withIncidents(intent, different);
  const step = paymentStep(intent.status, seen.status);
  if (step === 'impossible')
    return withIncidents(intent, [{ code: 'payment-transition', value: seen.status, facts: { from: intent.status } }]);
  const status = step === 'forward' ? seen.status : intent.status;
  const identified: PaymentIntent = {
    ...intent,
    seen: seen.key === null || intent.seen.includes(seen.key) ? intent.seen : [...intent.seen, seen.key],
    gatewayPaymentId: seen.gatewayPaymentId,
    status,
    paidOn: intent.paidOn ?? (isPaid(status) ? at.dayOf(seen.paidAt ?? at.now) : null),
    savedMethod: intent.savedMethod ?? seen.savedMethod ?? null,
  };
  return withStatusOfRefunds(seen.refunds.reduce((one, refund) => mergedRefund(one, refund, at.now), identified));
};

const differences = (intent: PaymentIntent, seen: Seen): readonly Problem[] => {
  const rows: readonly (readonly [name: string, expected: string | number, received: string | number])[] = [
    ['orderId', intent.orderId, seen.orderId],
    ['gatewayPaymentId', intent.gatewayPaymentId ?? seen.gatewayPaymentId, seen.gatewayPaymentId],
    ['amount', intent.request.amount, seen.amount],
    ['currency', CURRENCY, seen.currency],
  ];
  return rows.flatMap(([value, expected, received]) =>
    expected === received
      ? []
      : [{ code: 'payment-differs', value, facts: { expected: String(expected), received: String(received) } } as const],
  );
};

/** What was given back. */
const givenBack = (refunds: readonly IntentRefund[]): Kopecks =>
  sumMoney(refunds.filter(({ succeeded }) => succeeded !== null).map(({ amount }) => amount));

/** A refund that succeeded takes the payment on, whether or not the gateway told of its status. */
export const withStatusOfRefunds = (intent: PaymentIntent): PaymentIntent => {
  const given = givenBack(intent.refunds);
  if (given === 0 || !isPaid(intent.status)) return intent;
  const status: PaymentStatus = given === intent.request.amount ? 'refunded' : 'partlyRefunded';
  return paymentStep(intent.status, status) === 'forward' ? { ...intent, status } : intent;
};

/** Is nothing awaited any more? All that was paid and given back stands in the journal, and adds up to what the status says. */
export const isSettled = (intent: PaymentIntent): boolean => {
  const { status, refunds, payment, request } = intent;
  if (!isPaid(status)) return status === 'failed' || status === 'canceled' || (intent.abandoned && intent.gatewayPaymentId === null);
  const given = givenBack(refunds);
  const complete = status === 'succeeded' || (status === 'refunded' ? given === request.amount : given > 0);
  return payment !== null && complete && refunds.every((refund) => refund.status === 'failed' || refund.fact !== null);
};
