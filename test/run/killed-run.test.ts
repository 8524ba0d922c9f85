import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import type { Store } from '../../src/ports/store';
import { createMemoryStore } from '../../src/testing/memory-store';
import { type PgliteStores, pgliteStores } from '../contract/pglite-stores';
import { codes, done, given, smallHouse } from './given';
import { common } from './small-house';
import { failing, HOUSES, journal, wholeRun } from './whole-run';

/** Bills and entries of a house-month are there together or not at all. */
const expectWhole = async (store: Store): Promise<void> => {
  for (const house of HOUSES) {
    const entries = await store.entriesOfHouse(house);
    for (const month of ['2026-01', '2026-02'] as Month[]) {
      const bills = await store.billsOf(house, month);
      expect([0, 3]).toContain(bills.length);
      const posted = entries.filter((entry) => entry.postedIn === month && (entry.kind === 'charge' || entry.kind === 'adjustment'));
      expect(sumMoney(posted.map((entry) => entry.amount))).toBe(sumMoney(bills.map((bill) => bill.total)));
    }
  }
};

describe('a run that is killed in the middle', () => {
  it('leaves whole house-months or nothing, and ends as if it had never been killed, wherever it was', async () => {
    const store = createMemoryStore();
    expect(await wholeRun(given(store))).toBe(0);
    const expected = await journal(store);
    let nth = 1;
    for (let failures = 1; failures > 0; nth += 1) {
      for (const when of ['before', 'after'] as const) {
        const own = createMemoryStore();
        failures = await wholeRun(given(failing(own, nth, when)), () => expectWhole(own));
        expect(await journal(own)).toEqual(expected);
      }
    }
    // One import, and for each of two months: money and bills of three houses, a payment (a fact and its crediting), closings of three.
    expect(nth).toBeGreaterThan(20);
  });
});

describe('the same run over PGlite', () => {
  let stores: PgliteStores;
  beforeAll(async () => {
    stores = await pgliteStores();
  });
  afterAll(() => stores.database.close());

  it.each([0, 4, 9, 15])('ends in the same journal as in memory, killed at write %s', async (nth) => {
    const memory = createMemoryStore();
    await wholeRun(given(memory));
    const store = await stores.emptyStore();
    await wholeRun(given(failing(store, nth, 'after')), () => expectWhole(store));
    expect(await journal(store)).toEqual(await journal(memory));
  });
});

describe('a store that cannot answer', () => {
  it('is an answer of every operation, not a throw', async () => {
    const engine = given();
    await done(engine.saldo.importFacts([...common, ...smallHouse()]));
    await engine.store.close();
    const { saldo } = engine;
    const answers = [
      saldo.importFacts(common),
      saldo.billMonth({ house: 'h', month: '2026-01' }),
      saldo.billHouses({ month: '2026-01' }),
      saldo.postMoney({ house: 'h', through: '2026-01' }),
      saldo.acceptPayment({ account: 'h-1-A', amount: '1', paidOn: '2026-01-01' }, { key: 'k' }),
      saldo.closeMonth({ house: 'h', month: '2026-01', by: 'я' }),
      saldo.accountBook('h-1-A'),
      saldo.accountBooks({ house: 'h' }),
      saldo.saldoSheet({ house: 'h', month: '2026-01' }),
      saldo.paymentDocument({ account: 'h-1-A', month: '2026-01' }),
      saldo.paymentDocuments({ house: 'h', month: '2026-01' }),
    ];
    for (const answer of answers) expect(await codes(answer)).toEqual(['store-unavailable']);
  });
});
