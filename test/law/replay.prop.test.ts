import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargeHouse } from '../../src/charges/charge-house';
import type { HouseCharges } from '../../src/charges/house-month';
import { expandFacts } from '../../src/cli/verify/expand-facts';
import { addMonths, type Day, dayOfMonth, type Month, monthNumber, monthOf } from '../../src/kernel/calendar';
import { decimalText, parseExact } from '../../src/kernel/gate';
import { WIDEST } from '../../src/kernel/quantity';
import type { Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import type { HouseFacts } from '../../src/model/facts';
import type { FactRecord, ReadingRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { BILLED, factsOf, houseShape } from '../charges/random-house';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

const wanted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const house = (records: readonly FactRecord[]): HouseFacts => wanted(assembleHouse(records));
const billsOf = (facts: HouseFacts, month: Month): readonly Bill[] => [...wanted(billHouse(facts, month)).bills()];
const chargesOf = (facts: HouseFacts, month: Month, known: Month): HouseCharges =>
  wanted(chargeHouse(facts, month, { through: monthNumber(known) }));
const shapes = houseShape.filter((shape) => shape.flats.every((flat) => !flat.shop || flat.people.length === 0));
const month = fc.constantFrom(...BILLED);

/** Recalculations that the charges of a month never held, whenever its facts came. */
const OF_THEIR_OWN: ReadonlySet<Line['basis']> = new Set(['wasteYearly']);

/** Kopecks by account, service and month of debt; nothing where they are zero. */
class Sums {
  private readonly sums = new Map<string, number>();

  add(account: string, lines: Iterable<Line>): void {
    for (const { service, month: debt, amount, basis } of lines) {
      if (OF_THEIR_OWN.has(basis)) continue;
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
          const charges = chargesOf(facts, on, last);
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
        const earlier = records.filter((record) =>
          record.kind === 'reading' ? closes(record) <= on : record.kind !== 'act' || monthOf(record.on) <= on,
        );
        expect(billsOf(house(earlier), on)).toEqual(billsOf(house(records), on));
      }),
      { numRuns: RUNS },
    );
  });
});

/** A step of a history: months of silence, then a reading so many litres above the last one, or an accepted correction below it. */
const steps = fc.array(fc.record({ silent: fc.integer({ min: 0, max: 3 }), litres: fc.integer({ min: -30_000, max: 30_000 }) }), {
  minLength: 1,
  maxLength: 6,
});

const cubic = (litres: number): string => `${Math.trunc(litres / 1000)}.${String(litres % 1000).padStart(3, '0')}`;

const SINCE = '2010-01-01' as Day;

/** Three months read in time: from then on there is an average. */
const WORKED = [1, 2, 3].map((month) => ({ silent: 0, litres: month * 2000 }));

describe('water of a meter that is read in the end, corrections included', () => {
  it('is billed to the last litre, whatever was averaged on the way', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom('trueUp', 'carry'), (history, lateReading) => {
        let month = '2024-06' as Month;
        let stand = 0;
        const more = [...WORKED, ...history].map(({ silent, litres }) => {
          month = addMonths(month, silent + 1);
          const below = litres < 0 && stand > 0;
          stand = below ? Math.max(0, stand + litres) : stand + Math.abs(litres);
          return {
            on: `${month}-20` as Day,
            value: cubic(stand),
            ...(below ? { below: 'correction' as const, verdict: 'accepted' as const } : {}),
          };
        });
        const facts = house(
          expandFacts(
            {
              house: { policies: { lateReading } },
              tariffs: { coldWater: { [SINCE]: '50.93' } },
              normatives: { coldWater: { [SINCE]: '4.5' } },
              flats: [{ residents: 2, meters: [{ service: 'coldWater', commissioned: '2024-06-10' as Day, more }] }],
            },
            '2024-05',
          ),
        );
        let billed = 0n;
        for (let on = '2024-07' as Month; on <= month; on = addMonths(on, 1)) {
          for (const bill of billsOf(facts, on)) for (const line of bill.lines) billed += wanted(parseExact(line.volume, WIDEST)).int;
        }
        expect(decimalText(billed, WIDEST.scale)).toBe(decimalText(stand, 3));
      }),
      { numRuns: RUNS },
    );
  });
});
