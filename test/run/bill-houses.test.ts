import { describe, expect, it } from 'vitest';
import { codes, done, given, imported, smallHouse } from './given';
import { at, common } from './small-house';

const threeHouses = async () => {
  const engine = given();
  await done(engine.saldo.importFacts([...common, ...smallHouse('a'), ...smallHouse('b'), ...smallHouse('c')]));
  engine.clock.set(at('2026-02-02'));
  return engine;
};

describe('a month of all houses', () => {
  it('is billed a page at a time, and tells how far it is', async () => {
    const { saldo } = await threeHouses();
    const seen: string[] = [];
    const run = await done(
      saldo.billHouses({
        month: '2026-01',
        page: 2,
        onHouse: ({ house, done: count, answer }) => seen.push(`${count} ${house} ${answer.ok}`),
      }),
    );
    expect(run).toEqual({ houses: 3, billed: 3, repeated: 0, bills: 9, total: 15_000_00, failed: [] });
    expect(seen).toEqual(['1 a true', '2 b true', '3 c true']);
    expect(await done(saldo.billHouses({ month: '2026-01' }))).toMatchObject({ billed: 0, repeated: 3 });
  });

  it('goes on after a house', async () => {
    const { saldo } = await threeHouses();
    expect(await done(saldo.billHouses({ month: '2026-01', after: 'a' }))).toMatchObject({ houses: 2, billed: 2 });
  });

  it('is billed for the other houses when one is refused', async () => {
    const { saldo } = await threeHouses();
    await done(saldo.billMonth({ house: 'b', month: '2026-01' }));
    const run = await done(saldo.billHouses({ month: '2026-02' }));
    expect(run.billed).toBe(1);
    expect(run.failed.map(({ house, problems }) => [house, problems[0]?.code])).toEqual([
      ['a', 'previous-month-not-billed'],
      ['c', 'previous-month-not-billed'],
    ]);
  });
});

describe('a month that cannot be billed', () => {
  it('is answered with its reason, and nothing is written', async () => {
    const { saldo, store } = await imported();
    const bill = (month: string, house = 'h') => codes(saldo.billMonth({ house, month }));
    expect(await bill('2026-13')).toEqual(['month-format']);
    expect(await bill('2026-01', 'nowhere')).toEqual(['no-house']);
    expect(await bill('2026-01', '')).toEqual(['no-house']);
    expect(await bill('2025-12')).toEqual(['month-before-house']);
    expect(await bill('2026-02')).toEqual(['previous-month-not-billed']);
    expect(await codes(saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }))).toEqual(['month-not-billed']);
    expect(await codes(saldo.paymentDocuments({ house: 'h', month: '2026-01' }))).toEqual(['month-not-billed']);
    expect(await codes(saldo.paymentDocument({ account: 'nobody', month: '2026-01' }))).toEqual(['account-unknown']);
    expect(await codes(saldo.accountBook('nobody'))).toEqual(['account-unknown']);
    expect(await codes(saldo.accountBook('h-1-A', { from: 'x' }))).toEqual(['month-format']);
    expect(await store.entriesOfHouse('h')).toEqual([]);
  });

  it('leaves everything as it was when the engine refuses it', async () => {
    const { saldo, store, clock } = await imported();
    await done(
      saldo.importFacts([
        { kind: 'openingSaldo', id: 'o', account: 'h-1-A', service: 'coldWater', provider: 'vk', month: '2025-12', amount: '5.00' },
      ]),
    );
    await done(
      saldo.importFacts([
        {
          kind: 'tariff',
          id: 'tariff-cw-2',
          supersedes: 'tariff-cw',
          code: 'cw',
          title: 'cw',
          unit: 'RUB/m3',
          reviewedThrough: '2026-12-31',
          entries: [{ from: '2026-02-01', value: '50', act: 'x' }],
        },
      ]),
    );
    clock.set(at('2026-03-02'));
    expect(await codes(saldo.billMonth({ house: 'h', month: '2026-01' }))).not.toEqual([]);
    expect(await store.entriesOfHouse('h')).toEqual([]);
  });
});

describe('two runs of one house at the same moment', () => {
  it('have one effect', async () => {
    const { saldo, store, clock } = await imported();
    clock.set(at('2026-02-02'));
    const runs = await Promise.all([1, 2, 3].map(() => done(saldo.billMonth({ house: 'h', month: '2026-01' }))));
    expect(runs.map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(runs.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect((await store.entriesOfHouse('h')).filter(({ kind }) => kind === 'charge')).toHaveLength(6);
  });
});
