import type { Day, Instant } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import type { Problem } from '../../src/kernel/problem';
import { must, type Result } from '../../src/kernel/result';
import { checkedRequest } from '../../src/model/payment-request';
import type { AnyProblemCode, PaymentCode } from '../../src/model/problem-text-codes';
import { createPayments } from '../../src/run/payments/create-payments';
import { fixedClock } from '../../src/testing/clock';
import { noticeOf } from '../../src/testing/gateway-notices';
import { createGatewaySandbox } from '../../src/testing/gateway-sandbox';
import { createMemoryIntents } from '../../src/testing/memory-intents';
import { imported } from '../run/given';
import { type Producer, problemOf } from './producer';

const clock = fixedClock('2026-01-10T09:00:00.000Z' as Instant);
const sandbox = createGatewaySandbox({ clock, secret: 's' });
const amount = asKopecks(10000);
const asked = (orderId: string) =>
  ({ orderId, amount, description: 'Январь', method: 'any', saveMethod: false, capture: true, account: 'h-1-A' }) as const;
const request = (orderId: string) => ({ ...asked(orderId), idempotencyKey: `create-${orderId}` });

const { saldo, store } = await imported();
const intents = createMemoryIntents();
const dayOf = (at: Instant): Day => at.slice(0, 10) as Day;
const payments = createPayments({ saldo, store, gateway: sandbox, intents, clock, dayOf, source: 'сайт' });

/** A paid order. */
const paid = must(await sandbox.create(request('order-1'))).gatewayPaymentId;
await sandbox.pay('order-1');
const [, notice] = sandbox.notifications();
sandbox.script('order-2', { answer: 'unreached' });
const late = await sandbox.create(request('order-2'));
const key = (name: string) => ({ idempotencyKey: name });
const capture = await sandbox.capture({ ...key('c'), gatewayPaymentId: paid, amount });
const refused = must(await sandbox.create({ ...request('order-4'), capture: false })).gatewayPaymentId;
await sandbox.pay('order-4');
const more = await sandbox.capture({ ...key('d'), gatewayPaymentId: refused, amount: asKopecks(10001) });
const refund = await sandbox.refund({ ...key('r'), gatewayPaymentId: paid, amount: asKopecks(10001) });
const unknown = await sandbox.getState({ gatewayPaymentId: 'pay-9' });
const token = await sandbox.chargeSaved({ ...request('order-5'), token: 'revoked' });
if (notice === undefined) throw new Error('the sandbox told nothing');
const forged = await sandbox.readNotification(sandbox.forge(notice));
const long = await sandbox.readNotification({ ...notice, body: new Uint8Array(20_000) });

await payments.start(asked('order-6'));
const event = { gatewayPaymentId: 'pay-6', orderId: 'order-6', amount, currency: 'RUB' } as const;
const incidentOf = async (told: Parameters<typeof noticeOf>[0], code: string): Promise<Problem> => {
  await payments.receive(noticeOf(told, 's'));
  const found = (await intents.find(told.orderId))?.incidents.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const differs = await incidentOf({ ...event, status: 'succeeded', amount: asKopecks(9999) }, 'payment-differs');
await payments.start(asked('order-7'));
await payments.cancel('order-7');
const seven = (await intents.find('order-7'))?.gatewayPaymentId ?? '';
const transition = await incidentOf({ ...event, orderId: 'order-7', gatewayPaymentId: seven, status: 'succeeded' }, 'payment-transition');

const made = (code: PaymentCode, input: string, result: Result<unknown, Problem>): Producer => ({
  code,
  input,
  make: () => problemOf(result as Result<unknown, Problem<AnyProblemCode>>, code),
});
const incident = (code: PaymentCode, input: string, problem: Problem): Producer => made(code, input, { ok: false, error: problem });
const bare = { ...sandbox.caps, split: false };

/** Problems of payments through a gateway: `sandbox` is a gateway of `saldo/testing`, sums are in kopecks. */
export const PAYMENT_PRODUCERS: readonly Producer[] = [
  made('gateway-unavailable', "sandbox.script('order-2', { answer: 'unreached' }); sandbox.create({ orderId: 'order-2', … })", late),
  made('gateway-refused', 'sandbox.capture({ gatewayPaymentId, amount: 10001, … }) // 10000 are held', more),
  made(
    'gateway-unsupported',
    "checkedRequest({ split: [{ payee: 'uk', amount: 10000 }], … }, { split: false, … })",
    checkedRequest({ ...request('order-8'), split: [{ payee: 'uk', amount }] }, bare),
  ),
  made('payment-unknown', "sandbox.getState({ gatewayPaymentId: 'pay-9' })", unknown),
  made('payment-state', 'sandbox.capture({ gatewayPaymentId, … }) // of a payment that is paid', capture),
  made('refund-too-large', 'sandbox.refund({ gatewayPaymentId, amount: 10001, … }) // of a payment of 10000', refund),
  made('saved-method-unknown', "sandbox.chargeSaved({ token: 'revoked', … })", token),
  made('notification-format', 'sandbox.readNotification({ body: new Uint8Array(20000), … })', long),
  made('notification-forged', 'sandbox.readNotification({ … }) // with a wrong signature', forged),
  made('order-format', "checkedRequest({ orderId: 'заказ 1', … }, caps)", checkedRequest({ ...request('заказ 1') }, sandbox.caps)),
  made(
    'parts-differ',
    "checkedRequest({ amount: 10000, split: [{ payee: 'uk', amount: 9999 }], … }, caps)",
    checkedRequest({ ...request('order-8'), split: [{ payee: 'uk', amount: asKopecks(9999) }] }, sandbox.caps),
  ),
  incident('payment-differs', 'payments.receive(…) // a signed notification with 9999 for an order of 10000', differs),
  incident('payment-transition', 'payments.receive(…) // succeeded, after the order was canceled', transition),
];
