import { VOLUME_SCALE } from '../consumption/formulas';
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

/** Bring volumes that were rounded to the digits of the policy to the volume scale, on which all are kept. */
export const onVolumeScale = (column: Float64Array, count: number, digits: number): void => {
  const up = 10 ** (VOLUME_SCALE - digits);
  if (up !== 1) for (let place = 0; place < count; place += 1) column[place] = (column[place] as number) * up;
};
