import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import type { JobQueue, UnitWork } from '../../src/ports/job-queue';
import type { Store } from '../../src/ports/store';
import { fixedClock } from '../../src/testing/clock';
import { billedHouses, drain, planOf, writeHouse } from '../../src/testing/contract-queue-kit';
import { SAMPLE_INSTANT } from '../../src/testing/sample-records';
import { DRIVERS, type Opened, type RealStores, realStores } from '../adapters/real-stores';

const clock = fixedClock(SAMPLE_INSTANT);
const HOUSES = ['a', 'b', 'c', 'd', 'e', 'f'];
const ALL = HOUSES.map((house) => `${house}:1:1`);

/** A moment that one side waits for and the other one tells. */
const moment = () => {
  let tell = (): void => {};
  const told = new Promise<void>((resolve) => (tell = resolve));
  return { told, tell };
};

let stores: RealStores;
beforeAll(async () => {
  stores = await realStores(18, 'pg');
});
afterAll(() => stores.end());

describe.each(['pg', 'postgres'] as const)('workers with pools of their own, truly at once, by %s', (driver) => {
  let store: Store;
  let pools: Opened[];
  let workers: JobQueue[];

  beforeEach(async () => {
    store = await stores.emptyStore();
    pools = Array.from({ length: 4 }, () => DRIVERS[driver](stores.server, { max: 2 }));
    workers = pools.map(({ connection }) => createPostgresQueue(connection, { clock }));
  });
  afterEach(() => Promise.all(pools.map((pool) => pool.end())));

  const worker = (nth: number): JobQueue => workers[nth] as JobQueue;

  /** The backend that works under a job now. */
  const inTransaction = `from pg_stat_activity where state like 'idle in transaction%' and pid <> pg_backend_pid()`;

  it('four planners of one run plan one run', async () => {
    const planned = await Promise.all(workers.map((queue) => queue.plan(planOf())));
    expect(planned.map((one) => one.ok && one.value.repeated).toSorted()).toEqual([false, true, true, true]);
    expect(planned.map((one) => one.ok && one.value.houses)).toEqual([6, 6, 6, 6]);
    expect(await worker(0).progress('run-1')).toMatchObject({ houses: 6, waiting: 6 });
  });

  it('a planner whose connection is cut has planned all or nothing, and another one plans', async () => {
    const houses = Array.from({ length: 5000 }, (_, place) => ({ house: `h${String(place).padStart(5, '0')}`, accounts: 1 }));
    const planning = worker(0).plan(planOf('run-1', { houses, batch: 50 }));
    await pause(30);
    await stores.asAdministrator(`select pg_terminate_backend(pid) ${inTransaction.replace(`'idle in transaction%'`, `'%'`)}
      and query like '%saldo.run%'`);
    const first = await planning;
    expect(first.ok ? 'planned' : first.error.code).toMatch(/^(planned|store-unavailable)$/);
    const second = await worker(1).plan(planOf('run-1', { houses, batch: 50 }));
    expect(second).toEqual({ ok: true, value: { repeated: first.ok, houses: 5000 } });
  });

  it('each has a job of its own in hand, nobody waits for another, and a fifth finds none', async () => {
    await worker(0).plan(planOf('run-1', { batch: 2 }));
    const all = moment();
    const inHand: string[] = [];
    const hold: UnitWork = async (unit, own) => {
      const written = await writeHouse(unit, own);
      inHand.push(unit.house);
      if (inHand.length === 3) all.tell();
      await all.told;
      return written;
    };
    const working = [0, 1, 2].map((nth) => worker(nth).take(`w${nth}`, hold));
    await all.told;
    expect(inHand.toSorted()).toEqual(['a', 'c', 'e']);
    await Promise.all(working);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
    expect(await worker(3).take('w3', writeHouse)).toEqual({ ok: true, value: null });
  });

  it('a job in hand is not offered to others, who answer at once', async () => {
    await worker(0).plan(planOf('run-1', { batch: 6 }));
    const [begun, over] = [moment(), moment()];
    const working = worker(0).take('w0', async (unit, own) => {
      begun.tell();
      await over.told;
      return writeHouse(unit, own);
    });
    await begun.told;
    const before = Date.now();
    expect(await worker(1).take('w1', writeHouse)).toEqual({ ok: true, value: null });
    expect(Date.now() - before).toBeLessThan(2000);
    over.tell();
    expect((await working).ok).toBe(true);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
  });

  it('a worker whose backend is terminated keeps nothing, says so, and its job is taken at once', async () => {
    await worker(0).plan(planOf('run-1', { batch: 6 }));
    const lost = await worker(0).take('w0', async (unit, own) => {
      const written = await writeHouse(unit, own);
      if (unit.house === 'c') await stores.asAdministrator(`select pg_terminate_backend(pid) ${inTransaction}`);
      return written;
    });
    expect(lost.ok ? '' : lost.error.code).toBe('store-unavailable');
    expect(await billedHouses(store, HOUSES)).toEqual([]);
    expect(await drain(worker(1), writeHouse)).toHaveLength(6);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
    // The pool of the first has got over it.
    expect(await drain(worker(0), writeHouse)).toEqual([]);
  });

  it('whoever would take the row of a job from its worker waits until the job is over, and then finds it done', async () => {
    await worker(0).plan(planOf('run-1', { batch: 6 }));
    let robbing: Promise<{ rowCount: number | null }> | undefined;
    const done = await worker(0).take('w0', async (unit, own) => {
      robbing ??= stores.asAdministrator(`update saldo.run_jobs set token = 'other' where not done`);
      return writeHouse(unit, own);
    });
    expect(done.ok).toBe(true);
    expect((await robbing)?.rowCount).toBe(0);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
  });

  it('a last job that all workers want is worked by one, and no claim of the others counts as a death, thirty times', async () => {
    const one = [{ house: 'a', accounts: 1 }];
    const lone = workers.map((_, nth) => createPostgresQueue((pools[nth] as Opened).connection, { clock, limits: { claims: 2 } }));
    for (let time = 0; time < 30; time += 1) {
      const run = `run-${time}`;
      await worker(0).plan(planOf(run, { houses: one, batch: 1 }));
      const ended = (await Promise.all(lone.map((queue) => drain(queue, writeHouse, run)))).flat();
      expect(ended, run).toEqual(['a done']);
    }
    expect(await billedHouses(store, ['a'])).toEqual(['a:1:1']);
  });

  it('jobs of two runs that lock the same houses crosswise come to an end: one deadlock, nothing doubled', async () => {
    const houses = ['a', 'b'].map((house) => ({ house, accounts: 1 }));
    await worker(0).plan(planOf('forth', { houses, batch: 2 }));
    await worker(0).plan(planOf('back', { houses, batch: 2 }));
    const crossed = moment();
    let first = 0;
    const met: string[] = [];
    const crosswise =
      (other: boolean): UnitWork =>
      async (unit, own) => {
        const house = other ? (unit.house === 'a' ? 'b' : 'a') : unit.house;
        if (unit.house === 'b') {
          first += 1;
          if (first === 2) crossed.tell();
          await Promise.race([crossed.told, pause(1000)]);
        }
        return writeHouse({ ...unit, house }, own);
      };
    const working = async (queue: JobQueue, run: string): Promise<void> => {
      for (;;) {
        const taken = await queue.take(run, crosswise(run === 'back'), run);
        if (taken.ok && taken.value === null) return;
        if (taken.ok)
          for (const { outcome } of taken.value?.units ?? []) met.push(outcome.done ? 'done' : (outcome.problems[0]?.code ?? ''));
        else met.push(taken.error.code);
        if (!taken.ok) expect(taken.error.code).toBe('store-unavailable');
      }
    };
    await Promise.all([working(worker(0), 'forth'), working(worker(1), 'back')]);
    expect(met.filter((one) => one !== 'done').length, String(met)).toBeLessThan(4);
    expect(await billedHouses(store, ['a', 'b'])).toEqual(['a:1:1', 'b:1:1']);
    for (const run of ['forth', 'back']) {
      const progress = await worker(2).progress(run);
      expect((progress?.done ?? 0) + (progress?.waiting ?? 0), run).toBe(2);
      expect(progress?.dead, run).toBe(0);
    }
  });

  it('a server that stops in the middle of a job leaves nothing of it, and another worker has the job within seconds of its start', async () => {
    await worker(0).plan(planOf('run-1', { batch: 6 }));
    let stopped: Promise<void> | undefined;
    const lost = await worker(0).take('w0', async (unit, own) => {
      const written = await writeHouse(unit, own);
      if (unit.house === 'd') stopped = stores.server.stop('immediate');
      await stopped;
      return written;
    });
    expect(lost.ok ? '' : lost.error.code).toBe('store-unavailable');
    await stopped;
    await stores.server.start();
    // Nobody could say that the job is free: it is so when its head start is over.
    const ended: string[] = [];
    for (const until = Date.now() + 10_000; ended.length < 6 && Date.now() < until; await pause(100))
      ended.push(...(await drain(worker(1), writeHouse)));
    expect(ended).toHaveLength(6);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
  });
});
