import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/adapters/postgres/migrate';
import { planRun, runWorker } from '../../src/batch';
import type { Instant } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { createSaldo } from '../../src/run/create-saldo';
import { type RealPostgres, realPostgres } from '../adapters/real-postgres';
import { filled, houseNames, JANUARY } from '../batch/given-batch';
import { done } from '../run/given';
import { chaosQueue, databaseOf, type OpenDatabase } from './database';
import { FAULTS, SERVER_FAULTS, type Target } from './faults';
import { randomOf } from './random';
import { digestOf, expectProvenBooks, expectWholeJournal } from './round-checks';
import { type SmallDisk, smallDisk } from './small-disk';
import { buildWorkerProcess, WorkerProcess } from './worker-processes';

const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 2);
const HOUSES = houseNames(Number(process.env['CHAOS_SERVER_HOUSES'] ?? process.env['CHAOS_HOUSES'] ?? 60));
/** The short form has always the same faults; a long one has others each time, and tells which. */
const SEED = Number(process.env['CHAOS_SEED'] ?? (ROUNDS > 2 ? randomInt(2 ** 31) : 7));
const FAULTS_A_ROUND = 3;

let disk: SmallDisk | null = null;
let server: RealPostgres;
let whole: Readonly<Record<string, string | null>>;

const nameOf = (database: string, driver = 'pg'): string => `${driver}:${server.address.host}#${database}`;
const clock = { now: () => new Date().toISOString() as Instant };
const portsOf = (database: OpenDatabase) => ({ store: database.store, clock, queue: chaosQueue(database, clock) });

/** Statements of an administrator, each with a connection of its own: the server may have gone since the last one. */
const ask = async (database: string, text: string, values: readonly unknown[] = []) => {
  const client = new pg.Client({ ...server.address, user: 'postgres', database });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as readonly Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

/** Use a database in this process. */
const using = async <T>(name: string, use: (database: OpenDatabase) => Promise<T>): Promise<T> => {
  const database = await databaseOf(nameOf(name)).open();
  try {
    return await use(database);
  } finally {
    await database.store.close();
  }
};

beforeAll(async () => {
  disk = process.env['CHAOS_DISK'] === '1' ? smallDisk(1500) : null;
  server = await realPostgres(18, { durable: true, ...(disk === null ? {} : { place: disk.place }) });
  await buildWorkerProcess();
  await ask('postgres', 'create database filled');
  await using('filled', async (database) => {
    must(await migrate(database.connection));
    await filled(database.store, HOUSES);
  });
  // The same month of the same houses, which nobody disturbs: one house after another.
  await ask('postgres', 'create database undisturbed template filled');
  whole = await using('undisturbed', async (database) => {
    await done(createSaldo({ store: database.store, clock }).billHouses({ month: JANUARY }));
    return digestOf(database);
  });
  expect(whole).toMatchObject({ bills: String(3 * HOUSES.length), accounts: String(3 * HOUSES.length), versions: String(HOUSES.length) });
}, 300_000);

afterAll(async () => {
  await server?.remove();
  disk?.remove();
});

/** What the rounds came to. */
const told = { faults: new Map<string, number>(), midway: 0, again: 0, processes: 0, acknowledged: 0 };

const count = (fault: string): void => void told.faults.set(fault, (told.faults.get(fault) ?? 0) + 1);

/** One month of all houses with faults on its way; answers when the run has no house that waits. */
const disturbed = async (database: string, driver: string, faults: readonly string[], random: Target['random']): Promise<void> => {
  const all: WorkerProcess[] = [];
  const hire = (): WorkerProcess => {
    const worker = new WorkerProcess(nameOf(database, driver), 'r');
    all.push(worker);
    told.processes += 1;
    return worker;
  };
  const plan = () => using(database, (one) => planRun(portsOf(one), { month: JANUARY, batch: 10, run: 'r', by: 'я' }));
  const planned = await Promise.all([plan(), plan()]);
  count('two planners at once');
  expect(planned.map((one) => one.ok && one.value.repeated).toSorted()).toEqual([false, true]);
  let workers = [hire(), hire()];
  const acknowledged = (): readonly string[] => all.flatMap(({ said }) => said.flatMap(({ ended = [] }) => ended));
  await Promise.race(workers.map((worker) => worker.firstJob));
  for (const fault of faults) {
    await wait(random.below(3 * HOUSES.length));
    const [{ left = '0' } = {}] = await ask(database, `select count(*) as left from saldo.run_houses where state = 'waiting'`);
    if (left !== '0') told.midway += 1;
    workers = workers.map((worker) => (worker.isGone() ? hire() : worker));
    const target: Target = { server, disk, workers, random, plan, ask: (text, values) => ask(database, text, values) };
    await FAULTS[fault]?.(target);
    count(fault);
    if (!SERVER_FAULTS.has(fault)) continue;
    const before = acknowledged();
    const there = new Set((await ask(database, 'select house from saldo.month_versions')).map(({ house }) => house));
    expect(
      before.filter((house) => !there.has(house)),
      `acknowledged, and lost by ${fault}`,
    ).toEqual([]);
  }
  for (;;) {
    const [{ waiting = '0', dead = '0' } = {}] = await ask(
      database,
      `select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead from saldo.run_houses`,
    );
    expect(dead, 'dead letters').toBe('0');
    if (waiting === '0') break;
    workers = workers.map((worker) => (worker.isGone() ? hire() : worker));
    await Promise.race([wait(200), ...workers.map((worker) => worker.gone)]);
  }
  await Promise.all(workers.map((worker) => worker.gone));
  told.acknowledged += acknowledged().length;
};

describe('a month on a real server, with faults at random moments', () => {
  it(
    `bills every account once, ${ROUNDS} times, by seed ${SEED}`,
    async () => {
      const began = Date.now();
      const random = randomOf(SEED);
      const kinds = Object.keys(FAULTS).filter((fault) => disk !== null || fault !== 'disk full');
      for (let round = 0; round < ROUNDS; round += 1) {
        const database = `round_${round}`;
        // Each kind comes in turn; the others of the round by chance.
        const faults = Array.from({ length: FAULTS_A_ROUND }, (_, place) =>
          place === 0 ? (kinds[round % kinds.length] as string) : random.oneOf(kinds),
        );
        const about = `round ${round} of seed ${SEED}: ${faults.join(', ')}`;
        await ask('postgres', `create database ${database} template filled`);
        try {
          await disturbed(database, round % 2 === 0 ? 'pg' : 'postgres', faults, random);
          const [{ repeated = '0' } = {}] = await ask(database, 'select count(*) as repeated from saldo.run_houses where repeated');
          told.again += Number(repeated);
          await using(database, async (one) => {
            expect(await digestOf(one)).toEqual(whole);
            // A further run of the month completes, and writes nothing.
            const ports = portsOf(one);
            await done(planRun(ports, { month: JANUARY, batch: 10, run: 'again', by: 'я' }));
            const did = await done(runWorker(ports, { worker: 'again', run: 'again', wait, lanes: 2, poll: 50 }));
            expect(did).toMatchObject({ done: HOUSES.length, waiting: 0, dead: 0, bills: 3 * HOUSES.length });
            expect(await ports.queue.progress('again')).toMatchObject({ repeated: HOUSES.length });
            expect(await digestOf(one)).toEqual(whole);
            await expectWholeJournal(one);
            await expectProvenBooks(one, HOUSES);
          });
        } catch (error) {
          throw new Error(about, { cause: error });
        }
        await ask('postgres', `drop database ${database} with (force)`);
        if (ROUNDS > 9) console.info(`${about}; ${Math.round((Date.now() - began) / 1000)} s`);
      }
      const faults = [...told.faults].map(([fault, times]) => `  ${fault}: ${times}`).join('\n');
      console.info(
        `chaos on PostgreSQL 18: ${ROUNDS} rounds of ${HOUSES.length} houses (${3 * HOUSES.length} accounts), seed ${SEED}, ${Math.round((Date.now() - began) / 1000)} s\n` +
          `${faults}\n  of the faults within a round, while houses waited: ${told.midway} of ${ROUNDS * FAULTS_A_ROUND}\n  worker processes: ${told.processes}; houses acknowledged: ${told.acknowledged}; met again, and left as they were: ${told.again}; 0 lost, 0 doubled`,
      );
    },
    120_000 + ROUNDS * 120_000,
  );
});
