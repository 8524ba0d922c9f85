import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reconcileCommand } from '../../src/cli/commands/reconcile';
import { Terminal } from '../../src/cli/terminal';
import * as saldo from '../../src/index';
import type { Month } from '../../src/kernel/calendar';
import type { Language } from '../../src/model/problem-text';
import { DIFFERENCE_CLASSES } from '../../src/statements/reconciliation/differences';

const PAGE = 'docs/guide/reconciliation.md';
const GUIDE = readFileSync(PAGE, 'utf8');
const files = [...GUIDE.matchAll(/^```(?:yaml|csv) (\S+)\n([\s\S]*?)^```\n/gm)].map(([, path = '', text = '']) => ({ path, text }));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saldo-reconcile-'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = async (language: Language, more: { readonly json?: boolean; readonly out?: string; readonly theirs?: string } = {}) => {
  let printed = '';
  const stream = { write: (text: string) => (printed += text) } as unknown as NodeJS.WriteStream;
  const code = await reconcileCommand(
    {
      account: '590001',
      facts: join(folder, 'facts'),
      from: '2026-01' as Month,
      to: '2026-05' as Month,
      theirs: join(folder, more.theirs ?? 'theirs.csv'),
      ...(more.out === undefined ? {} : { out: more.out }),
    },
    new Terminal(language, more.json ?? false, stream, stream),
  );
  return { code, printed };
};

describe('the guide to reconciliation', () => {
  it('prints what the command prints: six seeded differences', async () => {
    const { code, printed } = await call('ru');
    if (process.env['UPDATE_DOCS'] === '1')
      writeFileSync(PAGE, GUIDE.replace(/(```sh\n[\s\S]*?```\n\n```text\n)[\s\S]*?```/, `$1${printed}\`\`\``));
    await expect(printed).toMatchFileSnapshot('../golden/reconciliation.txt');
    expect(readFileSync(PAGE, 'utf8')).toContain(`\`\`\`text\n${printed}\`\`\``);
    expect(printed).toContain('Расхождений: 6');
    expect(code).toBe(1);
  });

  it('has the same in English', async () => {
    await expect((await call('en')).printed).toMatchFileSnapshot('../golden/reconciliation-en.txt');
  });

  it('answers in JSON: the effects sum to the difference of the closing saldi', async () => {
    const { compared, hash } = JSON.parse((await call('ru', { json: true })).printed);
    expect(compared.differences.map((one: { class: string }) => one.class)).toEqual([
      'openingBalance',
      'doubledTheirs',
      'date',
      'missingTheirs',
      'amount',
      'account',
    ]);
    expect(compared.differences.reduce((sum: number, one: { effect: number }) => sum + one.effect, 0)).toBe(compared.difference);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes a page, and refuses a table with a mistake', async () => {
    const out = join(folder, 'out');
    await call('ru', { out });
    const html = readFileSync(join(out, 'reconciliation-590001-2026-05.html'), 'utf8');
    expect(html).toContain('Акт сверки взаимных расчётов');
    expect(html).toContain('Иванова А. П.');
    writeFileSync(join(folder, 'wrong.csv'), 'type;amount\npayment;5,00\n');
    const { code, printed } = await call('ru', { theirs: 'wrong.csv' });
    expect(code).toBe(1);
    expect(printed).toContain('wrong.csv:2:9 amount');
  });

  it.each([...GUIDE.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code = '', told = '']) => ({ code, told })))(
    'prints what it says: $told',
    ({ code, told }) => {
      const printed: string[] = [];
      const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
      const scope = { ...saldo, console: { log: (...words: unknown[]) => printed.push(words.join(' ')) } };
      new Function(...Object.keys(scope), javascript)(...Object.values(scope));
      expect(`${printed.join('\n')}\n`).toBe(told);
    },
  );

  it('names every class of difference', () => {
    for (const one of DIFFERENCE_CLASSES) expect(GUIDE).toContain(`\`${one}\``);
  });
});
