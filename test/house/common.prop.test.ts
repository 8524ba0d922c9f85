import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trueUpThrough } from '../../src/house/formulas';
import { scaledSafe } from '../../src/kernel/gate';
import { scaled } from '../../src/kernel/quantity';
import type { Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { HouseAct } from '../../src/model/house-act';
import { calculate } from '../../src/norms/formula';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { type CommonShape, commonRecords, commonShape, monthsOf } from './random-common';

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const int = (text: string | null): number => (text === null ? 0 : scaledSafe(text, 7));

const billed = (shape: CommonShape) => {
  const facts = must(assembleHouse(commonRecords(shape)));
  return monthsOf(shape).map((month) => ({ facts, month, bills: must(billHouse(facts, month)) }));
};

const actsOf = (shape: CommonShape): readonly HouseAct[] => billed(shape).flatMap(({ bills }) => bills.acts);

describe('common needs of random houses', () => {
  it('explain the volume of the house to the last digit: premises + own use + corrections + common in all its parts', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        for (const act of actsOf(shape)) {
          if (act.actual === null) continue;
          expect(int(act.premisesVolume) + int(act.ownUse) + int(act.posted) + int(act.actual)).toBe(int(act.supplied));
          const parts = int(act.billed) + int(act.unbilled) + int(act.deferred) + int(act.carriedOut) - int(act.surplus);
          expect(parts).toBe(int(act.actual) + int(act.carriedIn));
        }
      }),
    );
  });

  it('are charged in lines that make the charged volume, and the rest of the billed one is told', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        for (const { bills } of billed(shape)) {
          for (const act of bills.acts) {
            const lines = [...bills.bills()].flatMap((bill) =>
              bill.lines.filter(
                (line) =>
                  line.part === 'common' &&
                  line.kind === 'charge' &&
                  line.service === act.service &&
                  line.basis !== 'commonSurplus' &&
                  line.component !== 'heat',
              ),
            );
            const volume = lines.reduce((sum, line) => sum + int(line.volume), 0);
            expect(volume).toBe(int(act.charged.volume));
            expect(int(act.billed) - volume).toBe(int(act.residue));
          }
        }
      }),
    );
  });

  it('never charge a negative volume but a surplus, which never passes the own volume of the month', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        for (const { bills } of billed(shape)) {
          for (const bill of bills.bills()) {
            for (const line of bill.lines.filter(({ part, kind }) => part === 'common' && kind === 'charge')) {
              if (line.basis !== 'commonSurplus') expect(int(line.volume)).toBeGreaterThanOrEqual(0);
              else {
                const own = bill.lines.filter(
                  (one) => one.part === undefined && one.kind === 'charge' && one.service === line.service && one.unit === line.unit,
                );
                expect(-int(line.volume)).toBeLessThanOrEqual(
                  own.reduce((sum, one) => sum + int(one.volume), 0) + (line.component === 'heat' ? 1 : 0),
                );
              }
            }
          }
        }
      }),
    );
  });

  it('are told as they are charged', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        for (const { facts, month, bills } of billed(shape)) {
          for (const bill of bills.bills()) {
            const told = must(explainBill(facts, month, bill.account));
            expect([
              ...told.services.flatMap((one) => one.lines.map(({ line }) => line)),
              ...told.adjustments.map(({ line }) => line),
            ]).toEqual(bill.lines);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the order of facts', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        const records = commonRecords(shape);
        const of = (list: typeof records) => {
          const facts = must(assembleHouse(list));
          return monthsOf(shape).map((month) => {
            const bills = must(billHouse(facts, month));
            return [[...bills.bills()], bills.acts];
          });
        };
        expect(of(records.toReversed())).toEqual(of(records));
      }),
    );
  });

  it('are the same from the acts of earlier months as from the facts alone', () => {
    fc.assert(
      fc.property(commonShape, (shape) => {
        const acts = new Map<string, readonly HouseAct[]>();
        for (const { facts, month, bills } of billed(shape)) {
          const again = must(billHouse(facts, month, { acts: (of) => acts.get(of) }));
          expect([...again.bills()]).toEqual([...bills.bills()]);
          acts.set(month, again.acts);
        }
      }),
    );
  });

  it('true up a year to the kopeck: the twelve shares make the whole, whatever the day of asking', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }), (total) => {
        const through = (share: number): number =>
          Number(calculate(trueUpThrough, { P: scaled(total, 2, 'RUB'), a: scaled(share, 0, '1'), b: scaled(12, 0, '1') }));
        let sum = 0;
        for (let share = 1; share <= 12; share += 1) sum += through(share) - through(share - 1);
        expect(sum).toBe(total);
      }),
    );
  });
});
