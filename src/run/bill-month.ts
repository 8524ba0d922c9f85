import { addMonths, type Instant, lastDay, type Month } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import { type Kopecks, lessMoney, roublesText, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { HouseLedger } from '../ledger/house-ledger';
import type { Bill } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { HouseMonthState } from '../ports/store';
import { rulesOfHouse } from './account-rules';
import { billsOfFacts } from './bills-of-facts';
import { digest } from './digest';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { type MonthWork, monthWork } from './month-work';
import { NO_PENALTIES, type PostedPenalties } from './penalty-commands';
import { type PostedMoney, postMoneyOf } from './post-money';
import { settleMonth } from './settle-month';

/** A house and a month. */
export interface HouseMonth {
  readonly house: string;
  readonly month: string;
}

/** A month to be billed. */
export interface BillRequest extends HouseMonth {
  /** `digest` of the preview that somebody agreed to: what is posted is what was shown, or nothing is. */
  readonly expected?: string;
}

/** What billing a house-month did. */
export interface BilledMonth {
  readonly house: string;
  readonly month: Month;
  /** The bills are what they were: nothing was written. */
  readonly repeated: boolean;
  /** Version of the house-month, from 1. */
  readonly version: number;
  readonly bills: number;
  /** Sum of the bills of this version. */
  readonly total: Kopecks;
  /** What the version before had charged and this one does not, or the reverse: posted as entries. */
  readonly difference: Kopecks;
  /** Opening saldi and payments that were posted on the way. */
  readonly money: PostedMoney;
  /** Penalties that were posted in the month, as known now. */
  readonly penalties: PostedPenalties;
  /** Later months that were billed before this version came: bill them again, since changes they made may build on the version before. */
  readonly billAgain: readonly Month[];
}

/**
 * Bill a month of a house («начислить месяц»): the opening saldi and payments through the month are posted, the facts as known now give
 * the bills, and bills and entries are written whole or not at all; then penalties through its last day are posted. Killed in between, the same call does the rest. The same facts again write nothing. Changed facts make a new version
 * whose entries post the difference. A closed month is refused as `month-closed` with the number of accounts and the sum that would
 * differ; when nothing would, it is answered as repeated.
 *
 * @returns besides what the engine refuses: `no-house`, `month-before-house`, `previous-month-not-billed`, `month-closed`, `version-conflict`,
 * `preview-outdated` when the facts are not those of the preview any more
 */
export const billMonth = async (edge: Edge, { house, month: text, expected }: BillRequest): Answer<BilledMonth> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  return edge.turns.take(house, async () => {
    const work = await monthWork(edge, house, month.value, edge.clock.now());
    if (!work.ok) return work;
    return work.value.state.closedAt === null ? billOpen(edge, work.value, expected) : billClosed(edge, work.value);
  });
};

const billOpen = async (
  edge: Edge,
  { facts, month, state, previous, changes, at }: MonthWork,
  expected: string | undefined,
): Answer<BilledMonth> => {
  const { store } = edge;
  const house = facts.house.id;
  const outOfOrder = await orderProblem(edge, facts, month, previous);
  if (outOfOrder !== null) return refused(outOfOrder);
  const made = await billsOfFacts(store, facts, month, changes);
  if (!made.ok) return made;
  const { bills, acts } = made.value;
  if (expected !== undefined && contentOf(bills, acts) !== expected)
    return refused({ code: 'preview-outdated', value: month, facts: { house, month } });
  const money = await postMoneyOf(edge, facts, month);
  if (!money.ok) return money;
  const before = state.version === 0 ? [] : await store.billsOf(house, month);
  const outcome = outcomeOf(house, month, bills, before, money.value);
  const repeated = state.version > 0 && sameBills(bills, before) && sameActs(acts, await store.actsOf(house, month, month));
  const version = repeated ? state.version : state.version + 1;
  if (!repeated) {
    const written = await writeBills(edge, facts, { house, month, version, bills, acts, before, at });
    if (!written.ok) return written;
  }
  const settled = await settleMonth(edge, facts, month, billCause(house, month, version));
  if (!settled.ok) return settled;
  return ok({ ...outcome, penalties: settled.value, repeated, version, billAgain: repeated ? [] : await billedAfter(edge, house, month) });
};

/** A closed month keeps its bills; what the facts would change in it is told, so that nobody takes silence for agreement. */
const billClosed = async ({ store }: Edge, { facts, month, state: { version, closedAt }, changes }: MonthWork): Answer<BilledMonth> => {
  const house = facts.house.id;
  const closed = { code: 'month-closed', value: month, facts: { house, month, closedAt: closedAt ?? '' } } as const;
  const made = await billsOfFacts(store, facts, month, changes);
  if (!made.ok) return made;
  const { bills } = made.value;
  const before = await store.billsOf(house, month);
  const outcome = outcomeOf(house, month, bills, before, NO_POSTING);
  if (version > 0 && sameBills(bills, before)) return ok({ ...outcome, penalties: NO_PENALTIES, repeated: true, version, billAgain: [] });
  const accounts = String(changedAccounts(bills, before));
  return refused({ ...closed, facts: { ...closed.facts, accounts, difference: roublesText(outcome.difference) } });
};

const NO_POSTING: PostedMoney = { openings: 0, payments: 0, refunds: 0, takenBack: 0, succeeded: 0, amount: sumMoney([]) };

type Outcome = Omit<BilledMonth, 'penalties' | 'repeated' | 'version' | 'billAgain'>;

const outcomeOf = (house: string, month: Month, bills: readonly Bill[], before: readonly Bill[], money: PostedMoney): Outcome => {
  const total = sumMoney(bills.map((bill) => bill.total));
  return { house, month, bills: bills.length, total, difference: lessMoney(total, sumMoney(before.map((bill) => bill.total))), money };
};

/** Months are billed in order: none before the house came to us, none after a month that was left out. */
const orderProblem = async ({ store }: Edge, { house }: HouseFacts, month: Month, before: HouseMonthState): Promise<Problem | null> => {
  const { billedSince } = house;
  if (billedSince !== undefined && month < billedSince) return { code: 'month-before-house', value: month, facts: { since: billedSince } };
  if (month === billedSince) return null;
  if (before.version > 0) return null;
  const left =
    billedSince !== undefined || (await store.entriesOfHouse(house.id)).some((entry) => entry.kind === 'charge' && entry.postedIn < month);
  return left ? { code: 'previous-month-not-billed', value: month, facts: { house: house.id, month: addMonths(month, -1) } } : null;
};

interface BillsToWrite {
  readonly house: string;
  readonly month: Month;
  readonly version: number;
  readonly bills: readonly Bill[];
  readonly acts: readonly HouseAct[];
  readonly before: readonly Bill[];
  readonly at: Instant;
}

const writeBills = async ({ store, clock }: Edge, facts: HouseFacts, to: BillsToWrite): Promise<Result<null, readonly Problem[]>> => {
  const { house, month, version, bills, acts, at: asKnownAt } = to;
  const at = clock.now();
  const cause = billCause(house, month, version);
  const ledger = new HouseLedger(await store.entriesOfHouse(house), rulesOfHouse(facts));
  for (const { account, bill, before } of pairs(to)) {
    const posting = { key: `${cause}/${account}`, house, account, postedIn: month, valueDay: lastDay(month), at, cause };
    const entries = ledger.run({ type: 'bill', posting, bill, before });
    if (!entries.ok) return refused(entries.error);
  }
  const content = contentOf(bills, acts);
  const key = `bill:${house}:${month}:${version}:${content.slice(0, 32)}`;
  const written = await store.writeMonth({
    key,
    digest: content,
    house,
    month,
    expectedVersion: version - 1,
    at: asKnownAt,
    bills,
    acts,
    entries: ledger.decided,
  });
  return written.ok ? ok(null) : refused(written.error);
};

/** Digest of what a month says: which engine made it is no content. */
export const contentOf = (bills: readonly Bill[], acts: readonly HouseAct[]): string => {
  const made = bills.map(({ madeBy: _madeBy, ...bill }) => bill);
  return digest(acts.length === 0 ? made : { bills: made, acts });
};

const billCause = (house: string, month: Month, version: number): string => `bill:${house}:${month}:${version}`;

/** Every account that has a bill now or had one in the version before, with both. */
const pairs = ({
  bills,
  before,
}: BillsToWrite): readonly { readonly account: string; readonly bill: Bill | null; readonly before: Bill | null }[] => {
  const earlier = new Map(before.map((bill) => [bill.account, bill]));
  const now = new Set(bills.map((bill) => bill.account));
  const gone = before.filter((bill) => !now.has(bill.account));
  return [
    ...bills.map((bill) => ({ account: bill.account, bill, before: earlier.get(bill.account) ?? null })),
    ...gone.map((bill) => ({ account: bill.account, bill: null, before: bill })),
  ];
};

/** Which engine made a bill is no content: bills are compared by what they say. */
const textOf = ({ madeBy: _madeBy, ...bill }: Bill): string => canonicalJson(bill);

const sameBills = (bills: readonly Bill[], before: readonly Bill[]): boolean =>
  bills.length === before.length && changedAccounts(bills, before) === 0;

const sameActs = (acts: readonly HouseAct[], before: readonly HouseAct[]): boolean => canonicalJson(acts) === canonicalJson(before);

const changedAccounts = (bills: readonly Bill[], before: readonly Bill[]): number => {
  const texts = new Map(before.map((bill) => [bill.account, textOf(bill)]));
  const changed = bills.filter((bill) => texts.get(bill.account) !== textOf(bill)).length;
  const now = new Set(bills.map((bill) => bill.account));
  return changed + before.filter((bill) => !now.has(bill.account)).length;
};

const billedAfter = async ({ store }: Edge, house: string, month: Month): Promise<readonly Month[]> => {
  const months: Month[] = [];
  for (let next = addMonths(month, 1); (await store.monthState(house, next)).version > 0; next = addMonths(next, 1)) months.push(next);
  return months;
};
