import fc from 'fast-check';
import { addDays, type Day, daysIn, type Month } from '../../src/kernel/calendar';
import { type FactRecord, factRecord } from '../../src/model/records';
import { communalFacts, communalFlat } from './random-communal';
import { housingFacts, housingShape } from './random-housing';
import { BILLED, day, dial, type Life, MONTHS, meterLife, metersOf, ZONES } from './random-meter';
import { wasteFacts, wasteShape } from './random-waste';

export { BILLED } from './random-meter';

/** An act told in small numbers: its kind, month and day, and what it may carry. */
const act = fc.record({
  type: fc.constantFrom(
    'accessRefused' as const,
    'accessRefused' as const,
    'check' as const,
    'check' as const,
    'tampering' as const,
    'unauthorised' as const,
    'installationRefused' as const,
    'supplierDelay' as const,
  ),
  month: fc.integer({ min: 2, max: 13 }),
  on: fc.integer({ min: 1, max: 31 }),
  /** Which of the meters. */
  meter: fc.nat({ max: 5 }),
  /** Days from the beginning to the act, and from the act to the end. */
  began: fc.option(fc.integer({ min: 0, max: 150 })),
  ends: fc.option(fc.integer({ min: 0, max: 100 })),
  /** Litres above the highest reading before, for a check; below it when negative. */
  litres: fc.integer({ min: -20_000, max: 40_000 }),
  /** Litres an hour. */
  capacity: fc.option(fc.integer({ min: 1, max: 900 })),
  whole: fc.boolean(),
});

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
  gas: fc.option(meterLife, { freq: 2 }),
  /** Gas equipment at first, and what it becomes inside some month. */
  equipment: fc.record({
    uses: fc.subarray(['cooking', 'waterHeating', 'heating'] as const),
    later: fc.option(
      fc.tuple(
        fc.integer({ min: 4, max: 13 }),
        fc.integer({ min: 1, max: 28 }),
        fc.subarray(['cooking', 'waterHeating', 'heating'] as const),
      ),
      { freq: 2 },
    ),
    maxFlow: fc.option(fc.constantFrom('2', '2.01'), { freq: 2 }),
  }),
  /** A gas meter that a check found broken: months of the last check and of the check, their days. */
  fault: fc.option(fc.tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 8, max: 13 })), { freq: 3 }),
  repair: fc.boolean(),
  land: fc.array(
    fc.tuple(
      fc.constantFrom(
        ['coldWater', 'n-plot'] as const,
        ['coldWater', 'n-cow'] as const,
        ['electricity', 'n-barn'] as const,
        ['gas', 'n-feed'] as const,
      ),
      fc.constantFrom('Полив', 'Скот', 'Баня'),
      fc.integer({ min: 1, max: 9_999_999 }),
      fc.integer({ min: 0, max: 13 }),
    ),
    { maxLength: 4 },
  ),
  sale: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 2, max: 28 })), { freq: 4 }),
  impossible: fc.boolean(),
  acts: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(act, { maxLength: 5 }) }),
  shop: fc.boolean().map((shop) => shop),
  heatedSince: fc.option(fc.tuple(fc.integer({ min: 3, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 2 }),
  stoveSince: fc.option(fc.tuple(fc.integer({ min: 3, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 3 }),
});

const policies = fc.record(
  {
    multiplierChange: fc.constantFrom('nextMonth', 'byDays', 'thisMonth'),
    lateReading: fc.constantFrom('trueUp', 'carry', 'keepNormative'),
    severalMeters: fc.constantFrom('averageThenNormative', 'normativeAtOnce'),
    sewerageTenfold: fc.constantFrom('one', 'ten'),
    electricityUnfit: fc.constantFrom('averageNoLimit', 'asOthers'),
    residents: fc.constantFrom('byDays', 'firstDay'),
    partMonth: fc.constantFrom('byDays', 'lastHolder'),
    meteredTariff: fc.constantFrom('readingDay', 'byDays'),
    multiplierOn: fc.constantFrom('roundedCharge', 'volumeTimesTariff'),
    sewerageMultiplier: fc.constantFrom('no', 'yes'),
    averageWindow: fc.constantFrom('lastPeriods', 'wholeHistory'),
    volumeDigits: fc.constantFrom('7', '3', '2'),
    gasExpired: fc.constantFrom('normative', 'average'),
    rangeScaling: fc.constantFrom('byMonthsCovered', 'wholeThreshold'),
    rangeZones: fc.constantFrom('shareOfVolume', 'eachZone'),
  },
  { requiredKeys: [] },
);

/** Small numbers that describe a house with months of life. */
export const houseShape = fc.record(
  {
    flats: fc.array(flat, { minLength: 1, maxLength: 4 }),
    communal: fc.array(communalFlat, { maxLength: 1 }),
    housing: fc.option(housingShape, { freq: 2 }),
    policies,
    twoComponents: fc.boolean(),
    gasRules: fc.constantFrom('pp354', 'pp549'),
    gasMultiplier: fc.boolean(),
    ranges: fc.constantFrom('none', 'limits', 'socialNorm'),
    twoPart: fc.boolean(),
    waste: fc.option(wasteShape, { freq: 2 }),
    tariffChange: fc.option(fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 1, max: 28 })), { freq: 2 }),
  },
  { requiredKeys: ['flats', 'policies', 'twoComponents', 'gasRules', 'gasMultiplier', 'ranges', 'twoPart', 'tariffChange'] },
);
/** What {@link houseShape} gives. */
export type HouseShape = typeof houseShape extends fc.Arbitrary<infer T> ? T : never;

/** A flat of a hand-made shape that has neither gas nor land. */
export const NO_GAS_OR_LAND: Pick<HouseShape['flats'][number], 'gas' | 'equipment' | 'fault' | 'repair' | 'land'> = {
  gas: null,
  equipment: { uses: [], later: null, maxFlow: null },
  fault: null,
  repair: false,
  land: [],
};
/** A house of a hand-made shape without anything unusual. */
export const PLAIN_HOUSE = { twoComponents: false, gasRules: 'pp549', gasMultiplier: false, ranges: 'none', twoPart: false } as const;

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

const seasonal = (code: string, unit: string, profile: readonly (readonly [readonly number[], string])[]) => ({
  ...normative(code, unit, '0'),
  entries: [{ from: '2020-01-01', profile: profile.map(([months, value]) => ({ months, value })), act: ACT }],
});

/** Gas equipment of a flat; a land plot only where people live. */
const gasAndLand = ({ equipment, land, shop }: HouseShape['flats'][number]) => ({
  gasEquipment: [
    { from: '2020-01-01', uses: equipment.uses, ...(equipment.maxFlow === null ? {} : { maxFlow: equipment.maxFlow }) },
    ...(equipment.later === null
      ? []
      : [{ from: day(MONTHS[equipment.later[0]] as Month, equipment.later[1]), uses: equipment.later[2], heatedArea: '12.3456' }]),
  ],
  ...(shop || land.length === 0
    ? {}
    : {
        landUses: land.map(([[service, code], use, quantity, from]) => ({
          service,
          use,
          normative: code,
          quantity: (quantity / 10_000).toFixed(4),
          from: day(MONTHS[from] as Month, 1),
        })),
      }),
});

const LIMITS = { l1: '15', l2: '40.5', h1: '27', h2: '72.9', soc: '8.765432' } as const;
const ZONED = { zoneTariffs: { T1: 'over', T2: 'over', T3: 'over' }, twoZoneTariffs: { T1: 'over', T2: 'el1' } } as const;
const RANGES = {
  none: {},
  limits: {
    ranges: {
      limits: ['l1', 'l2'],
      electricHeating: { limits: ['h1', 'h2'], months: [11, 12, 1, 2] },
      tariffs: [
        { tariff: 'el1', ...ZONED },
        { tariff: 'over', ...ZONED },
      ],
    },
  },
  socialNorm: { ranges: { limits: ['soc'], tariffs: [{ tariff: 'over', ...ZONED }] } },
} as const;

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
    {
      kind: 'house',
      id: 'h',
      address: 'ул. Проверочная, 1',
      region: 'test',
      policies: { ...shape.policies, ...shape.housing?.policies },
      billedSince: BILLED[0],
      ...(shape.gasMultiplier ? { multipliers: [{ service: 'gas', from: '2020-01-01', value: '1.5', act: ACT }] } : {}),
    },
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
    ...Object.entries(LIMITS).map(([code, value]) => normative(code, code === 'soc' ? 'kWh/person-month' : 'kWh/month', value)),
    tariff('stove', 'RUB/kWh', two('3.85', '4.21')),
    tariff('over', 'RUB/kWh', two('9.99', '10.011')),
    tariff('load', 'RUB/(m3/h)-month', two('1234.567', '1300')),
    {
      kind: 'service',
      id: 's-cw',
      house: 'h',
      service: 'coldWater',
      provider: 'p',
      from: '2020-01-01',
      tariff: 'cw',
      normative: 'ncw',
      ...(shape.twoPart ? { constantTariff: 'load' } : {}),
    },
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
      ...RANGES[shape.ranges],
      tariffGroups: { stove: { tariff: 'stove', zoneTariffs: { T1: 'el1', T2: 'el2', T3: 'el' }, ...RANGES[shape.ranges] } },
    },
    tariff('gs', 'RUB/m3', two('7.893', '8.21')),
    normative('ngc', 'm3/person-month', '12.7'),
    normative('ngw', 'm3/person-month', '18.812345'),
    seasonal('ngh', 'm3/m2-month', [
      [[1, 2, 3, 4, 10, 11, 12], '11.000001'],
      [[5, 9], '2'],
    ]),
    seasonal('n-plot', 'm3/m2-month', [[[5, 6, 7], '0.054321']]),
    normative('n-cow', 'm3/head-month', '1.825'),
    normative('n-barn', 'kWh/m2-month', '0.333333'),
    normative('n-feed', 'm3/head-month', '11.2'),
    {
      kind: 'service',
      id: 's-gs',
      house: 'h',
      service: 'gas',
      provider: 'p',
      from: '2020-01-01',
      tariff: 'gs',
      rules: shape.gasRules,
      gasNormatives: { cooking: 'ngc', waterHeating: 'ngw', heating: 'ngh' },
    },
    { kind: 'service', id: 's-mt', house: 'h', service: 'maintenance', provider: 'p', from: '2020-01-01', tariff: 'mt' },
  ];
  for (const [index, one] of shape.flats.entries()) flatFacts(`f${index}`, one, out);
  for (const [index, one] of (shape.communal ?? []).entries()) communalFacts(`c${index}`, one, out);
  if (shape.waste !== undefined && shape.waste !== null) wasteFacts(shape.waste, out);
  if (shape.housing !== undefined && shape.housing !== null) housingFacts(shape.housing, shape.flats, changed, out);
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
    electricHeating:
      one.heatedSince === null ? [] : [{ from: day(MONTHS[one.heatedSince[0]] as Month, one.heatedSince[1]), why: 'сообщение' }],
    tariffGroups: one.stoveSince === null ? [] : [{ from: day(MONTHS[one.stoveSince[0]] as Month, one.stoveSince[1]), group: 'stove' }],
    capacities: [{ service: 'coldWater', from: '2020-01-01', unit: '(m3/h)', value: '0.0375', act: 'акт' }],
    meteringImpossible: one.impossible ? [{ service: 'hotWater', from: '2020-01-01', act: 'акт' }] : [],
    ...gasAndLand(one),
    contractVolumes: ['coldWater', 'hotWater', 'electricity', 'sewerage', 'gas'].map((service) => ({
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
  if (one.gas !== null) {
    const meters: {
      readonly kind: string;
      commissionedOn?: string;
      failedOn?: string;
      removedOn?: string;
      fault?: object;
      repairNotice?: string;
    }[] = [];
    metersOf(id, 'gas', 'main', one.gas, ['T0'], meters);
    const first = meters[0] as (typeof meters)[number];
    if (one.repair) first.repairNotice = 'заявление';
    if (one.fault !== null && !one.shop) {
      const [checked, of, found] = one.fault;
      first.fault = { lastCheckOn: day(MONTHS[checked] as Month, of), foundOn: day(MONTHS[found] as Month, of) };
    }
    out.push(...meters);
  }
  if (one.electricity !== null) metersOf(id, 'electricity', 'main', one.electricity[0], ZONES[one.electricity[1] - 1] ?? ['T0'], out);
  const meters = out.filter(
    (one): one is Drafted =>
      (one as Drafted).kind === 'meter' && (one as Drafted).service !== 'gas' && (one as { readonly premises?: string }).premises === id,
  );
  for (const [n, told] of one.acts.entries()) actFacts(id, `${id}-act-${n}`, told, meters, out, one.shop);
};

interface Drafted {
  readonly kind: string;
  readonly id: string;
  readonly service: string;
  readonly commissionedOn: Day;
  readonly removedOn?: Day;
  readonly registers: readonly { readonly zone: string; readonly digits: number; readonly initial: string }[];
}

/** An act about one of the meters, or about the premises where it has none. */
const actFacts = (
  premises: string,
  id: string,
  told: HouseShape['flats'][number]['acts'][number],
  meters: readonly Drafted[],
  out: unknown[],
  shop: boolean,
): void => {
  const month = MONTHS[told.month] as Month;
  const on = day(month, Math.min(told.on, daysIn(month)));
  const { type } = told;
  const meter = meters[told.meter % Math.max(1, meters.length)];
  const base = { kind: 'act', id, type, premises, on, drawnUpBy: 'контролёр', reason: 'обход' };
  const days = {
    ...(told.began === null ? {} : { startedOn: addDays(on, -told.began) }),
    ...(told.ends === null ? {} : { endedOn: addDays(on, told.ends) }),
  };
  const capacity = dial(told.capacity ?? 77);
  if (type === 'accessRefused') out.push({ ...base, ...(told.whole || meter === undefined ? {} : { service: meter.service }) });
  else if (type === 'check')
    out.push({ ...base, ...(meter === undefined ? {} : { meter: meter.id, readings: readingsOf(meter, told.litres, on, out) }) });
  else if (type === 'tampering') {
    if (meter !== undefined) out.push({ ...base, meter: meter.id, ...days, ...(shop ? { capacity } : {}) });
  } else if (type === 'unauthorised')
    out.push({ ...base, service: meter?.service ?? 'coldWater', ...days, ...(shop || told.capacity !== null ? { capacity } : {}) });
  else if (type === 'installationRefused') out.push(base);
  else out.push({ ...base, ...(told.ends === null ? {} : { endedOn: addDays(on, told.ends) }) });
};

/** Readings of a check: so much above the latest of the meter before that day, within its dial. */
const readingsOf = (meter: Drafted, litres: number, on: Day, out: readonly unknown[]): readonly unknown[] =>
  meter.registers.map(({ zone, digits, initial }) => {
    const own = (out as readonly { kind: string; meter?: string; zone?: string; takenOn?: Day; value?: string }[]).filter(
      (one) => one.kind === 'reading' && one.meter === meter.id && one.zone === zone && (one.takenOn ?? on) <= on,
    );
    const last = Math.round(Number(own[own.length - 1]?.value ?? initial) * 1000);
    const capacity = 10 ** (digits + 3);
    return { meter: meter.id, zone, value: dial(Math.min(capacity - 1, Math.max(0, last + litres))) };
  });

/** The same facts with next to nothing as the last stand of every register: below the one before it, decided by nobody, now and then a rollover. */
export const withTypos = (records: readonly FactRecord[]): FactRecord[] => {
  const last = new Map<string, string>();
  for (const record of records) if (record.kind === 'reading') last.set(`${record.meter} ${record.zone}`, record.id);
  return records.map((record) =>
    record.kind === 'reading' && record.verdict === undefined && last.get(`${record.meter} ${record.zone}`) === record.id
      ? { ...record, value: '0.5' }
      : record,
  );
};

/** Meters to which nothing happens but silence; of a replaced one the last stand is told. */
export const calm = (shape: HouseShape): HouseShape => {
  const quiet = (life: Life): Life => ({
    ...life,
    expires: null,
    fails: null,
    replaced: life.replaced === null ? null : [life.replaced[0], life.replaced[1], true],
    correction: null,
  });
  return {
    ...shape,
    flats: shape.flats.map((flat) => ({
      ...flat,
      cold: flat.cold.map(quiet),
      hot: flat.hot.map(quiet),
      gas: flat.gas === null ? null : quiet(flat.gas),
      fault: null,
      electricity: flat.electricity === null ? null : [quiet(flat.electricity[0]), flat.electricity[1]],
      acts: [],
    })),
  };
};
