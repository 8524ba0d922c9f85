import { type Kopecks, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { checkedAmount, checkedKey } from '../../model/payment-request';
import { isPaid } from '../../model/payment-status';
import type { IntentRefund, PaymentIntent, RefundAsked } from '../../ports/payment-intents';
import { digest } from '../digest';
import { type Answer, refused } from '../edge';
import { fulfilled } from './fulfil';
import { withStatusOfRefunds } from './observed';
import { changed, type PaymentPorts } from './payment-edge';
import { refundKey } from './payment-key';
import { answeredRefund } from './refunds-merged';

/** Money to be given back. The key tells this refund of the order from others. */
export interface RefundStart extends RefundAsked {
  readonly orderId: string;
  readonly amount: Kopecks;
}

/**
 * Give paid money back («вернуть платёж»), whole or in part. It lowers what was paid when the gateway says that it succeeded, which may be
 * at once, by a notification, or found by {@link Payments.settlePending}. The same key again is the same refund.
 *
 * @returns `key-format`, `payment-not-positive`, `payment-unknown`, `payment-state`, `refund-too-large`, `gateway-unsupported`,
 * `idempotency-conflict`, what the gateway refuses
 */
export const refundPayment = async (ports: PaymentPorts, { orderId, amount, ...asked }: RefundStart): Answer<PaymentIntent> => {
  for (const check of [checkedKey(asked.key), checkedAmount(amount)]) if (!check.ok) return refused(check.error);
  const kept = await changed(ports, orderId, (intent) => withRefund(ports, intent, amount, asked));
  if (!kept.ok) return kept;
  const resolved = await resolvedRefunds(ports, kept.value, asked.key);
  return resolved.ok ? fulfilled(ports, resolved.value) : resolved;
};

const withRefund = (
  { gateway }: PaymentPorts,
  intent: PaymentIntent,
  amount: Kopecks,
  asked: RefundAsked,
): Result<PaymentIntent, Problem> => {
  const before = intent.refunds.find((one) => one.asked?.key === asked.key);
  if (before !== undefined)
    return before.amount === amount && digest(before.asked) === digest(asked)
      ? ok(intent)
      : err({ code: 'idempotency-conflict', at: 'key', value: asked.key });
  if (!isPaid(intent.status) || intent.gatewayPaymentId === null)
    return err({ code: 'payment-state', value: intent.orderId, facts: { status: intent.status } });
  const left = intent.request.amount - sumMoney(intent.refunds.filter(({ status }) => status !== 'failed').map((one) => one.amount));
  if (amount > left) return err({ code: 'refund-too-large', value: String(amount), facts: { left: String(left) } });
  if (!gateway.caps.partialRefund && amount !== intent.request.amount) return err({ code: 'gateway-unsupported', value: 'partialRefund' });
  const refund: IntentRefund = { asked, refundId: null, amount, status: 'pending', succeeded: null, fact: null };
  return ok({ ...intent, refunds: [...intent.refunds, refund] });
};

/**
 * Ask the gateway for our refunds whose id did not come yet: the answer may have been lost, and the same key gives it again.
 *
 * @param mine the refund whose refusal is the answer; that of another one only ends it
 */
export const resolvedRefunds = async (ports: PaymentPorts, intent: PaymentIntent, mine?: string): Answer<PaymentIntent> => {
  let current = intent;
  for (const { asked, amount } of intent.refunds.filter(({ refundId, status }) => refundId === null && status === 'pending')) {
    if (asked === null || current.gatewayPaymentId === null) continue;
    const { key, ...more } = asked;
    const request = { ...more, amount, idempotencyKey: refundKey(current, key), gatewayPaymentId: current.gatewayPaymentId };
    const answer = await ports.gateway.refund(request);
    if (!answer.ok && answer.error.code === 'gateway-unavailable') return refused(answer.error);
    const kept = await changed(ports, current.orderId, (now) =>
      ok(answer.ok ? withStatusOfRefunds(answeredRefund(now, key, answer.value, ports.clock.now())) : failedRefund(now, key)),
    );
    if (!kept.ok) return kept;
    if (!answer.ok && key === mine) return refused(answer.error);
    current = kept.value;
  }
  return ok(current);
};

const failedRefund = (intent: PaymentIntent, key: string): PaymentIntent => ({
  ...intent,
  refunds: intent.refunds.map((one) => (one.asked?.key === key && one.refundId === null ? { ...one, status: 'failed' } : one)),
});
