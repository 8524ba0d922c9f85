import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import { CONTRACT_LIMITS } from '../../src/testing/contract-queue-kit';
import { jobQueueContract } from '../../src/testing/job-queue-contract';
import { type RealStores, realStores } from '../adapters/real-stores';

describe.each([
  [18, 'pg'],
  [18, 'postgres'],
  [16, 'pg'],
] as const)('the queue over PostgreSQL %i by the driver %s', (version, driver) => {
  let stores: RealStores;
  beforeAll(async () => {
    stores = await realStores(version, driver);
  });
  afterAll(() => stores.end());

  jobQueueContract({ describe, it, expect }, async (clock) => ({
    store: await stores.emptyStore(),
    queue: createPostgresQueue(stores.connection, { clock, limits: CONTRACT_LIMITS }),
  }));
});
