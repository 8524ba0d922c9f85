import { ok, type Result } from '../kernel/result';
import type { HouseRun, JobQueue } from '../ports/job-queue';
import type { Store } from '../ports/store';
import type { HouseMonth } from '../run/bill-month';
import { type Answer, monthOfText, refused } from '../run/edge';
import { type BatchPorts, reached } from './batch-ports';

/** Who does something with a run, and why. */
export interface RunCommand {
  readonly run: string;
  readonly by: string;
  /** Needed where something is overruled; recorded in any case. */
  readonly why?: string;
}

type Done = { readonly repeated: boolean };

const decide = async (
  { queue, clock }: BatchPorts,
  action: Parameters<JobQueue['decide']>[1],
  { run, ...who }: RunCommand,
): Answer<Done> => {
  const done = await queue.decide(run, action, { at: clock.now(), ...who });
  return done.ok ? done : refused(done.error);
};

/** Pause a run («приостановить расчёт»): jobs in hand are ended, no other is taken. */
export const pauseRun = (ports: BatchPorts, command: RunCommand): Answer<Done> => decide(ports, 'pause', command);

/** Resume a run that is paused. */
export const resumeRun = (ports: BatchPorts, command: RunCommand): Answer<Done> => decide(ports, 'resume', command);

/** Cancel a run («отменить расчёт»): what it billed stays, as a draft, until another run of the month is issued. */
export const cancelRun = (ports: BatchPorts, command: RunCommand): Answer<Done> => decide(ports, 'cancel', command);

/**
 * Issue the month of a run («выпустить месяц»): from here on its bills are no draft. Who, when and why is recorded.
 *
 * @returns `run-unfinished` while houses wait; `run-blocked` when blocking findings or dead letters stand against it and no reason is given
 */
export const issueRun = (ports: BatchPorts, command: RunCommand): Answer<Done> => decide(ports, 'issue', command);

/** Requeue dead letters of a run, of some houses or all: they are tried again from the start. */
export const requeueHouses = async (
  { queue, clock }: BatchPorts,
  { run, houses, ...who }: RunCommand & { readonly houses?: readonly string[] },
): Answer<{ readonly houses: number }> => {
  const done = await queue.requeue(run, houses ?? null, { at: clock.now(), ...who });
  return done.ok ? done : refused(done.error);
};

/** What a reader may show of a house-month. */
export interface MonthIssue {
  /** `none`: no bills; `draft`: the newest version is not issued yet; `issued`: what there is, is for the residents. */
  readonly state: 'none' | 'draft' | 'issued';
  /** The newest version; 0 when there is none. */
  readonly version: number;
  /** The version for residents, to be read by `billsOf(house, month, version)`; 0 when none is issued. */
  readonly issued: number;
}

/** The version of a house-month for residents: a version that a run wrote is a draft until a run that stands for it is issued. */
const monthIssueOf = (version: number, runs: readonly HouseRun[]): MonthIssue => {
  const isDraft = (one: number): boolean =>
    runs.some((run) => run.version === one && !run.repeated) && !runs.some((run) => run.version === one && run.state === 'issued');
  let issued = version;
  while (issued > 0 && isDraft(issued)) issued -= 1;
  return { state: version === 0 ? 'none' : issued === version ? 'issued' : 'draft', version, issued };
};

/**
 * Is a month of a house there, and may residents see it («черновик или выпущено»)? A month that was billed outside of runs is issued as soon
 * as it is there. The version is read before the runs, so that a job that ends in between hides nothing.
 */
export const monthIssue = async (
  { store, queue }: { readonly store: Pick<Store, 'monthState'>; readonly queue: Pick<JobQueue, 'runsOf'> },
  { house, month: text }: HouseMonth,
): Answer<MonthIssue> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const found = await reached(async (): Promise<Result<MonthIssue, never>> => {
    const { version } = await store.monthState(house, month.value);
    return ok(monthIssueOf(version, await queue.runsOf(house, month.value)));
  });
  return found.ok ? found : refused(found.error);
};
