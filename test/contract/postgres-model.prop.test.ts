import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresStore } from '../../src/adapters/postgres/store';
import { DRIVERS, type Opened, type RealStores, realStores } from '../adapters/real-stores';
import { EMPTY, type PgliteStores, pgliteStores } from './pglite-stores';
import { answer, observed, steps } from './store-model';

let pglite: PgliteStores;
let real: RealStores;
let other: Opened;

beforeAll(async () => {
  pglite = await pgliteStores();
  real = await realStores(18, 'pg');
  other = DRIVERS.postgres(real.server);
});
afterAll(async () => {
  await pglite.database.close();
  await other.end();
  await real.end();
});

const RUNS = Math.ceil(Number(process.env['FC_RUNS'] ?? 20) / 4);

describe('PostgreSQL by either driver, and the embedded engine', () => {
  it(
    'answer every sequence of writes alike, and are read to the byte alike afterwards',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const embedded = await pglite.emptyStore();
          const answers: unknown[] = [];
          for (const [, act] of all) answers.push(await answer(act(embedded)));
          const views = [JSON.stringify(await observed(embedded))];
          for (const { connection } of [real, other]) {
            await real.asAdministrator(EMPTY);
            const store = createPostgresStore(connection);
            for (const [place, [what, act]] of all.entries()) expect(await answer(act(store)), what).toEqual(answers[place]);
            views.push(JSON.stringify(await observed(store)));
          }
          expect(views[1] === views[0] && views[2] === views[0]).toBe(true);
        }),
        { numRuns: RUNS },
      );
    },
    60_000 + RUNS * 6000,
  );
});
