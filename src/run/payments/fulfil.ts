import { roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { invariant, ok, type Result } from '../../kernel/result';
import { isPaid } from '../../model/payment-status';
import type { PaymentIntent } from '../../ports/payment-intents';
import type { Answer } from '../edge';
import { withIncidents } from './incidents';
import { observed, type Seen } from './observed';
import { changed, type PaymentPorts, seenAt } from './payment-edge';
import { paymentKey } from './payment-key';
import { postRefund, succeededRefunds } from './post-refund';

/** Take in what was seen of a payment: first the intent, then the journal. */
export const takenIn = async (ports: PaymentPorts, orderId: string, seen: Seen): Answer<PaymentIntent> => {
  const kept = await changed(ports, orderId, (intent) => ok(observed(intent, seen, seenAt(ports))));
  return kept.ok ? fulfilled(ports, kept.value) : kept;
};

/**
 * Bring the journal to what the intent says: the payment, then each refund that succeeded. Each has a key or an id that follows from the
 * gateway's event, so whoever dies between the journal's write and the intent's is followed by somebody who writes the same again.
 */
export const fulfilled = async (ports: PaymentPorts, intent: PaymentIntent): Answer<PaymentIntent> => {
  if (!isPaid(intent.status)) return ok(intent);
  const paid = intent.payment === null ? await postPayment(ports, intent) : ok(intent);
  if (!paid.ok) return paid;
  let current = paid.value;
  for (;;) {
    const due = succeededRefunds(current).find(({ fact }) => fact === null);
    if (due === undefined) return ok(current);
    const posted = await postRefund(ports, current, due);
    if (!posted.ok) return notPosted(ports, current, posted);
    const kept = await changed(ports, current.orderId, (now) =>
      ok({ ...now, refunds: now.refunds.map((one) => (one.refundId === due.refundId ? { ...one, fact: posted.value } : one)) }),
    );
    if (!kept.ok) return kept;
    current = kept.value;
  }
};

const postPayment = async (ports: PaymentPorts, intent: PaymentIntent): Answer<PaymentIntent> => {
  const { account, source, paidOn, request } = intent;
  invariant(paidOn !== null, 'the day of a payment is fixed before it is posted');
  const payment = { account, amount: roublesText(request.amount), paidOn, source };
  const accepted = await ports.saldo.acceptPayment(payment, { key: paymentKey(intent) });
  if (!accepted.ok) return notPosted(ports, intent, accepted);
  return changed(ports, intent.orderId, (now) => ok({ ...now, payment: accepted.value.payment }));
};

/** Money that the journal does not take is remembered with its reasons, and tried again; a store that is away is only tried again. */
const notPosted = async (
  ports: PaymentPorts,
  { orderId }: PaymentIntent,
  refusal: Extract<Result<never, readonly Problem[]>, { ok: false }>,
): Answer<never> => {
  const lasting = refusal.error.filter(({ code }) => code !== 'store-unavailable' && code !== 'clock-behind');
  if (lasting.length === 0) return refusal;
  const kept = await changed(ports, orderId, (now) => ok(withIncidents(now, lasting)));
  return kept.ok ? refusal : kept;
};
