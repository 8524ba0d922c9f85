import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as saldo from '../../src/index';
import * as testing from '../../src/testing';

const GUIDE = readFileSync('docs/guide/recalculation.md', 'utf8');

describe('the guide to recalculation', () => {
  it('prints what it says', async () => {
    const [, code = '', told = ''] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(GUIDE) ?? [];
    const printed: string[] = [];
    const body = code.replace(/^import .*$/gm, '');
    const javascript = transformSync(`const run = async () => {${body}};`, { loader: 'ts', target: 'es2022' }).code;
    const scope = { ...testing, ...saldo, console: { log: (...text: unknown[]) => printed.push(text.join(' ')) } };
    const run = new Function(...Object.keys(scope), `${javascript}\nreturn run();`) as (...values: unknown[]) => Promise<void>;
    await run(...Object.values(scope));
    expect(`${printed.join('\n')}\n`).toBe(told);
  });
});
