import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeContract } from '../../src/testing/store-contract';
import { type RealStores, realStores } from '../adapters/real-stores';

describe.each([
  [18, 'pg'],
  [18, 'postgres'],
  [17, 'pg'],
  [16, 'pg'],
] as const)('the store over PostgreSQL %i by the driver %s', (version, driver) => {
  let stores: RealStores;
  beforeAll(async () => {
    stores = await realStores(version, driver);
  });
  afterAll(() => stores.end());

  it('is a store of that version', async () => {
    const { rows } = await stores.connection.query('show server_version');
    expect(rows[0]?.['server_version']).toMatch(new RegExp(`^${version}\\.`));
  });

  storeContract({ describe, it, expect }, () => stores.emptyStore());
});
