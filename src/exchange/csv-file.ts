import { excerpt } from '../kernel/problem';
import { unguardCell } from './csv-guard';
import { type Cell, type Delimiter, splitLine } from './csv-line';
import type { RawRecord, Sink } from './draft';
import { type FactFileLimits, type FactFileProblem, type Finding, problemAt } from './fact-file';
import { type FieldsForm, WHOLE } from './form';
import { CSV_GROUPS, type Group } from './groups';
import { wrongColumn } from './table-columns';
import { wantedOfCell } from './wanted-cell';

/** A table whose header is read. */
interface Table {
  readonly form: FieldsForm;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
}

/** A row of a table, which problems and records point to. */
export interface Row {
  readonly line: number;
  readonly text: string;
}

/** A line that cannot be a row. */
export interface Refused {
  readonly line: number;
  readonly text: null;
  readonly column: number;
  readonly finding: Finding;
}

/**
 * The group that a table holds, by the first word of its file's name.
 *
 * @example csvGroup('2026/readings-2026-10.csv')?.kind //=> 'reading'
 */
const csvGroup = (file: string): Group | undefined => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return CSV_GROUPS.find((group) => name.startsWith(group.name) && !/^\p{L}/u.test(name.slice(group.name.length)));
};

/** Read a CSV file of facts: a row of column names, then a row a record. Rows without any value are passed over. */
export const readCsvFile = (file: string, text: string, limits: FactFileLimits, sink: Sink): void => {
  const group = csvGroup(file);
  const known = CSV_GROUPS.map(({ name }) => name).join(', ');
  if (group === undefined)
    return sink.problem(problemAt({ code: 'csv-file-name', value: excerpt(file), facts: { known } }, { file, line: 1, column: 1 }));
  readCsvTable(file, text, group.form, limits, {
    problem: (problem) => sink.problem(problem),
    record: (record) => sink.draft({ group, ...record }),
  });
};

/** Where a reader of a table puts what it finds. */
export interface TableSink {
  problem(problem: FactFileProblem): void;
  record(record: RawRecord): void;
}

/** Read a table with the columns of a form; each row that can be read becomes a record that no schema has seen. */
export const readCsvTable = (file: string, text: string, form: FieldsForm, limits: FactFileLimits, sink: TableSink): void => {
  const table = new CsvTable(file, form, limits, sink);
  for (const row of rowsOf(text, limits)) table.row(row);
};

/** A table that is read row by row: the first one names the columns. */
export class CsvTable {
  private table: Table | null | undefined;

  constructor(
    private readonly file: string,
    private readonly form: FieldsForm,
    private readonly limits: FactFileLimits,
    private readonly sink: TableSink,
  ) {}

  /** The columns; `null` when the first row names none: the rows below mean nothing then. `undefined` before it came. */
  get columns(): readonly string[] | null | undefined {
    return this.table === undefined || this.table === null ? this.table : this.table.columns;
  }

  /** What separates the values. */
  get delimiter(): Delimiter {
    return this.table?.delimiter ?? ';';
  }

  row(row: Row | Refused): void {
    const { file, table, sink } = this;
    if (row.text === null) sink.problem(problemAt(row.finding, { file, line: row.line, column: row.column }));
    if (table === undefined) this.table = row.text === null ? null : readHeader(file, row, this.form, sink);
    else if (table !== null && row.text !== null) readRow(file, row, table, this.limits, sink);
  }
}

/** What is wrong with a line over the limit. */
export const tooLong = (size: number, limits: FactFileLimits): Omit<Refused, 'line' | 'text'> => ({
  column: 1,
  finding: { code: 'line-too-long', facts: { size: String(size), most: String(limits.line) } },
});

/** Lines that are not empty. A line over the limit is never cut out of the text. */
function* rowsOf(text: string, limits: FactFileLimits): Generator<Row | Refused> {
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    line += 1;
    if (end - start > limits.line) yield { line, text: null, ...tooLong(end - start, limits) };
    else {
      const row = text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end);
      if (row !== '') yield { line, text: row };
    }
    start = end + 1;
  }
}

const cellsOf = (file: string, row: Row, delimiter: Delimiter, sink: TableSink): readonly Cell[] | null => {
  const cells = splitLine(row.text, delimiter);
  if (cells.ok) return cells.value;
  sink.problem(
    problemAt(
      { code: 'csv-quote', value: excerpt(row.text.slice(cells.error.column - 1)) },
      { file, line: row.line, column: cells.error.column },
    ),
  );
  return null;
};

/** Read the column names; `null` when they are wrong: the rows below mean nothing then. */
const readHeader = (file: string, row: Row, form: FieldsForm, sink: TableSink): Table | null => {
  const delimiter = row.text.includes(';') ? ';' : ',';
  const cells = cellsOf(file, row, delimiter, sink);
  if (cells === null) return null;
  const columns = cells.map(({ text }) => text);
  let right = true;
  const refuse = (finding: Finding, column: number): void => {
    right = false;
    sink.problem(problemAt(finding, { file, line: row.line, column }));
  };
  for (const [index, { text, column }] of cells.entries()) {
    const finding = wrongColumn(text, columns.indexOf(text) < index, [...form.fields.keys()]);
    if (finding !== undefined) refuse(finding, column);
  }
  for (const field of form.required) if (!columns.includes(field)) refuse({ code: 'column-missing', facts: { field } }, 1);
  return right ? { form, delimiter, columns } : null;
};

const readRow = (file: string, row: Row, { form, delimiter, columns }: Table, limits: FactFileLimits, sink: TableSink): void => {
  const place = { file, line: row.line, column: 1 };
  const cells = cellsOf(file, row, delimiter, sink);
  if (cells === null || cells.every(({ text }) => text === '')) return;
  if (cells.length !== columns.length) {
    const facts = { expected: String(columns.length), received: String(cells.length) };
    return sink.problem(problemAt({ code: 'csv-columns', facts }, place));
  }
  const value: Record<string, unknown> = {};
  const columnOf = (name: unknown): number => cells[columns.indexOf(String(name))]?.column ?? 1;
  const told: string[][] = [];
  for (const [index, { text, column }] of cells.entries()) {
    const name = columns[index] as string;
    if (text.length > limits.cell) {
      told.push([name]);
      sink.problem(
        problemAt({ code: 'csv-cell-too-long', value: excerpt(text), facts: { most: String(limits.cell) } }, { ...place, column }, [name]),
      );
    } else if (text !== '') value[name] = cellValue(text, form, name);
  }
  sink.record({
    value,
    place,
    within: [],
    told,
    placeOf: ([name]) => (name === undefined ? place : { ...place, column: columnOf(name) }),
  });
};

/** A cell is a text; `true`, whole numbers, and the sums by service of a payment, are told from it only where the field wants them. */
const cellValue = (text: string, form: FieldsForm, name: string): unknown => {
  const wanted = form.fields.get(name)?.is;
  if (wanted === 'boolean' && text === 'true') return true;
  if (wanted === 'integer' && WHOLE.test(text)) return Number(text);
  return wanted === 'list' ? wantedOfCell(text) : unguardCell(text);
};
