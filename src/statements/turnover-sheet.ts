import type { Month } from '../kernel/calendar';
import { asKopecks, type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import { byText } from '../kernel/text-order';
import type { Entry } from '../ledger/entry';
import { byServiceCode, type Turnover, turnoverBetween } from './turnover';

/** Debts and advances summed apart («дебет и кредит»): the saldi of different accounts, creditors and services are never netted. */
export interface Sides {
  readonly debt: Kopecks;
  readonly advance: Kopecks;
}

/** A movement with both saldi apart by debts and advances. */
export interface SidedTurnover extends Turnover {
  readonly openingSides: Sides;
  readonly closingSides: Sides;
}

/** What rows of a turnover sheet may be told apart by. */
export const SHEET_COLUMNS = ['house', 'account', 'provider', 'service'] as const;
/** What rows of a turnover sheet may be told apart by. */
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** A row of a turnover sheet; a place that the rows are not told apart by is `null`. */
export interface TurnoverRow extends SidedTurnover {
  readonly house: string | null;
  readonly account: string | null;
  readonly provider: string | null;
  readonly service: Entry['service'] | null;
}

/** A turnover sheet («оборотно-сальдовая ведомость») of one or several houses. */
export interface TurnoverSheet {
  readonly from: Month;
  readonly to: Month;
  readonly by: readonly SheetColumn[];
  /** In order of the columns; rows at rest are left out. */
  readonly rows: readonly TurnoverRow[];
  /** The sum of the rows: the same by whatever they are told apart. */
  readonly total: SidedTurnover;
}

/** Which entries a sheet has, and how it tells them apart. */
export interface TurnoverSheetOptions {
  readonly from: Month;
  readonly to: Month;
  readonly by: readonly SheetColumn[];
  /** Entries of this creditor alone. */
  readonly provider?: string | undefined;
  /** Entries of this service alone. */
  readonly service?: string | undefined;
}

const SUMS: Readonly<Record<keyof Turnover, true>> = {
  opening: true,
  brought: true,
  charged: true,
  adjusted: true,
  interest: true,
  penalties: true,
  paid: true,
  moved: true,
  succeeded: true,
  refunded: true,
  closing: true,
};

const eachSum = (of: (sum: keyof Turnover) => Kopecks): Turnover =>
  Object.fromEntries(Object.keys(SUMS).map((sum) => [sum, of(sum as keyof Turnover)])) as unknown as Turnover;

const NO_SIDES: Sides = { debt: NO_MONEY, advance: NO_MONEY };

/** The sides of one saldo. */
export const sidesOf = (saldo: Kopecks): Sides =>
  saldo >= NO_MONEY ? { debt: saldo, advance: NO_MONEY } : { debt: NO_MONEY, advance: asKopecks(-saldo) };

const addSides = (a: Sides, b: Sides): Sides => ({ debt: sumMoney([a.debt, b.debt]), advance: sumMoney([a.advance, b.advance]) });

const IDLE: SidedTurnover = {
  ...eachSum(() => NO_MONEY),
  openingSides: NO_SIDES,
  closingSides: NO_SIDES,
};

const add = (a: SidedTurnover, b: SidedTurnover): SidedTurnover => ({
  ...eachSum((sum) => sumMoney([a[sum], b[sum]])),
  openingSides: addSides(a.openingSides, b.openingSides),
  closingSides: addSides(a.closingSides, b.closingSides),
});

/** The movement of entries, their saldi by account, creditor and service apart. */
export const sidedTurnover = (entries: Iterable<Entry>, first: Month, last: Month): SidedTurnover =>
  [...placesOf(entries).values()].map((own) => ofPlace(own, first, last)).reduce(add, IDLE);

const ofPlace = (entries: readonly Entry[], first: Month, last: Month): SidedTurnover => {
  const turnover = turnoverBetween(entries, first, last);
  return { ...turnover, openingSides: sidesOf(turnover.opening), closingSides: sidesOf(turnover.closing) };
};

/** Entries by the places whose saldi are never netted. */
const placesOf = (entries: Iterable<Entry>): ReadonlyMap<string, Entry[]> => {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.house}|${entry.account}|${entry.provider}|${entry.service}`;
    const known = places.get(key);
    if (known === undefined) places.set(key, [entry]);
    else known.push(entry);
  }
  return places;
};

const isIdle = ({ openingSides, closingSides, ...sums }: TurnoverRow): boolean =>
  openingSides.debt === 0 && closingSides.debt === 0 && Object.values(sums).every((value) => typeof value !== 'number' || value === 0);

/** Houses taken into a sheet one after the other, so that only its rows are kept. */
export class TurnoverSheetFold {
  private readonly rows = new Map<string, TurnoverRow>();

  constructor(private readonly options: TurnoverSheetOptions) {}

  /** Take entries: all of a place at once. */
  take(entries: Iterable<Entry>): void {
    const { from, to, by, provider, service } = this.options;
    for (const own of placesOf(entries).values()) {
      const place = own[0] as Entry;
      if ((provider !== undefined && place.provider !== provider) || (service !== undefined && place.service !== service)) continue;
      const named = {
        house: by.includes('house') ? place.house : null,
        account: by.includes('account') ? place.account : null,
        provider: by.includes('provider') ? place.provider : null,
        service: by.includes('service') ? place.service : null,
      };
      const key = SHEET_COLUMNS.map((column) => named[column] ?? '').join('|');
      this.rows.set(key, { ...named, ...add(this.rows.get(key) ?? IDLE, ofPlace(own, from, to)) });
    }
  }

  sheet(): TurnoverSheet {
    const { from, to, by } = this.options;
    const rows = [...this.rows.values()].filter((row) => !isIdle(row)).sort((a, b) => byColumns(by, a, b));
    return { from, to, by, rows, total: rows.reduce<SidedTurnover>(add, IDLE) };
  }
}

/** The turnover sheet of entries; see {@link TurnoverSheetFold} for many houses. */
export const turnoverSheet = (entries: Iterable<Entry>, options: TurnoverSheetOptions): TurnoverSheet => {
  const fold = new TurnoverSheetFold(options);
  fold.take(entries);
  return fold.sheet();
};

const byColumns = (by: readonly SheetColumn[], a: TurnoverRow, b: TurnoverRow): number => {
  for (const column of by) {
    const order =
      column === 'service' && a.service !== null && b.service !== null
        ? byServiceCode(a.service, b.service)
        : byText(a[column] ?? '', b[column] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};
