import { parseExact } from './gate';
import type { KernelProblem } from './problem';
import { BillingInvariantError, err, ok, type Result } from './result';
import { roundedQuotient } from './rounding';

declare const kopecks: unique symbol;

/** Money: whole kopecks, a safe integer. Made only by rounding ({@link roundToKopeck}), from exact text, or by sums of kopecks. */
export type Kopecks = number & { readonly [kopecks]: true };

/** No money. */
export const NO_MONEY = 0 as Kopecks;

/**
 * Roubles given as an exact fraction of integers to whole kopecks, half away from zero: the one rounding of a line.
 *
 * @returns `number-too-large` when the sum does not fit a safe integer of kopecks (about 90 trillion roubles)
 * @example roundToKopeck(-12345n, 1000n) //=> { ok: true, value: -1235 }
 */
export const roundToKopeck = (roubles: bigint, per: bigint): Result<Kopecks, KernelProblem> => {
  const int = roundedQuotient(roubles * 100n, per);
  if (int > 9007199254740991n || int < -9007199254740991n) return err({ code: 'number-too-large', facts: { unit: 'RUB' } });
  return ok(Number(int) as Kopecks);
};

/**
 * Kopecks from exact text in roubles: at most 13 digits and 2 decimals.
 *
 * @example kopecksFromText('-483.33') //=> { ok: true, value: -48333 }
 */
export const kopecksFromText = (text: unknown): Result<Kopecks, KernelProblem> => {
  const parsed = parseExact(text, { integerDigits: 13, scale: 2, negative: true });
  return parsed.ok ? ok(Number(parsed.value.int) as Kopecks) : parsed;
};

/** Take an integer that is known to be whole kopecks (a stored bigint, a kernel's result); throws when it is not a safe integer. */
export const asKopecks = (value: number): Kopecks => {
  if (!Number.isSafeInteger(value)) throw new BillingInvariantError(`not whole kopecks: ${value}`);
  return (value === 0 ? 0 : value) as Kopecks;
};

/** Sum of money; throws when the sum leaves the safe integers on the way (a sum that came back from there would be wrong by kopecks). */
export const sumMoney = (parts: Iterable<Kopecks>): Kopecks => {
  let sum = 0;
  for (const part of parts) sum = asKopecks(sum + part);
  return sum as Kopecks;
};

/** `a − b` in kopecks. */
export const lessMoney = (a: Kopecks, b: Kopecks): Kopecks => asKopecks(a - b);

/** The mirror of a sum. */
export const negated = (a: Kopecks): Kopecks => asKopecks(-a);

/**
 * Roubles as exact text with two decimals.
 *
 * @example roublesText(asKopecks(48333)) //=> '483.33'
 */
export const roublesText = (money: Kopecks): string => {
  const size = Math.abs(money);
  const whole = Math.floor(size / 100);
  const rest = String(size % 100).padStart(2, '0');
  return `${money < 0 ? '-' : ''}${whole}.${rest}`;
};
