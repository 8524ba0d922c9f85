import { excerpt, type Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import {
  claimVerdict,
  houseFaulted,
  latestDue,
  losesStore,
  RETRY_LIMITS,
  type RetryLimits,
  type RunAction,
  type RunDecision,
  runAfter,
  stateAfter,
} from '../model/batch-run';
import type { Clock } from '../ports/clock';
import type { EndedUnit, JobQueue, QueueProblem, Unit, UnitOutcome, UnitWork } from '../ports/job-queue';
import type { Store } from '../ports/store';
import { type KeptJob, MemoryRun } from './memory-jobs';
import type { MemoryStore } from './memory-store';

/** What a queue in memory works with. */
export interface MemoryQueueOptions {
  readonly clock: Clock;
  readonly limits?: Partial<RetryLimits>;
}

/** The store went away under a job: nothing of it is kept. */
class StoreLost extends Error {
  constructor(readonly problem: Problem<'store-unavailable'>) {
    super(problem.code);
  }
}

/** The house of a job failed: what it wrote is undone. */
class Undone extends Error {
  constructor(readonly outcome: UnitOutcome) {
    super('undone');
  }
}

/**
 * A queue in memory over a store in memory: for tests, and for workers that share one process. It keeps the whole contract of a queue except that
 * nothing outlives the process.
 *
 * @example const queue = createMemoryQueue(createMemoryStore(), { clock });
 */
export const createMemoryQueue = (store: MemoryStore, { clock, limits: changed = {} }: MemoryQueueOptions): JobQueue => {
  const runs = new Map<string, MemoryRun>();
  const limits = { ...RETRY_LIMITS, ...changed };
  const closed = async (): Promise<Problem<'store-unavailable'> | null> =>
    store.houses(null, 0).then(
      () => null,
      () => ({ code: 'store-unavailable', facts: { reason: 'closed' } }) as const,
    );

  const nextJob = (only: string | undefined): { readonly run: MemoryRun; readonly job: KeptJob } | null => {
    const now = clock.now();
    const due = (job: KeptJob): boolean => job.due === null || job.due <= now || job.due > latestDue(now, limits);
    for (;;) {
      const running = [...runs].flatMap(([name, run]) => (run.state === 'running' && (only === undefined || name === only) ? [run] : []));
      const free = running.flatMap((run) => run.jobs.filter((job) => !job.done && !job.inHand && due(job)).map((job) => ({ run, job })));
      const [next] = free.sort((a, b) => a.job.claims - b.job.claims);
      if (next === undefined) return null;
      if (claimVerdict(next.job.claims, next.run.waitingIn(next.job.number).length, limits) === 'take') return next;
      next.run.partOrGiveUp(next.job, limits);
    }
  };

  const act = async (
    name: string,
    action: RunAction,
    decision: RunDecision,
    effect: (run: MemoryRun) => void,
  ): Promise<Result<{ readonly repeated: boolean }, QueueProblem>> => {
    const gone = await closed();
    if (gone !== null) return err(gone);
    const run = runs.get(name);
    const after = runAfter(name, run?.progress(), action, decision.why);
    if (!after.ok) return after;
    if (after.value.repeated || run === undefined) return ok({ repeated: true });
    run.state = after.value.state;
    effect(run);
    run.steps.push({ ...decision, action });
    return ok({ repeated: false });
  };

  return {
    plan: async ({ houses, ...plan }) => {
      const gone = await closed();
      if (gone !== null) return err(gone);
      const before = runs.get(plan.run)?.plan;
      if (before === undefined) runs.set(plan.run, new MemoryRun(plan, houses));
      else if (before.month !== plan.month || before.provider !== plan.provider)
        return err({ code: 'idempotency-conflict', value: excerpt(plan.run) });
      const run = runs.get(plan.run);
      return ok({ repeated: before !== undefined, houses: run?.progress().houses ?? 0 });
    },
    take: async (_worker, work, only) => {
      const gone = await closed();
      if (gone !== null) return err(gone);
      const next = nextJob(only);
      if (next === null) return ok(null);
      const { run, job } = next;
      job.inHand = true;
      job.claims += 1;
      try {
        const units = run.waitingIn(job.number).map((unit) => run.unit(unit));
        return await store.transaction(async (bound, savepoint) => {
          const ended: EndedUnit[] = [];
          for (const unit of units) {
            const outcome = await billed(unit, work, bound, savepoint);
            ended.push({ unit, outcome, state: stateAfter(outcome, unit.attempt, limits) });
          }
          run.end(job, ended, clock.now(), limits);
          return ok({ run: run.plan.run, job: job.number, units: ended });
        });
      } catch (error) {
        if (error instanceof StoreLost) {
          job.lost = error.problem.facts?.['reason'] ?? null;
          return err(error.problem);
        }
        throw error;
      } finally {
        job.inHand = false;
      }
    },
    decide: (name, action, decision) => act(name, action, decision, () => {}),
    requeue: async (name, houses, decision) => {
      let found = 0;
      const done = await act(name, 'requeue', decision, (run) => {
        found = run.requeue(houses);
      });
      return done.ok ? ok({ houses: found }) : done;
    },
    progress: async (name) => runs.get(name)?.progress() ?? null,
    units: async (name, asked) => runs.get(name)?.records(asked) ?? [],
    runsOf: async (house, month) => [...runs.values()].flatMap((run) => (run.plan.month === month ? run.of(house) : [])),
    steps: async (name) => [...(runs.get(name)?.steps ?? [])],
  };
};

const billed = async (
  unit: Unit,
  work: UnitWork,
  store: Store,
  savepoint: <P>(part: () => Promise<P>) => Promise<P>,
): Promise<UnitOutcome> => {
  try {
    return await savepoint(async () => {
      const outcome = await work(unit, store);
      if (outcome.done) return outcome;
      const lost = losesStore(outcome) ? outcome.problems.find(({ code }) => code === 'store-unavailable') : undefined;
      if (lost !== undefined) throw new StoreLost(lost as Problem<'store-unavailable'>);
      throw new Undone(outcome);
    });
  } catch (error) {
    if (error instanceof StoreLost) throw error;
    if (error instanceof Undone) return error.outcome;
    return { done: false, again: false, problems: [houseFaulted(unit.house, error)] };
  }
};
