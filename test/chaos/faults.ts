import { setTimeout as wait } from 'node:timers/promises';
import type { RealPostgres } from '../adapters/real-postgres';
import type { Random } from './random';
import type { SmallDisk } from './small-disk';
import type { WorkerProcess } from './worker-processes';

/** What a fault may strike. */
export interface Target {
  readonly server: RealPostgres;
  readonly disk: SmallDisk | null;
  readonly workers: readonly WorkerProcess[];
  readonly random: Random;
  /** Statements of an administrator in the database of the round. */
  ask(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Plan the month once more, as another planner. */
  plan(): Promise<unknown>;
}

type Strike = (target: Target) => Promise<unknown>;

const BACKENDS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

/** Start the server again if it went. */
const up = async (server: RealPostgres): Promise<void> => {
  if (server.isUp()) await server.stop('immediate');
  await server.start();
};

const restart =
  (how: 'kill' | 'immediate'): Strike =>
  async ({ server, random }) => {
    await server.stop(how);
    await wait(random.below(300));
    await server.start();
  };

/** The faults, by their names in the report. */
export const FAULTS: Readonly<Record<string, Strike>> = {
  'kill -9 of a worker': ({ workers, random }) => random.oneOf(workers).kill(),
  'kill -9 of all workers': ({ workers }) => Promise.all(workers.map((worker) => worker.kill())),
  'kill -9 of the server': restart('kill'),
  'immediate stop of the server': restart('immediate'),
  'one connection cut': ({ ask }) => ask(`${BACKENDS} order by random() limit 1`),
  'all connections cut': ({ ask }) => ask(BACKENDS),
  'disk full': async ({ disk, server, random }) => {
    disk?.fill();
    await wait(300 + random.below(500));
    disk?.empty();
    await up(server);
  },
  // As a queue does that forgot that a job was ended: the job and its houses wait again.
  'job delivered twice': ({ ask }) =>
    ask(
      `with again as (select run, job from saldo.run_jobs where done order by random() limit 3),
         houses as (
           update saldo.run_houses as house set state = 'waiting', version = null, repeated = null, bills = null, total = null
           from again where house.run = again.run and house.job = again.job returning house.run, house.job
         )
       update saldo.run_jobs as job set done = false, token = null from (select distinct run, job from houses) as houses
       where job.run = houses.run and job.job = houses.job`,
    ),
  'two more planners at once': ({ plan }) => Promise.all([plan(), plan()]),
  'clocks jump back': async ({ workers, random }) => {
    for (const worker of workers) worker.jump(-random.oneOf([1000, 60_000, 3_600_000, 40 * 86_400_000]));
  },
};

/** Faults after which nothing that was acknowledged may be missing, though the server went. */
export const SERVER_FAULTS: ReadonlySet<string> = new Set(['kill -9 of the server', 'immediate stop of the server', 'disk full']);
