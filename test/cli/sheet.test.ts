import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPgliteStore } from '../../src/adapters/postgres';
import { sheetCommand } from '../../src/cli/commands/sheet';
import { Terminal } from '../../src/cli/terminal';
import type { Month } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { done, given, smallHouse } from '../run/given';
import { common } from '../run/small-house';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-sheet-'));
  const store = must(await openPgliteStore(join(folder, 'store')));
  const { saldo } = given(store);
  await done(saldo.importFacts([...common, ...smallHouse()]));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  await store.close();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const printed = async (json: boolean, more: object) => {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) } as unknown as NodeJS.WriteStream;
  const status = await sheetCommand(
    { store: join(folder, 'store'), month: '2026-01' as Month, ...more },
    new Terminal('en', json, stream, stream),
  );
  return { status, text: texts.join('') };
};

describe('saldo sheet', () => {
  it('prints the turnover sheet of a store and writes it as CSV', async () => {
    const out = join(folder, 'sheet.csv');
    const { status, text } = await printed(false, { by: ['provider', 'service'], out });
    expect(status).toBe(0);
    expect(text.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['Provider', 'Service', 'Opening debt', 'Opening advance', 'Charged', 'Adjusted', 'Other', 'Paid', 'Closing debt', 'Closing advance'],
      ['uk', 'maintenance', '0.00', '0.00', '4500.00', '0.00', '0.00', '0.00', '4500.00', '0.00'],
      ['vk', 'coldWater', '0.00', '0.00', '500.00', '0.00', '0.00', '0.00', '500.00', '0.00'],
      ['Total', '0.00', '0.00', '5000.00', '0.00', '0.00', '0.00', '5000.00', '0.00'],
      [`written: ${out}`],
      [''],
    ]);
    expect(readFileSync(out, 'utf8').split('\n').slice(-2)[0]).toBe(
      'total;;0.00;0.00;0.00;5000.00;0.00;0.00;0.00;0.00;0.00;0.00;0.00;5000.00;0.00',
    );
  }, 120_000);

  it('answers in JSON, for one house, provider, service', async () => {
    const { text } = await printed(true, { house: 'h', provider: 'vk', service: 'coldWater', to: '2026-02' });
    expect(JSON.parse(text)).toMatchObject({ ok: true, by: ['house', 'account'], total: { charged: 500_00 } });
    expect((await printed(true, { to: '2025-12' })).status).toBe(1);
  }, 120_000);

  it('refuses a house that is not stored, and a folder without a store, in which it leaves nothing', async () => {
    const unknown = await printed(true, { house: 'nosuch' });
    expect([unknown.status, JSON.parse(unknown.text).problems[0]]).toMatchObject([
      1,
      { code: 'no-house', text: 'there is no house “nosuch”' },
    ]);
    const empty = mkdtempSync(join(folder, 'empty-'));
    const none = await printed(true, { store: empty });
    expect([none.status, JSON.parse(none.text).problems[0].code]).toEqual([1, 'store-unavailable']);
    expect(readdirSync(empty)).toEqual([]);
  }, 120_000);
});
