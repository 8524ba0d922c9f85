import { type Day, type Instant, lastDay, type Month, parseDay, parseInstant, parseMonth } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { Buckets } from '../ledger/bucket';
import type { EntriesAsOf } from '../ledger/closing/account-balance';
import { debtIn, type SaldoParts, saldoParts } from '../ledger/closing/saldo-parts';
import { barredDebt, type DebtLimitation } from '../ledger/limitation/barred-debt';
import type { DebtEventRecord } from '../model/debt-records';
import type { FactRecord } from '../model/records';
import { current } from '../model/supersede';
import { type Answer, type Edge, refused } from './edge';
import { recordOf } from './house-facts';

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
  const owed = buckets.filter(({ amount }) => amount > 0);
  const bearing = owed.length === 0 ? ok(NOTHING) : await bearingOn(store, house, account, known);
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

/** What the limitation of an account's debts follows from. */
interface Bearing {
  readonly events: readonly DebtEventRecord[];
  readonly policies: Readonly<Record<string, string>>;
}

const NOTHING: Bearing = { events: [], policies: {} };

/** Read without the other facts of the house: readings of many years say nothing about a debt. */
const bearingOn = async (
  store: Edge['store'],
  house: string,
  account: string,
  known: Instant | undefined,
): Promise<Result<Bearing, readonly Problem[]>> => {
  const stored = await store.factsOfKinds(house, ['house', 'account', 'debtEvent'], known);
  const standing = current(stored.map(recordOf), true);
  if (!standing.ok) return standing;
  const of = <K extends FactRecord['kind']>(kind: K) =>
    standing.value.filter((record): record is Extract<FactRecord, { kind: K }> => record.kind === kind);
  const names = new Set([account]);
  for (const { number, aliases } of of('account')) if (number === account) for (const alias of aliases) names.add(alias);
  return ok({ events: of('debtEvent').filter((event) => names.has(event.account)), policies: of('house')[0]?.policies ?? {} });
};
