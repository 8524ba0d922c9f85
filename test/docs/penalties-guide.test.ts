import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as saldo from '../../src/index';
import { PENALTY_POLICIES } from '../../src/norms/penalty-policies';

const GUIDE = readFileSync('docs/guide/penalties.md', 'utf8');
const INDEX = readFileSync('src/ledger/penalties/penalties-of.ts', 'utf8');

describe('the guide to penalties', () => {
  it('has an example that prints what it says', () => {
    const [, code = '', told = ''] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(GUIDE) ?? [];
    const printed: string[] = [];
    const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
    const scope = { ...saldo, console: { log: (text: string) => printed.push(text) } };
    new Function(...Object.keys(scope), javascript)(...Object.values(scope));
    expect(printed.join('\n')).toContain('117,90');
    expect(printed.join('\n')).toBe(told);
  });

  it('names every policy with its default and its other values', () => {
    for (const { code, fallback, values } of Object.values(PENALTY_POLICIES)) {
      const row = GUIDE.split('\n').find((line) => line.startsWith(`| \`${code}\` | \`${fallback}\``));
      expect(row, code).toBeDefined();
      for (const value of Object.keys(values)) expect(row, `${code}: ${value}`).toContain(`\`${value}\``);
    }
  });
});

describe('the example of penaltiesOf', () => {
  it('gives what its doc block says', () => {
    const [, code = '', wanted = ''] = /@example\n([\s\S]*?) \/\/=> (\d+)/.exec(INDEX.replace(/^ \* ?/gm, '')) ?? [];
    const [first = '', second = ''] = code.split('\n');
    const scope = { ...saldo };
    const total = new Function(...Object.keys(scope), `${first}\nreturn ${second};`)(...Object.values(scope));
    expect(total).toBe(Number(wanted));
  });
});
