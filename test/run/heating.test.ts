import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { billHouse } from '../../src/recalculation/bill-house';
import { type HeatingShape, heatingRecords } from '../house/random-heating';
import { codes, done, given } from './given';
import { at } from './small-house';

const flat = (area: number, kind: HeatingShape['flats'][number]['kind'], more: Partial<HeatingShape['flats'][number]> = {}) => ({
  ...{ area, kind, heat: Array.from({ length: 16 }, (_, n) => 200 + n * 17), silent: [], sale: null, grows: null, shop: false },
  ...more,
});

/** A house that pays evenly: a flat with a meter, one sold in February, one with its own boiler. */
const SHAPE: HeatingShape = {
  flats: [flat(543, 'metered'), flat(718, 'plain', { sale: 11 }), flat(402, 'source')],
  communal: false,
  common: 210,
  extra: Array.from({ length: 16 }, (_, n) => n % 5),
  tariff: 246_813,
  change: [7, 1, 271_244],
  policies: {},
  house: 'meter',
  start: 2,
};

const YEAR = Array.from({ length: 13 }, (_, n) => addMonths('2025-01' as Month, n));

const billed = async (records: readonly unknown[]) => {
  const engine = given();
  engine.clock.set(at('2025-01-05'));
  await done(engine.saldo.importFacts(records));
  for (const month of YEAR) {
    engine.clock.set(at(`${addMonths(month, 1)}-02`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
  }
  return engine;
};

const factsOf = (records: Parameters<typeof assembleHouse>[0]): HouseFacts => {
  const facts = assembleHouse(records);
  if (!facts.ok) throw new Error('facts');
  return facts.value;
};

/** Lines by account: a store answers bills in order of accounts. */
const linesOf = (bills: readonly Bill[]): Readonly<Record<string, readonly Line[]>> =>
  Object.fromEntries(bills.map(({ account, lines }) => [account, lines]));

describe('heating over a store', () => {
  it('corrects a year of even payment from the bills as from the facts, also for an account that was closed, and once', async () => {
    const records = heatingRecords(SHAPE, 'uniform');
    const engine = await billed(records);
    const pure = billHouse(factsOf(records), '2026-01' as Month);
    if (!pure.ok) throw new Error('bills');
    const kept = await engine.store.billsOf('h', '2026-01' as Month);
    expect(linesOf(kept)).toEqual(linesOf([...pure.value.bills()]));
    const corrected = kept.filter(({ lines }) => lines.some(({ basis }) => basis === 'heatingCorrection')).map(({ account }) => account);
    expect(corrected.sort()).toEqual(['1', '2', '2-b', '3']);
    expect(await done(engine.saldo.billMonth({ house: 'h', month: '2026-01' }))).toMatchObject({ repeated: true });
  });

  it('keeps a correction out of the sums of the next one', async () => {
    const records = heatingRecords({ ...SHAPE, policies: { heatingCorrectionSpread: 'twelveShares' } }, 'uniform');
    const engine = await billed(records);
    engine.clock.set(at('2026-03-02'));
    await done(engine.saldo.billMonth({ house: 'h', month: '2026-02' }));
    const pure = billHouse(factsOf(records), '2026-02' as Month);
    if (!pure.ok) throw new Error('bills');
    const kept = await engine.store.billsOf('h', '2026-02' as Month);
    expect(linesOf(kept)).toEqual(linesOf([...pure.value.bills()]));
    expect(kept.flatMap(({ lines }) => lines).filter(({ basis }) => basis === 'heatingCorrection')).toHaveLength(4);
  });

  it('refuses a month that cannot be divided, and writes nothing', async () => {
    const engine = given();
    engine.clock.set(at('2025-01-05'));
    await done(engine.saldo.importFacts(heatingRecords(SHAPE, 'season').filter((record) => record.id !== 'v-2025-01')));
    engine.clock.set(at('2025-02-02'));
    expect(await codes(engine.saldo.billMonth({ house: 'h', month: '2025-01' }))).toEqual(['heating-volume-missing']);
    expect(await engine.store.billsOf('h', '2025-01' as Month)).toEqual([]);
  });
});
