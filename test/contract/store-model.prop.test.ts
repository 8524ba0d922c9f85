import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/testing/memory-store';
import { type PgliteStores, pgliteStores } from './pglite-stores';
import { answer, observed, steps } from './store-model';

let stores: PgliteStores;

beforeAll(async () => {
  stores = await pgliteStores();
});

afterAll(() => stores.database.close());

const RUNS = Number(process.env['FC_RUNS'] ?? 20);

describe('two stores that know nothing of each other', () => {
  it(
    'answer every sequence of writes alike, and show the same afterwards',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const [memory, pglite] = [createMemoryStore(), await stores.emptyStore()];
          for (const [what, act] of all) expect(await answer(act(pglite)), what).toEqual(await answer(act(memory)));
          expect(await observed(pglite)).toEqual(await observed(memory));
        }),
        { numRuns: RUNS },
      );
    },
    60_000 + RUNS * 2000,
  );
});
