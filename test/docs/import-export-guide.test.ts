import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCommand } from '../../src/cli/commands/compare';
import { exportCommand, restoreCommand } from '../../src/cli/commands/export';
import { importCommand } from '../../src/cli/commands/import';
import { Terminal } from '../../src/cli/terminal';
import * as exchange from '../../src/exchange';
import type { Month } from '../../src/kernel/calendar';
import { done, given } from '../run/given';
import { runBlock } from './run-block';

const PAGE = 'docs/guide/import-export.md';
let guide = readFileSync(PAGE, 'utf8');
const UPDATE = process.env['UPDATE_DOCS'] === '1';

/** What follows a block that opens so; with `UPDATE_DOCS` the page is made to say it. */
const shows = (opening: string, text: string): void => {
  const at = guide.indexOf(opening);
  expect(at, opening).toBeGreaterThan(0);
  const start = at + opening.length;
  const end = guide.indexOf('```\n', start);
  if (UPDATE) {
    guide = guide.slice(0, start) + text + guide.slice(end);
    writeFileSync(PAGE, guide);
  } else expect(guide.slice(start, end)).toBe(text);
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-exchange-'));
  for (const [, path = '', text = ''] of guide.matchAll(/^```(?:yaml|csv) ((?:data|old)\S+)\n([\s\S]*?)^```\n/gm)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Run a command as the page does, in its folder; what it prints has no path of this machine. */
const printed = async (act: (terminal: Terminal) => number | Promise<number>) => {
  const texts: string[] = [];
  const stream = { write: (text: string) => texts.push(text) } as unknown as NodeJS.WriteStream;
  const code = await act(new Terminal('ru', false, stream, stream));
  return { code, text: texts.join('').replaceAll(`${folder}/`, '') };
};

const at = (name: string): string => join(folder, name);

describe('the guide to import', () => {
  it('takes what is right and sends the rest to quarantine', async () => {
    const { code, text } = await printed((terminal) =>
      importCommand({ folder: at('data'), store: at('store'), out: at('quarantine') }, terminal),
    );
    shows('saldo import data --store store --out quarantine\n```\n\n```text\n', text);
    shows('```csv quarantine/accounts.csv\n', readFileSync(at('quarantine/accounts.csv'), 'utf8'));
    expect(code).toBe(1);
  }, 120_000);

  it('takes the mended rows, and the whole folder again without a change', async () => {
    const path = at('quarantine/accounts.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"40,5"', '40.5'));
    const mended = await printed((terminal) => importCommand({ folder: at('quarantine'), store: at('store'), out: at('rest') }, terminal));
    expect(mended).toMatchObject({ code: 0, text: expect.stringMatching(/accounts +1 +1 +0 +0\n.*openingSaldo +1 +1 +0 +0/s) });
    const again = await printed((terminal) => importCommand({ folder: at('data'), store: at('store'), out: at('rest') }, terminal));
    expect(again.text).toMatch(/accounts +2 +0 +1 +1\nopeningSaldo +3 +0 +3 +0\npayments +1 +0 +1 +0/);
  }, 120_000);

  it('runs the block of a host', async () => {
    const { saldo } = given();
    const frame = exchange.readFactsFolder([{ path: 'frame.yaml', text: readFileSync(at('data/frame.yaml')) }]);
    await done(saldo.importFacts(frame.ok ? frame.value.records : []));
    const [, block = ''] = /```ts\n(const report[\s\S]*?)```/.exec(guide) ?? [];
    const { report } = await runBlock(block, { ...exchange, saldo, console: { error: () => undefined } });
    expect(report).toMatchObject({ ok: true, value: { rows: { read: 1, quarantined: 1 } } });
  });
});

describe('the guide to a parallel run', () => {
  it('tells the differences by cause and writes them as a table', async () => {
    const { code, text } = await printed((terminal) =>
      compareCommand(
        { theirs: at('old/bills.csv'), month: '2026-01' as Month, from: { store: at('store') }, out: at('differences.csv') },
        terminal,
      ),
    );
    shows('saldo compare old/bills.csv --month 2026-01 --store store --out differences.csv\n```\n\n```text\n', text);
    expect(code).toBe(1);
    expect(readFileSync(at('differences.csv'), 'utf8').split('\n')).toEqual([
      'cause;account;service;provider;part;theirs;ours;difference;volumeTheirs;volumeOurs;tariffTheirs;tariffOurs',
      'onlyTheirs;590003;maintenance;uk;;900.00;;-900.00;30;;30;',
      'tariff;590001;maintenance;uk;;1475.00;1500.00;25.00;50;50;29.5;30',
      'rounding;590002;maintenance;uk;;1215.01;1215.00;-0.01;40.5;40.5;30;30',
      '',
    ]);
  }, 120_000);

  it('compares with a folder of facts, and refuses a table with a mistake', async () => {
    const call = { theirs: at('old/bills.csv'), month: '2026-01' as Month, from: { facts: at('whole') } };
    mkdirSync(at('whole'));
    writeFileSync(
      at('whole/house.yaml'),
      `${readFileSync(at('data/frame.yaml'), 'utf8')}premises: [{ id: f, house: h, number: '1', type: dwelling, areas: [{ from: 2020-01-01, value: 50 }] }]
accounts: [{ id: a, number: new-1, aliases: ['590001'], premises: f, from: 2020-01-01 }]
`,
    );
    expect((await printed((terminal) => compareCommand(call, terminal))).text).toMatch(/другой тариф +1 +1475\.00 +1500\.00 +25\.00/);
    writeFileSync(at('old/bills.csv'), 'account;service;provider;month;amount\n1;steam;uk;2026-1;1,5\n');
    const refused = await printed((terminal) => compareCommand(call, terminal));
    expect([refused.code, refused.text.match(/\[[a-z-]+\]/g)]).toEqual([1, ['[not-one-of]', '[month-format]', '[number-format]']]);
  });
});

describe('the guide to export', () => {
  it('restores the same files, facts that read back, and refuses a file that was touched', async () => {
    const out = await printed((terminal) => exportCommand({ folder: at('copy'), store: at('store') }, terminal));
    const back = await printed((terminal) => restoreCommand({ folder: at('copy'), store: at('again') }, terminal));
    shows('saldo restore copy --store again\n```\n\n```text\n', `${out.text}${back.text}`);
    expect([out.code, back.code]).toEqual([0, 0]);
    await printed((terminal) => exportCommand({ folder: at('copy-2'), store: at('again') }, terminal));
    const read = (path: string) => readFileSync(at(path), 'utf8');
    expect(read('copy-2/manifest.json')).toBe(read('copy/manifest.json'));
    const files = ['common.json', 'house-h.json'].map((path) => ({ path, text: read(`copy/facts-folder/${path}`) }));
    const facts = exchange.readFactsFolder(files);
    expect(facts.ok && facts.value.records.length).toBe(read('copy/facts.jsonl').split('\n').length - 1);
    writeFileSync(at('copy/facts.jsonl'), read('copy/facts.jsonl').replace('1500.00', '1500.01'));
    const touched = await printed((terminal) => restoreCommand({ folder: at('copy'), store: at('third') }, terminal));
    expect([touched.code, touched.text]).toEqual([1, expect.stringContaining('[past-changed]')]);
  }, 120_000);
});
