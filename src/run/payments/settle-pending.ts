import { later } from '../../kernel/calendar';
import { excerpt, type Problem } from '../../kernel/problem';
import { ok } from '../../kernel/result';
import type { PaymentIntent } from '../../ports/payment-intents';
import { type Answer, refused } from '../edge';
import { fulfilled, takenIn } from './fulfil';
import { changed, type PaymentPorts } from './payment-edge';
import { resolvedRefunds } from './refund-payment';
import { askGateway } from './start-payment';

/** Which intents are asked about. */
export interface SettleRequest {
  /** A payment that the gateway does not know so long after it was asked is given up: nothing of it will come. */
  readonly abandonAfterMs: number;
}

/** What was found. */
export interface SettledPayments {
  readonly asked: number;
  /** Orders of which nothing is awaited any more. */
  readonly settled: readonly string[];
  /** Orders of which something still is. */
  readonly waiting: readonly string[];
  /** What did not go, by order: it is tried again the next time. */
  readonly problems: readonly { readonly orderId: string; readonly problem: Problem }[];
}

const PAGE = 100;

/**
 * Ask the gateway about every intent whose outcome is not known, and finish what was broken off («сверить незавершённые платежи»): so nothing is
 * lost when a notification never comes, an answer was lost, or a process died between two writes. To be called every few minutes.
 */
export const settlePending = async (ports: PaymentPorts, request: SettleRequest): Answer<SettledPayments> => {
  const settled: string[] = [];
  const waiting: string[] = [];
  const problems: { readonly orderId: string; readonly problem: Problem }[] = [];
  let after: string | null = null;
  for (;;) {
    const page: readonly PaymentIntent[] = await ports.intents.unsettled(after, PAGE);
    for (const intent of page) {
      after = intent.orderId;
      if (intent.gateway !== ports.gateway.id) continue;
      const done = await settleOne(ports, intent, request);
      (done.ok && done.value.settled ? settled : waiting).push(intent.orderId);
      if (!done.ok) problems.push(...done.error.map((problem) => ({ orderId: intent.orderId, problem })));
    }
    if (page.length < PAGE) return ok({ asked: settled.length + waiting.length, settled, waiting, problems });
  }
};

/**
 * Ask the gateway about one order, awaited or not («проверить платёж»): when the payer comes back to the site, and for refunds that were made at the
 * gateway without us and never told of.
 */
export const checkPayment = async (ports: PaymentPorts, orderId: string, request: SettleRequest): Answer<PaymentIntent> => {
  const intent = await ports.intents.find(orderId);
  if (intent === null || intent.gateway !== ports.gateway.id) return refused({ code: 'payment-unknown', value: excerpt(orderId) });
  return settleOne(ports, intent, request);
};

const settleOne = async (ports: PaymentPorts, intent: PaymentIntent, request: SettleRequest): Answer<PaymentIntent> => {
  const resolved = await resolvedRefunds(ports, intent);
  if (!resolved.ok) return resolved;
  const known = await fulfilled(ports, resolved.value);
  if (!known.ok) return known;
  const { gatewayPaymentId, orderId } = known.value;
  if (gatewayPaymentId === null && !ports.gateway.caps.statusByOwnId) {
    if (known.value.status !== 'created') return known;
    const asked = await askGateway(ports, known.value);
    return asked.ok ? ok(asked.value.intent) : asked;
  }
  const state = await ports.gateway.getState(gatewayPaymentId === null ? { orderId } : { gatewayPaymentId });
  if (state.ok) return takenIn(ports, orderId, { ...state.value, key: null });
  const unknown = state.error.code === 'payment-unknown' && gatewayPaymentId === null;
  const since = later(intent.createdAt, request.abandonAfterMs);
  if (!unknown) return refused(state.error);
  if (ports.clock.now() < since) return known;
  return changed(ports, orderId, (now) => ok({ ...now, abandoned: true }));
};
