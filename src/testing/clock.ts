import { addDays, type Day, type Instant } from '../kernel/calendar';
import type { Clock } from '../ports/clock';

const MS_PER_DAY = 86_400_000;

/** A clock that stands still. @example fixedClock('2026-11-01T09:00:00.000Z' as Instant).now() //=> '2026-11-01T09:00:00.000Z' */
export const fixedClock = (at: Instant): Clock => ({ now: () => at });

/**
 * A clock that goes on by the same step with every look, and can be set: tests read the order of events off their instants.
 *
 * @param from what the first look shows
 * @param step milliseconds from one look to the next
 * @example const clock = steppingClock('2026-11-01T23:59:59.500Z' as Instant, 1000);
 * clock.now(); clock.now() //=> '2026-11-02T00:00:00.500Z'
 */
export const steppingClock = (from: Instant, step = 1): Clock & { readonly set: (at: Instant) => void } => {
  let next = from;
  return {
    now: () => {
      const now = next;
      next = later(now, step);
      return now;
    },
    set: (at) => {
      next = at;
    },
  };
};

/** The moment so many milliseconds later (earlier when negative). @example later('2026-11-01T00:00:00.000Z' as Instant, 1500) //=> '2026-11-01T00:00:01.500Z' */
export const later = (at: Instant, ms: number): Instant => {
  const total = msOfDay(at) + ms;
  const days = Math.floor(total / MS_PER_DAY);
  return `${addDays(at.slice(0, 10) as Day, days)}T${timeText(total - days * MS_PER_DAY)}Z` as Instant;
};

const msOfDay = (at: Instant): number =>
  Number(at.slice(11, 13)) * 3_600_000 + Number(at.slice(14, 16)) * 60_000 + Number(at.slice(17, 19)) * 1000 + Number(at.slice(20, 23));

const timeText = (ms: number): string => {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const seconds = Math.floor(ms / 1000);
  return `${digits(Math.floor(seconds / 3600), 2)}:${digits(Math.floor(seconds / 60) % 60, 2)}:${digits(seconds % 60, 2)}.${digits(ms % 1000, 3)}`;
};
