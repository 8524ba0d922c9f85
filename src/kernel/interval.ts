import { addDays, type Day, dayAfter, firstDay, type Month, serial } from './calendar';
import type { KernelProblem } from './problem';
import { err, ok, type Result } from './result';

/** Days from `from` up to, not including, `to`; `null` is open. Half-open, so no day counts twice. */
export interface Interval {
  readonly from: Day;
  readonly to: Day | null;
}

/** A half-open interval; refuses an end that is not after the start. */
export const interval = (from: Day, to: Day | null): Result<Interval, KernelProblem> =>
  to !== null && to <= from ? err({ code: 'interval-empty', facts: { from, to } }) : ok({ from, to });

/** The days of a month. */
export const daysOfMonth = (month: Month): { readonly from: Day; readonly to: Day } => ({ from: firstDay(month), to: dayAfter(month) });

/** Does the interval contain the day? */
export const contains = (where: Interval, day: Day): boolean => where.from <= day && (where.to === null || day < where.to);

/** Do two intervals share a day? */
export const overlaps = (a: Interval, b: Interval): boolean => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);

/** The shared days of two intervals, or `null`. */
export const intersection = (a: Interval, b: Interval): Interval | null => {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to;
  return to === null || from < to ? { from, to } : null;
};

/** How many days a closed-off interval has. */
export const lengthInDays = (where: { readonly from: Day; readonly to: Day }): number => serial(where.to) - serial(where.from);

/** Last day that belongs to the interval; `null` when it is open. */
export const lastDayOf = (where: Interval): Day | null => (where.to === null ? null : addDays(where.to, -1));
