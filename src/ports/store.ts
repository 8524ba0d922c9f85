import type { Instant, Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import type { Result } from '../kernel/result';
import type { Entry } from '../ledger/entry';
import type { Bill } from '../model/bill';
import type { FactRecord } from '../model/records';

/** A fact as a store keeps it: `knownAt` is always there, `scope` is its house, or `''` for facts of no house (tariffs, normatives, providers). */
export interface StoredFact {
  readonly scope: string;
  readonly knownAt: Instant;
  readonly record: FactRecord;
}

/**
 * What a store refuses. `idempotency-conflict`: the key was used for other content. `version-conflict`: somebody wrote the house-month
 * meanwhile. `month-closed`: a closed month never changes. `duplicate-fact`: an id that exists with other content.
 * `account-in-two-houses`: an account number or alias that another house has. `store-unavailable`: the store cannot be reached, try again.
 */
export type StoreProblem = Problem<'idempotency-conflict' | 'version-conflict' | 'month-closed' | 'duplicate-fact' | 'account-in-two-houses' | 'store-unavailable'>;

/** Every write carries a key of the caller and the digest of its content: the same twice has one effect. */
export interface Idempotent {
  readonly key: string;
  readonly digest: string;
}

/** Dated facts: append-only, as known at an instant. */
export interface FactSource {
  /** Append all or nothing. The same key and digest again appends nothing and answers `repeated`. */
  appendFacts(write: Idempotent & { readonly facts: readonly StoredFact[] }): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Facts of a house and of no house, as known at `asKnownAt` (all when absent), in order of `knownAt`, then id. */
  factsOf(house: string, asKnownAt?: Instant): Promise<readonly StoredFact[]>;
  /** Ids of all houses, sorted; a page at a time so that memory does not grow with their number. */
  houses(after: string | null, limit: number): Promise<readonly string[]>;
  /** House of an account by its number or an alias; `null` when unknown. */
  houseOfAccount(number: string): Promise<{ readonly house: string; readonly account: string } | null>;
}

/** The whole of a house-month, written at once or not at all. */
export interface HouseMonthWrite extends Idempotent {
  readonly house: string;
  readonly month: Month;
  /** Version this writing follows: 0 for the first. */
  readonly expectedVersion: number;
  readonly at: Instant;
  readonly bills: readonly Bill[];
  readonly entries: readonly Entry[];
}

/** What is known of a house-month. */
export interface HouseMonthState {
  readonly version: number;
  readonly closedAt: Instant | null;
  /** Who closed it, as told. */
  readonly closedBy: string | null;
}

/** Bills and journal entries: append-only. */
export interface Journal {
  /** Version 0 and open when nothing was written. */
  monthState(house: string, month: Month): Promise<HouseMonthState>;
  /** Write bills and entries of a house-month: all or nothing, one version higher. */
  writeMonth(write: HouseMonthWrite): Promise<Result<{ readonly repeated: boolean; readonly version: number }, StoreProblem>>;
  /** Close a month: later writes to it are refused. Closing a closed month again is no change. */
  closeMonth(write: Idempotent & { readonly house: string; readonly month: Month; readonly at: Instant; readonly by: string }): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Post entries that no bill makes (opening saldo, payments): all or nothing. */
  post(write: Idempotent & { readonly house: string; readonly entries: readonly Entry[] }): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Bills of the newest version of a house-month, by account. */
  billsOf(house: string, month: Month): Promise<readonly Bill[]>;
  /** Bills of an account, newest version of each month, in order of months. */
  billsOfAccount(account: string): Promise<readonly Bill[]>;
  /** Entries of an account in order of posting, as known at an instant. */
  entriesOfAccount(account: string, asKnownAt?: Instant): Promise<readonly Entry[]>;
  /** Entries of a house in order of posting; with `month` those posted in that month. */
  entriesOfHouse(house: string, month?: Month): Promise<readonly Entry[]>;
}

/** Facts and journal together, with an end. */
export interface Store extends FactSource, Journal {
  close(): Promise<void>;
}
