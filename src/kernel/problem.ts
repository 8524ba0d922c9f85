/**
 * A problem as data: a stable code and what a host needs to act. Texts are made from it elsewhere, in Russian and English.
 *
 * `at` is the place (a path such as `readings[3].value`, or `file:line field`), `value` the offending text (cut to 80 characters).
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly at?: string;
  readonly value?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** Codes the kernel itself can answer with. */
export type KernelCode =
  | 'number-not-text'
  | 'number-format'
  | 'number-too-long'
  | 'number-too-many-decimals'
  | 'number-negative'
  | 'number-too-large'
  | 'day-format'
  | 'day-not-in-calendar'
  | 'month-format'
  | 'instant-format'
  | 'hour-format'
  | 'interval-empty'
  | 'series-order'
  | 'series-overlap'
  | 'series-gap'
  | 'nothing-to-share-by'
  | 'division-by-zero';

/** A problem met by the kernel. */
export type KernelProblem = Problem<KernelCode>;

/** Text of an offending value, cut so that an error never carries a megabyte. Runs nothing of the value's own but its tag. */
export const excerpt = (value: unknown): string => {
  const text = typeof value === 'string' ? value : shown(value);
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
};

const shown = (value: unknown): string => {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'bigint')) return String(value);
  try {
    return Object.prototype.toString.call(value);
  } catch {
    return '[object]';
  }
};
