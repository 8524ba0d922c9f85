import { decimalText, type ExactDecimal, type NumberShape, parseExact } from './gate';
import type { KernelProblem } from './problem';
import { invariant, ok, type Result } from './result';

/**
 * Units are text types: `m3`, `kWh`, `Gcal`, `m2`, `RUB`, `day`, `month`, `person`, `1`; a rate is `A/B`, a product `A-B`. They cancel in
 * the types of the expression functions, so roubles per m³ times kWh does not compile.
 */
export type Unit = string;

/** An exact decimal with its unit in the type. Values are immutable; text at the border, integers on a decimal scale inside. */
export interface Quantity<U extends Unit> extends ExactDecimal {
  readonly unit: U;
}

/** Widest number the library takes anywhere: 15 whole digits and 7 decimals, as a meter reading in ГИС ЖКХ. */
export const WIDEST: NumberShape = { integerDigits: 15, scale: 7, negative: true };

/**
 * A quantity from text through the strict gate.
 *
 * @example quantityFromText('4.745', 'm3/person-month', { integerDigits: 7, scale: 6 })
 */
export const quantityFromText = <U extends Unit>(text: unknown, unit: U, shape: NumberShape): Result<Quantity<U>, KernelProblem> => {
  const parsed = parseExact(text, shape);
  return parsed.ok ? ok({ ...parsed.value, unit }) : parsed;
};

/**
 * A quantity written by ourselves (tests, parameters of the law): throws on malformed text. Keeps the scale as written.
 *
 * @example quantity('50.93', 'RUB/m3') //=> { int: 5093n, scale: 2, unit: 'RUB/m3' }
 */
export const quantity = <const U extends Unit>(text: string, unit: U): Quantity<U> => {
  const parsed = parseExact(text, WIDEST);
  invariant(parsed.ok, `malformed quantity ${text}`);
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  return { int: parsed.value.int / 10n ** BigInt(WIDEST.scale - scale), scale, unit };
};

/** A quantity of an integer on a scale. */
export const scaled = <const U extends Unit>(int: bigint | number, scale: number, unit: U): Quantity<U> => ({
  int: BigInt(int),
  scale,
  unit,
});

/** Plain decimal text without the unit. @example quantityText(quantity('9.490', 'm3')) //=> '9.49' */
export const quantityText = (q: ExactDecimal): string => decimalText(q.int, q.scale);

/** The same value on another scale; the value must fit it exactly. */
export const onScale = (q: ExactDecimal, scale: number): bigint => {
  if (scale >= q.scale) return q.int * 10n ** BigInt(scale - q.scale);
  const by = 10n ** BigInt(q.scale - scale);
  invariant(q.int % by === 0n, `${quantityText(q)} has more than ${scale} decimals`);
  return q.int / by;
};

/** Are two exact decimals the same number? */
export const sameValue = (a: ExactDecimal, b: ExactDecimal): boolean => {
  const scale = Math.max(a.scale, b.scale);
  return onScale(a, scale) === onScale(b, scale);
};
