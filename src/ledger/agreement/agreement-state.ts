import { addDays, type Day } from '../../kernel/calendar';
import { asKopecks, type Kopecks, kopecksFromText, NO_MONEY, sumMoney } from '../../kernel/money';
import { must, ok, type Result } from '../../kernel/result';
import type { RepaymentAgreementRecord } from '../../model/debt-records';
import { type DueDayOptions, shifted } from '../../norms/due-days';
import type { ParameterProblem } from '../../norms/parameter';
import { policyValue } from '../../norms/policies';
import type { DebtBucket, FrozenDays } from '../penalties/penalty-request';

/** What broke an agreement: a part, or a bill that came after it, was not paid in time. */
export interface Breach {
  /** The day after the last day of grace: from it on the agreement is void. */
  readonly on: Day;
  readonly what: 'part' | 'bill';
  /** The last day it could be paid without grace. */
  readonly due: Day;
  readonly missing: Kopecks;
}

/** Where an agreement stands on a day. */
export interface AgreementState {
  readonly state: 'kept' | 'fulfilled' | 'breached';
  readonly breach: Breach | null;
  /** What of its debts was paid since the day of the agreement. */
  readonly paid: Kopecks;
}

/** What the state of an agreement follows from. */
export interface AgreementOptions extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  /** The day asked. */
  readonly on: Day;
}

/** Is the debt among those an agreement is about? */
const isAgreed = ({ account, provider, debts }: RepaymentAgreementRecord, bucket: DebtBucket): boolean =>
  bucket.account === account &&
  bucket.provider === provider &&
  debts.some(({ month, service }) => month === bucket.month && (service === undefined || service === bucket.service));

/**
 * Where an agreement to repay a debt stands («соглашение о погашении задолженности»): kept while each part, and each bill that falls due
 * after it, is paid by its day and the days of grace; the first that is not makes it void from the day after. A pure function of the debts
 * and what was paid: nobody sets the state.
 *
 * @param buckets debts of the account: those of the agreement, and the bills since
 * @returns that the working day of a due day is not known
 */
export const agreementState = (
  agreement: RepaymentAgreementRecord,
  buckets: readonly DebtBucket[],
  { on, ...options }: AgreementOptions,
): Result<AgreementState, ParameterProblem> => {
  const own = buckets.filter((bucket) => isAgreed(agreement, bucket));
  const paidBy = (day: Day): Kopecks => sumMoney(own.map((bucket) => paidSince(bucket, agreement.agreedOn, day)));
  const owedOn = (day: Day): number => own.reduce((sum, bucket) => sum + Math.max(0, bucket.amount - settledBy(bucket, day)), 0);
  const breaches: Breach[] = [];
  let wanted = NO_MONEY;
  for (const { due, amount } of [...agreement.parts].sort((a, b) => (a.due < b.due ? -1 : 1))) {
    wanted = sumMoney([wanted, must(kopecksFromText(amount))]);
    const last = lastDayOf(due, agreement, options);
    if (!last.ok) return last;
    if (last.value < on) breaches.push(...missed('part', due, last.value, Math.min(wanted - paidBy(last.value), owedOn(last.value))));
  }
  for (const bucket of buckets) {
    if (bucket.account !== agreement.account || bucket.provider !== agreement.provider || isAgreed(agreement, bucket)) continue;
    if (bucket.dueDay < agreement.agreedOn) continue;
    const last = lastDayOf(bucket.dueDay, agreement, options);
    if (!last.ok) return last;
    if (last.value < on) breaches.push(...missed('bill', bucket.dueDay, last.value, bucket.amount - settledBy(bucket, last.value)));
  }
  const [breach = null] = breaches.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const paid = paidBy(on);
  return ok({ state: breach !== null ? 'breached' : paid >= wanted || owedOn(on) === 0 ? 'fulfilled' : 'kept', breach, paid });
};

const missed = (what: Breach['what'], due: Day, last: Day, missing: number): readonly Breach[] =>
  missing > 0 ? [{ on: addDays(last, 1), what, due, missing: asKopecks(missing) }] : [];

/** The last day that does not break the agreement: the due day, moved from a day off, and the days of grace. */
const lastDayOf = (
  due: Day,
  { graceDays }: RepaymentAgreementRecord,
  options: Omit<AgreementOptions, 'on'>,
): Result<Day, ParameterProblem> => {
  const moved = shifted(due, options);
  return moved.ok ? ok(addDays(moved.value, graceDays)) : moved;
};

/** What of a debt was settled by a day: paid, written off, or taken off it. */
export const settledBy = ({ changes }: DebtBucket, day: Day): number =>
  changes.reduce((sum, change) => {
    if (change.kind === 'reduction') return sum + change.amount;
    if (change.day > day) return sum;
    return change.kind === 'reversal' ? sum - change.amount : sum + change.amount;
  }, 0);

/** Money that came, or was given up, from a day through another. */
const paidSince = (bucket: DebtBucket, from: Day, through: Day): Kopecks => {
  const dated = { ...bucket, changes: bucket.changes.filter(({ kind }) => kind !== 'reduction') };
  return asKopecks(settledBy(dated, through) - settledBy(dated, addDays(from, -1)));
};

/**
 * The debts with the days on which agreements spare them: those of an agreement that freezes penalties, from its day while it is kept. A
 * void one spares nothing, since the due days before it revive; unless it, or policy `agreementBreach`, says that its days stay spared.
 */
export const frozenDebts = (
  buckets: readonly DebtBucket[],
  agreements: readonly RepaymentAgreementRecord[],
  options: AgreementOptions,
): Result<readonly DebtBucket[], ParameterProblem> => {
  const frozen: { readonly agreement: RepaymentAgreementRecord; readonly days: FrozenDays }[] = [];
  for (const agreement of agreements) {
    if (!agreement.freezePenalties) continue;
    const state = agreementState(agreement, buckets, options);
    if (!state.ok) return state;
    const { breach } = state.value;
    const onBreach = agreement.onBreach ?? policyValue(options.policies ?? {}, 'agreementBreach');
    if (breach !== null && onBreach === 'revive') continue;
    frozen.push({ agreement, days: { from: agreement.agreedOn, to: breach?.on ?? null, document: agreement.document } });
  }
  return ok(
    buckets.map((bucket) => {
      const own = frozen.filter(({ agreement }) => isAgreed(agreement, bucket)).map(({ days }) => days);
      return own.length === 0 ? bucket : { ...bucket, frozen: [...(bucket.frozen ?? []), ...own] };
    }),
  );
};
