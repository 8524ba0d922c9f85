import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres/jobs';
import { createMemoryQueue } from '../../src/testing/memory-queue';
import { createMemoryStore, type MemoryStore } from '../../src/testing/memory-store';
import { type RealStores, realStores } from '../adapters/real-stores';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';
import { FEBRUARY, filled, JANUARY } from './given-batch';
import { expectWhole, HOUSES, play, schedule, sequential } from './schedules';

describe('any schedule of workers, failures, deaths, pauses and clocks', () => {
  it('ends with every account billed once, in the same books as house by house', async () => {
    const expected = [await sequential([JANUARY]), await sequential([JANUARY, FEBRUARY])];
    const runs = Number(process.env['FC_RUNS'] ?? 60);
    await fc.assert(
      fc.asyncProperty(schedule, schedule, async (first, second) => {
        const store: MemoryStore = createMemoryStore();
        const engine = await filled(store, HOUSES);
        const queue = createMemoryQueue(store, { clock: engine.clock });
        for (const [place, month] of [JANUARY, FEBRUARY].entries()) {
          await play({ ...engine, store, queue }, month, place === 0 ? first : second);
          await expectWhole(queue, store, month, expected[place] ?? []);
        }
      }),
      { numRuns: runs },
    );
  }, 300_000);
});

describe('the same over PGlite', () => {
  let stores: PgliteStores;
  beforeAll(async () => {
    stores = await pgliteStores();
  });
  afterAll(() => stores.database.close());

  it('ends in the books of the memory', async () => {
    const expected = await sequential([JANUARY]);
    await fc.assert(
      fc.asyncProperty(schedule, async (asked) => {
        const store = await stores.emptyStore();
        const engine = await filled(store, HOUSES);
        const queue = createPostgresQueue(stores.connection, { clock: engine.clock });
        await play({ ...engine, store, queue }, JANUARY, asked);
        await expectWhole(queue, store, JANUARY, expected);
      }),
      { numRuns: 8 },
    );
  }, 300_000);
});

describe.each(['pg', 'postgres'] as const)('the same over PostgreSQL by %s, whose workers are truly at once', (driver) => {
  let stores: RealStores;
  beforeAll(async () => {
    stores = await realStores(18, driver);
  });
  afterAll(() => stores.end());

  it('ends in the books of the memory', async () => {
    const expected = await sequential([JANUARY]);
    await fc.assert(
      fc.asyncProperty(schedule, async (asked) => {
        const store = await stores.emptyStore();
        const engine = await filled(store, HOUSES);
        const queue = createPostgresQueue(stores.connection, { clock: engine.clock });
        await play({ ...engine, store, queue }, JANUARY, asked);
        await expectWhole(queue, store, JANUARY, expected);
      }),
      { numRuns: Math.min(Number(process.env['FC_RUNS'] ?? 12), 200) },
    );
  }, 300_000);
});
