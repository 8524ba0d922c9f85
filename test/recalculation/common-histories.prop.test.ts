import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bill } from '../../src/model/bill';
import type { FactRecord } from '../../src/model/records';
import { commonRecords, commonShape, monthsOf } from '../house/random-common';
import { latenessIn, told } from './late-facts';
import { lived } from './lives';

const RUNS = Number(process.env['FC_RUNS'] ?? 60);

/** Kopecks of common needs by account, service and month; what settles a year or a surplus is its own sum. */
const sumsOf = (bills: readonly Bill[]): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const { account, lines } of bills)
    for (const { service, part, basis, month, amount } of lines)
      if (part === 'common' && basis !== 'commonTrueUp' && basis !== 'commonSurplus') {
        const key = `${account} ${service} ${month}`;
        sums.set(key, (sums.get(key) ?? 0) + amount);
      }
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
};

/** Facts that divide the common volume and do not change what anybody took. */
const DIVIDES: ReadonlySet<FactRecord['kind']> = new Set(['premises', 'tariff']);

const histories = fc.tuple(commonShape, latenessIn(5)).map(([shape, late]) => {
  const records = commonRecords(shape);
  const divides = records.map((record, at) => (DIVIDES.has(record.kind) ? at : -1)).filter((at) => at >= 0);
  const own = late.map((one) => ({ ...one, fact: divides[one.fact % divides.length] as number }));
  return { months: monthsOf(shape), history: told(records, own, 5) };
});

describe('common needs of a house whose areas and prices are told late', () => {
  it('cost every account in the end what they cost when the same facts are told in time', () => {
    fc.assert(
      fc.property(histories, ({ months, history }) => {
        const bills = lived(history, months);
        const inTime = lived([history.flat(), ...months.slice(1).map(() => [])], months);
        fc.pre(bills !== null && inTime !== null);
        expect(sumsOf(bills)).toEqual(sumsOf(inTime));
      }),
      { numRuns: RUNS },
    );
  });
});
