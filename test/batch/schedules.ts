import fc from 'fast-check';
import { expect } from 'vitest';
import { billUnit, planRun } from '../../src/batch';
import { later } from '../../src/kernel/calendar';
import type { JobQueue, UnitOutcome } from '../../src/ports/job-queue';
import type { Store } from '../../src/ports/store';
import { createMemoryStore } from '../../src/testing/memory-store';
import { done } from '../run/given';
import { books, filled, houseNames } from './given-batch';

export const HOUSES = houseNames(5);
const BY = { by: 'планировщик' };

/** What may happen to a worker that takes a job, or around it. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'work' } as const) },
  // The worker dies, or loses the store, at the nth house, before or after the house was written.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('die' as const), nth: fc.nat(3), written: fc.boolean() }) },
  // The nth house is refused after it was written, for now or for good.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fail' as const), nth: fc.nat(3), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('throw' as const), nth: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), ms: fc.integer({ min: -100_000, max: 100_000 }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'pause' } as const, { kind: 'resume' } as const, { kind: 'plan' } as const) },
);

export const schedule = fc.record({
  batch: fc.integer({ min: 1, max: 4 }),
  steps: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
});

type Step = (typeof schedule extends fc.Arbitrary<infer T> ? T : never)['steps'][number][number];

/** Play steps, those of a group at the same time; then work to the end. */
export const play = async (
  ports: Awaited<ReturnType<typeof filled>> & { readonly store: Store; readonly queue: JobQueue },
  month: string,
  { batch, steps }: { readonly batch: number; readonly steps: readonly (readonly Step[])[] },
): Promise<void> => {
  const { queue, clock } = ports;
  const bill = billUnit(clock, []);
  const plan = async () => done(planRun(ports, { month, batch, run: month, ...BY }));
  const one = async (asked: Step): Promise<void> => {
    const decision = { at: clock.now(), ...BY };
    if (asked.kind === 'plan') await plan();
    else if (asked.kind === 'pause' || asked.kind === 'resume') await queue.decide(month, asked.kind, decision);
    else if (asked.kind === 'clock') clock.set(later(clock.now(), asked.ms));
    else {
      let nth = 0;
      await queue.take('worker', async (unit, store): Promise<UnitOutcome> => {
        const hit = asked.kind !== 'work' && nth === asked.nth;
        nth += 1;
        if (!hit) return bill(unit, store);
        const outcome = asked.kind === 'die' && !asked.written ? undefined : await bill(unit, store);
        if (asked.kind === 'throw') throw new Error('упал');
        if (asked.kind === 'fail') return { done: false, problems: [{ code: 'version-conflict' }], again: asked.again };
        return outcome?.done === false ? outcome : { done: false, problems: [{ code: 'store-unavailable' }], again: true };
      });
    }
  };
  await Promise.all([plan(), plan()]);
  for (const group of steps) await Promise.all(group.map(one));
  await queue.decide(month, 'resume', { at: clock.now(), ...BY });
  await queue.requeue(month, null, { at: clock.now(), ...BY });
  for (let waiting = 1; waiting > 0; waiting = (await queue.progress(month))?.waiting ?? 0) {
    clock.set(later(clock.now(), 600_000));
    await one({ kind: 'work' });
  }
};

export const expectWhole = async (queue: JobQueue, store: Store, month: string, expected: readonly string[]): Promise<void> => {
  expect(await queue.progress(month)).toMatchObject({ houses: 5, done: 5, waiting: 0, dead: 0, accounts: 15, bills: 15 });
  for (const house of HOUSES) expect((await store.monthState(house, month as never)).version).toBe(1);
  expect((await books(store, HOUSES)).toSorted()).toEqual(expected);
};

/** The journal of months billed one house after another. */
export const sequential = async (months: readonly string[]): Promise<readonly string[]> => {
  const store = createMemoryStore();
  const { saldo } = await filled(store, HOUSES);
  for (const month of months) await done(saldo.billHouses({ month }));
  return (await books(store, HOUSES)).toSorted();
};
