import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoRecords } from '../../src/cli/demo/houses';
import * as saldo from '../../src/index';
import { ok } from '../../src/kernel/result';
import { createMemoryStore, fixedClock } from '../../src/testing';
import { runBlock } from './run-block';

const blocks = [...readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');

describe('the examples of the README', () => {
  it('bill a house in ten lines and explain one account', async () => {
    const printed: string[] = [];
    const facts = demoRecords();
    const oneHouse = saldo.assembleHouses(facts);
    if (!oneHouse.ok) throw new Error('the demo does not assemble');
    const [first] = oneHouse.value;
    const console = { log: (...texts: unknown[]) => printed.push(texts.join(' ')) };
    const assembleHouse = () => ok(first);
    const account = first?.premises[0]?.accounts[0]?.number ?? '';
    await runBlock((blocks[0] ?? '').replaceAll('590001', account), { facts, console, assembleHouse });
    expect(printed.length).toBe((first?.premises.length ?? 0) + 1);
    expect(printed.at(-1)).toContain(`Лицевой счёт ${account}, 2026-05`);
  });

  it('work over a store', async () => {
    const store = createMemoryStore();
    const records = demoRecords();
    const [first] = records.filter((record) => record.kind === 'house');
    const account = records.find((record) => record.kind === 'account');
    if (account?.kind !== 'account' || first === undefined) throw new Error('the demo has no account');
    const code = (blocks[1] ?? '')
      .replaceAll("'house-1'", `'${first.id}'`)
      .replaceAll("'590001'", `'${account.number}'`)
      .replaceAll('2026-05', '2026-01');
    const result = await runBlock(code, {
      clock: fixedClock('2026-12-01T00:00:00.000Z' as saldo.Instant),
      records,
      openPgliteStore: async () => ok(store),
    });
    const book = result['book'] as saldo.Result<saldo.AccountBook, unknown>;
    expect(book.ok).toBe(true);
  });
});
