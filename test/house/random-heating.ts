import fc from 'fast-check';
import { type FactRecord, factRecord } from '../../src/model/records';

const flat = fc.record({
  /** Tenths of a square metre. */
  area: fc.integer({ min: 100, max: 1500 }),
  kind: fc.constantFrom('plain', 'plain', 'metered', 'source', 'devices'),
  /** Thousandths of a Gcal by month of heating. */
  heat: fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 16, maxLength: 16 }),
  /** Months (from the first) that the meter is silent in. */
  silent: fc.uniqueArray(fc.integer({ min: 2, max: 15 }), { maxLength: 3 }),
  sale: fc.option(fc.integer({ min: 1, max: 28 }), { freq: 3 }),
  grows: fc.option(fc.integer({ min: 2, max: 28 }), { freq: 4 }),
  shop: fc.boolean(),
});

/** Small numbers that describe a house with two years of heating. */
export const heatingShape = fc.record({
  flats: fc.array(flat, { minLength: 2, maxLength: 5 }),
  communal: fc.boolean(),
  common: fc.integer({ min: 0, max: 2000 }),
  /** Gcal by month of heating beside what the meters count. */
  extra: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 16, maxLength: 16 }),
  /** Kopecks a Gcal, and what they become inside some month. */
  tariff: fc.integer({ min: 100_000, max: 400_000 }),
  change: fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 100_000, max: 400_000 }))),
  policies: fc.record(
    {
      heatingNegative: fc.constantFrom('literal', 'clampToZero'),
      heatingResidualUnheated: fc.constantFrom('literal', 'exclude'),
      heatingCountsUnheated: fc.constantFrom('no', 'yes'),
      heatingPartialMonth: fc.constantFrom('full', 'byDays'),
      volumeDigits: fc.constantFrom('7', '4'),
    },
    { requiredKeys: [] },
  ),
  house: fc.constantFrom('meter', 'meter', 'none', 'failed'),
  start: fc.integer({ min: 1, max: 28 }),
});
/** What {@link heatingShape} gives. */
export type HeatingShape = Omit<Shape, 'policies'> & { readonly policies: Readonly<Record<string, string>> };
type Shape = typeof heatingShape extends fc.Arbitrary<infer T> ? T : never;

/** Months of heating of two years, in order: those before the charged year, and those of it. */
const HEATED = [
  ...['2024-01', '2024-02', '2024-03', '2024-04', '2024-10', '2024-11', '2024-12'],
  ...['2025-01', '2025-02', '2025-03', '2025-04', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
] as const;

const ACT = 'Приказ для проверки';
const priced = (kind: string, code: string, unit: string, values: readonly (readonly [string, string])[], more: object = {}) => ({
  ...{ kind, id: code, code, title: code, unit, reviewedThrough: '2027-12-31' },
  ...more,
  entries: values.map(([from, value]) => ({ from, value, act: ACT })),
});
const roubles = (kopecks: number): string => `${Math.floor(kopecks / 100)}.${String(kopecks % 100).padStart(2, '0')}`;
const tenth = (area: number): string => `${Math.floor(area / 10)}.${area % 10}`;
const day = (month: string, of: number): string => `${month}-${String(of).padStart(2, '0')}`;

/** Heat of the premises with meters in a month, thousandths of a Gcal. */
const metered = (shape: HeatingShape, index: number): number =>
  shape.flats.reduce((sum, one) => (one.kind === 'metered' ? sum + (one.heat[index] as number) : sum), 0);

const flatRecords = (one: HeatingShape['flats'][number], n: number): object[] => {
  const id = `p-${n}`;
  const areas = [{ from: '2010-01-01', value: tenth(one.area) }];
  if (one.grows !== null) areas.push({ from: day('2025-03', one.grows), value: tenth(one.area + 55) });
  const accounts =
    one.sale === null
      ? [{ number: `${n}`, from: '2010-01-01', to: null }]
      : [
          { number: `${n}`, from: '2010-01-01', to: day('2025-02', one.sale) },
          { number: `${n}-b`, from: day('2025-02', one.sale), to: null },
        ];
  let stand = 0;
  const readings = HEATED.flatMap((month, index) => {
    stand += one.heat[index] as number;
    const value = `${Math.floor(stand / 1000)}.${String(stand % 1000).padStart(3, '0')}`;
    return one.silent.includes(index) ? [] : [{ kind: 'reading', id: `r-${n}-${month}`, meter: `m-${n}`, takenOn: day(month, 20), value }];
  });
  return [
    {
      ...{ kind: 'premises', id, house: 'h', number: `${n}`, type: one.shop ? 'nonResidential' : 'dwelling', areas },
      ...(one.kind === 'source' ? { heatSources: [{ from: '2010-01-01', act: ACT }] } : {}),
      ...(one.kind === 'devices' ? { heatingDevices: [{ from: '2010-01-01', designed: false, act: ACT }] } : {}),
    },
    ...accounts.map((account) => ({ kind: 'account', id: `a-${account.number}`, premises: id, ...account })),
    ...(one.kind === 'metered'
      ? [
          {
            ...{ kind: 'meter', id: `m-${n}`, premises: id, service: 'heating', serial: `m-${n}`, commissionedOn: '2023-12-01' },
            registers: [{ digits: 5, decimals: 3, initial: '0' }],
          },
          ...readings,
        ]
      : []),
  ];
};

/** A communal flat of three rooms. */
const communal = [
  { kind: 'premises', id: 'flat', house: 'h', number: 'к', type: 'dwelling', areas: [{ from: '2010-01-01', value: '71.5' }] },
  ...(['18.2', '14', '11.3'] as const).flatMap((living, n) => [
    {
      ...{ kind: 'premises', id: `room-${n}`, house: 'h', number: `к-${n}`, type: 'dwelling', within: 'flat' },
      areas: [{ from: '2010-01-01', value: living }],
      livingAreas: [{ from: '2010-01-01', value: living }],
    },
    { kind: 'account', id: `a-room-${n}`, premises: `room-${n}`, number: `room-${n}`, from: '2010-01-01' },
  ]),
];

/** The records of a house that pays in the season or evenly. */
export const heatingRecords = (shape: HeatingShape, mode: 'season' | 'uniform'): readonly FactRecord[] => {
  const values: [string, string][] = [['2010-01-01', roubles(shape.tariff)]];
  if (shape.change !== null)
    values.push([day(`2025-${String(shape.change[0]).padStart(2, '0')}`, shape.change[1]), roubles(shape.change[2])]);
  const state = shape.house === 'none' ? 'none' : 'working';
  const meter = [{ from: '2010-01-01', state, act: ACT }];
  if (shape.house === 'failed') meter.push({ from: '2025-10-01', state: 'failed', act: ACT });
  return [
    {
      kind: 'house',
      id: 'h',
      address: 'ул. Мира, 1',
      region: 'r',
      billedSince: '2025-01',
      policies: { heatingFailedAverage: 'heatedDays', ...shape.policies },
    },
    { kind: 'provider', id: 'u', name: 'Теплосеть' },
    priced('tariff', 't', 'RUB/Gcal', values),
    priced('tariff', 't-other', 'RUB/Gcal', [['2010-01-01', roubles(shape.tariff + 12_345)]]),
    priced('normative', 'n', 'Gcal/m2-month', [['2010-01-01', '0.0213']], { heating: { per: 'seasonMonth' } }),
    {
      kind: 'service',
      id: 's',
      house: 'h',
      service: 'heating',
      provider: 'u',
      from: '2010-01-01',
      tariff: 't',
      legalEntityTariff: 't-other',
      normative: 'n',
    },
    {
      ...{ kind: 'heatingTerritory', id: 'tt', code: 'tt', title: 'Город', reviewedThrough: '2027-12-31' },
      modes: [{ from: '2010-01-01', mode, act: ACT }],
      factors: [{ from: '2010-01-01', value: '0.583333', act: ACT }],
      seasons: [
        { from: '2023-10-01', to: '2024-05-01', act: ACT },
        { from: '2024-10-01', to: '2025-05-01', act: ACT },
        { from: day('2025-10', shape.start), to: '2026-05-01', act: ACT },
      ],
    },
    {
      kind: 'heatingTerms',
      id: 'ht',
      house: 'h',
      territory: 'tt',
      meter,
      commonAreas: [{ from: '2010-01-01', value: tenth(shape.common) }],
    },
    ...shape.flats.flatMap((one, n) => flatRecords(one, n + 1)),
    ...(shape.communal ? communal : []),
    ...HEATED.filter((month) => shape.house !== 'failed' || month < '2025-10').map((month, index) => ({
      ...{ kind: 'houseVolume', id: `v-${month}`, house: 'h', service: 'heating', month, source: ACT },
      volume: roubles(Math.ceil((metered(shape, index) * 4) / 10) + 100 + (shape.extra[index] as number) * 100),
    })),
  ].map((record) => factRecord.parse(record));
};
