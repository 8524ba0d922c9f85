import type { Problem } from '../kernel/problem';
import { unguardCell } from './csv-guard';
import { type Delimiter, splitLine } from './csv-line';
import type { Place } from './fact-file';
import { printTable } from './print-table';

/** A row that could not be taken, as its file has it, with every reason. */
export interface QuarantinedRow {
  readonly file: string;
  readonly line: number;
  readonly columns: readonly string[];
  /** What stood in the columns; a row that cannot be cut by its quotes is cut by its separators, one that cannot be read at all is empty. */
  readonly cells: readonly string[];
  readonly problems: readonly (Problem & Place & { readonly field?: string })[];
}

/** Values of a row, guards of formulas taken off; `null` is a row that was too long or no text. */
export const cellsOf = (text: string | null, delimiter: Delimiter): readonly string[] => {
  if (text === null) return [];
  const cells = splitLine(text, delimiter);
  return cells.ok ? cells.value.map((cell) => unguardCell(cell.text)) : text.split(delimiter).map(unguardCell);
};

const WHY = 'quarantine';

/** Characters of a reason: the next import must be able to read its cell. */
const MOST_REASON = 500;

/**
 * A row for its sender to mend: the row as it came, with the reasons in a first column that the next import passes over. The head stands before
 * the first row of each file.
 *
 * @param reason the texts of the problems
 */
export const printQuarantined = ({ columns, cells }: QuarantinedRow, reason: string, delimiter: Delimiter): string =>
  printTable([[reason.replace(/\p{Cc}/gu, ' ').slice(0, MOST_REASON), ...cells.filter((_, index) => columns[index] !== WHY)]], delimiter);

/** The head of the same table. */
export const printQuarantineHead = ({ columns }: QuarantinedRow, delimiter: Delimiter): string =>
  printTable([[WHY, ...columns.filter((name) => name !== WHY)]], delimiter);
