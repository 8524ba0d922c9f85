import pg from 'pg';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/adapters/postgres/migrate';
import { pgConnection } from '../../src/adapters/postgres/pg-connection';
import { postgresJsConnection } from '../../src/adapters/postgres/postgres-js-connection';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import { posting } from '../../src/testing/contract-kit';
import { type RealPostgres, realPostgres } from './real-postgres';
import type { Opened } from './real-stores';

let server: RealPostgres;

beforeAll(async () => {
  server = await realPostgres(18, { tls: true });
});
afterAll(() => server.remove());

const OPEN = {
  pg: (ssl: object): Opened => {
    const pool = new pg.Pool({ ...server.address, host: '127.0.0.1', user: 'postgres', ssl });
    return { connection: pgConnection(pool), end: () => pool.end() };
  },
  postgres: (ssl: object): Opened => {
    const sql = postgres({ ...server.address, host: '127.0.0.1', user: 'postgres', ssl, connect_timeout: 5, onnotice: () => {} });
    return { connection: postgresJsConnection(sql), end: () => sql.end({ timeout: 1 }) };
  },
};

describe.each(['pg', 'postgres'] as const)('TLS by %s', (driver) => {
  it('is spoken with a server whose certificate is trusted', async () => {
    const { connection, end } = OPEN[driver]({ ca: server.certificate });
    expect(await migrate(connection)).toMatchObject({ ok: true });
    const { rows } = await connection.query('select ssl from pg_stat_ssl where pid = pg_backend_pid()');
    expect(rows).toEqual([{ ssl: 't' }]);
    expect(await createPostgresStore(connection).post(posting(driver, []))).toMatchObject({ ok: true });
    await end();
  });

  it('of a certificate that nobody vouches for is no connection, and told', async () => {
    const { connection, end } = OPEN[driver]({ rejectUnauthorized: true });
    expect(await createPostgresStore(connection).post(posting('k', []))).toMatchObject({
      ok: false,
      error: { code: 'store-unavailable', facts: { reason: expect.stringMatching(/self.signed certificate/) } },
    });
    await end();
  });
});
