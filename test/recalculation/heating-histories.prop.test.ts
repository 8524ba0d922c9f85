import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from '../../src/kernel/calendar';
import type { Bill } from '../../src/model/bill';
import { heatingRecords, heatingShape } from '../house/random-heating';
import { latenessIn, told } from './late-facts';
import { lived } from './lives';

const RUNS = Number(process.env['FC_RUNS'] ?? 30);

/** A year of heating, the month that corrects it, and some after. */
const MONTHS = Array.from({ length: 15 }, (_, index) => addMonths('2025-01' as Month, index));

/** Kopecks of heating by account. A correction of a year stands for all its months, so months are not told apart. */
const sumsOf = (bills: readonly Bill[]): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const { account, lines } of bills)
    for (const { service, amount } of lines) if (service === 'heating') sums.set(account, (sums.get(account) ?? 0) + amount);
  return [...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
};

const histories = fc
  .tuple(heatingShape, fc.constantFrom('season' as const, 'uniform' as const), latenessIn(MONTHS.length))
  .map(([shape, mode, late]) => told(heatingRecords(shape, mode), late, MONTHS.length));

describe('heating of a house whose facts are told late, mended and withdrawn', () => {
  it('costs every account in the end what it costs when the same facts are told in time', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const bills = lived(history, MONTHS);
        const inTime = lived([history.flat(), ...MONTHS.slice(1).map(() => [])], MONTHS);
        fc.pre(bills !== null && inTime !== null);
        expect(sumsOf(bills)).toEqual(sumsOf(inTime));
      }),
      { numRuns: RUNS },
    );
  });
});
