import type { Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import type { Result } from '../kernel/result';
import type { RunAction, RunDecision, RunProblem, RunState, RunTally, UnitState } from '../model/batch-run';
import type { Store } from './store';

/** A house of a plan, with the accounts that its bills must cover: a control total that is taken before any bill is made. */
export interface PlannedHouse {
  readonly house: string;
  readonly accounts: number;
}

/** The month of many houses, to be billed by workers. */
export interface RunPlan {
  /** Name of the run: the same name is the same run. */
  readonly run: string;
  readonly month: Month;
  /** Provider whose houses they are; `null` for all houses. */
  readonly provider: string | null;
  /** Houses a job: a job is one transaction. */
  readonly batch: number;
  /** Sorted, each once. */
  readonly houses: readonly PlannedHouse[];
  readonly at: Instant;
  readonly by: string;
}

/** A house of a job in the hands of a worker. */
export interface Unit extends PlannedHouse {
  readonly run: string;
  readonly month: Month;
  readonly job: number;
  /** Which try this is, from 1. */
  readonly attempt: number;
  readonly plannedAt: Instant;
}

/** What people should look at before the month is issued: a row of `outsort`; `blocking` ones stop the issue. */
export interface UnitFinding {
  readonly check: string;
  readonly severity: 'note' | 'warning' | 'blocking';
  readonly account?: string;
  readonly service?: string;
  /** What was found and what it was held against, as exact text. */
  readonly value: string;
  readonly against: string;
}

/** A house was billed; told with its control totals. */
export interface UnitDone {
  readonly done: true;
  /** Version of the house-month. */
  readonly version: number;
  /** Nothing was written: the bills were there. */
  readonly repeated: boolean;
  readonly bills: number;
  readonly total: Kopecks;
  readonly findings: readonly UnitFinding[];
}

/** A house was not billed. */
export interface UnitFailed {
  readonly done: false;
  readonly problems: readonly Problem[];
  /** May it pass on another try? What will not goes to the dead letters at once. */
  readonly again: boolean;
}

/** What billing a house came to. */
export type UnitOutcome = UnitDone | UnitFailed;

/**
 * Bill one house in the transaction of its job: everything is written through the store that is handed over, which is of no use afterwards.
 * What it throws is a dead letter of the house (`house-faulted`).
 */
export type UnitWork = (unit: Unit, store: Store) => Promise<UnitOutcome>;

/** A house of a job that ended. */
export interface EndedUnit {
  readonly unit: Unit;
  readonly state: UnitState;
  readonly outcome: UnitOutcome;
}

/** A job that a worker took and ended. */
export interface EndedJob {
  readonly run: string;
  readonly job: number;
  readonly units: readonly EndedUnit[];
}

/** Where a run stands. */
export interface RunProgress extends RunTally {
  readonly month: Month;
  readonly provider: string | null;
  readonly plannedAt: Instant;
  readonly houses: number;
  readonly done: number;
  /** Waiting houses that failed before. */
  readonly retried: number;
  /** Houses whose bills were there already. */
  readonly repeated: number;
  /** Accounts of all houses by the plan. */
  readonly accounts: number;
  readonly bills: number;
  readonly total: Kopecks;
}

/** A house of a run as the queue keeps it. */
export interface UnitRecord extends PlannedHouse {
  readonly state: UnitState;
  readonly attempts: number;
  /** The outcome of the last try; `null` before the first. */
  readonly outcome: UnitOutcome | null;
}

/** A page of the houses of a run, in order. */
export interface UnitsAsked {
  readonly only: 'all' | 'dead' | 'found';
  readonly after: string | null;
  readonly limit: number;
}

/** A version of a house-month that a run is answerable for. */
export interface HouseRun {
  readonly run: string;
  readonly state: RunState;
  readonly version: number;
  readonly repeated: boolean;
}

/** What was done with a run. */
export interface RunStep extends RunDecision {
  readonly action: 'plan' | RunAction;
}

/**
 * What a queue refuses: what {@link RunProblem} tells; `idempotency-conflict`, a run of this name is of another month or provider; `job-lost`,
 * the job was not ours any more when it ended, nothing of it is kept; `store-unavailable`, nothing of the job in hand is kept.
 */
export type QueueProblem = RunProblem | Problem<'idempotency-conflict' | 'job-lost' | 'store-unavailable'>;

/**
 * The month of a whole provider as jobs for any number of workers in any number of processes. Reads that cannot be answered reject.
 *
 * What must be atomic: the bills of a job, the outcomes of its houses and its completion are one transaction, and whoever cannot complete the job keeps
 * nothing. So a job that was begun and not ended, by a crash or an outage, is as if nobody had taken it, and is taken again.
 */
export interface JobQueue {
  /**
   * Plan a run: all of its jobs or none. The same run planned again, or by two planners at once, is one run: the houses of the first stand, and
   * the second answers `repeated`.
   */
  plan(plan: RunPlan): Promise<Result<{ readonly repeated: boolean; readonly houses: number }, QueueProblem>>;
  /**
   * Take the next job that is due, of a run or of any, and bill its houses by `work`, in order, one at a time. No other worker has the job meanwhile; none waits for
   * it. A house that fails is undone by itself: it waits as a job of its own, later each time, or is a dead letter; the others of the job are
   * kept. A failure with `store-unavailable` among its problems gives the whole job up.
   *
   * A job that was claimed too often without an end is taken apart, and a house that it happens to alone is a dead letter (`worker-lost`), so that a
   * house which kills workers does not hold up the others.
   *
   * @returns the job that was ended, or `null` when none is due
   */
  take(worker: string, work: UnitWork, run?: string): Promise<Result<EndedJob | null, QueueProblem>>;
  /**
   * Pause, resume, cancel, issue a run; jobs in hand are ended. An action whose effect is there already answers `repeated`. A month is issued when
   * no house waits; with blocking findings or dead letters only with a reason. What was done is recorded with who, when and why, in one
   * transaction with its effect.
   */
  decide(
    run: string,
    action: Exclude<RunAction, 'requeue'>,
    decision: RunDecision,
  ): Promise<Result<{ readonly repeated: boolean }, QueueProblem>>;
  /** Dead letters of a run, of these houses or all, wait again with all their tries; recorded. */
  requeue(run: string, houses: readonly string[] | null, decision: RunDecision): Promise<Result<{ readonly houses: number }, QueueProblem>>;
  /** Where a run stands; `null` when nobody planned it. */
  progress(run: string): Promise<RunProgress | null>;
  /** Houses of a run by id: all, the dead letters with their problems, or those with findings. */
  units(run: string, asked: UnitsAsked): Promise<readonly UnitRecord[]>;
  /** The runs that billed a house-month, in order of planning. */
  runsOf(house: string, month: Month): Promise<readonly HouseRun[]>;
  /** What was done with a run, in order. */
  steps(run: string): Promise<readonly RunStep[]>;
}
