import type { Instant } from '../kernel/calendar';

/** The only source of now. */
export interface Clock {
  now(): Instant;
}
