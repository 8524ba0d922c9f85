import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensations } from '../../src/charges/compensations';
import { addDays, firstDay, type Instant, type Month } from '../../src/kernel/calendar';
import { decimalText } from '../../src/kernel/gate';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import { type FactRecord, factRecord } from '../../src/model/records';
import { billHouse, type ChargedLines } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { chargedIn } from '../../src/run/charged-before';
import { type BenefitShapes, benefitRecords, benefitShapes, daysOf } from './random-benefits';
import { BILLED, factsOf, type HouseShape, houseShape } from './random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const wanted = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const house = (records: readonly FactRecord[]): HouseFacts => wanted(assembleHouse(records));

const billsOf = (facts: HouseFacts, month: Month, charged?: ChargedLines): readonly Bill[] => [
  ...wanted(billHouse(facts, month, { charged })).bills(),
];

/** Bills of the months in order, each after those before it. */
const billedThrough = (facts: HouseFacts, last: Month): readonly Bill[] => {
  const bills = new Map<string, Bill[]>();
  for (const month of BILLED.filter((one) => one <= last))
    for (const bill of billsOf(facts, month, chargedIn(bills))) bills.set(bill.account, [...(bills.get(bill.account) ?? []), bill]);
  return [...bills.values()].flat();
};

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);
const isBenefit = ({ basis }: Line): boolean => basis === 'benefit';

const houses = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
const shapes = fc.tuple(houses, benefitShapes, fc.constantFrom('best', 'each'));
const month = fc.constantFrom(...BILLED);

const records = ([shape, benefits, order]: [HouseShape, BenefitShapes, string]): FactRecord[] => [
  ...factsOf({ ...shape, policies: { ...shape.policies, benefitOrder: order } as HouseShape['policies'] }),
  ...benefitRecords(benefits, shape.flats.length),
];

describe('benefits of a random house', () => {
  it('are told with the very lines of the bills', () => {
    let told = 0;
    fc.assert(
      fc.property(shapes, month, (of, on) => {
        const facts = house(records(of));
        for (const bill of billsOf(facts, on)) {
          if (!bill.lines.some(isBenefit)) continue;
          const explained = wanted(explainBill(facts, on, bill.account));
          const lines = explained.services.flatMap((service) => service.lines);
          expect([...lines.map(({ line }) => line), ...explained.adjustments.map(({ line }) => line)]).toEqual(bill.lines);
          for (const { line, trace } of lines) expect(trace.value).toBe(decimalText(line.amount, 2));
          told += 1;
        }
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(0);
  });

  it('never take more than the charge that reductions leave', () => {
    fc.assert(
      fc.property(shapes, month, (of, on) => {
        for (const { lines } of billsOf(house(records(of)), on)) {
          const sums = new Map<string, number>();
          const own = lines.filter(({ kind }) => kind === 'charge' || kind === 'reduction' || kind === 'discount');
          for (const line of own) {
            const key = [line.service, line.component, line.zone, line.range, line.item, line.share, line.use, line.tariffCode].join('|');
            sums.set(key, (sums.get(key) ?? 0) + line.amount);
            if (line.kind === 'discount') expect(line.amount).toBeLessThan(0);
          }
          for (const line of own.filter(({ kind }) => kind === 'discount')) {
            const key = [line.service, line.component, line.zone, line.range, line.item, line.share, line.use, line.tariffCode].join('|');
            expect(sums.get(key)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('leave every other line as it is, but for the fact that is named: of several that change one month the first is', () => {
    fc.assert(
      fc.property(shapes, month, ([shape, benefits, order], on) => {
        const own = (bills: readonly Bill[]) =>
          bills.map(({ lines }) => lines.filter((line) => !isBenefit(line)).map(({ cause: _cause, ...line }) => line));
        const without = billsOf(house(records([shape, [], order])), on).filter(({ lines }) => lines.length > 0);
        const withBenefits = billsOf(house(records([shape, benefits, order])), on);
        const accounts = new Set(without.map(({ account }) => account));
        expect(own(withBenefits.filter(({ account }) => accounts.has(account)))).toEqual(own(without));
      }),
      { numRuns: RUNS },
    );
  });

  it('do not depend on the order in which facts came', () => {
    fc.assert(
      fc.property(shapes, month, (of, on) => {
        const facts = records(of);
        expect(billsOf(house(facts.toReversed()), on)).toEqual(billsOf(house(facts), on));
      }),
      { numRuns: RUNS },
    );
  });

  it('change earlier months to the same sums by the bills and by the facts alone', () => {
    fc.assert(
      fc.property(shapes, (of) => {
        const facts = house(records(of));
        const bills = new Map<string, Bill[]>();
        for (const on of BILLED) {
          const fromBills = billsOf(facts, on, chargedIn(bills));
          expect(fromBills).toEqual(billsOf(facts, on));
          for (const bill of fromBills) bills.set(bill.account, [...(bills.get(bill.account) ?? []), bill]);
        }
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('whose document came late give what they would have given in time', () => {
    fc.assert(
      fc.property(houses, benefitShapes, (shape, benefits) => {
        const last = BILLED[BILLED.length - 1] as Month;
        const sum = (late: BenefitShapes) =>
          sumOf(billedThrough(house(records([shape, late, 'best'])), last).flatMap(({ lines }) => lines));
        expect(sum(benefits)).toBe(sum(benefits.map((one) => ({ ...one, late: null }))));
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('that are withdrawn give back to the kopeck what they took', () => {
    fc.assert(
      fc.property(houses, benefitShapes, month, (shape, benefits, on) => {
        const facts = records([shape, benefits, 'best']);
        const withdrawn = facts
          .filter(({ kind }) => kind === 'benefit')
          .map((one) =>
            factRecord.parse({
              ...one,
              id: `${one.id}-off`,
              supersedes: one.id,
              withdrawn: true,
              knownAt: `${on}-28T09:00:00.000Z` as Instant,
            }),
          );
        const lines = billedThrough(house([...facts, ...withdrawn]), on).flatMap((bill) => bill.lines);
        expect(sumOf(lines.filter(isBenefit))).toBe(0);
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it('told in two facts that touch are one benefit', () => {
    fc.assert(
      fc.property(houses, benefitShapes, month, fc.integer({ min: 1, max: 27 }), (shape, benefits, on, cut) => {
        const at = addDays(firstDay(on), cut);
        const halves = benefitRecords(benefits, shape.flats.length).flatMap((one, index): FactRecord[] => {
          const { from, to } = daysOf(benefits[index] as BenefitShapes[number]);
          return from < at && (to === null || at < to)
            ? [factRecord.parse({ ...one, to: at }), factRecord.parse({ ...one, id: `${one.id}-2`, from: at })]
            : [one];
        });
        const plain = factsOf(shape);
        const total = (facts: readonly FactRecord[]) => billsOf(house([...plain, ...facts]), on).map((bill) => bill.total);
        expect(total(halves)).toEqual(total(benefitRecords(benefits, shape.flats.length)));
      }),
      { numRuns: RUNS },
    );
  });

  it('paid to the citizen change no bill and sum to what a discount would take', () => {
    fc.assert(
      fc.property(houses, benefitShapes, month, (shape, benefits, on) => {
        const paid = (way: string) =>
          house([
            ...factsOf(shape),
            ...benefitRecords(
              benefits.map((one) => ({ ...one, late: null })),
              shape.flats.length,
            ).map((one) => factRecord.parse({ ...one, paid: way })),
          ]);
        const [off, money] = [paid('discount'), paid('compensation')];
        const bills = billsOf(money, on);
        expect(bills.flatMap(({ lines }) => lines.filter(isBenefit))).toEqual([]);
        const taken = billsOf(off, on).flatMap(({ lines }) => lines.filter((line) => line.kind === 'discount'));
        expect(wanted(compensations(money, on, bills)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0 - sumOf(taken));
      }),
      { numRuns: RUNS },
    );
  });
});
