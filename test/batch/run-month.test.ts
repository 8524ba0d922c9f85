import { describe, expect, it } from 'vitest';
import {
  cancelRun,
  issueRun,
  monthIssue,
  pauseRun,
  planRun,
  requeueHouses,
  resumeRun,
  runSummary,
  runWorker,
  type WorkerEvent,
  watchRun,
} from '../../src/batch';
import { type Instant, later } from '../../src/kernel/calendar';
import { createMemoryStore } from '../../src/testing/memory-store';
import { codes, done } from '../run/given';
import { books, filled, houseNames, JANUARY, memoryPorts } from './given-batch';

const BY = { by: 'бухгалтер' };
const wait = async (): Promise<void> => {};
const HOUSES = houseNames(7);

describe('the month of many houses', () => {
  it('is billed as house by house, whatever the size of a job, and again changes nothing', async () => {
    const plain = createMemoryStore();
    const { saldo } = await filled(plain, HOUSES);
    await done(saldo.billHouses({ month: JANUARY }));
    const expected = await books(plain, HOUSES);
    for (const batch of [1, 3, 50]) {
      const ports = await memoryPorts(HOUSES);
      expect(await done(planRun(ports, { month: JANUARY, batch, ...BY }))).toEqual({
        run: '2026-01:*',
        month: JANUARY,
        repeated: false,
        houses: 7,
      });
      const did = await done(runWorker(ports, { worker: 'w', run: '2026-01:*', wait }));
      expect(did).toEqual({ jobs: Math.ceil(7 / batch), done: 7, waiting: 0, dead: 0, bills: 21, total: 35_000_00 });
      expect(await books(ports.store, HOUSES)).toEqual(expected);
      await done(planRun(ports, { month: JANUARY, run: 'again', ...BY }));
      expect((await done(runWorker(ports, { worker: 'w', run: 'again', wait }))).done).toBe(7);
      expect((await ports.queue.progress('again'))?.repeated).toBe(7);
      expect(await books(ports.store, HOUSES)).toEqual(expected);
    }
  });

  it('of one provider is that of the houses it serves in the month', async () => {
    const others = HOUSES.slice(1).map((house) => `${house}-cw`);
    const ports = await memoryPorts(HOUSES, [], others);
    expect((await done(planRun(ports, { month: JANUARY, provider: 'vk', ...BY }))).houses).toBe(1);
    expect((await done(planRun(ports, { month: JANUARY, provider: 'uk', ...BY }))).houses).toBe(7);
    expect(await codes(planRun(ports, { month: JANUARY, provider: 'nobody', ...BY }))).toEqual(['houses-missing']);
    expect(await codes(planRun(ports, { month: '2026-13', ...BY }))).toEqual(['month-format']);
  });

  it('leaves out houses that are billed by us only later', async () => {
    const ports = await memoryPorts(HOUSES);
    expect(await codes(planRun(ports, { month: '2025-12', ...BY }))).toEqual(['houses-missing']);
  });

  it('is shared by two workers with several jobs in hand; no house is billed twice', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 1, run: 'r', ...BY }));
    const events: WorkerEvent[] = [];
    const both = await Promise.all(
      ['a', 'b'].map((worker) => done(runWorker(ports, { worker, run: 'r', lanes: 2, wait, onEvent: (event) => events.push(event) }))),
    );
    expect(both.reduce((sum, did) => sum + did.done, 0)).toBe(7);
    const ended = events.flatMap((event) => (event.kind === 'job' ? event.job.units.map(({ unit }) => unit.house) : []));
    expect([...ended].sort()).toEqual(HOUSES);
    for (const house of HOUSES) expect((await ports.store.monthState(house, JANUARY)).version).toBe(1);
  });

  it('stops between two jobs when it is told to, and goes on later', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 2, run: 'r', ...BY }));
    const signal = { aborted: false };
    const onEvent = ({ kind }: WorkerEvent): void => {
      if (kind === 'job') signal.aborted = true;
    };
    expect((await done(runWorker(ports, { worker: 'w', run: 'r', wait, signal, onEvent }))).done).toBe(2);
    expect((await done(runWorker(ports, { worker: 'w', run: 'r', wait }))).done).toBe(5);
  });

  it('waits while the run is paused, ends when it is cancelled, and is told of a run that is not there', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 2, run: 'r', ...BY }));
    await done(pauseRun(ports, { run: 'r', ...BY }));
    const kinds: string[] = [];
    let looks = 0;
    const resume = async (): Promise<void> => {
      looks += 1;
      if (looks === 3) await done(resumeRun(ports, { run: 'r', ...BY }));
    };
    const did = await done(runWorker(ports, { worker: 'w', run: 'r', wait: resume, onEvent: ({ kind }) => kinds.push(kind) }));
    expect(did.done).toBe(7);
    expect(kinds).toEqual(['waiting', 'waiting', 'waiting', 'job', 'job', 'job', 'job', 'finished']);
    await done(planRun(ports, { month: JANUARY, run: 's', ...BY }));
    await done(cancelRun(ports, { run: 's', ...BY, why: 'не тот месяц' }));
    expect((await done(runWorker(ports, { worker: 'w', run: 's', wait }))).jobs).toBe(0);
    expect(await codes(runWorker(ports, { worker: 'w', run: 't', wait }))).toEqual(['run-unknown']);
    expect(await codes(runSummary(ports, 't'))).toEqual(['run-unknown']);
  });

  it('tells where it stands to whoever watches, until it ends', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 2, run: 'r', ...BY }));
    const told: number[] = [];
    const step = async (): Promise<void> => {
      await done(runWorker(ports, { worker: 'w', run: 'r', wait, signal: oneJob() }));
    };
    for await (const { done: houses } of watchRun(ports, 'r', { wait: step })) told.push(houses);
    expect(told).toEqual([0, 2, 4, 6, 7]);
  });

  it('goes on after outages, and gives up when they do not end', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 2, run: 'r', ...BY }));
    let nth = 0;
    const take: typeof ports.queue.take = async (...args) => {
      nth += 1;
      if (nth % 2 === 1) throw new Error('connection reset');
      return ports.queue.take(...args);
    };
    const shaky = { ...ports, queue: { ...ports.queue, take } };
    const waits: number[] = [];
    const did = await done(runWorker(shaky, { worker: 'w', run: 'r', wait: async (ms) => waits.push(ms), poll: 7 }));
    expect(did.done).toBe(7);
    expect(waits).toEqual([7, 7, 7, 7, 7]);
    await ports.store.close();
    expect(await codes(runWorker(ports, { worker: 'w', run: 'r', wait, outages: 3 }))).toEqual(['store-unavailable']);
    expect(await codes(monthIssue(ports, { house: 'h1', month: JANUARY }))).toEqual(['store-unavailable']);
    expect(await codes(planRun(ports, { month: JANUARY, ...BY }))).toEqual(['store-unavailable']);
  });
});

/** A signal that lets one job pass. */
const oneJob = (): { readonly aborted: boolean } => {
  let looks = 0;
  return {
    get aborted() {
      looks += 1;
      return looks > 1;
    },
  };
};

describe('a house that cannot be billed', () => {
  it('is a dead letter with its problems at once; requeued when it is mended, it is billed', async () => {
    const ports = await memoryPorts(HOUSES);
    // A tariff that begins later than its service.
    const service = { kind: 'service', house: 'h3', service: 'electricity', provider: 'uk', from: '2020-01-01', tariff: 'late' };
    const entries = [{ from: '2026-06-01', value: '5', act: 'Приказ' }];
    const tariff = { kind: 'tariff', id: 't', code: 'late', title: 'Свет', unit: 'RUB/kWh', reviewedThrough: '2026-12-31', entries };
    await done(ports.saldo.importFacts([{ ...service, id: 'h3-x' }, tariff]));
    await done(planRun(ports, { month: JANUARY, batch: 7, run: 'r', ...BY }));
    expect(await done(runWorker(ports, { worker: 'w', run: 'r', wait }))).toMatchObject({ jobs: 1, done: 6, dead: 1, waiting: 0 });
    const { dead, progress } = await done(runSummary(ports, 'r'));
    expect(dead.map(({ house, problems }) => [house, problems.length > 0])).toEqual([['h3', true]]);
    expect(progress).toMatchObject({ houses: 7, done: 6, dead: 1, accounts: 21, bills: 18 });
    expect(await codes(issueRun(ports, { run: 'r', ...BY }))).toEqual(['run-blocked']);
    await done(ports.saldo.importFacts([{ ...service, id: 'h3-y', supersedes: 'h3-x', withdrawn: true }]));
    expect(await done(requeueHouses(ports, { run: 'r', ...BY, why: 'условие отозвано' }))).toEqual({ houses: 1 });
    expect(await done(runWorker(ports, { worker: 'w', run: 'r', wait }))).toMatchObject({ done: 1, dead: 0 });
    await done(issueRun(ports, { run: 'r', ...BY }));
  });

  it('because somebody wrote it meanwhile is tried again by itself', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 7, run: 'r', ...BY }));
    let first = true;
    const transaction: typeof ports.store.transaction = (work) =>
      ports.store.transaction((bound, savepoint) =>
        work(
          {
            ...bound,
            writeMonth: async (write) => {
              if (!first || write.house !== 'h4') return bound.writeMonth(write);
              first = false;
              return { ok: false, error: { code: 'version-conflict', facts: { house: 'h4' } } };
            },
          },
          savepoint,
        ),
      );
    const { createMemoryQueue } = await import('../../src/testing/memory-queue');
    const queue = createMemoryQueue({ ...ports.store, transaction }, { clock: ports.clock, limits: { firstDelay: 10_000 } });
    const over = { ...ports, queue };
    await done(planRun(over, { month: JANUARY, batch: 7, run: 'r', ...BY }));
    const pass = async (): Promise<void> => ports.clock.set(later(ports.clock.now(), 10_000));
    expect(await done(runWorker(over, { worker: 'w', run: 'r', wait: pass }))).toMatchObject({ jobs: 2, done: 7, waiting: 1, dead: 0 });
    expect((await queue.units('r', { only: 'all', after: 'h3', limit: 1 }))[0]?.attempts).toBe(2);
  });

  it('because its facts vanished is refused, not billed as an empty house', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(planRun(ports, { month: JANUARY, batch: 7, run: 'r', ...BY }));
    const lossy: typeof ports.store.transaction = (work) =>
      ports.store.transaction((bound, savepoint) => {
        const without = (facts: Awaited<ReturnType<typeof bound.factsOf>>, house: string) =>
          house === 'h2' ? facts.filter(({ record }) => record.kind !== 'account') : facts;
        return work(
          {
            ...bound,
            factsOf: async (house, at) => without(await bound.factsOf(house, at), house),
            factsOfKinds: async (house, kinds, at) => without(await bound.factsOfKinds(house, kinds, at), house),
          },
          savepoint,
        );
      });
    const { createMemoryQueue } = await import('../../src/testing/memory-queue');
    const over = { ...ports, queue: createMemoryQueue({ ...ports.store, transaction: lossy }, { clock: ports.clock }) };
    ports.clock.set('2026-03-02T00:00:00.000Z' as Instant);
    await done(planRun(over, { month: JANUARY, run: 'r', ...BY }));
    await done(runWorker(over, { worker: 'w', run: 'r', wait }));
    const { dead } = await done(runSummary(over, 'r'));
    expect(dead).toEqual([{ house: 'h2', problems: [{ code: 'accounts-vanished', value: 'h2', facts: { planned: '3', found: '0' } }] }]);
    expect(await ports.store.billsOf('h2', JANUARY)).toEqual([]);
  });
});
