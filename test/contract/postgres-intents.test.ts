import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlConnection } from '../../src/adapters/postgres/connection';
import { createPostgresIntents } from '../../src/adapters/postgres/payment-intents';
import type { Store } from '../../src/ports/store';
import { intentsContract } from '../../src/testing';
import { realStores } from '../adapters/real-stores';
import { pgliteStores } from './pglite-stores';

interface Stores {
  readonly connection: SqlConnection;
  emptyStore(): Promise<Store>;
  end(): Promise<void>;
}
const MAKERS: readonly (readonly [name: string, make: () => Promise<Stores>])[] = [
  [
    'PGlite',
    async () => {
      const stores = await pgliteStores();
      return { ...stores, end: () => stores.database.close() };
    },
  ],
  ['PostgreSQL 18 by pg', () => realStores(18, 'pg')],
  ['PostgreSQL 18 by postgres', () => realStores(18, 'postgres')],
];

describe.each(MAKERS)('intents over %s', (_, make) => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await make();
  });
  afterAll(() => stores.end());

  intentsContract({ describe, it, expect }, async () => {
    await stores.emptyStore();
    return createPostgresIntents(stores.connection);
  });

  it('are kept by the database itself from other versions, other houses and deletion', async () => {
    await stores.emptyStore();
    const { connection } = stores;
    await connection.query(
      `insert into saldo.payment_intents (order_id, version, house, settled, intent) values ('o', 1, 'h', false, '{}')`,
    );
    const code = (statement: string): Promise<string> =>
      connection.query(statement).then(
        () => 'done',
        (error: { readonly code: string }) => error.code,
      );
    expect(await code(`update saldo.payment_intents set version = 3`)).toBe('SL005');
    expect(await code(`update saldo.payment_intents set version = 2, house = 'i'`)).toBe('SL005');
    expect(await code(`delete from saldo.payment_intents`)).toBe('SL005');
    expect(await code(`truncate saldo.payment_intents`)).toBe('SL001');
    expect(await code(`update saldo.payment_intents set version = 2`)).toBe('done');
  });
});
