import type { Day, Instant, Month } from '../../kernel/calendar';
import { byCodePoints } from '../../kernel/code-points';
import { type Bucket, Buckets } from '../bucket';
import type { Entry } from '../entry';

/** What an account owed when a month of its house was closed, by the entries posted in that month and before. */
export interface AccountBalance {
  readonly account: string;
  /** The month that was closed. */
  readonly month: Month;
  /** Open buckets; none is zero. */
  readonly buckets: readonly Bucket[];
  /** The latest value day of the entries in it: on that day and later, all of them count. */
  readonly valueThrough: Day;
  /** The latest `at` of the entries in it: at that instant and later, all of them are known. */
  readonly knownThrough: Instant;
}

/**
 * Balances of the accounts that a closing changes, in order of accounts: what stood before, and the entries posted since.
 *
 * @param before newest balances of these accounts; an account without one had no entries
 */
export const balancesAfter = (
  month: Month,
  before: readonly AccountBalance[],
  entries: ReadonlyMap<string, readonly Entry[]>,
): readonly AccountBalance[] => {
  const known = new Map(before.map((balance) => [balance.account, balance]));
  const changed = [...entries].filter(([, own]) => own.length > 0).sort(([a], [b]) => byCodePoints(a, b));
  return changed.map(([account, own]) => balanceAfter(account, month, known.get(account), own));
};

const balanceAfter = (account: string, month: Month, before: AccountBalance | undefined, entries: readonly Entry[]): AccountBalance => {
  const buckets = new Buckets(before?.buckets);
  let valueThrough = before?.valueThrough ?? ('' as Day);
  let knownThrough = before?.knownThrough ?? ('' as Instant);
  for (const entry of entries) {
    buckets.add(entry, entry.amount);
    if (entry.valueDay > valueThrough) valueThrough = entry.valueDay;
    if (entry.at > knownThrough) knownThrough = entry.at;
  }
  return { account, month, buckets: buckets.sorted(), valueThrough, knownThrough };
};

/** Which entries count: posted in a month and before, with a value day and before, known at an instant; what is not named does not bound. */
export interface EntriesAsOf {
  readonly through?: Month | undefined;
  readonly valueThrough?: Day | undefined;
  readonly knownThrough?: Instant | undefined;
}

/** Does an entry count? */
export const entryCounts = ({ postedIn, valueDay, at }: Entry, { through, valueThrough, knownThrough }: EntriesAsOf): boolean =>
  (through === undefined || postedIn <= through) &&
  (valueThrough === undefined || valueDay <= valueThrough) &&
  (knownThrough === undefined || at <= knownThrough);

/** Does every entry of a balance count? Then it may be begun with. */
export const balanceCounts = (balance: AccountBalance, { through, valueThrough, knownThrough }: EntriesAsOf): boolean =>
  (through === undefined || balance.month <= through) &&
  (valueThrough === undefined || balance.valueThrough <= valueThrough) &&
  (knownThrough === undefined || balance.knownThrough <= knownThrough);
