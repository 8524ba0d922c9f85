import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datedSeries, entryOn, stretches } from '../../src/kernel/dated';
import { must } from '../../src/kernel/result';
import { eachDay, someDay } from './days';

const entries = fc.uniqueArray(fc.record({ from: someDay, value: fc.option(fc.string()) }), {
  selector: (entry) => entry.from,
  maxLength: 12,
});

describe('a value that counts from a day', () => {
  it('is cut into stretches that cover every day exactly once, each with the entry in force on all of its days', () => {
    fc.assert(
      fc.property(entries, someDay, someDay, (unordered, a, b) => {
        const series = must(datedSeries(unordered));
        const [from, to] = a < b ? [a, b] : [b, a];
        const cuts = stretches(series, from, to);
        expect(cuts.flatMap((cut) => eachDay(cut.from, cut.to))).toEqual(eachDay(from, to));
        for (const cut of cuts)
          for (const day of eachDay(cut.from, cut.to)) if (entryOn(series, day) !== cut.entry) expect.unreachable(day);
        for (const [at, cut] of cuts.entries()) expect(cut.entry).not.toBe(at === 0 ? null : cuts[at - 1]?.entry);
      }),
      { numRuns: 500 },
    );
  });

  it('is on each day the latest entry that has begun', () => {
    fc.assert(
      fc.property(entries, someDay, (unordered, day) => {
        const begun = unordered.filter((entry) => entry.from <= day);
        const latest = begun.find((entry) => begun.every((other) => other.from <= entry.from));
        expect(entryOn(must(datedSeries(unordered)), day)).toBe(latest);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same series whatever order its entries came in, and none when a day comes twice', () => {
    const shuffled = entries.chain((all) =>
      fc.record({ all: fc.constant(all), other: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }) }),
    );
    fc.assert(
      fc.property(shuffled, ({ all, other }) => {
        expect(datedSeries(other)).toEqual(datedSeries(all));
        const [one] = other;
        if (one !== undefined)
          expect(datedSeries([...all, { ...one, value: 'again' }])).toEqual({
            ok: false,
            error: { code: 'series-overlap', value: one.from },
          });
      }),
    );
  });
});
