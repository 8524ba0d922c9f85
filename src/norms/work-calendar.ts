import { addDays, type Day, dayFromSerial, serial, weekday } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { Certainty } from './act';
import { notReviewed, type ParameterProblem } from './parameter';

/** Days off moved by the Government for one year («перенос выходных дней»): from a weekend or holiday to a working day. */
export interface MovedDaysOff {
  readonly year: number;
  readonly act: string;
  readonly certainty: Certainty;
  readonly moved: readonly (readonly [from: Day, to: Day])[];
}

/** Holidays of the Labour Code («нерабочие праздничные дни») from a year on, as `MM-DD`. */
export interface Holidays {
  readonly fromYear: number;
  readonly days: readonly string[];
  /** Holidays whose clash with a weekend moves to the next working day by itself; the others are moved by the Government alone. */
  readonly moving: readonly string[];
}

/** A calendar of working days («производственный календарь») as data; a region adds its holidays with `off`. */
export interface WorkCalendar {
  readonly code: string;
  readonly title: string;
  readonly from: Day;
  readonly reviewedThrough: Day;
  readonly holidays: readonly Holidays[];
  readonly years: readonly MovedDaysOff[];
  /** Further days off: regional holidays. */
  readonly off?: readonly Day[];
}

/**
 * Is the day off («нерабочий день»: ТК РФ, ст. 111, 112)? Days with pay that the President declared in 2020 and 2021 are no days off here:
 * they moved no terms (Верховный Суд, обзор от 21.04.2020).
 *
 * @returns `missing-parameter` before the calendar begins, `parameter-not-reviewed` past its review
 */
export const isDayOff = (calendar: WorkCalendar, day: Day): Result<boolean, ParameterProblem> => {
  const unknown = notReviewed(calendar, calendar.from, day);
  return unknown ?? ok(daysOffOf(calendar, Number(day.slice(0, 4))).has(day));
};

/**
 * The day itself, or the next working day after a day off («ближайший следующий рабочий день», ГК РФ, ст. 193).
 *
 * @example workingDay(WORK_CALENDAR, '2026-01-10' as Day) //=> { ok: true, value: '2026-01-12' }
 */
export const workingDay = (calendar: WorkCalendar, day: Day): Result<Day, ParameterProblem> => {
  for (let now = day; ; now = addDays(now, 1)) {
    const off = isDayOff(calendar, now);
    if (!off.ok) return off;
    if (!off.value) return ok(now);
  }
};

const known = new WeakMap<WorkCalendar, Map<number, ReadonlySet<string>>>();

const daysOffOf = (calendar: WorkCalendar, year: number): ReadonlySet<string> => {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<string>>();
  known.set(calendar, years);
  const before = years.get(year);
  if (before !== undefined) return before;
  const days = reckoned(calendar, year);
  years.set(year, days);
  return days;
};

const isWeekend = (day: Day): boolean => weekday(day) > 5;

/** Weekends and holidays; what the Labour Code moves by itself; what the Government moved. */
const reckoned = (calendar: WorkCalendar, year: number): ReadonlySet<string> => {
  const { days, moving } = calendar.holidays.findLast((one) => one.fromYear <= year) ?? { days: [], moving: [] };
  const holidays = new Set(days.map((day) => `${year}-${day}` as Day));
  const moved = calendar.years.find((one) => one.year === year)?.moved ?? [];
  const off = new Set<string>(holidays);
  const end = serial(`${year}-12-31` as Day);
  for (let at = serial(`${year}-01-01` as Day); at <= end; at += 1) {
    const day = dayFromSerial(at);
    if (isWeekend(day)) off.add(day);
  }
  const from = new Set<string>(moved.map(([day]) => day));
  for (const day of moving.map((text) => `${year}-${text}` as Day)) {
    if (!isWeekend(day) || from.has(day)) continue;
    let next = day;
    while (off.has(next)) next = addDays(next, 1);
    off.add(next);
  }
  for (const [day, to] of moved) {
    if (!holidays.has(day)) off.delete(day);
    off.add(to);
  }
  for (const day of calendar.off ?? []) off.add(day);
  return off;
};
