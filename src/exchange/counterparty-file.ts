import { excerpt } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import {
  type CounterpartyOperation,
  type CounterpartyRecords,
  counterpartyOperation,
  counterpartyRecords,
  counterpartyRow,
} from '../model/counterparty-records';
import { readCsvTable } from './csv-file';
import type { Delimiter } from './csv-line';
import { decodeUtf8 } from './decode-utf8';
import { checked } from './draft';
import { FACT_FILE_LIMITS, type FactFile, type FactFileLimits, type FactFileProblem, factFileType, problemAt } from './fact-file';
import { type FieldsForm, formOf } from './form';
import { printTable } from './print-table';
import { Problems } from './problem-list';
import { openMapping, placeWithin } from './yaml-file';

/**
 * Read what the other side of a reconciliation has («данные второй стороны»): YAML or JSON by the schema of {@link counterpartyRecords}, or a
 * CSV table of balances and operations. Strict: one mistake and nothing is taken; each is told with file, line, field and value.
 *
 * @example readCounterparty({ path: 'theirs.csv', text: 'type;date;amount\npayment;2026-03-10;550,00\n' })
 * //=> { ok: false, error: [{ code: 'number-format', file: 'theirs.csv', line: 2, field: 'amount', value: '550,00', … }] }
 */
export const readCounterparty = (
  file: FactFile,
  limits: Partial<FactFileLimits> = {},
): Result<CounterpartyRecords, readonly FactFileProblem[]> => {
  const bounds = { ...FACT_FILE_LIMITS, ...limits };
  const problems = new Problems(bounds.problems);
  problems.nextFile();
  const text = textOf(file, bounds, problems);
  const records =
    text === null
      ? undefined
      : factFileType(file.path) === 'csv'
        ? tableOf(file.path, text, bounds, problems)
        : mappingOf(file.path, text, problems);
  return records === undefined || problems.count > 0 ? err(problems.listed()) : ok(records);
};

/** The text of a file that may be read, or `null` and why. */
export const textOf = ({ path, text }: FactFile, limits: FactFileLimits, problems: Problems): string | null => {
  const start = { file: path, line: 1, column: 1 };
  const type = factFileType(path);
  const most = type === 'csv' ? limits.csvSize : limits.yamlSize;
  if (type === 'ignored' || type === 'unknown') problems.add(problemAt({ code: 'file-type-unknown', value: excerpt(path) }, start));
  else if (text.length > most)
    problems.add(problemAt({ code: 'file-too-large', facts: { size: String(text.length), most: String(most) } }, start));
  else {
    const decoded = typeof text === 'string' ? ok(text) : decodeUtf8(text);
    if (!decoded.ok) problems.add(problemAt(decoded.error, { ...start, line: decoded.error.line, column: decoded.error.column }));
    else if (decoded.value.trim() === '') problems.add(problemAt({ code: 'file-empty' }, start));
    else return decoded.value.replace(/^\ufeff/, '');
  }
  return null;
};

const FORM = formOf(counterpartyRecords) as FieldsForm;

const mappingOf = (file: string, text: string, problems: Problems): CounterpartyRecords | undefined => {
  const format = factFileType(file) === 'json' ? 'JSON' : 'YAML';
  const opened = openMapping(file, text, format, (problem) => problems.add(problem));
  if (opened === null) return undefined;
  const { contents, values, start } = opened;
  const value = values.value(contents, FORM, [], start) as Readonly<Record<string, unknown>>;
  const raw = {
    value,
    place: start,
    within: [],
    told: values.told,
    placeOf: (path: readonly (string | number)[]) => placeWithin(contents, path, values, start),
  };
  return checked(counterpartyRecords, value, raw, (problem) => problems.add(problem));
};

const TABLE_FORM = formOf(counterpartyRow) as FieldsForm;

const tableOf = (file: string, text: string, limits: FactFileLimits, problems: Problems): CounterpartyRecords => {
  const operations: CounterpartyOperation[] = [];
  const balances = new Map<'opening' | 'closing', { readonly amount: string; readonly line: number }>();
  readCsvTable(file, text, TABLE_FORM, limits, {
    problem: (problem) => problems.add(problem),
    record: (raw) => {
      const row = checked(counterpartyRow, raw.value, raw, (problem) => problems.add(problem));
      if (row === undefined) return;
      const { type, ...rest } = row;
      if (type !== 'opening' && type !== 'closing') {
        operations.push({ type, ...rest });
        return;
      }
      const first = balances.get(type);
      if (first !== undefined)
        problems.add(
          problemAt({ code: 'key-duplicate', facts: { field: type, firstLine: String(first.line) } }, raw.placeOf(['type']), ['type']),
        );
      else balances.set(type, { amount: row.amount, line: raw.place.line });
    },
  });
  const [opening, closing] = [balances.get('opening')?.amount, balances.get('closing')?.amount];
  return {
    ...(opening === undefined ? {} : { opening }),
    ...(closing === undefined ? {} : { closing }),
    operations,
    readings: [],
  };
};

/** Records of the other side as a JSON file: the inverse of reading it. */
export const printCounterpartyJson = (records: CounterpartyRecords): string => `${JSON.stringify(records, null, 2)}\n`;

/** Balances and operations of the other side as a table: the inverse of reading it, readings and the name of the side aside. */
export const printCounterpartyCsv = ({ opening, closing, operations }: CounterpartyRecords, delimiter: Delimiter): string => {
  const balance = (type: string, amount: string | undefined) => (amount === undefined ? [] : [{ type, amount }]);
  const rows: readonly Readonly<Record<string, unknown>>[] = [
    ...balance('opening', opening),
    ...operations,
    ...balance('closing', closing),
  ];
  const fields = [...(formOf(counterpartyOperation) as FieldsForm).fields.keys()];
  const columns = fields.filter((name) => TABLE_FORM.required.includes(name) || rows.some((row) => row[name] !== undefined));
  return printTable([columns, ...rows.map((row) => columns.map((name) => row[name]))], delimiter);
};
