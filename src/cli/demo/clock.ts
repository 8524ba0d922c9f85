import type { Instant } from '../../kernel/calendar';
import type { Clock } from '../../ports/clock';

/** The clock of the demo: it shows the day of the story, never today, so that two runs write the same bytes. */
export class StoryClock implements Clock {
  constructor(private at: Instant) {}

  now(): Instant {
    return this.at;
  }

  set(at: Instant): void {
    this.at = at;
  }
}
