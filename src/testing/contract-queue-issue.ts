import type { JobQueue, UnitFinding } from '../ports/job-queue';
import { OCTOBER } from './contract-kit';
import { billedHouses, decided, doneWith, drain, failed, failingFor, planOf, writeHouse } from './contract-queue-kit';
import type { QueueKit } from './job-queue-contract';
import { SAMPLE_INSTANT } from './sample-records';

const DONE = { ok: true, value: { repeated: false } };
const REPEATED = { ok: true, value: { repeated: true } };

const finding = (severity: UnitFinding['severity']): UnitFinding => ({
  check: 'jump',
  severity,
  account: 'a-1',
  value: '900.00',
  against: '100.00',
});

const codeOf = async (answer: ReturnType<JobQueue['decide']>): Promise<string> => {
  const result = await answer;
  return result.ok ? 'done' : result.error.code;
};

/** Pausing, cancelling, progress, and the issue of a month. */
export const issueContract = ({ describe, test, same }: QueueKit): void => {
  describe('a run', () => {
    test('that is paused gives no job; resumed, it goes on', async ({ queue }) => {
      await queue.plan(planOf());
      await queue.take('worker', writeHouse);
      same(await queue.decide('run-1', 'pause', decided('банк не отвечает')), DONE);
      same(await queue.decide('run-1', 'pause', decided()), REPEATED);
      same(await drain(queue, writeHouse), []);
      same((await queue.progress('run-1'))?.state, 'paused');
      same(await queue.decide('run-1', 'resume', decided()), DONE);
      same((await drain(queue, writeHouse)).length, 4);
    });

    test('that is cancelled gives no job any more and stays so; what it billed stays', async ({ queue, store }) => {
      await queue.plan(planOf());
      await queue.take('worker', writeHouse);
      same(await queue.decide('run-1', 'cancel', decided('не тот месяц')), DONE);
      same(await queue.decide('run-1', 'cancel', decided()), REPEATED);
      same(await drain(queue, writeHouse), []);
      same(await codeOf(queue.decide('run-1', 'resume', decided())), 'run-over');
      same(await codeOf(queue.decide('run-1', 'issue', decided('надо'))), 'run-over');
      same(await queue.requeue('run-1', null, decided()), {
        ok: false,
        error: { code: 'run-over', value: 'run-1', facts: { state: 'cancelled' } },
      });
      same(await billedHouses(store, ['a', 'b', 'c']), ['a:1:1', 'b:1:1']);
    });

    test('that nobody planned is told so', async ({ queue }) => {
      same(await queue.decide('run-9', 'pause', decided()), { ok: false, error: { code: 'run-unknown', value: 'run-9' } });
      same(await queue.progress('run-9'), null);
      same(await queue.units('run-9', { only: 'all', after: null, limit: 10 }), []);
      same(await queue.steps('run-9'), []);
    });

    test('tells where it stands', async ({ queue }) => {
      await queue.plan(planOf('run-1', { provider: 'uk' }));
      await queue.take('worker', failingFor(['a'], failed('tariff-missing', false)));
      await queue.take('worker', failingFor(['c'], failed('version-conflict', true)));
      const totals = { accounts: 6, bills: 2, total: 193_334, blocking: 0 };
      same(await queue.progress('run-1'), {
        run: 'run-1',
        month: OCTOBER,
        provider: 'uk',
        plannedAt: SAMPLE_INSTANT,
        state: 'running',
        houses: 6,
        done: 2,
        waiting: 3,
        retried: 1,
        dead: 1,
        repeated: 0,
        ...totals,
      });
    });

    test('tells its houses a page at a time: all of them, dead letters, those with findings', async ({ queue }) => {
      await queue.plan(planOf());
      const found = [finding('note')];
      await drain(queue, async (unit) =>
        unit.house === 'b' ? failed('tariff-missing', false) : doneWith(unit.house === 'e' ? { findings: found } : {}),
      );
      const names = async (only: 'all' | 'dead' | 'found', after: string | null, limit: number) =>
        (await queue.units('run-1', { only, after, limit })).map(({ house }) => house);
      same(await names('all', null, 2), ['a', 'b']);
      same(await names('all', 'b', 3), ['c', 'd', 'e']);
      same(await names('dead', null, 9), ['b']);
      same(await names('found', null, 9), ['e']);
      same(await names('found', 'e', 9), []);
      const [unit] = await queue.units('run-1', { only: 'found', after: null, limit: 9 });
      same(unit?.outcome, doneWith({ findings: found }));
    });
  });

  describe('the month of a run', () => {
    test('is not issued while a house waits', async ({ queue }) => {
      await queue.plan(planOf());
      await queue.take('worker', writeHouse);
      same(await queue.decide('run-1', 'issue', decided('торопимся')), {
        ok: false,
        error: { code: 'run-unfinished', value: 'run-1', facts: { waiting: '4' } },
      });
    });

    test('is issued when every house is billed and nothing blocks it, and never changes again', async ({ queue }) => {
      await queue.plan(planOf());
      await drain(queue, async () => doneWith({ findings: [finding('note'), finding('warning')] }));
      same(await queue.decide('run-1', 'issue', decided()), DONE);
      same(await queue.decide('run-1', 'issue', decided()), REPEATED);
      same(await codeOf(queue.decide('run-1', 'cancel', decided())), 'run-over');
      same((await queue.progress('run-1'))?.state, 'issued');
    });

    test('is blocked by a blocking finding until somebody says why it is issued even so', async ({ queue }) => {
      await queue.plan(planOf());
      await drain(queue, async ({ house }) => doneWith(house === 'c' ? { findings: [finding('blocking'), finding('blocking')] } : {}));
      same(await queue.decide('run-1', 'issue', decided()), {
        ok: false,
        error: { code: 'run-blocked', value: 'run-1', facts: { blocking: '2', dead: '0' } },
      });
      same(await queue.decide('run-1', 'issue', decided('перерасчёт по решению суда')), DONE);
      same((await queue.steps('run-1')).at(-1), { action: 'issue', ...decided('перерасчёт по решению суда') });
    });

    test('is blocked by a dead letter in the same way', async ({ queue }) => {
      await queue.plan(planOf());
      await drain(queue, failingFor(['f'], failed('tariff-missing', false)));
      same(await codeOf(queue.decide('run-1', 'issue', decided())), 'run-blocked');
      same(await codeOf(queue.decide('run-1', 'issue', decided('дом начислим отдельно'))), 'done');
    });

    test('knows which runs billed a house, with their versions, in order of planning', async ({ queue }) => {
      await queue.plan(planOf('z'));
      await drain(queue, writeHouse);
      await queue.decide('z', 'issue', decided());
      await queue.plan(planOf('b'));
      same((await queue.runsOf('a', OCTOBER)).length, 1);
      await drain(queue, writeHouse);
      same(await queue.runsOf('a', OCTOBER), [
        { run: 'z', state: 'issued', version: 1, repeated: false },
        { run: 'b', state: 'running', version: 1, repeated: true },
      ]);
      same(await queue.runsOf('a', '2026-11' as never), []);
      same(await queue.runsOf('y', OCTOBER), []);
    });
  });
};
