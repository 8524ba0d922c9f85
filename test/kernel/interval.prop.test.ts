import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Interval, intersection, interval, lastDayOf, lengthInDays, overlaps } from '../../src/kernel/interval';
import { eachDay, someDay } from './days';

const intervals = fc
  .tuple(someDay, fc.option(someDay, { freq: 4 }))
  .map(([a, b]): Interval => (b === null ? { from: a, to: null } : a < b ? { from: a, to: b } : { from: b, to: a }))
  .filter(({ from, to }) => interval(from, to).ok);

describe('intervals of days, [from, to)', () => {
  it('share a day exactly when both contain it, whichever stands first', () => {
    fc.assert(
      fc.property(intervals, intervals, someDay, (a, b, day) => {
        const both = intersection(a, b);
        expect(both !== null && contains(both, day)).toBe(contains(a, day) && contains(b, day));
        expect(overlaps(a, b)).toBe(both !== null);
        expect(overlaps(b, a)).toBe(both !== null);
        expect(intersection(b, a)).toEqual(both);
        if (both !== null) expect(interval(both.from, both.to).ok).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('have as many days as can be told one by one, and end on the last of them', () => {
    fc.assert(
      fc.property(intervals, ({ from, to }) => {
        fc.pre(to !== null);
        const days = eachDay(from, to);
        expect(lengthInDays({ from, to })).toBe(days.length);
        expect(lastDayOf({ from, to })).toBe(days.at(-1));
        expect(days.every((day) => contains({ from, to }, day))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
