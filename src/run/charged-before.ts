import type { ActsOf } from '../charges/common-history';
import { addMonths, type Month } from '../kernel/calendar';
import type { Bill, Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { Journal } from '../ports/store';
import type { ChargedLines } from '../recalculation/bill-house';

/** What bills before a month charged to some accounts for some months, under whichever number of the account they were issued. */
export const chargedBefore = async (
  journal: Pick<Journal, 'billsOfAccount' | 'monthState'>,
  facts: HouseFacts,
  month: Month,
  accounts: Iterable<string>,
  months: Iterable<Month>,
): Promise<ChargedLines> => {
  const numbers = numbersOf(facts);
  const bills = new Map<string, readonly Bill[]>();
  for (const account of accounts) {
    const own: Bill[] = [];
    for (const number of numbers.get(account) ?? [account])
      own.push(...(await journal.billsOfAccount(number)).filter((bill) => bill.month < month && bill.house === facts.house.id));
    bills.set(account, own);
  }
  const billed = new Set<Month>();
  for (const of of months) if ((await journal.monthState(facts.house.id, of)).version > 0) billed.add(of);
  return chargedIn(bills, billed);
};

/** All numbers of each account of a house; a number that is another account's own is not an alias of this one. */
const numbersOf = ({ premises }: HouseFacts): ReadonlyMap<string, readonly string[]> => {
  const accounts = premises.flatMap((one) => one.accounts);
  const own = new Set(accounts.map(({ number }) => number));
  return new Map(accounts.map(({ number, aliases }) => [number, [number, ...aliases.filter((alias) => !own.has(alias))]]));
};

/**
 * Common needs look back to the beginning of the year before: its true-up, the average, what is carried.
 *
 * @param all facts were written late, so that every month may be looked at
 */
export const actsBefore = async (journal: Pick<Journal, 'actsOf'>, facts: HouseFacts, month: Month, all = false): Promise<ActsOf> => {
  if (facts.common.terms.length === 0) return () => undefined;
  const year = `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}-01` as Month;
  const { billedSince } = facts.house;
  const from = all && billedSince !== undefined && billedSince < year ? billedSince : year;
  const months = new Map<Month, HouseAct[]>();
  for (const act of await journal.actsOf(facts.house.id, from, addMonths(month, -1))) {
    const own = months.get(act.month);
    if (own === undefined) months.set(act.month, [act]);
    else own.push(act);
  }
  return (of) => months.get(of);
};

/**
 * What all bills of an account charge for a month, adjustments of later bills with it; nothing is known when neither the account nor its house was billed
 * for it.
 *
 * @param billed months in which the house was billed, whether the account was or not
 */
export const chargedIn =
  (bills: ReadonlyMap<string, readonly Bill[]>, billed: ReadonlySet<Month> = new Set()): ChargedLines =>
  (account, month): readonly Line[] | undefined => {
    const own = bills.get(account) ?? [];
    if (!billed.has(month) && !own.some((bill) => bill.month === month)) return undefined;
    return own.flatMap((bill) => bill.lines.filter((line) => line.month === month));
  };
