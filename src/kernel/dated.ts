import type { Day } from './calendar';
import type { KernelProblem } from './problem';
import { err, ok, type Result } from './result';

/** A value that counts from a day until the next entry; `null` says that it ended, silence says nothing. */
export interface DatedEntry<T> {
  readonly from: Day;
  readonly value: T | null;
}

/** Order and check a series: two entries from one day are refused. */
export const datedSeries = <T, E extends DatedEntry<T>>(entries: readonly E[]): Result<readonly E[], KernelProblem> => {
  const sorted = [...entries].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (let i = 1; i < sorted.length; i += 1) {
    const day = sorted[i]?.from as Day;
    if (sorted[i - 1]?.from === day) return err({ code: 'series-overlap', value: day });
  }
  return ok(sorted);
};

/** The entry in force on a day: the last one that began; `undefined` before the series begins. */
export const entryOn = <E extends DatedEntry<unknown>>(series: readonly E[], day: Day): E | undefined => {
  for (let i = series.length - 1; i >= 0; i -= 1) {
    const entry = series[i] as E;
    if (entry.from <= day) return entry;
  }
  return undefined;
};

/** A stretch of days with one entry; `entry` is `undefined` before the series begins. */
export interface DatedStretch<E> {
  readonly from: Day;
  readonly to: Day;
  readonly entry: E | undefined;
}

/** Cut the days `[from, to)` where the series changes; the stretches cover each of these days once. No days, no stretches. */
export const stretches = <E extends DatedEntry<unknown>>(series: readonly E[], from: Day, to: Day): DatedStretch<E>[] => {
  if (from >= to) return [];
  const cuts: DatedStretch<E>[] = [];
  let start = from;
  let entry = entryOn(series, from);
  for (const next of series) {
    if (next.from <= from) continue;
    if (next.from >= to) break;
    cuts.push({ from: start, to: next.from, entry });
    start = next.from;
    entry = next;
  }
  cuts.push({ from: start, to, entry });
  return cuts;
};
