import type { Problem } from '../../kernel/problem';
import { ok } from '../../kernel/result';
import { isPaid } from '../../model/payment-status';
import type { GatewayEvent, GatewayReply, RawNotification, ReadNotification } from '../../ports/payment-gateway';
import type { PaymentIntent } from '../../ports/payment-intents';
import type { Answer } from '../edge';
import { takenIn } from './fulfil';
import type { Seen } from './observed';
import type { PaymentPorts } from './payment-edge';
import { eventKey } from './payment-key';
import { succeededRefunds } from './post-refund';
import { resolvedRefunds } from './refund-payment';

/**
 * What became of a notification:
 *
 * - `taken`: the intent and the journal have it;
 * - `repeated`: they had it already;
 * - `incident`: it does not agree with what was asked; nothing was posted, and the intent tells why;
 * - `refused`: it is not believed, or is about no payment of ours;
 * - `later`: something could not be reached; the gateway should tell it again.
 */
export type NotificationOutcome = 'taken' | 'repeated' | 'incident' | 'refused' | 'later';

/** A notification that was received; `reply` is what the host's server answers. */
export interface ReceivedNotification {
  readonly outcome: NotificationOutcome;
  readonly reply: GatewayReply;
  readonly orderId: string | null;
  readonly problems: readonly Problem[];
}

const replyOf = (status: number): GatewayReply => ({ status, contentType: 'text/plain', body: '' });
const REFUSED = 403;
const UNKNOWN = 404;
const LATER = 503;

/** Codes after which the gateway should tell the same again. */
const isPassing = ({ code }: Problem): boolean => code === 'gateway-unavailable' || code === 'store-unavailable' || code === 'clock-behind';

/**
 * Take a notification of the gateway («уведомление о платеже»), as raw bytes: read and verified, confirmed by the state where it is not signed, compared with
 * the intent, taken along the table, and posted once. Success is answered only when it is kept.
 */
export const receiveNotification = async (ports: PaymentPorts, raw: RawNotification): Answer<ReceivedNotification> => {
  const read = await ports.gateway.readNotification(raw);
  if (!read.ok) return ok(notTaken(null, [read.error], isPassing(read.error) ? LATER : REFUSED));
  const { event, reply } = read.value;
  const { orderId } = event;
  const intent = await ports.intents.find(orderId);
  if (intent === null || intent.gateway !== ports.gateway.id)
    return ok(notTaken(orderId, [{ code: 'payment-unknown', value: orderId }], UNKNOWN));
  const key = keyOf(ports, event);
  if (intent.seen.includes(key) && isDone(intent)) return ok({ outcome: 'repeated', reply, orderId, problems: [] });
  const taken = await takeEvent(ports, intent, read.value, key);
  if (!taken.ok) {
    // What lasts is remembered in the intent: telling it again would not help.
    if (taken.error.some(isPassing)) return ok(notTaken(orderId, taken.error, LATER));
    return ok({ outcome: 'incident', reply, orderId, problems: taken.error });
  }
  const { incidents, seen } = taken.value;
  const fresh = incidents.slice(intent.incidents.length);
  if (fresh.length > 0) return ok({ outcome: 'incident', reply, orderId, problems: fresh });
  const known = needsState(read.value) || seen.includes(key);
  return ok({ outcome: known ? 'taken' : 'incident', reply, orderId, problems: known ? [] : incidents });
};

const notTaken = (orderId: string | null, problems: readonly Problem[], status: number): ReceivedNotification => ({
  outcome: status === LATER ? 'later' : 'refused',
  reply: replyOf(status),
  orderId,
  problems,
});

const keyOf = ({ gateway }: PaymentPorts, { gatewayPaymentId, status, refund }: GatewayEvent): string =>
  eventKey({ gateway: gateway.id, gatewayPaymentId, status, refundId: refund?.refundId });

/** Nothing that is known waits for the journal. */
const isDone = (intent: PaymentIntent): boolean =>
  !isPaid(intent.status) || (intent.payment !== null && succeededRefunds(intent).every(({ fact }) => fact !== null));

const needsState = ({ verified, mustConfirmByApi }: ReadNotification): boolean => verified !== 'signature' || mustConfirmByApi;

const takeEvent = async (ports: PaymentPorts, intent: PaymentIntent, read: ReadNotification, key: string): Answer<PaymentIntent> => {
  const { orderId } = intent;
  const { event } = read;
  // Our own refunds get the gateway's ids first: else one of them could be taken for another.
  const own = event.refund === undefined ? ok(intent) : await resolvedRefunds(ports, intent);
  if (!own.ok) return own;
  if (!needsState(read)) {
    const { refund, ...told } = event;
    return takenIn(ports, orderId, { ...told, key, refunds: refund === undefined ? [] : [refund] });
  }
  const state = await ports.gateway.getState({ gatewayPaymentId: event.gatewayPaymentId });
  if (!state.ok) return { ok: false, error: [state.error] };
  const seen: Seen = { ...state.value, key: state.value.status === event.status ? key : null };
  return takenIn(ports, orderId, seen);
};
