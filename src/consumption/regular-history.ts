import { monthNumber, serialOfMonthDay } from '../kernel/calendar';
import type { MeterFacts, RegisterFacts } from '../model/facts';
import { DAY_BITS, DAY_MASK } from '../model/plain-history';
import type { MeterRecord } from '../model/records';

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
  const { plain } = facts;
  if (plain === null) return false;
  const { days, stands } = plain;
  let lastMonth = monthNumber(meter.commissionedOn);
  let last = plain.initial;
  let lastDay = 0;
  let beforeMonth = lastMonth;
  let before = last;
  let any = false;
  for (let i = 0; i < days.length; i += 1) {
    const taken = days[i] as number;
    let closes = taken >> DAY_BITS;
    if ((taken & DAY_MASK) > cutoffDay(closes)) closes += 1;
    if (closes > month) break;
    if (closes !== lastMonth || !any) {
      before = last;
      beforeMonth = lastMonth;
    }
    last = stands[i] as number;
    lastMonth = closes;
    lastDay = taken;
    any = true;
  }
  if (!any || lastMonth !== month || month - beforeMonth > 1) return false;
  out.now = last;
  out.before = before;
  out.taken = serialOfMonthDay(lastDay >> DAY_BITS, lastDay & DAY_MASK);
  return true;
};

/** The last meter of a place, if it measures on every day of the month. */
export const regularMeter = (meters: readonly MeterFacts[], days: MonthDays): MeterFacts | null => {
  const last = meters[meters.length - 1];
  return last !== undefined && measuresAll(last.meter, days) ? last : null;
};
