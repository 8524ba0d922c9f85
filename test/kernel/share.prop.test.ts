import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../../src/kernel/result';
import { shareBy } from '../../src/kernel/share';

const RUNS = { numRuns: 5_000 };
const sizes = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 10 ** 9 }), fc.maxSafeInteger().map(Math.abs));
const wholes = fc.tuple(sizes, fc.boolean()).map(([size, minus]) => (minus && size !== 0 ? -size : size));
const weights = fc
  .oneof(
    fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 10 ** 7 }), { minLength: 1, maxLength: 30 }),
    fc.array(fc.maxSafeInteger().map(Math.abs), { minLength: 1, maxLength: 6 }),
  )
  .filter((all) => all.some((weight) => weight > 0));

const sum = (numbers: readonly number[]): bigint => numbers.reduce((all, one) => all + BigInt(one), 0n);
const parts = (whole: number, by: readonly number[]): readonly number[] => must(shareBy(whole, by));

/** The rule word for word, in wide integers. */
const byTheRule = (whole: number, by: readonly number[]): readonly number[] => {
  const size = BigInt(Math.abs(whole));
  const total = sum(by);
  const places = by.map((weight, place) => ({ place, part: (size * BigInt(weight)) / total, rest: (size * BigInt(weight)) % total }));
  let spare = size - places.reduce((all, { part }) => all + part, 0n);
  for (const one of [...places].sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))) {
    if (spare === 0n) break;
    one.part += 1n;
    spare -= 1n;
  }
  return places.map(({ part }) => Number(whole < 0 ? -part : part));
};

describe('sharing a sum, largest remainders first', () => {
  it('follows the rule word for word, in the narrow and in the wide width', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, by) => {
        expect(parts(whole, by)).toStrictEqual(byTheRule(whole, by));
      }),
      { numRuns: 20_000 },
    );
  });

  it('follows the rule where the narrow width ends', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: -3, max: 3 }), (by, more) => {
        const whole = Math.min(Math.floor(Number.MAX_SAFE_INTEGER / Math.max(...by)) + more, Number.MAX_SAFE_INTEGER);
        expect(parts(whole, by)).toStrictEqual(byTheRule(whole, by));
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps the sum', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, by) => {
        expect(sum(parts(whole, by))).toBe(BigInt(whole));
      }),
      RUNS,
    );
  });

  it('moves nobody by a whole kopeck from the exact share', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, by) => {
        const total = sum(by);
        parts(whole, by).forEach((part, place) => {
          const off = BigInt(part) * total - BigInt(whole) * BigInt(by[place] as number);
          expect(off < total && off > -total).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('mirrors a reversal', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, by) => {
        expect(parts(0 - whole, by)).toStrictEqual(parts(whole, by).map((part) => 0 - part));
      }),
      RUNS,
    );
  });

  it('gives nothing to a weight of zero', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, by) => {
        parts(whole, by).forEach((part, place) => {
          if (by[place] === 0) expect(part).toBe(0);
        });
      }),
      RUNS,
    );
  });

  it('never gives less to a larger weight, nor to the earlier of two equal ones', () => {
    fc.assert(
      fc.property(sizes, weights, (size, by) => {
        const shared = parts(size, by);
        const order = by.map((_, place) => place).sort((a, b) => (by[b] as number) - (by[a] as number) || a - b);
        const descending = order.map((place) => shared[place] as number);
        expect(descending).toStrictEqual([...descending].sort((a, b) => b - a));
      }),
      RUNS,
    );
  });

  it('follows shuffled weights: the same part for the same weight, a kopeck more or less only where remainders are equal', () => {
    const shuffled = weights.chain((by) =>
      fc.record({ by: fc.constant(by), order: fc.shuffledSubarray([...by.keys()], { minLength: by.length, maxLength: by.length }) }),
    );
    fc.assert(
      fc.property(wholes, shuffled, (whole, { by, order }) => {
        const before = parts(whole, by);
        const after = parts(
          whole,
          order.map((place) => by[place] as number),
        );
        const rests = by.map((weight) => (BigInt(Math.abs(whole)) * BigInt(weight)) % sum(by));
        order.forEach((place, at) => {
          const alone = rests.filter((rest) => rest === rests[place]).length === 1;
          expect(Math.abs((after[at] as number) - (before[place] as number))).toBeLessThanOrEqual(alone ? 0 : 1);
        });
      }),
      RUNS,
    );
  });
});
