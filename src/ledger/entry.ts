import type { Day, Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { ServiceCode } from '../model/services';
import type { Direction } from './allocation/direction';

/** Kinds of journal entries; a closed set. Debt grows by positive amounts and falls by negative ones; transfers of a command, and successions of a fact, sum to zero. */
export const ENTRY_KINDS = [
  'opening',
  'charge',
  'adjustment',
  'payment',
  'refund',
  'transfer',
  'succession',
  'interest',
  'penalty',
] as const;
/** What an entry is. */
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Money that is not a service's debt yet: an advance that no line was there to take. */
export const ADVANCE = 'advance';

/** Penalties of a creditor for a month of debt («пени»): a ledger of its own beside the debt. */
export const PENALTY = 'penalty';

/** What a debt is for: a service, or one of the two that are none. */
export type DebtService = ServiceCode | typeof ADVANCE | typeof PENALTY;

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
  readonly service: DebtService;
  readonly kind: EntryKind;
  readonly month: Month;
  readonly postedIn: Month;
  readonly amount: Kopecks;
  readonly valueDay: Day;
  readonly at: Instant;
  /** What it leads to: a bill (`bill:<house>:<month>:<version>`), a payment (`payment:<fact>`), a refund (`refund:<fact>`), an opening saldo (`opening:<fact>`), a succession of accounts (`succession:<fact>`), interest (`instalment:<fact>`), penalties (`penalty:<month posted in>`). */
  readonly cause: string;
  /** Id of the entry that this one takes back. */
  readonly reverses?: string;
  /** What the payer said a payment is for. */
  readonly directed?: Direction;
}

/** Key of the command that made an entry. @example commandKey('payment:p-1@0#2') //=> 'payment:p-1@0' */
export const commandKey = (id: string): string => id.slice(0, id.lastIndexOf('#'));
