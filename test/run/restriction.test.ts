import { describe, expect, it } from 'vitest';
import { restrictionText } from '../../src/statements/restriction-text';
import { codes, done, given } from './given';
import { common, house } from './small-house';

/** The small house with electricity by normative: 100,00 a month. */
const facts = () => [
  ...common,
  ...house(),
  {
    kind: 'tariff',
    id: 'te',
    code: 'el',
    title: 'э',
    unit: 'RUB/kWh',
    reviewedThrough: '2026-12-31',
    entries: [{ from: '2020-01-01', value: '1', act: 'Приказ' }],
  },
  {
    kind: 'normative',
    id: 'ne',
    code: 'nel',
    title: 'э',
    unit: 'kWh/person-month',
    reviewedThrough: '2026-12-31',
    entries: [{ from: '2020-01-01', value: '100', act: 'Приказ' }],
  },
  { kind: 'service', id: 'h-el', house: 'h', service: 'electricity', provider: 'uk', from: '2020-01-01', tariff: 'el', normative: 'nel' },
  { kind: 'openingSaldo', id: 'o', account: 'h-1-A', service: 'electricity', provider: 'uk', amount: '250.00', month: '2025-11' },
];
const notice = {
  kind: 'restriction',
  id: 'n',
  account: 'old-h-1',
  provider: 'uk',
  service: 'electricity',
  step: 'notice',
  on: '2026-01-15',
  deliveredOn: '2026-01-16',
  channel: 'paymentDocument',
  document: 'ПД за декабрь',
};
const asked = { account: 'h-1-A', provider: 'uk', service: 'electricity', monthlyFee: '100.00' } as const;

describe('the restriction of a service by the journal', () => {
  it('follows notices, and payments take it back', async () => {
    const { saldo } = given();
    await done(saldo.importFacts([...facts(), notice]));
    await done(saldo.postMoney({ house: 'h', through: '2026-01' }));
    const noticed = await done(saldo.restriction({ ...asked, on: '2026-02-05' }));
    expect(noticed).toMatchObject({ state: 'noticed', since: '2026-01-16', next: { on: '2026-02-06' }, debt: 250_00, limit: 200_00 });
    expect(restrictionText(noticed, 'en')).toContain('next: the service may be restricted, since 06.02.2026');
    expect((await done(saldo.restriction({ ...asked, on: '2026-02-06' }))).state).toBe('restrictable');
    await done(saldo.acceptPayment({ account: 'h-1-A', amount: '50.00', paidOn: '2026-02-03' }, { key: 'p' }));
    await done(saldo.postMoney({ house: 'h', through: '2026-02' }));
    expect(await done(saldo.restriction({ ...asked, on: '2026-02-06' }))).toMatchObject({ state: 'none', debt: 200_00 });
  });

  it('refuses what it cannot answer', async () => {
    const { saldo } = given();
    await done(saldo.importFacts(facts()));
    expect(await codes(saldo.restriction({ ...asked, account: 'nobody', on: '2026-02-05' }))).toEqual(['account-unknown']);
    expect(await codes(saldo.restriction({ ...asked, on: '2016-02-05' }))).toEqual(['missing-parameter']);
    expect(await codes(saldo.restriction({ ...asked, on: '2026-02-30' }))).toEqual(['day-not-in-calendar']);
  });
});
