import { monthWrite } from './contract-kit';
import { billedHouses, decided, doneWith, drain, failed, failingFor, planOf, writeHouse } from './contract-queue-kit';
import type { QueueKit } from './job-queue-contract';

const HOUSES = ['a', 'b', 'c', 'd', 'e', 'f'];
const WHOLE = HOUSES.map((house) => `${house}:1:1`);

/** Planning, taking and failing. */
export const takeContract = ({ describe, test, same }: QueueKit): void => {
  describe('a plan', () => {
    test('is taken job by job, its houses in order, until nothing is left', async ({ queue, store }) => {
      same(await queue.plan(planOf()), { ok: true, value: { repeated: false, houses: 6 } });
      same(
        await drain(queue, writeHouse),
        HOUSES.map((house) => `${house} done`),
      );
      same(await billedHouses(store, HOUSES), WHOLE);
      same(await queue.take('worker', writeHouse), { ok: true, value: null });
    });

    test('that came twice, or from two planners at once, is one run: the houses of the first stand', async ({ queue, store }) => {
      const other = planOf('run-1', { houses: [{ house: 'z', accounts: 9 }], by: 'второй' });
      const both = await Promise.all([queue.plan(planOf()), queue.plan(planOf())]);
      same(both.map((one) => one.ok && one.value.repeated).sort(), [false, true]);
      same(await queue.plan(other), { ok: true, value: { repeated: true, houses: 6 } });
      same((await drain(queue, writeHouse)).length, 6);
      same(await billedHouses(store, [...HOUSES, 'z']), WHOLE);
      same(
        (await queue.steps('run-1')).map(({ action, by }) => `${action} ${by}`),
        ['plan планировщик'],
      );
    });

    test('of another month or provider under a name that is there is refused', async ({ queue }) => {
      await queue.plan(planOf());
      const refused = [
        await queue.plan(planOf('run-1', { month: '2026-11' as never })),
        await queue.plan(planOf('run-1', { provider: 'uk' })),
      ];
      same(
        refused.map((one) => (one.ok ? 'done' : one.error.code)),
        ['idempotency-conflict', 'idempotency-conflict'],
      );
    });

    test('tells the work which house, which month, how many accounts, which try', async ({ queue }) => {
      await queue.plan(planOf('run-1', { houses: [{ house: 'a', accounts: 7 }] }));
      const told: unknown[] = [];
      await queue.take('worker', async (unit) => {
        told.push(unit);
        return doneWith();
      });
      const { month, at } = planOf();
      same(told, [{ run: 'run-1', month, job: 1, house: 'a', accounts: 7, attempt: 1, plannedAt: at }]);
    });

    test('of one run is taken alone when a worker asks for it', async ({ queue }) => {
      await queue.plan(planOf('run-1', { houses: [{ house: 'a', accounts: 1 }] }));
      await queue.plan(planOf('run-2', { houses: [{ house: 'b', accounts: 1 }] }));
      same(await drain(queue, writeHouse, 'run-2'), ['b done']);
      same(await drain(queue, writeHouse), ['a done']);
      same(await drain(queue, writeHouse, 'run-3'), []);
    });
  });

  describe('workers at the same time', () => {
    test('never bill a house twice, and leave none out', async ({ queue, store }) => {
      await queue.plan(planOf());
      const began: string[] = [];
      const work: typeof writeHouse = async (unit, own) => {
        began.push(unit.house);
        return writeHouse(unit, own);
      };
      const ended = await Promise.all([drain(queue, work), drain(queue, work), drain(queue, work)]);
      same(
        ended.flat().sort(),
        HOUSES.map((house) => `${house} done`),
      );
      same([...began].sort(), HOUSES);
      same(await billedHouses(store, HOUSES), WHOLE);
    });
  });

  describe('the bills of a job', () => {
    test('are there when the job is ended, and not before: readers do not see half a job', async ({ queue, store }) => {
      await queue.plan(planOf());
      let seen: Promise<readonly string[]> | undefined;
      await queue.take('worker', async (unit, own) => {
        const outcome = await writeHouse(unit, own);
        same((await own.billsOf(unit.house, unit.month)).length, 1);
        // A store of one connection answers when the job is over; a reader never sees the first house alone.
        if (unit.house === 'a') seen = billedHouses(store, ['a', 'b']);
        return outcome;
      });
      same([0, 2].includes((await (seen ?? [])).length), true);
      same(await billedHouses(store, HOUSES), ['a:1:1', 'b:1:1']);
    });

    test('are forgotten with the job when its worker loses the store, and another worker takes it at once', async ({ queue, store }) => {
      await queue.plan(planOf());
      const lost = await queue.take('first', failingFor(['b'], failed('store-unavailable', true)));
      same(lost.ok ? 'done' : lost.error.code, 'store-unavailable');
      same(await billedHouses(store, HOUSES), []);
      same((await queue.progress('run-1'))?.waiting, 6);
      same((await drain(queue, writeHouse)).length, 6);
      same(await billedHouses(store, HOUSES), WHOLE);
    });

    test('cannot be written once the job is over: the store that its work was given is closed, whatever became of the job', async ({
      queue,
      store,
    }) => {
      await queue.plan(planOf());
      const kept: Parameters<typeof writeHouse>[] = [];
      const keeping: typeof writeHouse = async (unit, own) => {
        kept.push([unit, own]);
        return unit.house === 'a' ? doneWith() : failed('tariff-missing', false);
      };
      await queue.take('worker', keeping);
      await queue.take('worker', failingFor(['c'], failed('store-unavailable', true)));
      for (const [{ house }, own] of kept) {
        const late = await own.writeMonth(monthWrite(`late ${house}`, { house }));
        same(late.ok ? 'done' : late.error.code, 'store-unavailable');
      }
      same(kept.length, 2);
      same(await billedHouses(store, HOUSES), []);
    });

    test('that were delivered twice are repeated, not doubled', async ({ queue, store }) => {
      await queue.plan(planOf());
      await drain(queue, writeHouse);
      await queue.plan(planOf('run-2'));
      await drain(queue, writeHouse);
      same(await billedHouses(store, HOUSES), WHOLE);
      const progress = await queue.progress('run-2');
      same([progress?.done, progress?.repeated], [6, 6]);
    });
  });

  describe('a house that fails', () => {
    test('is undone by itself; the others of its job are kept', async ({ queue, store }) => {
      await queue.plan(planOf());
      same(await drain(queue, failingFor(['a', 'd'], failed('tariff-missing', false))), [
        'a dead',
        'b done',
        'c done',
        'd dead',
        'e done',
        'f done',
      ]);
      same(await billedHouses(store, HOUSES), ['b:1:1', 'c:1:1', 'e:1:1', 'f:1:1']);
    });

    test('for good is a dead letter at once, with the house and the reason', async ({ queue }) => {
      await queue.plan(planOf());
      const outcome = failed('tariff-missing', false);
      await drain(queue, failingFor(['c'], outcome));
      same(await queue.units('run-1', { only: 'dead', after: null, limit: 10 }), [
        { house: 'c', accounts: 1, state: 'dead', attempts: 1, outcome },
      ]);
    });

    test('that may pass waits by itself, twice as long each time, and is a dead letter after its last try', async ({ queue }, wait) => {
      await queue.plan(planOf('run-1', { houses: [{ house: 'a', accounts: 1 }] }));
      const work = failingFor(['a'], failed('version-conflict', true));
      same(await drain(queue, work), ['a waiting']);
      const tries: string[] = [];
      for (const seconds of [9, 1, 19, 1, 39, 1, 59, 1]) {
        wait(seconds * 1000);
        tries.push((await drain(queue, work)).join());
      }
      same(tries, ['', 'a waiting', '', 'a waiting', '', 'a waiting', '', 'a dead']);
      same(
        (await queue.units('run-1', { only: 'dead', after: null, limit: 10 })).map(({ attempts }) => attempts),
        [5],
      );
    });

    test('and passes on another try is billed', async ({ queue, store }, wait) => {
      await queue.plan(planOf());
      await drain(queue, failingFor(['a'], failed('version-conflict', true)));
      same((await queue.progress('run-1'))?.retried, 1);
      wait(10_000);
      same(await drain(queue, writeHouse), ['a done']);
      same(await billedHouses(store, HOUSES), WHOLE);
    });

    test('is not left waiting by a clock that went back', async ({ queue }, wait) => {
      await queue.plan(planOf('run-1', { houses: [{ house: 'a', accounts: 1 }] }));
      await drain(queue, failingFor(['a'], failed('version-conflict', true)));
      wait(-86_400_000);
      same(await drain(queue, writeHouse), ['a done']);
    });

    test('by a throw of the work is a dead letter that tells it', async ({ queue, store }) => {
      await queue.plan(planOf());
      await drain(queue, async (unit, own) => {
        const outcome = await writeHouse(unit, own);
        if (unit.house === 'b') throw new Error('не делится');
        return outcome;
      });
      const [dead] = await queue.units('run-1', { only: 'dead', after: null, limit: 10 });
      same(dead?.outcome, {
        done: false,
        again: false,
        problems: [{ code: 'house-faulted', value: 'b', facts: { reason: 'не делится' } }],
      });
      same((await billedHouses(store, HOUSES)).length, 5);
    });

    test('by ending every job it is in is found: its job is taken apart, it is a dead letter, the others are billed', async ({
      queue,
      store,
    }) => {
      await queue.plan(planOf('run-1', { batch: 6 }));
      const gone = { done: false, again: true, problems: [{ code: 'store-unavailable', facts: { reason: 'нет памяти' } }] } as const;
      const work = failingFor(['d'], gone);
      let lost = 0;
      for (;;) {
        const taken = await queue.take('worker', work);
        if (!taken.ok) lost += 1;
        else if (taken.value === null) break;
      }
      same(lost, 6);
      same(
        await billedHouses(store, HOUSES),
        WHOLE.filter((house) => !house.startsWith('d')),
      );
      const [dead] = await queue.units('run-1', { only: 'dead', after: null, limit: 10 });
      same(dead?.outcome, {
        done: false,
        again: false,
        problems: [{ code: 'worker-lost', value: 'd', facts: { claims: '3', reason: 'нет памяти' } }],
      });
    });

    test('waits again with all its tries when somebody requeues it, which is recorded', async ({ queue, store }) => {
      await queue.plan(planOf());
      await drain(queue, failingFor(['a', 'b', 'c'], failed('tariff-missing', false)));
      same(await queue.requeue('run-1', ['a', 'd'], decided('тариф внесён')), { ok: true, value: { houses: 1 } });
      same(await drain(queue, writeHouse), ['a done']);
      same(await queue.requeue('run-1', null, decided()), { ok: true, value: { houses: 2 } });
      same((await drain(queue, writeHouse)).length, 2);
      same(await billedHouses(store, HOUSES), WHOLE);
      same(
        (await queue.steps('run-1')).map(({ action, why }) => [action, why ?? '']),
        [
          ['plan', ''],
          ['requeue', 'тариф внесён'],
          ['requeue', ''],
        ],
      );
    });
  });
};
