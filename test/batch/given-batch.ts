import type { Instant, Month } from '../../src/kernel/calendar';
import { canonicalJson } from '../../src/kernel/canonical-json';
import type { Result } from '../../src/kernel/result';
import type { JobQueue } from '../../src/ports/job-queue';
import type { Store } from '../../src/ports/store';
import { createSaldo } from '../../src/run/create-saldo';
import { steppingClock } from '../../src/testing/clock';
import { createMemoryQueue } from '../../src/testing/memory-queue';
import { createMemoryStore } from '../../src/testing/memory-store';
import { smallHouse } from '../run/given';
import { common } from '../run/small-house';

export const JANUARY = '2026-01' as Month;
export const FEBRUARY = '2026-02' as Month;

/** Names of so many houses, in order. */
export const houseNames = (count: number): readonly string[] => Array.from({ length: count }, (_, place) => `h${place + 1}`);

const must = async <T>(answer: Promise<Result<T, unknown>>): Promise<T> => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Facts of houses written to a store, with an engine over it. */
export const filled = async (store: Store, houses: readonly string[], more: readonly unknown[] = [], leaveOut: readonly string[] = []) => {
  const clock = steppingClock('2026-03-01T09:00:00.000Z' as Instant);
  const saldo = createSaldo({ store, clock });
  const records = houses.flatMap((house) => smallHouse(house)).filter((record) => !leaveOut.includes((record as { id: string }).id));
  await must(saldo.importFacts([...common, ...records, ...more]));
  return { clock, saldo };
};

/** Ports over memory, with houses of three accounts each. */
export const memoryPorts = async (houses: readonly string[], more: readonly unknown[] = [], leaveOut: readonly string[] = []) => {
  const store = createMemoryStore();
  const { clock, saldo } = await filled(store, houses, more, leaveOut);
  const queue: JobQueue = createMemoryQueue(store, { clock, limits: { firstDelay: 10_000 } });
  return { store, queue, clock, saldo };
};

/** Bills and entries of houses as texts, without when they were made and the ids that hold it. */
export const books = async (store: Store, houses: readonly string[]): Promise<readonly string[]> => {
  const all: string[] = [];
  for (const house of houses) {
    for (const month of [JANUARY, FEBRUARY]) all.push(canonicalJson(await store.billsOf(house, month)));
    for (const { at: _at, ...entry } of await store.entriesOfHouse(house)) all.push(canonicalJson(entry));
  }
  return all;
};
