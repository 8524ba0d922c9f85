import { describe, expect, it } from 'vitest';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';

const NORMATIVE = { kind: 'normative', title: 'Норматив', reviewedThrough: '2026-12-31' };
const entry = (more: object) => [{ from: '2020-01-01', act: 'Акт', ...more }];

const codesOf = (...more: readonly object[]): readonly string[] => {
  const records = [
    { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'r' },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    { kind: 'tariff', id: 't', code: 't', title: 'Газ', unit: 'RUB/m3', reviewedThrough: '2026-12-31', entries: entry({ value: '8' }) },
    { ...NORMATIVE, id: 'area', code: 'area', unit: 'm3/m2-month', entries: entry({ value: '7' }) },
    { ...NORMATIVE, id: 'person', code: 'person', unit: 'm3/person-month', entries: entry({ value: '12.7' }) },
    { ...NORMATIVE, id: 'barn', code: 'barn', unit: 'kWh/m2-month', entries: entry({ value: '0.5' }) },
    ...more,
  ].map((record) => factRecord.parse(record));
  const house = assembleHouse(records);
  return house.ok ? [] : house.error.map(({ code }) => code);
};

const service = (more: object) => ({
  kind: 'service',
  id: 's',
  house: 'h',
  service: 'gas',
  provider: 'p',
  from: '2020-01-01',
  tariff: 't',
  ...more,
});
const premises = (more: object) => ({
  kind: 'premises',
  id: 'f',
  house: 'h',
  number: '1',
  type: 'dwelling',
  areas: [{ from: '2020-01-01', value: '50' }],
  ...more,
});
const land = (more: object) => ({ service: 'coldWater', from: '2020-01-01', use: 'Полив', normative: 'area', quantity: '600', ...more });
const meter = (more: object) => ({
  kind: 'meter',
  id: 'm',
  premises: 'f',
  service: 'gas',
  serial: '1',
  commissionedOn: '2025-01-10',
  registers: [{ initial: '0' }],
  ...more,
});

describe('facts of gas and land that do not fit together', () => {
  it.each<readonly [string, readonly object[], readonly string[]]>([
    ['gas with its normatives', [service({ gasNormatives: { cooking: 'person', heating: 'area' } })], []],
    ['a gas normative of another base', [service({ gasNormatives: { cooking: 'area' } })], ['tariff-unit-mismatch']],
    ['a gas normative that is not there', [service({ gasNormatives: { heating: 'none' } })], ['normative-unknown']],
    ['gas with one normative for all', [service({ normative: 'person' })], ['tariff-unit-mismatch']],
    ['rules of gas on water', [service({ service: 'coldWater', rules: 'pp549' })], ['service-field-misplaced']],
    ['rules of all on water', [service({ service: 'coldWater', rules: 'pp354' })], []],
    ['gas normatives on water', [service({ service: 'coldWater', gasNormatives: { cooking: 'person' } })], ['service-field-misplaced']],
    ['a land use', [premises({ landUses: [land({})] })], []],
    ['a land use of people', [premises({ landUses: [land({ normative: 'person' })] })], []],
    ['a land use in other units', [premises({ landUses: [land({ normative: 'barn' })] })], ['tariff-unit-mismatch']],
    ['electricity of a barn', [premises({ landUses: [land({ service: 'electricity', normative: 'barn' })] })], []],
    ['a land use without its normative', [premises({ landUses: [land({ normative: 'none' })] })], ['normative-unknown']],
    ['a land use of no days', [premises({ landUses: [land({ to: '2020-01-01' })] })], ['interval-empty']],
    ['a land plot of a shop', [premises({ type: 'nonResidential', landUses: [land({})] })], ['service-field-misplaced']],
    [
      'two equipments from one day',
      [
        premises({
          gasEquipment: [
            { from: '2020-01-01', uses: [] },
            { from: '2020-01-01', uses: ['cooking'] },
          ],
        }),
      ],
      ['series-overlap'],
    ],
    ['a fault of a gas meter', [premises({}), meter({ fault: { foundOn: '2026-05-14', lastCheckOn: '2026-02-10' } })], []],
    [
      'a check that found on the day before',
      [premises({}), meter({ fault: { foundOn: '2026-05-14', lastCheckOn: '2026-05-14' } })],
      ['interval-empty'],
    ],
    [
      'a fault of a water meter',
      [premises({}), meter({ service: 'coldWater', fault: { foundOn: '2026-05-14', lastCheckOn: '2026-02-10' } })],
      ['service-field-misplaced'],
    ],
    ['a repair notice of a water meter', [premises({}), meter({ service: 'coldWater', repairNotice: '№ 1' })], ['service-field-misplaced']],
    [
      'a month twice in a profile',
      [
        {
          ...NORMATIVE,
          id: 'x',
          code: 'x',
          unit: 'm3/m2-month',
          entries: entry({
            profile: [
              { months: [6, 7], value: '1' },
              { months: [7], value: '2' },
            ],
          }),
        },
      ],
      ['series-overlap'],
    ],
    [
      'a profile beside a value',
      [{ ...NORMATIVE, id: 'x', code: 'x', unit: 'm3/m2-month', entries: entry({ value: '1', profile: [{ months: [7], value: '2' }] }) }],
      ['series-overlap'],
    ],
  ])('%s', (_, records, codes) => {
    expect(codesOf(...records)).toEqual(codes);
  });
});
