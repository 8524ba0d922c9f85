import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as saldo from '../../src/index';
import * as testing from '../../src/testing';
import { imported } from '../run/given';
import { at } from '../run/small-house';

const GUIDE = readFileSync('docs/guide/payments.md', 'utf8');
const javascript = (code: string): string => transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
const AsyncFunction = (async () => undefined).constructor as new (...names: string[]) => (...values: unknown[]) => Promise<void>;

describe('the guide to payments', () => {
  it('prints what it says', async () => {
    const [, code = '', told = ''] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(GUIDE) ?? [];
    const printed: string[] = [];
    const store = testing.createMemoryStore();
    await imported([], store);
    const clock = testing.steppingClock(at('2026-01-20'));
    const scope = { ...saldo, ...testing, store, clock, console: { log: (...texts: unknown[]) => printed.push(texts.join(' ')) } };
    await new AsyncFunction(...Object.keys(scope), javascript(code))(...Object.values(scope));
    expect(`${printed.join('\n')}\n`).toBe(told);
  });

  it('names every status and every outcome', () => {
    for (const status of saldo.PAYMENT_STATUSES) expect(GUIDE).toContain(status);
  });
});

describe('the contract as the guide runs it', () => {
  const [, code = ''] = /```ts contract\n([\s\S]*?)```/.exec(GUIDE) ?? [];
  const scope = { ...testing, describe, it, expect, clock: testing.fixedClock(at('2026-01-20')) };
  new Function(...Object.keys(scope), javascript(code))(...Object.values(scope));
});
