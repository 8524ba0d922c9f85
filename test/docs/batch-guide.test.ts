import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresQueue } from '../../src/adapters/postgres';
import * as batch from '../../src/batch';
import { MAY_PASS } from '../../src/batch/bill-unit';
import { RETRY_LIMITS } from '../../src/model/batch-run';
import { FEBRUARY, filled, houseNames, JANUARY } from '../batch/given-batch';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';
import { done } from '../run/given';
import { PAID_WORK } from '../run/small-house';

const GUIDE = readFileSync('docs/guide/batch.md', 'utf8');

describe('the guide to the month of a provider', () => {
  let stores: PgliteStores;
  beforeAll(async () => {
    stores = await pgliteStores();
  });
  afterAll(() => stores.database.close());

  it('prints what it says', async () => {
    const [, code = '', told = ''] = GUIDE.match(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/) ?? [];
    const store = await stores.emptyStore();
    const work = { ...PAID_WORK, account: 'h1-1-A' };
    const { clock, saldo } = await filled(store, houseNames(3), [
      { ...work, id: 'w-1', price: '100' },
      { ...work, id: 'w-2', on: '2026-02-10', price: '90000' },
    ]);
    await done(saldo.billHouses({ month: JANUARY }));
    const printed: string[] = [];
    const shown = (value: unknown): string => (typeof value === 'string' ? value : inspect(value));
    const console = { log: (...parts: unknown[]) => printed.push(parts.map(shown).join(' ')) };
    const scope = { ...batch, createPostgresQueue, store, clock, connection: stores.connection, wait: async () => {}, console };
    const javascript = transformSync(code.replace(/^import .*$/gm, ''), { loader: 'ts', target: 'es2022' }).code;
    const run = new Function(...Object.keys(scope), `return (async () => { ${javascript} })();`) as (...values: unknown[]) => Promise<void>;
    await run(...Object.values(scope));
    expect(`${printed.join('\n')}\n`).toBe(told);
    expect((await store.monthState('h1', FEBRUARY)).version).toBe(1);
  });

  it('names every check with its thresholds, and what is tried again', () => {
    for (const { check, percent, floor } of batch.OUTSORT_RULES) {
      expect(GUIDE).toContain(`| \`${check}\` |`);
      if (percent !== undefined) expect(GUIDE, check).toContain(`${percent} %`);
      if (floor !== undefined && floor !== '0') expect(GUIDE.replaceAll('10 000', '10000'), check).toContain(`${floor} ₽`);
    }
    for (const code of MAY_PASS) expect(GUIDE).toContain(`\`${code}\``);
    expect(RETRY_LIMITS).toMatchObject({ attempts: 5, claims: 3, firstDelay: 5000 });
  });
});
