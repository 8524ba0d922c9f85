import type { Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import type { PlannedHouse } from '../ports/job-queue';
import type { StoredFact } from '../ports/store';
import { type Answer, answered, edgeOf, monthOfText, refused } from '../run/edge';
import { housesAfter, PAGE } from '../run/houses-after';
import type { BatchPorts } from './batch-ports';
import { accountsExpected, holdsIn, standing } from './expected-accounts';

/** What is to be billed. */
export interface PlanRequest {
  readonly month: string;
  /** Houses that this provider serves in the month; all houses when absent. */
  readonly provider?: string;
  /** Name of the run; by default made of month and provider, so that two planners of one month plan one run. */
  readonly run?: string;
  /** Houses a job, 30 unless told otherwise: a job is one transaction, so its houses wait for each other. */
  readonly batch?: number;
  /** Houses read at once. */
  readonly page?: number;
  readonly by: string;
}

/** A run that is planned. */
export interface PlannedRun {
  readonly run: string;
  readonly month: Month;
  /** It was planned before. */
  readonly repeated: boolean;
  readonly houses: number;
}

/** Houses a job unless told otherwise. */
const BATCH = 30;

/**
 * Plan the month of many houses («запланировать расчёт»): which houses, and how many accounts each must bill, as the facts say now. Houses
 * that are billed by us only from a later month are left out.
 *
 * @returns besides what the queue refuses: `houses-missing` when there is nothing to bill
 */
export const planRun = async (ports: BatchPorts, request: PlanRequest): Answer<PlannedRun> => {
  const month = monthOfText(request.month);
  if (!month.ok) return month;
  const { provider, batch = BATCH, page = PAGE, by, run = `${request.month}:${request.provider ?? '*'}` } = request;
  invariant(Number.isSafeInteger(batch) && batch >= 1, 'a job has at least one house');
  const edge = edgeOf(ports);
  return answered(async () => {
    const at = ports.clock.now();
    const houses: PlannedHouse[] = [];
    for await (const house of housesAfter(edge, '', page)) {
      const facts = await edge.store.factsOfKinds(house, ['house', 'account', 'service'], at);
      if (isServed(facts, month.value, provider)) houses.push({ house, accounts: accountsExpected(facts, month.value).length });
    }
    const there = someHouses(houses, month.value, provider);
    if (!there.ok) return refused(there.error);
    const planned = await ports.queue.plan({ run, month: month.value, provider: provider ?? null, batch, houses, at, by });
    return planned.ok ? ok({ run, month: month.value, ...planned.value }) : refused(planned.error);
  });
};

const isServed = (facts: readonly StoredFact[], month: Month, provider: string | undefined): boolean => {
  const records = standing(facts).map(({ record }) => record);
  const later = records.some((record) => record.kind === 'house' && record.billedSince !== undefined && record.billedSince > month);
  if (later) return false;
  return (
    provider === undefined || records.some((record) => record.kind === 'service' && record.provider === provider && holdsIn(record, month))
  );
};

/** A run over nothing is a mistake of whoever plans it, not a month without bills. */
export const someHouses = (houses: readonly PlannedHouse[], month: Month, provider?: string): Result<null, Problem<'houses-missing'>> =>
  houses.length > 0 ? ok(null) : err({ code: 'houses-missing', value: month, ...(provider === undefined ? {} : { facts: { provider } }) });
