import { describe, expect, it } from 'vitest';
import { createSaldo } from '../../src/run/create-saldo';
import { steppingClock } from '../../src/testing/clock';
import { codes, done, imported } from './given';
import { at, house, reading } from './small-house';

/** A mended version of the reading of January. */
const mended = (id: string, value: string) => [{ ...reading('h-2', '2026-01', value), id, supersedes: 'h-2-2026-01' }];

describe('two writers that supersede one fact', () => {
  const decision = { house: 'h', reading: 'h-2-2026-01', verdict: 'refused', by: 'контролёр', why: 'описка' } as const;

  it.each(['one engine', 'two engines over one store'])('of %s: one of them wins, and the house works on', async (engines) => {
    const { saldo, store } = await imported();
    const other = engines === 'one engine' ? saldo : createSaldo({ store, clock: steppingClock(at('2026-01-06')) });
    const before = (await store.factsOf('h')).length;
    const answers = await Promise.all([
      codes(saldo.importFacts(mended('a', '21'))),
      codes(other.importFacts(mended('b', '22'))),
      codes(other.importFacts(mended('c', '23'))),
    ]);
    expect(answers.sort()).toEqual([[], ['supersedes-twice'], ['supersedes-twice']]);
    expect((await store.factsOf('h')).length).toBe(before + 1);
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
    await done(saldo.decideReading(decision, { key: 'd' }));
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  });

  it('a decision and an import: one of them wins, or the decision follows the import', async () => {
    const { saldo, store } = await imported();
    const other = createSaldo({ store, clock: steppingClock(at('2026-01-06')) });
    const answers = await Promise.all([codes(saldo.decideReading(decision, { key: 'd' })), codes(other.importFacts(mended('b', '22')))]);
    expect(answers.sort()).toEqual([[], ['supersedes-twice']]);
    await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  });

  it('never wait for each other for ever, whatever houses they touch', async () => {
    const { saldo } = await imported(house('g'));
    const both = (value: string) => ['g-1', 'h-1'].map((flat) => ({ ...reading(flat, '2026-05', value), id: `${flat}-${value}` }));
    const answers = await Promise.all([codes(saldo.importFacts(both('100'))), codes(saldo.importFacts(both('101').reverse()))]);
    expect(answers).toEqual([[], []]);
  });
});
