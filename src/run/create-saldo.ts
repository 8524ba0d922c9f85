import type { ReadingRow } from '../charges/reading-list';
import type { CourtDebt } from '../ledger/court-debt';
import type { Payoff } from '../ledger/payoff-balance';
import type { RestrictionState } from '../ledger/restriction/restriction-state';
import type { HouseAct } from '../model/house-act';
import type { ImportRow, RowOutcome } from '../model/import-row';
import type { ReadingPreview } from '../model/reading-preview';
import type { Clock } from '../ports/clock';
import type { Store } from '../ports/store';
import type { AuditFinding } from '../recalculation/audit-house';
import type { ComparedHouse } from '../recalculation/compare-bills';
import type { ExplainedBill } from '../recalculation/explain-bill';
import type { AccountBook } from '../statements/account-book';
import type { PaymentDocument } from '../statements/payment-document';
import type { SaldoSheet } from '../statements/saldo-sheet';
import type { AccountSeries } from '../statements/series';
import type { TurnoverSheet } from '../statements/turnover-sheet';
import { type AcceptedPayment, acceptPayment, type IncomingPayment } from './accept-payment';
import { type AcceptedPayments, acceptPayments, type SharedPayment } from './accept-payments';
import type { AccountDay } from './account-day';
import { type AuditRequest, auditHouse } from './audit';
import { type BilledHouses, billHouses, type HousesRequest } from './bill-houses';
import { type BilledMonth, type BillRequest, billMonth, type HouseMonth } from './bill-month';
import { type CheckedBooks, type CheckRequest, checkBooks } from './check-books';
import { checkPayable, type PaymentQuote } from './check-payable';
import { type ClosedMonth, type ClosingRequest, closeMonth } from './close-month';
import { type Answer, answered, edgeOf } from './edge';
import { type BillAsked, explainBill } from './explain-bill';
import { type Imported, type ImportOptions, importFacts } from './import-facts';
import { importRows } from './import-rows';
import type { Keyed } from './keyed';
import { type MoneyRequest, type PostedMoney, postMoney } from './post-money';
import { type PreviewedHouses, type PreviewHousesRequest, previewHouses } from './preview-houses';
import { type MonthPreview, previewMonth } from './preview-month';
import {
  type AccountMonth,
  type BookRange,
  type HouseBooks,
  readAccountBook,
  readAccountBooks,
  readHouseActs,
  readPaymentDocument,
  readPaymentDocuments,
  readSaldoSheet,
} from './read-books';
import { readCourtDebt, readPayoff } from './read-payoff';
import { type AccountPenalties, readPenalties } from './read-penalties';
import { type RestrictionAsked, readRestriction } from './read-restriction';
import { readSeries, type SeriesRequest } from './read-series';
import { readTurnoverSheet, type TurnoverSheetRequest } from './read-turnover';
import {
  decideReading,
  type IncomingReading,
  previewReading,
  type ReadingDecision,
  type ReadingsRequest,
  readings,
  type SubmittedReading,
  submitReading,
} from './reading-commands';
import { type Reconciled, type ReconcileRequest, reconcile } from './reconcile';
import { type AdvanceRefund, type Refunded, refund } from './refund';
import { type SaldoAt, saldoAt } from './saldo-at';
import {
  type Identification,
  identifyPayment,
  readSuspense,
  type SuspendedPayment,
  type Suspense,
  suspendPayment,
  type UnidentifiedMoney,
} from './suspense';
import { type WhatIfRequest, whatIf } from './what-if';

/** What the engine works over. */
export interface SaldoPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * The engine over a host's store and clock. Every operation answers a value or the list of its problems, each with a closed code; it
 * throws for nothing but a mistake of ours. Writes are safe to repeat.
 */
export interface Saldo {
  /** {@link importFacts} */
  importFacts(records: readonly unknown[], options?: ImportOptions): Answer<Imported>;
  /** {@link importRows} */
  importRows(rows: readonly ImportRow[]): Answer<readonly RowOutcome[]>;
  /** {@link billMonth} */
  billMonth(request: BillRequest): Answer<BilledMonth>;
  /** {@link previewMonth} */
  previewMonth(request: HouseMonth): Answer<MonthPreview>;
  /** {@link previewHouses} */
  previewHouses(request: PreviewHousesRequest): Answer<PreviewedHouses>;
  /** {@link auditHouse} */
  auditHouse(request: AuditRequest): Answer<readonly AuditFinding[]>;
  /** {@link whatIf} */
  whatIf(request: WhatIfRequest): Answer<ComparedHouse>;
  /** {@link explainBill} */
  explainBill(request: BillAsked): Answer<ExplainedBill>;
  /** {@link billHouses} */
  billHouses(request: HousesRequest): Answer<BilledHouses>;
  /** {@link postMoney} */
  postMoney(request: MoneyRequest): Answer<PostedMoney>;
  /** {@link acceptPayment} */
  acceptPayment(payment: IncomingPayment, options: Keyed): Answer<AcceptedPayment>;
  /** {@link acceptPayments} */
  acceptPayments(payment: SharedPayment, options: Keyed): Answer<AcceptedPayments>;
  /** {@link checkPayable} */
  checkPayable(payment: IncomingPayment): Answer<PaymentQuote>;
  /** {@link refund} */
  refund(request: AdvanceRefund, options: Keyed): Answer<Refunded>;
  /** {@link suspendPayment} */
  suspendPayment(money: UnidentifiedMoney, options: Keyed): Answer<SuspendedPayment>;
  /** {@link identifyPayment} */
  identifyPayment(found: Identification, options: Keyed): Answer<AcceptedPayment>;
  /** {@link readSuspense} */
  suspense(): Answer<Suspense>;
  /** {@link submitReading} */
  submitReading(reading: IncomingReading, options: Keyed): Answer<SubmittedReading>;
  /** {@link previewReading} */
  previewReading(reading: IncomingReading): Answer<ReadingPreview>;
  /** {@link decideReading} */
  decideReading(decision: ReadingDecision, options: Keyed): Answer<SubmittedReading>;
  /** {@link readings} */
  readings(request: ReadingsRequest): Answer<readonly ReadingRow[]>;
  /** {@link closeMonth} */
  closeMonth(request: ClosingRequest): Answer<ClosedMonth>;
  /** {@link checkBooks} */
  checkBooks(request?: CheckRequest): Answer<CheckedBooks>;
  /** {@link readHouseActs} */
  houseActs(request: HouseMonth): Answer<readonly HouseAct[]>;
  /** {@link readAccountBook} */
  accountBook(account: string, range?: BookRange): Answer<AccountBook>;
  /** {@link readAccountBooks} */
  accountBooks(request: HouseBooks): Answer<readonly AccountBook[]>;
  /** {@link reconcile} */
  reconcile(account: string, request: ReconcileRequest): Answer<Reconciled>;
  /** {@link readTurnoverSheet} */
  turnoverSheet(request: TurnoverSheetRequest): Answer<TurnoverSheet>;
  /** {@link readCourtDebt} */
  courtDebt(request: AccountDay): Answer<CourtDebt>;
  /** {@link readPenalties} */
  penalties(request: AccountDay): Answer<AccountPenalties>;
  /** {@link readPayoff} */
  payoff(request: AccountDay): Answer<Payoff>;
  /** {@link readRestriction} */
  restriction(request: RestrictionAsked): Answer<RestrictionState>;
  /** {@link readSeries} */
  series(account: string, request?: SeriesRequest): Answer<AccountSeries>;
  /** {@link saldoAt} */
  saldoAt(account: string, moment: string, asKnownAt?: string): Answer<SaldoAt>;
  /** {@link readSaldoSheet} */
  saldoSheet(request: HouseMonth): Answer<SaldoSheet>;
  /** {@link readPaymentDocument} */
  paymentDocument(request: AccountMonth): Answer<PaymentDocument>;
  /** {@link readPaymentDocuments} */
  paymentDocuments(request: HouseMonth): Answer<readonly PaymentDocument[]>;
}

/**
 * Put the engine over a store and a clock.
 *
 * @example
 * const saldo = createSaldo({ store: createMemoryStore(), clock });
 * await saldo.importFacts(records);
 * await saldo.billMonth({ house: 'house-1', month: '2026-10' });
 */
export const createSaldo = (ports: SaldoPorts): Saldo => {
  const edge = edgeOf(ports);
  return {
    importFacts: (records, options) => answered(() => importFacts(edge, records, options)),
    importRows: (rows) => answered(() => importRows(edge, rows)),
    billMonth: (request) => answered(() => billMonth(edge, request)),
    previewMonth: (request) => answered(() => previewMonth(edge, request)),
    previewHouses: (request) => answered(() => previewHouses(edge, request)),
    auditHouse: (request) => answered(() => auditHouse(edge, request)),
    whatIf: (request) => answered(() => whatIf(edge, request)),
    explainBill: (request) => answered(() => explainBill(edge, request)),
    billHouses: (request) => answered(() => billHouses(edge, request)),
    postMoney: (request) => answered(() => postMoney(edge, request)),
    acceptPayment: (payment, options) => answered(() => acceptPayment(edge, payment, options)),
    acceptPayments: (payment, options) => answered(() => acceptPayments(edge, payment, options)),
    checkPayable: (payment) => answered(() => checkPayable(edge, payment)),
    refund: (request, options) => answered(() => refund(edge, request, options)),
    suspendPayment: (money, options) => answered(() => suspendPayment(edge, money, options)),
    identifyPayment: (found, options) => answered(() => identifyPayment(edge, found, options)),
    suspense: () => answered(() => readSuspense(edge)),
    submitReading: (reading, options) => answered(() => submitReading(edge, reading, options)),
    previewReading: (reading) => answered(() => previewReading(edge, reading)),
    decideReading: (decision, options) => answered(() => decideReading(edge, decision, options)),
    readings: (request) => answered(() => readings(edge, request)),
    closeMonth: (request) => answered(() => closeMonth(edge, request)),
    checkBooks: (request) => answered(() => checkBooks(edge, request)),
    houseActs: (request) => answered(() => readHouseActs(edge, request)),
    accountBook: (account, range) => answered(() => readAccountBook(edge, account, range)),
    accountBooks: (request) => answered(() => readAccountBooks(edge, request)),
    reconcile: (account, request) => answered(() => reconcile(edge, account, request)),
    turnoverSheet: (request) => answered(() => readTurnoverSheet(edge, request)),
    courtDebt: (request) => answered(() => readCourtDebt(edge, request)),
    penalties: (request) => answered(() => readPenalties(edge, request)),
    payoff: (request) => answered(() => readPayoff(edge, request)),
    restriction: (request) => answered(() => readRestriction(edge, request)),
    series: (account, request) => answered(() => readSeries(edge, account, request)),
    saldoAt: (account, moment, asKnownAt) => answered(() => saldoAt(edge, account, moment, asKnownAt)),
    saldoSheet: (request) => answered(() => readSaldoSheet(edge, request)),
    paymentDocument: (request) => answered(() => readPaymentDocument(edge, request)),
    paymentDocuments: (request) => answered(() => readPaymentDocuments(edge, request)),
  };
};
