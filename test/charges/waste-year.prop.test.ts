import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import type { Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { factRecord } from '../../src/model/records';
import { billHouse, type ChargedLines } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);
const YEAR: readonly Month[] = ['2025-10', '2025-11', '2025-12'] as never;
const POSTS = '2026-01' as Month;
const ACT = 'решение региона';

interface Known {
  /** Tariff from October, and another from the middle of November. */
  readonly prices: readonly [string, string | null];
  readonly provider: string;
  readonly group: boolean;
  readonly vat: 'onTop' | 'included' | null;
}

const houseOf = ({ prices: [first, later], provider, group, vat }: Known, people: number, removed: number): HouseFacts => {
  const priced = (from: string, value: string) => ({ from, value, act: ACT, ...(vat === null ? {} : { vat: { mode: vat } }) });
  const reviewed = { reviewedThrough: '2026-12-31' };
  const tariff = { title: 'Тариф ТКО', unit: 'RUB/m3', ...reviewed };
  const records: readonly object[] = [
    { kind: 'house', id: 'h', address: 'ул. Годовая, 1', region: 'test', billedSince: YEAR[0] },
    { kind: 'provider', id: 'p', name: 'Оператор' },
    { kind: 'provider', id: 'q', name: 'Другой оператор' },
    {
      kind: 'premises',
      id: 'f',
      house: 'h',
      number: '1',
      type: 'dwelling',
      areas: [{ from: '2020-01-01', value: '50' }],
      ...(group ? { tariffGroups: [{ from: '2025-10-01', group: 'veterans' }] } : {}),
    },
    { kind: 'account', id: 'a', number: '1', premises: 'f', from: '2020-01-01' },
    ...Array.from({ length: people }, (_, index) => ({
      kind: 'resident',
      id: `r${index}`,
      premises: 'f',
      person: `p${index}`,
      from: '2020-01-01',
    })),
    {
      kind: 'tariff',
      id: 't',
      code: 'waste',
      ...tariff,
      entries: [priced('2020-01-01', first), ...(later === null ? [] : [priced('2025-11-16', later)])],
    },
    { kind: 'tariff', id: 'v', code: 'veterans', ...tariff, entries: [priced('2020-01-01', '300')] },
    {
      kind: 'normative',
      id: 'n',
      code: 'person',
      title: 'Норматив ТКО',
      unit: 'm3/person-year',
      ...reviewed,
      entries: [{ from: '2020-01-01', value: '2.196', act: ACT }],
    },
    {
      kind: 'service',
      id: 's',
      house: 'h',
      service: 'waste',
      provider,
      from: '2020-01-01',
      tariff: 'waste',
      tariffGroups: { veterans: { tariff: 'veterans' } },
      waste: {
        basis: [{ from: '2020-01-01', by: 'person', normative: 'person', act: ACT }],
        yearly: [{ from: '2025-01-01', by: 'containersPerson', act: ACT }],
      },
    },
    ...YEAR.map((month) => ({
      kind: 'wasteRemoval',
      id: `w-${month}`,
      house: 'h',
      month,
      volume: String(removed),
      otherResidents: 178,
      source: 'Ведомость',
    })),
  ];
  const facts = assembleHouse(records.map((record) => factRecord.parse(record)));
  if (!facts.ok) throw new Error(JSON.stringify(facts.error));
  return facts.value;
};

const billsOf = (facts: HouseFacts, month: Month, charged?: ChargedLines) => {
  const bills = billHouse(facts, month, { charged });
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return bills.value;
};

/** Lines of the year as facts of then charged them, by month. */
const chargedBy = (facts: HouseFacts): ReadonlyMap<Month, readonly Line[]> =>
  new Map(YEAR.map((month) => [month, [...billsOf(facts, month).bills()].flatMap(({ lines }) => lines)]));

const yearlyOf = (facts: HouseFacts, charged: ReadonlyMap<Month, readonly Line[]>) =>
  billsOf(facts, POSTS, (_, month) => charged.get(month)).wasteYear;

const total = (lines: readonly Pick<Line, 'amount'>[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

const plain: Known = { prices: ['641', null], provider: 'p', group: false, vat: null };
/** What the recalculation of the year gives when the facts were corrected after the year had been charged. */
const corrected = (known: Partial<Known>) =>
  yearlyOf(houseOf({ ...plain, ...known }, 2, 33), chargedBy(houseOf(plain, 2, 33))).map(({ line }) => [line.tariff, line.amount]);

describe('the recalculation of a year of waste after the facts were corrected', () => {
  it('takes a tariff written otherwise for the same tariff', () => {
    expect(corrected({})).toEqual([['641', 127]]);
    expect(corrected({ prices: ['641.00', null] })).toEqual([['641.00', 127]]);
  });

  it('takes back what was charged at a price that is none any more: 715.00 − 703.83 = 11.17', () => {
    expect(corrected({ prices: ['650', null] })).toEqual([
      ['650', 71_500],
      ['641', -70_383],
    ]);
  });

  const price = fc.constantFrom('641', '641.00', '650', '700.5', '300');
  const known: fc.Arbitrary<Known> = fc.record({
    prices: fc.tuple(price, fc.option(price, { nil: null })) as fc.Arbitrary<Known['prices']>,
    provider: fc.constantFrom('p', 'q'),
    group: fc.boolean(),
    vat: fc.constantFrom('onTop', 'included', null),
  });
  const people = fc.integer({ min: 1, max: 4 });
  const removed = fc.integer({ min: 0, max: 60 });

  it('asks for the year by what was removed, whatever was charged for it', () => {
    fc.assert(
      fc.property(known, known, people, removed, (was, now, persons, volume) => {
        const facts = houseOf({ ...now, vat: null }, persons, volume);
        const paid = (of: HouseFacts): number => {
          const charged = chargedBy(of);
          return total([...charged.values()].flat()) + total(yearlyOf(facts, charged).map(({ line }) => line));
        };
        expect(paid(houseOf({ ...was, vat: null }, persons, volume))).toBe(paid(facts));
      }),
      { numRuns: RUNS },
    );
  });

  it('counts every charged line of the year once, and posts nothing when it is asked again', () => {
    fc.assert(
      fc.property(known, known, people, removed, (was, now, persons, volume) => {
        const [before, facts] = [houseOf(was, persons, volume), houseOf(now, persons, volume)];
        const charged = chargedBy(before);
        const found = yearlyOf(facts, charged);
        const same = new Set(found.map(({ line }) => `${line.provider} ${line.tariffCode} ${Number(line.tariff)} ${line.vat?.mode}`));
        const lines = [...charged.values()]
          .flat()
          .filter(
            (line) => line.kind !== 'vat' && same.has(`${line.provider} ${line.tariffCode} ${Number(line.tariff)} ${line.vat?.mode}`),
          );
        expect(found.flatMap(({ months }) => months).reduce((sum, one) => sum + one.charged, 0)).toBe(total(lines));
        const after = new Map(
          YEAR.map((month) => [
            month,
            [...(charged.get(month) ?? []), ...found.map(({ line }) => line).filter((line) => line.month === month)],
          ]),
        );
        expect(yearlyOf(facts, after)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('tells the sum that it posts', () => {
    fc.assert(
      fc.property(known, people, removed, (now, persons, volume) => {
        const facts = houseOf(now, persons, volume);
        const told = explainBill(facts, POSTS, '1');
        if (!told.ok) throw new Error(JSON.stringify(told.error));
        for (const { line, trace } of told.value.adjustments) expect(Math.round(Number(trace?.value) * 100)).toBe(line.amount);
      }),
      { numRuns: RUNS },
    );
  });
});
