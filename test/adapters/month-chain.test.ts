import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/store';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';
import { done, imported } from '../run/given';
import { at } from '../run/small-house';

let stores: PgliteStores;

beforeAll(async () => {
  stores = await pgliteStores();
});

afterAll(() => stores.database.close());

/** Two closed months of the small house; then somebody writes past the triggers. */
const closed = async (tamper: string) => {
  const store: Store = await stores.emptyStore();
  const engine = await imported([], store);
  for (const month of ['2026-01', '2026-02']) {
    engine.clock.set(at(`${month}-28`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
    await done(engine.saldo.closeMonth({ house: 'h', month, by: 'бухгалтер' }));
  }
  if (tamper !== '') await stores.database.exec(`set session_replication_role = replica; ${tamper}; set session_replication_role = origin`);
  return engine;
};

describe('a past that was changed behind the triggers is found and named', () => {
  it('and one that was not is proven', async () => {
    const { saldo, store } = await closed('');
    const head = { month: '2026-02', hash: (await store.closingsOf('h'))[1]?.hash };
    const books = { houses: 1, closings: 2, unproven: 0, takenInLater: 0, head };
    expect(await done(saldo.checkBooks({ house: 'h' }))).toEqual(books);
    expect(await done(saldo.checkBooks())).toEqual({ ...books, head: null });
  });

  it.each([
    [`update saldo.entries set amount = amount - 1 where number = 1`, '2026-01', 'entries', 'changed'],
    [`delete from saldo.entries where number = 2`, '2026-01', 'entries', 'missing'],
    [
      `insert into saldo.entries select house, 9999, 'x', account, provider, service, kind, month, posted_in, 1, value_day, at, cause, more
       from saldo.entries where posted_in = '2026-02' limit 1`,
      '2026-02',
      'entries',
      'added',
    ],
    [`update saldo.bills set total = total + 1 where month = '2026-02'`, '2026-02', 'bills', 'changed'],
    [`delete from saldo.bills where month = '2026-01' and account = 'h-1-A'`, '2026-01', 'bills', 'missing'],
    [`delete from saldo.balances where month = '2026-01' and account = 'h-1-A'`, '2026-01', 'balances', 'missing'],
    [`update saldo.month_closings set closed_by = 'x' where month = '2026-01'`, '2026-01', 'closings', 'changed'],
    [`delete from saldo.month_closings where month = '2026-01'`, '2026-02', 'closings', 'unlinked'],
  ])('%s', async (tamper, month, record, what) => {
    const { saldo } = await closed(tamper);
    const answer = await saldo.checkBooks();
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'past-changed', value: month, facts: { house: 'h', record, what } }] });
  });

  it('the end of a chain by the head that was kept elsewhere', async () => {
    const { saldo } = await closed(`delete from saldo.month_closings where month = '2026-02'`);
    expect(await saldo.checkBooks({ house: 'h' })).toMatchObject({ ok: true });
    const answer = await saldo.checkBooks({ house: 'h', head: { month: '2026-02', hash: 'kept' } });
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'past-changed', facts: { record: 'closings', what: 'missing' } }] });
  });

  it('months that a release without the chain closed are unproven until the next closing takes them in', async () => {
    const { saldo } = await closed(
      `update saldo.month_closings set previous = null, parts = null, hash = null; delete from saldo.balances`,
    );
    expect(await done(saldo.checkBooks())).toMatchObject({ closings: 0, unproven: 2, takenInLater: 0 });
    await done(saldo.billMonth({ house: 'h', month: '2026-03' }));
    await done(saldo.closeMonth({ house: 'h', month: '2026-03', by: 'б' }));
    expect(await done(saldo.checkBooks())).toMatchObject({ closings: 1, unproven: 0, takenInLater: 2 });
  });
});
