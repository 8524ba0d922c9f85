import type { Instant } from '../../kernel/calendar';
import { sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { refundStep } from '../../model/payment-status';
import type { RefundState } from '../../ports/payment-gateway';
import type { IntentRefund, PaymentIntent } from '../../ports/payment-intents';
import { withIncidents } from './incidents';

/**
 * An intent after the gateway told of a refund: a new one is added, a known one goes along the table. A refund that does not agree with what
 * is known, or gives back more than was paid, is an incident and changes nothing else.
 */
export const mergedRefund = (intent: PaymentIntent, state: RefundState, now: Instant): PaymentIntent => {
  const before = intent.refunds.find(({ refundId }) => refundId === state.refundId) ?? null;
  const problem = misfit(intent, before, state);
  if (problem !== null) return withIncidents(intent, [problem]);
  const step = before === null ? 'forward' : refundStep(before.status, state.status);
  if (before !== null && step !== 'forward') return intent;
  const base = before ?? { asked: null, refundId: state.refundId, amount: state.amount, fact: null };
  const succeeded = state.status === 'succeeded' ? { place: placesTaken(intent.refunds), at: now } : null;
  const merged: IntentRefund = { ...base, status: state.status, succeeded };
  const refunds = before === null ? [...intent.refunds, merged] : intent.refunds.map((one) => (one === before ? merged : one));
  return { ...intent, refunds };
};

const placesTaken = (refunds: readonly IntentRefund[]): number => refunds.filter(({ succeeded }) => succeeded !== null).length;

const misfit = (intent: PaymentIntent, before: IntentRefund | null, state: RefundState): Problem | null => {
  const { refundId } = state;
  if (before !== null && before.amount !== state.amount)
    return {
      code: 'payment-differs',
      value: 'refund',
      facts: { refundId, expected: String(before.amount), received: String(state.amount) },
    };
  if (before !== null && refundStep(before.status, state.status) === 'impossible')
    return { code: 'payment-transition', value: state.status, facts: { from: before.status, refundId } };
  const others = intent.refunds.filter((one) => one !== before && one.succeeded !== null);
  const left = intent.request.amount - sumMoney(others.map(({ amount }) => amount));
  if (state.status === 'succeeded' && state.amount > left)
    return { code: 'refund-too-large', value: String(state.amount), facts: { left: String(left), refundId } };
  return null;
};

/** An intent after the gateway answered our own request for a refund: from now on it has the gateway's id. It may have been told of before. */
export const answeredRefund = (intent: PaymentIntent, key: string, state: RefundState, now: Instant): PaymentIntent => {
  const own = intent.refunds.find(({ asked }) => asked?.key === key);
  if (own === undefined || own.refundId !== null) return mergedRefund(intent, state, now);
  const told = intent.refunds.find(({ refundId }) => refundId === state.refundId);
  const refunds =
    told === undefined
      ? intent.refunds.map((one) => (one === own ? { ...own, refundId: state.refundId } : one))
      : intent.refunds.filter((one) => one !== own).map((one) => (one === told ? { ...told, asked: own.asked } : one));
  return mergedRefund({ ...intent, refunds }, state, now);
};
