import { invariant } from './result';

/**
 * The one rounding of the library: a quotient to the nearest whole, half away from zero, so that a reversal is the exact mirror of
 * what it reverses. Two widths of one rule; `test/kernel/rounding.prop.test.ts` holds them equal.
 */

/**
 * Exact, for any size.
 *
 * @throws BillingInvariantError when `divisor` is not positive
 * @example roundedQuotient(-12345n, 10n) //=> -1235n
 */
export const roundedQuotient = (dividend: bigint, divisor: bigint): bigint => {
  invariant(divisor > 0n, 'a divisor must be positive');
  const doubled = (dividend < 0n ? -dividend : dividend) * 2n + divisor;
  const whole = doubled / (divisor * 2n);
  return dividend < 0n ? -whole : whole;
};

/** Largest dividend (by absolute value) that {@link roundedQuotientSafe} takes for this divisor. */
export const safeDividend = (divisor: number): number => Number.MAX_SAFE_INTEGER - 2 * divisor;

/**
 * The same rule on safe integers; the caller has proved `|dividend| <= safeDividend(divisor)` and a divisor from 1.
 *
 * Half a divisor (cut to a whole number: an odd divisor has no ties) is added to the size, and the quotient is cut. The cut is exact:
 * with `p` the enlarged size and `n` the whole part, `p / d` lies at least `1 / d` below `n + 1`, the double nearest to it is less than
 * `(n + 1) / 2^53` away, and `d * (n + 1) <= p + d < 2^53`; so it never reaches `n + 1`. Adding zero takes minus zero away.
 *
 * @example roundedQuotientSafe(-12345, 10) //=> -1235
 */
export const roundedQuotientSafe = (dividend: number, divisor: number): number => {
  const half = Math.floor(divisor / 2);
  return Math.trunc((dividend < 0 ? dividend - half : dividend + half) / divisor) + 0;
};
