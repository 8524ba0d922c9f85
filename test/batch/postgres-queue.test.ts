import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundConnection } from '../../src/adapters/postgres/bound-connection';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import { fixedClock } from '../../src/testing/clock';
import { DONE, HOUSE, monthWrite, posting, written } from '../../src/testing/contract-kit';
import { billedHouses, decided, drain, planOf, writeHouse } from '../../src/testing/contract-queue-kit';
import { SAMPLE_INSTANT, sampleBill, sampleEntry } from '../../src/testing/sample-records';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';

let stores: PgliteStores;
beforeAll(async () => {
  stores = await pgliteStores();
});
afterAll(() => stores.database.close());

const clock = fixedClock(SAMPLE_INSTANT);
const HOUSES = ['a', 'b', 'c', 'd', 'e', 'f'];
const ALL = HOUSES.map((house) => `${house}:1:1`);

/** A connection that does something of its own around the transactions of a worker: the nth is the claim or the work of a job. */
const meddled = (meddle: (nth: number, commit: () => Promise<unknown>) => Promise<unknown>): SqlConnection => {
  let nth = 0;
  return {
    ...stores.connection,
    transaction: async (work) => {
      nth += 1;
      return (await meddle(nth, () => stores.connection.transaction(work))) as never;
    },
  };
};

const cut = (): Error => Object.assign(new Error('terminating connection'), { code: '57P01' });

describe('a worker over a database', () => {
  it('that is cut off after its job was committed doubles nothing: the next one finds nothing to do', async () => {
    const store = await stores.emptyStore();
    const queue = createPostgresQueue(stores.connection, { clock });
    await queue.plan(planOf());
    const shaky = createPostgresQueue(
      meddled(async (nth, commit) => {
        const value = await commit();
        if (nth % 2 === 0) throw cut();
        return value;
      }),
      { clock },
    );
    for (let job = 0; job < 3; job += 1) {
      const lost = await shaky.take('w', writeHouse);
      expect(lost.ok ? '' : lost.error.code).toBe('store-unavailable');
    }
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
    expect(await drain(queue, writeHouse)).toEqual([]);
    expect(await queue.progress('run-1')).toMatchObject({ done: 6, waiting: 0, bills: 6 });
  });

  it('whose job is claimed by another one before it began leaves it alone, and takes the next', async () => {
    const store = await stores.emptyStore();
    // Without a head start; with it, the other one finds nothing (`real-queue.test.ts`).
    const queue = createPostgresQueue(stores.connection, { clock, limits: { headStart: -1 } });
    await queue.plan(planOf('run-1', { batch: 6 }));
    const ended: unknown[] = [];
    const slow = createPostgresQueue(
      meddled(async (nth, commit) => {
        if (nth === 2) ended.push(await queue.take('other', writeHouse));
        return commit();
      }),
      { clock },
    );
    expect(await slow.take('w', writeHouse)).toEqual({ ok: true, value: null });
    expect(ended).toHaveLength(1);
    expect(await billedHouses(store, HOUSES)).toEqual(ALL);
  });

  it('whose row is taken from it while it works keeps nothing: a job is completed by its owner or not at all', async () => {
    const store = await stores.emptyStore();
    const robbed: SqlConnection = {
      ...stores.connection,
      transaction: (work) =>
        stores.connection.transaction((runner) =>
          work({
            query: async (text, params) => {
              // As if somebody had ended the job past its lock, which a database without row locks could let happen.
              if (text.startsWith('update saldo.run_jobs set done')) await runner.query(`update saldo.run_jobs set token = 'other'`);
              return runner.query(text, params);
            },
          }),
        ),
    };
    const queue = createPostgresQueue(robbed, { clock });
    await queue.plan(planOf());
    const lost = await queue.take('w', writeHouse);
    expect(lost).toEqual({ ok: false, error: { code: 'job-lost', value: 'run-1', facts: { job: '1' } } });
    expect(await billedHouses(store, HOUSES)).toEqual([]);
    expect((await queue.progress('run-1'))?.waiting).toBe(6);
  });

  it('finds in the database itself that an issued run does not change, and that steps are never rewritten', async () => {
    await stores.emptyStore();
    const queue = createPostgresQueue(stores.connection, { clock });
    await queue.plan(planOf());
    await drain(queue, writeHouse);
    await queue.decide('run-1', 'issue', decided());
    await expect(stores.connection.query(`update saldo.runs set state = 'running'`)).rejects.toMatchObject({ code: 'SL004' });
    await expect(stores.connection.query(`delete from saldo.run_steps`)).rejects.toMatchObject({ code: 'SL001' });
    await expect(stores.connection.query(`update saldo.run_houses set bills = null`)).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a store bound to an open transaction', () => {
  it('undoes a refused write by itself, and everything with the transaction', async () => {
    const store = await stores.emptyStore();
    const bill = sampleBill(HOUSE, '2026-10' as never, '1001');
    const entry = sampleEntry('e', HOUSE, '1001', '2026-10' as never);
    const broken = stores.connection.transaction(async (runner) => {
      const bound = createPostgresStore(boundConnection(runner));
      expect(await bound.writeMonth(monthWrite('m', { bills: [bill], entries: [entry] }))).toEqual(written(1));
      const refused = await bound.post(posting('p', [entry]));
      expect(refused.ok ? '' : refused.error.code).toBe('duplicate-entry');
      expect(await bound.post(posting('p', [{ ...entry, id: 'f' }]))).toEqual(DONE);
      expect(await bound.billsOf(HOUSE, '2026-10' as never)).toEqual([bill]);
      expect(await bound.entriesOfHouse(HOUSE)).toHaveLength(2);
      await bound.close();
      throw new Error('не сегодня');
    });
    await expect(broken).rejects.toThrow('не сегодня');
    expect(await store.entriesOfHouse(HOUSE)).toEqual([]);
    expect(await store.writeMonth(monthWrite('m', { bills: [bill] }))).toEqual(written(1));
  });
});
