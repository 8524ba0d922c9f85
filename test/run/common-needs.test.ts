import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/testing/memory-store';
import { done, type given, imported } from './given';
import { at } from './small-house';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04'];

/** Common cold water of the small house by its meter: 12 m³ in January, when the flats take 10, and less than they take in February. */
const commonFacts = (volumes: readonly string[], more: object = {}) => [
  {
    kind: 'commonTerms',
    id: 'c',
    house: 'h',
    service: 'coldWater',
    provider: 'uk',
    from: '2026-01-01',
    method: 'meter',
    tariff: 'cw',
    ...more,
  },
  ...volumes.map((volume, index) => ({
    kind: 'houseVolume',
    id: `v-${index}`,
    house: 'h',
    service: 'coldWater',
    month: MONTHS[index],
    volume,
    source: 'Акт',
  })),
];

const bill = async (engine: ReturnType<typeof given>, month: string, day = '02') => {
  const next = `2026-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
  engine.clock.set(at(`${next}-${day}`));
  return done(engine.saldo.billMonth({ house: 'h', month }));
};

const actOf = async ({ saldo }: ReturnType<typeof given>, month: string) => {
  const [act] = await done(saldo.houseActs({ house: 'h', month }));
  return act;
};

describe('common needs over a store', () => {
  it('carry what was negative from the act of the month before, as it was billed', async () => {
    const engine = await imported(commonFacts(['12', '8', '13']));
    for (const month of MONTHS.slice(0, 3)) await bill(engine, month);
    expect(await actOf(engine, '2026-01')).toMatchObject({ actual: '2', billed: '2', carriedOut: '0' });
    expect(await actOf(engine, '2026-02')).toMatchObject({ actual: '-2', billed: '0', carriedOut: '-2' });
    expect(await actOf(engine, '2026-03')).toMatchObject({ carriedIn: '-2', actual: '3', billed: '1' });
  });

  it('are written anew when only the act changes, and not when nothing does', async () => {
    const engine = await imported(commonFacts(['12', '8']));
    await bill(engine, '2026-01');
    expect(await bill(engine, '2026-02')).toMatchObject({ version: 1, repeated: false });
    expect(await bill(engine, '2026-02', '03')).toMatchObject({ version: 1, repeated: true });
    const mended = {
      kind: 'houseVolume',
      id: 'v-1-mended',
      supersedes: 'v-1',
      house: 'h',
      service: 'coldWater',
      month: '2026-02',
      volume: '9',
      source: 'Акт, исправленный',
    };
    await done(engine.saldo.importFacts([mended]));
    expect(await bill(engine, '2026-02', '04')).toMatchObject({ version: 2, repeated: false, difference: 0 });
    expect(await actOf(engine, '2026-02')).toMatchObject({ carriedOut: '-1' });
  });

  it('stay as they are in a closed month: a late reading of a flat goes into the balance of the month that posts it', async () => {
    const engine = await imported(commonFacts(['12', '12', '12', '12']));
    for (const month of ['2026-01', '2026-02']) await bill(engine, month);
    for (const month of ['2026-01', '2026-02']) await done(engine.saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
    engine.clock.set(at('2026-03-21'));
    await done(engine.saldo.importFacts([{ kind: 'reading', id: 'late', meter: 'h-2-m', takenOn: '2026-03-20', value: '34' }]));
    await bill(engine, '2026-03');
    const act = await actOf(engine, '2026-03');
    expect(act).toMatchObject({ supplied: '12' });
    expect(act?.posted).not.toBe('0');
    const { rows } = await done(engine.saldo.paymentDocument({ account: 'h-1-A', month: '2026-02' }));
    expect(rows.filter((row) => row.part === 'common').map((row) => [row.service, row.provider, row.volume])).toEqual([
      ['coldWater', 'uk', '0.6666667'],
    ]);
  });

  it('are the same on a fresh store that bills all months at once', async () => {
    const [one, two] = [
      await imported(commonFacts(['12', '8', '13'])),
      await imported(commonFacts(['12', '8', '13']), createMemoryStore()),
    ];
    for (const month of MONTHS.slice(0, 3)) await bill(one, month);
    for (const month of MONTHS.slice(0, 3)) await bill(two, month);
    for (const month of MONTHS.slice(0, 3)) expect(await actOf(two, month)).toEqual(await actOf(one, month));
  });
});
