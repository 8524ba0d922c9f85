import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgliteStore } from '../../src/adapters/postgres';
import { batchCommand } from '../../src/cli/commands/batch';
import { Terminal } from '../../src/cli/terminal';
import { must } from '../../src/kernel/result';
import { FEBRUARY, filled, houseNames, JANUARY } from '../batch/given-batch';
import { done } from '../run/given';
import { PAID_WORK } from '../run/small-house';

let folder = '';
const store = (): string => join(folder, 'store');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-batch-'));
  const opened = must(await openPgliteStore(store()));
  const late = { ...PAID_WORK, account: 'h1-1-A', price: '100' };
  const { saldo } = await filled(opened, houseNames(3), [
    { ...late, id: 'w-1' },
    { ...late, id: 'w-2', on: '2026-02-10', price: '90000' },
  ]);
  await done(saldo.billHouses({ month: JANUARY }));
  await opened.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asked = async (more: object = {}, json = false, isTTY = false) => {
  const [out, told]: [string[], string[]] = [[], []];
  const stream = (texts: string[]) => ({ isTTY, write: (text: string) => texts.push(text) }) as unknown as NodeJS.WriteStream;
  const request = { store: store(), month: FEBRUARY, issue: false, by: 'бухгалтер', ...more };
  const status = await batchCommand(request, new Terminal('en', json, stream(out), stream(told)));
  return { status, out: out.join(''), told: told.join('') };
};

describe('saldo batch', () => {
  it('bills the month of the houses in a store with a bar where people watch, and lists what to look at', async () => {
    const { status, out, told } = await asked({}, false, true);
    expect(status).toBe(0);
    expect(told).toMatch(/2026-02:\* \[#+\] 3\/3\n$/);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe(
      'Run 2026-02:* (running): 3 houses, 3 billed (0 of them unchanged), 0 waiting, 0 without bills; 9 bills, 105000.00 RUB in all',
    );
    expect(lines.slice(1).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['jump against last month (blocking): 1'],
      ['House', 'Account', 'Service', 'Finding', 'Severity', 'Found', 'Against'],
      ['h1', 'h1-1-A', 'paidWork', 'jump against last month', 'blocking', '90000.00', '100.00'],
    ]);
  }, 120_000);

  it('run again changes nothing, and tells the same as JSON without a bar', async () => {
    const { status, out, told } = await asked({}, true, true);
    expect([status, told]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ ok: true, progress: { run: '2026-02:*', done: 3, total: '105000.00', blocking: 1 }, dead: [] });
  }, 120_000);

  it('does not issue what is blocked without a reason, and records the reason', async () => {
    const refused = await asked({ issue: true });
    expect(refused.status).toBe(1);
    expect(refused.told).toContain('[run-blocked]');
    const issued = await asked({ issue: true, why: 'работа по заявке № 1' }, true);
    expect(issued.status).toBe(0);
    expect(JSON.parse(issued.out).steps.at(-1)).toMatchObject({ action: 'issue', by: 'бухгалтер', why: 'работа по заявке № 1' });
  }, 120_000);

  it('tells a provider without houses', async () => {
    const { status, told } = await asked({ provider: 'nobody' });
    expect(status).toBe(1);
    expect(told).toContain('[houses-missing]');
  }, 120_000);
});
