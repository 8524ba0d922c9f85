import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pgConnection } from '../../src/adapters/postgres/pg-connection';
import { postgresJsConnection } from '../../src/adapters/postgres/postgres-js-connection';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Store } from '../../src/ports/store';
import { HOUSE, monthWrite, OCTOBER, posting } from '../../src/testing/contract-kit';
import { sampleBill, sampleEntry } from '../../src/testing/sample-records';
import { DRIVERS, type Opened, type RealStores, realStores } from './real-stores';
import { HOUSES, MONTHS, placeOf, writeOf } from './sample-writes';

let real: RealStores;

beforeAll(async () => {
  real = await realStores(18, 'pg', { durable: true });
});
afterAll(() => real.end());

const END_OTHERS = `select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and application_name = 'the store'`;

/** An administrator's session that keeps writers of the house waiting, until it is let go. */
const holdHouse = async (): Promise<() => Promise<void>> => {
  const client = new pg.Client({ ...real.server.address, user: 'postgres' });
  await client.connect();
  await client.query('insert into saldo.houses (house) values ($1) on conflict do nothing', [HOUSE]);
  await client.query('begin');
  await client.query('select house from saldo.houses where house = $1 for update', [HOUSE]);
  return () => client.end();
};

/** A writer stands before the lock. */
const untilOneWaits = async (): Promise<void> => {
  const waiting = `select 1 from pg_stat_activity where application_name = 'the store' and wait_event_type = 'Lock'`;
  while ((await real.asAdministrator(waiting)).rows.length === 0) await pause(10);
};

const named = 'the store';
const OPEN = {
  pg: (limits = {}): Opened => {
    const pool = new pg.Pool({ ...real.server.address, user: 'postgres', max: 4, application_name: named });
    pool.on('error', () => {});
    return { connection: pgConnection(pool, limits), end: () => pool.end() };
  },
  postgres: (limits = {}): Opened => {
    const sql = postgres({
      ...real.server.address,
      user: 'postgres',
      max: 4,
      connect_timeout: 1,
      onnotice: () => {},
      connection: { application_name: named },
    });
    return { connection: postgresJsConnection(sql, limits), end: () => sql.end({ timeout: 1 }) };
  },
};

describe.each(['pg', 'postgres'] as const)('a server that fails, by %s', (driver) => {
  /** Tests with a connection of their own. */
  const using = async (limits: object, act: (opened: Opened, store: Store) => Promise<void>): Promise<void> => {
    await real.emptyStore();
    const opened = OPEN[driver](limits);
    try {
      await act(opened, createPostgresStore(opened.connection));
    } finally {
      await opened.end();
    }
  };
  const write = monthWrite('w', { bills: [sampleBill(HOUSE, OCTOBER, '1')] });

  it('a connection cut in the middle of a write is an answer; the same key again writes once', () =>
    using({}, async (_, store) => {
      const letGo = await holdHouse();
      const writing = store.writeMonth(write);
      await untilOneWaits();
      await real.asAdministrator(END_OTHERS);
      expect(await writing).toMatchObject({
        ok: false,
        error: { code: 'store-unavailable', facts: { reason: expect.stringMatching(/./) } },
      });
      await letGo();
      expect(await store.billsOf(HOUSE, OCTOBER)).toEqual([]);
      expect(await store.writeMonth(write)).toEqual({ ok: true, value: { repeated: false, version: 1 } });
      expect(await store.writeMonth(write)).toEqual({ ok: true, value: { repeated: true, version: 1 } });
    }));

  it.each(['goes on', 'has no more to do', 'fails by itself'])('a connection cut between two statements, of work that %s', (how) =>
    using({}, async ({ connection }, store) => {
      const work = connection.transaction(async (runner) => {
        await runner.query(`insert into saldo.houses (house) values ('lost')`);
        await real.asAdministrator(END_OTHERS);
        await pause(150);
        if (how === 'goes on') await runner.query(`insert into saldo.houses (house) values ('lost too')`);
        if (how === 'fails by itself') throw new Error('a mistake of ours');
      });
      await expect(work).rejects.toThrow();
      await pause(50);
      expect(await store.houses(null, 9)).toEqual([]);
      expect(await store.writeMonth(write)).toMatchObject({ ok: true });
    }),
  );

  it.each(['ENOENT', '57P01', 'CONNECTION_CLOSED'])('an error %s of the work itself is not taken for one of the connection', (code) =>
    using({}, async ({ connection }, store) => {
      const error = Object.assign(new Error('of the work'), { code });
      const work = connection.transaction(async (runner) => {
        await runner.query(`insert into saldo.houses (house) values ('lost')`);
        throw error;
      });
      await expect(work).rejects.toBe(error);
      expect(await store.houses(null, 9)).toEqual([]);
    }),
  );

  it('a statement that takes longer than its limit is ended, and told', () =>
    using({ statementTimeoutMs: 150 }, async ({ connection }, store) => {
      const letGo = await holdHouse();
      expect(await store.writeMonth(write)).toEqual({
        ok: false,
        error: { code: 'store-unavailable', facts: { reason: 'canceling statement due to statement timeout' } },
      });
      await expect(connection.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
      await letGo();
      expect(await store.writeMonth(write)).toMatchObject({ ok: true, value: { repeated: false } });
    }));

  it('waiting for a lock longer than its limit is ended, and told', () =>
    using({ lockTimeoutMs: 100 }, async (_, store) => {
      const letGo = await holdHouse();
      expect(await store.writeMonth(write)).toEqual({
        ok: false,
        error: { code: 'store-unavailable', facts: { reason: 'canceling statement due to lock timeout' } },
      });
      await letGo();
      expect(await store.writeMonth(write)).toMatchObject({ ok: true, value: { repeated: false } });
    }));

  it('limits hold in our transactions alone: the next user of the connection has its own', () =>
    using({ statementTimeoutMs: 4321 }, async ({ connection }) => {
      const shown = async () => (await connection.query('show statement_timeout')).rows[0];
      expect(await shown()).toEqual({ statement_timeout: '4321ms' });
      const inside = connection.transaction(async (runner) => (await runner.query('show transaction_isolation')).rows[0]);
      expect(await inside).toEqual({ transaction_isolation: 'read committed' });
    }));

  it(
    'a server stopped as by a crash, and started again, keeps all that it acknowledged',
    () =>
      using({}, async (_, store) => {
        const total = HOUSES.length * MONTHS.length * 2;
        const acknowledged = new Set<number>();
        let refused = 0;
        /** Writers of one house each, which ask again with the same key until they are answered. */
        const writer = async (house: number): Promise<void> => {
          for (let place = house; place < total; place += HOUSES.length) {
            for (;;) {
              const answer = await store.writeMonth(writeOf(place));
              if (answer.ok) break;
              expect(answer.error.code).toBe('store-unavailable');
              refused += 1;
              await pause(30);
            }
            acknowledged.add(place);
          }
        };
        const writing = Promise.all(HOUSES.map((_, house) => writer(house)));
        for (const after of [6, 14]) {
          while (acknowledged.size < after) await pause(1);
          await real.server.stop('immediate');
          await pause(60);
          await real.server.start();
        }
        await writing;
        expect(refused).toBeGreaterThan(0);
        for (let place = 0; place < total; place += 1) {
          const { house, month, expectedVersion } = placeOf(place);
          expect(await store.billsOf(house, month, expectedVersion + 1), `write ${place}`).toEqual(writeOf(place).bills);
        }
        const entries = (await Promise.all(HOUSES.map((house) => store.entriesOfHouse(house)))).flat();
        const expected = Array.from({ length: total }, (_, place) => writeOf(place).entries).flat();
        expect(entries.map((entry) => entry.id).sort()).toEqual(expected.map((entry) => entry.id).sort());
      }),
    120_000,
  );

  it('a role or a database that is not there, or no server, is an answer', async () => {
    const nobody = DRIVERS[driver](real.server, { user: 'nosuch' });
    const answer = await createPostgresStore(nobody.connection).post(posting('k', [sampleEntry('e', HOUSE, '1', OCTOBER)]));
    expect(answer).toEqual({ ok: false, error: { code: 'store-unavailable', facts: { reason: 'role "nosuch" does not exist' } } });
    await nobody.end();
    const nowhere = DRIVERS[driver]({ ...real.server, address: { ...real.server.address, host: `${real.server.address.host}/nosuch` } });
    const reached = await createPostgresStore(nowhere.connection).post(posting('k', []));
    expect(reached).toMatchObject({ ok: false, error: { code: 'store-unavailable', facts: { reason: expect.stringMatching(/ENOENT/) } } });
    await nowhere.end();
  });
});

describe('the parsers and serializers of the host', () => {
  const write = monthWrite('w', { bills: [sampleBill(HOUSE, OCTOBER, '1')], entries: [sampleEntry('e', HOUSE, '1', OCTOBER)] });
  const TYPES = [16, 20, 23, 25, 114, 1043, 1082, 1184];

  it('of pg, for the whole process, are neither used nor changed', async () => {
    const before = TYPES.map((type) => pg.types.getTypeParser(type));
    const strange = (): string => 'strange';
    for (const type of TYPES) pg.types.setTypeParser(type, strange);
    try {
      const store = await real.emptyStore();
      expect(await store.writeMonth(write)).toMatchObject({ ok: true, value: { version: 1 } });
      expect(await store.billsOf(HOUSE, OCTOBER)).toEqual(write.bills);
      expect(await store.entriesOfHouse(HOUSE)).toEqual(write.entries);
      expect(TYPES.every((type) => pg.types.getTypeParser(type) === strange)).toBe(true);
    } finally {
      for (const [place, type] of TYPES.entries()) pg.types.setTypeParser(type, before[place] as (value: string) => unknown);
    }
  });

  it('of a client of postgres are neither used nor changed', async () => {
    await real.emptyStore();
    const strange = { to: 25, from: TYPES, serialize: () => 'strange', parse: () => 'strange' };
    const sql = postgres({ ...real.server.address, user: 'postgres', types: { strange }, transform: { value: { from: () => 'strange' } } });
    const store = createPostgresStore(postgresJsConnection(sql));
    expect(await store.writeMonth(write)).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await store.billsOf(HOUSE, OCTOBER)).toEqual(write.bills);
    expect(await store.entriesOfHouse(HOUSE)).toEqual(write.entries);
    expect(await sql`select 1 as one`).toEqual([{ one: 'strange' }]);
    await sql.end();
  });

  it.each([
    ['renames columns', { column: postgres.toCamel }],
    ['changes rows', { row: { from: () => ({}) } }],
  ])('a client of postgres that %s is refused', (_, transform) => {
    expect(() => postgresJsConnection(postgres({ transform } as object))).toThrow('transform');
  });
});
