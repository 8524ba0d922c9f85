import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { explainAccount } from '../../src/charges/explain';
import type { Month } from '../../src/kernel/calendar';
import { decimalText, parseExact } from '../../src/kernel/gate';
import { must } from '../../src/kernel/result';
import { roundedQuotient } from '../../src/kernel/rounding';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord } from '../../src/model/records';
import { type BillOptions, billHouse } from '../../src/recalculation/bill-house';
import { BILLED, factsOf, houseShape, NO_GAS_OR_LAND, PLAIN_HOUSE } from './random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const house = (records: readonly FactRecord[]): HouseFacts => {
  const assembled = assembleHouse(records);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
  return assembled.value;
};

const billsOf = (facts: HouseFacts, month: Month, charged?: BillOptions['charged']): readonly Bill[] => {
  const bills = billHouse(facts, month, { charged });
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()];
};

const shapes = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
const month = fc.constantFrom(...BILLED);

describe('the month of a random house', () => {
  it('is told with the very lines that the silent run computes', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const facts = house(factsOf(shape));
        const charged = chargeHouse(facts, on);
        if (!charged.ok) throw new Error(JSON.stringify(charged.error));
        const charges = charged.value;
        for (const row of charges.rows) {
          const told = explainAccount(facts, on, row.account.number);
          if (!told.ok) throw new Error(JSON.stringify(told.error));
          expect(told.value.services.flatMap((service) => service.lines.map(({ line }) => line))).toEqual(charges.linesOf(row.row));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('does not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(shapes, month, fc.integer(), (shape, on, seed) => {
        const records = factsOf(shape);
        const shuffled = [...records]
          .map((record, index) => ({ record, key: Math.imul(index + 1, seed | 1) % 1009 }))
          .sort((a, b) => a.key - b.key);
        expect(billsOf(house(shuffled.map(({ record }) => record)), on)).toEqual(billsOf(house(records), on));
      }),
      { numRuns: RUNS },
    );
  });

  it('can be redone line by line with a pocket calculator', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        for (const bill of billsOf(house(factsOf(shape)), on)) {
          for (const line of bill.lines) if (line.kind === 'charge') expectPriced(line);
          expect(bill.total).toBe(bill.lines.reduce((sum, line) => sum + line.amount, 0));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('adjusts earlier months to the same sums whether they are read from the bills or computed from the facts', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const facts = house(factsOf(shape));
        const charged = new Map<string, Line[]>();
        for (const on of BILLED) {
          const fromBills = billsOf(facts, on, (account, earlier) => charged.get(`${account} ${earlier}`) ?? []);
          expect(fromBills).toEqual(billsOf(facts, on));
          for (const bill of fromBills) {
            for (const line of bill.lines) {
              const key = `${bill.account} ${line.month}`;
              charged.set(key, [...(charged.get(key) ?? []), line]);
            }
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** A part of one sum may have a spare kopeck of it; its volume is a part too. */
const expectPriced = (line: Line): void => {
  if (line.formula !== 'housing.part') expect(line.amount).toBe(priceOf(line));
  else expect(Math.abs(line.amount - priceOf(line))).toBeLessThanOrEqual(2);
};

const SHAPE = { integerDigits: 15, scale: 7, negative: true };

/** Volume × tariff of the printed texts, rounded half away from zero to the kopeck. */
const priceOf = (line: Line): number => {
  const volume = must(parseExact(line.volume, SHAPE)).int;
  const tariff = must(parseExact(line.tariff, SHAPE)).int;
  return Number(roundedQuotient(volume * tariff * 100n, 10n ** 14n));
};

describe('a meter that failed on the first day of a month and was read on that day', () => {
  it('changes the silent months before it in that month, not when something else happens later', () => {
    const used = (at: Readonly<Record<number, number>>): (number | null)[] => Array.from({ length: 14 }, (_, index) => at[index] ?? null);
    const life = {
      digits: 3 as const,
      start: 0,
      installed: 0,
      installedOn: 1,
      takenOn: used({}).map(() => 15),
      expires: null,
      fails: null,
      replaced: null,
      correction: null,
    };
    const flat = {
      area: 1500,
      people: [],
      owners: 1,
      cold: [],
      hot: [
        {
          ...life,
          used: used({ 3: 3000, 4: 3000, 5: 3000, 6: 3000, 7: 0 }),
          fails: [10, 1] as [number, number],
          replaced: [10, 1, true] as [number, number, boolean],
        },
      ],
      electricity: null,
      sale: null,
      ...NO_GAS_OR_LAND,
      impossible: false,
      acts: [],
      shop: false,
      heatedSince: null,
      stoveSince: null,
    };
    const facts = house(factsOf({ flats: [flat], policies: {}, ...PLAIN_HOUSE, tariffChange: null }));
    const [bill] = billsOf(facts, BILLED[7] as Month);
    expect(bill?.month).toBe('2026-04');
    expect(bill?.lines.filter(({ kind, service }) => kind === 'adjustment' && service === 'hotWater').map(({ month }) => month)).toEqual([
      '2026-02',
      '2026-03',
    ]);
  });
});

describe('a meter put in just after the flat was sold', () => {
  it('gives the same line of nothing whether a closing reading of a later month is known or not', () => {
    const silent = Array.from({ length: 14 }, () => null);
    const life = {
      digits: 3 as const,
      start: 0,
      installed: 4,
      installedOn: 2,
      used: silent,
      takenOn: silent.map(() => 15),
      expires: null,
      fails: null,
      correction: null,
    };
    const lines = (replaced: [number, number, boolean] | null) => {
      const flat = {
        area: 1500,
        people: [],
        owners: 1,
        cold: [],
        hot: [],
        electricity: [{ ...life, replaced }, 1] as [typeof life & { replaced: typeof replaced }, number],
        sale: [4, 2] as [number, number],
        ...NO_GAS_OR_LAND,
        impossible: false,
        acts: [],
        shop: false,
        heatedSince: null,
        stoveSince: null,
      };
      return billsOf(house(factsOf({ flats: [flat], policies: {}, ...PLAIN_HOUSE, tariffChange: null })), '2025-10' as Month);
    };
    expect(lines([5, 1, true])).toEqual(lines(null));
  });
});

describe('metered water of a dwelling that is read in the end', () => {
  it('is billed to the last litre over the months, averages and their correction included', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30_000 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(gaps, (history) => {
        const { records, last, total } = gappedHistory(history);
        const facts = house(records);
        let sum = 0n;
        for (const on of BILLED.filter((one) => one <= last)) {
          for (const bill of billsOf(facts, on)) {
            for (const line of bill.lines) if (line.service === 'coldWater') sum += must(parseExact(line.volume, SHAPE)).int;
          }
        }
        expect(decimalText(sum, 7)).toBe(decimalText(BigInt(total) * 10_000n, 7));
      }),
      { numRuns: RUNS },
    );
  });
});

/** A flat that was read every month before, then with gaps of up to three months; ends with a reading. */
const gappedHistory = (history: readonly (readonly [number, number])[]): { records: FactRecord[]; last: Month; total: number } => {
  const used: (number | null)[] = [null, 3000, 3000];
  let total = 0;
  for (const [silent, litres] of history) {
    if (used.length + silent + 1 > 14) break;
    for (let i = 0; i < silent; i += 1) used.push(null);
    used.push(litres);
    total += litres;
  }
  const last = BILLED[used.length - 4] as Month;
  while (used.length < 14) used.push(null);
  const flat = {
    area: 5000,
    people: [],
    owners: 1,
    cold: [
      {
        digits: 5 as const,
        start: 1,
        installed: 0,
        installedOn: 1,
        used,
        takenOn: used.map(() => 20),
        expires: null,
        fails: null,
        replaced: null,
        correction: null,
      },
    ],
    hot: [],
    electricity: null,
    sale: null,
    ...NO_GAS_OR_LAND,
    impossible: false,
    acts: [],
    shop: false,
    heatedSince: null,
    stoveSince: null,
  };
  return { records: factsOf({ flats: [flat], policies: {}, ...PLAIN_HOUSE, tariffChange: null }), last, total };
};
