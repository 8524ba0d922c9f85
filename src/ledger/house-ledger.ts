import type { Month } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import { type AccountState, EMPTY_ACCOUNT, evolveAll, stateOf } from './account-state';
import { type AllocationRules, PLAIN_RULES } from './allocation/allocation-rules';
import type { Command, Posting } from './command';
import { decide, type LedgerProblem } from './decide';
import type { Entry } from './entry';

interface Account {
  readonly history: Entry[];
  state: AccountState;
  /** Newest month an entry was posted in. */
  newest: Month | null;
}

/**
 * The accounts of a house while commands are carried out one after another: each sees what the ones before it decided, and no entry
 * posted in a later month than its own.
 */
export class HouseLedger {
  private readonly accounts = new Map<string, Account>();
  private readonly made: Entry[] = [];

  /**
   * @param entries of the house in order of posting
   * @param rulesFor what the allocation of an account's money follows from
   */
  constructor(
    entries: Iterable<Entry> = [],
    readonly rulesFor: (account: string) => AllocationRules = () => PLAIN_RULES,
  ) {
    const histories = new Map<string, Entry[]>();
    for (const entry of entries) {
      const known = histories.get(entry.account);
      if (known === undefined) histories.set(entry.account, [entry]);
      else known.push(entry);
    }
    for (const [account, history] of histories) this.accounts.set(account, { history, state: stateOf(history), newest: newestOf(history) });
  }

  /** Entries decided so far, in order. */
  get decided(): readonly Entry[] {
    return this.made;
  }

  /** Numbers of the accounts that have entries. */
  numbers(): readonly string[] {
    return [...this.accounts.keys()];
  }

  /** Entries of an account in order of posting, those posted in a month and before; all of them without it. */
  historyOf(account: string, through?: Month): readonly Entry[] {
    const history = this.accounts.get(account)?.history ?? [];
    return through === undefined ? history : history.filter((entry) => entry.postedIn <= through);
  }

  /** What an account owes, by the entries posted in a month and before; by all of them without it. */
  stateOf(account: string, through?: Month): AccountState {
    const known = this.accounts.get(account);
    if (known === undefined) return EMPTY_ACCOUNT;
    if (through === undefined || known.newest === null || known.newest <= through) return known.state;
    return stateOf(this.historyOf(account, through));
  }

  /** Carry out a command and remember its entries. */
  run(command: Command): Result<readonly Entry[], LedgerProblem> {
    const { account, postedIn } = command.posting;
    const entries = decide(command, this.stateOf(account, postedIn), this.historyOf(account, postedIn), this.rulesFor(account));
    if (entries.ok) this.enter(account, entries.value);
    return entries;
  }

  /** Carry out commands one after another, then settle their accounts in later months; the first refusal ends it. */
  runAll(commands: readonly Command[]): Result<readonly Entry[], LedgerProblem> {
    const last = new Map<string, Posting>();
    for (const command of commands) {
      const entries = this.run(command);
      if (!entries.ok) return entries;
      last.set(command.posting.account, command.posting);
    }
    for (const posting of last.values()) {
      const settled = this.settleLater(posting);
      if (!settled.ok) return settled;
    }
    return ok(this.decided);
  }

  /** After a command whose month is not the newest of its account: move what lies elsewhere than it should by now, in each later month. */
  settleLater(posting: Posting): Result<readonly Entry[], LedgerProblem> {
    const made: Entry[] = [];
    const later = new Set(this.historyOf(posting.account).map((entry) => entry.postedIn));
    for (const postedIn of [...later].filter((month) => month > posting.postedIn).sort()) {
      const key = `later:${posting.key}@${this.historyOf(posting.account).length}`;
      const entries = this.run({ type: 'settle', posting: { ...posting, key, postedIn } });
      if (!entries.ok) return entries;
      made.push(...entries.value);
    }
    return ok(made);
  }

  private enter(account: string, entries: readonly Entry[]): void {
    const known = this.accounts.get(account) ?? { history: [], state: EMPTY_ACCOUNT, newest: null };
    this.accounts.set(account, known);
    known.history.push(...entries);
    known.state = evolveAll(known.state, entries);
    known.newest = newestOf(known.history);
    this.made.push(...entries);
  }
}

const newestOf = (entries: readonly Entry[]): Month | null =>
  entries.reduce((newest: Month | null, entry) => (newest === null || entry.postedIn > newest ? entry.postedIn : newest), null);
