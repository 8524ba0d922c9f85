import { excerpt } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import { byCodePoints } from '../kernel/text-order';
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

/** Everything that a store in memory holds. */
class Books {
  readonly facts: MemoryFacts;

  private constructor(
    readonly journal: MemoryJournal,
    readonly houses: Set<string>,
    readonly keys: Map<string, Done>,
    before: MemoryFacts | null,
  ) {
    const owes = (house: string, number: string): boolean => journal.owes(house, number);
    this.facts = before === null ? new MemoryFacts(owes) : before.draft(owes);
  }

  static empty(): Books {
    return new Books(new MemoryJournal(), new Set(), new Map(), null);
  }

  draft(): Books {
    return new Books(this.journal.draft(), new Set(this.houses), new Map(this.keys), this.facts);
  }
}

/** Where a store reads and writes: the books of all, or the draft of a transaction. */
interface Desk {
  books: Books;
  readonly open: () => boolean;
  /** Resolves when a writer may write. */
  readonly turn: () => Promise<void> | null;
}

/** A store in memory that a queue can open a transaction of. */
export interface MemoryStore extends Store {
  /**
   * Run the work over a draft that becomes the store when its promise resolves, and is forgotten when it rejects. Readers see the store as it was, writers wait;
   * there is one transaction at a time. `savepoint` does the same for a part of the work.
   */
  transaction<T>(work: (store: Store, savepoint: <P>(part: () => Promise<P>) => Promise<P>) => Promise<T>): Promise<T>;
}

/**
 * A store in memory: for tests, for previews and for the pure use of the engine. It keeps the whole contract of a store except that
 * nothing outlives the process; what it answers is frozen.
 *
 * @example const store = createMemoryStore();
 */
export const createMemoryStore = (): MemoryStore => {
  let open = true;
  let busy: Promise<void> | null = null;
  const desk: Desk = { books: Books.empty(), open: () => open, turn: () => busy };
  return {
    ...storeOver(desk),
    transaction: async (work) => {
      while (busy !== null) await busy;
      if (!open) throw new Error('The store is closed.');
      let end = (): void => {};
      busy = new Promise((resolve) => {
        end = resolve;
      });
      let live = true;
      try {
        const draft: Desk = { books: desk.books.draft(), open: () => open && live, turn: () => null };
        const value = await work(storeOver(draft), (part) => savepoint(draft, part));
        desk.books = draft.books;
        return value;
      } finally {
        live = false;
        busy = null;
        end();
      }
    },
    close: async () => {
      open = false;
    },
  };
};

const savepoint = async <T>(desk: Desk, part: () => Promise<T>): Promise<T> => {
  const before = desk.books;
  desk.books = before.draft();
  try {
    return await part();
  } catch (error) {
    desk.books = before;
    throw error;
  }
};

const storeOver = (desk: Desk): Store => {
  const write = async <A extends { readonly repeated: boolean }>(
    operation: string,
    { key, digest }: Idempotent,
    act: (books: Books) => Result<A, StoreProblem>,
  ): Promise<Result<A, StoreProblem>> => {
    for (let turn = desk.turn(); turn !== null; turn = desk.turn()) await turn;
    if (!desk.open()) return err({ code: 'store-unavailable', facts: { reason: 'closed' } });
    invariant(KEY.test(key), 'an idempotency key has 1 to 200 whole characters');
    invariant(digest !== '', 'a write carries the digest of its content');
    const { keys } = desk.books;
    const before = keys.get(key);
    if (before !== undefined) {
      if (before.operation !== operation || before.digest !== digest) return err({ code: 'idempotency-conflict', value: excerpt(key) });
      return ok({ ...(before.answer as A), repeated: true });
    }
    const done = act(desk.books);
    if (done.ok) keys.set(key, { operation, digest, answer: done.value });
    return done;
  };

  const read = async <T>(answer: (books: Books) => T): Promise<T> => {
    if (!desk.open()) throw new Error('The store is closed.');
    return answer(desk.books);
  };

  return {
    appendFacts: (batch) =>
      write('facts', batch, (books) => {
        const appended = books.facts.append(batch.facts);
        if (!appended.ok) return appended;
        for (const { scope } of appended.value) if (scope !== '') books.houses.add(scope);
        return ok({ repeated: false });
      }),
    factsOf: (house, asKnownAt) => read((books) => books.facts.of(house, asKnownAt)),
    factsOfKinds: (house, kinds, asKnownAt) =>
      read((books) => books.facts.of(house, asKnownAt).filter(({ scope, record }) => scope === house && kinds.includes(record.kind))),
    houses: (after, limit) =>
      read((books) => {
        const all = [...new Set([...books.houses, ...books.journal.houses()])].sort(byCodePoints);
        return all.filter((house) => after === null || byCodePoints(house, after) > 0).slice(0, limit);
      }),
    houseOfAccount: (number) => read((books) => books.facts.holderOf(number)),
    monthState: (house, month) => read((books) => books.journal.state(house, month)),
    writeMonth: (month) =>
      write('month', month, (books) => {
        checkMonth(month);
        const written = books.journal.write(month);
        return written.ok ? ok({ repeated: false, ...written.value }) : written;
      }),
    closeMonth: (closing) => write('closing', closing, (books) => books.journal.close(closing)),
    post: (posting) =>
      write('post', posting, (books) => {
        checkPosting(posting);
        const posted = books.journal.post(posting.house, posting.entries);
        return posted.ok ? ok({ repeated: false }) : posted;
      }),
    billsOf: (house, month, version) => read((books) => books.journal.bills(house, month, version)),
    actsOf: (house, from, to) => read((books) => books.journal.acts(house, from, to)),
    billsOfAccount: (account) => read((books) => books.journal.billsOfAccount(account)),
    entriesOfAccount: (account, asKnownAt) => read((books) => books.journal.entriesOfAccount(account, asKnownAt)),
    entriesOfHouse: (house, month) => read((books) => books.journal.entriesOfHouse(house, month)),
    monthsOf: (house) => read((books) => books.journal.months(house)),
    closingsOf: (house) => read((books) => books.journal.closings(house)),
    balancesOf: (house, month) => read((books) => books.journal.balances(house, month)),
    balanceOf: (house, account, asOf) => read((books) => books.journal.balance(house, account, asOf)),
    entriesAfter: (house, account, asked) => read((books) => books.journal.entriesAfter(house, account, asked)),
    close: async () => {},
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
