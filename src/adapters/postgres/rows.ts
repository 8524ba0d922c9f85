import { BillingInvariantError } from '../../kernel/result';
import type { SqlRow } from './connection';

/** A column that is never empty, as text. */
export const text = (row: SqlRow, column: string): string => {
  const value = row[column];
  if (typeof value !== 'string') throw new BillingInvariantError(`the database gave no text for ${column}`);
  return value;
};

/** A column that may be empty. */
export const textOrNull = (row: SqlRow, column: string): string | null => row[column] ?? null;

/** A whole number, checked: a bigint beyond the safe integers is an error, never a rounded number. */
export const integer = (row: SqlRow, column: string): number => {
  const value = Number(text(row, column));
  if (!Number.isSafeInteger(value)) throw new BillingInvariantError(`the database gave no safe integer for ${column}`);
  return value;
};

/** Rows as one parameter: JSON text that `json_to_recordset` takes apart, the same on every driver. */
export const asRecordset = (rows: readonly Readonly<Record<string, string | number | null>>[]): string => JSON.stringify(rows);

/** Parts of a long list, so that one statement stays within some megabytes. */
export const inParts = <T>(all: readonly T[], size = 2000): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));

/** An instant of the database as our text, whatever time zone the session has. */
export const instantSql = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
