import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/adapters/postgres/migrate';
import { MIGRATIONS } from '../../src/adapters/postgres/migrations';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Result } from '../../src/kernel/result';
import type { Store, StoreProblem } from '../../src/ports/store';
import { HOUSE, monthWrite, OCTOBER, posting } from '../../src/testing/contract-kit';
import { sampleAccount, sampleBill, sampleEntry, sampleFact, sampleReading } from '../../src/testing/sample-records';
import { DRIVERS, type Opened, type RealStores, realStores } from './real-stores';

const WRITERS = Array.from({ length: 8 }, (_, place) => place);

/** Codes of what several writers were answered, sorted. */
const codes = (answers: readonly Result<{ readonly repeated: boolean }, StoreProblem>[]): readonly string[] =>
  answers.map((answer) => (answer.ok ? (answer.value.repeated ? 'repeated' : 'done') : answer.error.code)).sort();

const oneOf = (others: string): readonly string[] => ['done', ...WRITERS.slice(1).map(() => others)].sort();

/** Has a promise an answer within this time? */
const within = (ms: number, promise: Promise<unknown>): Promise<boolean> =>
  Promise.race([promise.then(() => true), pause(ms).then(() => false)]);

let real: RealStores;
let other: Opened;

beforeAll(async () => {
  real = await realStores(18, 'pg');
  other = DRIVERS.postgres(real.server);
});
afterAll(async () => {
  await other.end();
  await real.end();
});

/** An administrator's session that holds the lock of a house until it is let go. */
const holdHouse = async (): Promise<() => Promise<void>> => {
  const client = new pg.Client({ ...real.server.address, user: 'postgres' });
  await client.connect();
  await client.query('insert into saldo.houses (house) values ($1) on conflict do nothing', [HOUSE]);
  await client.query('begin');
  await client.query('select house from saldo.houses where house = $1 for update', [HOUSE]);
  return () => client.end();
};

describe.each(['pg', 'postgres'] as const)('writers at the same time over %s', (driver) => {
  /** An empty store with two connections to it, as two processes have. */
  const stores = async (): Promise<readonly [Store, Store]> => {
    const first = await real.emptyStore();
    return driver === 'pg' ? [first, first] : [createPostgresStore(other.connection), createPostgresStore(other.connection)];
  };
  const atOnce = async <A>(write: (store: Store, writer: number) => Promise<A>): Promise<A[]> => {
    const both = await stores();
    return Promise.all(WRITERS.map((writer) => write(both[writer % 2] as Store, writer)));
  };

  it('of one house-month: exactly one wins, and its bills are there', async () => {
    const answers = await atOnce((store, writer) =>
      store.writeMonth(monthWrite(`w-${writer}`, { bills: [sampleBill(HOUSE, OCTOBER, `account-${writer}`)] })),
    );
    expect(codes(answers)).toEqual(oneOf('version-conflict'));
    const winner = answers.findIndex((answer) => answer.ok);
    const [store] = [createPostgresStore(real.connection)];
    expect((await store.billsOf(HOUSE, OCTOBER)).map((bill) => bill.account)).toEqual([`account-${winner}`]);
  });

  it('with one key: one has an effect, the others are its repetition', async () => {
    const write = posting('once', [sampleEntry('e', HOUSE, '1', OCTOBER)]);
    expect(codes(await atOnce((store) => store.post(write)))).toEqual(oneOf('repeated'));
    expect(await createPostgresStore(real.connection).entriesOfHouse(HOUSE)).toHaveLength(1);
  });

  it('with one key for different content: one wins, the others are told', async () => {
    const answers = await atOnce((store, writer) => store.post({ ...posting('once', []), digest: `content ${writer}` }));
    expect(codes(answers)).toEqual(oneOf('idempotency-conflict'));
  });

  it('that supersede one fact: one wins', async () => {
    const answers = await atOnce((store, writer) => {
      const record = { ...sampleReading(`r-${writer}`, '1'), supersedes: 'r' };
      return store.appendFacts({ key: `k-${writer}`, digest: 'd', facts: [sampleFact(HOUSE, record)] });
    });
    expect(codes(answers)).toEqual(oneOf('supersedes-twice'));
  });

  it('that claim one account number for their houses: one wins', async () => {
    const answers = await atOnce((store, writer) => {
      const fact = sampleFact(`house-${writer}`, sampleAccount('590001', { id: `a-${writer}` }));
      return store.appendFacts({ key: `k-${writer}`, digest: 'd', facts: [fact] });
    });
    expect(codes(answers)).toEqual(oneOf('account-in-two-houses'));
  });

  it('that write the same facts in different orders do not stop each other for good', async () => {
    const facts = Array.from({ length: 40 }, (_, place) => sampleFact(HOUSE, sampleReading(`r-${place}`, '1')));
    const answers = await atOnce((store, writer) =>
      store.appendFacts({ key: `k-${writer}`, digest: 'd', facts: writer % 2 === 0 ? facts : [...facts].reverse() }),
    );
    expect(codes(answers)).toEqual(WRITERS.map(() => 'done'));
    expect(await createPostgresStore(real.connection).factsOf(HOUSE)).toHaveLength(40);
  });

  it('into one journal: every entry is there, numbered without a gap', async () => {
    const answers = await atOnce((store, writer) => store.post(posting(`k-${writer}`, [sampleEntry(`e-${writer}`, HOUSE, '1', OCTOBER)])));
    expect(codes(answers)).toEqual(WRITERS.map(() => 'done'));
    const { rows } = await real.connection.query(
      'select string_agg(number::text, $1::text order by number) as numbers from saldo.entries',
      [' '],
    );
    expect(rows).toEqual([{ numbers: '1 2 3 4 5 6 7 8' }]);
  });

  it('never make a reader wait: it sees what was written before, whole', async () => {
    const [store] = await stores();
    const before = [sampleBill(HOUSE, OCTOBER, '1')];
    await store.writeMonth(monthWrite('first', { bills: before }));
    const letGo = await holdHouse();
    const writing = store.writeMonth(monthWrite('second', { expectedVersion: 1, bills: [sampleBill(HOUSE, OCTOBER, '2')] }));
    expect(await within(200, writing)).toBe(false);
    expect(await store.billsOf(HOUSE, OCTOBER)).toEqual(before);
    expect(await store.monthState(HOUSE, OCTOBER)).toMatchObject({ version: 1 });
    await letGo();
    expect(await writing).toMatchObject({ ok: true, value: { version: 2 } });
  });

  it('of other houses do not wait for each other', async () => {
    const [store] = await stores();
    const letGo = await holdHouse();
    const waiting = store.post(posting('k-1', [sampleEntry('e', HOUSE, '1', OCTOBER)]));
    expect(await store.post(posting('k-2', [sampleEntry('e', 'other', '1', OCTOBER)], 'other'))).toMatchObject({ ok: true });
    expect(await within(50, waiting)).toBe(false);
    await letGo();
    expect(await waiting).toMatchObject({ ok: true });
  });
});

describe('processes that bring one new database to the schema at the same time', () => {
  it('apply each step once, between them', async () => {
    await real.asAdministrator('create database fresh');
    const server = { ...real.server, address: { ...real.server.address, database: 'fresh' } };
    const opened = [DRIVERS.pg(server), DRIVERS.postgres(server), DRIVERS.pg(server), DRIVERS.postgres(server)];
    const answers = await Promise.all(opened.map(({ connection }) => migrate(connection)));
    expect(answers.flatMap((answer) => (answer.ok ? answer.value : [answer.error.code])).sort()).toEqual(
      MIGRATIONS.map((step) => step.name).sort(),
    );
    for (const { end } of opened) await end();
  });
});
