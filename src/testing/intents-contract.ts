import { type Instant, later } from '../kernel/calendar';
import { asKopecks } from '../kernel/money';
import type { PaymentIntent, PaymentIntents } from '../ports/payment-intents';
import type { TestRunner } from './contract-kit';
import { SAMPLE_INSTANT } from './sample-records';

/** An intent to test with. */
export const sampleIntent = (orderId: string, changes: Partial<PaymentIntent> = {}): PaymentIntent => ({
  orderId,
  version: 1,
  gateway: 'sandbox',
  house: 'house-1',
  account: '1001',
  source: 'сайт',
  request: {
    idempotencyKey: `create-${orderId}`,
    orderId,
    amount: asKopecks(120_29),
    description: `'; drop table intents; -- Ёж 𝟙`,
    method: 'any',
    saveMethod: false,
    capture: true,
  },
  createdAt: SAMPLE_INSTANT,
  gatewayPaymentId: null,
  status: 'created',
  paidOn: null,
  payment: null,
  refunds: [],
  seen: [],
  incidents: [],
  savedMethod: null,
  abandoned: false,
  settled: false,
  ...changes,
});

/**
 * What every store of payment intents must keep, as tests for a host's own {@link PaymentIntents}.
 *
 * @example intentsContract({ describe, it, expect }, () => createMemoryIntents());
 */
export const intentsContract = ({ describe, it, expect }: TestRunner, make: () => PaymentIntents | Promise<PaymentIntents>): void => {
  const test = (name: string, body: (intents: PaymentIntents) => Promise<void>): void => it(name, async () => body(await make()));
  const same = (actual: unknown, expected: unknown): void => expect(actual).toEqual(expected);

  describe('intents of payments', () => {
    test('come back as they were, to the last field', async (intents) => {
      const intent = sampleIntent('order-1', { incidents: [{ code: 'payment-differs', facts: { expected: '1' } }], seen: ['k'] });
      same(await intents.add(intent), intent);
      same(await intents.find('order-1'), intent);
      same(await intents.find('order-2'), null);
    });

    test('are added once: the second one of an order changes nothing and is answered with the first', async (intents) => {
      await intents.add(sampleIntent('order-1'));
      same(await intents.add(sampleIntent('order-1', { account: '1002' })), sampleIntent('order-1'));
      same(await intents.find('order-1'), sampleIntent('order-1'));
    });

    test('added at the same moment: one is kept, and both are answered with it', async (intents) => {
      const [a, b] = await Promise.all([intents.add(sampleIntent('order-1')), intents.add(sampleIntent('order-1', { account: '1002' }))]);
      same(a, b);
    });

    test('are replaced by the next version only: of two writers one wins, and the other hears it', async (intents) => {
      await intents.add(sampleIntent('order-1'));
      const next = sampleIntent('order-1', { version: 2, status: 'succeeded' });
      same((await Promise.all([intents.replace(next), intents.replace({ ...next, status: 'failed' })])).sort(), [false, true]);
      same(await intents.replace(sampleIntent('order-1', { version: 2 })), false);
      same(await intents.replace(sampleIntent('order-1', { version: 4 })), false);
      same((await intents.find('order-1'))?.version, 2);
    });

    test('that wait are listed in order of their ids, page by page, settled ones not', async (intents) => {
      for (const name of ['c', 'a', 'B', 'd'])
        await intents.add(sampleIntent(name, { settled: name === 'd', createdAt: later(SAMPLE_INSTANT, 1) as Instant }));
      const ids = async (after: string | null, limit: number) => (await intents.unsettled(after, limit)).map(({ orderId }) => orderId);
      same(await ids(null, 10), ['B', 'a', 'c']);
      same(await ids('B', 1), ['a']);
      same(await ids('c', 10), []);
      await intents.replace(sampleIntent('a', { version: 2, settled: true }));
      same(await ids(null, 10), ['B', 'c']);
    });
  });
};
