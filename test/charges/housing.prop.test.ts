import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import type { Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord } from '../../src/model/records';
import { containedVat } from '../../src/norms/vat';
import { billHouse } from '../../src/recalculation/bill-house';
import { vatTable } from '../../src/statements/vat-table';
import { BILLED, factsOf, type HouseShape, houseShape } from './random-house';
import { housingShape } from './random-housing';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const house = (records: readonly FactRecord[]): HouseFacts => {
  const assembled = assembleHouse(records);
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
  return assembled.value;
};

const billsOf = (facts: HouseFacts, month: Month): readonly Bill[] => {
  const bills = billHouse(facts, month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()];
};

const linesOf = (facts: HouseFacts, month: Month): readonly Line[] => {
  const charges = chargeHouse(facts, month);
  if (!charges.ok) throw new Error(JSON.stringify(charges.error));
  return charges.value.rows.flatMap(({ row }) => charges.value.linesOf(row));
};

const sumOf = (lines: readonly Line[]): number => sumMoney(lines.map(({ amount }) => amount));

/** Houses of a few flats without meters and rooms, with housing services. */
const shapes = fc
  .tuple(houseShape, housingShape)
  .map(([shape, housing]): HouseShape => ({ ...shape, communal: [], housing }))
  .filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
const month = fc.constantFrom(...BILLED);
type Housing = NonNullable<HouseShape['housing']>;

/** The same house with one item and nothing else that could move its sums. */
const only = (shape: HouseShape, unit: Housing['units'][number]): Housing => ({
  ...(shape.housing as Housing),
  units: [unit],
  works: [],
  plans: [],
  defects: [],
  freed: null,
  tenants: [],
  capital: null,
  rent: false,
  policies: {},
  vat: 'none',
});

describe('parts of one sum', () => {
  it('make the sum of the house, whoever owns and uses it', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const own = only(shape, 'houseMonth');
        const facts = house(factsOf({ ...shape, tariffChange: null, housing: own }));
        expect(sumOf(linesOf(facts, on).filter(({ item }) => item === 'houseMonth'))).toBe(9000_01);
      }),
      { numRuns: RUNS },
    );
  });

  it('make the fee of the whole term over its months', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const own = only(shape, 'house');
        const facts = house(factsOf({ ...shape, tariffChange: null, housing: own }));
        const lines = BILLED.flatMap((on) => linesOf(facts, on).filter(({ item }) => item === 'house'));
        expect(sumOf(lines)).toBe(100_000_01);
        expect(new Set(lines.map((line) => line.month)).size).toBe(7);
      }),
      { numRuns: RUNS },
    );
  });

  it('of owners make what the flat pays without shares', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const own = only(shape, 'm2');
        const flats = shape.flats.map((flat) => ({ ...flat, sale: null }));
        const of = (owners: typeof own.owners) => house(factsOf({ ...shape, flats, housing: { ...own, owners } }));
        const byShares = linesOf(of(own.owners), on).filter(({ item }) => item === 'm2');
        const whole = linesOf(of([]), on).filter(({ item }) => item === 'm2');
        expect(sumOf(byShares.filter(({ kind }) => kind === 'charge'))).toBe(sumOf(whole.filter(({ kind }) => kind === 'charge')));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('housing services of a random house', () => {
  it('change nothing of the utilities', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const utilities = (housing: Housing | null) =>
          linesOf(house(factsOf({ ...shape, housing })), on).filter(({ unit }) => ['m3', 'kWh', 'Gcal'].includes(unit));
        expect(utilities(shape.housing ?? null)).toEqual(utilities(null));
      }),
      { numRuns: RUNS },
    );
  });

  it('are never reduced below nothing by poor quality', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const lines = linesOf(house(factsOf(shape)), on);
        for (const line of lines.filter(({ kind, service }) => kind === 'reduction' && service !== 'subscription')) {
          const base = lines.find((one) => one.kind === 'charge' && one.item === line.item && one.amount >= -line.amount);
          expect(base, JSON.stringify(line)).toBeDefined();
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('charge a work and a prepaid period once, in all months together', () => {
    let seen = 0;
    fc.assert(
      fc.property(shapes, (shape) => {
        const facts = house(factsOf(shape));
        const lines = BILLED.flatMap((on) => billsOf(facts, on).flatMap((bill) => bill.lines));
        for (const { id, price, quantity } of facts.housing.works) {
          const own = lines.filter(({ tariffCode, kind }) => tariffCode === id && kind !== 'vat');
          expect(own.length).toBeLessThanOrEqual(1);
          seen += own.length;
          for (const line of own) expect([line.tariff, line.volume === quantity || line.kind === 'adjustment']).toEqual([price, true]);
        }
        for (const { id } of facts.housing.prepaid)
          expect(lines.filter(({ tariffCode, kind }) => tariffCode === id && kind === 'charge').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

describe('the VAT table of any bills', () => {
  it('has the totals of the bills, and net and VAT make each amount', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const bills = billsOf(house(factsOf(shape)), on);
        const rows = vatTable(bills);
        expect(sumMoney(rows.map(({ amount }) => amount))).toBe(sumMoney(bills.map(({ total }) => total)));
        for (const { net, vat, amount, mode } of rows) {
          expect(net + vat).toBe(amount);
          if (mode === null || mode === 'exempt') expect(vat).toBe(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('contains a mirror of VAT in what is given back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fc.constantFrom('22', '20', '18', '10'), (amount, rate) => {
        expect(containedVat(-amount, rate)).toBe(0 - containedVat(amount, rate));
      }),
    );
  });
});
