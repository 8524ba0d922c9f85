import { byCodePoints } from '../kernel/code-points';
import { excerpt } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import type { HouseMonthWrite, Idempotent, Posting, Store, StoreProblem } from '../ports/store';
import { MemoryFacts } from './memory-facts';
import { MemoryJournal } from './memory-journal';

interface Done {
  readonly operation: string;
  readonly digest: string;
  readonly answer: object;
}

/** Neither NUL nor half a surrogate pair, which databases and encoders read in their own ways. */
const KEY = /^[^\0\p{Cs}]{1,200}$/u;

/**
 * A store in memory: for tests, for previews and for the pure use of the engine. It keeps the whole contract of a store except that
 * nothing outlives the process; what it answers is frozen.
 *
 * @example const store = createMemoryStore();
 */
export const createMemoryStore = (): Store => {
  const journal = new MemoryJournal();
  const facts = new MemoryFacts((house, number) => journal.owes(house, number));
  const houses = new Set<string>();
  const keys = new Map<string, Done>();
  let open = true;

  const write = async <A extends { readonly repeated: boolean }>(
    operation: string,
    { key, digest }: Idempotent,
    act: () => Result<A, StoreProblem>,
  ): Promise<Result<A, StoreProblem>> => {
    if (!open) return err({ code: 'store-unavailable', facts: { reason: 'closed' } });
    invariant(KEY.test(key), 'an idempotency key has 1 to 200 whole characters');
    invariant(digest !== '', 'a write carries the digest of its content');
    const before = keys.get(key);
    if (before !== undefined) {
      if (before.operation !== operation || before.digest !== digest) return err({ code: 'idempotency-conflict', value: excerpt(key) });
      return ok({ ...(before.answer as A), repeated: true });
    }
    const done = act();
    if (done.ok) keys.set(key, { operation, digest, answer: done.value });
    return done;
  };

  const read = async <T>(answer: () => T): Promise<T> => {
    if (!open) throw new Error('The store is closed.');
    return answer();
  };

  return {
    appendFacts: (batch) =>
      write('facts', batch, () => {
        const appended = facts.append(batch.facts);
        if (!appended.ok) return appended;
        for (const { scope } of appended.value) if (scope !== '') houses.add(scope);
        return ok({ repeated: false });
      }),
    factsOf: (house, asKnownAt) => read(() => facts.of(house, asKnownAt)),
    factsOfKinds: (house, kinds, asKnownAt) =>
      read(() => facts.of(house, asKnownAt).filter(({ scope, record }) => scope === house && kinds.includes(record.kind))),
    houses: (after, limit) =>
      read(() => {
        const all = [...new Set([...houses, ...journal.houses()])].sort(byCodePoints);
        return all.filter((house) => after === null || byCodePoints(house, after) > 0).slice(0, limit);
      }),
    houseOfAccount: (number) => read(() => facts.holderOf(number)),
    monthState: (house, month) => read(() => journal.state(house, month)),
    writeMonth: (month) =>
      write('month', month, () => {
        checkMonth(month);
        const written = journal.write(month);
        return written.ok ? ok({ repeated: false, ...written.value }) : written;
      }),
    closeMonth: (closing) => write('closing', closing, () => journal.close(closing)),
    post: (posting) =>
      write('post', posting, () => {
        checkPosting(posting);
        const posted = journal.post(posting.house, posting.entries);
        return posted.ok ? ok({ repeated: false }) : posted;
      }),
    billsOf: (house, month, version) => read(() => journal.bills(house, month, version)),
    actsOf: (house, from, to) => read(() => journal.acts(house, from, to)),
    billsOfAccount: (account) => read(() => journal.billsOfAccount(account)),
    entriesOfAccount: (account, asKnownAt) => read(() => journal.entriesOfAccount(account, asKnownAt)),
    entriesOfHouse: (house, month) => read(() => journal.entriesOfHouse(house, month)),
    monthsOf: (house) => read(() => journal.months(house)),
    closingsOf: (house) => read(() => journal.closings(house)),
    balancesOf: (house, month) => read(() => journal.balances(house, month)),
    balanceOf: (house, account, asOf) => read(() => journal.balance(house, account, asOf)),
    entriesAfter: (house, account, asked) => read(() => journal.entriesAfter(house, account, asked)),
    close: async () => {
      open = false;
    },
  };
};

const checkMonth = ({ house, month, bills, acts, entries }: HouseMonthWrite): void => {
  invariant(
    acts.every((act) => act.house === house && act.month === month),
    'every act is of the house and month it is written with',
  );
  invariant(new Set(acts.map((act) => act.service)).size === acts.length, 'a resource has one act in a house-month');
  invariant(
    bills.every((bill) => bill.house === house && bill.month === month),
    'every bill is of the house and month it is written with',
  );
  invariant(new Set(bills.map((bill) => bill.account)).size === bills.length, 'an account has one bill in a house-month');
  invariant(
    entries.every((entry) => entry.postedIn === month),
    'entries of a house-month are posted in that month',
  );
  checkPosting({ house, entries });
};

const checkPosting = ({ house, entries }: Pick<Posting, 'house' | 'entries'>): void => {
  invariant(
    entries.every((entry) => entry.house === house),
    'every entry is of the house it is posted with',
  );
};
