import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { asKopecks, type Kopecks, roublesText, sumMoney } from '../../src/kernel/money';
import type { Bill, Line, LineKind } from '../../src/model/bill';
import type { OldBillRow } from '../../src/model/old-bill';
import type { BillDifferenceCause } from '../../src/statements/parallel-cause';
import { parallelRun } from '../../src/statements/parallel-run';

const MONTH = '2026-10' as Month;
const SERVICES = ['coldWater', 'sewerage', 'electricity', 'maintenance'] as const;

/** Thousandths of a cubic metre at whole kopecks: half a kopeck goes away from zero. */
const priced = (thousandths: number, kopecks: number): Kopecks => asKopecks(Math.floor((thousandths * kopecks + 500) / 1000));
const volumeText = (thousandths: number): string => `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`;

const line = (kind: LineKind, service: Line['service'], volume: number, tariff: number, amount: Kopecks): Line => ({
  kind,
  service,
  provider: 'uk',
  month: MONTH,
  basis: 'meter',
  formula: '1',
  unit: 'm3',
  volume: volumeText(volume),
  tariffCode: 't',
  tariff: roublesText(asKopecks(tariff)),
  amount,
});

interface Case {
  readonly volume: number;
  readonly tariff: number;
  readonly seed: BillDifferenceCause | 'same';
}

const SEEDS = [
  'same',
  'onlyTheirs',
  'onlyOurs',
  'rounding',
  'tariff',
  'volume',
  'tariffAndVolume',
  'recalculation',
  'benefit',
  'factorExcess',
  'reduction',
  'vat',
  'several',
  'other',
] as const;

const KIND: Partial<Record<Case['seed'], LineKind>> = {
  recalculation: 'adjustment',
  benefit: 'discount',
  factorExcess: 'factorExcess',
  reduction: 'reduction',
  vat: 'vat',
  several: 'discount',
};

/** Ours and theirs of one account and service, which differ by the seed and by nothing else. */
const pair = ({ volume, tariff, seed }: Case, account: string, service: Line['service']) => {
  const amount = priced(volume, tariff);
  const kind = KIND[seed];
  const beside = asKopecks((kind === 'discount' || kind === 'reduction' ? -1 : 1) * 777);
  const lines = [
    line('charge', service, volume, tariff, amount),
    ...(kind === undefined ? [] : [line(kind, service, volume, tariff, beside)]),
  ];
  const row = (own: number, price: number, sum: number): OldBillRow => ({
    account,
    service,
    provider: 'uk',
    month: MONTH,
    amount: roublesText(asKopecks(sum)),
    volume: volumeText(own),
    tariff: roublesText(asKopecks(price)),
  });
  const other = {
    same: row(volume, tariff, amount),
    rounding: row(volume, tariff, amount + 1),
    tariff: row(volume, tariff + 500, priced(volume, tariff + 500)),
    volume: row(volume + 3000, tariff, priced(volume + 3000, tariff)),
    tariffAndVolume: row(volume + 3000, tariff + 500, priced(volume + 3000, tariff + 500)),
    several: row(volume, tariff + 500, priced(volume, tariff + 500)),
    other: row(volume, tariff, amount + 12_345),
  } as const satisfies Partial<Record<Case['seed'], OldBillRow>>;
  return {
    lines: seed === 'onlyTheirs' ? [] : lines,
    rows: seed === 'onlyOurs' ? [] : [(other as Partial<Record<Case['seed'], OldBillRow>>)[seed] ?? row(volume, tariff, amount)],
  };
};

const cases = fc.array(
  fc.record({
    volume: fc.integer({ min: 1000, max: 60_000 }),
    tariff: fc.integer({ min: 1000, max: 90_000 }),
    seed: fc.constantFrom(...SEEDS),
  }),
  { maxLength: 40 },
);

const build = (given: readonly Case[]) => {
  const theirs: OldBillRow[] = [];
  const bills = new Map<string, Line[]>();
  for (const [index, one] of given.entries()) {
    const account = `a-${index >> 2}`;
    const { lines, rows } = pair(one, account, SERVICES[index % 4] as Line['service']);
    theirs.push(...rows);
    bills.set(account, [...(bills.get(account) ?? []), ...lines]);
  }
  const ours = [...bills].map(
    ([account, lines]): Bill => ({
      account,
      premises: 'p',
      house: 'h',
      month: MONTH,
      madeBy: 'x',
      lines,
      total: sumMoney(lines.map((one) => one.amount)),
    }),
  );
  return { theirs, ours };
};

describe('a parallel run', () => {
  it('finds seeded differences of known causes, each as its cause, and no others', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { theirs, ours } = build(given);
        const found = parallelRun(theirs, ours, MONTH);
        const seeded = given.flatMap(({ seed }, index) => (seed === 'same' ? [] : [`a-${index >> 2} ${SERVICES[index % 4]} ${seed}`]));
        expect(found.differences.map(({ account, service, cause }) => `${account} ${service} ${cause}`).sort()).toEqual(seeded.sort());
        expect(found.same).toBe(given.length - seeded.length);
      }),
    );
  });

  it('has sums that agree: causes sum to the difference, the one that moves most money first', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { theirs, ours } = build(given);
        const { causes, differences, difference, ...sums } = parallelRun(theirs, ours, MONTH);
        expect(sumMoney(causes.map((one) => one.difference))).toBe(difference);
        expect(sums.ours - sums.theirs).toBe(difference);
        expect(causes.reduce((count, one) => count + one.count, 0)).toBe(differences.length);
        const moved = causes.map(({ cause }) =>
          differences.filter((one) => one.cause === cause).reduce((sum, one) => sum + Math.abs(one.difference), 0),
        );
        expect(moved).toEqual([...moved].sort((a, b) => b - a));
      }),
    );
  });

  it('does not depend on the order of rows and bills, passes over other months, takes numbers of theirs for ours', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { theirs, ours } = build(given);
        const expected = parallelRun(theirs, ours, MONTH);
        const renamed = theirs.map((row) => ({ ...row, account: `old-${row.account}` }));
        const earlier = theirs.map((row) => ({ ...row, month: '2026-09' as Month }));
        const accountOf = (number: string): string => number.replace('old-', '');
        expect(parallelRun([...renamed, ...earlier].reverse(), [...ours].reverse(), MONTH, { accountOf })).toEqual(expected);
      }),
    );
  });

  it('tells a cause without their numbers only when lines explain the sum', () => {
    const { theirs, ours } = build([
      { volume: 5000, tariff: 5000, seed: 'benefit' },
      { volume: 5000, tariff: 5000, seed: 'tariff' },
    ]);
    const bare = theirs.map(({ volume: _volume, tariff: _tariff, ...row }) => row);
    expect(
      parallelRun(bare, ours, MONTH)
        .differences.map(({ cause }) => cause)
        .sort(),
    ).toEqual(['benefit', 'other']);
  });

  it('sets common needs apart where they do', () => {
    const own = line('charge', 'coldWater', 5000, 5000, asKopecks(250_00));
    const lines: Line[] = [own, { ...own, part: 'common', amount: asKopecks(10_00), volume: '0.2' }];
    const bill: Bill = { account: 'a', premises: 'p', house: 'h', month: MONTH, madeBy: 'x', lines, total: asKopecks(260_00) };
    const row: OldBillRow = { account: 'a', service: 'coldWater', provider: 'uk', month: MONTH, amount: '250.00' };
    expect(parallelRun([{ ...row, amount: '260.00' }], [bill], MONTH).differences).toEqual([]);
    expect(parallelRun([row, { ...row, part: 'common', amount: '9.00' }], [bill], MONTH).differences).toMatchObject([
      { part: 'common', cause: 'other', difference: 1_00 },
    ]);
  });
});
