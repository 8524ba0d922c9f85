import { compensations } from '../charges/compensations';
import { subsidies } from '../charges/subsidy';
import { addMonths, type Month, monthOf } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Entry } from '../ledger/entry';
import { HouseLedger } from '../ledger/house-ledger';
import type { Bill } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import { type AccountBook, accountBook, type BookSources } from '../statements/account-book';
import { lastAgreed } from '../statements/agreed-statement';
import { partiesOf } from '../statements/parties';
import { type DocumentOptions, type DocumentSupport, type PaymentDocument, paymentDocument } from '../statements/payment-document';
import { type SaldoSheet, saldoSheet } from '../statements/saldo-sheet';
import type { HouseMonth } from './bill-month';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { houseFacts } from './house-facts';
import { suspendedSupport } from './suspended-support';

/** Which months of a book; all by default. */
export interface BookRange {
  /** A month; `reconciliation`: the month after the last agreed statement; `contract`, as without it: from the very beginning. */
  readonly from?: string;
  readonly to?: string;
}

/** Which books of a house. */
export interface HouseBooks extends BookRange {
  readonly house: string;
}

/** An account and a month. */
export interface AccountMonth {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  readonly month: string;
}

/** The acts of a house for a billed month («акты дома»): what came in, what premises took, what is common; `month-not-billed` before it is. */
export const readHouseActs = async ({ store }: Edge, { house, month: text }: HouseMonth): Answer<readonly HouseAct[]> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const { version } = await store.monthState(house, month.value);
  if (version === 0) return refused({ code: 'month-not-billed', value: month.value, facts: { house } });
  return ok(await store.actsOf(house, month.value, month.value));
};

/** The account book («абонентская книжка») by the number of an account or an alias; `account-unknown` otherwise. */
export const readAccountBook = async (edge: Edge, number: string, range: BookRange = {}): Answer<AccountBook> => {
  const months = monthsOf(range);
  if (!months.ok) return months;
  const held = await holderOf(edge, number);
  return held.ok ? ok(await bookOf(edge, held.value.facts, held.value.account, months.value)) : held;
};

/** The books of all accounts of a house, in order of premises; `no-house` when there is none. */
export const readAccountBooks = async (edge: Edge, { house, ...range }: HouseBooks): Answer<readonly AccountBook[]> => {
  const months = monthsOf(range);
  if (!months.ok) return months;
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  const books: AccountBook[] = [];
  for (const { account } of partiesOf(facts.value).accounts) books.push(await bookOf(edge, facts.value, account, months.value));
  return ok(books);
};

type Months = Pick<BookSources, 'from' | 'to'> & { readonly since: 'month' | BookStart };

/** Where a book may begin beside a month. */
type BookStart = 'contract' | 'reconciliation';

const isStart = (text: string | undefined): text is BookStart => text === 'contract' || text === 'reconciliation';

const monthsOf = (range: BookRange): Result<Months, readonly Problem[]> => {
  const from = range.from === undefined || isStart(range.from) ? ok(null) : monthOfText(range.from);
  if (!from.ok) return from;
  const to = range.to === undefined ? ok(null) : monthOfText(range.to);
  return to.ok ? ok({ from: from.value, to: to.value, since: isStart(range.from) ? range.from : 'month' }) : to;
};

const bookOf = async ({ store }: Edge, facts: HouseFacts, account: string, { since, ...months }: Months): Promise<AccountBook> => {
  const payments = facts.payments.filter((payment) => payment.account === account);
  const bills = await store.billsOfAccount(account);
  const entries = await store.entriesOfAccount(account);
  const { successions, reconciliations } = facts.debt;
  const agreed = lastAgreed(reconciliations, account, months.to, entries);
  const from = since === 'reconciliation' && agreed !== null ? addMonths(monthOf(agreed.through), 1) : months.from;
  return accountBook({ parties: partiesOf(facts), account, bills, entries, payments, successions, agreed, ...months, from });
};

/** The saldo sheet of a house for a month («оборотно-сальдовая ведомость»), by its journal; `no-house` when there is none. */
export const readSaldoSheet = async (edge: Edge, { house, month: text }: HouseMonth): Answer<SaldoSheet> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  return ok(saldoSheet(partiesOf(facts.value), await edge.store.entriesOfHouse(house), month.value));
};

/**
 * The payment document of an account for a month («платёжный документ»), of the newest version of its bills.
 *
 * @returns `account-unknown`, `month-not-billed`, and what the law's days do not answer for the month
 */
export const readPaymentDocument = async (edge: Edge, { account: number, month: text }: AccountMonth): Answer<PaymentDocument> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const bill = await billOf(edge, account, month.value);
  if (bill === undefined)
    return refused({ code: 'month-not-billed', value: month.value, facts: { house: facts.house.id, month: month.value, account } });
  const entries = await edge.store.entriesOfAccount(account);
  const support = supportOf(facts, month.value, [bill], () => entries);
  if (!support.ok) return support;
  const document = paymentDocument(partiesOf(facts), bill, entries, documentOptions(facts), support.value.get(account));
  return document.ok ? document : refused(document.error);
};

/** The payment documents of all bills of a house for a month, in order of premises; `month-not-billed` when there are none. */
export const readPaymentDocuments = async (edge: Edge, { house, month: text }: HouseMonth): Answer<readonly PaymentDocument[]> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  const bills = new Map((await edge.store.billsOf(house, month.value)).map((bill) => [bill.account, bill]));
  if (bills.size === 0) return refused({ code: 'month-not-billed', value: month.value, facts: { house, month: month.value } });
  const ledger = new HouseLedger(await edge.store.entriesOfHouse(house));
  const support = supportOf(facts.value, month.value, [...bills.values()], (account) => ledger.historyOf(account));
  if (!support.ok) return support;
  const parties = partiesOf(facts.value);
  const accounts = new Set([...parties.accounts.map(({ account }) => account), ...bills.keys()]);
  const documents: PaymentDocument[] = [];
  for (const account of accounts) {
    const bill = bills.get(account);
    if (bill === undefined) continue;
    const document = paymentDocument(parties, bill, ledger.historyOf(account), documentOptions(facts.value), support.value.get(account));
    if (!document.ok) return refused(document.error);
    documents.push(document.value);
  }
  return ok(documents);
};

/** Facts about debts of the house, and its policies. */
const documentOptions = ({ debt, house }: HouseFacts): DocumentOptions => ({ debt, policies: house.policies });
/** Compensations and subsidies of accounts, as their documents tell them. */
const supportOf = (
  facts: HouseFacts,
  month: Month,
  bills: readonly Bill[],
  entriesOf: (account: string) => readonly Entry[],
): Result<ReadonlyMap<string, readonly DocumentSupport[]>, readonly Problem[]> => {
  const found = compensations(facts, month, bills);
  if (!found.ok) return found;
  const all = new Map<string, DocumentSupport[]>();
  const add = (account: string, one: DocumentSupport): void => void all.set(account, [...(all.get(account) ?? []), one]);
  for (const { account, title, service, to, amount } of found.value) add(account, { title, service, to, amount });
  for (const { account, act, amount } of subsidies(facts, month, bills)) add(account, { title: act, service: null, to: 'citizen', amount });
  return suspendedSupport(facts, month, all, entriesOf);
};

const billOf = async ({ store }: Edge, account: string, month: Month) =>
  (await store.billsOfAccount(account)).find((bill) => bill.month === month);

/** The account of a number and the facts of its house; `account-unknown` otherwise. */
export const holderOf = async (edge: Edge, number: string): Answer<{ readonly account: string; readonly facts: HouseFacts }> => {
  const holder = await edge.store.houseOfAccount(number);
  if (holder === null) return refused({ code: 'account-unknown', value: number });
  const facts = await houseFacts(edge, holder.house);
  return facts.ok ? ok({ account: holder.account, facts: facts.value }) : facts;
};
