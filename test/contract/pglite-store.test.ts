import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeContract } from '../../src/testing/store-contract';
import { type PgliteStores, pgliteStores } from './pglite-stores';

let stores: PgliteStores;

beforeAll(async () => {
  stores = await pgliteStores();
});

afterAll(() => stores.database.close());

describe('the store over PGlite', () => {
  storeContract({ describe, it, expect }, () => stores.emptyStore());
});
