import { randomUUID } from 'node:crypto';
import type { Instant, Month } from '../../kernel/calendar';
import { claimVerdict, latestDue, type RetryLimits, workerLost } from '../../model/batch-run';
import type { UnitOutcome } from '../../ports/job-queue';
import type { SqlRunner } from './connection';
import { ownJobs } from './job-rows';
import { instantSql, integer, text, textOrNull } from './rows';

/** What is claimed for whom. */
export interface ClaimAsked {
  readonly worker: string;
  /** Of this run, or of any. */
  readonly run: string | null;
  readonly now: Instant;
  readonly limits: RetryLimits;
}

/** A job that is ours as long as its token is. */
export interface ClaimedJob {
  readonly run: string;
  readonly month: Month;
  readonly plannedAt: Instant;
  readonly job: number;
  readonly token: string;
}

/**
 * Claim the next job that is due and that nobody holds: those claimed least come first, so that a job whose worker may still be on its way
 * is left alone while there are others; one that was claimed a moment ago is left to whoever is on the way to its lock, or idle workers would take a last job
 * from each other, and their claims would look like deaths. `parted` when it was claimed too often: then its houses are jobs of their own, or a dead letter.
 */
export const claimJob = async (runner: SqlRunner, { worker, run, now, limits }: ClaimAsked): Promise<ClaimedJob | 'parted' | 'none'> => {
  const { rows } = await runner.query(
    `select jobs.run, jobs.job, jobs.claims, jobs.lost, runs.month, ${instantSql('runs.planned_at')} as planned_at
     from saldo.run_jobs as jobs join saldo.runs as runs on runs.run = jobs.run
     where not jobs.done and runs.state = 'running' and ($1::text is null or jobs.run = $1::text)
       and (jobs.due_at is null or jobs.due_at <= $2::text::timestamptz or jobs.due_at > $3::text::timestamptz)
       and (jobs.claimed_at is null or clock_timestamp() not between jobs.claimed_at and jobs.claimed_at + $4::text::integer * interval '1 ms')
     order by jobs.claims, runs.place, jobs.job limit 1 for update of jobs skip locked`,
    [run, now, latestDue(now, limits), String(limits.headStart)],
  );
  const [row] = rows;
  if (row === undefined) return 'none';
  const [name, job, claims] = [text(row, 'run'), integer(row, 'job'), integer(row, 'claims')];
  if (claims >= limits.claims) {
    await partOrGiveUp(runner, { run: name, job, claims, lost: textOrNull(row, 'lost') }, limits);
    return 'parted';
  }
  const token = randomUUID();
  await runner.query(
    `update saldo.run_jobs set claims = claims + 1, token = $3, worker = $4, claimed_at = clock_timestamp()
     where run = $1 and job = $2::text::integer`,
    [name, String(job), token, worker],
  );
  return { run: name, month: text(row, 'month') as Month, plannedAt: text(row, 'planned_at') as Instant, job, token };
};

interface OftenClaimed {
  readonly run: string;
  readonly job: number;
  readonly claims: number;
  readonly lost: string | null;
}

const partOrGiveUp = async (runner: SqlRunner, { run, job, claims, lost }: OftenClaimed, limits: RetryLimits): Promise<void> => {
  await runner.query('update saldo.run_jobs set done = true where run = $1 and job = $2::text::integer', [run, String(job)]);
  const { rows } = await runner.query(
    `select house from saldo.run_houses where run = $1 and job = $2::text::integer and state = 'waiting' order by house`,
    [run, String(job)],
  );
  const houses = rows.map((row) => text(row, 'house'));
  if (claimVerdict(claims, houses.length, limits) === 'part') {
    await ownJobs(
      runner,
      run,
      houses.map((house) => ({ house, due: null })),
    );
    return;
  }
  for (const house of houses) {
    const outcome: UnitOutcome = { done: false, again: false, problems: [workerLost(house, claims, lost)] };
    await runner.query(`update saldo.run_houses set state = 'dead', outcome = $3::text::json where run = $1 and house = $2`, [
      run,
      house,
      JSON.stringify(outcome),
    ]);
  }
};

/** Keep why a job was lost, if the database can be told: what a dead letter will say. The job is anybody's at once. */
export const noteLoss = async (runner: SqlRunner, { run, job, token }: ClaimedJob, reason: string | null): Promise<void> => {
  await runner.query(
    'update saldo.run_jobs set lost = coalesce($4, lost), claimed_at = null where run = $1 and job = $2::text::integer and token = $3 and not done',
    [run, String(job), token, reason],
  );
};

/** Our claim came to no work, and no worker died of it: somebody else has the job, or the run rests. */
export const giveClaimBack = async (runner: SqlRunner, { run, job, token }: ClaimedJob): Promise<void> => {
  await runner.query(
    `update saldo.run_jobs set claims = claims - 1, claimed_at = case when token = $3 then null else claimed_at end
     where (run, job) in (
       select run, job from saldo.run_jobs where run = $1 and job = $2::text::integer and not done and claims > 0 for update skip locked)`,
    [run, String(job), token],
  );
};
