import { monthNumber } from '../kernel/calendar';
import type { ReadingRecord } from '../model/records';

/** The days of a month on which readings of a service are received for it (ПП № 354, п. 31, 34). */
export interface ReadingWindow {
  /** Last day of the month (counted) on which a reading counts for it. */
  readonly cutoffDay: (month: number) => number;
  /** The same when it is one day in every month; 0 where it changes. */
  readonly everyMonth: number;
  /** First day of the window; 1 where none is set. */
  readonly firstDay: (month: number) => number;
  /** Readings before the first day do not count for the month either. */
  readonly strict: (month: number) => boolean;
  /** A reading outside a strict window waits for a person instead of going to the next month. */
  readonly holds: boolean;
  /** Only the last day matters: what the short cut of the month run needs. */
  readonly plain: boolean;
}

/** The month (counted) that a reading closes, and whether it came outside the window. */
export interface ReadingEffect {
  readonly month: number;
  readonly outside: 'early' | 'late' | null;
  /** It must wait for a person. */
  readonly held: boolean;
}

const dayNumber = (day: string): number => (day.charCodeAt(8) - 48) * 10 + day.charCodeAt(9) - 48;

/** Which month (counted) a reading counts for: that of the day it was received, within the window; a closing one that of its own day (C09). */
export const effectiveMonth = (reading: ReadingRecord, window: ReadingWindow): number => {
  if (reading.purpose === 'closing') return monthNumber(reading.takenOn);
  const received = reading.receivedOn ?? reading.takenOn;
  const month = monthNumber(received);
  const day = dayNumber(received);
  if (day > window.cutoffDay(month)) return month + 1;
  return !window.plain && day < window.firstDay(month) && window.strict(month) ? month + 1 : month;
};

/** The month of a reading, whether it came outside the window, and whether it must wait for that. */
export const readingEffect = (reading: ReadingRecord, window: ReadingWindow): ReadingEffect => {
  const month = effectiveMonth(reading, window);
  if (reading.purpose === 'closing') return { month, outside: null, held: false };
  const received = reading.receivedOn ?? reading.takenOn;
  const came = monthNumber(received);
  const day = dayNumber(received);
  const outside = day > window.cutoffDay(came) ? 'late' : day < window.firstDay(came) ? 'early' : null;
  return { month, outside, held: outside !== null && window.holds && window.strict(came) };
};
