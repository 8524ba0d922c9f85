import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import { migrate } from '../../src/adapters/postgres/migrate';
import { checksumOf, MIGRATIONS } from '../../src/adapters/postgres/migrations';
import { pgliteConnection } from '../../src/adapters/postgres/pglite-connection';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Month } from '../../src/kernel/calendar';
import { SAMPLE_INSTANT, sampleAct, sampleBill, sampleEntry, sampleFact, sampleHouse } from '../../src/testing/sample-records';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';

const OCTOBER = '2026-10' as Month;
const NOVEMBER = '2026-11' as Month;

let stores: PgliteStores;
let connection: SqlConnection;

beforeAll(async () => {
  stores = await pgliteStores();
  connection = { ...pgliteConnection(stores.database), close: async () => {} };
});

afterAll(() => stores.database.close());

const month = (key: string, house = 'h-1') => ({
  key,
  digest: key,
  house,
  month: OCTOBER,
  expectedVersion: 0,
  at: SAMPLE_INSTANT,
  bills: ['1', '2'].map((account) => sampleBill(house, OCTOBER, account, 12)),
  acts: [sampleAct(house, OCTOBER, 'coldWater')],
  entries: [sampleEntry(`${key}:1`, house, '1', OCTOBER)],
});

/** A store with a fact, a written month and a closed one. */
const filledStore = async () => {
  const store = await stores.emptyStore();
  await store.appendFacts({ key: 'f', digest: 'f', facts: [sampleFact('h-1', sampleHouse('h-1'))] });
  await store.writeMonth(month('m'));
  await store.closeMonth({ key: 'c', digest: 'c', house: 'h-2', month: OCTOBER, expectedVersion: 0, at: SAMPLE_INSTANT, by: 'x' });
  return store;
};

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  );

describe('the database keeps the past by itself, whoever writes to it', () => {
  it.each(['houses', 'written_keys', 'facts', 'month_versions', 'month_closings', 'bills', 'house_acts', 'entries', 'balances'])(
    '%s refuses change, deletion and truncation',
    async (table) => {
      await filledStore();
      const column = { written_keys: 'digest', facts: 'scope' }[table] ?? 'house';
      expect(await codeOf(connection.query(`update saldo.${table} set ${column} = 'x'`))).toBe('SL001');
      expect(await codeOf(connection.query(`delete from saldo.${table}`))).toBe('SL001');
      expect(await codeOf(connection.query(`truncate saldo.${table} cascade`))).toBe('SL001');
    },
  );

  it('a closed month, and every month before it, takes no row', async () => {
    await filledStore();
    const version = `insert into saldo.month_versions (house, month, version, at, key, bills, billed, entries, posted) values ('h-2', $1, 1, now(), 'm', 0, 0, 0, 0)`;
    const entry = `insert into saldo.entries (house, number, id, account, provider, service, kind, month, posted_in, amount, value_day, at, cause)
      values ('h-2', 1, $1, '1', 'p', 's', 'payment', '2026-11', $1, 1, '2026-11-01', now(), 'c')`;
    for (const statement of [version, entry]) {
      expect(await codeOf(connection.query(statement, ['2026-10']))).toBe('SL002');
      expect(await codeOf(connection.query(statement, ['2026-09']))).toBe('SL002');
      expect(await codeOf(connection.query(statement, ['2026-11']))).toBe('done');
    }
  });

  it('versions follow each other, money stays within whole safe kopecks, and a bill has a version', async () => {
    await filledStore();
    const version = `insert into saldo.month_versions (house, month, version, at, key, bills, billed, entries, posted) values ('h-1', '2026-10', $1::text::integer, now(), 'm', 0, 0, 0, 0)`;
    expect(await codeOf(connection.query(version, ['3']))).toBe('23503');
    expect(await codeOf(connection.query(version, ['1']))).toBe('23505');
    const bill = `insert into saldo.bills (house, month, version, account, made_by, total, format, body) values ('h-1', '2026-10', $1::text::integer, '9', 'x', $2::text::bigint, 1, '{}')`;
    expect(await codeOf(connection.query(bill, ['1', '9007199254740992']))).toBe('23514');
    expect(await codeOf(connection.query(bill, ['2', '1']))).toBe('23503');
  });

  it('a bill is one row, whatever its number of lines; an entry can be read in roubles', async () => {
    await filledStore();
    const { rows } = await connection.query('select count(*) as bills, sum(total) as total from saldo.bills');
    expect(rows).toEqual([{ bills: '2', total: String(2 * sampleBill('h-1', OCTOBER, '1', 12).total) }]);
    expect((await connection.query('select roubles from saldo.entries_in_roubles')).rows).toEqual([{ roubles: '483.33' }]);
  });

  it('a version has the bills that it says when the transaction ends, and takes no more afterwards', async () => {
    await filledStore();
    const version = `insert into saldo.month_versions (house, month, version, at, key, bills, billed, entries, posted)
      values ('h-1', '2026-11', 1, now(), 'm', $1::text::integer, $2::text::numeric, 0, 0)`;
    const bill = `insert into saldo.bills (house, month, version, account, made_by, total, format, body) values ('h-1', $1, 1, $2, 'x', 7, 1, '{}')`;
    const write = (count: string, sum: string, ...accounts: string[]) =>
      codeOf(
        connection.transaction(async (runner) => {
          await runner.query(version, [count, sum]);
          for (const account of accounts) await runner.query(bill, ['2026-11', account]);
        }),
      );
    expect(await write('2', '14', '1')).toBe('SL003');
    expect(await write('1', '8', '1')).toBe('SL003');
    expect(await write('1', '7', '1', '2')).toBe('SL003');
    expect(await write('2', '14', '1', '2')).toBe('done');
    expect(await codeOf(connection.query(bill, ['2026-10', '3']))).toBe('SL003');
  });

  it('a month carries its control totals', async () => {
    await filledStore();
    const { rows } = await connection.query('select bills, billed, entries, posted from saldo.month_versions');
    expect(rows).toEqual([{ bills: '2', billed: String(2 * sampleBill('h-1', OCTOBER, '1', 12).total), entries: '1', posted: '48333' }]);
  });
});

describe('the parsers of the host', () => {
  it('are not changed by the store, and do not change what it reads', async () => {
    const { database } = stores;
    const query = `select 7::int8 as eight, '{"a":1}'::json as json, date '2026-10-01' as day`;
    const before = await database.query(query);
    const own = { ...database.parsers };
    const strange = () => 'strange';
    Object.assign(database.parsers, { 20: strange, 23: strange, 25: (text: string) => text, 114: strange, 1082: strange, 1184: strange });
    const store = await filledStore();
    expect(await store.billsOf('h-1', OCTOBER)).toEqual(month('m').bills);
    expect(await store.entriesOfHouse('h-1')).toEqual(month('m').entries);
    expect((await database.query<{ eight: unknown }>(query)).rows[0]?.eight).toBe('strange');
    Object.assign(database.parsers, own);
    expect((await database.query(query)).rows).toEqual(before.rows);
  });
});

describe('migrations', () => {
  const second = { version: MIGRATIONS.length + 1, name: 'second', statements: ['create table saldo.later (id text)'] };

  it('that were released never change', () => {
    expect(MIGRATIONS.map((step) => [step.version, step.name, checksumOf(step).slice(0, 16)])).toEqual([
      [1, 'first-schema', 'ee52fa69bcc0aaaf'],
      [2, 'house-acts', 'e044f6efa7cd09f2'],
      [3, 'one-successor', '8ab2795ba0bf7db2'],
      [4, 'facts-stored', 'f3eb9f4d7fe513f9'],
      [5, 'month-chain', '32bbadca4df5c4aa'],
      [6, 'guards', '7a2945eb50efdeb6'],
      [7, 'batch-runs', 'e9acab89300bd047'],
      [8, 'payment-intents', '60aa4c7fb2774540'],
      [9, 'claimed-at', 'b3065895b9a08c55'],
    ]);
  });

  it('take a database whose facts contradict each other: the first successor keeps its place, nobody follows it twice', async () => {
    await connection.query('drop schema saldo cascade');
    expect(await migrate(connection, MIGRATIONS.slice(0, 2))).toMatchObject({ ok: true });
    for (const id of ['second', 'first'])
      await connection.query(
        `insert into saldo.facts (id, scope, kind, known_at, record) values ($1, 'h', 'house', now(), $2::text::json)`,
        [id, JSON.stringify({ ...sampleHouse(id), supersedes: 'origin', by: '"supersedes":' })],
      );
    await connection.query(
      `insert into saldo.facts (id, scope, kind, known_at, record) values ('origin', 'h', 'house', now(), '{"by": "\\u0000"}')`,
    );
    const since = ['one-successor', 'facts-stored', 'month-chain', 'guards', 'batch-runs', 'payment-intents', 'claimed-at'];
    expect(await migrate(connection)).toEqual({ ok: true, value: since });
    const { rows } = await connection.query('select id, supersedes from saldo.facts order by id');
    expect(rows).toEqual([
      { id: 'first', supersedes: null },
      { id: 'origin', supersedes: null },
      { id: 'second', supersedes: 'origin' },
    ]);
    expect((await connection.query('select id from saldo.facts where stored_at <> known_at')).rows).toEqual([]);
    const store = createPostgresStore(connection);
    const third = sampleFact('h', { ...sampleHouse('third'), supersedes: 'origin' });
    expect(await store.appendFacts({ key: 'k', digest: 'd', facts: [third] })).toMatchObject({ error: { code: 'supersedes-twice' } });
    expect(await codeOf(connection.query(`update saldo.facts set scope = 'x'`))).toBe('SL001');
  });

  it('are applied once, each whole: one that fails leaves nothing, and can be tried again', async () => {
    expect(await migrate(connection)).toEqual({ ok: true, value: [] });
    const failing = { ...second, statements: [...second.statements, 'select no_such_column'] };
    expect(await codeOf(migrate(connection, [...MIGRATIONS, failing]))).toBe('42703');
    expect((await connection.query(`select to_regclass('saldo.later')::text as there`)).rows).toEqual([{ there: null }]);
    expect(await migrate(connection, [...MIGRATIONS, second])).toEqual({ ok: true, value: ['second'] });
  });

  it('of a later release, or with other statements than were applied, are not taken', async () => {
    expect(await migrate(connection)).toEqual({
      ok: false,
      error: { code: 'schema-newer', facts: { found: String(second.version), known: String(MIGRATIONS.length) } },
    });
    const other = { ...second, statements: ['create table saldo.later (id integer)'] };
    expect(await migrate(connection, [...MIGRATIONS, other])).toEqual({
      ok: false,
      error: { code: 'schema-changed', facts: { migration: 'second' } },
    });
  });
});

describe('a database that fails', () => {
  /** The connection, with errors to be thrown by the next transactions: before their work, or after their commit. */
  const failing = (errors: readonly object[], when: 'before' | 'after' = 'before'): SqlConnection => {
    const left = [...errors];
    const transaction: SqlConnection['transaction'] = async (work) => {
      const error = left.shift();
      if (error !== undefined && when === 'before') throw error;
      const answer = await connection.transaction(work);
      if (error !== undefined) throw error;
      return answer;
    };
    return { ...connection, transaction };
  };
  const sqlError = (code: string, message = 'told by the server'): object => Object.assign(new Error(message), { code });
  const post = { key: 'p', digest: 'p', house: 'h-9', entries: [sampleEntry('e', 'h-9', '1', NOVEMBER)] };

  it('because transactions met is asked again, some times', async () => {
    await stores.emptyStore();
    const store = createPostgresStore(failing([sqlError('40001'), sqlError('40P01'), sqlError('40001')]));
    expect(await store.post(post)).toEqual({ ok: true, value: { repeated: false } });
    const hopeless = createPostgresStore(failing(Array.from({ length: 5 }, () => sqlError('40001'))));
    expect(await hopeless.post({ ...post, key: 'q' })).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
  });

  it.each([
    ['the server ends connections', sqlError('57P01')],
    ['the disk is full', sqlError('53100')],
    ['the network fails', sqlError('ECONNRESET')],
    ['the embedded engine has stopped', Object.assign(new Error('unreachable'), { name: 'RuntimeError' })],
  ])('because %s is a problem to try again, never an exception', async (_, error) => {
    await stores.emptyStore();
    const store = createPostgresStore(failing([error]));
    const reason = (error as Error).message;
    expect(await store.post(post)).toEqual({ ok: false, error: { code: 'store-unavailable', facts: { reason } } });
    expect(await store.post(post)).toEqual({ ok: true, value: { repeated: false } });
  });

  it('after the commit, before the answer: the same key again finds the write done', async () => {
    await stores.emptyStore();
    const store = createPostgresStore(failing([sqlError('08006')], 'after'));
    expect(await store.post(post)).toMatchObject({ ok: false, error: { code: 'store-unavailable' } });
    expect(await store.post(post)).toEqual({ ok: true, value: { repeated: true } });
    expect((await store.entriesOfHouse('h-9')).length).toBe(1);
  });

  it('because of a mistake of ours rejects: nobody should try that again', async () => {
    const store = createPostgresStore(failing([sqlError('42P01')]));
    await expect(store.post(post)).rejects.toThrow('told by the server');
  });
});
