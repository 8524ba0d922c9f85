import { isLeapYear } from 'date-fns';
import type { KernelProblem } from './problem';
import { excerpt } from './problem';
import { err, ok, type Result } from './result';

declare const day: unique symbol;
declare const month: unique symbol;
declare const instant: unique symbol;
declare const hour: unique symbol;

/** A calendar day, `YYYY-MM-DD`: text, without a time zone; sorts as it reads. Years 1900 to 2999. */
export type Day = string & { readonly [day]: true };
/** A billing month, `YYYY-MM` («расчётный период», ПП № 354, п. 37). */
export type Month = string & { readonly [month]: true };
/** An hour of a local day, `YYYY-MM-DDTHH`, with minutes where they matter (`YYYY-MM-DDTHH:MM`): text, without a time zone; sorts as it reads. */
export type Hour = string & { readonly [hour]: true };
/** A moment in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`: the clock of knowledge. Sorts as it reads. */
export type Instant = string & { readonly [instant]: true };

const digitsAt = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const c = text.charCodeAt(i) - 48;
    if (c < 0 || c > 9) return Number.NaN;
    value = value * 10 + c;
  }
  return value;
};

const isYear = (year: number): boolean => year >= 1900 && year <= 2999;

/**
 * A day from text; refuses days that are not in the calendar.
 *
 * @example parseDay('2026-02-30') //=> { ok: false, error: { code: 'day-not-in-calendar', value: '2026-02-30' } }
 */
export const parseDay = (text: unknown): Result<Day, KernelProblem> => {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-')
    return err({ code: 'day-format', value: excerpt(text) });
  const y = digitsAt(text, 0, 4);
  const m = digitsAt(text, 5, 7);
  const d = digitsAt(text, 8, 10);
  if (Number.isNaN(y + m + d)) return err({ code: 'day-format', value: excerpt(text) });
  if (!isYear(y) || m < 1 || m > 12 || d < 1 || d > daysOf(y, m)) return err({ code: 'day-not-in-calendar', value: text });
  return ok(text as Day);
};

/**
 * A month from text.
 *
 * @example parseMonth('2026-13') //=> { ok: false, error: { code: 'month-format', value: '2026-13' } }
 */
export const parseMonth = (text: unknown): Result<Month, KernelProblem> => {
  if (typeof text !== 'string' || text.length !== 7 || text[4] !== '-') return err({ code: 'month-format', value: excerpt(text) });
  const y = digitsAt(text, 0, 4);
  const m = digitsAt(text, 5, 7);
  if (!isYear(y) || !(m >= 1 && m <= 12)) return err({ code: 'month-format', value: excerpt(text) });
  return ok(text as Month);
};

/** An hour of a day from text, with minutes where they matter. @example parseHour('2026-10-01T24') //=> { ok: false, error: { code: 'hour-format', value: '2026-10-01T24' } } */
export const parseHour = (text: unknown): Result<Hour, KernelProblem> => {
  if (typeof text !== 'string' || !/^.{10}T([01]\d|2[0-3])(:[0-5]\d)?$/.test(text))
    return err({ code: 'hour-format', value: excerpt(text) });
  const day = parseDay(text.slice(0, 10));
  return day.ok ? ok(text as Hour) : day;
};

/** Hours counted from the beginning of the calendar: 24 times the serial day and the hour of the day. */
export const hourSerial = (h: Hour): number => 24 * serial(h.slice(0, 10) as Day) + digitsAt(h, 11, 13);

/** Minutes counted from the beginning of the calendar. @example minuteSerial('2026-10-01T00:30' as Hour) - minuteSerial('2026-10-01T00' as Hour) //=> 30 */
export const minuteSerial = (h: Hour): number => 60 * hourSerial(h) + (h.length > 13 ? digitsAt(h, 14, 16) : 0);

/** The day that a minute lies in. */
export const dayOfMinute = (minute: number): Day => dayFromSerial(Math.floor(minute / (24 * 60)));

/** A moment from text: UTC, milliseconds always written. */
export const parseInstant = (text: unknown): Result<Instant, KernelProblem> => {
  const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
  if (typeof text !== 'string' || text.length !== 24 || !shape.test(text) || !parseDay(text.slice(0, 10)).ok) {
    return err({ code: 'instant-format', value: excerpt(text) });
  }
  return ok(text as Instant);
};

const leapYears = new Map<number, boolean>();

/** Leap years by date-fns, each asked once; it is asked about a day in July, which no zone lacks. */
const isLeap = (year: number): boolean => {
  let leap = leapYears.get(year);
  if (leap === undefined) {
    leap = isLeapYear(new Date(year, 6, 1));
    leapYears.set(year, leap);
  }
  return leap;
};

const daysOf = (year: number, monthOfYear: number): number => {
  if (monthOfYear === 2) return isLeap(year) ? 29 : 28;
  return monthOfYear === 4 || monthOfYear === 6 || monthOfYear === 9 || monthOfYear === 11 ? 30 : 31;
};

/**
 * The day `count` days later (earlier when negative).
 *
 * Days and months are counted here, never read from a `Date`: a host's zone may lack a day (Pacific/Apia has no 2011-12-30, and in
 * Pacific/Kiritimati, which has no 1994-12-31, date-fns finds no December after November 1994).
 *
 * @example addDays('2026-02-28' as Day, 1) //=> '2026-03-01'
 */
export const addDays = (from: Day, count: number): Day => dayFromSerial(serial(from) + count);

/** The month `count` months later. @example addMonths('2025-12' as Month, 1) //=> '2026-01' */
export const addMonths = (from: Month, count: number): Month => monthFromNumber(monthNumber(from) + count);

/** The day of a moment, as UTC counts it. @example dayOfInstant('2026-10-02T23:59:59.000Z' as Instant) //=> '2026-10-02' */
export const dayOfInstant = (moment: Instant): Day => moment.slice(0, 10) as Day;

const MS_PER_DAY = 86_400_000;

/** The moment so many milliseconds later (earlier when negative). @example later('2026-11-01T00:00:00.000Z' as Instant, 1500) //=> '2026-11-01T00:00:01.500Z' */
export const later = (at: Instant, ms: number): Instant => {
  const total = msOfDay(at) + ms;
  const days = Math.floor(total / MS_PER_DAY);
  return `${addDays(dayOfInstant(at), days)}T${timeText(total - days * MS_PER_DAY)}Z` as Instant;
};

const msOfDay = (at: Instant): number =>
  Number(at.slice(11, 13)) * 3_600_000 + Number(at.slice(14, 16)) * 60_000 + Number(at.slice(17, 19)) * 1000 + Number(at.slice(20, 23));

const timeText = (ms: number): string => {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const seconds = Math.floor(ms / 1000);
  return `${digits(Math.floor(seconds / 3600), 2)}:${digits(Math.floor(seconds / 60) % 60, 2)}:${digits(seconds % 60, 2)}.${digits(ms % 1000, 3)}`;
};

/** The month a day lies in. */
export const monthOf = (d: Day): Month => d.slice(0, 7) as Month;

/** First day of a month. */
export const firstDay = (m: Month): Day => `${m}-01` as Day;

/** First day after a month: the open end of its half-open interval. */
export const dayAfter = (m: Month): Day => firstDay(addMonths(m, 1));

/** Last day of a month. */
export const lastDay = (m: Month): Day => `${m}-${String(daysIn(m)).padStart(2, '0')}` as Day;

/** Calendar days in a month, 28 to 31. */
export const daysIn = (m: Month): number => daysOf(digitsAt(m, 0, 4), digitsAt(m, 5, 7));

/** Months counted from year zero: a plain number to subtract. */
export const monthNumber = (m: Month | Day): number =>
  (m.charCodeAt(0) * 1000 + m.charCodeAt(1) * 100 + m.charCodeAt(2) * 10 + m.charCodeAt(3) - ZERO * 1111) * 12 + twoDigits(m, 5) - 1;

const ZERO = 48;
const twoDigits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - ZERO * 11;

/** Months from `a` to `b`; negative when `b` is earlier. @example monthsBetween('2026-02' as Month, '2026-05' as Month) //=> 3 */
export const monthsBetween = (a: Month, b: Month): number => monthNumber(b) - monthNumber(a);

/** Counted months, both ends among them; none when the last is before the first. @example monthsThrough(24314, 24316) //=> [24314, 24315, 24316] */
export const monthsThrough = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** Months from one to another, both among them. @example monthsFrom('2025-12' as Month, '2026-01' as Month) //=> ['2025-12', '2026-01'] */
export const monthsFrom = (first: Month, last: Month): readonly Month[] =>
  monthsThrough(monthNumber(first), monthNumber(last)).map(monthFromNumber);

/** Counted months that the days `[from, to)` touch. */
export const monthsTouched = (from: Day, to: Day): readonly number[] => monthsThrough(monthNumber(from), monthNumber(addDays(to, -1)));

/** Number of the day within its month, from 1. */
export const dayOfMonth = (d: Day): number => twoDigits(d, 8);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => serial(b) - serial(a);

/** Days since 1 March of year zero: a plain number to compare and subtract (proleptic Gregorian count). */
export const serial = (d: Day): number => serialOfMonthDay(monthNumber(d), twoDigits(d, 8));

/** The same from a month counted from year zero and a day of the month. */
export const serialOfMonthDay = (month: number, day: number): number => {
  const at = month - FIRST_MONTH;
  if (!(at >= 0 && at < STARTS.length)) return startOf(month) + day - 1;
  let start = STARTS[at] as number;
  if (start === 0) {
    start = startOf(month);
    STARTS[at] = start;
  }
  return start + day - 1;
};

/** First days of the months that days may lie in, each counted when it is first asked for: a month run asks for millions of days. */
const FIRST_MONTH = 1900 * 12;
const STARTS = new Int32Array(1100 * 12);

const startOf = (month: number): number => {
  const shifted = month - 2;
  const y = Math.floor(shifted / 12);
  const m = shifted - y * 12;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5);
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
};

/** Day of the week, 1 = Monday to 7 = Sunday. */
export const weekday = (d: Day): number => ((serial(d) + 2) % 7) + 1;

/** Year and month of a serial day, as a month counted from year zero. The inverse of {@link serial}, cut to the month. */
export const monthNumberOfSerial = (day: number): number => {
  const { year, month } = civil(day);
  return year * 12 + month - 1;
};

/** The day of a serial number: the inverse of {@link serial}. */
export const dayFromSerial = (day: number): Day => {
  const at = day & KNOWN_MASK;
  if (KNOWN_SERIALS[at] === day) return KNOWN_DAYS[at] as Day;
  const { year, month, dayOfMonth: d } = civil(day);
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(d)}` as Day;
  KNOWN_SERIALS[at] = day;
  KNOWN_DAYS[at] = text;
  return text;
};

/** Texts of the days asked for last, a place for each: a house-month asks for the same few days again and again. */
const KNOWN_MASK = 1023;
const KNOWN_SERIALS = new Float64Array(KNOWN_MASK + 1).fill(Number.NaN);
const KNOWN_DAYS: Day[] = new Array<Day>(KNOWN_MASK + 1).fill('' as Day);

/** The month of a count: the inverse of {@link monthNumber}. @example monthFromNumber(2026 * 12 + 9) //=> '2026-10' */
export const monthFromNumber = (count: number): Month =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((count % 12) + 1)}` as Month;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const civil = (day: number): { readonly year: number; readonly month: number; readonly dayOfMonth: number } => {
  const era = Math.floor(day / 146097);
  const dayOfEra = day - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
};

/** A day as people write it. @example dayWords('2026-11-16' as Day) //=> '16.11.2026' */
export const dayWords = (d: Day): string => `${d.slice(8)}.${d.slice(5, 7)}.${d.slice(0, 4)}`;

/** Days as people write them, both end days named. @example daysWords({ from: '2026-11-16' as Day, to: '2026-12-01' as Day }) //=> 'с 16.11.2026 по 30.11.2026' */
export const daysWords = ({ from, to }: { readonly from: Day; readonly to: Day }): string =>
  `с ${dayWords(from)} по ${dayWords(addDays(to, -1))}`;
