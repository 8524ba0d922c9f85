import { describe, expect, it } from 'vitest';
import { assembleHouse } from '../../src/model/assemble';
import { factRecord } from '../../src/model/records';
import { flat, flatMeter, HOUSE, normative, PROVIDER, service, tariff } from './one-flat';

const entry = (more: object) => [{ from: '2020-01-01', act: 'Акт', ...more }];

const codesOf = (...more: readonly object[]): readonly string[] => {
  const records = [
    HOUSE,
    PROVIDER,
    tariff('t', 'RUB/m3', '8'),
    normative('area', 'm3/m2-month', '7'),
    normative('person', 'm3/person-month', '12.7'),
    normative('barn', 'kWh/m2-month', '0.5'),
    ...more,
  ].map((record) => factRecord.parse(record));
  const house = assembleHouse(records);
  return house.ok ? [] : house.error.map(({ code }) => code);
};

const gas = (more: object) => service('gas', { tariff: 't', ...more });
const land = (more: object) => ({ service: 'coldWater', from: '2020-01-01', use: 'Полив', normative: 'area', quantity: '600', ...more });
const meter = (more: object) => flatMeter('gas', '2025-01-10', more);

describe('facts of gas and land that do not fit together', () => {
  it.each<readonly [string, readonly object[], readonly string[]]>([
    ['gas with its normatives', [gas({ gasNormatives: { cooking: 'person', heating: 'area' } })], []],
    ['a gas normative of another base', [gas({ gasNormatives: { cooking: 'area' } })], ['tariff-unit-mismatch']],
    ['a gas normative that is not there', [gas({ gasNormatives: { heating: 'none' } })], ['normative-unknown']],
    ['gas with one normative for all', [gas({ normative: 'person' })], ['tariff-unit-mismatch']],
    ['rules of gas on water', [gas({ service: 'coldWater', rules: 'pp549' })], ['service-field-misplaced']],
    ['rules of all on water', [gas({ service: 'coldWater', rules: 'pp354' })], []],
    ['gas normatives on water', [gas({ service: 'coldWater', gasNormatives: { cooking: 'person' } })], ['service-field-misplaced']],
    ['a land use', [flat({ landUses: [land({})] })], []],
    ['a land use of people', [flat({ landUses: [land({ normative: 'person' })] })], []],
    ['a land use in other units', [flat({ landUses: [land({ normative: 'barn' })] })], ['tariff-unit-mismatch']],
    ['electricity of a barn', [flat({ landUses: [land({ service: 'electricity', normative: 'barn' })] })], []],
    ['a land use without its normative', [flat({ landUses: [land({ normative: 'none' })] })], ['normative-unknown']],
    ['a land use of no days', [flat({ landUses: [land({ to: '2020-01-01' })] })], ['interval-empty']],
    ['a land plot of a shop', [flat({ type: 'nonResidential', landUses: [land({})] })], ['service-field-misplaced']],
    [
      'two equipments from one day',
      [
        flat({
          gasEquipment: [
            { from: '2020-01-01', uses: [] },
            { from: '2020-01-01', uses: ['cooking'] },
          ],
        }),
      ],
      ['series-overlap'],
    ],
    ['a fault of a gas meter', [flat({}), meter({ fault: { foundOn: '2026-05-14', lastCheckOn: '2026-02-10' } })], []],
    [
      'a check that found on the day before',
      [flat({}), meter({ fault: { foundOn: '2026-05-14', lastCheckOn: '2026-05-14' } })],
      ['interval-empty'],
    ],
    [
      'a fault of a water meter',
      [flat({}), meter({ service: 'coldWater', fault: { foundOn: '2026-05-14', lastCheckOn: '2026-02-10' } })],
      ['service-field-misplaced'],
    ],
    ['a repair notice of a water meter', [flat({}), meter({ service: 'coldWater', repairNotice: '№ 1' })], ['service-field-misplaced']],
    [
      'a month twice in a profile',
      [
        {
          ...normative('x', 'm3/m2-month', '0'),
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
      [{ ...normative('x', 'm3/m2-month', '0'), entries: entry({ value: '1', profile: [{ months: [7], value: '2' }] }) }],
      ['series-overlap'],
    ],
  ])('%s', (_, records, codes) => {
    expect(codesOf(...records)).toEqual(codes);
  });
});
