import pg from 'pg';
import postgres from 'postgres';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import type { ConnectionLimits } from '../../src/adapters/postgres/limits';
import { migrate } from '../../src/adapters/postgres/migrate';
import { pgConnection } from '../../src/adapters/postgres/pg-connection';
import { postgresJsConnection } from '../../src/adapters/postgres/postgres-js-connection';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import type { Store } from '../../src/ports/store';
import { EMPTY } from '../contract/pglite-stores';
import { type RealPostgres, realPostgres, type Version } from './real-postgres';

/** What a driver's connection is opened with. */
export interface Opened {
  readonly connection: SqlConnection;
  end(): Promise<void>;
}

/** How a driver connects to a server: what a host writes. */
type Open = (
  server: RealPostgres,
  options?: { readonly user?: string; readonly limits?: ConnectionLimits; readonly max?: number },
) => Opened;

/** Both drivers, by their package names. */
export const DRIVERS: Readonly<Record<'pg' | 'postgres', Open>> = {
  pg: ({ address }, { user = 'postgres', limits, max = 8 } = {}) => {
    const pool = new pg.Pool({ ...address, user, max });
    pool.on('error', () => {});
    return { connection: pgConnection(pool, limits), end: () => pool.end() };
  },
  postgres: ({ address }, { user = 'postgres', limits, max = 8 } = {}) => {
    const sql = postgres({ ...address, user, max, onnotice: () => {}, connect_timeout: 1 });
    return { connection: postgresJsConnection(sql, limits), end: () => sql.end({ timeout: 1 }) };
  },
};

/** A server of its own, migrated, and as many empty stores over it, one after another, as a file of tests wants. */
export interface RealStores extends Opened {
  readonly server: RealPostgres;
  emptyStore(): Promise<Store>;
  /** Statements of an administrator. */
  asAdministrator(statements: string): Promise<pg.QueryResult>;
}

export const realStores = async (
  version: Version,
  driver: keyof typeof DRIVERS,
  options: { readonly durable?: boolean } = {},
): Promise<RealStores> => {
  const server = await realPostgres(version, options);
  const administrator = new pg.Pool({ ...server.address, user: 'postgres', max: 1 });
  administrator.on('error', () => {});
  const { connection, end } = DRIVERS[driver](server);
  const schema = await migrate(connection);
  if (!schema.ok) throw new Error(schema.error.code);
  return {
    server,
    connection,
    asAdministrator: (statements) => administrator.query(statements),
    emptyStore: async () => {
      await administrator.query(EMPTY);
      return createPostgresStore(connection);
    },
    end: async () => {
      await end();
      await administrator.end();
      await server.remove();
    },
  };
};
