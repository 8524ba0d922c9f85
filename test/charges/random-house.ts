import fc from 'fast-check';
import { addDays, type Day, type Month } from '../../src/kernel/calendar';
import { type FactRecord, factRecord } from '../../src/model/records';
import { communalFacts, communalFlat } from './random-communal';
import { BILLED, day, MONTHS, meterLife, metersOf, ZONES } from './random-meter';

export { BILLED } from './random-meter';

const flat = fc.record({
  area: fc.integer({ min: 15_00, max: 120_00 }),
  people: fc.array(
    fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 28 }), fc.option(fc.integer({ min: 1, max: 300 }), { freq: 2 })),
    { maxLength: 4 },
  ),
  owners: fc.integer({ min: 1, max: 3 }),
  cold: fc.array(meterLife, { maxLength: 2 }),
  hot: fc.array(meterLife, { maxLength: 1 }),
  electricity: fc.option(fc.tuple(meterLife, fc.integer({ min: 1, max: 3 })), { freq: 3 }),
  sale: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 2, max: 28 })), { freq: 4 }),
  impossible: fc.boolean(),
  shop: fc.boolean().map((shop) => shop),
});

const policies = fc.record(
  {
    multiplierChange: fc.constantFrom('nextMonth', 'byDays', 'thisMonth'),
    lateReading: fc.constantFrom('trueUp', 'carry', 'keepNormative'),
    severalMeters: fc.constantFrom('averageThenNormative', 'normativeAtOnce'),
    electricityUnfit: fc.constantFrom('averageNoLimit', 'asOthers'),
    residents: fc.constantFrom('byDays', 'firstDay'),
    partMonth: fc.constantFrom('byDays', 'lastHolder'),
    meteredTariff: fc.constantFrom('readingDay', 'byDays'),
    multiplierOn: fc.constantFrom('roundedCharge', 'volumeTimesTariff'),
    sewerageMultiplier: fc.constantFrom('no', 'yes'),
    averageWindow: fc.constantFrom('lastPeriods', 'wholeHistory'),
    volumeDigits: fc.constantFrom('7', '3', '2'),
  },
  { requiredKeys: [] },
);

/** Small numbers that describe a house with months of life. */
export const houseShape = fc.record(
  {
    flats: fc.array(flat, { minLength: 1, maxLength: 4 }),
    communal: fc.array(communalFlat, { maxLength: 1 }),
    policies,
    twoComponents: fc.boolean(),
    tariffChange: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 2 }),
  },
  { requiredKeys: ['flats', 'policies', 'twoComponents', 'tariffChange'] },
);
/** What {@link houseShape} gives. */
export type HouseShape = typeof houseShape extends fc.Arbitrary<infer T> ? T : never;

const ACT = 'Приказ для проверки';

const tariff = (code: string, unit: string, values: readonly (readonly [Day, string])[]) => ({
  kind: 'tariff',
  id: `t-${code}`,
  code,
  title: code,
  unit,
  reviewedThrough: '2026-12-31',
  entries: values.map(([from, value]) => ({ from, value, act: ACT })),
});

const normative = (code: string, unit: string, value: string) => ({
  kind: 'normative',
  id: `n-${code}`,
  code,
  title: code,
  unit,
  reviewedThrough: '2026-12-31',
  entries: [{ from: '2020-01-01', value, act: ACT }],
});

/** The facts of a house of this shape. */
export const factsOf = (shape: HouseShape): FactRecord[] => {
  const changed = shape.tariffChange === null ? null : day(MONTHS[shape.tariffChange[0]] as Month, shape.tariffChange[1]);
  const two = (a: string, b: string): readonly (readonly [Day, string])[] =>
    changed === null
      ? [['2020-01-01' as Day, a]]
      : [
          ['2020-01-01' as Day, a],
          [changed, b],
        ];
  const out: unknown[] = [
    { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test', policies: shape.policies, billedSince: BILLED[0] },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    tariff('cw', 'RUB/m3', two('50.93', '55.1')),
    tariff('hw', 'RUB/m3', two('212.07', '230')),
    tariff('ww', 'RUB/m3', two('36.45', '39.999')),
    tariff('te', 'RUB/Gcal', two('2541.81', '2700.123')),
    tariff('el', 'RUB/kWh', two('5.5', '6.015')),
    tariff('el1', 'RUB/kWh', two('6.33', '7')),
    tariff('el2', 'RUB/kWh', two('3.1', '3.333333')),
    tariff('el3', 'RUB/kWh', two('5.91', '6.4')),
    tariff('mt', 'RUB/m2-month', two('30.11', '32')),
    normative('ncw', 'm3/person-month', '4.745'),
    normative('nhw', 'm3/person-month', '3.19'),
    normative('nww', 'm3/person-month', '7.935'),
    normative('nel', 'kWh/person-month', '103'),
    normative('q', 'Gcal/m3', '0.0615'),
    { kind: 'service', id: 's-cw', house: 'h', service: 'coldWater', provider: 'p', from: '2020-01-01', tariff: 'cw', normative: 'ncw' },
    {
      kind: 'service',
      id: 's-hw',
      house: 'h',
      service: 'hotWater',
      provider: 'p',
      from: '2020-01-01',
      tariff: 'hw',
      normative: 'nhw',
      ...(shape.twoComponents ? { heatTariff: 'te', heatNormative: 'q' } : {}),
    },
    { kind: 'service', id: 's-ww', house: 'h', service: 'sewerage', provider: 'p', from: '2020-01-01', tariff: 'ww', normative: 'nww' },
    {
      kind: 'service',
      id: 's-el',
      house: 'h',
      service: 'electricity',
      provider: 'p',
      from: '2020-01-01',
      tariff: 'el',
      normative: 'nel',
      zoneTariffs: { T1: 'el1', T2: 'el2', T3: 'el' },
      twoZoneTariffs: { T1: 'el3', T2: 'el2' },
    },
    { kind: 'service', id: 's-mt', house: 'h', service: 'maintenance', provider: 'p', from: '2020-01-01', tariff: 'mt' },
  ];
  for (const [index, one] of shape.flats.entries()) flatFacts(`f${index}`, one, out);
  for (const [index, one] of (shape.communal ?? []).entries()) communalFacts(`c${index}`, one, out);
  return out.map((record) => factRecord.parse(record));
};

const flatFacts = (id: string, one: HouseShape['flats'][number], out: unknown[]): void => {
  out.push({
    kind: 'premises',
    id,
    house: 'h',
    number: id,
    type: one.shop ? 'nonResidential' : 'dwelling',
    areas: [{ from: '2020-01-01', value: (one.area / 100).toFixed(2) }],
    owners: [{ from: '2020-01-01', count: one.owners }],
    meteringImpossible: one.impossible ? [{ service: 'hotWater', from: '2020-01-01', act: 'акт' }] : [],
    contractVolumes: ['coldWater', 'hotWater', 'electricity', 'sewerage'].map((service) => ({
      service,
      from: '2020-01-01',
      volume: '12.345',
      contract: '№ 1',
    })),
  });
  const sold = one.sale === null ? null : day(MONTHS[one.sale[0]] as Month, one.sale[1]);
  out.push({ kind: 'account', id: `${id}-a`, number: `${id}-1`, premises: id, from: '2020-01-01', ...(sold === null ? {} : { to: sold }) });
  if (sold !== null) out.push({ kind: 'account', id: `${id}-b`, number: `${id}-2`, premises: id, from: sold });
  for (const [person, [month, of, stays]] of one.people.entries()) {
    const from = day(MONTHS[month] as Month, of);
    out.push({
      kind: 'resident',
      id: `${id}-r${person}`,
      premises: id,
      person: `p${person}`,
      from,
      ...(stays === null ? {} : { to: addDays(from, stays), stay: stays < 10 ? 'temporary' : 'permanent' }),
    });
  }
  for (const [point, life] of one.cold.entries()) metersOf(id, 'coldWater', `p${point}`, life, ['T0'], out);
  for (const [point, life] of one.hot.entries()) metersOf(id, 'hotWater', `p${point}`, life, ['T0'], out);
  if (one.electricity !== null) metersOf(id, 'electricity', 'main', one.electricity[0], ZONES[one.electricity[1] - 1] ?? ['T0'], out);
};
