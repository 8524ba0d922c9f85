import type { Instant } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Closing } from '../ledger/closing/month-chain';
import type { Entry } from '../ledger/entry';
import type { Store, StoredFact, StoreProblem } from '../ports/store';
import { digest } from './digest';
import { type Answer, refused } from './edge';
import type { Exported, ExportedMonth } from './export-store';

/** What a restore wrote, or found written by the same restore before. */
export interface Restored {
  readonly facts: number;
  readonly months: number;
  readonly entries: number;
  /** Closings, each with the hash that it had. */
  readonly closings: number;
}

/** The order in which an export is written back: what others need comes first. */
export const EXPORTED_KINDS = ['facts', 'months', 'entries', 'closings'] as const satisfies readonly Exported['kind'][];

const BATCH = 1000;

/**
 * Write an export into an empty store («восстановление»), by the journal's own writes: every closing is made anew by the store, and its hash must be the one that
 * was exported. Records come by kinds in the order of {@link EXPORTED_KINDS}, those of a kind as they were exported. A restore that was cut off is simply done again.
 *
 * Not restored, since no store tells them: acts of versions that were written over, and the moments at which those were written.
 *
 * @returns `past-changed` when a closing comes out with another hash, what the store refuses
 */
export const restoreStore = async (store: Store, records: AsyncIterable<Exported> | Iterable<Exported>): Answer<Restored> => {
  const restore = new Restore(store);
  for await (const one of records) {
    const written = await restore.take(one);
    if (!written.ok) return refused(written.error);
  }
  const rest = await restore.flush();
  return rest.ok ? ok(restore.done) : refused(rest.error);
};

type Written = Result<unknown, StoreProblem | Problem>;

class Restore {
  readonly done = { facts: 0, months: 0, entries: 0, closings: 0 };
  private facts: StoredFact[] = [];
  private entries: Entry[] = [];

  constructor(private readonly store: Store) {}

  async take(one: Exported): Promise<Written> {
    this.done[one.kind] += 1;
    if (one.kind === 'facts') {
      this.facts.push(one.record);
      return this.facts.length < BATCH ? ok(null) : this.flush();
    }
    if (one.kind === 'entries') {
      const others = this.entries[0] !== undefined && this.entries[0].house !== one.record.house;
      const flushed = others || this.entries.length >= BATCH || this.facts.length > 0 ? await this.flush() : ok(null);
      this.entries.push(one.record);
      return flushed;
    }
    const flushed = await this.flush();
    if (!flushed.ok) return flushed;
    return one.kind === 'months' ? this.month(one.record) : this.closing(one.record);
  }

  /** Write what waits. */
  async flush(): Promise<Written> {
    const { facts, entries } = this;
    this.facts = [];
    this.entries = [];
    if (facts.length > 0) {
      const content = digest(facts);
      const written = await this.store.appendFacts({ key: `restore:${content}`, digest: content, facts });
      if (!written.ok) return written;
    }
    const [first] = entries;
    if (first === undefined) return ok(null);
    const content = digest(entries);
    return this.store.post({ key: `restore:${content}`, digest: content, house: first.house, entries });
  }

  private month({ house, month, version, at, bills, acts }: ExportedMonth): Promise<Written> {
    const content = digest({ house, month, version, at, bills, acts });
    return this.store.writeMonth({
      key: `restore:${content}`,
      digest: content,
      house,
      month,
      expectedVersion: version - 1,
      at: at as Instant,
      bills,
      acts,
      entries: [],
    });
  }

  private async closing(closing: Closing): Promise<Written> {
    const { house, month, version, at, by, hash } = closing;
    const content = digest({ closing });
    const written = await this.store.closeMonth({
      key: `restore:${content}`,
      digest: content,
      house,
      month,
      expectedVersion: version,
      at,
      by,
    });
    if (!written.ok) return written;
    const made = (await this.store.closingsOf(house)).find((one) => one.month === month);
    if (hash === null || made?.hash === hash) return ok(null);
    return { ok: false, error: { code: 'past-changed', value: month, facts: { house, record: 'closings', what: 'changed' } } };
  }
}
