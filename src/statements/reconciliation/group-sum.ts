import type { StatementRow } from './rows';

/** More rows than these are not tried in all their combinations. */
const MOST_CANDIDATES = 16;
const MOST_ROWS = 8;

/**
 * The rows that sum to one row of the other side: the fewest of them, the earliest first; `null` when there are none.
 *
 * @param candidates rows that may belong to it, in their order
 */
export const fittingGroup = (one: StatementRow, candidates: readonly StatementRow[]): readonly StatementRow[] | null => {
  const rows = candidates.filter(({ amount }) => amount !== 0 && Math.abs(amount) < Math.abs(one.amount) && amount > 0 === one.amount > 0);
  if (rows.length < 2) return null;
  const tried = rows.slice(0, MOST_CANDIDATES);
  for (let size = 2; size <= Math.min(MOST_ROWS, tried.length); size += 1) {
    const found = subset(tried, 0, size, one.amount);
    if (found !== null) return found;
  }
  return null;
};

const subset = (rows: readonly StatementRow[], from: number, size: number, sum: number): readonly StatementRow[] | null => {
  if (size === 0) return sum === 0 ? [] : null;
  for (let i = from; i <= rows.length - size; i += 1) {
    const row = rows[i] as StatementRow;
    if (Math.abs(row.amount) > Math.abs(sum)) continue;
    const rest = subset(rows, i + 1, size - 1, sum - row.amount);
    if (rest !== null) return [row, ...rest];
  }
  return null;
};
