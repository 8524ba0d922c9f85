import type { Problem } from '../../kernel/problem';
import { finished, houseFaulted, losesStore, type RetryLimits, stateAfter, triedAgainAt } from '../../model/batch-run';
import type { Clock } from '../../ports/clock';
import type { EndedJob, EndedUnit, Unit, UnitOutcome, UnitWork } from '../../ports/job-queue';
import { boundConnection, savepoint } from './bound-connection';
import type { SqlRunner } from './connection';
import { isOutage } from './failures';
import type { ClaimedJob } from './job-claim';
import { ownJobs, writeEnded } from './job-rows';
import { integer, text } from './rows';
import { createPostgresStore } from './store';

/** Thrown to roll a job back: the store is gone for the work, and the transaction with it. */
export class StoreLost extends Error {
  constructor(readonly problem: Problem<'store-unavailable'>) {
    super(problem.code);
  }
}

/** Thrown to roll a job back that is not ours any more. */
export class JobLost extends Error {
  constructor(readonly problem: Problem<'job-lost'>) {
    super(problem.code);
  }
}

/** Thrown to undo what a house wrote before it failed. */
class Undone extends Error {
  constructor(readonly outcome: UnitOutcome) {
    super('undone');
  }
}

/** What a job is worked with. */
export interface JobWork {
  readonly claimed: ClaimedJob;
  readonly work: UnitWork;
  readonly clock: Clock;
  readonly limits: RetryLimits;
}

/**
 * Work a claimed job inside a transaction and complete it there. `null` when it is not ours any more before it began; a job that is taken from
 * us on the way, by whatever means, is rolled back ({@link JobLost}).
 */
export const workJob = async (runner: SqlRunner, { claimed, work, clock, limits }: JobWork): Promise<EndedJob | null> => {
  const { run, job, token } = claimed;
  const key = [run, String(job), token];
  const held = await runner.query(
    `select jobs.job from saldo.run_jobs as jobs join saldo.runs as runs on runs.run = jobs.run
     where jobs.run = $1 and jobs.job = $2::text::integer and token = $3 and not done and runs.state = 'running'
     for update of jobs skip locked`,
    key,
  );
  if (held.rows.length === 0) return null;
  const store = createPostgresStore(boundConnection(runner));
  const ended: EndedUnit[] = [];
  try {
    for (const unit of await unitsIn(runner, claimed)) {
      const outcome = await billed(runner, () => work(unit, store), unit);
      ended.push({ unit, outcome, state: stateAfter(outcome, unit.attempt, limits) });
    }
  } finally {
    // Whoever keeps the store after the job finds it closed: its connection may be in other hands by then.
    await store.close();
  }
  await writeEnded(runner, run, ended);
  const waiting = ended.filter(({ state }) => state === 'waiting');
  await ownJobs(
    runner,
    run,
    waiting.map(({ unit }) => ({ house: unit.house, due: triedAgainAt(clock.now(), unit.attempt, limits) })),
  );
  const completed = await runner.query(
    `update saldo.run_jobs set done = true where run = $1 and job = $2::text::integer and token = $3 and not done`,
    key,
  );
  const ours = finished(completed.count, run, job);
  if (!ours.ok) throw new JobLost(ours.error);
  return { run, job, units: ended };
};

const unitsIn = async (runner: SqlRunner, { run, month, plannedAt, job }: ClaimedJob): Promise<readonly Unit[]> => {
  const { rows } = await runner.query(
    `select house, accounts, attempts from saldo.run_houses where run = $1 and job = $2::text::integer and state = 'waiting' order by house`,
    [run, String(job)],
  );
  return rows.map((row) => ({
    run,
    month,
    job,
    plannedAt,
    house: text(row, 'house'),
    accounts: integer(row, 'accounts'),
    attempt: integer(row, 'attempts') + 1,
  }));
};

/** One house, undone by itself when it fails. */
const billed = async (runner: SqlRunner, work: () => Promise<UnitOutcome>, { house }: Unit): Promise<UnitOutcome> => {
  try {
    return await savepoint(runner, async () => {
      const outcome = await work();
      if (outcome.done) return outcome;
      const lost = losesStore(outcome) ? outcome.problems.find(({ code }) => code === 'store-unavailable') : undefined;
      if (lost !== undefined) throw new StoreLost(lost as Problem<'store-unavailable'>);
      throw new Undone(outcome);
    });
  } catch (error) {
    if (error instanceof StoreLost || isOutage(error)) throw error;
    if (error instanceof Undone) return error.outcome;
    return { done: false, again: false, problems: [houseFaulted(house, error)] };
  }
};
