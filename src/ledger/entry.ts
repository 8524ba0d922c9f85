import type { Day, Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { ServiceCode } from '../model/services';

/** Kinds of journal entries; a closed set. Debt grows by positive amounts and falls by negative ones; transfers of a command, and successions of a fact, sum to zero. */
export const ENTRY_KINDS = ['opening', 'charge', 'adjustment', 'payment', 'transfer', 'succession', 'interest'] as const;
/** What an entry is. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Money that is not a service's debt yet: an advance that no line was there to take. */
export const ADVANCE = 'advance';

/** Creditor of an advance that came before any bill named one. */
export const UNASSIGNED = '';

/**
 * One entry of the journal: append-only. `month` is the month of debt it is for, `postedIn` the open month it was posted in; `at` is
 * the clock of knowledge, `valueDay` the day it counts from. A wrong entry is answered by another entry.
 */
export interface Entry {
  /** Unique in the journal: the key of the command and the place in it, `<key>#<place>`. */
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
  /** What it leads to: a bill (`bill:<house>:<month>:<version>`), a payment (`payment:<fact>`), an opening saldo (`opening:<fact>`), a succession of accounts (`succession:<fact>`), interest (`instalment:<fact>`). */
  readonly cause: string;
  /** Id of the entry that this one takes back. */
  readonly reverses?: string;
}

/** Key of the command that made an entry. @example commandKey('payment:p-1@0#2') //=> 'payment:p-1@0' */
export const commandKey = (id: string): string => id.slice(0, id.lastIndexOf('#'));
