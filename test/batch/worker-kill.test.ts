import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresQueue, openPgliteFolder } from '../../src/adapters/postgres';
import { planRun } from '../../src/batch';
import { must } from '../../src/kernel/result';
import { createMemoryStore } from '../../src/testing/memory-store';
import { emptyDatabase } from '../contract/empty-database';
import { done } from '../run/given';
import { books, filled, houseNames, JANUARY } from './given-batch';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 2);
const HOUSES = houseNames(Number(process.env['KILL_HOUSES'] ?? 24));
const SCRIPT = 'node_modules/.cache/saldo-test/worker-process.mjs';

let root: string;
let folder: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'saldo-worker-'));
  folder = join(root, 'data');
  await build({
    entryPoints: ['test/batch/worker-process.ts'],
    outfile: SCRIPT,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const { store, connection } = must(await openPgliteFolder(folder, { beginWith: await emptyDatabase() }));
  const { clock } = await filled(store, HOUSES);
  await done(planRun({ store, clock, queue: createPostgresQueue(connection, { clock }) }, { month: JANUARY, batch: 3, run: 'r', by: 'я' }));
  await store.close();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Said {
  readonly ended?: readonly string[];
  readonly finished?: number;
  readonly refused?: unknown;
  readonly failed?: unknown;
}

/** A worker process, with what it said. */
class WorkerProcess {
  readonly said: Said[] = [];
  readonly gone: Promise<unknown>;
  private readonly process: ChildProcess = spawn(process.execPath, [SCRIPT, folder, 'r'], { stdio: ['ignore', 'pipe', 'inherit'] });
  readonly firstJob: Promise<unknown>;

  constructor() {
    const lines = createInterface({ input: this.process.stdout as NodeJS.ReadableStream });
    this.gone = Promise.all([once(this.process, 'exit'), once(lines, 'close')]);
    this.firstJob = new Promise((resolve) => {
      lines.on('line', (line) => {
        const said = JSON.parse(line) as Said;
        this.said.push(said);
        if (said.ended !== undefined) resolve(said);
      });
      void this.gone.then(resolve);
    });
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.gone;
  }
}

/** What the folder holds: houses that the run says are done, and houses that have bills. */
const looked = async () => {
  const { store, connection } = must(await openPgliteFolder(folder));
  const queue = createPostgresQueue(connection, { clock: { now: () => '2026-03-02T00:00:00.000Z' as never } });
  const units = await queue.units('r', { only: 'all', after: null, limit: 1000 });
  const ended = units.flatMap(({ house, state }) => (state === 'done' ? [house] : []));
  const billed: string[] = [];
  for (const house of HOUSES) {
    const { version } = await store.monthState(house, JANUARY);
    const bills = await store.billsOf(house, JANUARY);
    expect([version, bills.length], house).toEqual(version === 0 ? [0, 0] : [1, 3]);
    if (version > 0) billed.push(house);
  }
  const all = (await books(store, HOUSES)).toSorted();
  await store.close();
  return { ended, billed: billed.toSorted(), all };
};

describe('a worker that is killed at a random moment', () => {
  it(
    `keeps whole jobs or nothing, ${ROUNDS} times; the next one goes on, and nothing is lost or doubled`,
    async () => {
      const acknowledged = new Set<string>();
      for (let round = 1; round <= ROUNDS; round += 1) {
        const worker = new WorkerProcess();
        await worker.firstJob;
        const after = randomInt(0, 150);
        await wait(after);
        await worker.kill();
        const about = `round ${round}, killed ${after} ms after its first job`;
        expect(
          worker.said.some(({ refused, failed }) => refused !== undefined || failed !== undefined),
          about,
        ).toBe(false);
        for (const { ended = [] } of worker.said) for (const house of ended) acknowledged.add(house);
        const { ended, billed } = await looked();
        expect(ended.toSorted(), about).toEqual(billed);
        expect(billed, about).toEqual(expect.arrayContaining([...acknowledged]));
      }
      const last = new WorkerProcess();
      await last.gone;
      expect(last.said.at(-1)?.finished).toBeGreaterThanOrEqual(0);
      const plain = createMemoryStore();
      const { saldo } = await filled(plain, HOUSES);
      await done(saldo.billHouses({ month: JANUARY }));
      expect((await looked()).all).toEqual((await books(plain, HOUSES)).toSorted());
    },
    60_000 + ROUNDS * 20_000,
  );
});
