import type { Month } from '../../kernel/calendar';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import { type ClosedKind, type Closing, closedPart, closingHash } from './month-chain';

/**
 * The past of a house is not what it was when it was closed: the month (`value`), `house`, `record` (a {@link ClosedKind}, or `closings`), and `what`: records
 * were `changed`, `added` or are `missing` (`closed` and `found` count them), or a closing is `unlinked` to the one before.
 */
export type ChainProblem = Problem<'past-changed'>;

type What = 'changed' | 'added' | 'missing' | 'unlinked';

const changed = (
  { house }: Closing,
  month: Month,
  record: ClosedKind | 'closings',
  what: What,
  counts: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly error: ChainProblem } =>
  err({ code: 'past-changed', value: month, facts: { house, record, what, ...counts } });

/**
 * Is a closing what was written, and does it follow the one before?
 *
 * @param previous hash of the closing before; `null` where the chain begins
 */
export const checkedLink = (closing: Closing, previous: string | null): Result<null, ChainProblem> => {
  if (closing.hash !== closingHash(closing)) return changed(closing, closing.month, 'closings', 'changed');
  return closing.previous === previous ? ok(null) : changed(closing, closing.month, 'closings', 'unlinked');
};

/** Are the records of a kind those of the month when it was closed? */
export const checkedPart = (closing: Closing, month: Month, kind: ClosedKind, records: readonly unknown[]): Result<null, ChainProblem> => {
  const found = closedPart(month, kind, records);
  const was = closing.parts.find((part) => part.month === month && part.kind === kind);
  if (found?.digest === was?.digest && found?.count === was?.count) return ok(null);
  const more = records.length - (was?.count ?? 0);
  const what = more > 0 ? 'added' : more < 0 ? 'missing' : 'changed';
  return changed(closing, month, kind, what, { closed: String(was?.count ?? 0), found: String(records.length) });
};

/** The head of a chain that somebody kept elsewhere. */
export interface ChainHead {
  readonly month: Month;
  readonly hash: string;
}

/** Is a head that was kept elsewhere among the closings? The last ones of a chain can be taken away unseen by the others. */
export const checkedHead = (house: string, closings: readonly Closing[], { month, hash }: ChainHead): Result<null, ChainProblem> => {
  const found = closings.find((closing) => closing.month === month);
  if (found?.hash === hash) return ok(null);
  const what: What = found === undefined ? 'missing' : 'changed';
  return err({ code: 'past-changed', value: month, facts: { house, record: 'closings', what } });
};
