import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import { CONTRACT_LIMITS } from '../../src/testing/contract-queue-kit';
import { jobQueueContract } from '../../src/testing/job-queue-contract';
import { createMemoryQueue } from '../../src/testing/memory-queue';
import { createMemoryStore } from '../../src/testing/memory-store';
import { type PgliteStores, pgliteStores } from './pglite-stores';

describe('the queue in memory', () => {
  jobQueueContract({ describe, it, expect }, (clock) => {
    const store = createMemoryStore();
    return { store, queue: createMemoryQueue(store, { clock, limits: CONTRACT_LIMITS }) };
  });
});

describe('the queue over PGlite', () => {
  let stores: PgliteStores;
  beforeAll(async () => {
    stores = await pgliteStores();
  });
  afterAll(() => stores.database.close());

  jobQueueContract({ describe, it, expect }, async (clock) => ({
    store: await stores.emptyStore(),
    queue: createPostgresQueue(stores.connection, { clock, limits: CONTRACT_LIMITS }),
  }));
});
