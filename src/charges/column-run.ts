import { VOLUME_SCALE } from '../consumption/formulas';
import type { Columns } from '../kernel/column-steps';
import { type Formula, kernelOf } from '../norms/formula';

type AnyFormula = Formula<never, never>;

/** Columns on the scales that their formula declares. */
export const NO_SCALES: Record<string, number> = {};

/** A column on a scale of its own, by its letter: one object for each, since kernels are found by it. */
export const scaleOf = <const L extends string>(letter: L, scale: number): Readonly<Record<L, number>> => {
  let known = LETTERS.get(letter);
  if (known === undefined) {
    known = [];
    LETTERS.set(letter, known);
  }
  known[scale] ??= { [letter]: scale };
  return known[scale] as Readonly<Record<L, number>>;
};

const LETTERS = new Map<string, Readonly<Record<string, number>>[]>();

/** Run the kernel of a formula with the proof of its columns. A `NaN` of an earlier kernel stays one. */
export const run = (
  of: unknown,
  columns: Columns,
  count: number,
  out: Float64Array,
  scales: Record<string, number>,
  digits?: number,
): void => {
  kernelOf(of as AnyFormula, scales as never, digits).run(columns, null, count, out);
};

/** Bring volumes that were rounded to the digits of the policy to the volume scale, on which all are kept. */
export const onVolumeScale = (column: Float64Array, count: number, digits: number): void => {
  const up = 10 ** (VOLUME_SCALE - digits);
  if (up !== 1) for (let place = 0; place < count; place += 1) column[place] = (column[place] as number) * up;
};
