import type { Instant, Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import type { Result } from '../kernel/result';
import type { AccountBalance, EntriesAsOf } from '../ledger/closing/account-balance';
import type { Closing } from '../ledger/closing/month-chain';
import type { Entry } from '../ledger/entry';
import type { Bill } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { FactRecord } from '../model/records';

/**
 * A fact as a store keeps it: `knownAt` is always there, `scope` is its house, or `''` for facts of no house (tariffs, normatives, providers).
 * `storedAt` is when it was written: a fact may have been known long before anybody wrote it down, and what was billed in between is made good
 * only if that is seen.
 */
export interface StoredFact {
  readonly scope: string;
  readonly knownAt: Instant;
  readonly storedAt: Instant;
  readonly record: FactRecord;
}

/**
 * What a store refuses; when several apply, the first of this order is answered, and nothing of the write is kept, its key neither:
 *
 * - `store-unavailable`: the store cannot be reached, or was closed; the write may or may not have been kept, so try again with the same key;
 * - `idempotency-conflict`: the key was used for another operation or other content;
 * - `month-closed`: a closed month never changes (`house`, `month`, `closedAt`);
 * - `version-conflict`: somebody wrote the house-month meanwhile (`house`, `month`, `expected`, `found`);
 * - `duplicate-entry`: an entry with this id is in the journal of the house, or twice in the write;
 * - `duplicate-fact`: a fact with this id has other content, or another scope;
 * - `supersedes-twice`: a fact (`value`) that `other` supersedes already in this scope, or that two facts of the write supersede;
 * - `account-in-two-houses`: an account number or alias that another `house` has.
 */
export type StoreProblem = Problem<
  | 'store-unavailable'
  | 'idempotency-conflict'
  | 'month-closed'
  | 'version-conflict'
  | 'duplicate-entry'
  | 'duplicate-fact'
  | 'supersedes-twice'
  | 'account-in-two-houses'
>;

/**
 * Every write carries a key of the caller (1 to 200 characters, over all houses and operations) and the digest of its content: the same
 * key and digest again has no second effect and answers `repeated`, whatever happened in between.
 */
export interface Idempotent {
  readonly key: string;
  readonly digest: string;
}

/** Facts to append. */
export interface FactsWrite extends Idempotent {
  readonly facts: readonly StoredFact[];
}

/**
 * Dated facts: append-only, as known at an instant. Reads that cannot be answered reject; texts sort by code points everywhere.
 */
export interface FactSource {
  /**
   * Append all or nothing. An id is unique over all houses: the same id with the same record in the same scope is no second fact (the
   * first `knownAt` and `storedAt` stand), with anything else it is refused.
   *
   * Within a scope a fact has one successor: of two writers that supersede the same fact exactly one wins, for facts that contradict each
   * other could never be taken back. A successor may come before the fact that it supersedes.
   *
   * A number or alias of an account belongs to one house, as long as an account fact that is neither superseded nor withdrawn names it, and
   * for ever once the house has bills or entries under it: a debt must not change hands with its number. The order of facts does not matter.
   */
  appendFacts(write: FactsWrite): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Facts of a house and of no house, known at `asKnownAt` or before (all when absent), in order of `knownAt`, then id. */
  factsOf(house: string, asKnownAt?: Instant): Promise<readonly StoredFact[]>;
  /** Those of `factsOf` whose records are of these kinds and of the house itself, found without reading the others. */
  factsOfKinds(house: string, kinds: readonly FactRecord['kind'][], asKnownAt?: Instant): Promise<readonly StoredFact[]>;
  /** Houses that anything was written for, sorted; at most `limit` after `after`, so that memory does not grow with their number. */
  houses(after: string | null, limit: number): Promise<readonly string[]>;
  /**
   * House of an account by its number or an alias, and the account's own number; `null` when unknown. Should accounts of one house claim
   * the same text, own numbers win over aliases, then the fact known earlier, then the lower id.
   */
  houseOfAccount(number: string): Promise<{ readonly house: string; readonly account: string } | null>;
}

/** The whole of a house-month, written at once or not at all: every bill and act is of this house and month, every entry is posted in it. */
export interface HouseMonthWrite extends Idempotent {
  readonly house: string;
  readonly month: Month;
  /** Version this writing follows: 0 for the first. */
  readonly expectedVersion: number;
  /** The moment whose facts the bills are made of. */
  readonly at: Instant;
  readonly bills: readonly Bill[];
  /** Acts of the house for the month: later months look back at them. */
  readonly acts: readonly HouseAct[];
  readonly entries: readonly Entry[];
}

/** A month to be closed as it was seen. */
export interface MonthClosing extends Idempotent {
  readonly house: string;
  readonly month: Month;
  /** Version that was looked at: what was not seen is not closed. */
  readonly expectedVersion: number;
  readonly at: Instant;
  readonly by: string;
}

/** Entries that no bill makes: opening saldo, payments. All are of this house. */
export interface Posting extends Idempotent {
  readonly house: string;
  readonly entries: readonly Entry[];
}

/** What is known of a house-month. */
export interface HouseMonthState {
  readonly version: number;
  /** `at` of its newest version: what was stored later is not in its bills. `null` when nothing was written. */
  readonly writtenAt: Instant | null;
  /** When it was closed: itself, or a later month of its house. */
  readonly closedAt: Instant | null;
  /** Who closed it, as told. */
  readonly closedBy: string | null;
}

/** Entries of an account to be added to a balance. */
export interface EntriesAfter extends EntriesAsOf {
  /** Posted in a later month than this; all of them when `null`. */
  readonly after: Month | null;
}

/**
 * Bills and journal entries: append-only. An entry belongs to the month it is posted in, whatever month its debt is for. Entries of a
 * house stand in order of posting; of two writers of one house-month exactly one wins.
 */
export interface Journal {
  /** Version 0 and open when nothing was written. */
  monthState(house: string, month: Month): Promise<HouseMonthState>;
  /** Write bills and entries of a house-month: all or nothing, one version higher. Earlier versions stay. */
  writeMonth(write: HouseMonthWrite): Promise<Result<{ readonly repeated: boolean; readonly version: number }, StoreProblem>>;
  /**
   * Close a month of a house and, because their entries are in its saldo, all months before it: later writes to them are refused. Closing a
   * closed month again is no change and answers `repeated`.
   *
   * With it are written, of what the store itself reads in the same transaction (`ClosingMaker`): the next link of the hash chain of the
   * house, and the balances of the accounts with entries in the months that it takes in. These are the months after the last link; where there
   * is none, all of them, those that a release without the chain closed too.
   */
  closeMonth(write: MonthClosing): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Post entries that no bill makes: all or nothing, in one or several open months. The versions of the months stay. */
  post(write: Posting): Promise<Result<{ readonly repeated: boolean }, StoreProblem>>;
  /** Bills of a house-month by account: of the newest version, or of an earlier one as it was written. */
  billsOf(house: string, month: Month, version?: number): Promise<readonly Bill[]>;
  /** Acts of a house in the newest version of each month `from … to` (both included), in order of months, then as they were written. */
  actsOf(house: string, from: Month, to: Month): Promise<readonly HouseAct[]>;
  /** Bills of an account in the newest version of each month, in order of months. */
  billsOfAccount(account: string): Promise<readonly Bill[]>;
  /** Entries of an account in order of posting, with `at` at `asKnownAt` or before (all when absent). */
  entriesOfAccount(account: string, asKnownAt?: Instant): Promise<readonly Entry[]>;
  /** Entries of a house in order of posting; with `month` those posted in that month. */
  entriesOfHouse(house: string, month?: Month): Promise<readonly Entry[]>;
  /** Months of a house that have versions or entries, in order. */
  monthsOf(house: string): Promise<readonly Month[]>;
  /** Closings of a house in order of months, as they were written. */
  closingsOf(house: string): Promise<readonly Closing[]>;
  /** Balances that were written with the closing of a month, in order of accounts. */
  balancesOf(house: string, month: Month): Promise<readonly AccountBalance[]>;
  /** The newest balance of an account of which every entry counts; `null` when there is none. One indexed read. */
  balanceOf(house: string, account: string, asOf: EntriesAsOf): Promise<AccountBalance | null>;
  /** Entries of an account in order of posting that count and were posted in a later month; what was posted before is not read. */
  entriesAfter(house: string, account: string, asked: EntriesAfter): Promise<readonly Entry[]>;
}

/** Facts and journal together, with an end. */
export interface Store extends FactSource, Journal {
  /** After this, writes answer `store-unavailable` and reads reject. Closing twice is no error. */
  close(): Promise<void>;
}
