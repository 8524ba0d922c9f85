import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import * as exchange from '../../src/exchange';
import * as saldo from '../../src/index';
import * as testing from '../../src/testing';

const GUIDE = readFileSync('docs/guide/readings.md', 'utf8');

it('the guide to readings has an example that prints what it says', async () => {
  const [, code = '', told = ''] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(GUIDE) ?? [];
  const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
  const printed: string[] = [];
  const log = (...values: readonly unknown[]): number =>
    printed.push(values.map((one) => (typeof one === 'string' ? one : inspect(one))).join(' '));
  const scope: Record<string, unknown> = { ...saldo, ...exchange, ...testing, console: { log } };
  const run = new Function(...Object.keys(scope), `return (async () => { ${javascript} })();`);
  await run(...Object.values(scope));
  expect(`${printed.join('\n')}\n`).toBe(told);
});
