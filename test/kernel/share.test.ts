import { describe, expect, it } from 'vitest';
import { BillingInvariantError } from '../../src/kernel/result';
import { shareBy } from '../../src/kernel/share';

const parts = (whole: number, weights: readonly number[]): readonly number[] | string => {
  const shared = shareBy(whole, weights);
  return shared.ok ? shared.value : shared.error.code;
};

describe('sharing a sum, largest remainders first', () => {
  it.each([
    { by: '100 by three equal weights', whole: 100, weights: [1, 1, 1], shared: [34, 33, 33] },
    { by: '101 by three equal weights', whole: 101, weights: [1, 1, 1], shared: [34, 34, 33] },
    { by: 'the spare kopeck goes to the largest remainder: 10 × 1/6, 2/6, 3/6', whole: 10, weights: [1, 2, 3], shared: [2, 3, 5] },
    { by: '7 × 5/12, 4/12, 3/12 = 2.91, 2.33, 1.75', whole: 7, weights: [5, 4, 3], shared: [3, 2, 2] },
    { by: 'an equal remainder goes to the earlier place: 1 × 1/2, 1/2', whole: 1, weights: [5, 5], shared: [1, 0] },
    { by: 'equal remainders of unequal weights too: 2 × 1/4, 3/4 = 0.5, 1.5', whole: 2, weights: [1, 3], shared: [1, 1] },
    { by: 'and the other way round', whole: 2, weights: [3, 1], shared: [2, 0] },
    { by: 'fewer kopecks than places', whole: 2, weights: [1, 1, 1, 1], shared: [1, 1, 0, 0] },
    { by: 'a weight of zero gets nothing, wherever it stands', whole: 5, weights: [0, 1, 0, 1, 0], shared: [0, 3, 0, 2, 0] },
    { by: 'one place takes all', whole: 12345, weights: [7], shared: [12345] },
    { by: 'nothing to share', whole: 0, weights: [1, 2], shared: [0, 0] },
    { by: 'minus zero is nothing', whole: -0, weights: [1, 2], shared: [0, 0] },
    { by: 'a weight of minus zero is a weight of zero', whole: 3, weights: [-0, 1], shared: [0, 3] },
    { by: 'a reversal is the mirror', whole: -101, weights: [1, 1, 1], shared: [-34, -34, -33] },
    { by: 'a mirror has no minus zero', whole: -1, weights: [1, 1, 0], shared: [-1, 0, 0] },
  ])('$by', ({ whole, weights, shared }) => {
    expect(parts(whole, weights)).toStrictEqual(shared);
    for (const part of parts(whole, weights)) expect(Object.is(part, -0)).toBe(false);
  });

  it('shares the largest sum by the largest weights', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(parts(most, [most, most])).toStrictEqual([4503599627370496, 4503599627370495]);
    expect(parts(-most, [most, most])).toStrictEqual([-4503599627370496, -4503599627370495]);
    expect(parts(most, [most, 1])).toStrictEqual([most - 1, 1]);
    expect(
      parts(
        most,
        Array.from({ length: 3 }, () => most),
      ),
    ).toStrictEqual([3002399751580331, 3002399751580330, 3002399751580330]);
  });

  it.each([
    { by: 'no weights', weights: [], value: undefined },
    { by: 'weights of zero', weights: [0, 0], value: undefined },
    { by: 'a negative weight', weights: [1, -1], value: '-1' },
    { by: 'a weight that is not whole', weights: [1, 0.5], value: '0.5' },
    { by: 'a weight that is no number', weights: [Number.NaN], value: 'NaN' },
    { by: 'an endless weight', weights: [Number.POSITIVE_INFINITY], value: 'Infinity' },
    { by: 'a weight beyond the safe integers', weights: [2 ** 53], value: '9007199254740992' },
  ])('has nothing to share by: $by', ({ weights, value }) => {
    expect(shareBy(100, weights)).toStrictEqual({
      ok: false,
      error: value === undefined ? { code: 'nothing-to-share-by' } : { code: 'nothing-to-share-by', value },
    });
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('does not share %s, which is no whole sum', (whole) => {
    expect(() => shareBy(whole, [1])).toThrow(BillingInvariantError);
  });

  it('leaves the weights as they are', () => {
    const weights = [3, 1, 2];
    shareBy(100, weights);
    expect(weights).toEqual([3, 1, 2]);
  });
});
