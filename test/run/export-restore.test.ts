import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPgliteStore } from '../../src/adapters/postgres';
import { must } from '../../src/kernel/result';
import type { Store } from '../../src/ports/store';
import { type Exported, exportStore } from '../../src/run/export-store';
import { EXPORTED_KINDS, restoreStore } from '../../src/run/restore-store';
import { createMemoryStore } from '../../src/testing/memory-store';
import { done, given, imported, smallHouse } from './given';
import { at, paymentFact } from './small-house';

/** Two houses with late facts, payments, several versions of a month, closed months and an open one. */
const lived = async () => {
  const engine = await imported([paymentFact('p-1', 'h-1-A', '100.00', '2026-01-20')]);
  const { saldo, clock } = engine;
  await done(saldo.importFacts(smallHouse('g')));
  for (const house of ['h', 'g']) await done(saldo.billMonth({ house, month: '2026-01' }));
  clock.set(at('2026-02-03'));
  await done(saldo.importFacts([{ kind: 'resident', id: 'r-late', premises: 'h-2', person: 'p9', from: '2025-12-01' }]));
  await done(saldo.billMonth({ house: 'h', month: '2026-01' }));
  await done(saldo.closeMonth({ house: 'h', month: '2026-01', by: 'бухгалтер' }));
  clock.set(at('2026-03-03'));
  await done(saldo.acceptPayment({ account: 'h-2-A', amount: '77.70', paidOn: '2026-03-02' }, { key: 'k' }));
  await done(saldo.billMonth({ house: 'h', month: '2026-02' }));
  await done(saldo.closeMonth({ house: 'h', month: '2026-02', by: 'бухгалтер' }));
  await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
  return engine;
};

/** An export as files keep it: by kind, each record through JSON. */
const exported = async (store: Store): Promise<readonly Exported[]> => {
  const all: Exported[] = [];
  for await (const one of exportStore(store)) all.push(JSON.parse(JSON.stringify(one)) as Exported);
  return EXPORTED_KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
};

const folder = mkdtempSync(join(tmpdir(), 'saldo-restore-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an export of everything', () => {
  it('makes the same store again: the same facts with both clocks, months, entries, and the same heads of the hash chain', async () => {
    const { saldo, store, clock } = await lived();
    const all = await exported(store);
    expect(EXPORTED_KINDS.map((kind) => all.filter((one) => one.kind === kind).length > 0)).toEqual([true, true, true, true]);
    const head = (await done(saldo.checkBooks({ house: 'h' }))).head;
    expect(head?.month).toBe('2026-02');
    for (const target of [createMemoryStore(), must(await openPgliteStore(folder))]) {
      await done(restoreStore(target, all));
      expect(await exported(target)).toEqual(all);
      const again = given(target);
      expect(await done(again.saldo.checkBooks({ house: 'h', ...(head === null ? {} : { head }) }))).toMatchObject({ closings: 2, head });
      again.clock.set(clock.now());
      expect(await done(again.saldo.saldoSheet({ house: 'h', month: '2026-03' }))).toEqual(
        await done(saldo.saldoSheet({ house: 'h', month: '2026-03' })),
      );
      await target.close();
    }
  }, 60_000);

  it('is restored by doing it again after it was cut off anywhere', async () => {
    const { store } = await lived();
    const all = await exported(store);
    for (let writes = 0; ; writes += 1) {
      const target = createMemoryStore();
      let left = writes;
      const dying = <A, T>(act: (write: A) => Promise<T>) => {
        return (write: A): Promise<T> => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('killed')) : act(write);
        };
      };
      const killed = await restoreStore(
        {
          ...target,
          appendFacts: dying(target.appendFacts),
          writeMonth: dying(target.writeMonth),
          post: dying(target.post),
          closeMonth: dying(target.closeMonth),
        },
        all,
      ).catch(() => null);
      await done(restoreStore(target, all));
      expect(await exported(target)).toEqual(all);
      if (killed !== null) break;
      expect(writes).toBeLessThan(100);
    }
  });

  it('is refused where the past was changed: a kopeck of a closed bill, an entry less, a closing of another hand', async () => {
    const { store } = await lived();
    const all = await exported(store);
    const changed = (change: (one: Exported) => Exported | null) =>
      restoreStore(
        createMemoryStore(),
        all.flatMap((one) => change(one) ?? []),
      );
    const bill = await changed((one) =>
      one.kind !== 'months' || one.record.house !== 'h' || one.record.month !== '2026-02'
        ? one
        : ({ ...one, record: { ...one.record, bills: one.record.bills.slice(1) } } as Exported),
    );
    const entry = await changed((one) => (one.kind === 'entries' && one.record.kind === 'payment' ? null : one));
    const closing = await changed((one) =>
      one.kind === 'closings' ? ({ ...one, record: { ...one.record, by: 'другой' } } as Exported) : one,
    );
    for (const refused of [bill, entry, closing]) expect(refused).toMatchObject({ ok: false, error: [{ code: 'past-changed' }] });
  });
});
