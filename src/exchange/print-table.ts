import { guardCell } from './csv-guard';
import type { Delimiter } from './csv-line';

/** Rows as CSV; a text that a spreadsheet would run as a formula is guarded. */
export const printTable = (rows: readonly (readonly unknown[])[], delimiter: Delimiter): string =>
  `${rows.map((row) => row.map(cellText).join(delimiter)).join('\n')}\n`;

/** Quoted when either separator stands inside, so that a spreadsheet that takes the other one does not cut it. */
const cellText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  const text = guardCell(String(value));
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
