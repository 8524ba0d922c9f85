import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { billHouse } from '../../src/recalculation/bill-house';
import { explainBill } from '../../src/recalculation/explain-bill';
import { billText } from '../../src/statements/explanation-text';
import { ACCOUNT, assembled, flat, HOUSE, normative, PROVIDER, tariff } from '../model/one-flat';

const terms = (id: string, service: string, from: string, more: object) => ({
  kind: 'commonTerms',
  id,
  house: 'h',
  service,
  provider: 'p',
  from,
  normative: 'n',
  areas: [{ from: '2020-01-01', value: '50' }],
  ...more,
});
const supplied = (service: string, month: string, volume: string) => ({
  kind: 'houseVolume',
  id: `${service}-${month}`,
  house: 'h',
  service,
  month,
  volume,
  source: 'Ведомость',
});
const AT_ONCE = { ...HOUSE, policies: { commonTrueUpSpread: 'atOnce' } };

const adjustments = (records: readonly unknown[], month: string) => {
  const bills = billHouse(assembled(records), month as Month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()].flatMap(({ account, lines }) =>
    lines
      .filter(({ kind }) => kind === 'adjustment')
      .map((line) => [account, line.component ?? '', line.tariffCode, line.tariff, line.amount]),
  );
};

describe('the true-up of a year, ПП № 491, п. 29(3)', () => {
  it('keeps the money of heat when the year ends under one component: 10 × 0,06 × 2 000 = 1 200', () => {
    const records = [
      AT_ONCE,
      PROVIDER,
      tariff('water', 'RUB/m3', '30'),
      tariff('heat', 'RUB/Gcal', '2000'),
      tariff('whole', 'RUB/m3', '150'),
      normative('n', 'm3/m2-month', '0.2'),
      normative('q', 'Gcal/m3', '0.06'),
      terms('two', 'hotWater', '2023-11-01', { to: '2023-12-01', tariff: 'water', heatTariff: 'heat', heatNormative: 'q' }),
      terms('one', 'hotWater', '2023-12-01', { tariff: 'whole' }),
      supplied('hotWater', '2023-11', '20'),
      supplied('hotWater', '2023-12', '20'),
      flat({ areas: [{ from: '2020-01-01', value: '50' }] }),
      ACCOUNT,
    ];
    expect(adjustments(records, '2024-01')).toEqual([
      ['1', 'water', 'whole', '150', 1800_00],
      ['1', 'heat', 'heat', '2000', 1200_00],
    ]);
  });

  it('of a flat that became communal goes to its rooms by their living areas of the month of posting', () => {
    const room = (id: string, value: string) => ({
      ...flat({ id, number: id, areas: [{ from: '2020-01-01', value }] }),
      within: 'f',
      livingAreas: [{ from: '2024-01-01', value }],
    });
    const records = [
      AT_ONCE,
      PROVIDER,
      tariff('t', 'RUB/kWh', '7'),
      normative('n', 'kWh/m2-month', '1.6'),
      terms('one', 'electricity', '2023-12-01', { tariff: 't' }),
      supplied('electricity', '2023-12', '100'),
      supplied('electricity', '2024-01', '100'),
      flat({ areas: [{ from: '2020-01-01', value: '50' }] }),
      { ...ACCOUNT, to: '2024-01-01' },
      room('r1', '12'),
      room('r2', '18'),
      { ...ACCOUNT, id: 'a1', number: '11', premises: 'r1', from: '2024-01-01' },
      { ...ACCOUNT, id: 'a2', number: '12', premises: 'r2', from: '2024-01-01' },
    ];
    expect(adjustments(records, '2024-01')).toEqual([
      ['11', '', 't', '7', 56_00],
      ['12', '', 't', '7', 84_00],
    ]);
  });

  it('tells the tariff that it used: under commonTrueUpTariff last, that of the last month', () => {
    const records = [
      { ...HOUSE, policies: { commonTrueUpSpread: 'atOnce', commonTrueUpTariff: 'last' } },
      PROVIDER,
      tariff('t', 'RUB/kWh', { '2020-01-01': '5', '2023-12-01': '6' }),
      normative('n', 'kWh/m2-month', '1.6'),
      terms('one', 'electricity', '2023-11-01', { tariff: 't' }),
      supplied('electricity', '2023-11', '100'),
      supplied('electricity', '2023-12', '90'),
      flat(),
      ACCOUNT,
    ];
    const explained = explainBill(assembled(records), '2024-01' as Month, '1');
    if (!explained.ok) throw new Error(JSON.stringify(explained.error));
    const text = billText(explained.value, explained.value.adjustments);
    expect(text).toContain('D  Корректировка дома, за год   180,00 ₽');
    expect(text).toContain('2023-11: факт 100, начислено 80   20 кВт·ч   тариф 6');
    expect(text).not.toContain('тариф 5');
  });
});
