import { asKopecks } from '../kernel/money';
import type { GatewayKit } from './gateway-contract';
import { codeOf, order, paidOrder, SUM, went } from './gateway-contract-kit';

/** Making payments: keys, sizes, what is refused. */
export const gatewayRequests = ({ describe, test, same }: GatewayKit): void => {
  describe('create', () => {
    test('makes a payment that waits for its payer, with our order, the sum to the kopeck, and what he does next', async ({ gateway }) => {
      const made = await went(gateway.create(order('order-1')));
      const { orderId, status, amount, currency, refunds } = made;
      same(
        { orderId, status, amount, currency, refunds },
        { orderId: 'order-1', status: 'created', amount: SUM, currency: 'RUB', refunds: [] },
      );
      same(made.gatewayPaymentId.length > 0 && made.action !== undefined, true);
    });

    test('with the same key and request again makes no second payment, and answers the payment as it stands', async ({ gateway, pay }) => {
      const first = await went(gateway.create(order('order-1')));
      await pay('order-1', false);
      const again = await went(gateway.create(order('order-1')));
      same([again.gatewayPaymentId, again.status], [first.gatewayPaymentId, 'succeeded']);
    });

    test('with a key that was used for another request is refused: idempotency-conflict', async ({ gateway }) => {
      await went(gateway.create(order('order-1')));
      same(await codeOf(gateway.create(order('order-1', { amount: asKopecks(1) }))), 'idempotency-conflict');
      same((await went(gateway.create(order('order-1')))).amount, SUM);
    });

    test('of an order that has a payment, under another key, is refused: idempotency-conflict', async ({ gateway }) => {
      await went(gateway.create(order('order-1')));
      same(await codeOf(gateway.create(order('order-1', { idempotencyKey: 'another' }))), 'idempotency-conflict');
    });

    test('twice at the same moment makes one payment', async ({ gateway }) => {
      const both = await Promise.all([went(gateway.create(order('order-1'))), went(gateway.create(order('order-1')))]);
      same(new Set(both.map(({ gatewayPaymentId }) => gatewayPaymentId)).size, 1);
    });

    test('keeps sums exact from one kopeck to a million roubles', async (harness) => {
      for (const [index, kopecks] of [1, 29, 57, 115, 100_000_000].entries()) {
        const { amount } = await paidOrder(harness, `order-${index}`, asKopecks(kopecks));
        same(amount, kopecks);
      }
    });
  });

  describe('a request that cannot be right is refused before anything is sent', () => {
    test('a sum that is not whole kopecks above nothing: payment-not-positive', async ({ gateway }) => {
      for (const amount of [0, -1, 0.5, Number.NaN, 2 ** 53])
        same(await codeOf(gateway.create(order('order-1', { amount: amount as never }))), 'payment-not-positive');
    });

    test('a key without 1 to 64 printable characters of ASCII: key-format', async ({ gateway }) => {
      for (const idempotencyKey of ['', 'k'.repeat(65), 'ключ', 'a b'])
        same(await codeOf(gateway.create(order('order-1', { idempotencyKey }))), 'key-format');
      await went(gateway.create(order('order-2', { idempotencyKey: 'k'.repeat(64) })));
    });

    test('an order id without 1 to 36 letters, digits, - and _: order-format', async ({ gateway }) => {
      for (const orderId of ['', 'o'.repeat(37), 'заказ', 'a b', "o'"])
        same(await codeOf(gateway.create(order(orderId, { idempotencyKey: 'k' }))), 'order-format');
      await went(gateway.create(order('o'.repeat(36))));
    });

    test('a description above 128 characters: text-too-long', async ({ gateway }) => {
      same(await codeOf(gateway.create(order('order-1', { description: 'д'.repeat(129) }))), 'text-too-long');
      await went(gateway.create(order('order-1', { description: 'д'.repeat(128) })));
    });

    test('payees whose parts are not the whole: parts-differ', async ({ gateway }) => {
      if (!gateway.caps.split) return;
      const split = [
        { payee: 'uk', amount: asKopecks(SUM - 2) },
        { payee: 'vk', amount: asKopecks(1) },
      ];
      same(await codeOf(gateway.create(order('order-1', { split }))), 'parts-differ');
    });

    test('what the gateway cannot do: gateway-unsupported', async ({ gateway }) => {
      const { twoStage, sbp, split, tokens } = gateway.caps;
      const lacking = 'gateway-unsupported';
      if (!twoStage) same(await codeOf(gateway.create(order('order-1', { capture: false }))), lacking);
      if (!sbp) same(await codeOf(gateway.create(order('order-1', { method: 'sbp' }))), lacking);
      if (!split) same(await codeOf(gateway.create(order('order-1', { split: [{ payee: 'uk', amount: SUM }] }))), lacking);
      if (!tokens) same(await codeOf(gateway.create(order('order-1', { saveMethod: true }))), lacking);
    });
  });

  describe('the state', () => {
    test('is found by the id of the gateway, and by ours where it can', async ({ gateway }) => {
      const made = await went(gateway.create(order('order-1')));
      same((await went(gateway.getState({ gatewayPaymentId: made.gatewayPaymentId }))).orderId, 'order-1');
      const byOrder = gateway.getState({ orderId: 'order-1' });
      if (gateway.caps.statusByOwnId) same((await went(byOrder)).gatewayPaymentId, made.gatewayPaymentId);
      else same(await codeOf(byOrder), 'gateway-unsupported');
    });

    test('of a payment that is not there: payment-unknown', async ({ gateway }) => {
      if (gateway.caps.statusByOwnId) same(await codeOf(gateway.getState({ orderId: 'order-9' })), 'payment-unknown');
      same(await codeOf(gateway.getState({ gatewayPaymentId: 'no-such-payment' })), 'payment-unknown');
    });
  });
};
