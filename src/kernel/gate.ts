import type { KernelProblem } from './problem';
import { excerpt } from './problem';
import { err, ok, type Result } from './result';

/** How many digits a kind of number may have before and after the point, and whether it may be negative. */
export interface NumberShape {
  readonly integerDigits: number;
  readonly scale: number;
  readonly negative?: boolean;
}

/** An exact decimal: `int / 10 ** scale`. */
export interface ExactDecimal {
  readonly int: bigint;
  readonly scale: number;
}

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;

/** Position facts of a well-formed number text, or the code of what is wrong. */
type Walk = { readonly negative: boolean; readonly point: number; readonly length: number };

const walk = (text: unknown, shape: NumberShape): Walk | KernelProblem => {
  if (typeof text !== 'string') return { code: 'number-not-text', value: excerpt(text) };
  const longest = shape.integerDigits + shape.scale + 2;
  if (text.length > longest + 16) return { code: 'number-too-long', value: excerpt(text), facts: { most: String(longest) } };
  const negative = text.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  let point = -1;
  for (let i = start; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= ZERO && c <= NINE) continue;
    if (c === POINT && point < 0 && i > start && i < text.length - 1) {
      point = i;
      continue;
    }
    return { code: 'number-format', value: excerpt(text) };
  }
  if (text.length === start) return { code: 'number-format', value: excerpt(text) };
  const whole = (point < 0 ? text.length : point) - start;
  const decimals = point < 0 ? 0 : text.length - point - 1;
  if (whole > 1 && text.charCodeAt(start) === ZERO) return { code: 'number-format', value: excerpt(text) };
  if (whole > shape.integerDigits)
    return { code: 'number-too-large', value: excerpt(text), facts: { integerDigits: String(shape.integerDigits) } };
  if (decimals > shape.scale) return { code: 'number-too-many-decimals', value: excerpt(text), facts: { scale: String(shape.scale) } };
  return { negative, point: point < 0 ? text.length : point, length: text.length };
};

const isProblem = (walked: Walk | KernelProblem): walked is KernelProblem => 'code' in walked;

/**
 * The strict gate for every number from outside: `[-]digits[.digits]`, bounded, walked by hand. No comma, blank, exponent, plus sign,
 * leading zero, `NaN`; minus zero becomes zero.
 *
 * @returns the exact decimal on the scale of the shape: `'1.5'` on scale 3 is `{ int: 1500n, scale: 3 }`
 * @example parseExact('12.345', { integerDigits: 15, scale: 7 }) //=> { ok: true, value: { int: 123450000n, scale: 7 } }
 */
export const parseExact = (text: unknown, shape: NumberShape): Result<ExactDecimal, KernelProblem> => {
  const walked = walk(text, shape);
  if (isProblem(walked)) return err(walked);
  const start = walked.negative ? 1 : 0;
  const source = text as string;
  const digits = source.slice(start, walked.point) + source.slice(walked.point + 1).padEnd(shape.scale, '0');
  const int = BigInt(digits);
  if (walked.negative && int !== 0n && shape.negative !== true) return err({ code: 'number-negative', value: excerpt(text) });
  return ok({ int: walked.negative ? -int : int, scale: shape.scale });
};

/**
 * The same gate for the hot path: the scaled integer as a `number`, or `NaN` when it does not fit a safe integer. The text has passed
 * {@link parseExact} or the model's schema before; a malformed text is `NaN` too.
 */
export const scaledSafe = (text: string, scale: number): number => {
  const length = text.length;
  const negative = text.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  if (text.charCodeAt(start) === ZERO && length > start + 1 && text.charCodeAt(start + 1) !== POINT) return Number.NaN;
  let int = 0;
  let point = length;
  for (let i = start; i < length; i += 1) {
    const c = text.charCodeAt(i);
    if (c >= ZERO && c <= NINE) {
      int = int * 10 + (c - ZERO);
      if (int > Number.MAX_SAFE_INTEGER || i - point > scale) return Number.NaN;
    } else if (c === POINT && point === length && i > start && i < length - 1) point = i;
    else return Number.NaN;
  }
  if (length === start) return Number.NaN;
  for (let d = point === length ? 0 : length - point - 1; d < scale; d += 1) int *= 10;
  if (int > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return negative && int !== 0 ? -int : int;
};

/** A decimal, or an expression of decimals, as people write it in a Russian sentence. @example withCommas('-2.5 × 3') //=> '−2,5 × 3' */
export const withCommas = (text: string): string => text.replace(/(\d)\.(\d)/g, '$1,$2').replace(/-(?=\d)/g, '−');

/**
 * Print a scaled integer as plain decimal text, without trailing zeros.
 *
 * @example decimalText(94900000n, 7) //=> '9.49'
 */
export const decimalText = (int: bigint | number, scale: number): string => {
  const source = int.toString();
  const negative = source.charCodeAt(0) === MINUS;
  const digits = (negative ? source.slice(1) : source).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  let end = digits.length;
  while (end > whole.length && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  const text = end > whole.length ? `${whole}.${digits.slice(whole.length, end)}` : whole;
  return negative && text !== '0' ? `-${text}` : text;
};
