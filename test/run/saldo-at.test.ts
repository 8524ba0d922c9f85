import { describe, expect, it } from 'vitest';
import { saldoOf, stateOf } from '../../src/ledger/account-state';
import { codes, done, imported } from './given';
import { at } from './small-house';

const lived = async () => {
  const engine = await imported();
  for (const month of ['2026-01', '2026-02']) {
    engine.clock.set(at(`${month}-28`));
    await done(engine.saldo.billMonth({ house: 'h', month }));
    await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '900.00', paidOn: `${month}-28` }, { key: month }));
    if (month === '2026-01') await done(engine.saldo.closeMonth({ house: 'h', month, by: 'б' }));
  }
  return engine;
};

describe('the saldo of an account at a moment', () => {
  it('is the sum of its entries by value day, by month of posting, and as known, whatever was closed', async () => {
    const { saldo, store } = await lived();
    const entries = await store.entriesOfAccount('h-1-A');
    for (const moment of ['2025-12', '2026-01', '2026-02', '2026-03', '2026-01-27', '2026-01-31', '2026-02-28', '2026-03-01'])
      for (const known of [undefined, '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']) {
        const counted = entries.filter((entry) => (moment.length === 7 ? entry.postedIn : entry.valueDay) <= moment);
        const expected = saldoOf(stateOf(counted.filter((entry) => known === undefined || entry.at <= known)));
        const found = await done(saldo.saldoAt('old-h-1', moment, known));
        expect(found, `${moment} ${known}`).toMatchObject({ account: 'h-1-A', saldo: expected });
        expect(found.debt - found.advance).toBe(expected);
      }
  });

  it('says what is barred', async () => {
    const { saldo } = await lived();
    const now = await done(saldo.saldoAt('h-2-A', '2026-02'));
    expect([now.debt > 0, now.barred, now.disputed]).toEqual([true, 0, 0]);
  });

  it('is refused for what is no moment', async () => {
    const { saldo } = await lived();
    expect(await codes(saldo.saldoAt('nobody', '2026-02'))).toEqual(['account-unknown']);
    expect(await codes(saldo.saldoAt('h-2-A', '2026-13'))).toEqual(['month-format']);
    expect(await codes(saldo.saldoAt('h-2-A', '2026-02-30'))).toEqual(['day-not-in-calendar']);
    expect(await codes(saldo.saldoAt('h-2-A', '2026-02', 'soon'))).toEqual(['instant-format']);
  });
});
