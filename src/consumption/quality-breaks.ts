import { minuteSerial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { IncidentRecord } from '../model/records';

/** Minutes from the beginning of the calendar, `[from, to)`. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** Minutes that two spans share. */
export const sharedMinutes = (a: Minutes, b: Minutes): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));

/** The span of an incident. */
export const spanOf = ({ from, to }: Pick<IncidentRecord, 'from' | 'to'>): Minutes => ({ from: minuteSerial(from), to: minuteSerial(to) });

/** What breaks may last: minutes of the month, and at one time; `null` where there is no such limit. */
export interface BreakLimits {
  readonly month: number | null;
  /** Minutes that a break may last at once, by what it is. */
  readonly single: (one: IncidentRecord) => number | null;
  /** Minutes in a row of an accident on a dead-end main, which stand beside the month's. */
  readonly deadEnd: number;
  /** Minutes a year of planned outages that stand beside the month's; `null` where planned works have no limit of their own. */
  readonly plannedYear: number | null;
  /** Is what planned works did not deliver taken off where nothing is metered? */
  readonly plannedUndelivered: boolean;
}

/** A break without a gap, of one or several facts that touch, with what is tolerated of it at its beginning. */
export interface BreakRun {
  readonly of: readonly IncidentRecord[];
  /** Minutes in the month. */
  readonly minutes: number;
  /** Of these, tolerated at one time. */
  readonly free: number;
  /** Those are shared with the month's limit. */
  readonly shares: boolean;
}

/** Breaks of a service in a month. */
export interface Breaks {
  readonly runs: readonly BreakRun[];
  /** Facts that tell hours above the limit by their act, which count where they ended. */
  readonly byAct: readonly IncidentRecord[];
  /** Minutes above what is tolerated, in hundredths: acts tell hundredths of an hour. */
  readonly above: number;
  /** Minutes of the month without the service for which nothing is owed where nothing is metered (п. 99). */
  readonly undelivered: number;
}

/** A hundredth of an hour in hundredths of a minute. */
const HOUR_HUNDREDTH = 60;
const HUNDRED = 100;

/**
 * Breaks above what is tolerated: minutes above the limit at one time and, of the rest, above that of the month, which is the larger of both
 * excesses (C26). A break begins once, even where its month ends: what was tolerated of it before is spent.
 *
 * @param incidents breaks of the service that are known, of any month
 * @param window the days of the month on which the premises is held
 */
export const breaksIn = (incidents: readonly IncidentRecord[], window: Minutes, limits: BreakLimits): Breaks => {
  const years = new Map<string, number>();
  const found = joined(incidents.filter(({ hoursAbove }) => hoursAbove === undefined)).map((run) => ({
    run,
    ...boundsOf(run, limits, years),
  }));
  const runs = found.flatMap(({ run, tolerated, shares }): (BreakRun & { readonly planned: number })[] => {
    const minutes = sharedMinutes(run, window);
    if (minutes === 0) return [];
    const free = tolerated === null ? minutes : sharedMinutes({ from: run.from, to: Math.min(run.to, run.from + tolerated) }, window);
    const planned = run.of.reduce((sum, one) => sum + (one.planned === true ? sharedMinutes(spanOf(one), window) : 0), 0);
    return [{ of: run.of, minutes, free, shares, planned }];
  });
  const byAct = incidents.filter((one) => one.hoursAbove !== undefined && endsIn(one, window));
  const free = runs.reduce((sum, one) => sum + (one.shares ? one.free : 0), 0);
  const single = runs.reduce((sum, one) => sum + one.minutes - one.free, 0);
  const above =
    HUNDRED * (single + (limits.month === null ? 0 : Math.max(0, free - limits.month))) +
    byAct.reduce((sum, { hoursAbove }) => sum + HOUR_HUNDREDTH * scaledSafe(hoursAbove as string, 2), 0);
  const told = incidents.filter(({ hoursAbove }) => hoursAbove !== undefined);
  const planned = runs.reduce((sum, one) => sum + one.planned, 0);
  const off = runs.reduce((sum, one) => sum + one.minutes, 0) + told.reduce((sum, one) => sum + sharedMinutes(spanOf(one), window), 0);
  return { runs, byAct, above, undelivered: (above > 0 ? off - planned : 0) + (limits.plannedUndelivered ? planned : 0) };
};

const endsIn = (one: IncidentRecord, { from, to }: Minutes): boolean => {
  const end = minuteSerial(one.to);
  return end > from && end <= to;
};

interface Run extends Minutes {
  readonly of: readonly IncidentRecord[];
}

/** Breaks of one kind that touch are one. */
const joined = (incidents: readonly IncidentRecord[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const one of [...incidents].sort((a, b) => minuteSerial(a.from) - minuteSerial(b.from))) {
    const span = spanOf(one);
    const at = runs.findIndex((run) => run.to === span.from && kindOf(run.of[0] as IncidentRecord) === kindOf(one));
    const before = runs[at];
    if (before === undefined) runs.push({ ...span, of: [one] });
    else runs[at] = { from: before.from, to: span.to, of: [...before.of, one] };
  }
  return runs;
};

/** What sets the limit of a break at one time. */
const kindOf = ({ service, planned, deadEnd, celsius }: IncidentRecord): string =>
  deadEnd === true ? 'deadEnd' : planned === true && service === 'hotWater' ? 'planned' : `${celsius ?? ''}`;

const boundsOf = (
  run: Run,
  limits: BreakLimits,
  years: Map<string, number>,
): { readonly tolerated: number | null; readonly shares: boolean } => {
  const [first] = run.of as [IncidentRecord];
  if (first.deadEnd === true) return { tolerated: limits.deadEnd, shares: false };
  if (first.planned === true && limits.plannedYear !== null) {
    const year = first.from.slice(0, 4);
    const left = years.get(year) ?? limits.plannedYear;
    years.set(year, Math.max(0, left - (run.to - run.from)));
    return { tolerated: left, shares: false };
  }
  return { tolerated: limits.single(first), shares: true };
};
