import { excerpt } from '../kernel/problem';
import { type MeteredService, meteredService, type Zone } from '../model/services';
import { splitLine } from './csv-line';
import { part, plainValues, type RowPart, type RowParts, type RowProblem, type RowValue, rowProblem } from './reading-rows';
import { wrongColumn } from './table-columns';

/** Kinds of blocks in a register of SBBOL that are billed here: service and zone. Peak, day and night are T1, T3, T2 of a three-zone meter. */
const BLOCK: ReadonlyMap<string, { readonly service: MeteredService; readonly zone: Zone | null }> = new Map([
  ['1', { service: 'gas', zone: null }],
  ['2', { service: 'electricity', zone: null }],
  ['3', { service: 'electricity', zone: 'T1' }],
  ['4', { service: 'electricity', zone: 'T2' }],
  ['5', { service: 'electricity', zone: 'T1' }],
  ['6', { service: 'electricity', zone: 'T3' }],
  ['7', { service: 'electricity', zone: 'T2' }],
  ['8', { service: 'hotWater', zone: null }],
  ['9', { service: 'coldWater', zone: null }],
  ['11', { service: 'sewerage', zone: null }],
]);

const HEAD = 5;
const BLOCK_CELLS = 7;

const cellsOf = (line: string): readonly string[] => line.split(';').map((cell) => cell.replaceAll(/[\t"]/g, '').trim());

/** A register of SBBOL: five cells of the account, then blocks of seven (kind, number, name, verification, value, day, extra). */
export const sbbolParts = (line: string): RowParts => {
  const cells = cellsOf(line);
  const account = cells[0] ?? '';
  if (account === '' || cells.length <= HEAD) return [rowProblem('reading-row-form', line)];
  const parts = [];
  for (let at = HEAD; at < cells.length; at += BLOCK_CELLS) {
    const [kind = '', serial = '', , , value = '', takenOn = ''] = cells.slice(at, at + BLOCK_CELLS);
    if (cells.slice(at, at + BLOCK_CELLS).every((cell) => cell === '')) continue;
    const known = BLOCK.get(kind);
    if (known === undefined) parts.push(rowProblem('reading-service-unknown', kind));
    else if (value === '') parts.push(rowProblem('reading-absent', serial));
    else
      parts.push(
        part({
          account,
          serial: serial === '' ? null : serial,
          service: known.service,
          values: [{ zone: known.zone, text: value }],
          takenOn: takenOn === '' ? null : takenOn,
        }),
      );
  }
  return parts.length === 0 ? [rowProblem('reading-absent', account)] : parts;
};

const SERVICE_NAME: readonly (readonly [RegExp, MeteredService])[] = [
  [/х\.?\s*в|холод/iu, 'coldWater'],
  [/г\.?\s*в|горяч/iu, 'hotWater'],
  [/эл/iu, 'electricity'],
  [/газ/iu, 'gas'],
  [/сток|водоотв|канал/iu, 'sewerage'],
  [/отоп|тепл/iu, 'heating'],
];

/** Is the line the header of a table of a managing company? Its first cell names the column of accounts and holds no account. */
export const isServicesHeader = (line: string): boolean => /^\P{Nd}*лиц[\p{L}.]*\s*сч\P{Nd}*$/iu.test(cellsOf(line)[0] ?? '');

/** Cells of a table of a managing company, from the account to what the third service used. */
const SERVICES_CELLS = 16;

/** A table of a managing company: account and address, then three services, each with previous and current reading. */
export const servicesParts = (line: string): RowParts => {
  const cells = cellsOf(line);
  if (cells.length < HEAD || cells.slice(SERVICES_CELLS).some((cell) => cell !== '')) return [rowProblem('reading-row-form', line)];
  const parts = [];
  for (const [at, accountAt] of [
    [2, 0],
    [7, 6],
    [12, 11],
  ] as const) {
    const [name = '', previous = '', current = ''] = cells.slice(at, at + 3);
    if (name === '' && previous === '' && current === '') continue;
    const account = cells[accountAt] || cells[0] || '';
    const service = SERVICE_NAME.find(([pattern]) => pattern.test(name))?.[1];
    if (/нет\s+сч[её]тчика/iu.test(name) || (service !== undefined && current === '')) parts.push(rowProblem('reading-absent', name));
    else if (service === undefined) parts.push(rowProblem('reading-service-unknown', name));
    else parts.push(part({ account, service, values: plainValues([current]), previous: previous === '' ? [] : plainValues([previous]) }));
  }
  return parts.length === 0 ? [rowProblem('reading-row-form', line)] : parts;
};

/** A meter with its values, a JSON object a line: the serial number says which meter it is. */
export const kvadoParts = (line: string): RowParts => {
  const meter = jsonObject(line);
  const serial = meter?.['serial'];
  const values = meter?.['values'];
  if (typeof serial !== 'string' || serial === '' || !Array.isArray(values)) return [rowProblem('reading-row-form', line)];
  const parts: (RowPart | RowProblem)[] = [];
  for (const one of values as readonly unknown[]) {
    const { date, values: stands } = (typeof one === 'object' && one !== null ? one : {}) as {
      readonly date?: unknown;
      readonly values?: unknown;
    };
    const read = zonesOf(stands ?? {});
    if (read === null) return [rowProblem('reading-row-form', line)];
    if (typeof date !== 'string' || read.length === 0) parts.push(rowProblem('reading-absent', serial));
    else parts.push(part({ serial, values: read, takenOn: date }));
  }
  return parts.length === 0 ? [rowProblem('reading-absent', serial)] : parts;
};

/** Values by zone, or the one of a meter without zones (`B`); `null` when anything else is told: taking the others would lose it. */
const zonesOf = (stands: unknown): readonly RowValue[] | null => {
  if (typeof stands !== 'object' || stands === null) return null;
  const values: RowValue[] = [];
  for (const [zone, text] of Object.entries(stands)) {
    if (!/^(B|T[1-3])$/.test(zone) || typeof text !== 'string') return null;
    if (text !== '') values.push({ zone: zone === 'B' ? null : (zone as Zone), text });
  }
  return values.length > 1 && values.some(({ zone }) => zone === null) ? null : values;
};

const jsonObject = (line: string): Readonly<Record<string, unknown>> | null => {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
};

const COLUMNS = ['account', 'serial', 'service', 'zone', 'value', 'takenOn'];

/**
 * The columns of a table by its first line, or why no row below it can be read: a column that is not known would be lost from every row, a
 * second one of a name too.
 */
export const tableColumns = (header: string): readonly string[] | RowProblem => {
  const cells = splitLine(header, ';');
  if (!cells.ok) return { problem: { code: 'csv-quote', value: excerpt(header.slice(cells.error.column - 1)) } };
  const columns = cells.value.map(({ text }) => text.trim());
  for (const [index, name] of columns.entries()) {
    const problem = wrongColumn(name, columns.indexOf(name) < index, COLUMNS);
    if (problem !== undefined) return { problem };
  }
  const missing = columns.includes('account') || columns.includes('serial') ? ['value'] : ['account', 'value'];
  const field = missing.find((name) => !columns.includes(name));
  return field === undefined ? columns : { problem: { code: 'column-missing', facts: { field } } };
};

/** A table with named columns: `account`, `serial`, `service`, `zone`, `value`, `takenOn`; only `value` and one of the first two are needed. */
export const tableParts = (columns: readonly string[] | RowProblem, line: string): RowParts => {
  if ('problem' in columns) return [columns];
  const cells = splitLine(line, ';');
  if (!cells.ok || cells.value.length !== columns.length) return [rowProblem('reading-row-form', line)];
  const cell = (name: string): string => cells.value[columns.indexOf(name)]?.text.trim() ?? '';
  const given = (name: string): string | null => (cell(name) === '' ? null : cell(name));
  const service = given('service');
  const zone = given('zone');
  if (service !== null && !isService(service)) return [rowProblem('reading-service-unknown', service)];
  if (zone !== null && !/^T[0-3]$/.test(zone)) return [rowProblem('reading-zones-mismatch', zone)];
  if (given('account') === null && given('serial') === null) return [rowProblem('reading-row-form', line)];
  if (given('value') === null) return [rowProblem('reading-absent', given('serial') ?? given('account') ?? '')];
  return [
    part({
      account: given('account'),
      serial: given('serial'),
      service,
      values: [{ zone: zone as Zone | null, text: cell('value') }],
      takenOn: given('takenOn'),
    }),
  ];
};

const isService = (text: string): text is MeteredService => (meteredService.options as readonly string[]).includes(text);
