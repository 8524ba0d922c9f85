import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { JobQueue, RunProgress, RunStep, UnitFinding, UnitRecord, UnitsAsked } from '../ports/job-queue';
import { type Answer, refused } from '../run/edge';
import { type BatchPorts, reached } from './batch-ports';

/** Findings of one check and severity. */
export interface FoundCount {
  readonly check: string;
  readonly severity: UnitFinding['severity'];
  readonly findings: number;
  readonly houses: number;
}

/** A run for people: where it stands, what was found, which houses have no bills. */
export interface RunSummary {
  readonly progress: RunProgress;
  readonly checks: readonly FoundCount[];
  /** The gravest first, then by house; at most as many as asked. */
  readonly findings: readonly (UnitFinding & { readonly house: string })[];
  readonly dead: readonly { readonly house: string; readonly problems: readonly Problem[] }[];
  readonly steps: readonly RunStep[];
}

const GRAVEST = ['blocking', 'warning', 'note'] as const;

/**
 * Sum a run up («сводка расчёта»), a page of houses at a time.
 *
 * @param findings how many findings are listed; all are counted
 */
export const runSummary = async (
  { queue }: Pick<BatchPorts, 'queue'>,
  run: string,
  { findings: most = 100 }: { readonly findings?: number } = {},
): Answer<RunSummary> => {
  const summed = await reached(() => summary(queue, run, most));
  return summed.ok ? summed : refused(summed.error);
};

const summary = async (queue: JobQueue, run: string, most: number): Promise<Result<RunSummary, Problem>> => {
  const progress = await queue.progress(run);
  if (progress === null) return err({ code: 'run-unknown', value: run });
  const counts = new Map<string, FoundCount>();
  const listed: Record<UnitFinding['severity'], (UnitFinding & { readonly house: string })[]> = { blocking: [], warning: [], note: [] };
  for await (const { house, outcome } of unitsIn(queue, run, 'found')) {
    if (outcome?.done !== true) continue;
    const seen = new Set<string>();
    for (const finding of outcome.findings) {
      const { check, severity } = finding;
      const key = `${GRAVEST.indexOf(severity)} ${check}`;
      const before = counts.get(key) ?? { check, severity, findings: 0, houses: 0 };
      counts.set(key, { ...before, findings: before.findings + 1, houses: before.houses + (seen.has(key) ? 0 : 1) });
      seen.add(key);
      if (listed[severity].length < most) listed[severity].push({ house, ...finding });
    }
  }
  const dead: { house: string; problems: readonly Problem[] }[] = [];
  for await (const { house, outcome } of unitsIn(queue, run, 'dead'))
    dead.push({ house, problems: outcome?.done === false ? outcome.problems : [] });
  return ok({
    progress,
    checks: [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
    findings: GRAVEST.flatMap((severity) => listed[severity]).slice(0, most),
    dead,
    steps: await queue.steps(run),
  });
};

/** Houses of a run, read a page at a time. */
async function* unitsIn(queue: JobQueue, run: string, only: UnitsAsked['only'], limit = 200): AsyncGenerator<UnitRecord> {
  for (let after: string | null = null; ; ) {
    const page: readonly UnitRecord[] = await queue.units(run, { only, after, limit });
    yield* page;
    after = page.at(-1)?.house ?? null;
    if (page.length < limit) return;
  }
}
