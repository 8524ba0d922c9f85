import { describe, expect, it } from 'vitest';
import { explainAccount } from '../../src/charges/explain';
import type { Month } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';

const act = { from: '2020-01-01', act: 'Приказ для проверки' };
const house = (readings: Readonly<Record<string, string>>, initial = '0') => {
  const records = [
    { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test' },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    {
      kind: 'tariff',
      id: 't',
      code: 'cw',
      title: 'Вода',
      unit: 'RUB/m3',
      reviewedThrough: '2026-12-31',
      entries: [{ ...act, value: '50' }],
    },
    {
      kind: 'normative',
      id: 'n',
      code: 'n',
      title: 'Норматив',
      unit: 'm3/person-month',
      reviewedThrough: '2026-12-31',
      entries: [{ ...act, value: '4' }],
    },
    { kind: 'service', id: 's', house: 'h', service: 'coldWater', provider: 'p', from: '2020-01-01', tariff: 'cw', normative: 'n' },
    {
      kind: 'premises',
      id: 'f',
      house: 'h',
      number: '1',
      type: 'dwelling',
      areas: [{ from: '2020-01-01', value: '50' }],
      owners: [{ from: '2020-01-01', count: 1 }],
    },
    { kind: 'account', id: 'a', number: '1', premises: 'f', from: '2020-01-01' },
    {
      kind: 'meter',
      id: 'm',
      premises: 'f',
      service: 'coldWater',
      serial: '1',
      commissionedOn: '2025-09-10',
      registers: [{ initial, digits: 15, decimals: 7 }],
    },
    ...Object.entries(readings).map(([takenOn, value]) => ({ kind: 'reading', id: takenOn, meter: 'm', takenOn, value })),
  ];
  const assembled = assembleHouse(records.map((record) => factRecord.parse(record)));
  if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
  return assembled.value;
};

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
