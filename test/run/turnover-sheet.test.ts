import { describe, expect, it } from 'vitest';
import { codes, done, given, smallHouse } from './given';
import { common } from './small-house';

const twoHouses = async () => {
  const engine = given();
  await done(engine.saldo.importFacts([...common, ...smallHouse('h'), ...smallHouse('k')]));
  for (const house of ['h', 'k']) await done(engine.saldo.billMonth({ house, month: '2026-01' }));
  await done(engine.saldo.acceptPayment({ account: 'h-1-A', amount: '2000.00', paidOn: '2026-01-20' }, { key: 'p' }));
  await done(engine.saldo.postMoney({ house: 'h', through: '2026-02' }));
  return engine;
};

describe('a turnover sheet over several houses', () => {
  it('keeps debts and advances apart: 2 000,00 paid for 1 700,00 is an advance of its creditors, not less debt of others', async () => {
    const { saldo } = await twoHouses();
    const sheet = await done(saldo.turnoverSheet({ from: '2026-01', to: '2026-02', by: ['house'] }));
    // Three flats: 150 m² × 30,00, water of 4 + 4 + 2 m³ × 50,00.
    expect(sheet.rows.map(({ house, charged, paid, closingSides }) => [house, charged, paid, closingSides])).toEqual([
      ['h', 5000_00, 2000_00, { debt: 3300_00, advance: 300_00 }],
      ['k', 5000_00, 0, { debt: 5000_00, advance: 0 }],
    ]);
    expect(sheet.total).toMatchObject({ charged: 10_000_00, closing: 8000_00, closingSides: { debt: 8300_00, advance: 300_00 } });
  });

  it('is of one provider by service, and of some houses by account', async () => {
    const { saldo } = await twoHouses();
    const provider = await done(saldo.turnoverSheet({ from: '2026-01', by: ['provider', 'service'], provider: 'vk' }));
    expect(provider.rows.map((row) => [row.provider, row.service, row.charged, row.house])).toEqual([['vk', 'coldWater', 1000_00, null]]);
    const house = await done(saldo.turnoverSheet({ from: '2026-01', houses: ['k', 'k'], service: 'coldWater' }));
    expect(house.rows.map(({ account, charged }) => [account, charged])).toEqual([
      ['k-1-A', 200_00],
      ['k-10-A', 100_00],
      ['k-2-A', 200_00],
    ]);
  });

  it('refuses a request that makes no sense', async () => {
    const { saldo } = await twoHouses();
    expect(await codes(saldo.turnoverSheet({ from: '2026-02', to: '2026-01' }))).toEqual(['interval-empty']);
    expect(await codes(saldo.turnoverSheet({ from: '2026-02', by: ['flat' as 'house'] }))).toEqual(['not-one-of']);
  });
});
