import { type Day, type Instant, lastDay, type Month, parseDay, parseInstant, parseMonth } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { AllocationRules } from '../ledger/allocation/allocation-rules';
import { Buckets } from '../ledger/bucket';
import type { EntriesAsOf } from '../ledger/closing/account-balance';
import { debtIn, type SaldoParts, saldoParts } from '../ledger/closing/saldo-parts';
import { PENALTY } from '../ledger/entry';
import { barredDebt, type DebtLimitation } from '../ledger/limitation/barred-debt';
import { rulesOfAccount } from './account-rules';
import { type Answer, type Edge, refused } from './edge';

/** What an account owes at a moment («сальдо на момент»). */
export interface SaldoAt extends SaldoParts {
  readonly house: string;
  /** The account's own number. */
  readonly account: string;
  /** A day: entries with this value day and earlier. A month: entries posted in it and before. */
  readonly moment: Day | Month;
  /** Entries and facts known at this instant; `null`: all. */
  readonly asKnownAt: Instant | null;
  /** The part of the debt that a court has: a claim that is not decided. */
  readonly disputed: Kopecks;
  /** The part of the debt whose limitation has ended: still owed, a court may refuse it. */
  readonly barred: Kopecks;
  /** Each debt by creditor, service and month of debt, with its limitation. */
  readonly debts: readonly DebtLimitation[];
}

/**
 * What an account owes at a moment: debt, advance and their creditors, disputed and barred parts. Read from the balance of the newest closing
 * whose entries all count and the entries posted after it, so the cost does not grow with the age of the account; a moment or an instant before
 * every closing reads what there was until then.
 *
 * @param moment a day (`2026-10-15`, by value days) or a month (`2026-10`, by the months of posting)
 * @param asKnownAt what became known later is as if it were not
 * @returns `account-unknown`, `day-format`, `month-format`, `instant-format`; what the law of a due day does not answer
 */
export const saldoAt = async ({ store }: Edge, number: string, moment: string, asKnownAt?: string): Answer<SaldoAt> => {
  const asked = askedOf(moment, asKnownAt);
  if (!asked.ok) return refused(asked.error);
  const { at, asOf } = asked.value;
  const known = asOf.knownThrough;
  const holder = await store.houseOfAccount(number);
  if (holder === null) return refused({ code: 'account-unknown', value: number });
  const { house, account } = holder;
  const balance = await store.balanceOf(house, account, asOf);
  const since = await store.entriesAfter(house, account, { after: balance?.month ?? null, ...asOf });
  const sums = new Buckets(balance?.buckets);
  for (const entry of since) sums.add(entry, entry.amount);
  const buckets = sums.sorted();
  const owed = buckets.filter(({ amount, service }) => amount > 0 && service !== PENALTY);
  const bearing = owed.length === 0 ? ok(NOTHING) : await rulesOfAccount(store, house, account, known);
  if (!bearing.ok) return bearing;
  const { events, policies } = bearing.value;
  const limits = barredDebt(owed, { on: at.length === 7 ? lastDay(at as Month) : (at as Day), events, policies });
  if (!limits.ok) return refused(limits.error);
  const { debts, barred } = limits.value;
  return ok({
    house,
    account,
    moment: at,
    asKnownAt: known ?? null,
    ...saldoParts(buckets),
    disputed: debtIn(debts, 'suspended'),
    barred,
    debts,
  });
};

interface Asked {
  readonly at: Day | Month;
  readonly asOf: EntriesAsOf;
}

const askedOf = (moment: string, asKnownAt: string | undefined): Result<Asked, Problem> => {
  const known = asKnownAt === undefined ? ok(undefined) : parseInstant(asKnownAt);
  if (!known.ok) return { ok: false, error: { ...known.error, at: 'asKnownAt' } };
  if (typeof moment === 'string' && moment.length === 7) {
    const month = parseMonth(moment);
    if (!month.ok) return { ok: false, error: { ...month.error, at: 'moment' } };
    return ok({ at: month.value, asOf: { through: month.value, knownThrough: known.value } });
  }
  const day = parseDay(moment);
  if (!day.ok) return { ok: false, error: { ...day.error, at: 'moment' } };
  return ok({ at: day.value, asOf: { valueThrough: day.value, knownThrough: known.value } });
};

const NOTHING: Pick<AllocationRules, 'events' | 'policies'> = { events: [], policies: {} };
