import type { Month } from '../kernel/calendar';
import { parseMonth } from '../kernel/calendar';
import { excerpt, type Problem } from '../kernel/problem';
import { BillingInvariantError, err, type Result } from '../kernel/result';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import { Turns } from './turns';

/**
 * Codes that only this floor answers with, beside those of the kernel, the schemas, the engine and the store:
 *
 * - `month-not-billed`: the month of the house has no bills yet (`house`, `month`);
 * - `previous-month-open`: months are closed in order (`house`, `month`);
 * - `payment-not-positive`: a payment is more than nothing;
 * - `readings-undecided`: readings wait for a decision (`month`, `count`, `readings`);
 * - `reading-unknown`: there is no such reading;
 * - `below-missing`: a reading below the last one is accepted only with a word what that means;
 * - `key-format`: an idempotency key has 1 to 200 characters;
 * - `preview-outdated`: a month is not what its preview was (`house`, `month`);
 * - `clock-behind`: the clock stands before what it told already.
 */
export type RunCode =
  | 'month-not-billed'
  | 'previous-month-open'
  | 'payment-not-positive'
  | 'key-format'
  | 'preview-outdated'
  | 'clock-behind'
  | 'readings-undecided'
  | 'reading-unknown'
  | 'below-missing';

/** What every asynchronous operation answers: its value, or every problem found. It never throws but for a mistake of ours. */
export type Answer<T> = Promise<Result<T, readonly Problem[]>>;

/** What the operations work with. */
export interface Edge {
  readonly store: Store;
  readonly clock: Clock;
  /** Writers of one house in this process go one after another. */
  readonly turns: Turns;
}

/** A store that could not answer. */
class StoreFailure extends Error {}

/** The edge over a host's store and clock. */
export const edgeOf = ({ store, clock }: { readonly store: Store; readonly clock: Clock }): Edge => ({
  store: guarded(store),
  clock,
  turns: new Turns(),
});

/** Run an operation: a store that fails on the way is an answer (`store-unavailable`), not a throw. */
export const answered = async <T>(act: () => Answer<T>): Answer<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StoreFailure) return err([{ code: 'store-unavailable', facts: { reason: error.message } }]);
    throw error;
  }
};

/** Wrap one problem. */
export const refused = (problem: Problem): { readonly ok: false; readonly error: readonly Problem[] } => err([problem]);

/** A month from outside. */
export const monthOfText = (text: string): Result<Month, readonly Problem[]> => {
  const month = parseMonth(text);
  return month.ok ? month : refused({ ...month.error, at: 'month' });
};

const guarded = (store: Store): Store => ({
  appendFacts: guard(store.appendFacts.bind(store)),
  factsOf: guard(store.factsOf.bind(store)),
  factsOfKinds: guard(store.factsOfKinds.bind(store)),
  houses: guard(store.houses.bind(store)),
  houseOfAccount: guard(store.houseOfAccount.bind(store)),
  monthState: guard(store.monthState.bind(store)),
  writeMonth: guard(store.writeMonth.bind(store)),
  closeMonth: guard(store.closeMonth.bind(store)),
  post: guard(store.post.bind(store)),
  billsOf: guard(store.billsOf.bind(store)),
  actsOf: guard(store.actsOf.bind(store)),
  billsOfAccount: guard(store.billsOfAccount.bind(store)),
  entriesOfAccount: guard(store.entriesOfAccount.bind(store)),
  entriesOfHouse: guard(store.entriesOfHouse.bind(store)),
  monthsOf: guard(store.monthsOf.bind(store)),
  closingsOf: guard(store.closingsOf.bind(store)),
  balancesOf: guard(store.balancesOf.bind(store)),
  balanceOf: guard(store.balanceOf.bind(store)),
  entriesAfter: guard(store.entriesAfter.bind(store)),
  close: store.close.bind(store),
});

/** A call of a port of the host: when it rejects, the operation answers `store-unavailable`. */
export const guard =
  <A extends readonly unknown[], R>(call: (...args: A) => Promise<R>) =>
  async (...args: A): Promise<R> => {
    try {
      return await call(...args);
    } catch (error) {
      if (error instanceof BillingInvariantError) throw error;
      throw new StoreFailure(excerpt(error instanceof Error ? error.message : error));
    }
  };
