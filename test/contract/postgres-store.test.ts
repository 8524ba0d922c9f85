import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeContract } from '../../src/testing/store-contract';
import { type RealStores, realStores } from '../adapters/real-stores';

describe.each(['pg', 'postgres'] as const)('the store over PostgreSQL 18 by the driver %s', (driver) => {
  let stores: RealStores;
  beforeAll(async () => {
    stores = await realStores(18, driver);
  });
  afterAll(() => stores.end());

  storeContract({ describe, it, expect }, () => stores.emptyStore());
});
