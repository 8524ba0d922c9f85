import { describe, expect, it } from 'vitest';
import { roublesText } from '../../src/kernel/money';
import { codes, done, imported } from './given';
import { at } from './small-house';

/** January billed; the first flat owes maintenance to `uk` and cold water to `vk`. */
const billed = async (more: readonly unknown[] = []) => {
  const engine = await imported(more);
  engine.clock.set(at('2026-02-01'));
  await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }));
  return engine;
};

const owed = async ({ store }: Awaited<ReturnType<typeof imported>>) => {
  const sums = new Map<string, number>();
  for (const { month, provider, service, amount } of await store.entriesOfAccount('h-1-A')) {
    const key = `${month} ${provider} ${service}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums].filter(([, amount]) => amount !== 0).map(([key, amount]) => `${key} ${roublesText(amount as never)}`);
};

const pay = (more: object) => ({ account: 'h-1-A', amount: '100.00', paidOn: '2026-02-05', ...more });

describe('a payment with what its payer said of it', () => {
  it('is credited where he said, at once', async () => {
    const engine = await billed();
    const before = await owed(engine);
    const { entries } = await done(
      engine.saldo.acceptPayment(pay({ services: [{ service: 'coldWater', amount: '100.00' }] }), { key: 'one' }),
    );
    expect(entries.map(({ service, amount, directed }) => [service, amount, directed])).toEqual([
      ['coldWater', -100_00, { services: [{ service: 'coldWater', amount: 100_00 }] }],
    ]);
    expect(before).toEqual(['2026-01 uk maintenance 1500.00', '2026-01 vk coldWater 200.00']);
    expect(await owed(engine)).toEqual(['2026-01 uk maintenance 1500.00', '2026-01 vk coldWater 100.00']);
    // Telling it again as a fact of the next posting changes nothing.
    expect(await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }))).toMatchObject({ payments: 0, takenBack: 0 });
  });

  it('is refused with sums above it, below zero, or to nobody; nothing is kept', async () => {
    const engine = await billed();
    const refusedAs = async (more: object) => codes(engine.saldo.acceptPayment(pay(more), { key: 'bad' }));
    expect(
      await refusedAs({
        services: [
          { service: 'coldWater', amount: '60.00' },
          { service: 'gas', amount: '40.01' },
        ],
      }),
    ).toEqual(['payment-services']);
    expect(await refusedAs({ services: [{ service: 'coldWater', amount: '0.00' }] })).toEqual(['payment-services']);
    expect(await refusedAs({ services: [{ service: 'coldWater', provider: 'nobody', amount: '1.00' }] })).toEqual(['unknown-reference']);
    expect(await refusedAs({ provider: 'nobody' })).toEqual(['unknown-reference']);
    expect(await refusedAs({ period: '2026-13' })).not.toEqual([]);
    expect((await done(engine.saldo.acceptPayment(pay({ provider: 'vk' }), { key: 'bad' }))).repeated).toBe(false);
  });

  it('counts from the day a citizen paid, and from the day the money of an organisation came', async () => {
    const days = async (payer: object) => {
      const account = {
        kind: 'account',
        id: 'h-1-account-2',
        supersedes: 'h-1-account',
        number: 'h-1-A',
        aliases: [],
        premises: 'h-1',
        from: '2020-01-01',
        payer,
      };
      const { saldo, store } = await imported([account]);
      await done(saldo.acceptPayment(pay({ receivedOn: '2026-02-07' }), { key: 'k' }));
      return [...new Set((await store.entriesOfAccount('h-1-A')).map(({ valueDay }) => valueDay))];
    };
    expect(await days({ kind: 'person', name: 'Житель' })).toEqual(['2026-02-05']);
    expect(await days({ kind: 'legalEntity', name: 'ООО' })).toEqual(['2026-02-07']);
  });
});
