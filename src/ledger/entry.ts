import type { Day, Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { ServiceCode } from '../model/services';

/** Kinds of journal entries; a closed set. Debt grows by positive amounts and falls by negative ones. */
export const ENTRY_KINDS = ['opening', 'charge', 'adjustment', 'payment'] as const;
/** What an entry is. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Money that is not a service's debt yet: an advance that no line was there to take. */
export const ADVANCE = 'advance';

/**
 * One entry of the journal: append-only. `month` is the month of debt it is for, `postedIn` the open month it was posted in; `at` is
 * the clock of knowledge, `valueDay` the day it counts from. A wrong entry is answered by another entry.
 */
export interface Entry {
  /** Unique in the journal: the key of the writing and the place in it. */
  readonly id: string;
  readonly house: string;
  readonly account: string;
  readonly provider: string;
  readonly service: ServiceCode | typeof ADVANCE;
  readonly kind: EntryKind;
  readonly month: Month;
  readonly postedIn: Month;
  readonly amount: Kopecks;
  readonly valueDay: Day;
  readonly at: Instant;
  /** What it leads to: a bill (`bill:<house>:<month>:<version>`), a payment, a fact. */
  readonly cause: string;
}
