import { err, ok, type Result } from '../kernel/result';

/** Separators of a table: a semicolon, as spreadsheets with Russian settings write it, or a comma. */
export type Delimiter = ';' | ',';

/** A value of a row, with the column of its first character, from 1. */
export interface Cell {
  readonly text: string;
  readonly column: number;
}

const QUOTE = '"';

/**
 * Cut a line of CSV into its values (RFC 4180 without line breaks inside a value).
 *
 * @returns the values, or the column of a quote that is not closed or stands inside a value
 * @example splitLine('r-1;"a;b"', ';') //=> { ok: true, value: [{ text: 'r-1', column: 1 }, { text: 'a;b', column: 5 }] }
 */
export const splitLine = (line: string, delimiter: Delimiter): Result<readonly Cell[], { readonly column: number }> => {
  const cells: Cell[] = [];
  for (let at = 0; ; ) {
    const read = line[at] === QUOTE ? quotedCell(line, at) : plainCell(line, at, delimiter);
    if (!read.ok) return read;
    const { text, end } = read.value;
    if (end < line.length && line[end] !== delimiter) return err({ column: end + 1 });
    cells.push({ text, column: at + 1 });
    if (end >= line.length) return ok(cells);
    at = end + 1;
  }
};

type Read = Result<{ readonly text: string; readonly end: number }, { readonly column: number }>;

const quotedCell = (line: string, at: number): Read => {
  for (let from = at + 1; ; ) {
    const quote = line.indexOf(QUOTE, from);
    if (quote < 0) return err({ column: at + 1 });
    if (line[quote + 1] !== QUOTE) return ok({ text: line.slice(at + 1, quote).replaceAll('""', QUOTE), end: quote + 1 });
    from = quote + 2;
  }
};

const plainCell = (line: string, at: number, delimiter: Delimiter): Read => {
  const found = line.indexOf(delimiter, at);
  const end = found < 0 ? line.length : found;
  const text = line.slice(at, end);
  const quote = text.indexOf(QUOTE);
  return quote < 0 ? ok({ text, end }) : err({ column: at + quote + 1 });
};
