import type { ReadNotification } from '../ports/payment-gateway';
import type { GatewayHarness, GatewayKit } from './gateway-contract';
import { codeOf, keyed, paidOrder, SUM, went } from './gateway-contract-kit';

const readAll = async ({ gateway, notifications }: GatewayHarness): Promise<readonly ReadNotification[]> =>
  Promise.all((await notifications()).map((raw) => went(gateway.readNotification(raw))));

/** A byte of the body changed. */
const spoilt = (body: Uint8Array, at: number): Uint8Array => body.map((byte, place) => (place === at ? byte ^ 1 : byte));

/** Notifications: raw bytes in, verified events out. */
export const gatewayNotices = ({ describe, test, same }: GatewayKit): void => {
  describe('a notification', () => {
    test('tells the payment by both ids, its status and sum, and how to reply', async (harness) => {
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      const read = await readAll(harness);
      const paid = read.find(({ event }) => event.status === 'succeeded');
      const { event, reply } = paid ?? {};
      same([event?.gatewayPaymentId, event?.orderId, event?.amount, event?.currency], [gatewayPaymentId, 'order-1', SUM, 'RUB']);
      same(reply !== undefined && reply.status >= 200 && reply.status < 300, true);
    });

    test('read again gives the same, and changes nothing', async (harness) => {
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      const before = await went(harness.gateway.getState({ gatewayPaymentId }));
      same(await readAll(harness), await readAll(harness));
      same(await went(harness.gateway.getState({ gatewayPaymentId })), before);
    });

    test('of a refund tells its id and sum', async (harness) => {
      const { gateway } = harness;
      const { gatewayPaymentId } = await paidOrder(harness, 'order-1');
      const refund = await went(gateway.refund(keyed('r', { gatewayPaymentId, amount: SUM })));
      const told = (await readAll(harness)).flatMap(({ event }) => (event.refund === undefined ? [] : [event.refund]));
      same(
        told.filter(({ status }) => status === 'succeeded').map(({ refundId, amount }) => [refundId, amount]),
        [[refund.refundId, SUM]],
      );
    });

    test('that another one signed is refused, or says that it is not verified: notification-forged', async (harness) => {
      await paidOrder(harness, 'order-1');
      for (const raw of await harness.notifications()) {
        const read = await harness.gateway.readNotification(harness.forge(raw));
        same(read.ok ? read.value.verified !== 'signature' : read.error.code === 'notification-forged', true);
      }
    });

    test('is verified over its raw bytes: no byte of a signed one can be changed', async (harness) => {
      await paidOrder(harness, 'order-1');
      const [raw] = await harness.notifications();
      if (raw === undefined) throw new Error('the gateway told nothing');
      const { verified } = await went(harness.gateway.readNotification(raw));
      if (verified !== 'signature') return;
      for (let at = 0; at < raw.body.length; at += 7)
        same((await harness.gateway.readNotification({ ...raw, body: spoilt(raw.body, at) })).ok, false);
    });

    test('that is empty, or a megabyte long, is refused without being taken apart', async (harness) => {
      await paidOrder(harness, 'order-1');
      const [raw] = await harness.notifications();
      if (raw === undefined) throw new Error('the gateway told nothing');
      for (const size of [0, 1_000_000]) {
        const code = await codeOf(harness.gateway.readNotification({ ...raw, body: new Uint8Array(size).fill(0x7b) }));
        same(code === 'notification-format' || code === 'notification-forged', true);
      }
    });
  });
};
