import { describe, expect, it } from 'vitest';
import { cancelRun, issueRun, monthIssue, planRun, runSummary, runWorker } from '../../src/batch';
import { codes, done } from '../run/given';
import { PAID_WORK } from '../run/small-house';
import { houseNames, JANUARY, memoryPorts } from './given-batch';

const BY = { by: 'бухгалтер' };
const wait = async (): Promise<void> => {};
const HOUSES = houseNames(7);

describe('a month for its readers', () => {
  it('is nothing, then a draft, then issued; the reader of a second run keeps the version that was issued', async () => {
    const ports = await memoryPorts(HOUSES);
    const asked = { house: 'h1', month: JANUARY };
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'none', version: 0, issued: 0 });
    await done(planRun(ports, { month: JANUARY, run: 'r', ...BY }));
    await done(runWorker(ports, { worker: 'w', run: 'r', wait }));
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'draft', version: 1, issued: 0 });
    await done(issueRun(ports, { run: 'r', ...BY }));
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'issued', version: 1, issued: 1 });

    await done(ports.saldo.importFacts([{ ...PAID_WORK, id: 'w-1', account: 'h1-1-A' }]));
    await done(planRun(ports, { month: JANUARY, run: 's', ...BY }));
    await done(runWorker(ports, { worker: 'w', run: 's', wait }));
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'draft', version: 2, issued: 1 });
    expect(await done(monthIssue(ports, { ...asked, house: 'h2' }))).toEqual({ state: 'issued', version: 1, issued: 1 });
    await done(issueRun(ports, { run: 's', ...BY, why: 'работа внесена' }));
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'issued', version: 2, issued: 2 });
    expect(await codes(monthIssue(ports, { ...asked, month: '2026' }))).toEqual(['month-format']);
  });

  it('that a cancelled run left as a draft is issued with the run that finds it there', async () => {
    const ports = await memoryPorts(HOUSES);
    const asked = { house: 'h1', month: JANUARY };
    await done(planRun(ports, { month: JANUARY, run: 'r', ...BY }));
    await done(runWorker(ports, { worker: 'w', run: 'r', wait }));
    await done(cancelRun(ports, { run: 'r', ...BY }));
    expect((await done(monthIssue(ports, asked))).state).toBe('draft');
    await done(planRun(ports, { month: JANUARY, run: 's', ...BY }));
    await done(runWorker(ports, { worker: 'w', run: 's', wait }));
    expect((await done(monthIssue(ports, asked))).state).toBe('draft');
    await done(issueRun(ports, { run: 's', ...BY }));
    expect(await done(monthIssue(ports, asked))).toEqual({ state: 'issued', version: 1, issued: 1 });
  });

  it('that was billed outside of runs is issued as soon as it is there', async () => {
    const ports = await memoryPorts(HOUSES);
    await done(ports.saldo.billMonth({ house: 'h1', month: JANUARY }));
    expect(await done(monthIssue(ports, { house: 'h1', month: JANUARY }))).toEqual({ state: 'issued', version: 1, issued: 1 });
  });

  it('is blocked by what was found, until somebody says why it is issued; that is recorded', async () => {
    const ports = await memoryPorts(HOUSES, [{ ...PAID_WORK, id: 'w-1', account: 'h5-1-A', price: '9000' }]);
    await done(planRun(ports, { month: JANUARY, run: 'r', ...BY }));
    const rules = [
      { check: 'negative', severity: 'note' },
      { check: 'jump', severity: 'blocking', percent: 150 },
    ] as const;
    await done(runWorker(ports, { worker: 'w', run: 'r', wait, rules }));
    expect((await done(runSummary(ports, 'r'))).checks).toEqual([]);
    await done(issueRun(ports, { run: 'r', ...BY }));
    await done(
      ports.saldo.importFacts([
        { ...PAID_WORK, id: 'w-2', account: 'h6-1-A' },
        { ...PAID_WORK, id: 'w-3', on: '2026-02-10', account: 'h5-1-A', price: '90000' },
      ]),
    );
    const february = [
      { ...PAID_WORK, id: 'w-4', on: '2026-02-10', account: 'h6-1-A' },
      { ...PAID_WORK, id: 'w-5', on: '2026-02-11', account: 'h6-1-A' },
    ];
    await done(ports.saldo.importFacts(february));
    await done(ports.saldo.billHouses({ month: JANUARY }));
    await done(planRun(ports, { month: '2026-02', run: 'f', ...BY }));
    await done(runWorker(ports, { worker: 'w', run: 'f', wait, rules }));
    const summary = await done(runSummary(ports, 'f', { findings: 1 }));
    expect(summary.checks).toEqual([{ check: 'jump', severity: 'blocking', findings: 2, houses: 2 }]);
    expect(summary.findings).toEqual([
      { house: 'h5', check: 'jump', severity: 'blocking', account: 'h5-1-A', service: 'paidWork', value: '90000.00', against: '9000.00' },
    ]);
    expect(await codes(issueRun(ports, { run: 'f', ...BY }))).toEqual(['run-blocked']);
    await done(issueRun(ports, { run: 'f', ...BY, why: 'работы по заявке' }));
    const step = (await done(runSummary(ports, 'f'))).steps.at(-1);
    expect([step?.action, step?.by, step?.why]).toEqual(['issue', 'бухгалтер', 'работы по заявке']);
  });
});
