import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { billHouse } from '../../src/recalculation/bill-house';
import { ACCOUNT, assembled, flat, HOUSE as HOUSE_RECORD, normative, PROVIDER, service, tariff } from '../model/one-flat';

const linesOf = (records: readonly unknown[], month: string) => {
  const bills = billHouse(assembled(records), month as Month);
  if (!bills.ok) throw new Error(JSON.stringify(bills.error));
  return [...bills.value.bills()].flatMap((bill) =>
    bill.lines.map((line) => [bill.account, line.service, line.zone ?? '', line.volume, line.tariff, line.amount]),
  );
};

const ONE_FLAT = flat({ id: 'f1', owners: [{ from: '2020-01-01', count: 1 }] });
const HOUSE = [HOUSE_RECORD, PROVIDER, ONE_FLAT, { ...ACCOUNT, id: 'a1', premises: 'f1' }];

const meter = (id: string, premises: string, zones: readonly string[]) => ({
  kind: 'meter',
  id,
  premises,
  service: 'electricity',
  serial: id,
  commissionedOn: '2025-12-10',
  registers: zones.map((zone) => ({ zone, initial: '0' })),
});
const readings = (id: string, zone: string, from: string, to: string) => [
  { kind: 'reading', id: `${id}-${zone}-2`, meter: id, zone, takenOn: '2026-02-20', value: from },
  { kind: 'reading', id: `${id}-${zone}-3`, meter: id, zone, takenOn: '2026-03-20', value: to },
];

describe('zones of electricity in one house, ПП № 354, п. 38', () => {
  it('price the day of a two-zone meter apart from the peak of a three-zone meter', () => {
    const records = [
      ...HOUSE,
      tariff('el', 'RUB/kWh', '7.87'),
      tariff('peak', 'RUB/kWh', '11.24'),
      tariff('night', 'RUB/kWh', '4.08'),
      tariff('half', 'RUB/kWh', '7.87'),
      tariff('day', 'RUB/kWh', '9.45'),
      service('electricity', {
        tariff: 'el',
        zoneTariffs: { T1: 'peak', T2: 'night', T3: 'half' },
        twoZoneTariffs: { T1: 'day', T2: 'night' },
      }),
      { kind: 'premises', id: 'f2', house: 'h', number: '2', type: 'dwelling', areas: [{ from: '2020-01-01', value: '50' }] },
      { kind: 'account', id: 'a2', number: '2', premises: 'f2', from: '2020-01-01' },
      meter('m2', 'f1', ['T1', 'T2']),
      ...readings('m2', 'T1', '100', '200'),
      ...readings('m2', 'T2', '10', '20'),
      meter('m3', 'f2', ['T1', 'T2', 'T3']),
      ...readings('m3', 'T1', '100', '200'),
      ...readings('m3', 'T2', '10', '20'),
      ...readings('m3', 'T3', '5', '10'),
    ];
    expect(linesOf(records, '2026-03')).toEqual([
      ['1', 'electricity', 'T1', '100', '9.45', 945_00],
      ['1', 'electricity', 'T2', '10', '4.08', 40_80],
      ['2', 'electricity', 'T1', '100', '11.24', 1124_00],
      ['2', 'electricity', 'T2', '10', '4.08', 40_80],
      ['2', 'electricity', 'T3', '5', '7.87', 39_35],
    ]);
  });
});

describe('a service that somebody else bills to one premises', () => {
  const records = (directContracts: readonly unknown[]) => [
    ...HOUSE.filter((record) => record.kind !== 'premises'),
    { ...ONE_FLAT, directContracts },
    tariff('cw', 'RUB/m3', '50'),
    normative('n', 'm3/person-month', '4.65'),
    service('coldWater', { tariff: 'cw', normative: 'n', meterDuty: false }),
  ];

  it('has no line for days of the direct contract: 10 of 31 days are left, 4,65 × 10 / 31 = 1,5', () => {
    expect(linesOf(records([{ service: 'coldWater', from: '2026-03-11', why: 'прямой договор' }]), '2026-03')).toEqual([
      ['1', 'coldWater', '', '1.5', '50', 75_00],
    ]);
  });

  it('has no line at all in a month that the contract covers', () => {
    expect(linesOf(records([{ service: 'coldWater', from: '2026-01-01', why: 'прямой договор' }]), '2026-03')).toEqual([]);
  });

  it('is billed as ever outside the contract', () => {
    expect(linesOf(records([{ service: 'coldWater', from: '2025-01-01', to: '2026-03-01', why: 'прямой договор' }]), '2026-03')).toEqual([
      ['1', 'coldWater', '', '4.65', '50', 232_50],
    ]);
  });
});

describe('a zone that the service forgot to price', () => {
  it('is a problem of the house, not the single tariff', () => {
    const records = [
      ...HOUSE,
      tariff('el', 'RUB/kWh', '5'),
      tariff('day', 'RUB/kWh', '6'),
      service('electricity', { tariff: 'el', zoneTariffs: { T1: 'day' } }),
      meter('m', 'f1', ['T1', 'T2']),
      ...readings('m', 'T1', '100', '200'),
      ...readings('m', 'T2', '10', '20'),
    ];
    expect(() => linesOf(records, '2026-03')).toThrow('zone-tariff-missing');
  });

  it('is one for a three-zone meter where only two zones are priced', () => {
    const records = [
      ...HOUSE,
      tariff('el', 'RUB/kWh', '5'),
      tariff('day', 'RUB/kWh', '6'),
      service('electricity', { tariff: 'el', twoZoneTariffs: { T1: 'day', T2: 'el' } }),
      meter('m', 'f1', ['T1', 'T2', 'T3']),
      ...['T1', 'T2', 'T3'].flatMap((zone) => readings('m', zone, '10', '20')),
    ];
    expect(() => linesOf(records, '2026-03')).toThrow('zone-tariff-missing');
  });
});

describe('a meter place that was closed for good', () => {
  const cold = (id: string, point: string, more: object) => ({
    kind: 'meter',
    id,
    premises: 'f1',
    service: 'coldWater',
    point,
    serial: id,
    commissionedOn: '2025-12-10',
    registers: [{ initial: '0' }],
    ...more,
  });
  const water = (id: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).map(([takenOn, value]) => ({ kind: 'reading', id: `${id}-${takenOn}`, meter: id, takenOn, value }));

  it('asks for nothing in the fourth month: the other meter goes on, 6 m³ × 50', () => {
    const records = [
      ...HOUSE,
      tariff('cw', 'RUB/m3', '50'),
      normative('n', 'm3/person-month', '4.65'),
      { kind: 'service', id: 's', house: 'h', service: 'coldWater', provider: 'p', from: '2020-01-01', tariff: 'cw', normative: 'n' },
      cold('m1', 'кухня', {}),
      ...water('m1', {
        '2026-01-20': '6',
        '2026-02-20': '12',
        '2026-03-20': '18',
        '2026-04-20': '24',
        '2026-05-20': '30',
        '2026-06-20': '36',
      }),
      cold('m2', 'ванная', { removedOn: '2026-02-10', closesPlace: true }),
      ...water('m2', { '2026-01-20': '3' }),
      { kind: 'reading', id: 'close', meter: 'm2', takenOn: '2026-02-10', value: '4', purpose: 'closing' },
    ];
    expect(linesOf(records, '2026-02')).toEqual([['1', 'coldWater', '', '7', '50', 350_00]]);
    expect(linesOf(records, '2026-06')).toEqual([['1', 'coldWater', '', '6', '50', 300_00]]);
  });
});
