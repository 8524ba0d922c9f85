import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresQueue, openPgliteFolder } from '../../adapters/postgres';
import { type BatchPorts, issueRun, planRun, type RunSummary, runSummary, runWorker } from '../../batch';
import type { Instant, Month } from '../../kernel/calendar';
import { roublesText } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { ok, type Result } from '../../kernel/result';
import type { AnyProblemCode } from '../../model/problem-text-codes';
import { EXIT, type Terminal, tableText } from '../terminal';

/** What `saldo batch` was asked. */
export interface BatchRequest {
  readonly store: string;
  readonly month: Month;
  readonly provider?: string;
  /** Issue the month instead of billing it. */
  readonly issue: boolean;
  readonly by: string;
  readonly why?: string;
}

/** Between two jobs an interrupted command stops; the next one goes on where it was. */
const interrupted = (): { readonly signal: AbortSignal; readonly release: () => void } => {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return { signal: stop.signal, release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal) };
};

/** `saldo batch`: the month of the houses in a store, with a bar, a summary, and what people should look at before its issue. */
export const batchCommand = async (request: BatchRequest, terminal: Terminal): Promise<number> => {
  const opened = await openPgliteFolder(request.store, { mustExist: true });
  if (!opened.ok) return terminal.problems([opened.error]);
  const { store, connection } = opened.value;
  try {
    const clock = { now: () => new Date().toISOString() as Instant };
    const ports = { store, clock, queue: createPostgresQueue(connection, { clock }) };
    const done = await (request.issue ? issued(ports, request) : billed(ports, request, terminal));
    if (!done.ok) return terminal.problems(done.error as readonly Problem<AnyProblemCode>[]);
    const { progress } = done.value;
    const whole = progress.dead + progress.waiting === 0;
    terminal.answer({ ok: whole, ...done.value, progress: { ...progress, total: roublesText(progress.total) } });
    terminal.say(summaryText(done.value, terminal));
    return whole ? EXIT.done : EXIT.problems;
  } finally {
    await store.close();
  }
};

/** Name of the run that the command plans. */
const runOf = ({ month, provider }: BatchRequest): string => `${month}:${provider ?? '*'}`;

const billed = async (ports: BatchPorts, request: BatchRequest, terminal: Terminal): Promise<Result<RunSummary, readonly Problem[]>> => {
  const { month, provider, by } = request;
  const planned = await planRun(ports, { month, by, ...(provider === undefined ? {} : { provider }) });
  if (!planned.ok) return planned;
  const { run, houses } = planned.value;
  const bar = terminal.progress(run);
  const before = await ports.queue.progress(run);
  let ended = (before?.done ?? 0) + (before?.dead ?? 0);
  const { signal, release } = interrupted();
  try {
    const worked = await runWorker(ports, {
      worker: `saldo ${process.pid}`,
      run,
      wait,
      signal,
      onEvent: (event) => {
        if (event.kind !== 'job') return;
        ended += event.job.units.filter(({ state }) => state !== 'waiting').length;
        bar(ended, houses);
      },
    });
    return worked.ok ? runSummary(ports, run) : worked;
  } finally {
    release();
  }
};

const issued = async (ports: BatchPorts, request: BatchRequest): Promise<Result<RunSummary, readonly Problem[]>> => {
  const { by, why } = request;
  const done = await issueRun(ports, { run: runOf(request), by, ...(why === undefined ? {} : { why }) });
  if (!done.ok) return done;
  const summary = await runSummary(ports, runOf(request));
  return summary.ok ? ok(summary.value) : summary;
};

const summaryText = ({ progress, checks, findings, dead }: RunSummary, terminal: Terminal): string => {
  const { words } = terminal;
  const { run, state, houses, done, repeated, waiting, bills, total } = progress;
  const head = words.batchDone({
    run,
    state: words.runStates[state],
    houses,
    done,
    repeated,
    waiting,
    dead: dead.length,
    bills,
    total: roublesText(total),
  });
  const counted = checks.map((one) => `  ${words.checks[one.check] ?? one.check} (${words.severities[one.severity]}): ${one.findings}`);
  const table = findings.map(({ house, account = '', service = '', check, severity, value, against }) => [
    house,
    account,
    service,
    words.checks[check] ?? check,
    words.severities[severity],
    value,
    against,
  ]);
  const letters = dead.flatMap(({ house, problems }) =>
    problems.map((problem) => `${words.house} ${house}: ${terminal.textOf(problem as Problem<AnyProblemCode>)} [${problem.code}]`),
  );
  const listed = table.length === 0 ? [] : [tableText([words.batchColumns, ...table], 5)];
  return [head, ...counted, ...listed, ...letters].join('\n');
};
