import type { Instant } from '../kernel/calendar';
import { NO_MONEY, sumMoney } from '../kernel/money';
import { invariant } from '../kernel/result';
import { byCodePoints } from '../kernel/text-order';
import { claimVerdict, type RetryLimits, type RunState, triedAgainAt, type UnitState, workerLost } from '../model/batch-run';
import type { EndedUnit, HouseRun, RunPlan, RunProgress, RunStep, Unit, UnitOutcome, UnitRecord, UnitsAsked } from '../ports/job-queue';
import { kept } from './kept';

interface KeptUnit {
  readonly house: string;
  readonly accounts: number;
  job: number;
  state: UnitState;
  attempts: number;
  outcome: UnitOutcome | null;
}

/** A job in memory. */
export interface KeptJob {
  readonly number: number;
  due: Instant | null;
  claims: number;
  lost: string | null;
  inHand: boolean;
  done: boolean;
}

/** A run with its jobs, houses and steps in memory. */
export class MemoryRun {
  state: RunState = 'running';
  readonly steps: RunStep[] = [];
  readonly jobs: KeptJob[] = [];
  private readonly houses: readonly KeptUnit[];

  constructor(
    readonly plan: Omit<RunPlan, 'houses'>,
    houses: RunPlan['houses'],
  ) {
    this.houses = houses.map(({ house, accounts }, place) => ({
      house,
      accounts,
      job: Math.floor(place / plan.batch) + 1,
      state: 'waiting',
      attempts: 0,
      outcome: null,
    }));
    for (let first = 0; first < houses.length; first += plan.batch) this.addJob(null);
    this.steps.push({ action: 'plan', at: plan.at, by: plan.by });
  }

  addJob(due: Instant | null): number {
    return this.jobs.push({ number: this.jobs.length + 1, due, claims: 0, lost: null, inHand: false, done: false });
  }

  waitingIn(job: number): readonly KeptUnit[] {
    return this.houses.filter((unit) => unit.job === job && unit.state === 'waiting');
  }

  unit(of: KeptUnit): Unit {
    const { run, month, at } = this.plan;
    return { run, month, job: of.job, house: of.house, accounts: of.accounts, attempt: of.attempts + 1, plannedAt: at };
  }

  /** Take the houses of a job apart, or give its only one up, because its workers did not come back. */
  partOrGiveUp(job: KeptJob, limits: RetryLimits): void {
    job.done = true;
    const units = this.waitingIn(job.number);
    const verdict = claimVerdict(job.claims, units.length, limits);
    for (const unit of units) {
      if (verdict === 'giveUp') {
        unit.state = 'dead';
        unit.outcome = { done: false, again: false, problems: [workerLost(unit.house, job.claims, job.lost)] };
      } else unit.job = this.addJob(null);
    }
  }

  end(job: KeptJob, ended: readonly EndedUnit[], now: Instant, limits: RetryLimits): void {
    job.done = true;
    for (const { unit, state, outcome } of ended) {
      const own = this.houses.find(({ house }) => house === unit.house);
      invariant(own !== undefined, 'a house that ended is of its run');
      own.attempts = unit.attempt;
      own.outcome = kept(outcome);
      own.state = state;
      if (state === 'waiting') own.job = this.addJob(triedAgainAt(now, unit.attempt, limits));
    }
  }

  requeue(asked: readonly string[] | null): number {
    const dead = this.houses.filter(({ house, state }) => state === 'dead' && (asked === null || asked.includes(house)));
    for (const unit of dead) {
      unit.state = 'waiting';
      unit.attempts = 0;
      unit.job = this.addJob(null);
    }
    return dead.length;
  }

  progress(): RunProgress {
    const { run, month, provider, at } = this.plan;
    const count = (holds: (unit: KeptUnit) => boolean): number => this.houses.filter(holds).length;
    const done = this.houses.flatMap(({ outcome }) => (outcome?.done === true ? [outcome] : []));
    return {
      run,
      month,
      provider,
      plannedAt: at,
      state: this.state,
      houses: this.houses.length,
      done: done.length,
      waiting: count(({ state }) => state === 'waiting'),
      retried: count(({ state, attempts }) => state === 'waiting' && attempts > 0),
      dead: count(({ state }) => state === 'dead'),
      repeated: done.filter(({ repeated }) => repeated).length,
      accounts: this.houses.reduce((sum, { accounts }) => sum + accounts, 0),
      bills: done.reduce((sum, { bills }) => sum + bills, 0),
      total: sumMoney([NO_MONEY, ...done.map(({ total }) => total)]),
      blocking: done.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'blocking').length,
    };
  }

  records({ only, after, limit }: UnitsAsked): readonly UnitRecord[] {
    const asked = ({ state, outcome }: KeptUnit): boolean =>
      only === 'all' || (only === 'dead' ? state === 'dead' : outcome?.done === true && outcome.findings.length > 0);
    return this.houses
      .filter((unit) => asked(unit) && (after === null || byCodePoints(unit.house, after) > 0))
      .slice(0, limit)
      .map(({ house, accounts, state, attempts, outcome }) => ({ house, accounts, state, attempts, outcome }));
  }

  of(house: string): readonly HouseRun[] {
    return this.houses.flatMap((unit) => {
      if (unit.house !== house || unit.outcome?.done !== true) return [];
      const { version, repeated } = unit.outcome;
      return [{ run: this.plan.run, state: this.state, version, repeated }];
    });
  }
}
