import { asKopecks } from '../kernel/money';
import type { SavedChargeRequest } from '../model/payment-request';
import type { GatewayKit } from './gateway-contract';
import { codeOf, keyed, order, paidOrder, SUM, went } from './gateway-contract-kit';

/** Money on its way: paid, held, given back. */
export const gatewayMoney = ({ describe, test, same }: GatewayKit): void => {
  describe('a payment', () => {
    test('that is paid is succeeded, and one that is declined is failed: a decline is no problem of the call', async ({ gateway, pay }) => {
      for (const [orderId, declines, status] of [
        ['order-1', false, 'succeeded'],
        ['order-2', true, 'failed'],
      ] as const) {
        const { gatewayPaymentId } = await went(gateway.create(order(orderId)));
        await pay(orderId, declines);
        same((await went(gateway.getState({ gatewayPaymentId }))).status, status);
      }
    });

    test('that is not paid can be canceled, and is then not paid any more', async ({ gateway, pay }) => {
      const { gatewayPaymentId } = await went(gateway.create(order('order-1')));
      same((await went(gateway.cancel(keyed('c', { gatewayPaymentId })))).status, 'canceled');
      same((await went(gateway.cancel(keyed('c', { gatewayPaymentId })))).status, 'canceled');
      await pay('order-1', false);
      same((await went(gateway.getState({ gatewayPaymentId }))).status, 'canceled');
    });

    test('leaves the table of statuses by no call: payment-state', async (harness) => {
      const { gateway } = harness;
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      same(await codeOf(gateway.cancel(keyed('c', { gatewayPaymentId }))), 'payment-state');
      same(await codeOf(gateway.capture(keyed('d', { gatewayPaymentId, amount: SUM }))), 'payment-state');
      const unpaid = await went(gateway.create(order('order-2')));
      const { gatewayPaymentId: waiting } = unpaid;
      same(await codeOf(gateway.capture(keyed('e', { gatewayPaymentId: waiting, amount: SUM }))), 'payment-state');
      same(await codeOf(gateway.refund(keyed('f', { gatewayPaymentId: waiting, amount: SUM }))), 'payment-state');
    });

    test('that is not there: payment-unknown, whatever is asked of it', async ({ gateway }) => {
      const gatewayPaymentId = 'no-such-payment';
      same(await codeOf(gateway.cancel(keyed('c', { gatewayPaymentId }))), 'payment-unknown');
      same(await codeOf(gateway.capture(keyed('d', { gatewayPaymentId, amount: SUM }))), 'payment-unknown');
      same(await codeOf(gateway.refund(keyed('e', { gatewayPaymentId, amount: SUM }))), 'payment-unknown');
    });
  });

  describe('money that is held', () => {
    test('is authorized, then captured once, however often it is asked', async ({ gateway, pay }) => {
      if (!gateway.caps.twoStage) return;
      const { gatewayPaymentId } = await went(gateway.create(order('order-1', { capture: false })));
      await pay('order-1', false);
      same((await went(gateway.getState({ gatewayPaymentId }))).status, 'authorized');
      const capture = keyed('c', { gatewayPaymentId, amount: SUM });
      same((await went(gateway.capture(capture))).status, 'succeeded');
      same((await went(gateway.capture(capture))).amount, SUM);
    });

    test('is set free by a cancellation', async ({ gateway, pay }) => {
      if (!gateway.caps.twoStage) return;
      const { gatewayPaymentId } = await went(gateway.create(order('order-1', { capture: false })));
      await pay('order-1', false);
      same((await went(gateway.cancel(keyed('c', { gatewayPaymentId })))).status, 'canceled');
    });
  });

  describe('a saved card', () => {
    const charge = (token: string): SavedChargeRequest => {
      const { idempotencyKey, orderId, amount, description, capture } = order('order-1');
      return { idempotencyKey, orderId, amount, description, capture, token };
    };

    test('is charged once under a key, without the payer', async ({ gateway, savedToken }) => {
      if (savedToken === null) return same(await codeOf(gateway.chargeSaved(charge('token'))), 'gateway-unsupported');
      const first = await went(gateway.chargeSaved(charge(savedToken)));
      const again = await went(gateway.chargeSaved(charge(savedToken)));
      same([first.status, again.gatewayPaymentId], ['succeeded', first.gatewayPaymentId]);
    });

    test('that is not known: saved-method-unknown', async ({ gateway, savedToken }) => {
      if (savedToken !== null) same(await codeOf(gateway.chargeSaved(charge('no-such-token'))), 'saved-method-unknown');
    });

    test('is an opaque token: no number of a card stands in it', async ({ gateway, pay }) => {
      if (!gateway.caps.tokens) return;
      const { gatewayPaymentId } = await went(gateway.create(order('order-1', { saveMethod: true })));
      await pay('order-1', false);
      const { savedMethod } = await went(gateway.getState({ gatewayPaymentId }));
      same(savedMethod !== undefined && savedMethod.token.length > 0, true);
      same(/(\d[ -]?){13,19}/.test(`${savedMethod?.token} ${savedMethod?.title}`), false);
    });
  });

  describe('a refund', () => {
    test('of the whole is made once under a key, and the payment is refunded', async (harness) => {
      const { gateway } = harness;
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      const whole = keyed('r', { gatewayPaymentId, amount: SUM });
      const first = await went(gateway.refund(whole));
      same((await went(gateway.refund(whole))).refundId, first.refundId);
      const { status, refunds } = await went(gateway.getState({ gatewayPaymentId }));
      same([status, refunds.map(({ refundId, amount }) => [refundId, amount])], ['refunded', [[first.refundId, SUM]]]);
    });

    test('under the key of another refund is refused: idempotency-conflict', async (harness) => {
      const { gateway } = harness;
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      await went(gateway.refund(keyed('r', { gatewayPaymentId, amount: SUM })));
      same(await codeOf(gateway.refund(keyed('r', { gatewayPaymentId, amount: asKopecks(1) }))), 'idempotency-conflict');
    });

    test('of parts adds up to the kopeck, and never above what was paid: refund-too-large', async (harness) => {
      const { gateway } = harness;
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      const part = (key: string, amount: number) => gateway.refund(keyed(key, { gatewayPaymentId, amount: asKopecks(amount) }));
      if (!gateway.caps.partialRefund) return same(await codeOf(part('a', 1)), 'gateway-unsupported');
      await went(part('a', 29));
      same((await went(gateway.getState({ gatewayPaymentId }))).status, 'partlyRefunded');
      same(await codeOf(part('b', SUM - 28)), 'refund-too-large');
      await went(part('c', SUM - 29));
      const { status, refunds } = await went(gateway.getState({ gatewayPaymentId }));
      same([status, refunds.map(({ amount }) => amount)], ['refunded', [29, SUM - 29]]);
      same(await codeOf(part('d', 1)), 'refund-too-large');
    });

    test('of nothing, or less: payment-not-positive', async (harness) => {
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      for (const amount of [0, -1, 0.5])
        same(await codeOf(harness.gateway.refund(keyed('r', { gatewayPaymentId, amount: amount as never }))), 'payment-not-positive');
    });
  });
};
