import { roublesText } from '../kernel/money';
import type { SidedTurnover, TurnoverSheet } from '../statements/turnover-sheet';
import type { Delimiter } from './csv-line';
import { printTable } from './print-table';

/** Columns of sums: debts and advances stand apart. */
const SUMS = [
  'openingDebt',
  'openingAdvance',
  'brought',
  'charged',
  'adjusted',
  'interest',
  'penalties',
  'refunded',
  'moved',
  'succeeded',
  'paid',
  'closingDebt',
  'closingAdvance',
] as const;

const sumsOf = (row: SidedTurnover): readonly string[] =>
  [
    row.openingSides.debt,
    row.openingSides.advance,
    row.brought,
    row.charged,
    row.adjusted,
    row.interest,
    row.penalties,
    row.refunded,
    row.moved,
    row.succeeded,
    row.paid,
    row.closingSides.debt,
    row.closingSides.advance,
  ].map(roublesText);

/**
 * A turnover sheet as a table in roubles, its total last. Opening debt less opening advance, and all sums but `paid`, less `paid`, is closing
 * debt less closing advance.
 */
export const printTurnoverCsv = ({ by, rows, total }: TurnoverSheet, delimiter: Delimiter): string =>
  printTable(
    [
      [...by, ...SUMS],
      ...rows.map((row) => [...by.map((column) => row[column] ?? ''), ...sumsOf(row)]),
      [...by.map((_, place) => (place === 0 ? 'total' : '')), ...sumsOf(total)],
    ],
    delimiter,
  );
