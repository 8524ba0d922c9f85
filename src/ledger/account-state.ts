import { type Kopecks, sumMoney } from '../kernel/money';
import { type Bucket, Buckets } from './bucket';
import { commandKey, type Entry } from './entry';

/** What a personal account owes, folded from its entries: the order of the entries does not matter. */
export interface AccountState {
  /** Open buckets by month of debt, creditor, service; none is zero. */
  readonly buckets: readonly Bucket[];
  /** Keys of the commands whose entries are in it. */
  readonly keys: ReadonlySet<string>;
}

/** An account that nothing was posted to. */
export const EMPTY_ACCOUNT: AccountState = { buckets: [], keys: new Set() };

/** The state after more entries. */
export const evolveAll = (state: AccountState, entries: Iterable<Entry>): AccountState => {
  const buckets = new Buckets(state.buckets);
  const keys = new Set(state.keys);
  for (const entry of entries) {
    buckets.add(entry, entry.amount);
    keys.add(commandKey(entry.id));
  }
  return { buckets: buckets.sorted(), keys };
};

/** The state after one more entry. */
export const evolve = (state: AccountState, entry: Entry): AccountState => evolveAll(state, [entry]);

/** The state after these entries. */
export const stateOf = (entries: Iterable<Entry>): AccountState => evolveAll(EMPTY_ACCOUNT, entries);

/** What the account owes in all («сальдо»): debt is positive, an advance negative. */
export const saldoOf = (state: AccountState): Kopecks => sumMoney(state.buckets.map((bucket) => bucket.amount));
