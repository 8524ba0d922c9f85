import type { Clause } from './act';

/** How far a clause is done. */
export type CoverageStatus = 'complete' | 'partial' | 'planned';

/** One row of the coverage list: clause → formulas → cases → status. */
export interface Coverage {
  readonly clause: Clause;
  /** Ids of formulas or rule tables that carry it. */
  readonly by: readonly string[];
  /** Folder or file of the cases that prove it. */
  readonly cases: readonly string[];
  readonly status: CoverageStatus;
  readonly note?: string;
}

/** A file of cases of the law. */
export const law = (name: string): string => `test/law/${name}`;

/** Cases of every charge: the whole folder. */
export const ALL_CASES = [law('')];

const row =
  (status: CoverageStatus) =>
  (clause: Clause, by: readonly string[], cases: readonly string[], note?: string): Coverage =>
    note === undefined ? { clause, by, cases, status } : { clause, by, cases, status, note };
export const complete = row('complete');
export const partial = row('partial');
