import type { UnitFinding } from '../ports/job-queue';

/**
 * What is looked for between calculation and issue («проверка перед выпуском»):
 *
 * - `jump`: the charge for a service of an account is `percent` of last month's or more, or last month's is `percent` of it, and differs by `floor` roubles or more;
 * - `zero`: a bill without charges where last month had some;
 * - `negative`: a bill below zero by more than `floor` roubles;
 * - `gone`: an account that had a bill last month and has none;
 * - `estimates`: `percent` of the accounts with a service that is measured are billed without their meter, of at least `atLeast` accounts;
 * - `houseMeter`: what the bills of a house say was consumed of a resource is more than `percent` of what its house meter says.
 */
export type OutsortCheck = 'jump' | 'zero' | 'negative' | 'gone' | 'estimates' | 'houseMeter';

/** A row: a check with its threshold, and how much it matters. Of the rows of one check that hold the gravest counts. */
export interface OutsortRule {
  readonly check: OutsortCheck;
  readonly severity: UnitFinding['severity'];
  readonly percent?: number;
  /** Roubles. */
  readonly floor?: string;
  readonly atLeast?: number;
}

/** Rows unless a host says otherwise. They are choices of practice, no rule of law. */
export const OUTSORT_RULES: readonly OutsortRule[] = [
  { check: 'jump', severity: 'warning', percent: 200, floor: '500' },
  { check: 'jump', severity: 'blocking', percent: 500, floor: '5000' },
  { check: 'zero', severity: 'warning' },
  { check: 'negative', severity: 'note', floor: '0' },
  { check: 'negative', severity: 'blocking', floor: '10000' },
  { check: 'gone', severity: 'note' },
  { check: 'estimates', severity: 'warning', percent: 50, atLeast: 5 },
  { check: 'houseMeter', severity: 'warning', percent: 110 },
  { check: 'houseMeter', severity: 'blocking', percent: 150 },
];
