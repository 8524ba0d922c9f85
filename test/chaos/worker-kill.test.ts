import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planRun } from '../../src/batch';
import { createMemoryStore } from '../../src/testing/memory-store';
import { books, filled, houseNames, JANUARY } from '../batch/given-batch';
import { emptyDatabase } from '../contract/empty-database';
import { done } from '../run/given';
import { chaosQueue, databaseOf } from './database';
import { buildWorkerProcess, WorkerProcess } from './worker-processes';

const ROUNDS = Number(process.env['CHAOS_ROUNDS'] ?? 2);
const HOUSES = houseNames(Number(process.env['CHAOS_HOUSES'] ?? 24));

let root: string;
let name: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'saldo-chaos-'));
  name = process.env['SALDO_CHAOS'] ?? `pglite:${join(root, 'data')}`;
  await buildWorkerProcess();
  const database = await databaseOf(name).open(await emptyDatabase());
  const { clock } = await filled(database.store, HOUSES);
  const ports = { store: database.store, clock, queue: chaosQueue(database, clock) };
  await done(planRun(ports, { month: JANUARY, batch: 3, run: 'r', by: 'я' }));
  await database.store.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What the database holds: houses that the run says are done, houses that have bills, and the books; every house is whole or has nothing. */
const looked = async () => {
  const database = await databaseOf(name).open();
  const queue = chaosQueue(database, { now: () => '2026-03-02T00:00:00.000Z' as never });
  const units = await queue.units('r', { only: 'all', after: null, limit: HOUSES.length });
  const ended = units.flatMap(({ house, state }) => (state === 'done' ? [house] : []));
  const billed: string[] = [];
  for (const house of HOUSES) {
    const { version } = await database.store.monthState(house, JANUARY);
    const bills = await database.store.billsOf(house, JANUARY);
    expect([version, bills.length], house).toEqual(version === 0 ? [0, 0] : [1, 3]);
    if (version > 0) billed.push(house);
  }
  const all = (await books(database.store, HOUSES)).toSorted();
  await database.store.close();
  return { ended: ended.toSorted(), billed: billed.toSorted(), all };
};

describe('workers that are killed at a random moment', () => {
  it(
    `keep whole jobs or nothing, ${ROUNDS} times; the next ones go on, and nothing is lost or doubled`,
    async () => {
      const { workers } = databaseOf(name);
      const acknowledged = new Set<string>();
      for (let round = 1; round <= ROUNDS; round += 1) {
        const all = Array.from({ length: workers }, () => new WorkerProcess(name, 'r'));
        await Promise.race(all.map((worker) => worker.firstJob));
        const after = randomInt(0, 150);
        await wait(after);
        const [victim, ...others] = all;
        await victim?.kill();
        // The others work on for a moment, take what it left, and are killed too.
        if (others.length > 0) await wait(randomInt(0, 150));
        await Promise.all(others.map((worker) => worker.kill()));
        const about = `round ${round}, killed ${after} ms after the first job`;
        const said = all.flatMap((worker) => worker.said);
        expect(
          said.filter(({ failed }) => failed !== undefined),
          about,
        ).toEqual([]);
        for (const { ended = [] } of said) for (const house of ended) acknowledged.add(house);
        const { ended, billed } = await looked();
        expect(ended, about).toEqual(billed);
        expect(billed, about).toEqual(expect.arrayContaining([...acknowledged]));
      }
      const last = new WorkerProcess(name, 'r');
      await last.gone;
      expect(last.said.at(-1)?.finished).toBeGreaterThanOrEqual(0);
      const plain = createMemoryStore();
      const { saldo } = await filled(plain, HOUSES);
      await done(saldo.billHouses({ month: JANUARY }));
      expect((await looked()).all).toEqual((await books(plain, HOUSES)).toSorted());
      console.info(`chaos: ${ROUNDS} rounds, ${ROUNDS * workers} kills, ${HOUSES.length} houses; 0 lost, 0 doubled`);
    },
    60_000 + ROUNDS * 30_000,
  );
});
