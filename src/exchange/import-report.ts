import { parseExact } from '../kernel/gate';
import { excerpt } from '../kernel/problem';
import { SHAPES } from '../model/text-types';
import type { FactFileProblem } from './fact-file';
import type { ImportTable, ImportTableName } from './import-tables';

/** Rows by what became of them: what was read is all the others together. */
export interface RowCounts {
  readonly read: number;
  readonly taken: number;
  readonly repeated: number;
  readonly quarantined: number;
}

/** Sums of the same rows, in roubles; rows whose sum cannot be read are counted. */
export interface MoneyCounts {
  /** Month of the debt; `null` for sums that are not told apart. */
  readonly by: string | null;
  readonly read: string;
  readonly taken: string;
  readonly repeated: string;
  readonly quarantined: string;
  readonly unreadable: number;
}

/** Control totals of a table. */
export interface TableTotals {
  readonly table: ImportTableName;
  readonly rows: RowCounts;
  readonly money: readonly MoneyCounts[];
}

/** What an import did. */
export interface ImportReport {
  readonly tables: readonly TableTotals[];
  readonly rows: RowCounts;
  /** How many rows each rule kept back, the most frequent first; a row is counted by its first problem. */
  readonly causes: readonly { readonly code: string; readonly rows: number }[];
  /** Files that could not be read as a table at all: their rows are not among those read. */
  readonly files: readonly FactFileProblem[];
}

type Fate = 'taken' | 'repeated' | 'quarantined';

interface Counting {
  read: number;
  taken: number;
  repeated: number;
  quarantined: number;
}

interface Sums {
  read: bigint;
  taken: bigint;
  repeated: bigint;
  quarantined: bigint;
  unreadable: number;
}

const noRows = (): Counting => ({ read: 0, taken: 0, repeated: 0, quarantined: 0 });

/** Months that totals are told apart by; a file of nonsense must not fill the memory. */
const MOST_MONTHS = 2000;

/** Counts the rows of an import. */
export class ImportCounts {
  private readonly tables = new Map<ImportTableName, { readonly rows: Counting; readonly money: Map<string, Sums> }>();
  private readonly codes = new Map<string, number>();
  private readonly files: FactFileProblem[] = [];

  /** A row and what became of it. */
  row({ name, money }: ImportTable, value: Readonly<Record<string, unknown>>, fate: Fate, code?: string): void {
    let own = this.tables.get(name);
    if (own === undefined) {
      own = { rows: noRows(), money: new Map() };
      this.tables.set(name, own);
    }
    own.rows.read += 1;
    own.rows[fate] += 1;
    if (code !== undefined) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (money === undefined) return;
    const by = money.by === undefined ? '' : excerpt(value[money.by] ?? '');
    const known = own.money.get(by);
    const key = known === undefined && own.money.size >= MOST_MONTHS ? '' : by;
    const sums = own.money.get(key) ?? { read: 0n, taken: 0n, repeated: 0n, quarantined: 0n, unreadable: 0 };
    own.money.set(key, sums);
    const amount = parseExact(value[money.amount], SHAPES.money);
    if (!amount.ok) sums.unreadable += 1;
    else {
      sums.read += amount.value.int;
      sums[fate] += amount.value.int;
    }
  }

  file(problem: FactFileProblem): void {
    this.files.push(problem);
  }

  report(): ImportReport {
    const rows = noRows();
    const tables = [...this.tables].map(([table, own]): TableTotals => {
      for (const part of ['read', 'taken', 'repeated', 'quarantined'] as const) rows[part] += own.rows[part];
      const money = [...own.money].sort(([a], [b]) => (a < b ? -1 : 1)).map(([by, sums]) => moneyText(by, sums));
      return { table, rows: own.rows, money };
    });
    const causes = [...this.codes].map(([code, count]) => ({ code, rows: count }));
    causes.sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1));
    return { tables, rows, causes, files: this.files };
  }
}

const moneyText = (by: string, sums: Sums): MoneyCounts => {
  // With both kopecks, however large the sum is.
  const text = (sum: bigint): string => {
    const digits = (sum < 0n ? -sum : sum).toString().padStart(3, '0');
    return `${sum < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  };
  return {
    by: by === '' ? null : by,
    read: text(sums.read),
    taken: text(sums.taken),
    repeated: text(sums.repeated),
    quarantined: text(sums.quarantined),
    unreadable: sums.unreadable,
  };
};
