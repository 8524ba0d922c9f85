import { z } from 'zod';
import { decimalText, type ExactDecimal, type NumberShape, parseExact } from '../../kernel/gate';

/** Widest number that a case may state: results before rounding have many digits. */
const STATED: NumberShape = { integerDigits: 22, scale: 40, negative: true };

/** An exact decimal of a case: `483.33`, `-12.5`. */
export const decimalStated = z
  .string()
  .regex(/^-?(0|[1-9][0-9]{0,21})(\.[0-9]{1,40})?$/, { message: 'text-format' })
  .meta({ description: 'Число: целые, точка, десятичные', examples: ['483.33'] });

/** The same, or the first digits of a number that goes on: `46.868333333333…`. */
export const digitsStated = z
  .string()
  .regex(/^-?(0|[1-9][0-9]{0,21})(\.[0-9]{1,40})?(\.\.\.|…)?$/, { message: 'text-format' })
  .meta({
    description: 'Точное число до округления; многоточие после последней цифры: дальше есть ещё цифры',
    examples: ['504.795', '46.868333333333…'],
  });

/** An exact decimal from a text that passed its schema or came from the engine. */
const exactOf = (text: string): ExactDecimal => {
  const parsed = parseExact(text, STATED);
  return parsed.ok ? parsed.value : { int: 0n, scale: 0 };
};

/** Is the text a number at all? */
export const isDecimal = (text: string): boolean => parseExact(text, STATED).ok;

/** Do two texts state one number? `483.30` is `483.3`. */
export const sameNumber = (a: string, b: string): boolean => exactOf(a).int === exactOf(b).int;

/** The difference of two numbers as text. @example differenceText('5', '4.745') //=> '0.255' */
export const differenceText = (a: string, b: string): string => decimalText(exactOf(a).int - exactOf(b).int, STATED.scale);

/** Sum of signed numbers as text. */
export const sumText = (plus: readonly string[], minus: readonly string[]): string => {
  let sum = 0n;
  for (const text of plus) sum += exactOf(text).int;
  for (const text of minus) sum -= exactOf(text).int;
  return decimalText(sum, STATED.scale);
};

/** How many decimals a text writes. @example decimalsOf('483.30') //=> 2 */
export const decimalsOf = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/** A number rounded to decimals, half away from zero, as a publisher prints it; trailing zeros fall away. */
export const roundedText = (text: string, decimals: number): string => {
  const { int } = exactOf(text);
  const unit = 10n ** BigInt(STATED.scale - decimals);
  const size = int < 0n ? -int : int;
  const whole = (size * 2n + unit) / (unit * 2n);
  return decimalText(int < 0n ? -whole : whole, decimals);
};
