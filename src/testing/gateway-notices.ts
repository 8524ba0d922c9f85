import { asKopecks } from '../kernel/money';
import { excerpt } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { hmacSha256 } from '../kernel/sha256';
import { PAYMENT_STATUSES, REFUND_STATUSES } from '../model/payment-status';
import type { GatewayEvent, NotificationProblem, RawNotification, ReadNotification } from '../ports/payment-gateway';

/** Bytes of an ASCII text. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => bytes.reduce((text, byte) => text + String.fromCharCode(byte), '');

const SIGNATURE = 'x-sandbox-hmac';
const BODY_MAX = 16_384;

/** An event as the sandbox tells it: JSON in ASCII, signed over its bytes. */
export const noticeOf = (event: GatewayEvent, secret: string): RawNotification => {
  const json = JSON.stringify(event).replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const body = bytesOf(json);
  const headers = { 'content-type': 'application/json', [SIGNATURE]: hmacSha256(secret, body) };
  return { method: 'POST', url: '/sandbox', headers, body };
};

/** Read a notice of the sandbox: first its size, then its signature, and only then what it says. */
export const readNotice = (raw: RawNotification, secret: string): Result<ReadNotification, NotificationProblem> => {
  if (raw.body.length > BODY_MAX)
    return err({ code: 'notification-format', at: 'body', value: String(raw.body.length), facts: { most: String(BODY_MAX) } });
  if (!sameText(raw.headers[SIGNATURE] ?? '', hmacSha256(secret, raw.body))) return err({ code: 'notification-forged', at: SIGNATURE });
  const event = eventOf(textOf(raw.body));
  if (event === null) return err({ code: 'notification-format', at: 'body', value: excerpt(textOf(raw.body)) });
  const reply = { status: 200, contentType: 'text/plain', body: 'OK' };
  return ok({ verified: 'signature', event, mustConfirmByApi: false, reply });
};

/** Compared to the end, so that the time tells nothing of where they differ. */
const sameText = (a: string, b: string): boolean => {
  let different = a.length ^ b.length;
  for (let i = 0; i < b.length; i += 1) different |= (a.charCodeAt(i) || 0) ^ b.charCodeAt(i);
  return different === 0;
};

const eventOf = (text: string): GatewayEvent | null => {
  let told: Partial<GatewayEvent> | null;
  try {
    told = JSON.parse(text) as Partial<GatewayEvent> | null;
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null) return null;
  const { gatewayPaymentId, orderId, status, amount, currency, refund } = told;
  const texts = [gatewayPaymentId, orderId, currency].every((one) => typeof one === 'string');
  const sums = [amount, ...(refund === undefined ? [] : [refund.amount])].every((one) => Number.isSafeInteger(one));
  const known = PAYMENT_STATUSES.some((one) => one === status) && (refund === undefined || REFUND_STATUSES.includes(refund.status));
  return texts && sums && known ? (told as GatewayEvent) : null;
};

/** A notice that the sandbox did not sign. */
export const forgedNotice = (raw: RawNotification): RawNotification => ({
  ...raw,
  headers: { ...raw.headers, [SIGNATURE]: '0'.repeat(64) },
});

/** An event with a kopeck more than there was. */
export const withKopeckMore = (event: GatewayEvent): GatewayEvent => ({ ...event, amount: asKopecks(event.amount + 1) });
