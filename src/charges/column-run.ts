import type { Columns } from '../kernel/column-steps';
import { type Column, largestSize } from '../kernel/columns';
import { type Formula, kernelOf } from '../norms/formula';

type AnyFormula = Formula<never, never>;

/** Columns on the scales that their formula declares. */
export const NO_SCALES: Record<string, number> = {};

/** Run the kernel of a formula with the proof of its columns. A `NaN` of an earlier kernel stays one. */
export const run = (
  of: unknown,
  columns: Columns,
  count: number,
  out: Float64Array,
  scales: Record<string, number>,
  digits?: number,
): void => {
  const kernel = kernelOf(of as AnyFormula, scales as never, digits);
  const bounds: Record<string, number> = {};
  for (const name of kernel.inputs) {
    const column = columns[name] as Column;
    if (typeof column !== 'number') bounds[name] = largestSize(column, count);
  }
  kernel.run(columns, bounds, count, out);
};
