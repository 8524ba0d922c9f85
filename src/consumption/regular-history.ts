import { monthNumber, serialOfMonthDay } from '../kernel/calendar';
import type { MeterFacts, RegisterFacts } from '../model/facts';
import type { MeterRecord } from '../model/records';
import { VOLUME_SCALE } from './formulas';

/** A month that a register read regularly closes: two readings on the volume scale. */
export interface RegularMonth {
  now: number;
  before: number;
  /** Day the closing reading was taken (serial). */
  taken: number;
}

/** Days of a month as text, for comparing without counting. */
export interface MonthDays {
  readonly number: number;
  readonly first: string;
  readonly last: string;
}

/** Does the meter measure on every day of the month, with no event in it? */
const measuresAll = (meter: MeterRecord, { first, last }: MonthDays): boolean => {
  if (meter.commissionedOn >= first) return false;
  if (meter.removedOn !== undefined && meter.removedOn <= last) return false;
  if (meter.failedOn !== undefined && meter.failedOn <= last) return false;
  const { verifications } = meter;
  if (verifications.length === 0) return true;
  if (verifications.length > 1) return false;
  return (verifications[0] as (typeof verifications)[number]).until >= last;
};

/**
 * The commonest history, walked without making anything: every reading taken in order, received when taken, accepted by nobody's decision,
 * not below the last, within the dial; one closes this month and one the month before. Then the two readings are answered in `out`.
 *
 * @returns false for any other history: {@link readRegister} reads it. A test holds the two equal.
 */
export const regularMonth = (
  facts: RegisterFacts,
  meter: MeterRecord,
  month: number,
  cutoffDay: (month: number) => number,
  out: RegularMonth,
): boolean => {
  const { readings, decimals, digits } = facts;
  let lastMonth = monthNumber(meter.commissionedOn);
  let lastTaken = calendarNumber(meter.commissionedOn);
  let last = onVolumeScale(facts.initial, digits, decimals);
  let beforeMonth = lastMonth;
  let before = last;
  let any = false;
  for (let i = 0; i < readings.length; i += 1) {
    const reading = readings[i] as (typeof readings)[number];
    if (reading.verdict !== undefined || reading.below !== undefined || reading.purpose !== 'monthly' || reading.receivedOn !== undefined)
      return false;
    const taken = calendarNumber(reading.takenOn);
    if (taken < lastTaken || (taken === lastTaken && any)) return false;
    const dayOfMonth = taken & 31;
    let closes = taken >> 5;
    if (dayOfMonth > cutoffDay(closes)) closes += 1;
    if (closes > month) break;
    const value = onVolumeScale(reading.value, digits, decimals);
    if (!(value >= last)) return false;
    if (closes !== lastMonth || !any) {
      before = last;
      beforeMonth = lastMonth;
    }
    last = value;
    lastMonth = closes;
    lastTaken = taken;
    any = true;
  }
  if (!any || lastMonth !== month || month - beforeMonth > 1 || !(before >= 0)) return false;
  out.now = last;
  out.before = before;
  out.taken = serialOf(lastTaken);
  return true;
};

/** Month counted from year zero and day of the month in one number that sorts as the days do: `month << 5 | day`. */
const calendarNumber = (day: string): number => {
  const year = day.charCodeAt(0) * 1000 + day.charCodeAt(1) * 100 + day.charCodeAt(2) * 10 + day.charCodeAt(3) - ZERO * 1111;
  const month = day.charCodeAt(5) * 10 + day.charCodeAt(6) - ZERO * 11;
  return ((year * 12 + month - 1) << 5) | (day.charCodeAt(8) * 10 + day.charCodeAt(9) - ZERO * 11);
};

const serialOf = (calendar: number): number => serialOfMonthDay(calendar >> 5, calendar & 31);

const ZERO = 48;
const POINT = 46;

/** A reading on the volume scale; `NaN` when it has more digits or decimals than the dial: the long way cuts or refuses it. */
const onVolumeScale = (text: string, digits: number, decimals: number): number => {
  let int = 0;
  let point = -1;
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === POINT) point = i;
    else int = int * 10 + (c - ZERO);
  }
  const whole = point < 0 ? length : point;
  const after = point < 0 ? 0 : length - point - 1;
  if (whole > digits || after > decimals) return Number.NaN;
  const value = int * (UP[VOLUME_SCALE - after] as number);
  return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
};

const UP = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** The last meter of a place, if it measures on every day of the month. */
export const regularMeter = (meters: readonly MeterFacts[], days: MonthDays): MeterFacts | null => {
  const last = meters[meters.length - 1];
  return last !== undefined && measuresAll(last.meter, days) ? last : null;
};
