import type { Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Bill, Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { Journal } from '../ports/store';
import { billHouse, type ChargedLines } from '../recalculation/bill-house';
import type { Answer } from './edge';

/**
 * The bills of a house-month by the facts, where changes to earlier months are differences to what the journal has charged for them. The
 * pure billing is asked first what it needs to know; only the bills of those accounts are read, and it is asked again.
 */
export const billsOfFacts = async (journal: Pick<Journal, 'billsOfAccount'>, facts: HouseFacts, month: Month): Answer<readonly Bill[]> => {
  const asked = new Set<string>();
  const first = billHouse(facts, month, (account) => {
    asked.add(account);
    return undefined;
  });
  if (asked.size === 0) return billsIn(first);
  const bills = new Map<string, readonly Bill[]>();
  for (const account of asked)
    bills.set(
      account,
      (await journal.billsOfAccount(account)).filter((bill) => bill.month < month),
    );
  return billsIn(billHouse(facts, month, chargedIn(bills)));
};

const billsIn = (billed: Result<{ bills(): IterableIterator<Bill> }, readonly Problem[]>): Result<readonly Bill[], readonly Problem[]> =>
  billed.ok ? ok([...billed.value.bills()]) : billed;

/** What all bills of an account charge for a month, adjustments of later bills with it; nothing is known when the month has no bill. */
export const chargedIn =
  (bills: ReadonlyMap<string, readonly Bill[]>): ChargedLines =>
  (account, month): readonly Line[] | undefined => {
    const own = bills.get(account) ?? [];
    if (!own.some((bill) => bill.month === month)) return undefined;
    return own.flatMap((bill) => bill.lines.filter((line) => line.month === month));
  };
