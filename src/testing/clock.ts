import { type Instant, later } from '../kernel/calendar';
import type { Clock } from '../ports/clock';

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
