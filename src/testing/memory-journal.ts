import type { Instant, Month } from '../kernel/calendar';
import { excerpt } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { byCodePoints } from '../kernel/text-order';
import { type AccountBalance, balanceCounts, type EntriesAsOf, entryCounts } from '../ledger/closing/account-balance';
import { type Closing, ClosingMaker, type MonthContent } from '../ledger/closing/month-chain';
import type { Entry } from '../ledger/entry';
import type { Bill } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { EntriesAfter, HouseMonthState, HouseMonthWrite, MonthClosing, StoreProblem } from '../ports/store';
import { kept } from './kept';

/** Everything the journal knows of a house. */
class HouseBooks {
  readonly entries: Entry[] = [];
  readonly months = new Map<Month, readonly (readonly Bill[])[]>();
  /** When the newest version of each month was written. */
  readonly written = new Map<Month, Instant>();
  /** Acts of the newest version of each month. */
  readonly acts = new Map<Month, readonly HouseAct[]>();
  readonly closings: Closing[] = [];
  /** Balances written with the closings of each account, oldest first. */
  readonly balances = new Map<string, AccountBalance[]>();
  readonly accounts = new Set<string>();
  readonly ids = new Set<string>();

  /** The same, to be written to by itself. */
  copy(): HouseBooks {
    const copy = new HouseBooks();
    copy.entries.push(...this.entries);
    copy.closings.push(...this.closings);
    for (const [month, versions] of this.months) copy.months.set(month, versions);
    for (const [month, at] of this.written) copy.written.set(month, at);
    for (const [month, acts] of this.acts) copy.acts.set(month, acts);
    for (const [account, balances] of this.balances) copy.balances.set(account, balances);
    for (const account of this.accounts) copy.accounts.add(account);
    for (const id of this.ids) copy.ids.add(id);
    return copy;
  }

  version(month: Month): number {
    return this.months.get(month)?.length ?? 0;
  }

  /** Closings are in order of months: one that names an earlier month than the last is no change and never recorded. */
  closing(month: Month): Closing | undefined {
    return this.closings.find((closing) => closing.month >= month);
  }

  monthsInOrder(): readonly Month[] {
    return [...new Set([...this.months.keys(), ...this.entries.map((entry) => entry.postedIn)])].sort(byCodePoints);
  }

  content(month: Month): MonthContent {
    const entries = this.entries.filter((entry) => entry.postedIn === month);
    return { month, entries, bills: this.months.get(month)?.at(-1) ?? [], acts: this.acts.get(month) ?? [] };
  }
}

/** Bills and entries in memory. */
export class MemoryJournal {
  private readonly books = new Map<string, HouseBooks>();
  /** Houses whose books are another journal's, of which this one is a draft. */
  private readonly borrowed = new Set<string>();

  /** A draft: what is written to it is not in this journal, which does not change while it is in use. */
  draft(): MemoryJournal {
    const draft = new MemoryJournal();
    for (const [house, books] of this.books) {
      draft.books.set(house, books);
      draft.borrowed.add(house);
    }
    return draft;
  }

  houses(): readonly string[] {
    return [...this.books.keys()];
  }

  /** Does the journal of a house hold bills or entries under this account number? */
  owes(house: string, account: string): boolean {
    return this.books.get(house)?.accounts.has(account) ?? false;
  }

  state(house: string, month: Month): HouseMonthState {
    const books = this.books.get(house);
    const closing = books?.closing(month);
    return {
      version: books?.version(month) ?? 0,
      writtenAt: books?.written.get(month) ?? null,
      closedAt: closing?.at ?? null,
      closedBy: closing?.by ?? null,
    };
  }

  write({ house, month, expectedVersion, at, bills, acts, entries }: HouseMonthWrite): Result<{ readonly version: number }, StoreProblem> {
    const problem = this.closed(house, [month]) ?? this.overtaken(house, month, expectedVersion) ?? this.twice(house, entries);
    if (problem !== undefined) return err(problem);
    const books = this.open(house);
    books.months.set(month, [...(books.months.get(month) ?? []), [...kept(bills)].sort((a, b) => byCodePoints(a.account, b.account))]);
    books.acts.set(month, kept(acts));
    books.written.set(month, at);
    for (const bill of bills) books.accounts.add(bill.account);
    this.enter(books, entries);
    return ok({ version: expectedVersion + 1 });
  }

  close({ house, month, expectedVersion, at, by }: MonthClosing): Result<{ readonly repeated: boolean }, StoreProblem> {
    if (this.books.get(house)?.closing(month) !== undefined) return ok({ repeated: true });
    const problem = this.overtaken(house, month, expectedVersion);
    if (problem !== undefined) return err(problem);
    const books = this.open(house);
    const last = books.closings.at(-1);
    const maker = new ClosingMaker({ house, month, version: expectedVersion, at, by }, last?.hash ?? null);
    for (const one of books.monthsInOrder()) if (one <= month && (last === undefined || one > last.month)) maker.take(books.content(one));
    const before = maker.accounts().flatMap((account) => books.balances.get(account)?.at(-1) ?? []);
    const { closing, balances } = kept(maker.closed(before));
    books.closings.push(closing);
    for (const balance of balances) books.balances.set(balance.account, [...(books.balances.get(balance.account) ?? []), balance]);
    return ok({ repeated: false });
  }

  months(house: string): readonly Month[] {
    return this.books.get(house)?.monthsInOrder() ?? [];
  }

  closings(house: string): readonly Closing[] {
    return [...(this.books.get(house)?.closings ?? [])];
  }

  balances(house: string, month: Month): readonly AccountBalance[] {
    const all = [...(this.books.get(house)?.balances.values() ?? [])].flat();
    return all.filter((balance) => balance.month === month).sort((a, b) => byCodePoints(a.account, b.account));
  }

  balance(house: string, account: string, asOf: EntriesAsOf): AccountBalance | null {
    return (
      this.books
        .get(house)
        ?.balances.get(account)
        ?.findLast((balance) => balanceCounts(balance, asOf)) ?? null
    );
  }

  entriesAfter(house: string, account: string, { after, ...asOf }: EntriesAfter): readonly Entry[] {
    const counts = (entry: Entry): boolean =>
      entry.account === account && (after === null || entry.postedIn > after) && entryCounts(entry, asOf);
    return (this.books.get(house)?.entries ?? []).filter(counts);
  }

  post(house: string, entries: readonly Entry[]): Result<null, StoreProblem> {
    const months = entries.map((entry) => entry.postedIn);
    const problem = this.closed(house, months) ?? this.twice(house, entries);
    if (problem !== undefined) return err(problem);
    this.enter(this.open(house), entries);
    return ok(null);
  }

  bills(house: string, month: Month, version?: number): readonly Bill[] {
    const versions = this.books.get(house)?.months.get(month) ?? [];
    return [...(versions[(version ?? versions.length) - 1] ?? [])];
  }

  acts(house: string, from: Month, to: Month): readonly HouseAct[] {
    const months = [...(this.books.get(house)?.acts ?? [])].filter(([month]) => month >= from && month <= to);
    return months.sort(([a], [b]) => byCodePoints(a, b)).flatMap(([, acts]) => acts);
  }

  billsOfAccount(account: string): readonly Bill[] {
    const found: Bill[] = [];
    for (const books of this.inOrder()) {
      const months = books.accounts.has(account) ? [...books.months.values()] : [];
      for (const versions of months) found.push(...(versions.at(-1) ?? []).filter((bill) => bill.account === account));
    }
    return found.sort((a, b) => byCodePoints(a.month, b.month) || byCodePoints(a.house, b.house));
  }

  entriesOfAccount(account: string, asKnownAt?: Instant): readonly Entry[] {
    const known = (entry: Entry): boolean => entry.account === account && (asKnownAt === undefined || entry.at <= asKnownAt);
    return this.inOrder().flatMap((books) => (books.accounts.has(account) ? books.entries.filter(known) : []));
  }

  entriesOfHouse(house: string, month?: Month): readonly Entry[] {
    return (this.books.get(house)?.entries ?? []).filter((entry) => month === undefined || entry.postedIn === month);
  }

  private inOrder(): readonly HouseBooks[] {
    return [...this.books].sort(([a], [b]) => byCodePoints(a, b)).map(([, books]) => books);
  }

  private open(house: string): HouseBooks {
    const own = this.books.get(house);
    if (own !== undefined && !this.borrowed.has(house)) return own;
    const books = own?.copy() ?? new HouseBooks();
    this.books.set(house, books);
    this.borrowed.delete(house);
    return books;
  }

  private enter(books: HouseBooks, entries: readonly Entry[]): void {
    for (const entry of kept(entries)) {
      books.entries.push(entry);
      books.accounts.add(entry.account);
      books.ids.add(entry.id);
    }
  }

  private closed(house: string, months: readonly Month[]): StoreProblem | undefined {
    const books = this.books.get(house);
    const month = months.find((one) => books?.closing(one) !== undefined);
    const closing = month === undefined ? undefined : books?.closing(month);
    if (month === undefined || closing === undefined) return undefined;
    return { code: 'month-closed', facts: { house, month, closedAt: closing.at } };
  }

  private overtaken(house: string, month: Month, expected: number): StoreProblem | undefined {
    const found = this.books.get(house)?.version(month) ?? 0;
    if (found === expected) return undefined;
    return { code: 'version-conflict', facts: { house, month, expected: String(expected), found: String(found) } };
  }

  private twice(house: string, entries: readonly Entry[]): StoreProblem | undefined {
    const known = this.books.get(house)?.ids;
    const fresh = new Set<string>();
    for (const { id } of entries) {
      if (known?.has(id) === true || fresh.has(id)) return { code: 'duplicate-entry', value: excerpt(id) };
      fresh.add(id);
    }
    return undefined;
  }
}
