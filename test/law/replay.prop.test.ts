import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import { addMonths, type Day, dayOfMonth, type Month, monthNumber, monthOf } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord, ReadingRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { BILLED, factsOf, houseShape } from '../charges/random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const house = (records: readonly FactRecord[]): HouseFacts => must(assembleHouse(records) as Parameters<typeof must<HouseFacts>>[0]);
const billsOf = (facts: HouseFacts, month: Month): readonly Bill[] => {
  const bills = billHouse(facts, month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()];
};

const shapes = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
const month = fc.constantFrom(...BILLED);

/** Kopecks by account, service and month of debt; nothing where they are zero. */
class Sums {
  private readonly sums = new Map<string, number>();

  add(account: string, lines: Iterable<Line>): void {
    for (const { service, month: debt, amount } of lines) {
      const key = `${account} ${service} ${debt}`;
      this.sums.set(key, (this.sums.get(key) ?? 0) + amount);
    }
  }

  get shown(): readonly (readonly [string, number])[] {
    return [...this.sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** The month that a reading closes when readings count up to the 25th. */
const closes = ({ purpose, takenOn, receivedOn }: ReadingRecord): Month => {
  const received: Day = purpose === 'closing' ? takenOn : (receivedOn ?? takenOn);
  return purpose !== 'closing' && dayOfMonth(received) > 25 ? addMonths(monthOf(received), 1) : monthOf(received);
};

describe('recalculation is replay and difference', () => {
  it('leaves every month of a random house charged as it would be charged with all that is known in the end', () => {
    fc.assert(
      fc.property(shapes, month, (shape, last) => {
        const facts = house(factsOf(shape));
        const months = BILLED.filter((one) => one <= last);
        const billed = new Sums();
        const known = new Sums();
        for (const on of months) {
          for (const bill of billsOf(facts, on)) billed.add(bill.account, bill.lines);
          const charges = must(chargeHouse(facts, on, { through: monthNumber(last) }));
          for (const row of charges.rows) known.add(row.account.number, charges.linesOf(row.row));
        }
        expect(billed.shown).toEqual(known.shown);
      }),
      { numRuns: RUNS },
    );
  });

  it('gives the same bills when a month is billed again', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const facts = house(factsOf(shape));
        const first = billsOf(facts, on);
        for (const other of BILLED) billsOf(facts, other);
        expect(billsOf(facts, on)).toEqual(first);
        expect(billsOf(house(factsOf(shape)), on)).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });

  it('bills a month alike whether readings of later months have come or not', () => {
    fc.assert(
      fc.property(shapes, month, (shape, on) => {
        const records = factsOf(shape);
        const earlier = records.filter((record) => record.kind !== 'reading' || closes(record) <= on);
        expect(billsOf(house(earlier), on)).toEqual(billsOf(house(records), on));
      }),
      { numRuns: RUNS },
    );
  });
});
