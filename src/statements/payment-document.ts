import { type Day, lastDay, type Month } from '../kernel/calendar';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import { type Entry, PENALTY } from '../ledger/entry';
import type { InstalmentProblem } from '../ledger/instalment/instalment-plan';
import type { Bill, Line } from '../model/bill';
import type { DebtFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { type DueDayOptions, documentDueDay, paymentDueDay } from '../norms/due-days';
import { type DocumentDebt, type DocumentInstalment, documentDebt } from './document-debt';
import { type AccountCard, type Creditor, cardOf, type Parties } from './parties';
import { type PaymentDocumentRow, payableSums, rowsOf } from './payment-document-rows';

/** What one creditor asks for («итого по исполнителю»): `total = payable + interest + debt + penalties − advance`. */
export interface CreditorTotal {
  readonly provider: string;
  readonly payable: Kopecks;
  readonly debt: Kopecks;
  readonly advance: Kopecks;
  /** Interest of instalments for the month. */
  readonly interest: Kopecks;
  /** Penalties that are posted and not paid. */
  readonly penalties: Kopecks;
  readonly total: Kopecks;
  /** Parts of instalments within the total that are not to be paid yet. */
  readonly deferred: Kopecks;
}

/** A compensation or a subsidy that does not change the bill. */
export interface DocumentSupport {
  readonly title: string;
  /** Service of a compensation; `null` for a subsidy, which is for all of them. */
  readonly service: ServiceCode | null;
  readonly to: 'citizen' | 'provider';
  readonly amount: Kopecks;
}

/**
 * A payment document («платёжный документ», ПП № 354, п. 69) as a value. Its sums keep the arithmetic of ГИС ЖКХ (П1–П20), so that the
 * system takes it without confirmation. Penalties (П21) stand apart from debts; compensations and subsidies stand in it for information.
 */
export interface PaymentDocument {
  readonly card: AccountCard;
  readonly month: Month;
  /** Last day to present the document. */
  readonly documentDay: Day;
  /** Last day to pay without being late. */
  readonly payBy: Day;
  readonly rows: readonly PaymentDocumentRow[];
  /** Changes to earlier months, each with its month and cause: in the rows they are summed as П11. */
  readonly recalculations: readonly Line[];
  readonly creditorTotals: readonly CreditorTotal[];
  readonly creditors: readonly Creditor[];
  /** What others pay towards the month, for information: no sum of the document holds it. */
  readonly support: readonly DocumentSupport[];
  /** П16: payable for services, the contribution for capital repair aside. */
  readonly services: Kopecks;
  /** П21 of capital repair: the contribution, П8 + П11 − П12. */
  readonly capitalRepair: Kopecks;
  /** П17 = П16 + capital repair: payable for the month. */
  readonly payable: Kopecks;
  /** П18: debt of earlier months, after the payments through {@link paymentsThrough}. */
  readonly debt: Kopecks;
  /** П19: advance at the beginning, after the same payments. */
  readonly advance: Kopecks;
  /** Instalments: what of them is paid now, and what later. */
  readonly instalments: readonly DocumentInstalment[];
  /** Interest of instalments for the month. */
  readonly interest: Kopecks;
  /** Parts of instalments that are not to be paid yet. */
  readonly deferred: Kopecks;
  /** The part of П18 whose limitation has ended: shown, and still owed. */
  readonly barred: Kopecks;
  /** П21 of penalties: posted through the month and not paid. */
  readonly penalties: Kopecks;
  /** П20 + П21 = П17 + interest + П18 − П19 + penalties: the closing saldo of the month. */
  readonly total: Kopecks;
  /** What is to be paid: the totals of creditors who are owed, less what is deferred. An advance of one creditor does not pay another. */
  readonly toPay: Kopecks;
  /** Payments of the month, taken into account. */
  readonly paid: Kopecks;
  readonly lastPaidOn: Day | null;
  readonly paymentsThrough: Day;
}

/** What a payment document depends on beside bill and entries. */
export interface DocumentOptions extends DueDayOptions {
  /** Instalments, acknowledgements and claims of the house. */
  readonly debt?: Pick<DebtFacts, 'instalments' | 'events'> | undefined;
}

const NO_DEBTS: Pick<DebtFacts, 'instalments' | 'events'> = { instalments: [], events: [] };

/**
 * The payment document of a bill.
 *
 * @param entries of the account; those posted in later months are left aside
 * @param due policies of the due day, a working calendar newer than the library's, and the facts about debts of the house
 * @param support compensations and subsidies of the account in the month
 * @returns `missing-parameter` or `parameter-not-reviewed` when the law's days are not known for the month; `instalment-interest-above`
 */
export const paymentDocument = (
  parties: Parties,
  bill: Bill,
  entries: readonly Entry[],
  { debt: debts = NO_DEBTS, ...due }: DocumentOptions = {},
  support: readonly DocumentSupport[] = [],
): Result<PaymentDocument, InstalmentProblem> => {
  const { account, month } = bill;
  const documentDay = documentDueDay(month, due.calendar);
  if (!documentDay.ok) return documentDay;
  const payBy = paymentDueDay(month, due);
  if (!payBy.ok) return payBy;
  const rows = rowsOf(bill);
  const debt = documentDebt(account, month, entries, debts, due);
  if (!debt.ok) return debt;
  const creditorTotals = totalsOf(rows, entries, month, debt.value);
  const sum = (of: (total: CreditorTotal) => Kopecks): Kopecks => sumMoney(creditorTotals.map(of));
  const payments = entries.filter((entry) => entry.kind === 'payment' && entry.postedIn === month);
  return ok({
    card: cardOf(parties, account),
    month,
    documentDay: documentDay.value,
    payBy: payBy.value,
    rows,
    recalculations: bill.lines.filter((line) => line.kind === 'adjustment'),
    creditorTotals,
    creditors: parties.creditors,
    support,
    ...payableSums(rows),
    debt: sum((total) => total.debt),
    advance: sum((total) => total.advance),
    instalments: debt.value.instalments,
    interest: sum((total) => total.interest),
    deferred: sum((total) => total.deferred),
    barred: debt.value.barred,
    penalties: sum((total) => total.penalties),
    total: sum((total) => total.total),
    toPay: sum(({ total, deferred }) => lessMoney(total > NO_MONEY ? total : NO_MONEY, deferred)),
    paid: asKopecks(-sumMoney(payments.map((entry) => entry.amount))),
    lastPaidOn: payments.reduce((last: Day | null, { valueDay }) => (last === null || valueDay > last ? valueDay : last), null),
    paymentsThrough: lastDay(month),
  });
};

const totalsOf = (
  rows: readonly PaymentDocumentRow[],
  entries: readonly Entry[],
  month: Month,
  { interest, deferred }: DocumentDebt,
): readonly CreditorTotal[] => {
  const before = new Map<string, Kopecks>();
  const payable = new Map<string, Kopecks>();
  const penalties = new Map<string, Kopecks>();
  for (const row of rows) add(payable, row.provider, row.payable);
  for (const entry of entries) {
    const ofBill = entry.postedIn === month && (entry.kind === 'charge' || entry.kind === 'adjustment');
    const ofMonth = entry.kind === 'interest' && entry.month === month;
    if (entry.postedIn > month || ofBill || ofMonth) continue;
    add(entry.service === PENALTY ? penalties : before, entry.provider, entry.amount);
  }
  const providers = [...new Set([...payable.keys(), ...before.keys(), ...penalties.keys()])].sort();
  const of = (sums: ReadonlyMap<string, Kopecks>, provider: string): Kopecks => sums.get(provider) ?? NO_MONEY;
  return providers
    .map((provider) =>
      creditorTotal({
        provider,
        payable: of(payable, provider),
        before: of(before, provider),
        interest: of(interest, provider),
        penalties: of(penalties, provider),
        later: of(deferred, provider),
      }),
    )
    .filter((one) => payable.has(one.provider) || one.debt !== 0 || one.advance !== 0 || one.penalties !== 0);
};

interface CreditorSums {
  readonly provider: string;
  readonly payable: Kopecks;
  readonly before: Kopecks;
  readonly interest: Kopecks;
  readonly penalties: Kopecks;
  readonly later: Kopecks;
}

const creditorTotal = ({ provider, payable, before, interest, penalties, later }: CreditorSums): CreditorTotal => {
  const total = sumMoney([payable, interest, before, penalties]);
  return {
    provider,
    payable,
    debt: before > NO_MONEY ? before : NO_MONEY,
    advance: before < NO_MONEY ? asKopecks(-before) : NO_MONEY,
    interest,
    penalties,
    total,
    deferred: total <= NO_MONEY ? NO_MONEY : later < total ? later : total,
  };
};

const add = (sums: Map<string, Kopecks>, key: string, amount: Kopecks): void => {
  sums.set(key, sumMoney([sums.get(key) ?? NO_MONEY, amount]));
};
