import type { Day, Month } from '../../kernel/calendar';
import type { Fraction } from '../../kernel/fraction';
import type { Kopecks } from '../../kernel/money';
import type { KernelCode, Problem } from '../../kernel/problem';
import type { DebtCode, SchemaCode } from '../../model/problem-text-codes';
import type { PenaltyRegime } from '../../norms/federal/penalty-scales';
import type { ParameterProblem } from '../../norms/parameter';
import type { RuleProblem } from '../../norms/rules';
import type { DebtBucket } from './penalty-request';

/** Days of delay in a row with one base, one rate and one part of it; together the intervals cover every day with a debt once. */
export interface PenaltyInterval {
  readonly from: Day;
  /** Last day, inclusive. */
  readonly through: Day;
  readonly days: number;
  /** Overdue debt at the start of each of these days; under the rate of the payment day, the part of it that one payment ends. */
  readonly base: Kopecks;
  /** Per cent a year; `null` on free days. */
  readonly rate: string | null;
  /** Each day costs `rate / divisor`; `null` on free days. */
  readonly divisor: string | null;
  /** Why the days are free: `grace`, or the code of a moratorium or of an exemption. */
  readonly free: string | null;
  /** Roubles, exact. */
  readonly exact: Fraction;
  /** Rounded for people to read; what is posted is rounded as policy `penaltyRounding` says. */
  readonly amount: Kopecks;
  /** Where the rate or the freedom comes from. */
  readonly grounds: readonly string[];
}

/** Penalties of one bucket («пени») with their whole explanation. */
export interface BucketPenalty {
  readonly bucket: DebtBucket;
  readonly regime: PenaltyRegime;
  /** Where the law has the regime. */
  readonly legal: string;
  /** The last day to pay, moved from a day off; day 1 of the delay follows it. */
  readonly dueDay: Day;
  readonly intervals: readonly PenaltyInterval[];
  /** Sum of the intervals, roubles, exact. */
  readonly exact: Fraction;
}

/** Penalties of a creditor for a month of debt: what is rounded and posted. */
export interface PenaltySum {
  readonly account: string;
  readonly provider: string;
  readonly month: Month;
  readonly exact: Fraction;
  readonly amount: Kopecks;
}

/** Penalties as a pure function of the history of the debts. */
export interface Penalties {
  readonly through: Day;
  /** In the order of account, creditor, month, due day, service. */
  readonly buckets: readonly BucketPenalty[];
  readonly sums: readonly PenaltySum[];
  readonly total: Kopecks;
  /** First day from which the key rate was not known yet and the cap was taken for it. */
  readonly rateAssumedFrom: Day | null;
}

/** Why penalties are not told. `at` names the bucket, and the field when it is one that is wrong. */
export type PenaltyProblem =
  | ParameterProblem
  | RuleProblem
  | Problem<DebtCode | SchemaCode | KernelCode | 'amount-too-large' | 'unknown-policy' | 'unknown-policy-value'>;
