import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as saldo from '../../src/index';
import { DEBT_POLICIES } from '../../src/norms/debt-policies';

const GUIDE = readFileSync('docs/guide/debt.md', 'utf8');

describe('the guide to debts', () => {
  const examples = [...GUIDE.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code = '', told = '']) => ({
    code,
    told,
  }));

  it('has examples', () => expect(examples.length).toBeGreaterThan(1));

  it.each(examples)('prints what it says: $told', ({ code, told }) => {
    const printed: string[] = [];
    const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
    const scope = { ...saldo, console: { log: (text: string) => printed.push(text) } };
    new Function(...Object.keys(scope), javascript)(...Object.values(scope));
    expect(`${printed.join('\n')}\n`).toBe(told);
  });

  it('names every policy with each of its values', () => {
    for (const { code, values } of Object.values(DEBT_POLICIES)) {
      expect(GUIDE).toContain(`\`${code}`);
      for (const value of Object.keys(values)) expect(GUIDE, code).toContain(value);
    }
  });
});
