import { addMonths, type Day, firstDay, type Month } from '../../kernel/calendar';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY, negated, sumMoney } from '../../kernel/money';
import { ok, type Result } from '../../kernel/result';
import { type DueDayOptions, nominalDueDay } from '../../norms/due-days';
import type { ParameterProblem } from '../../norms/parameter';
import { policyValue } from '../../norms/policies';
import type { DebtBucket, DebtChange } from '../penalties/penalty-request';

/** A sum that is billed in the bill of a later month. */
export interface DeferredPart {
  readonly month: Month;
  readonly amount: Kopecks;
}

/** What the due days of parts follow from. */
export interface DeferralOptions extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  /** The last day counted: parts that cannot be due by then are left aside. */
  readonly through: Day;
}

/**
 * A debt of which parts were deferred, as debts with due days of their own: what is not deferred keeps its day, a part is due with the bill
 * of its month. So no part is overdue, and bears no penalties, before that. Money goes to what is due first; a reduction lowers what is due
 * first too, since the plan was made from what is known now. A part that is billed in the month of the debt itself is not deferred.
 *
 * @returns debts that sum to the whole, less its reductions and the parts due after `through`; or that the law's days of a month are not known
 */
export const deferredDebt = (
  bucket: DebtBucket,
  parts: readonly DeferredPart[],
  { through, policies = {}, calendar }: DeferralOptions,
): Result<readonly DebtBucket[], ParameterProblem> => {
  const later = parts.filter((part) => part.month > bucket.month && part.amount > 0).sort((a, b) => (a.month < b.month ? -1 : 1));
  if (later.length === 0) return ok([bucket]);
  const reduced = sumMoney(bucket.changes.filter(({ kind }) => kind === 'reduction').map(({ amount }) => amount));
  const regular = lessMoney(bucket.amount, sumMoney(later.map(({ amount }) => amount)));
  const whole: Piece[] = [{ dueDay: bucket.dueDay, amount: regular, changes: [], paid: [] }];
  for (const { month, amount } of later) {
    if (firstDay(addMonths(month, 1)) > through) whole.push({ dueDay: null, amount, changes: [], paid: [] });
    else {
      const due = nominalDueDay(month, { policies, calendar });
      if (!due.ok) return due;
      whole.push({ dueDay: due.value, amount, changes: [], paid: [] });
    }
  }
  const pieces = lessReductions(whole, reduced);
  const spared = policyValue(policies, 'reversalGap') === 'spared';
  for (const change of effective(bucket.changes, spared)) applied(pieces, change);
  return ok(
    pieces.flatMap(({ dueDay, amount, changes }) => (dueDay === null || amount <= 0 ? [] : [{ ...bucket, dueDay, amount, changes }])),
  );
};

/** A change that has a day. */
type Dated = Exclude<DebtChange, { kind: 'reduction' }>;

interface Piece {
  readonly dueDay: Day | null;
  readonly amount: Kopecks;
  readonly changes: DebtChange[];
  /** Payments of this piece that stand, the last one on top. */
  readonly paid: { readonly day: Day; left: Kopecks }[];
}

/** A deferred sum above the debt, and reductions, are taken off the pieces from the first one on. */
const lessReductions = (pieces: readonly Piece[], reduced: Kopecks): readonly Piece[] => {
  let left = reduced;
  return pieces.map((piece) => {
    const rest = lessMoney(piece.amount, left);
    left = rest < NO_MONEY ? negated(rest) : NO_MONEY;
    return { ...piece, amount: rest < NO_MONEY ? NO_MONEY : rest };
  });
};

/** Changes in the order they are felt. A reversal that counts from the payment takes it away as if it had never come. */
const effective = (changes: readonly DebtChange[], spared: boolean): readonly Dated[] => {
  const gone = new Map<Day, number>();
  const left: Dated[] = [];
  for (const change of changes) {
    if (change.kind === 'reduction') continue;
    if (change.kind === 'reversal' && !(change.error === 'payee' && spared))
      gone.set(change.paidOn, (gone.get(change.paidOn) ?? 0) + change.amount);
    else left.push(change);
  }
  const standing = left.flatMap((change): readonly Dated[] => {
    if (change.kind !== 'payment') return [change];
    const taken = Math.min(gone.get(change.day) ?? 0, change.amount);
    gone.set(change.day, (gone.get(change.day) ?? 0) - taken);
    return taken === change.amount ? [] : [{ ...change, amount: asKopecks(change.amount - taken) }];
  });
  const rank = { payment: 0, writeOff: 1, reversal: 2 } as const;
  return [...standing].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : rank[a.kind] - rank[b.kind]));
};

const owed = ({ amount, changes }: Piece): number =>
  changes.reduce((sum: number, change) => (change.kind === 'reversal' ? sum + change.amount : sum - change.amount), amount);

const applied = (pieces: readonly Piece[], change: Dated): void => {
  if (change.kind === 'reversal') takenBack(pieces, change);
  else {
    let left: number = change.amount;
    for (const [index, piece] of pieces.entries()) {
      const part = Math.min(left, index === pieces.length - 1 ? left : Math.max(owed(piece), 0));
      if (part <= 0) continue;
      piece.changes.push({ ...change, amount: asKopecks(part) });
      if (change.kind === 'payment') piece.paid.push({ day: change.day, left: asKopecks(part) });
      left -= part;
    }
  }
};

/** What was paid last is taken back first. */
const takenBack = (pieces: readonly Piece[], change: DebtChange & { readonly kind: 'reversal' }): void => {
  let left: number = change.amount;
  for (const piece of [...pieces].reverse()) {
    for (const payment of [...piece.paid].reverse()) {
      const part = Math.min(left, payment.left);
      if (part <= 0) continue;
      payment.left = asKopecks(payment.left - part);
      piece.changes.push({ ...change, paidOn: payment.day, amount: asKopecks(part) });
      left -= part;
    }
  }
};
