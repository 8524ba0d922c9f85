import { later } from '../kernel/calendar';
import { steppingClock } from './clock';
import type { TestRunner } from './contract-kit';
import { issueContract } from './contract-queue-issue';
import type { MakeQueue, QueueUnderTest } from './contract-queue-kit';
import { takeContract } from './contract-queue-take';
import { SAMPLE_INSTANT } from './sample-records';

/** What a section of the contract writes its tests with: every test has an empty queue of its own, and a clock that it moves. */
export interface QueueKit {
  describe(name: string, body: () => void): void;
  test(name: string, body: (under: QueueUnderTest, wait: (ms: number) => void) => Promise<void>): void;
  same(actual: unknown, expected: unknown): void;
}

/**
 * What every queue must keep, as tests: a host runs them against its own implementation of {@link JobQueue}. The names of the tests say what
 * is kept.
 *
 * @param runner the functions of the host's test runner
 * @param makeQueue a queue and its store with nothing in them, made anew for each test, which closes the store; limits as in `CONTRACT_LIMITS`
 * @example
 * jobQueueContract({ describe, it, expect }, (clock) => {
 *   const store = createMemoryStore();
 *   return { store, queue: createMemoryQueue(store, { clock, limits: CONTRACT_LIMITS }) };
 * });
 */
export const jobQueueContract = ({ describe, it, expect }: TestRunner, makeQueue: MakeQueue): void => {
  const kit: QueueKit = {
    describe,
    test: (name, body) =>
      it(name, async () => {
        const clock = steppingClock(SAMPLE_INSTANT, 0);
        const under = await makeQueue(clock);
        try {
          await body(under, (ms) => clock.set(later(clock.now(), ms)));
        } finally {
          await under.store.close();
        }
      }),
    same: (actual, expected) => expect(actual).toEqual(expected),
  };
  takeContract(kit);
  issueContract(kit);
};
