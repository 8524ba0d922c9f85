import type { FactKind, FactRecord } from '../model/records';
import type { Delimiter } from './csv-line';
import { CSV_GROUPS, GROUPS } from './groups';
import { printTable } from './print-table';
import { cellOfWanted } from './wanted-cell';

/** Kinds of facts that a table can hold. */
export type TableKind = Extract<FactKind, 'reading' | 'payment' | 'openingSaldo' | 'resident'>;

/**
 * Facts as a JSON file of a facts folder: the inverse of reading it.
 *
 * @example printFactsJson([{ kind: 'provider', id: 'vodokanal', name: 'Водоканал' }])
 * //=> '{\n  "providers": [\n    {\n      "id": "vodokanal",\n      "name": "Водоканал"\n    }\n  ]\n}\n'
 */
export const printFactsJson = (records: readonly FactRecord[]): string => {
  const file: Record<string, unknown[]> = {};
  for (const group of GROUPS) {
    const own = records.filter(({ kind }) => kind === group.kind).map(({ kind: _, ...fields }) => fields);
    if (own.length > 0) file[group.name] = own;
  }
  return `${JSON.stringify(file, null, 2)}\n`;
};

/**
 * Facts of one kind as a table of a facts folder: the inverse of reading it. Columns that no record uses are left out; a text that a
 * spreadsheet would run as a formula is guarded by an apostrophe, which the reader takes away again.
 *
 * @example printFactsCsv('payment', [{ kind: 'payment', id: 'p-1', account: '590001', amount: '100.00', paidOn: '2026-10-05' }], ';')
 * //=> 'id;account;amount;paidOn\np-1;590001;100.00;2026-10-05\n'
 */
export const printFactsCsv = <K extends TableKind>(
  kind: K,
  records: readonly Extract<FactRecord, { kind: K }>[],
  delimiter: Delimiter,
): string => {
  const group = CSV_GROUPS.find((one) => one.kind === kind);
  const rows = records as readonly Readonly<Record<string, unknown>>[];
  const used = (name: string): boolean => rows.some((row) => row[name] !== undefined && row[name] !== null);
  const columns = [...(group?.form.fields.keys() ?? [])].filter((name) => group?.form.required.includes(name) === true || used(name));
  const cell = (value: unknown): unknown => (Array.isArray(value) ? cellOfWanted(value) : value);
  return printTable([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))], delimiter);
};
