import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_INSTANT, sampleAccount, sampleFact, sampleHouse } from '../../../src/testing';
import { openFileStore } from './file-store';

let [folder, path] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stores-'));
  path = join(folder, 'billing.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = { key: 'first', digest: 'd', facts: [sampleFact('h', sampleHouse('h')), sampleFact('h', sampleAccount('590001'))] };
const closing = { key: 'c', digest: 'd', house: 'h', month: '2026-10' as never, expectedVersion: 0, at: SAMPLE_INSTANT, by: 'me' };

describe('a store that is opened again', () => {
  it('has what was acknowledged, and knows the keys', async () => {
    const first = await openFileStore(path);
    await first.appendFacts(write);
    await first.closeMonth(closing);
    const [facts, closings] = [await first.factsOf('h'), await first.closingsOf('h')];
    await first.close();
    const again = await openFileStore(path);
    expect(facts).toHaveLength(2);
    expect(await again.factsOf('h')).toEqual(facts);
    expect(await again.closingsOf('h')).toEqual(closings);
    expect(await again.appendFacts(write)).toEqual({ ok: true, value: { repeated: true } });
    await again.close();
  });

  it('lets go of half a line, and goes on behind the whole ones', async () => {
    const first = await openFileStore(path);
    await first.appendFacts(write);
    await first.close();
    appendFileSync(path, '{"operation":"post","write":{"key":"ё');
    const second = await openFileStore(path);
    await second.closeMonth(closing);
    await second.close();
    const third = await openFileStore(path);
    expect(await third.factsOf('h')).toHaveLength(2);
    expect((await third.monthState('h', closing.month)).closedBy).toBe('me');
    await third.close();
  });

  it('is one process’s: a second one is refused until the first has closed', async () => {
    const first = await openFileStore(path);
    await expect(openFileStore(path)).rejects.toThrow('EEXIST');
    await first.close();
    await (await openFileStore(path)).close();
  });
});
