export { type ChargeOptions, chargeHouse } from './charges/charge-house';
export { type CheckDue, checksDue } from './charges/checks-due';
export type { ActsOf } from './charges/common-history';
export { compensations } from './charges/compensations';
export { explainAccount } from './charges/explain';
export { HouseCharges, MADE_BY } from './charges/house-month';
export { listReadings, type ReadingFilter, type ReadingRow, undecidedReadings } from './charges/reading-list';
export { type ReadingVerdictOf, readingVerdicts } from './charges/reading-verdicts';
export { type GrantedSubsidy, type Subsidy, type SubsidyTerms, subsidies, subsidyOf } from './charges/subsidy';
export { type HouseOfGroup, volumesOfGroup } from './house/group';
export { addDays, addMonths, type Day, type Instant, type Month, parseDay, parseInstant, parseMonth } from './kernel/calendar';
export { type Fraction, fractionText } from './kernel/fraction';
export type { ExactDecimal, NumberShape } from './kernel/gate';
export { parseExact } from './kernel/gate';
export { asKopecks, type Kopecks, kopecksFromText, roublesText, sumMoney } from './kernel/money';
export type { Problem } from './kernel/problem';
export { type Quantity, quantity, quantityText } from './kernel/quantity';
export { BillingInvariantError, err, ok, type Result } from './kernel/result';
export { shareBy } from './kernel/share';
export type { TraceNode } from './kernel/trace';
export { type AgreementOptions, type AgreementState, agreementState, type Breach, frozenDebts } from './ledger/agreement/agreement-state';
export type { AccountBalance, EntriesAsOf } from './ledger/closing/account-balance';
export type { ChainHead, ChainProblem } from './ledger/closing/check-chain';
export {
  type ClosedKind,
  type ClosedPart,
  type Closing,
  ClosingMaker,
  type ClosingTold,
  closingHash,
  type MonthContent,
} from './ledger/closing/month-chain';
export type { CreditorSaldo, SaldoParts } from './ledger/closing/saldo-parts';
export { type CommissionQuote, type CommissionReason, type CommissionRequest, quoteCommission } from './ledger/commission';
export { type ConfirmedDebt, type CourtDebt, type CourtDebtRequest, courtDebt, hasCourtConfirmedDebt } from './ledger/court-debt';
export { type DebtOfEntriesOptions, debtOfEntries } from './ledger/debt-of-entries';
export type { Entry, EntryKind } from './ledger/entry';
export { type DeferralOptions, type DeferredPart, deferredDebt } from './ledger/instalment/deferred-debt';
export {
  type InstalmentAnswer,
  type InstalmentPart,
  type InstalmentPlan,
  type InstalmentProblem,
  type InstalmentRequest,
  instalmentPlan,
} from './ledger/instalment/instalment-plan';
export {
  type BarredDebt,
  barredDebt,
  type DebtLimitation,
  type RecalculationLimit,
  recalculationLimit,
} from './ledger/limitation/barred-debt';
export {
  type Limitation,
  type LimitationEvent,
  type LimitationRequest,
  type LimitationStep,
  limitationOf,
} from './ledger/limitation/limitation';
export {
  type CreditorPayoff,
  type CreditorSum,
  type Payoff,
  type PayoffRequest,
  type PayoffSums,
  payoffBalance,
} from './ledger/payoff-balance';
export { explainPenalty } from './ledger/penalties/explain-penalty';
export { penaltiesOf } from './ledger/penalties/penalties-of';
export type { DebtBucket, DebtChange, FrozenDays, PenaltyExemption, PenaltyRequest } from './ledger/penalties/penalty-request';
export type {
  BucketPenalty,
  Penalties,
  PenaltyInterval,
  PenaltyProblem,
  PenaltySum,
} from './ledger/penalties/penalty-result';
export { type PenaltyPlace, penaltyDifference } from './ledger/penalties/penalty-sums';
export { type RestrictionCost, restrictionCost } from './ledger/restriction/restriction-cost';
export type { RestrictionStep } from './ledger/restriction/restriction-rules';
export {
  type RestrictionProblem,
  type RestrictionRequest,
  type RestrictionState,
  restrictionState,
} from './ledger/restriction/restriction-state';
export { type AssemblyCode, type AssemblyProblem, assembleHouse, assembleHouses, knownAt } from './model/assemble';
export { type Bill, type Line, type LineComponent, type LineKind, TENFOLD_BASES, VOLUME_BASES, type VolumeBasis } from './model/bill';
export type { Compensation } from './model/compensation';
export {
  type CounterpartyOperation,
  type CounterpartyReading,
  type CounterpartyRecords,
  counterpartyRecords,
  type OperationType,
} from './model/counterparty-records';
export type { AccountSuccessionRecord, DebtEventRecord, InstalmentRecord, RepaymentAgreementRecord } from './model/debt-records';
export type {
  ExplainedAdjustment,
  ExplainedChoice,
  ExplainedLine,
  ExplainedService,
  Explanation,
  ReadingRemark,
} from './model/explanation';
export type {
  BenefitFacts,
  CommonFacts,
  DebtFacts,
  HouseFacts,
  HousingFacts,
  Inlet,
  MeterFacts,
  MeterPoint,
  PremisesFacts,
  RegisterFacts,
} from './model/facts';
export type { ActInlet, ActPremises, ActTrueUp, HouseAct } from './model/house-act';
export type { ImportRow, RowOutcome } from './model/import-row';
export type { OldBillRow } from './model/old-bill';
export { type PaymentChannel, paymentChannel } from './model/payment-channel';
export {
  checkedRequest,
  type FiscalReceiptRequest,
  type GatewayCapabilities,
  type PayeeShare,
  type PaymentRequest,
  type PaymentRequestProblem,
  type ReceiptItem,
  type SavedChargeRequest,
} from './model/payment-request';
export {
  isPaid,
  PAYMENT_STATUSES,
  PAYMENT_TRANSITIONS,
  type PaymentStatus,
  paymentStep,
  REFUND_STATUSES,
  REFUND_TRANSITIONS,
  type RefundStatus,
  refundStep,
  type SeenStep,
} from './model/payment-status';
export { type Language, problemCodes, problemText } from './model/problem-text';
export type { PreviewedBill, ReadingPreview } from './model/reading-preview';
export { type FactKind, type FactRecord, factRecord, type ReadingRecord } from './model/records';
export type { RestrictionRecord } from './model/restriction-records';
export { type MeteredService, SERVICE_ORDER, SERVICE_TITLE, type ServiceCode, type Zone } from './model/services';
export type { LineVat, TariffVat, VatMode } from './model/vat';
export { COVERAGE } from './norms/coverage';
export type { Coverage, CoverageStatus } from './norms/coverage-row';
export { type DueDayOptions, paymentDueDay } from './norms/due-days';
export type { CommissionFreeCategory } from './norms/federal/commission';
export { EXEMPTION_GROUNDS, type ExemptionGround, MORATORIA, type Moratorium, PAYERS, type Payer } from './norms/federal/moratoria';
export type { PenaltyRegime } from './norms/federal/penalty-scales';
export { WORK_CALENDAR } from './norms/federal/work-calendar';
export { evaluate, type Formula, formulas } from './norms/formula';
export type { Parameter, ParameterEntry, ParameterProblem } from './norms/parameter';
export { PENALTY_RATES, type PenaltyRates } from './norms/penalty-rate';
export { PENALTY_BRANCHES, type PenaltyBranch, penaltyBranch } from './norms/penalty-regime';
export { POLICIES, type PolicyCode } from './norms/policies';
export type { Policy } from './norms/policy';
export { READING_RULES, type ReadingCode, type ReadingRule, type ReadingSeverity } from './norms/reading-rules';
export { type Holidays, isDayOff, type MovedDaysOff, type WorkCalendar, workingDay } from './norms/work-calendar';
export type { Clock } from './ports/clock';
export type {
  GatewayAnswer,
  GatewayEvent,
  GatewayProblem,
  GatewayReply,
  NotificationProblem,
  PayerAction,
  PaymentGateway,
  PaymentRef,
  PaymentState,
  RawNotification,
  ReadNotification,
  RefundRequest,
  RefundState,
} from './ports/payment-gateway';
export type { IntentRefund, PaymentIntent, PaymentIntents, RefundAsked } from './ports/payment-intents';
export type {
  EntriesAfter,
  FactSource,
  FactsWrite,
  HouseMonthState,
  HouseMonthWrite,
  Idempotent,
  Journal,
  MonthClosing,
  Posting,
  Store,
  StoredFact,
  StoreProblem,
} from './ports/store';
export type { DifferenceCause } from './recalculation/audit-cause';
export { type AuditAsked, type AuditFinding, type AuditProblem, auditHouse } from './recalculation/audit-house';
export { type BillOptions, billHouse, type ChargedLines } from './recalculation/bill-house';
export { type ComparedAccount, type ComparedHouse, compareBills } from './recalculation/compare-bills';
export { type ExplainedBill, type ExplainOptions, explainBill } from './recalculation/explain-bill';
export { type HouseBillParts, HouseBills, type PostedLine } from './recalculation/house-bills';
export { previewReading } from './recalculation/preview-reading';
export type { AcceptedPayment, IncomingPayment } from './run/accept-payment';
export type { AcceptedPayments, SharedPayment } from './run/accept-payments';
export type { AccountDay } from './run/account-day';
export type { AuditRequest } from './run/audit';
export type { BilledHouses, HousesRequest } from './run/bill-houses';
export type { BilledMonth, BillRequest, HouseMonth } from './run/bill-month';
export type { CheckedBooks, CheckRequest } from './run/check-books';
export type { PaymentQuote } from './run/check-payable';
export type { ClosedMonth, ClosingRequest } from './run/close-month';
export { createSaldo, type Saldo, type SaldoPorts } from './run/create-saldo';
export type { Answer, RunCode } from './run/edge';
export type { BillAsked } from './run/explain-bill';
export { type Exported, type ExportedMonth, exportStore } from './run/export-store';
export type { Imported, ImportOptions } from './run/import-facts';
export type { Keyed } from './run/keyed';
export { createPayments, type Payments } from './run/payments/create-payments';
export type { PaymentPorts } from './run/payments/payment-edge';
export type { NotificationOutcome, ReceivedNotification } from './run/payments/receive-notification';
export type { RefundStart } from './run/payments/refund-payment';
export type { SettledPayments, SettleRequest } from './run/payments/settle-pending';
export type { PaymentStart, StartedPayment } from './run/payments/start-payment';
export type { PostedPenalties } from './run/penalty-commands';
export type { MoneyRequest, PostedMoney } from './run/post-money';
export type { PreviewedHouses, PreviewHousesRequest, PreviewProgress } from './run/preview-houses';
export type { Correction, MonthPreview } from './run/preview-month';
export type { AccountMonth, BookRange, HouseBooks } from './run/read-books';
export type { AccountPenalties } from './run/read-penalties';
export type { RestrictionAsked } from './run/read-restriction';
export type { SeriesRequest } from './run/read-series';
export type { TurnoverSheetRequest } from './run/read-turnover';
export type { IncomingReading, ReadingDecision, ReadingsRequest, SubmittedReading } from './run/reading-commands';
export type { Reconciled, ReconcileRequest } from './run/reconcile';
export type { AdvanceRefund, Refunded } from './run/refund';
export { EXPORTED_KINDS, type Restored, restoreStore } from './run/restore-store';
export type { SaldoAt } from './run/saldo-at';
export type { Identification, SuspendedPayment, Suspense, UnidentifiedMoney } from './run/suspense';
export type { WhatIfRequest } from './run/what-if';
export { type AccountBook, accountBook } from './statements/account-book';
export type { AgreedStatement, LaterChange } from './statements/agreed-statement';
export { billText, explanationText } from './statements/explanation-text';
export { limitationText } from './statements/limitation-text';
export type { BillDifferenceCause, Billed } from './statements/parallel-cause';
export { type BillDifference, type CauseTotal, type ParallelOptions, type ParallelRun, parallelRun } from './statements/parallel-run';
export { type DocumentSupport, type PaymentDocument, paymentDocument } from './statements/payment-document';
export { courtDebtText, payoffText } from './statements/payoff-text';
export { penaltyText } from './statements/penalty-text';
export { readingPreviewText } from './statements/reading-preview-text';
export {
  type ComparedMonth,
  type ComparedStatement,
  type CompareOptions,
  compareStatement,
  counterpartyForm,
} from './statements/reconciliation/compare';
export { conclusionText } from './statements/reconciliation/conclusion';
export { differenceClassText, differenceText, firstDivergenceText } from './statements/reconciliation/difference-text';
export type { Difference, DifferenceClass } from './statements/reconciliation/differences';
export type { Match, MatchingLimits } from './statements/reconciliation/matching';
export {
  type OutcomeTerms,
  type StatementEvent,
  type StatementOutcome,
  type StatementState,
  statementOutcome,
} from './statements/reconciliation/outcome';
export {
  type ComparedReadings,
  type ComparedRegister,
  compareReadings,
  type OwnReading,
  type ReadingDifference,
  type ReadingDifferenceClass,
} from './statements/reconciliation/readings';
export { reconciliationText } from './statements/reconciliation/reconciliation-text';
export type { RowSources, StatementRow } from './statements/reconciliation/rows';
export {
  type HashedStatement,
  type ReconciliationStatement,
  reconciliationStatement,
  type StatementCreditor,
  type StatementMonth,
  type StatementParty,
  type StatementSigner,
  type StatementSources,
  type StatementTurnover,
} from './statements/reconciliation/statement';
export { restrictionText } from './statements/restriction-text';
export { type SaldoSheet, saldoSheet } from './statements/saldo-sheet';
export {
  type AccountSeries,
  accountSeries,
  type SeriesChange,
  type SeriesCharge,
  type SeriesPoint,
  type SeriesReading,
  type SeriesStep,
  type ServiceSeries,
} from './statements/series';
export type { SeriesVolume } from './statements/series-volumes';
export {
  type SheetColumn,
  type SidedTurnover,
  type Sides,
  type TurnoverRow,
  type TurnoverSheet,
  TurnoverSheetFold,
  type TurnoverSheetOptions,
  turnoverSheet,
} from './statements/turnover-sheet';
export { type VatRow, vatOfLine, vatTable } from './statements/vat-table';
