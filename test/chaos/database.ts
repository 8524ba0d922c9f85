import pg from 'pg';
import postgres from 'postgres';
import {
  createPostgresQueue,
  createPostgresStore,
  openPgliteFolder,
  pgConnection,
  postgresJsConnection,
} from '../../src/adapters/postgres';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import { must } from '../../src/kernel/result';
import type { RetryLimits } from '../../src/model/batch-run';
import type { Clock } from '../../src/ports/clock';
import type { JobQueue } from '../../src/ports/job-queue';
import type { Store } from '../../src/ports/store';

/** An open database of the chaos runs. Closing the store closes it. */
export interface OpenDatabase {
  readonly store: Store;
  readonly connection: SqlConnection;
}

/** How a kind of database is opened, and how many processes may have it open at once. */
interface Kind {
  readonly workers: number;
  readonly open: (place: string, beginWith?: Blob) => Promise<OpenDatabase>;
}

/** The databases that chaos knows, by the word before the colon of their names. */
const KINDS: Readonly<Record<string, Kind>> = {
  pglite: {
    workers: 1,
    open: async (place, beginWith) => must(await openPgliteFolder(place, beginWith === undefined ? {} : { beginWith })),
  },
  pg: {
    workers: 2,
    open: async (place) => {
      const pool = new pg.Pool({ ...addressOf(place), max: 4 });
      pool.on('error', () => {});
      return opened(pgConnection(pool), () => pool.end());
    },
  },
  postgres: {
    workers: 2,
    open: async (place) => {
      const sql = postgres({ ...addressOf(place), max: 4, onnotice: () => {}, connect_timeout: 2 });
      return opened(postgresJsConnection(sql), () => sql.end({ timeout: 1 }));
    },
  },
};

/** The folder of a server's socket and a database in it: `/tmp/folder#name`. */
const addressOf = (place: string) => {
  const [host = '', database = ''] = place.split('#');
  return { host, port: 5432, database, user: 'postgres' };
};

const opened = (connection: SqlConnection, end: () => Promise<void>): OpenDatabase => {
  const closing = { ...connection, close: end };
  return { connection: closing, store: createPostgresStore(closing) };
};

/** A database by its name, such as `pglite:/tmp/data` or `pg:/tmp/folder-of-the-socket#database`. */
export const databaseOf = (name: string): { readonly workers: number; readonly open: (beginWith?: Blob) => Promise<OpenDatabase> } => {
  const colon = name.indexOf(':');
  const kind = KINDS[name.slice(0, colon)];
  if (kind === undefined) throw new Error(`chaos knows no database ${name}`);
  return { workers: kind.workers, open: (beginWith) => kind.open(name.slice(colon + 1), beginWith) };
};

/** The queue of a chaos run: however often its workers are killed, no house is given up. No job of a run is claimed as often as this. */
export const chaosQueue = ({ connection }: OpenDatabase, clock: Clock): JobQueue => {
  const limits: Partial<RetryLimits> = { claims: 60, attempts: 1000, firstDelay: 200, longestDelay: 2000 };
  return createPostgresQueue(connection, { clock, limits });
};
