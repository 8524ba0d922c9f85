import { excerpt } from '../../kernel/problem';
import { err, invariant, ok, type Result } from '../../kernel/result';
import { RETRY_LIMITS, type RetryLimits, type RunAction, type RunDecision, runAfter } from '../../model/batch-run';
import type { Clock } from '../../ports/clock';
import type { JobQueue, QueueProblem, RunPlan } from '../../ports/job-queue';
import type { SqlConnection, SqlRunner, SqlValue } from './connection';
import { isCollision, isOutage, outage } from './failures';
import { claimJob, giveClaimBack, noteLoss } from './job-claim';
import { ownJobs, progressOf, runsOf, stepsOf, unitsOf } from './job-rows';
import { JobLost, StoreLost, workJob } from './job-work';
import { asRecordset, inParts, text } from './rows';

/** What a queue over PostgreSQL works with. */
export interface PostgresQueueOptions {
  /** Decides when a house is tried again, and nothing else. */
  readonly clock: Clock;
  readonly limits?: Partial<RetryLimits>;
}

/** How often a transaction that met another one is run again before the caller is asked to. */
const ATTEMPTS = 5;

/** Neither NUL nor half a surrogate pair. */
const NAME = /^[^\0\p{Cs}]{1,200}$/u;

/**
 * A queue over PostgreSQL or PGlite, in the schema of the store: the bills of a job are written in the transaction that completes it. A job is claimed in a
 * transaction of its own, which counts the claims of workers that do not come back, and is held by a lock on its row (`FOR UPDATE SKIP LOCKED`), which ends
 * with the connection: whoever dies loses it at once. The database has been migrated ({@link migrate}).
 *
 * @example const queue = createPostgresQueue(connection, { clock });
 */
export const createPostgresQueue = (connection: SqlConnection, { clock, limits: changed = {} }: PostgresQueueOptions): JobQueue => {
  const limits = { ...RETRY_LIMITS, ...changed };

  const attempt = async <T>(work: (runner: SqlRunner) => Promise<Result<T, QueueProblem>>): Promise<Result<T, QueueProblem>> => {
    for (let left = ATTEMPTS; ; left -= 1) {
      try {
        return await connection.transaction(work);
      } catch (error) {
        if (error instanceof StoreLost || error instanceof JobLost) return err(error.problem);
        if (isCollision(error) && left > 1) continue;
        if (isCollision(error) || isOutage(error)) return err(outage(error) as QueueProblem);
        throw error;
      }
    }
  };

  const act = (
    run: string,
    action: RunAction,
    decision: RunDecision,
    effect: (runner: SqlRunner) => Promise<number>,
  ): Promise<Result<{ readonly repeated: boolean; readonly houses: number }, QueueProblem>> =>
    attempt(async (runner): Promise<Result<{ readonly repeated: boolean; readonly houses: number }, QueueProblem>> => {
      await runner.query('select run from saldo.runs where run = $1 for update', [run]);
      const before = await progressOf(runner, run);
      const after = runAfter(run, before, action, decision.why);
      if (!after.ok) return after;
      if (after.value.repeated) return ok({ repeated: true, houses: 0 });
      const houses = await effect(runner);
      if (after.value.state !== before?.state)
        await runner.query('update saldo.runs set state = $2 where run = $1', [run, after.value.state]);
      await record(runner, run, action, decision);
      return ok({ repeated: false, houses });
    });

  return {
    plan: (plan) => {
      invariant(NAME.test(plan.run), 'a run has a name of 1 to 200 whole characters');
      return attempt((runner) => writePlan(runner, plan));
    },
    take: async (worker, work, run) => {
      for (;;) {
        const claim = await attempt(async (runner) => ok(await claimJob(runner, { worker, run: run ?? null, now: clock.now(), limits })));
        if (!claim.ok) return claim;
        if (claim.value === 'none') return ok(null);
        if (claim.value === 'parted') continue;
        const claimed = claim.value;
        const ended = await attempt(async (runner) => ok(await workJob(runner, { claimed, work, clock, limits })));
        if (!ended.ok) await noteLoss(connection, claimed, ended.error.facts?.['reason'] ?? null).catch(() => undefined);
        if (!ended.ok || ended.value !== null) return ended;
        // Somebody else took it between the claim and the lock, or the run does not work any more.
        await giveClaimBack(connection, claimed).catch(() => undefined);
      }
    },
    decide: async (run, action, decision) => {
      const done = await act(run, action, decision, async () => 0);
      return done.ok ? ok({ repeated: done.value.repeated }) : done;
    },
    requeue: async (run, houses, decision) => {
      const done = await act(run, 'requeue', decision, (runner) => requeue(runner, run, houses));
      return done.ok ? ok({ houses: done.value.houses }) : done;
    },
    progress: async (run) => (await progressOf(connection, run)) ?? null,
    units: (run, asked) => unitsOf(connection, run, asked),
    runsOf: (house, month) => runsOf(connection, house, month),
    steps: (run) => stepsOf(connection, run),
  };
};

const record = async (runner: SqlRunner, run: string, action: 'plan' | RunAction, { at, by, why }: RunDecision): Promise<void> => {
  const params: readonly SqlValue[] = [run, action, at, by, why ?? null];
  await runner.query('insert into saldo.run_steps (run, action, at, by, why) values ($1, $2, $3::text::timestamptz, $4, $5)', params);
};

/** The name goes first and waits for another planner of it, so that of two the second finds the whole run of the first. */
const writePlan = async (
  runner: SqlRunner,
  { run, month, provider, batch, houses, at, by }: RunPlan,
): Promise<Result<{ readonly repeated: boolean; readonly houses: number }, QueueProblem>> => {
  const fresh = await runner.query(
    `insert into saldo.runs (run, month, provider, state, planned_at) values ($1, $2, $3, 'running', $4::text::timestamptz)
     on conflict (run) do nothing returning run`,
    [run, month, provider, at],
  );
  if (fresh.rows.length === 0) {
    const before = await progressOf(runner, run);
    if (before === undefined || before.month !== month || before.provider !== provider)
      return err({ code: 'idempotency-conflict', value: excerpt(run) });
    return ok({ repeated: true, houses: before.houses });
  }
  await runner.query(`insert into saldo.run_jobs (run, job) select $1, job from generate_series(1, $2::text::integer) as job`, [
    run,
    String(Math.ceil(houses.length / batch)),
  ]);
  const rows = houses.map(({ house, accounts }, place) => ({ house, accounts, job: Math.floor(place / batch) + 1 }));
  for (const part of inParts(rows)) {
    await runner.query(
      `insert into saldo.run_houses (run, house, accounts, job)
       select $1, house, accounts, job from json_to_recordset($2::text::json) as planned (house text, accounts integer, job integer)`,
      [run, asRecordset(part)],
    );
  }
  await record(runner, run, 'plan', { at, by });
  return ok({ repeated: false, houses: houses.length });
};

const requeue = async (runner: SqlRunner, run: string, houses: readonly string[] | null): Promise<number> => {
  const { rows } = await runner.query(
    `update saldo.run_houses set state = 'waiting', attempts = 0
     where run = $1 and state = 'dead' and ($2::text is null or house in (select json_array_elements_text($2::text::json)))
     returning house`,
    [run, houses === null ? null : JSON.stringify(houses)],
  );
  await ownJobs(
    runner,
    run,
    rows.map((row) => ({ house: text(row, 'house'), due: null })),
  );
  return rows.length;
};
