import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgliteStore } from '../../src/adapters/postgres/pglite';
import { must } from '../../src/kernel/result';
import type { Store } from '../../src/ports/store';
import { emptyDatabase } from '../contract/empty-database';
import { buildFolderUser, FolderUser } from './folder-users';
import { HOUSES, MONTHS, placeOf, writeOf } from './sample-writes';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 3);

let root: string;
let folder: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'saldo-kill-'));
  folder = join(root, 'data');
  const [store] = await Promise.all([openPgliteStore(folder, { beginWith: await emptyDatabase() }), buildFolderUser()]);
  await must(store).close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** How many writes are there: versions of all house-months together. */
const writesIn = async (store: Store): Promise<number> => {
  let count = 0;
  for (const house of HOUSES) for (const month of MONTHS) count += (await store.monthState(house, month)).version;
  return count;
};

describe('a process that writes house-months is killed at a random moment', () => {
  it(
    `each house-month is whole or absent, and nothing that was acknowledged is lost, ${ROUNDS} times`,
    async () => {
      let before = 0;
      for (let round = 1; round <= ROUNDS; round += 1) {
        const writer = new FolderUser(folder, 'write', String(before));
        await writer.until((said) => said.written !== undefined);
        const after = randomInt(0, 700);
        await wait(after);
        await writer.kill();
        const about = `round ${round}, killed ${after} ms after the first write`;
        const acknowledged = writer.said.filter((said) => said.written !== undefined).length;
        expect(
          writer.said.some((said) => said.failed !== undefined || said.refused !== undefined),
          about,
        ).toBe(false);

        const store = must(await openPgliteStore(folder));
        const found = await writesIn(store);
        // One write may have been kept without its writer living to say so.
        expect([before + acknowledged, before + acknowledged + 1], about).toContain(found);
        for (let place = before; place < found; place += 1) {
          const { house, month, expectedVersion } = placeOf(place);
          expect(await store.billsOf(house, month, expectedVersion + 1), `${about}, write ${place}`).toEqual(writeOf(place).bills);
        }
        const entries = (await Promise.all(HOUSES.map((house) => store.entriesOfHouse(house)))).flat();
        const expected = Array.from({ length: found }, (_, place) => writeOf(place).entries).flat();
        expect(new Map(entries.map((entry) => [entry.id, entry.amount])), about).toEqual(
          new Map(expected.map((entry) => [entry.id, entry.amount])),
        );
        expect(entries.length, about).toBe(expected.length);
        await store.close();
        before = found;
      }
      expect(before).toBeGreaterThan(ROUNDS);
    },
    60_000 + ROUNDS * 10_000,
  );

  it('a folder whose making was broken off is made anew', async () => {
    const fresh = join(root, 'fresh');
    const maker = new FolderUser(fresh, 'hold');
    await wait(randomInt(300, 2500));
    await maker.kill();
    const store = must(await openPgliteStore(fresh, { beginWith: await emptyDatabase() }));
    expect(await store.houses(null, 10)).toEqual([]);
    await store.close();
  });
});
