import type { ActsOf } from '../charges/common-history';
import { addMonths, type Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Bill, Line } from '../model/bill';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { Journal } from '../ports/store';
import { type BillOptions, billHouse, type ChargedLines } from '../recalculation/bill-house';
import type { HouseBills } from '../recalculation/house-bills';
import type { Answer } from './edge';

/** The bills of a house-month with the acts of the house. */
export interface MadeMonth {
  readonly bills: readonly Bill[];
  readonly acts: readonly HouseAct[];
}

/**
 * The bills of a house-month by the facts, where changes to earlier months are differences to what the journal has charged for them, and common
 * needs look back at the acts it keeps. The pure billing is asked first which accounts it needs to know; only their bills are read, and it is
 * asked again.
 */
export const billsOfFacts = async (
  journal: Pick<Journal, 'billsOfAccount' | 'actsOf' | 'monthState'>,
  facts: HouseFacts,
  month: Month,
  changes: readonly FactChange[] = [],
): Answer<MadeMonth> => {
  const asked = await askedOf(journal, facts, month, changes);
  return madeFrom(asked.options === null ? asked.first : billHouse(facts, month, asked.options));
};

/** What the journal knows of a month beside the facts: what earlier bills charged to the accounts that billing asks about, and the acts before it. */
export const billOptions = async (...asks: Parameters<typeof askedOf>): Promise<BillOptions> => {
  const { options, acts } = await askedOf(...asks);
  return options ?? { acts, changes: asks[3] };
};

/** The month as it is without earlier bills, and with what options it has to be billed when it asks for them. */
const askedOf = async (
  journal: Pick<Journal, 'billsOfAccount' | 'actsOf' | 'monthState'>,
  facts: HouseFacts,
  month: Month,
  changes: readonly FactChange[],
): Promise<{
  readonly first: Result<HouseBills, readonly Problem[]>;
  readonly acts: ActsOf;
  readonly options: BillOptions | null;
}> => {
  const acts = await actsBefore(journal, facts, month, changes.length > 0);
  const asked = new Set<string>();
  const months = new Set<Month>();
  const first = billHouse(facts, month, {
    charged: (account, of) => {
      asked.add(account);
      months.add(of);
      return undefined;
    },
    acts,
    changes,
  });
  if (asked.size === 0) return { first, acts, options: null };
  const charged = await chargedBefore(journal, facts, month, asked, months);
  return { first, acts, options: { charged, acts, changes } };
};

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

const madeFrom = (billed: Result<HouseBills, readonly Problem[]>): Result<MadeMonth, readonly Problem[]> =>
  billed.ok ? ok({ bills: [...billed.value.bills()], acts: billed.value.acts }) : billed;

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
