import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import { migrate } from '../../src/adapters/postgres/migrate';
import { createPostgresIntents } from '../../src/adapters/postgres/payment-intents';
import { pgConnection } from '../../src/adapters/postgres/pg-connection';
import { RIGHTS, rolesScript } from '../../src/adapters/postgres/roles';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Store } from '../../src/ports/store';
import { fixedClock } from '../../src/testing/clock';
import { monthWrite, OCTOBER, posting } from '../../src/testing/contract-kit';
import { planOf } from '../../src/testing/contract-queue-kit';
import { sampleIntent } from '../../src/testing/intents-contract';
import {
  SAMPLE_INSTANT,
  sampleAccount,
  sampleAct,
  sampleBill,
  sampleEntry,
  sampleFact,
  sampleHouse,
  sampleTariff,
} from '../../src/testing/sample-records';
import { type RealStores, realStores } from './real-stores';

let real: RealStores;
const pools = new Map<string, pg.Pool>();

/** The pool of a login; nothing of it is shared with another. */
const as = (user: string): pg.Pool => {
  const pool = pools.get(user) ?? new pg.Pool({ ...real.server.address, user, max: 2 });
  pools.set(user, pool);
  return pool;
};
const storeOf = (user: string): Store => createPostgresStore(pgConnection(as(user)));

/** SQLSTATE that a statement is refused with, or `done`. */
const tried = (user: string, statement: string): Promise<string> =>
  as(user)
    .query(statement)
    .then(
      () => 'done',
      (error: pg.DatabaseError) => error.code ?? error.message,
    );

const DENIED = '42501';
const LOGINS = { billing: 'saldo_writer', cabinet: 'saldo_reader', inspector: 'saldo_auditor' };

beforeAll(async () => {
  real = await realStores(18, 'pg');
  await real.asAdministrator(rolesScript({ providers: false }));
  for (const [login, role] of Object.entries(LOGINS)) await real.asAdministrator(`create role ${login} login in role ${role}`);
});
afterAll(async () => {
  for (const pool of pools.values()) await pool.end();
  await real.end();
});

/** A writer plans a run over a house, and asks a gateway for a payment. */
const planned = async (login: string, house: string): Promise<void> => {
  const queue = createPostgresQueue(pgConnection(as(login)), { clock: fixedClock(SAMPLE_INSTANT) });
  const houses = [{ house, accounts: 1 }];
  await createPostgresIntents(pgConnection(as(login))).add(sampleIntent(`order-${house}`, { house }));
  expect(await queue.plan({ ...planOf(`october of ${house.slice(0, 1)}`), month: OCTOBER, houses })).toMatchObject({ ok: true });
};

/** What a writer writes of a house: facts, a month with a bill and its entry. */
const billed = async (store: Store, house: string, account: string): Promise<void> => {
  const facts = [sampleFact(house, sampleHouse(`house of ${house}`)), sampleFact(house, sampleAccount(account))];
  expect(await store.appendFacts({ key: `facts:${house}`, digest: 'd', facts })).toMatchObject({ ok: true });
  const month = monthWrite(`month:${house}`, {
    house,
    bills: [sampleBill(house, OCTOBER, account)],
    acts: [sampleAct(house, OCTOBER, 'coldWater')],
    entries: [sampleEntry('e', house, account, OCTOBER)],
  });
  expect(await store.writeMonth(month)).toMatchObject({ ok: true });
};

const TABLES = Object.keys(RIGHTS).filter((table) => table !== 'entries_in_roubles');
/** Runs and intents are worked on, and are no history. */
const WORKING = ['runs', 'run_jobs', 'run_houses', 'payment_intents'];
const PAST = TABLES.filter((table) => !['migrations', 'provider_houses', 'account_numbers', ...WORKING].includes(table));

describe('roles of one provider', () => {
  beforeEach(async () => {
    await real.emptyStore();
    await billed(storeOf('billing'), 'h-1', '590001');
  });

  it('are granted what they need: the script knows every table of the schema', async () => {
    const { rows } = await real.asAdministrator(`select table_name from information_schema.tables where table_schema = 'saldo' order by 1`);
    expect(rows.map((row: { table_name: string }) => row.table_name)).toEqual(Object.keys(RIGHTS).sort());
  });

  it('a writer does all that a store does, and finds the schema as it is', async () => {
    const store = storeOf('billing');
    expect(await migrate(pgConnection(as('billing')))).toEqual({ ok: true, value: [] });
    expect(await store.post(posting('p', [sampleEntry('p', 'h-1', '590001', OCTOBER)], 'h-1'))).toMatchObject({ ok: true });
    const closing = {
      key: 'c',
      digest: 'c',
      house: 'h-1',
      month: OCTOBER,
      expectedVersion: 1,
      at: '2026-11-01T00:00:00.000Z' as never,
      by: 'б',
    };
    expect(await store.closeMonth(closing)).toMatchObject({ ok: true });
    const moved = { ...sampleAccount('590002', { id: 'moved' }), supersedes: '590001' };
    expect(await store.appendFacts({ key: 'm', digest: 'm', facts: [sampleFact('h-1', moved)] })).toMatchObject({ ok: true });
    expect(await store.houseOfAccount('590002')).toEqual({ house: 'h-1', account: '590002' });
  });

  it.each(PAST)('a writer changes, deletes and truncates nothing of %s', async (table) => {
    const column = { written_keys: 'digest', facts: 'scope', run_steps: 'by' }[table] ?? 'house';
    // Rows of houses are locked by writers, which takes the right to update them; there the trigger refuses.
    expect(await tried('billing', `update saldo.${table} set ${column} = 'x'`)).toBe(table === 'houses' ? 'SL001' : DENIED);
    expect(await tried('billing', `delete from saldo.${table}`)).toBe(DENIED);
    expect(await tried('billing', `truncate saldo.${table} cascade`)).toBe(DENIED);
  });

  it.each([
    'alter table saldo.bills disable trigger append_only',
    'drop trigger append_only on saldo.bills',
    'drop table saldo.bills cascade',
    'alter table saldo.bills disable row level security',
    'set session_replication_role = replica',
    'set role postgres',
    'set session authorization postgres',
    'create table saldo.mine (id text)',
    'create function saldo.mine() returns int language sql as $$ select 1 $$',
    `insert into saldo.migrations (version, name, checksum) values (99, 'x', 'x')`,
    `insert into saldo.provider_houses values ('h-1', 'billing')`,
    'grant saldo_auditor to billing',
    'alter role billing superuser',
    `copy saldo.bills to program 'cat'`,
    'create or replace function saldo.refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
  ])('a writer does not get past the rules: %s', async (statement) => {
    expect(await tried('billing', statement)).toBe(DENIED);
  });

  it.each(Object.keys(LOGINS).filter((login) => login !== 'billing'))('%s writes nothing anywhere', async (login) => {
    for (const table of TABLES) {
      expect(await tried(login, `insert into saldo.${table} default values`), table).toBe(DENIED);
      expect(await tried(login, `update saldo.${table} set ${table === 'written_keys' ? 'key' : 'house'} = 'x'`), table).toMatch(
        /42501|42703/,
      );
      expect(await tried(login, `delete from saldo.${table}`), table).toBe(DENIED);
      expect(await tried(login, `truncate saldo.${table} cascade`), table).toBe(DENIED);
    }
    await expect(storeOf(login).post(posting('p', [], 'h-1'))).rejects.toMatchObject({ code: DENIED });
    expect(await tried(login, 'set role saldo_writer')).toBe(DENIED);
  });

  it('a reader shows an account; of keys and of the list of houses it reads nothing', async () => {
    const store = storeOf('cabinet');
    expect(await store.houseOfAccount('590001')).toEqual({ house: 'h-1', account: '590001' });
    expect(await store.billsOfAccount('590001')).toHaveLength(1);
    expect(await store.entriesOfAccount('590001')).toHaveLength(1);
    expect(await store.balanceOf('h-1', '590001', {})).toBeNull();
    expect(await store.factsOf('h-1')).toHaveLength(2);
    await expect(store.houses(null, 9)).rejects.toMatchObject({ code: DENIED });
    for (const table of ['written_keys', 'houses']) expect(await tried('cabinet', `select 1 from saldo.${table}`)).toBe(DENIED);
  });

  it('an auditor reads everything', async () => {
    for (const table of Object.keys(RIGHTS)) expect(await tried('inspector', `select * from saldo.${table}`), table).toBe('done');
    expect(await storeOf('inspector').factsOf('h-1')).toHaveLength(2);
  });

  it('somebody without a role reads nothing', async () => {
    await real.asAdministrator(
      `do $$ begin if not exists (select from pg_roles where rolname = 'stranger') then create role stranger login; end if; end $$`,
    );
    expect(await tried('stranger', 'select 1 from saldo.bills')).toBe(DENIED);
  });

  it('the script takes back what was granted besides, and can be run again', async () => {
    await real.asAdministrator('grant delete on saldo.account_numbers to saldo_reader; grant select on saldo.written_keys to public');
    expect(await tried('cabinet', 'select 1 from saldo.written_keys')).toBe('done');
    await real.asAdministrator(rolesScript({ providers: false }));
    await real.asAdministrator(rolesScript({ providers: false }));
    expect(await tried('cabinet', 'select 1 from saldo.written_keys')).toBe(DENIED);
    expect(await tried('cabinet', 'delete from saldo.account_numbers')).toBe(DENIED);
  });

  it('a role that passes by the rules is not taken, nor a name that is none', async () => {
    await expect(real.asAdministrator(rolesScript({ auditor: 'postgres', providers: false }))).rejects.toThrow('passes by the rules');
    expect(() => rolesScript({ writer: 'x"; drop', providers: false })).toThrow();
    expect(() => rolesScript({ writer: 'one', reader: 'one', providers: false })).toThrow();
  });
});

describe('two providers in one database', () => {
  beforeAll(async () => {
    await real.asAdministrator(rolesScript({ providers: true }));
    for (const one of ['north', 'south'])
      await real.asAdministrator(
        `create role ${one} nologin; create role ${one}_billing login in role ${one}, saldo_writer; create role ${one}_cabinet login in role ${one}, saldo_reader`,
      );
    await real.asAdministrator(`insert into saldo.provider_houses values ('n-1', 'north'), ('n-2', 'north'), ('s-1', 'south')`);
  });
  afterAll(() => real.asAdministrator(rolesScript({ providers: false })));
  beforeEach(async () => {
    const shared = await real.emptyStore();
    await shared.appendFacts({ key: 'shared', digest: 'd', facts: [sampleFact('', sampleTariff('t', '50.93'))] });
    await billed(storeOf('north_billing'), 'n-1', '590001');
    await billed(storeOf('south_billing'), 's-1', '770001');
    await planned('north_billing', 'n-1');
    await planned('south_billing', 's-1');
  });

  it('each sees its own houses, and the tariffs of all', async () => {
    const [north, south] = [storeOf('north_billing'), storeOf('south_billing')];
    expect(await north.houses(null, 9)).toEqual(['n-1']);
    expect(await south.houses(null, 9)).toEqual(['s-1']);
    expect((await north.factsOf('n-1')).map((fact) => fact.scope)).toEqual(['n-1', 'n-1', '']);
    expect((await north.factsOf('s-1')).map((fact) => fact.scope)).toEqual(['']);
  });

  it.each(['north_billing', 'north_cabinet'])('%s reads no row of the other, in any table', async (login) => {
    const store = storeOf(login);
    expect(await store.billsOf('s-1', OCTOBER)).toEqual([]);
    expect(await store.billsOfAccount('770001')).toEqual([]);
    expect(await store.entriesOfHouse('s-1')).toEqual([]);
    expect(await store.houseOfAccount('770001')).toBeNull();
    for (const [table, { reader }] of Object.entries(RIGHTS)) {
      if (table === 'migrations' || (login === 'north_cabinet' && reader !== true)) continue;
      const { rows } = await as(login).query(`select to_json(t)::text as row from saldo.${table} t`);
      expect(
        rows.filter(({ row }: { row: string }) => /s-1|770001|south/.test(row)),
        table,
      ).toEqual([]);
      if (table !== 'month_closings' && table !== 'balances') expect(rows.length, table).toBeGreaterThan(0);
    }
  });

  it('neither writes into a house of the other, nor into one that is nobody’s, nor what is shared', async () => {
    const north = storeOf('north_billing');
    for (const house of ['s-1', 'new'])
      await expect(north.post(posting('k', [sampleEntry('x', house, '1', OCTOBER)], house))).rejects.toMatchObject({ code: DENIED });
    await expect(north.appendFacts({ key: 'f', digest: 'd', facts: [sampleFact('s-1', sampleHouse('x'))] })).rejects.toMatchObject({
      code: DENIED,
    });
    await expect(north.appendFacts({ key: 'f', digest: 'd', facts: [sampleFact('', sampleTariff('x', '1'))] })).rejects.toMatchObject({
      code: DENIED,
    });
    expect(await tried('north_billing', `insert into saldo.account_numbers values ('1', 's-1', '1')`)).toBe(DENIED);
    expect(await storeOf('south_billing').entriesOfHouse('s-1')).toHaveLength(1);
  });

  it('neither takes another role, or a house', async () => {
    for (const role of ['south', 'south_billing', 'saldo_auditor'])
      expect(await tried('north_billing', `set role ${role}`), role).toBe(DENIED);
    expect(await tried('north_billing', `insert into saldo.provider_houses values ('s-2', 'north')`)).toBe(DENIED);
    expect(await tried('north_billing', `update saldo.provider_houses set provider = 'north'`)).toBe(DENIED);
    expect(await tried('north_billing', 'set row_security = off')).toBe('done');
    expect(await tried('north_billing', 'alter policy own on saldo.bills using (true)')).toBe(DENIED);
  });

  it('what is unique over all providers is told to be taken, not whose it is', async () => {
    const north = storeOf('north_billing');
    const claim = [sampleFact('n-1', sampleAccount('770001', { id: 'mine' }))];
    expect(await north.appendFacts({ key: 'a', digest: 'd', facts: claim })).toEqual({
      ok: false,
      error: { code: 'account-in-two-houses', value: '770001' },
    });
    const id = [sampleFact('n-1', sampleHouse('house of s-1'))];
    expect(await north.appendFacts({ key: 'b', digest: 'd', facts: id })).toEqual({
      ok: false,
      error: { code: 'duplicate-fact', value: 'house of s-1' },
    });
    expect(await north.post(posting('month:s-1', [], 'n-1'))).toEqual({
      ok: false,
      error: { code: 'idempotency-conflict', value: 'month:s-1' },
    });
  });

  it('each repeats its own key, and writes of both go on side by side', async () => {
    const answers = await Promise.all(
      ['n-1', 's-1'].map((house, place) =>
        storeOf(place === 0 ? 'north_billing' : 'south_billing').post(
          posting(`p:${house}`, [sampleEntry('p', house, '1', OCTOBER)], house),
        ),
      ),
    );
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    const again = await storeOf('north_billing').post(posting('p:n-1', [sampleEntry('p', 'n-1', '1', OCTOBER)], 'n-1'));
    expect(again).toEqual({ ok: true, value: { repeated: true } });
  });

  it('a view hides what its table hides', async () => {
    const { rows } = await as('north_cabinet').query('select distinct house from saldo.entries_in_roubles');
    expect(rows).toEqual([{ house: 'n-1' }]);
  });

  it('an auditor sees both, and a house is read by its index', async () => {
    expect((await storeOf('inspector').houses(null, 9)).length).toBe(2);
    const { rows } = await as('north_billing').query(
      `explain select 1 from saldo.bills where house = 'n-1' and month = '2026-10' and version = 1`,
    );
    expect(JSON.stringify(rows)).toMatch(/Index Cond: .*house = 'n-1'/);
  });
});
