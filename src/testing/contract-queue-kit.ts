import type { Instant, Month } from '../kernel/calendar';
import type { Kopecks } from '../kernel/money';
import type { Clock } from '../ports/clock';
import type { JobQueue, RunPlan, UnitDone, UnitOutcome, UnitWork } from '../ports/job-queue';
import type { Store } from '../ports/store';
import { monthWrite, OCTOBER } from './contract-kit';
import { SAMPLE_INSTANT, sampleBill, sampleEntry } from './sample-records';

/** What a queue is tried with: the queue, and the store that its jobs write to, both over one database with nothing in it. */
export interface QueueUnderTest {
  readonly queue: JobQueue;
  readonly store: Store;
}

/** A queue over a clock that the test moves; five tries, three claims, a first delay of ten seconds and a longest one of a minute. */
export type MakeQueue = (clock: Clock) => QueueUnderTest | Promise<QueueUnderTest>;

/** The limits that a queue under test has. */
export const CONTRACT_LIMITS = { attempts: 5, claims: 3, firstDelay: 10_000, longestDelay: 60_000 } as const;

/** A run of six houses, two a job, unless told otherwise. */
export const planOf = (run = 'run-1', changes: Partial<RunPlan> = {}): RunPlan => ({
  run,
  month: OCTOBER,
  provider: null,
  batch: 2,
  houses: ['a', 'b', 'c', 'd', 'e', 'f'].map((house) => ({ house, accounts: 1 })),
  at: SAMPLE_INSTANT,
  by: 'планировщик',
  ...changes,
});

/** A decision of the sample days. */
export const decided = (why?: string): { readonly at: Instant; readonly by: string; readonly why?: string } => ({
  at: SAMPLE_INSTANT,
  by: 'бухгалтер',
  ...(why === undefined ? {} : { why }),
});

/** What is told of a house whose month was written. */
export const doneWith = (changes: Partial<UnitDone> = {}): UnitDone => ({
  done: true,
  version: 1,
  repeated: false,
  bills: 1,
  total: 96_667 as Kopecks,
  findings: [],
  ...changes,
});

/** Write a month of one bill and one entry; a month that is there is told as repeated. */
export const writeHouse: UnitWork = async ({ house, month }, store): Promise<UnitOutcome> => {
  const { version } = await store.monthState(house, month);
  if (version > 0) return doneWith({ version, repeated: true });
  const bill = sampleBill(house, month, `${house}-1`);
  const written = await store.writeMonth(
    monthWrite(`bill:${house}:${month}`, { house, month, bills: [bill], entries: [sampleEntry(`e-${house}`, house, `${house}-1`, month)] }),
  );
  return written.ok
    ? doneWith({ version: written.value.version, total: bill.total })
    : { done: false, problems: [written.error], again: true };
};

/** A failure of a house. */
export const failed = (code: string, again: boolean): UnitOutcome => ({ done: false, problems: [{ code, value: 'дом' }], again });

/** Write, then fail for these houses: what they wrote must be undone. */
export const failingFor =
  (houses: readonly string[], outcome: UnitOutcome): UnitWork =>
  async (unit, store) => {
    const written = await writeHouse(unit, store);
    return houses.includes(unit.house) ? outcome : written;
  };

/** Houses that have bills, with how many entries they have. */
export const billedHouses = async (store: Store, houses: readonly string[], month: Month = OCTOBER): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const house of houses) {
    const bills = await store.billsOf(house, month);
    const entries = await store.entriesOfHouse(house);
    if (bills.length + entries.length > 0) found.push(`${house}:${bills.length}:${entries.length}`);
  }
  return found;
};

/** Take jobs until none is due; answers the houses in the order in which they ended. */
export const drain = async (queue: JobQueue, work: UnitWork, run?: string): Promise<readonly string[]> => {
  const ended: string[] = [];
  for (;;) {
    const taken = await queue.take('worker', work, run);
    if (!taken.ok) throw new Error(taken.error.code);
    if (taken.value === null) return ended;
    ended.push(...taken.value.units.map(({ unit, state }) => `${unit.house} ${state}`));
  }
};
