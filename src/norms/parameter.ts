import { addDays, type Day, dayAfter, firstDay, type Month, parseDay } from '../kernel/calendar';
import { type DatedEntry, type DatedStretch, entryOn, stretches } from '../kernel/dated';
import { parseExact } from '../kernel/gate';
import type { Problem } from '../kernel/problem';
import { type Unit, WIDEST } from '../kernel/quantity';
import { err, invariant, must, ok, type Result } from '../kernel/result';
import type { Certainty } from './act';

/** A value of a parameter from a day on, with the source of that very value. `null` says that the value ended. */
export interface ParameterEntry extends DatedEntry<string> {
  readonly act: string;
  readonly place?: string;
  readonly certainty?: Certainty;
}

/** A number of the law that changes by date: never a constant in a formula. */
export interface Parameter<U extends Unit = Unit> {
  readonly code: string;
  readonly title: string;
  readonly unit: U;
  /** Somebody read the acts up to this day, inclusive. */
  readonly reviewedThrough: Day;
  readonly series: readonly ParameterEntry[];
}

/** Why a parameter gives no value. */
export type ParameterProblem = Problem<
  'missing-parameter' | 'parameter-not-reviewed' | 'parameter-changes-within-month' | 'series-overlap' | 'series-order'
>;

/** Declare a parameter of our own data: days and numbers must be well formed, entries in order and no day twice. */
export const parameter = <const U extends Unit>(declared: Parameter<U>): Parameter<U> => {
  must(parseDay(declared.reviewedThrough));
  for (const { from, value } of declared.series) {
    must(parseDay(from));
    if (value !== null) must(parseExact(value, WIDEST));
  }
  for (let i = 1; i < declared.series.length; i += 1) {
    invariant(
      (declared.series[i - 1]?.from ?? '') < (declared.series[i]?.from ?? ''),
      `parameter ${declared.code}: entries out of order or one day twice`,
    );
  }
  return declared;
};

/** Check a parameter that came from outside: order, one day twice. */
export const checkedParameter = <U extends Unit>(declared: Parameter<U>): Result<Parameter<U>, ParameterProblem> => {
  for (let i = 1; i < declared.series.length; i += 1) {
    const before = declared.series[i - 1]?.from as Day;
    const day = declared.series[i]?.from as Day;
    if (before === day) return err({ code: 'series-overlap', at: declared.code, value: day });
    if (before > day) return err({ code: 'series-order', at: declared.code, value: day });
  }
  return ok(declared);
};

/** Why data with a review say nothing about a day: before they begin or past their review; `undefined` when they do. */
export const notReviewed = (
  of: { readonly code: string; readonly title: string; readonly reviewedThrough: Day },
  from: Day | undefined,
  day: Day,
): { readonly ok: false; readonly error: ParameterProblem } | undefined => {
  if (day > of.reviewedThrough)
    return err({ code: 'parameter-not-reviewed', value: of.code, facts: { day, reviewedThrough: of.reviewedThrough } });
  if (from !== undefined && day >= from) return undefined;
  return err({
    code: 'missing-parameter',
    value: of.code,
    facts: { day, title: of.title, ...(from === undefined ? {} : { seriesFrom: from }) },
  });
};

/**
 * The value on a day.
 *
 * @returns `missing-parameter` before the series begins or after it ended, `parameter-not-reviewed` past the review
 */
export const valueOn = (of: Parameter, day: Day): Result<ParameterEntry & { readonly value: string }, ParameterProblem> => {
  const first = of.series[0]?.from;
  const unknown = notReviewed(of, first, day);
  if (unknown !== undefined) return unknown;
  const entry = entryOn(of.series, day);
  if (entry === undefined || entry.value === null)
    return err({ code: 'missing-parameter', value: of.code, facts: { day, title: of.title, seriesFrom: first as Day } });
  return ok(entry as ParameterEntry & { readonly value: string });
};

/** One value for a whole month, or the reason why there is none: a change inside a month is a question of law, so it is an answer here. */
export const valueFor = (of: Parameter, month: Month): Result<ParameterEntry & { readonly value: string }, ParameterProblem> => {
  const parts = stretches(of.series, firstDay(month), dayAfter(month));
  const last = valueOn(of, addDays(dayAfter(month), -1));
  if (!last.ok) return last;
  if (parts.length > 1) return err({ code: 'parameter-changes-within-month', value: of.code, facts: { month } });
  return last;
};

/** The values on the days `[from, to)`, cut where the parameter changes; each stretch must have a reviewed value. */
export const valuesWithin = (
  of: Parameter,
  from: Day,
  to: Day,
): Result<
  readonly (DatedStretch<ParameterEntry> & { readonly entry: ParameterEntry & { readonly value: string } })[],
  ParameterProblem
> => {
  const parts = stretches(of.series, from, to);
  for (const part of parts) {
    const first = valueOn(of, part.from);
    if (!first.ok) return first;
    const last = valueOn(of, addDays(part.to, -1));
    if (!last.ok) return last;
  }
  return ok(parts as readonly (DatedStretch<ParameterEntry> & { readonly entry: ParameterEntry & { readonly value: string } })[]);
};
