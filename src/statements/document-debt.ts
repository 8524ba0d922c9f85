import { addMonths, lastDay, type Month } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import { stateOf } from '../ledger/account-state';
import { type Entry, PENALTY } from '../ledger/entry';
import { byCreditor, instalmentOfEntries } from '../ledger/instalment/instalment-of-entries';
import type { InstalmentProblem } from '../ledger/instalment/instalment-plan';
import { barredDebt } from '../ledger/limitation/barred-debt';
import type { DebtFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import type { DueDayOptions } from '../norms/due-days';

/** An instalment in a payment document («рассрочка», section 5 of the form). */
export interface DocumentInstalment {
  readonly service: ServiceCode;
  /** The month whose fee is paid by instalments. */
  readonly of: Month;
  /** What is paid now of the fee of this month. */
  readonly fromCurrent: Kopecks;
  /** What is paid now of the fee of an earlier month. */
  readonly fromPrevious: Kopecks;
  readonly interest: Kopecks;
  /** Per cent a year. */
  readonly percent: string;
  /** All three together. */
  readonly total: Kopecks;
  /** What is not to be paid yet. */
  readonly deferred: Kopecks;
}

/** What bears on the debts of a payment document. */
export interface DocumentDebt {
  readonly instalments: readonly DocumentInstalment[];
  /** Interest of the month by creditor. */
  readonly interest: ReadonlyMap<string, Kopecks>;
  /** What is deferred to later months by creditor. */
  readonly deferred: ReadonlyMap<string, Kopecks>;
  /** The part of the debt whose limitation has ended: still owed, a court may refuse it. */
  readonly barred: Kopecks;
}

/** Months whose payment cannot be barred yet. */
const OPEN_MONTHS = 36;

/** Instalments and barred debts of an account at the end of a month, by its entries through that month. */
export const documentDebt = (
  account: string,
  month: Month,
  entries: readonly Entry[],
  { instalments, events }: Pick<DebtFacts, 'instalments' | 'events'>,
  { policies = {}, calendar }: DueDayOptions,
): Result<DocumentDebt, InstalmentProblem> => {
  const known = entries.filter((entry) => entry.postedIn <= month);
  const rows: DocumentInstalment[] = [];
  const interest = new Map<string, Kopecks>();
  const deferred = new Map<string, Kopecks>();
  for (const fact of instalments) {
    if (fact.account !== account || fact.month > month) continue;
    const answer = instalmentOfEntries(fact, known, policies);
    if (!answer.ok) return answer;
    const { plan } = answer.value;
    if (plan === null) continue;
    const part = plan.parts.find((one) => one.month === month);
    const later = sumMoney(plan.parts.filter((one) => one.month > month).map(({ amount }) => amount));
    if (part === undefined && later === NO_MONEY) continue;
    const amount = part?.amount ?? NO_MONEY;
    const own = part?.interest ?? NO_MONEY;
    for (const one of byCreditor(fact, known, month, own)) add(interest, one.provider, one.amount);
    for (const one of byCreditor(fact, known, month, later)) add(deferred, one.provider, one.amount);
    rows.push({
      service: fact.service,
      of: fact.month,
      fromCurrent: fact.month === month ? amount : NO_MONEY,
      fromPrevious: fact.month === month ? NO_MONEY : amount,
      interest: own,
      percent: plan.percent,
      total: sumMoney([amount, own]),
      deferred: later,
    });
  }
  const old = stateOf(known).buckets.filter((bucket) => bucket.service !== PENALTY && bucket.month < addMonths(month, -OPEN_MONTHS));
  const mine = events.filter((event) => event.account === account);
  const barred = barredDebt(old, { on: lastDay(month), events: mine, policies, calendar });
  return barred.ok ? ok({ instalments: rows, interest, deferred, barred: barred.value.barred }) : barred;
};

const add = (sums: Map<string, Kopecks>, key: string, amount: Kopecks): void => {
  sums.set(key, sumMoney([sums.get(key) ?? NO_MONEY, amount]));
};
