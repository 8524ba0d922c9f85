import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createPostgresQueue, createPostgresStore, migrate, pgConnection } from '../src/adapters/postgres';
import { planRun, runWorker } from '../src/batch';
import type { Instant } from '../src/kernel/calendar';
import { must } from '../src/kernel/result';
import type { FactRecord } from '../src/model/records';
import { createSaldo } from '../src/run/create-saldo';
import { realPostgres } from '../test/adapters/real-postgres';
import { BENCH_MONTH, provider } from './provider';

const SEED = 20261001;
const clock = { now: () => new Date().toISOString() as Instant };

const portsOf = (pool: pg.Pool) => {
  const connection = pgConnection(pool);
  return { store: createPostgresStore(connection), queue: createPostgresQueue(connection, { clock }), clock };
};

/** One price list for all houses: their records of no house have the same names and differ from house to house. */
const REGION = 'region-0';

const inOneRegion = (record: FactRecord): FactRecord =>
  record.kind === 'house' ? { ...record, region: REGION, billedSince: BENCH_MONTH, policies: { penaltyPosting: 'none' } } : record;

const isOfNoHouse = ({ kind }: FactRecord): boolean => ['tariff', 'normative', 'provider'].includes(kind);

/** Houses of the bench's provider, imported as a host does, four at once. */
const fill = async (pool: pg.Pool, accounts: number): Promise<{ houses: number; facts: number }> => {
  const saldo = createSaldo(portsOf(pool));
  const houses = provider({ accounts, seed: SEED });
  const first = houses.next().value;
  if (first === undefined) throw new Error('no house');
  const did = { houses: 0, facts: 0 };
  const bring = async (facts: readonly FactRecord[]): Promise<void> => {
    const answer = await saldo.importFacts(facts.map(inOneRegion));
    if (!answer.ok) throw new Error(JSON.stringify(answer.error).slice(0, 600));
    did.houses += 1;
    did.facts += facts.length;
  };
  await bring(first.facts);
  const lane = async (): Promise<void> => {
    for (let next = houses.next(); next.done !== true; next = houses.next())
      await bring(next.value.facts.filter((one) => !isOfNoHouse(one)));
  };
  await Promise.all([lane(), lane(), lane()]);
  return did;
};

/** Bytes of each table with its indexes. */
const sizes = async (pool: pg.Pool): Promise<ReadonlyMap<string, { readonly bytes: number; readonly rows: number }>> => {
  await pool.query('vacuum analyze');
  const { rows } = await pool.query(
    `select relname as name, pg_total_relation_size(relid)::float8 as bytes, n_live_tup::float8 as rows from pg_stat_user_tables where schemaname = 'saldo' order by 2 desc`,
  );
  return new Map(rows.map(({ name, bytes, rows: count }) => [name as string, { bytes: bytes as number, rows: count as number }]));
};

/** Seconds of a core that ended sessions of a server have taken. */
const sessionsTook = (folder: string): number => {
  const [pid = ''] = readFileSync(`${folder}/data/postmaster.pid`, 'utf8').split('\n');
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
};

/** A worker process of the measuring. */
const work = async (host: string, database: string): Promise<void> => {
  const pool = new pg.Pool({ host, port: 5432, database, user: 'postgres', max: 3 });
  const did = await runWorker(portsOf(pool), { worker: String(process.pid), run: 'r', wait, poll: 50 });
  await pool.end();
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ workerCpuSeconds: (user + system) / 1e6 }));
  must(did.ok ? did : { ok: false, error: { code: JSON.stringify(did.error) } });
};

const measure = async (accounts: number): Promise<void> => {
  const server = await realPostgres(18, { durable: true });
  const open = (database: string) => new pg.Pool({ ...server.address, database, user: 'postgres', max: 4 });
  const administrator = open('postgres');
  await administrator.query('create database filled');
  const pool = open('filled');
  must(await migrate(pgConnection(pool)));
  const began = performance.now();
  const filled = await fill(pool, accounts);
  console.log(JSON.stringify({ accounts, ...filled, importSeconds: (performance.now() - began) / 1000 }));
  const before = await sizes(pool);
  await pool.end();
  for (const workers of [1, 2]) {
    const database = `by_${workers}`;
    await administrator.query(`create database ${database} template filled`);
    const own = open(database);
    const planBegan = performance.now();
    must(
      await planRun(portsOf(own), { month: BENCH_MONTH, run: 'r', batch: 5, by: 'замер' }).then((one) =>
        one.ok ? one : { ok: false, error: { code: JSON.stringify(one.error) } },
      ),
    );
    const planSeconds = (performance.now() - planBegan) / 1000;
    const logBefore = await own.query('select wal_bytes::float8 as bytes from pg_stat_wal');
    const tookBefore = sessionsTook(server.address.host);
    const start = performance.now();
    const all = Array.from({ length: workers }, () =>
      spawn(process.execPath, [fileURLToPath(import.meta.url), 'work', server.address.host, database], { stdio: 'inherit' }),
    );
    await Promise.all(all.map((one) => once(one, 'exit')));
    const seconds = (performance.now() - start) / 1000;
    const progress = await portsOf(own).queue.progress('r');
    const log = await own.query('select wal_bytes::float8 as bytes from pg_stat_wal');
    const databaseCpuSeconds = sessionsTook(server.address.host) - tookBefore;
    console.log(JSON.stringify({ databaseCpuSeconds, logBytes: log.rows[0].bytes - (logBefore.rows[0].bytes as number) }));
    console.log(JSON.stringify({ workers, planSeconds, seconds, done: progress?.done, dead: progress?.dead, bills: progress?.bills }));
    if (workers === 2) {
      const closing = performance.now();
      const saldo = createSaldo(portsOf(own));
      const { rows } = await own.query('select house from saldo.houses order by house');
      let closed = 0;
      for (const { house } of rows)
        closed += (
          await saldo.closeMonth({ house, month: BENCH_MONTH, by: 'замер', leaveUndecided: { by: 'замер', why: 'замер' } } as never)
        ).ok
          ? 1
          : 0;
      console.log(JSON.stringify({ closed, closeSeconds: (performance.now() - closing) / 1000 }));
      const after = await sizes(own);
      for (const [name, { bytes, rows: count }] of after) {
        const grown = bytes - (before.get(name)?.bytes ?? 0);
        console.log(
          JSON.stringify({ table: name, bytes, rows: count, grownByMonth: grown, anAccount: Math.round(bytes / (progress?.bills ?? 1)) }),
        );
      }
    }
    await own.end();
  }
  await administrator.end();
  await server.remove();
};

const [command, host = '', database = ''] = process.argv.slice(2);
if (command === 'work') await work(host, database);
else await measure(Number(command ?? 20_000));
