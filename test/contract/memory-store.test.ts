import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/testing/memory-store';
import { storeContract } from '../../src/testing/store-contract';

describe('the store in memory', () => {
  storeContract({ describe, it, expect }, createMemoryStore);

  it('answers frozen values, so that a reader cannot change the past', async () => {
    const store = createMemoryStore();
    await store.appendFacts({
      key: 'k',
      digest: 'd',
      facts: [{ scope: 'h', knownAt: '2026-10-01T00:00:00.000Z', record: { id: 'f' } } as never],
    });
    const [fact] = await store.factsOf('h');
    expect(Object.isFrozen(fact) && Object.isFrozen(fact?.record)).toBe(true);
  });
});
