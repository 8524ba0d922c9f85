import type { Instant, Month } from '../../kernel/calendar';
import { canonicalJson } from '../../kernel/canonical-json';
import { invariant } from '../../kernel/result';
import { sha256 } from '../../kernel/sha256';
import type { Bill } from '../../model/bill';
import type { HouseAct } from '../../model/house-act';
import type { Entry } from '../entry';
import { type AccountBalance, balancesAfter } from './account-balance';

/** Kinds of record that a closing answers for, in the order in which they are looked at. */
export const CLOSED_KINDS = ['entries', 'bills', 'acts', 'balances'] as const;
/** A kind of record that a closing answers for. */
export type ClosedKind = (typeof CLOSED_KINDS)[number];

/** Digest of all records of a kind in a month, as they stood when it was closed; what there was none of has no part. */
export interface ClosedPart {
  readonly month: Month;
  readonly kind: ClosedKind;
  readonly count: number;
  readonly digest: string;
}

/** What is said when a month of a house is closed. */
export interface ClosingTold {
  readonly house: string;
  readonly month: Month;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
}

/**
 * A closing of a house («закрытие месяца»), a link of its chain: its hash is made of everything that was posted since the link before, and of the
 * hash of that one, so that no record of the past can change without the hashes from there on.
 */
export interface Closing extends ClosingTold {
  /** Hash of the closing before; `null` where the chain begins. */
  readonly previous: string | null;
  readonly parts: readonly ClosedPart[];
  /** `null` for a month that a release without the chain closed: nothing proves it until the next closing, which takes it in. */
  readonly hash: string | null;
}

/** Everything of a month that its closing answers for: bills and acts of the newest version, entries in order of posting. */
export interface MonthContent {
  readonly month: Month;
  readonly entries: readonly Entry[];
  readonly bills: readonly Bill[];
  readonly acts: readonly HouseAct[];
}

/** A part of a closing; `null` when there is nothing of the kind. */
export const closedPart = (month: Month, kind: ClosedKind, records: readonly unknown[]): ClosedPart | null =>
  records.length === 0 ? null : { month, kind, count: records.length, digest: sha256(canonicalJson(records)) };

/** Hash of a closing. */
export const closingHash = ({ house, month, version, at, by, previous, parts }: Omit<Closing, 'hash'>): string =>
  sha256(canonicalJson({ house, month, version, at, by, previous, parts }));

/**
 * A closing while its months are taken in, oldest first. A store makes one inside the transaction of the closing, of what it reads there:
 * the months after the last link, or all of them when there is none.
 */
export class ClosingMaker {
  private readonly parts: ClosedPart[] = [];
  private readonly entries = new Map<string, Entry[]>();
  private last: Month | null = null;

  /** @param previous hash of the link before; `null` where the chain begins */
  constructor(
    private readonly told: ClosingTold,
    private readonly previous: string | null,
  ) {}

  /** Take in a month. */
  take({ month, entries, bills, acts }: MonthContent): void {
    invariant((this.last === null || month > this.last) && month <= this.told.month, 'months are closed in order');
    this.last = month;
    for (const [kind, records] of Object.entries({ entries, bills, acts })) this.add(closedPart(month, kind as ClosedKind, records));
    for (const entry of entries) {
      const own = this.entries.get(entry.account);
      if (own === undefined) this.entries.set(entry.account, [entry]);
      else own.push(entry);
    }
  }

  /** Accounts with entries in the months taken in. */
  accounts(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** @param before newest balances of {@link accounts}; none where the chain begins */
  closed(before: readonly AccountBalance[]): { readonly closing: Closing; readonly balances: readonly AccountBalance[] } {
    const { house, month, version, at, by } = this.told;
    const balances = balancesAfter(month, before, this.entries);
    this.add(closedPart(month, 'balances', balances));
    const closing = { house, month, version, at, by, previous: this.previous, parts: [...this.parts] };
    return { closing: { ...closing, hash: closingHash(closing) }, balances };
  }

  private add(part: ClosedPart | null): void {
    if (part !== null) this.parts.push(part);
  }
}
