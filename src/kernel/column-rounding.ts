import { roundedQuotientSafe } from './rounding';

/**
 * The rule of `rounding.ts`, half away from zero, in loops over columns. The caller has proved `|dividend| <= safeDividend(divisor)`; a
 * missing value (`NaN`) stays missing.
 */

/** A column times one number, divided by one positive number, rounded: volume × tariff. */
export const scaledRounded = (x: Float64Array, factor: number, divisor: number, rows: number, out: Float64Array): void => {
  const half = Math.floor(divisor / 2);
  for (let i = 0; i < rows; i += 1) {
    const p = (x[i] as number) * factor;
    out[i] = Math.trunc((p < 0 ? p - half : p + half) / divisor) + 0;
  }
};

/** Two columns and one number multiplied, divided by one positive number, rounded. */
export const productRounded = (
  x: Float64Array,
  y: Float64Array,
  factor: number,
  divisor: number,
  rows: number,
  out: Float64Array,
): void => {
  const half = Math.floor(divisor / 2);
  for (let i = 0; i < rows; i += 1) {
    const p = (x[i] as number) * (y[i] as number) * factor;
    out[i] = Math.trunc((p < 0 ? p - half : p + half) / divisor) + 0;
  }
};

/** A column over a column, rounded; `NaN` where the divisor is not positive. */
export const quotientRounded = (over: Float64Array, under: Float64Array, rows: number, out: Float64Array): void => {
  for (let i = 0; i < rows; i += 1) out[i] = rounded(over[i] as number, under[i] as number);
};

/** One number over another, rounded; `NaN` when the divisor is not positive. */
export const rounded = (p: number, q: number): number => (q > 0 ? roundedQuotientSafe(p, q) : Number.NaN);
