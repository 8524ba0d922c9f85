import type { Month } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import { type Bucket, Buckets } from './bucket';
import { commandKey, type Entry } from './entry';

/** What a personal account owes, folded from its entries: the order of the entries does not matter. */
export interface AccountState {
  /** Open buckets by month of debt, creditor, service; none is zero. */
  readonly buckets: readonly Bucket[];
  /** The newest month that was charged and what each creditor charged for it: a surplus is shared by these. */
  readonly newest: { readonly month: Month; readonly charged: ReadonlyMap<string, Kopecks> } | null;
  /** Keys of the commands whose entries are in it. */
  readonly keys: ReadonlySet<string>;
}

/** An account that nothing was posted to. */
export const EMPTY_ACCOUNT: AccountState = { buckets: [], newest: null, keys: new Set() };

/** The state after more entries. */
export const evolveAll = (state: AccountState, entries: Iterable<Entry>): AccountState => {
  const buckets = new Buckets(state.buckets);
  const keys = new Set(state.keys);
  let newest = state.newest;
  for (const entry of entries) {
    buckets.add(entry, entry.amount);
    keys.add(commandKey(entry.id));
    if (entry.kind === 'charge') newest = newestWith(newest, entry);
  }
  return { buckets: buckets.sorted(), newest, keys };
};

/** The state after one more entry. */
export const evolve = (state: AccountState, entry: Entry): AccountState => evolveAll(state, [entry]);

/** The state after these entries. */
export const stateOf = (entries: Iterable<Entry>): AccountState => evolveAll(EMPTY_ACCOUNT, entries);

/** What the account owes in all («сальдо»): debt is positive, an advance negative. */
export const saldoOf = (state: AccountState): Kopecks => sumMoney(state.buckets.map((bucket) => bucket.amount));

const newestWith = (newest: AccountState['newest'], { month, provider, amount }: Entry): AccountState['newest'] => {
  if (newest !== null && month < newest.month) return newest;
  const charged = new Map(newest?.month === month ? newest.charged : []);
  charged.set(provider, sumMoney([charged.get(provider) ?? NO_MONEY, amount]));
  return { month, charged };
};
