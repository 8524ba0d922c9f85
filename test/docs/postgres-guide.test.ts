import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as adapter from '../../src/adapters/postgres';
import { demoRecords } from '../../src/cli/demo/houses';
import type { Instant } from '../../src/index';
import { fixedClock } from '../../src/testing';
import { type RealPostgres, realPostgres } from '../adapters/real-postgres';
import { emptyDatabase } from '../contract/empty-database';
import { runBlock } from './run-block';

const blocks = [...readFileSync('docs/guide/postgres.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');

let server: RealPostgres;
let folder: string;
/** What the blocks have named so far. */
let given: Record<string, unknown>;

const records = demoRecords();
const [house] = records.filter((record) => record.kind === 'house');
const [account] = records.filter((record) => record.kind === 'account');

/** Run the next block as a host would, but for its address, its certificate and the records of a sample house. */
const next = async (): Promise<void> => {
  const code = (blocks.shift() ?? '')
    .replaceAll("host: 'db.example'", `host: '${server.address.host}', port: ${server.address.port}`)
    .replace(/^ *ssl: .*$/m, '')
    .replaceAll("'./billing'", `'${folder}', { beginWith }`)
    .replaceAll("'house-1'", `'${house?.id}'`)
    .replaceAll("'590001'", `'${account?.kind === 'account' ? account.number : ''}'`)
    .replaceAll('2026-05', '2026-01');
  given = { ...given, ...(await runBlock(code, given)) };
};

beforeAll(async () => {
  server = await realPostgres(18);
  folder = mkdtempSync(join(tmpdir(), 'saldo-guide-'));
  const clock = fixedClock('2026-12-01T00:00:00.000Z' as Instant);
  given = { ...adapter, pg, postgres, readFileSync, records, clock, beginWith: await emptyDatabase() };
  const administrator = new pg.Client({ ...server.address, user: 'postgres' });
  await administrator.connect();
  await administrator.query('create role saldo_owner login createrole');
  await administrator.query('create database billing owner saldo_owner');
  await administrator.end();
});
afterAll(async () => {
  for (const name of ['owner', 'pool']) await (given[name] as pg.Pool | undefined)?.end();
  await (given['sql'] as postgres.Sql | undefined)?.end();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the guide to PostgreSQL', () => {
  it('has a schema and roles made by an owner who is no administrator', async () => {
    await next();
    expect(given['schema']).toMatchObject({ ok: true });
    await next();
  });

  it('bills a house by pg', async () => {
    await next();
    expect(given['billed']).toMatchObject({ ok: true });
  });

  it('shows the account by postgres, as a reader', async () => {
    await next();
    expect(given['book']).toMatchObject({ ok: true });
  });

  it('opens a folder', async () => {
    await next();
    expect(given['embedded']).toMatchObject({ ok: true });
  });

  it('keeps providers apart', async () => {
    await next();
    expect(blocks).toEqual([]);
    const apart = new pg.Pool({ ...server.address, database: 'billing', user: 'north_billing' });
    const north = adapter.createPostgresStore(adapter.pgConnection(apart));
    expect(await north.houses(null, 9)).toEqual([house?.id]);
    const stranger = adapter.createPostgresStore(adapter.pgConnection(given['pool'] as pg.Pool));
    expect(await stranger.houses(null, 9)).toEqual([]);
    await apart.end();
  });
});
