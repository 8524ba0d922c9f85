import type { Month } from '../kernel/calendar';
import type { Closing } from '../ledger/closing/month-chain';
import type { Entry } from '../ledger/entry';
import type { Bill } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { Store, StoredFact } from '../ports/store';

/** A version of a house-month as a store has it; acts and the moment of writing are known of the newest one. */
export interface ExportedMonth {
  readonly house: string;
  readonly month: Month;
  readonly version: number;
  readonly at: string;
  readonly bills: readonly Bill[];
  readonly acts: readonly HouseAct[];
}

/** One record of an export; records of a kind make a file. */
export type Exported =
  | { readonly kind: 'facts'; readonly record: StoredFact }
  | { readonly kind: 'months'; readonly record: ExportedMonth }
  | { readonly kind: 'entries'; readonly record: Entry }
  | { readonly kind: 'closings'; readonly record: Closing };

const PAGE = 100;

/**
 * Everything a store holds («выгрузка всего»), house after house: facts with both clocks, versions of months with bills and acts, entries in order of posting,
 * closings. No more than one house is in memory. Write a line of JSON a record, a file a kind, and {@link restoreStore} makes the same store of them.
 *
 * A store that is written to meanwhile may be told half before and half after: export a copy, or while nobody writes.
 */
export async function* exportStore(store: Store): AsyncGenerator<Exported> {
  for (const record of await store.factsOf('')) if (record.scope === '') yield { kind: 'facts', record };
  for (let after: string | null = null; ; ) {
    const page: readonly string[] = await store.houses(after, PAGE);
    for (const house of page) yield* exportHouse(store, house);
    after = page[page.length - 1] ?? null;
    if (after === null) return;
  }
}

async function* exportHouse(store: Store, house: string): AsyncGenerator<Exported> {
  for (const record of await store.factsOf(house)) if (record.scope === house) yield { kind: 'facts', record };
  for (const month of await store.monthsOf(house)) {
    const { version: newest, writtenAt } = await store.monthState(house, month);
    for (let version = 1; version <= newest; version += 1) {
      const bills = await store.billsOf(house, month, version);
      const acts = version === newest ? await store.actsOf(house, month, month) : [];
      yield { kind: 'months', record: { house, month, version, at: writtenAt ?? '', bills, acts } };
    }
  }
  for (const record of await store.entriesOfHouse(house)) yield { kind: 'entries', record };
  for (const record of await store.closingsOf(house)) yield { kind: 'closings', record };
}
