import { type Month, parseMonth } from '../kernel/calendar';
import { type ServiceCode, serviceCode } from '../model/services';
import { SHEET_COLUMNS, type SheetColumn } from '../statements/turnover-sheet';
import { isFile, isFolder } from './files';
import type { Words } from './words';

/** Every option of every command. */
export const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  month: { type: 'string' },
  house: { type: 'string' },
  account: { type: 'string' },
  service: { type: 'string' },
  facts: { type: 'string' },
  out: { type: 'string' },
  store: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  theirs: { type: 'string' },
  by: { type: 'string' },
  provider: { type: 'string' },
  issue: { type: 'boolean' },
  why: { type: 'string' },
} as const;

/** Options as they were given. */
export type Values = { readonly [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K]['type'] extends 'boolean' ? boolean : string };

/** A call that cannot be carried out; the message says why. */
export class WrongCall extends Error {}

/** A month among the options. */
export const monthIn = (values: Values, name: 'month' | 'from' | 'to', words: Words): Month | undefined => {
  const text = values[name];
  if (text === undefined) return undefined;
  const month = parseMonth(text);
  if (!month.ok) throw new WrongCall(words.badOption(`--${name} ${text}`));
  return month.value;
};

/** A month that a command cannot do without. */
export const needMonth = (values: Values, words: Words, name: 'month' | 'to' = 'month'): Month => {
  const month = monthIn(values, name, words);
  if (month === undefined) throw new WrongCall(words.missing(`--${name} ГГГГ-ММ`));
  return month;
};

/** Where a statement begins: a month, the contract, the last agreed statement. */
export const startIn = (values: Values, words: Words): Month | 'contract' | 'reconciliation' | undefined =>
  values.from === 'contract' || values.from === 'reconciliation' ? values.from : monthIn(values, 'from', words);

/** A file that is there. */
export const fileOf = (path: string | undefined, words: Words): string | undefined => {
  if (path !== undefined && !isFile(path)) throw new WrongCall(words.noFile(path));
  return path;
};

/** Columns of a sheet. */
export const columnsOf = (text: string, words: Words): readonly SheetColumn[] => {
  const names = text.split(',');
  const columns = SHEET_COLUMNS.filter((column) => names.includes(column));
  if (columns.length !== names.length) throw new WrongCall(words.badOption(`--by ${text} (${SHEET_COLUMNS.join(',')})`));
  return names as readonly SheetColumn[];
};

/** A folder that is there. */
export const needFolder = (path: string | undefined, name: string, words: Words): string => {
  if (path === undefined) throw new WrongCall(words.missing(name));
  if (!isFolder(path)) throw new WrongCall(words.noFolder(path));
  return path;
};

/** A service by its code. */
export const serviceOf = (text: string | undefined, words: Words): ServiceCode | undefined => {
  if (text === undefined) return undefined;
  const parsed = serviceCode.safeParse(text);
  if (!parsed.success) throw new WrongCall(words.badOption(`--service ${text} (${serviceCode.options.join(', ')})`));
  return parsed.data;
};

/** A field of a request, where the call gives it. */
export const given = <K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: V };

/** No more places than a command knows. */
export const only = (places: readonly string[], most: number, words: Words): void => {
  if (places.length > most) throw new WrongCall(words.badOption(places.slice(most).join(' ')));
};
