/**
 * The one rounding of the library: a quotient to the nearest whole, half away from zero, so that a reversal is the exact mirror of
 * what it reverses. Two widths of one rule; `test/kernel/rounding.prop.test.ts` holds them equal.
 */

/**
 * Exact, for any size.
 *
 * @throws RangeError when `divisor` is not positive
 * @example roundedQuotient(-12345n, 10n) //=> -1235n
 */
export const roundedQuotient = (dividend: bigint, divisor: bigint): bigint => {
  if (divisor <= 0n) throw new RangeError('divisor must be positive');
  const doubled = (dividend < 0n ? -dividend : dividend) * 2n + divisor;
  const whole = doubled / (divisor * 2n);
  return dividend < 0n ? -whole : whole;
};

/** Largest dividend (by absolute value) that {@link roundedQuotientSafe} takes for this divisor. */
export const safeDividend = (divisor: number): number => Number.MAX_SAFE_INTEGER - divisor;

/**
 * The same rule on safe integers; the caller has proved `|dividend| <= safeDividend(divisor)` and a divisor from 1.
 *
 * `Math.floor(p / d)` of safe integers is exact, for the double nearest to p / d never jumps over a whole number.
 *
 * @example roundedQuotientSafe(-12345, 10) //=> -1235
 */
export const roundedQuotientSafe = (dividend: number, divisor: number): number => {
  const size = dividend < 0 ? -dividend : dividend;
  let whole = Math.floor(size / divisor);
  const rest = size - whole * divisor;
  if (rest >= divisor - rest) whole += 1;
  return dividend < 0 && whole !== 0 ? -whole : whole;
};
