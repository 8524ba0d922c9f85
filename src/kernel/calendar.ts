import { addDays as dateFnsAddDays, addMonths as dateFnsAddMonths, format, getDay, getDaysInMonth, isValid } from 'date-fns';
import type { KernelProblem } from './problem';
import { excerpt } from './problem';
import { err, ok, type Result } from './result';

declare const day: unique symbol;
declare const month: unique symbol;
declare const instant: unique symbol;

/** A calendar day, `YYYY-MM-DD`: text, without a time zone; sorts as it reads. Years 1900 to 2999. */
export type Day = string & { readonly [day]: true };
/** A billing month, `YYYY-MM` («расчётный период», ПП № 354, п. 37). */
export type Month = string & { readonly [month]: true };
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
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return err({ code: 'day-format', value: excerpt(text) });
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

/** A moment from text: UTC, milliseconds always written. */
export const parseInstant = (text: unknown): Result<Instant, KernelProblem> => {
  const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
  if (typeof text !== 'string' || text.length !== 24 || !shape.test(text) || !parseDay(text.slice(0, 10)).ok) {
    return err({ code: 'instant-format', value: excerpt(text) });
  }
  return ok(text as Instant);
};

const dateOf = (text: Day): Date => new Date(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
const dayOf = (date: Date): Day => format(date, 'yyyy-MM-dd') as Day;

const monthLengths = new Map<number, number>();
const daysOf = (year: number, monthOfYear: number): number => {
  const key = year * 12 + monthOfYear - 1;
  const known = monthLengths.get(key);
  if (known !== undefined) return known;
  const date = new Date(year, monthOfYear - 1, 1);
  const length = isValid(date) ? getDaysInMonth(date) : 0;
  monthLengths.set(key, length);
  return length;
};

/** The day `count` days later (earlier when negative). @example addDays('2026-02-28' as Day, 1) //=> '2026-03-01' */
export const addDays = (from: Day, count: number): Day => dayOf(dateFnsAddDays(dateOf(from), count));

/** The month `count` months later. @example addMonths('2025-12' as Month, 1) //=> '2026-01' */
export const addMonths = (from: Month, count: number): Month =>
  format(dateFnsAddMonths(dateOf(`${from}-01` as Day), count), 'yyyy-MM') as Month;

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
export const monthNumber = (m: Month | Day): number => digitsAt(m, 0, 4) * 12 + digitsAt(m, 5, 7) - 1;

/** Months from `a` to `b`; negative when `b` is earlier. @example monthsBetween('2026-02' as Month, '2026-05' as Month) //=> 3 */
export const monthsBetween = (a: Month, b: Month): number => monthNumber(b) - monthNumber(a);

/** Number of the day within its month, from 1. */
export const dayOfMonth = (d: Day): number => digitsAt(d, 8, 10);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => serial(b) - serial(a);

/** Days since 1 March of year zero: a plain number to compare and subtract (proleptic Gregorian count). */
export const serial = (d: Day): number => {
  const m = digitsAt(d, 5, 7);
  const y = digitsAt(d, 0, 4) - (m <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + digitsAt(d, 8, 10) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
};

/** Day of the week, 1 = Monday to 7 = Sunday. */
export const weekday = (d: Day): number => ((getDay(dateOf(d)) + 6) % 7) + 1;
