import { existsSync } from 'node:fs';
import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import type { Problem } from '../../kernel/problem';
import { err, ok, type Result } from '../../kernel/result';
import type { Store } from '../../ports/store';
import type { SqlConnection } from './connection';
import { type LockProblem, lockFolder } from './folder-lock';
import { migrate, type SchemaProblem } from './migrate';
import { pgliteConnection } from './pglite-connection';
import { createPostgresStore } from './store';
import { syncedFolder, syncTree } from './synced-folder';

/**
 * Why a folder does not open: `pglite-missing`, the optional package is not installed; `store-in-use`, a process (`pid`, `host`) has it
 * open, or may have, and the file `lock` says so; `store-unavailable`, it cannot be read or written (`reason`); and what
 * {@link SchemaProblem} tells.
 */
export type OpenProblem = LockProblem | SchemaProblem | Problem<'pglite-missing' | 'store-unavailable'>;

/** How to open a folder. */
export interface OpenOptions {
  /** A dump of a PGlite that a new folder begins with, instead of a fresh one, which takes some seconds to make: for tests. */
  readonly beginWith?: Blob;
  /** A folder without a store is refused (`store-unavailable`), not made one: for those who only read. */
  readonly mustExist?: boolean;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * A store in a folder of this machine: the embedded default, a real PostgreSQL inside the process. The folder is made when it is missing, holds
 * the database and a lock, and is open in one process at a time. A commit has reached the disk when a write answers.
 *
 * @param folder where the data lie; its parents are made too
 * @returns the store, migrated and ready, or why not; a folder in use is answered within a second
 * @example const store = await openPgliteStore('./data');
 */
export const openPgliteStore = async (folder: string, options: OpenOptions = {}): Promise<Result<Store, OpenProblem>> => {
  const opened = await openPgliteFolder(folder, options);
  return opened.ok ? ok(opened.value.store) : opened;
};

/** A folder that is open: its store, and the connection under it for what else stands over the same database. Closing the store closes both. */
export interface PgliteFolder {
  readonly store: Store;
  readonly connection: SqlConnection;
}

/**
 * The same as {@link openPgliteStore}, with the connection, over which {@link createPostgresQueue} stands.
 *
 * @example const { store, connection } = must(await openPgliteFolder('./data'));
 */
export const openPgliteFolder = async (folder: string, options: OpenOptions = {}): Promise<Result<PgliteFolder, OpenProblem>> => {
  let engine: typeof PGlite;
  try {
    engine = (await import('@electric-sql/pglite')).PGlite;
  } catch (error) {
    return err({ code: 'pglite-missing', facts: { package: '@electric-sql/pglite', reason: reasonOf(error) } });
  }
  if (options.mustExist === true && !existsSync(databaseIn(folder)))
    return err({ code: 'store-unavailable', value: folder, facts: { reason: 'the folder holds no store' } });
  let release = async (): Promise<void> => {};
  try {
    await mkdir(folder, { recursive: true });
    // One folder has one lock, by whatever path it was reached.
    const place = await realpath(folder);
    const lock = await lockFolder(place);
    if (!lock.ok) return lock;
    release = lock.value.release;
    const opened = await openLocked(engine, place, options, release);
    if (!opened.ok) await release();
    return opened;
  } catch (error) {
    await release();
    return err({ code: 'store-unavailable', value: folder, facts: { reason: reasonOf(error) } });
  }
};

const databaseIn = (folder: string): string => join(folder, 'database');

const openLocked = async (
  engine: typeof PGlite,
  place: string,
  options: OpenOptions,
  release: () => Promise<void>,
): Promise<Result<PgliteFolder, OpenProblem>> => {
  const path = databaseIn(place);
  if (!existsSync(path)) await createWhole(engine, path, options);
  const database = await engine.create({ ...(await syncedFolder(engine, path)) });
  const connection = pgliteConnection(database);
  const schema = await migrate(connection);
  if (!schema.ok) {
    await connection.close();
    return schema;
  }
  const close = async (): Promise<void> => {
    try {
      await connection.close();
    } finally {
      await release();
    }
  };
  const owned: SqlConnection = { ...connection, close };
  return ok({ store: createPostgresStore(owned), connection: owned });
};

/** A new database takes some seconds to make; it appears under its name when it is whole, so that breaking it off leaves nothing half. */
const createWhole = async (engine: typeof PGlite, path: string, { beginWith }: OpenOptions): Promise<void> => {
  const draft = `${path}.new`;
  await rm(draft, { recursive: true, force: true });
  const database = await engine.create(draft, beginWith === undefined ? {} : { loadDataDir: beginWith });
  await database.close();
  await syncTree(draft);
  await rename(draft, path);
  await syncTree(dirname(path), 'itself');
};
