import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { EndedJob, QueueProblem, RunProgress } from '../ports/job-queue';
import { type Answer, refused } from '../run/edge';
import { type BatchPorts, reached } from './batch-ports';
import { billUnit } from './bill-unit';
import { OUTSORT_RULES, type OutsortRule } from './outsort-rules';

/** What a worker tells on its way. */
export type WorkerEvent =
  | { readonly kind: 'job'; readonly worker: string; readonly job: EndedJob }
  | { readonly kind: 'outage'; readonly worker: string; readonly problem: Problem; readonly times: number }
  | { readonly kind: 'waiting' | 'stopped' | 'finished'; readonly worker: string };

/** How a worker works. */
export interface WorkerOptions {
  /** Its name, for people. */
  readonly worker: string;
  /** Work for this run and end with it; without it for any run, until it is stopped. */
  readonly run?: string;
  /** Jobs in hand at once, 1 unless told otherwise: each needs a connection of its own. No other is taken before one of them has ended. */
  readonly lanes?: number;
  readonly rules?: readonly OutsortRule[];
  /** Wait so many milliseconds: `setTimeout` of `node:timers/promises`. */
  readonly wait: (ms: number) => Promise<unknown>;
  /** Milliseconds between two looks when nothing is due. */
  readonly poll?: number;
  /** Jobs lost one after another, by outages, before the worker gives up. */
  readonly outages?: number;
  /** The worker stops between two jobs when this is aborted: an `AbortSignal`. */
  readonly signal?: { readonly aborted: boolean };
  readonly onEvent?: (event: WorkerEvent) => void;
}

/** What a worker did. */
export interface WorkerDone {
  readonly jobs: number;
  /** Houses that are billed, that wait for another try, that are dead letters. */
  readonly done: number;
  readonly waiting: number;
  readonly dead: number;
  readonly bills: number;
  readonly total: Kopecks;
}

const POLL = 1000;
const OUTAGES = 10;

/**
 * Work («исполнитель расчёта»): take jobs and bill their houses, in any number of processes at once, until the run has no house that waits or the
 * signal is aborted. A job that is lost by an outage is taken again, by this worker or another.
 *
 * @returns what it did; `run-unknown`; `store-unavailable` when outages do not end
 */
export const runWorker = async (ports: BatchPorts, options: WorkerOptions): Answer<WorkerDone> => {
  const { lanes = 1 } = options;
  const worker = new Worker(ports, options);
  const ended = await Promise.all(Array.from({ length: lanes }, () => worker.lane()));
  const problem = ended.find((one) => one !== null);
  return problem == null ? ok(worker.did) : refused(problem);
};

class Worker {
  did: WorkerDone = { jobs: 0, done: 0, waiting: 0, dead: 0, bills: 0, total: NO_MONEY };
  private failed = false;

  constructor(
    private readonly ports: BatchPorts,
    private readonly options: WorkerOptions,
  ) {}

  /** One job after another; answers why it cannot go on, or `null` when there is no more to do. */
  async lane(): Promise<Problem | null> {
    const { worker, run, rules = OUTSORT_RULES, onEvent, wait, poll = POLL, outages = OUTAGES } = this.options;
    const work = billUnit(this.ports.clock, rules);
    for (let lost = 0; ; ) {
      if (this.options.signal?.aborted === true || this.failed) {
        onEvent?.({ kind: 'stopped', worker });
        return null;
      }
      const taken = await reached(() => this.ports.queue.take(worker, work, run));
      if (taken.ok && taken.value !== null) {
        lost = 0;
        this.add(taken.value);
        onEvent?.({ kind: 'job', worker, job: taken.value });
        continue;
      }
      const over = taken.ok ? await reached(() => this.isOver()) : taken;
      if (over.ok && over.value === true) {
        onEvent?.({ kind: 'finished', worker });
        return null;
      }
      if (over.ok) {
        onEvent?.({ kind: 'waiting', worker });
        await wait(poll);
        continue;
      }
      lost += 1;
      onEvent?.({ kind: 'outage', worker, problem: over.error, times: lost });
      if (!['store-unavailable', 'job-lost'].includes(over.error.code) || lost >= outages) {
        this.failed = true;
        return over.error;
      }
      await wait(poll * Math.min(2 ** (lost - 1), 32));
    }
  }

  /** Has the run nothing for anybody any more? A run that is paused, or whose houses are in other hands, has. */
  private async isOver(): Promise<Result<boolean, QueueProblem>> {
    const { run } = this.options;
    if (run === undefined) return ok(false);
    const progress = await this.ports.queue.progress(run);
    return progress === null ? err({ code: 'run-unknown', value: run }) : ok(isOver(progress));
  }

  private add({ units }: EndedJob): void {
    const { jobs, done, waiting, dead, bills, total } = this.did;
    const count = (state: string): number => units.filter((unit) => unit.state === state).length;
    const billed = units.flatMap(({ outcome }) => (outcome.done ? [outcome] : []));
    this.did = {
      jobs: jobs + 1,
      done: done + count('done'),
      waiting: waiting + count('waiting'),
      dead: dead + count('dead'),
      bills: billed.reduce((sum, one) => sum + one.bills, bills),
      total: sumMoney([total, ...billed.map((one) => one.total)]),
    };
  }
}

const isOver = ({ state, waiting }: RunProgress): boolean => waiting === 0 || state === 'cancelled' || state === 'issued';

/** Where a run stands, told whenever it changed, until nothing waits any more: for a progress bar in any process. */
export async function* watchRun(
  { queue }: Pick<BatchPorts, 'queue'>,
  run: string,
  { wait, poll = POLL }: Pick<WorkerOptions, 'wait' | 'poll'>,
): AsyncGenerator<RunProgress> {
  for (let told = ''; ; await wait(poll)) {
    const progress = await queue.progress(run);
    if (progress === null) return;
    const now = JSON.stringify(progress);
    if (now !== told) yield progress;
    told = now;
    if (isOver(progress)) return;
  }
}
