import { type Instant, later } from '../kernel/calendar';
import { excerpt, type Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';

/** A run over many houses («расчёт месяца»): it works, rests, was given up, or its month was issued to the residents. */
export type RunState = 'running' | 'paused' | 'cancelled' | 'issued';

/** What people do with a run. */
export type RunAction = 'pause' | 'resume' | 'cancel' | 'issue' | 'requeue';

/** A house of a run: it waits (for its first try or another one), is billed, or lies with the dead letters until somebody looks at it. */
export type UnitState = 'waiting' | 'done' | 'dead';

/** Who did something with a run, when, and why; the reason is told wherever something is overruled. */
export interface RunDecision {
  readonly at: Instant;
  readonly by: string;
  readonly why?: string;
}

/** What of a run bears on what may be done with it. */
export interface RunTally {
  readonly run: string;
  readonly state: RunState;
  readonly waiting: number;
  readonly dead: number;
  /** Findings that block the issue. */
  readonly blocking: number;
}

/**
 * Why a step of a run is refused: `run-unknown`, nobody planned it; `run-over`, it was cancelled or issued (`state`); `run-unfinished`, houses
 * wait (`waiting`), so that the month cannot be issued; `run-blocked`, findings or dead letters stand against the issue (`blocking`, `dead`)
 * and nobody says why it is issued even so.
 */
export type RunProblem = Problem<'run-unknown' | 'run-over' | 'run-unfinished' | 'run-blocked'>;

const LEADS: Readonly<Record<RunAction, { readonly from: readonly RunState[]; readonly to: RunState | null }>> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  cancel: { from: ['running', 'paused'], to: 'cancelled' },
  issue: { from: ['running', 'paused'], to: 'issued' },
  requeue: { from: ['running', 'paused'], to: null },
};

/**
 * What becomes of a run by an action: its new state, or `repeated` when it is there already.
 *
 * @param tally the run as it is now; `undefined` when it is not there
 */
export const runAfter = (
  run: string,
  tally: RunTally | undefined,
  action: RunAction,
  why?: string,
): Result<{ readonly state: RunState; readonly repeated: boolean }, RunProblem> => {
  if (tally === undefined) return err({ code: 'run-unknown', value: run });
  const { state, waiting, dead, blocking } = tally;
  const { from, to } = LEADS[action];
  if (state === to) return ok({ state, repeated: true });
  if (!from.includes(state)) return err({ code: 'run-over', value: run, facts: { state } });
  if (action === 'issue') {
    if (waiting > 0) return err({ code: 'run-unfinished', value: run, facts: { waiting: String(waiting) } });
    if (blocking + dead > 0 && (why ?? '') === '')
      return err({ code: 'run-blocked', value: run, facts: { blocking: String(blocking), dead: String(dead) } });
  }
  return ok({ state: to ?? state, repeated: false });
};

/** How often a house is tried, and how long it waits in between. */
export interface RetryLimits {
  /** Tries of a house that may pass on another one. */
  readonly attempts: number;
  /** Claims of a job that ended without a word: its worker died, or lost the store. */
  readonly claims: number;
  /** Milliseconds before the second try; each later one waits twice as long. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /**
   * Milliseconds that a claimed job is left to whoever claimed it, until its lock is there, where claim and lock are two steps: so much later at most
   * it is taken from a worker that died at once.
   */
  readonly headStart: number;
}

/** Limits unless a host says otherwise: five tries within some two minutes; a job is claimed three times, and left alone two seconds. */
export const RETRY_LIMITS: RetryLimits = { attempts: 5, claims: 3, firstDelay: 5_000, longestDelay: 600_000, headStart: 2000 };

/** When a house that failed for the `attempt`-th time is tried again. */
export const triedAgainAt = (now: Instant, attempt: number, { firstDelay, longestDelay }: RetryLimits): Instant =>
  later(now, Math.min(firstDelay * 2 ** (attempt - 1), longestDelay));

/** The latest due instant that a clock which never went back can have set: what is due later is due now. */
export const latestDue = (now: Instant, limits: RetryLimits): Instant => later(now, limits.longestDelay);

/** What to do with a job that was claimed so often: take it, take its houses apart, or give its only house up. */
export const claimVerdict = (claims: number, houses: number, limits: RetryLimits): 'take' | 'part' | 'giveUp' =>
  claims < limits.claims ? 'take' : houses > 1 ? 'part' : 'giveUp';

/** A house whose job ended without a word too often: most likely it is what kills the workers. `reason` is what the last of them could still say. */
export const workerLost = (house: string, claims: number, reason: string | null): Problem<'worker-lost'> => ({
  code: 'worker-lost',
  value: house,
  facts: { claims: String(claims), ...(reason === null ? {} : { reason }) },
});

/** Is a job still ours when it ends? Exactly one row of it must have been ours to finish; else nothing of it is kept. */
export const finished = (affected: number, run: string, job: number): Result<null, Problem<'job-lost'>> =>
  affected === 1 ? ok(null) : err({ code: 'job-lost', value: run, facts: { job: String(job) } });

/** What a house is after a try. */
export const stateAfter = (
  outcome: { readonly done: true } | { readonly done: false; readonly again: boolean },
  attempt: number,
  limits: RetryLimits,
): UnitState => (outcome.done ? 'done' : outcome.again && attempt < limits.attempts ? 'waiting' : 'dead');

/** A house whose billing threw: a mistake of ours, or of who bills. */
export const houseFaulted = (house: string, error: unknown): Problem<'house-faulted'> => ({
  code: 'house-faulted',
  value: house,
  facts: { reason: excerpt(error instanceof Error ? error.message : error) },
});

/** Does the failure of a house say that the store is gone, and the transaction of its job with it? */
export const losesStore = (outcome: { readonly done: boolean; readonly problems?: readonly Problem[] }): boolean =>
  !outcome.done && (outcome.problems ?? []).some(({ code }) => code === 'store-unavailable');
