import { excerpt, type Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { ImportRow, RowOutcome } from '../model/import-row';
import { CsvTable } from './csv-file';
import { checked, type RawRecord } from './draft';
import { FACT_FILE_LIMITS, type FactFileLimits, type FactFileProblem, type Place, placeText, problemAt } from './fact-file';
import { ImportCounts, type ImportReport } from './import-report';
import { IMPORT_TABLES, type ImportTable, importTableOf } from './import-tables';
import { type Chunks, linesOf } from './line-stream';
import { LostRows } from './lost-rows';
import { cellsOf, type QuarantinedRow } from './quarantine';

/** A table of a provider's data: its path, and its text or bytes, opened when its turn comes. */
export interface ImportSource {
  readonly path: string;
  open(): Chunks;
}

/** Takes rows and answers what became of each, as `saldo.importRows` does. */
export type TakeRows = (rows: readonly ImportRow[]) => Promise<Result<readonly RowOutcome[], readonly Problem[]>>;

/** How tables are imported. */
export interface ImportTablesOptions {
  /** Rows that are written together; 1000 without it. */
  readonly batch?: number;
  readonly limits?: Partial<FactFileLimits>;
  /** Called with each row that cannot be taken, file by file; a report of them all would grow with the file. */
  readonly quarantined?: (row: QuarantinedRow) => void | Promise<void>;
  /** Called after each batch. */
  readonly progress?: (report: ImportReport) => void;
}

const BATCH = 1000;

/**
 * Import the tables of a provider («импорт данных поставщика», docs/guide/import-export.md) as a stream: memory holds a batch of rows, whatever the
 * size of the files. What cannot be taken goes to quarantine with its row, everything else is stored. A run that was cut off is simply done
 * again: rows that are stored are `repeated`.
 *
 * @returns control totals; a problem only when the store does not answer: what was told before it is stored
 * @example await importTables([{ path: 'payments.csv', open: () => [text] }], saldo.importRows)
 */
export const importTables = async (
  sources: readonly ImportSource[],
  take: TakeRows,
  options: ImportTablesOptions = {},
): Promise<Result<ImportReport, readonly Problem[]>> => {
  const run = new Run(take, options);
  for (const source of sources) {
    if (importTableOf(source.path) === undefined) run.unknown(source.path);
  }
  for (const table of IMPORT_TABLES) {
    for (const source of sources.filter(({ path }) => importTableOf(path) === table)) {
      const failed = await run.file(table, source);
      if (failed !== null) return err(failed);
    }
  }
  return ok(run.counts.report());
};

/** A row on its way to the store. */
interface Waiting {
  readonly text: string;
  readonly place: Place;
  readonly value: RawRecord['value'];
  readonly row: ImportRow;
}

type Told = QuarantinedRow['problems'][number];

class Run {
  readonly counts = new ImportCounts();
  private readonly lost = new LostRows();
  private readonly limits: FactFileLimits;
  private readonly batch: number;

  constructor(
    private readonly take: TakeRows,
    private readonly options: ImportTablesOptions,
  ) {
    this.limits = { ...FACT_FILE_LIMITS, ...options.limits };
    this.batch = Math.max(1, Math.min(options.batch ?? BATCH, 10_000));
  }

  unknown(path: string): void {
    const known = IMPORT_TABLES.map(({ name }) => name).join(', ');
    this.counts.file(problemAt({ code: 'import-file-name', value: excerpt(path), facts: { known } }, { file: path, line: 1, column: 1 }));
  }

  /** A file from its first row to its last; what the store refuses as a whole ends it. */
  async file(table: ImportTable, { path, open }: ImportSource): Promise<readonly Problem[] | null> {
    let problems: FactFileProblem[] = [];
    let record: RawRecord | undefined;
    const add = (problem: FactFileProblem): void => void problems.push(problem);
    const csv = new CsvTable(path, table.form, this.limits, {
      problem: add,
      record: (raw) => {
        record = raw;
      },
    });
    let waiting: Waiting[] = [];
    const quarantine = (line: number, text: string | null, why: readonly Told[], value: RawRecord['value'] = {}): Promise<void> =>
      this.quarantine(table, { file: path, line, columns: csv.columns ?? [], cells: cellsOf(text, csv.delimiter), problems: why }, value);
    const flush = async (): Promise<readonly Problem[] | null> => {
      const rows = waiting;
      waiting = [];
      const outcomes = rows.length === 0 ? ok([]) : await this.take(rows.map(({ row }) => row));
      if (!outcomes.ok) return outcomes.error;
      for (const [index, { text, place, value }] of rows.entries()) {
        const outcome = outcomes.value[index] as RowOutcome;
        if (outcome.row !== 'refused') this.counts.row(table, value, outcome.row);
        else await quarantine(place.line, text, this.reasons(outcome.problems, place), value);
      }
      this.options.progress?.(this.counts.report());
      return null;
    };
    for await (const row of linesOf(open(), this.limits)) {
      const isHead = csv.columns === undefined;
      problems = [];
      record = undefined;
      csv.row(row);
      if (csv.columns === null) break;
      if (isHead) continue;
      const raw = record as RawRecord | undefined;
      const value = raw === undefined ? undefined : checked(table.schema, raw.value, raw, add);
      const lacks = value === undefined ? undefined : table.lacks(value);
      if (lacks !== undefined && raw !== undefined)
        add(problemAt({ code: 'field-missing', facts: { field: lacks } }, raw.placeOf([lacks]), [lacks]));
      if (problems.length > 0 || (raw !== undefined && value === undefined)) await quarantine(row.line, row.text, problems, raw?.value);
      else if (raw !== undefined && row.text !== null)
        waiting.push({ text: row.text, place: raw.place, value: raw.value, row: table.plan(value as Readonly<Record<string, unknown>>) });
      if (waiting.length >= this.batch) {
        const failed = await flush();
        if (failed !== null) return failed;
      }
    }
    if (csv.columns === undefined) add(problemAt({ code: 'file-empty' }, { file: path, line: 1, column: 1 }));
    if (csv.columns === undefined || csv.columns === null) for (const problem of problems) this.counts.file(problem);
    return flush();
  }

  /** Why a row was refused: its own problems, or that what it leans on was refused before it. */
  private reasons(problems: readonly Problem[], place: Place): readonly Told[] {
    const lost = this.lost.missedBy(problems);
    if (lost !== undefined) return [problemAt({ code: 'row-depends', value: lost.name, facts: { first: placeText(lost.place) } }, place)];
    return problems.map((problem) => ({
      ...problem,
      ...place,
      at: problem.at === undefined ? placeText(place) : `${placeText(place)} ${problem.at}`,
    }));
  }

  private async quarantine(table: ImportTable, row: QuarantinedRow, value: RawRecord['value']): Promise<void> {
    this.lost.add(table, value, { file: row.file, line: row.line, column: 1 });
    this.counts.row(table, value, 'quarantined', row.problems[0]?.code ?? 'wrong-type');
    await this.options.quarantined?.(row);
  }
}
