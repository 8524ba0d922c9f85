import { describe, expect, it } from 'vitest';
import { explainAccount } from '../../src/charges/explain';
import type { Month } from '../../src/kernel/calendar';
import { billHouse } from '../../src/recalculation/bill-house';
import { ACCOUNT, assembled, flat, flatMeter, HOUSE, normative, PROVIDER, service, tariff } from '../model/one-flat';

const house = (readings: Readonly<Record<string, string>>, initial = '0') =>
  assembled([
    HOUSE,
    PROVIDER,
    tariff('cw', 'RUB/m3', '50'),
    normative('n', 'm3/person-month', '4'),
    service('coldWater', { tariff: 'cw', normative: 'n' }),
    flat({ owners: [{ from: '2020-01-01', count: 1 }] }),
    ACCOUNT,
    flatMeter('coldWater', '2025-09-10', { registers: [{ initial, digits: 15, decimals: 7 }] }),
    ...Object.entries(readings).map(([takenOn, value]) => ({ kind: 'reading', id: takenOn, meter: 'm', takenOn, value })),
  ]);

const HUGE = '999999999999999.9999999';

describe('readings of fifteen digits and seven decimals', () => {
  it('are billed exactly where the difference is a bill: 999999999999999.9999999 − 999999999999990 = 9.9999999', () => {
    const facts = house({ '2025-10-20': '999999999999980', '2025-11-20': '999999999999990', '2025-12-20': HUGE }, '999999999999970');
    const bills = billHouse(facts, '2025-12' as Month);
    const lines = bills.ok ? [...bills.value.bills()].flatMap((bill) => bill.lines) : [];
    expect(lines.map(({ volume, amount }) => [volume, amount])).toEqual([['9.9999999', 500_00]]);
  });

  it.each([
    ['a difference', { '2025-12-20': '1', '2026-01-20': HUGE }, '2026-01'],
    ['an average', { '2025-10-20': '1', '2025-11-20': '2', '2025-12-20': HUGE }, '2026-01'],
    ['a share of silent months', { '2025-11-20': '1', '2026-01-20': HUGE }, '2026-01'],
  ] as const)('give a problem and no line where %s is past every bill', (_what, readings, month) => {
    const facts = house(readings);
    expect(billHouse(facts, month as Month)).toMatchObject({
      ok: false,
      error: [{ code: 'amount-too-large', at: 'account 1', value: 'coldWater' }],
    });
    expect(explainAccount(facts, month as Month, '1')).toMatchObject({ ok: false, error: [{ code: 'amount-too-large' }] });
  });
});
