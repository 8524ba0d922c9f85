import { createPostgresQueue, openPgliteFolder } from '../../src/adapters/postgres';
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

/** The databases that chaos knows, by the word before the colon of `SALDO_CHAOS`: a server comes here with its driver. */
const KINDS: Readonly<Record<string, Kind>> = {
  pglite: {
    workers: 1,
    open: async (place, beginWith) => must(await openPgliteFolder(place, beginWith === undefined ? {} : { beginWith })),
  },
};

/** A database by its name, such as `pglite:/tmp/data`. */
export const databaseOf = (name: string): { readonly workers: number; readonly open: (beginWith?: Blob) => Promise<OpenDatabase> } => {
  const colon = name.indexOf(':');
  const kind = KINDS[name.slice(0, colon)];
  if (kind === undefined) throw new Error(`chaos knows no database ${name}`);
  return { workers: kind.workers, open: (beginWith) => kind.open(name.slice(colon + 1), beginWith) };
};

/** The queue of a chaos run: however often its workers are killed, no house is given up. */
export const chaosQueue = ({ connection }: OpenDatabase, clock: Clock): JobQueue => {
  const limits: Partial<RetryLimits> = { claims: 1_000_000 };
  return createPostgresQueue(connection, { clock, limits });
};
