import { decimalText } from './gate';
import { invariant } from './result';
import { roundedQuotient } from './rounding';

/** An exact fraction of whole numbers in lowest terms; `under` is positive. For sums that are rounded once, at their end. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** Nothing. */
export const NO_FRACTION: Fraction = { over: 0n, under: 1n };

/** A fraction in lowest terms. @example fraction(6n, 4n) //=> { over: 3n, under: 2n } */
export const fraction = (over: bigint, under: bigint): Fraction => {
  invariant(under > 0n, 'a fraction has a positive divisor');
  let a = over < 0n ? -over : over;
  let b = under;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? { over, under: over === 0n ? 1n : under } : { over: over / a, under: under / a };
};

/** Sum of two fractions, exact. */
export const plusFraction = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under ? fraction(a.over + b.over, a.under) : fraction(a.over * b.under + b.over * a.under, a.under * b.under);

/** Exact sum. */
export const sumFractions = (parts: Iterable<Fraction>): Fraction => {
  let sum = NO_FRACTION;
  for (const part of parts) sum = plusFraction(sum, part);
  return sum;
};

/**
 * A fraction as decimal text: whole when it ends within `digits` decimals, else so many digits, cut, and «…».
 *
 * @example fractionText(fraction(2850n, 13n), 6) //=> '219.230769…'
 */
export const fractionText = ({ over, under }: Fraction, digits: number): string => {
  const scaled = over * 10n ** BigInt(digits);
  const text = decimalText(scaled / under, digits);
  if (scaled % under === 0n) return text;
  const [whole = '0', decimals = ''] = (over < 0n && !text.startsWith('-') ? `-${text}` : text).split('.');
  return `${whole}.${decimals.padEnd(digits, '0')}…`;
};

/** A fraction rounded to decimals as a whole number on that scale, half away from zero. */
export const roundedFraction = ({ over, under }: Fraction, scale: number): bigint => roundedQuotient(over * 10n ** BigInt(scale), under);
