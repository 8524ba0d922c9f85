import { PGlite } from '@electric-sql/pglite';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import { migrate } from '../../src/adapters/postgres/migrate';
import { pgliteConnection } from '../../src/adapters/postgres/pglite-connection';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Store } from '../../src/ports/store';
import { emptyDatabase } from './empty-database';

/** Every table that holds anything, referring ones first. */
const TABLES = [
  'payment_intents',
  'run_steps',
  'run_houses',
  'run_jobs',
  'runs',
  'entries',
  'bills',
  'house_acts',
  'balances',
  'month_versions',
  'month_closings',
  'account_numbers',
  'facts',
  'written_keys',
  'houses',
];

/**
 * Empties the database. The tables refuse deletion; a replica's role is how an administrator of the database gets past their triggers.
 */
export const EMPTY = `set session_replication_role = replica; ${TABLES.map((table) => `delete from saldo.${table};`).join(' ')}
  set session_replication_role = origin`;

/** One PGlite in memory, and as many empty stores over it, one after another, as a file of tests wants. */
export interface PgliteStores {
  readonly database: PGlite;
  readonly connection: SqlConnection;
  emptyStore(): Promise<Store>;
}

export const pgliteStores = async (): Promise<PgliteStores> => {
  const database = await PGlite.create({ loadDataDir: await emptyDatabase() });
  // Closing a store must not close the database under the next one.
  const connection = { ...pgliteConnection(database), close: async () => {} };
  await migrate(connection);
  const emptyStore = async () => {
    await database.exec(EMPTY);
    return createPostgresStore(connection);
  };
  return { database, connection, emptyStore };
};
