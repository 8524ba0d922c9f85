import type { Day, Month } from '../../kernel/calendar';
import type { Kopecks } from '../../kernel/money';
import type { ExemptionGround, Moratorium, Payer } from '../../norms/federal/moratoria';
import type { PenaltyRates } from '../../norms/penalty-rate';
import type { PenaltyBranch } from '../../norms/penalty-regime';
import type { PolicyCode } from '../../norms/policies';
import type { WorkCalendar } from '../../norms/work-calendar';

/** What changed the debt of a bucket after it was charged; amounts are above zero. */
export type DebtChange =
  /** Money that came, by the day that counts («день оплаты»). */
  | { readonly kind: 'payment'; readonly day: Day; readonly amount: Kopecks }
  /** The charge was too high, or a benefit was granted for its month: the excess never was debt. */
  | { readonly kind: 'reduction'; readonly amount: Kopecks }
  /** Given up from a day on; the penalties before it stand. */
  | { readonly kind: 'writeOff'; readonly day: Day; readonly amount: Kopecks }
  /** A payment of the day `paidOn` taken back on `day`: by the payer's side as if it had never been, by the payee's or the bank's error by policy `reversalGap`. */
  | { readonly kind: 'reversal'; readonly day: Day; readonly paidOn: Day; readonly amount: Kopecks; readonly error: 'payer' | 'payee' };

/**
 * A debt that became due on one day. What was charged later for the same month is a bucket of its own with its own due day (an addition is
 * overdue only after the due day of the bill that presented it).
 */
export interface DebtBucket {
  readonly account: string;
  readonly provider: string;
  /** `null`: a debt that knows no services. */
  readonly service: string | null;
  /** Month of debt. */
  readonly month: Month;
  /** The last day to pay by law or contract; moved from a day off here (policy `workingDayShift`). */
  readonly dueDay: Day;
  readonly amount: Kopecks;
  readonly changes: readonly DebtChange[];
  /** The first day it was owed on this account, when it came from another one: days before it are counted, but cost nothing here. */
  readonly since?: Day | undefined;
  /** By the service when not given. */
  readonly branch?: PenaltyBranch | undefined;
  /** Waste of organisations: the day of the demand, whose rate counts; the last day counted when not given. */
  readonly demandedOn?: Day | undefined;
  /** Days on which agreements to repay this debt spare it (`frozenDebts`). */
  readonly frozen?: readonly FrozenDays[] | undefined;
}

/** Days on which a debt bears no penalties, because it is repaid by an agreement. */
export interface FrozenDays {
  readonly from: Day;
  /** First day that is not spared any more; `null` is open. */
  readonly to: Day | null;
  readonly document: string;
}

/** Days on which an account, or one creditor of it, is spared; a document stands behind it. */
export interface PenaltyExemption {
  readonly ground: ExemptionGround;
  readonly from: Day;
  /** First day that is not spared any more; `null` is open. */
  readonly to: Day | null;
  readonly document: string;
  /** Only debts to this creditor. */
  readonly provider?: string | undefined;
}

/** What penalties are asked for. */
export interface PenaltyRequest {
  readonly payer: Payer;
  readonly buckets: readonly DebtBucket[];
  /** The last day counted. */
  readonly through: Day;
  readonly exemptions?: readonly PenaltyExemption[] | undefined;
  /** Codes of moratoria that the debtor refused or is shut out of. */
  readonly withoutMoratoria?: readonly string[] | undefined;
  /** Policy `penaltyRate: decisionDay`: the day of the court's decision. */
  readonly decidedOn?: Day | undefined;
  readonly policies?: Readonly<Partial<Record<PolicyCode, string>>> | undefined;
  /** Newer data of the law than the library's own. */
  readonly law?:
    | {
        readonly rates?: PenaltyRates | undefined;
        readonly calendar?: WorkCalendar | undefined;
        readonly moratoria?: readonly Moratorium[] | undefined;
      }
    | undefined;
}
