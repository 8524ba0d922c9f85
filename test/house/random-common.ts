import fc from 'fast-check';
import { addMonths, firstDay, type Month } from '../../src/kernel/calendar';
import { type FactRecord, factRecord } from '../../src/model/records';

/** Month the common needs of a random house begin in: one in each regime, and one under direct management. */
const STARTS = ['2013-02', '2015-03', '2018-04', '2022-10', '2025-11'] as const;
/** How many months a random house lives. */
const LIFE = 5;

const flat = fc.record({
  area: fc.integer({ min: 15_0000, max: 120_0000 }),
  people: fc.integer({ min: 0, max: 4 }),
  /** Litres of each month, `null` for a flat without a meter. */
  used: fc.option(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: LIFE, maxLength: LIFE }), { freq: 4 }),
  shop: fc.boolean(),
  /** Day of a month on which the account changes hands. */
  sale: fc.option(fc.tuple(fc.integer({ min: 0, max: LIFE - 1 }), fc.integer({ min: 2, max: 28 })), { freq: 6 }),
  vacant: fc.integer({ min: 0, max: 9 }).map((of) => of === 0),
});

/** Small numbers that describe a house and what it consumes in common. */
export const commonShape = fc.record({
  start: fc.constantFrom(...STARTS),
  management: fc.constantFrom('company', 'company', 'direct'),
  method: fc.constantFrom('automated', 'normative', 'average', 'meter'),
  flats: fc.oneof(
    { weight: 9, arbitrary: fc.array(flat, { minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(flat, { minLength: 60, maxLength: 80 }) },
  ),
  /** Litres of the house above (or below) what its premises take, a month; `null` when nobody knows. */
  common: fc.array(fc.option(fc.integer({ min: -30_000, max: 60_000 }), { freq: 8 }), { minLength: LIFE, maxLength: LIFE }),
  normative: fc.integer({ min: 0, max: 100 }),
  area: fc.integer({ min: 1, max: 900 }),
  stated: fc.boolean(),
  two: fc.boolean(),
  policies: fc.record(
    {
      commonBefore2022: fc.constantFrom('ceiling', 'flat'),
      commonNegative: fc.constantFrom('carry', 'resetAtYearEnd'),
      commonTrueUpSpread: fc.constantFrom('twelveShares', 'atOnce'),
      commonTrueUpTariff: fc.constantFrom('month', 'last'),
      volumeDigits: fc.constantFrom('7', '3', '2'),
    },
    { requiredKeys: [] },
  ),
});

/** What {@link commonShape} gives. */
export type CommonShape = typeof commonShape extends fc.Arbitrary<infer T> ? T : never;

/** The months of a random house. */
export const monthsOf = ({ start }: CommonShape): readonly Month[] =>
  Array.from({ length: LIFE }, (_, at) => addMonths(start as Month, at));

const priced = (kind: 'tariff' | 'normative', code: string, unit: string, value: string) => ({
  kind,
  id: code,
  code,
  title: code,
  unit,
  reviewedThrough: '2026-12-31',
  entries: [{ from: '2012-01-01', value, act: 'Приказ для проверки' }],
});

const litres = (of: number): string => (of / 1000).toFixed(3);

/** The facts of a random house; `order` permutes premises. */
export const commonRecords = (shape: CommonShape): readonly FactRecord[] => {
  const months = monthsOf(shape);
  const before = addMonths(months[0] as Month, -1);
  const start = firstDay(before);
  const two = shape.two && shape.start >= '2015-01';
  const total = shape.flats.reduce((sum, one) => sum + one.area, 0);
  const facts: object[] = [
    {
      kind: 'house',
      id: 'h',
      address: 'Дом',
      region: 'r',
      policies: shape.policies,
      billedSince: months[0],
      management: [{ from: '2012-01-01', kind: shape.management }],
      ...(shape.stated ? { premisesArea: [{ from: '2012-01-01', value: String((total + 123_4567) / 10_000) }] } : {}),
    },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    priced('tariff', 't', 'RUB/m3', '43.57'),
    priced('normative', 'n', 'm3/person-month', '4.745'),
    priced('normative', 'c', 'm3/m2-month', litres(shape.normative)),
    ...(two ? [priced('tariff', 'q', 'RUB/Gcal', '2100.03'), priced('normative', 'w', 'Gcal/m3', '0.0615')] : []),
    ...['coldWater', 'hotWater'].map((service) => ({
      kind: 'service',
      id: `s-${service}`,
      house: 'h',
      service,
      provider: 'p',
      from: start,
      tariff: 't',
      normative: 'n',
      ...(two && service === 'hotWater' ? { heatTariff: 'q', heatNormative: 'w' } : {}),
    })),
    ...['coldWater', 'hotWater', 'sewerage'].map((service) => ({
      kind: 'commonTerms',
      id: `c-${service}`,
      house: 'h',
      service,
      provider: 'p',
      from: firstDay(months[0] as Month),
      method: service === 'sewerage' ? 'normative' : shape.method,
      tariff: 't',
      normative: 'c',
      areas: [{ from: '2012-01-01', value: String(shape.area) }],
      averages: [{ from: '2012-01-01', volume: '12.5', source: 'решение' }],
      ...(two && service === 'hotWater' ? { heatTariff: 'q', heatNormative: 'w' } : {}),
    })),
  ];
  for (const [place, one] of shape.flats.entries()) facts.push(...flatRecords(one, place, months, before));
  for (const service of ['coldWater', 'hotWater'])
    months.forEach((month, at) => {
      const extra = shape.common[at];
      const taken = shape.flats.reduce((sum, one) => sum + (one.used?.[at] ?? 3000), 0);
      if (at > 0 && (extra === null || extra === undefined)) return;
      facts.push({
        kind: 'houseVolume',
        id: `v-${service}-${at}`,
        house: 'h',
        service,
        month,
        volume: litres(Math.max(0, taken + (extra ?? 0))),
        source: 'акт',
      });
    });
  return facts.map((fact) => factRecord.parse(fact));
};

const flatRecords = (one: CommonShape['flats'][number], place: number, months: readonly Month[], before: Month): readonly object[] => {
  const id = `f-${place}`;
  const start = firstDay(before);
  const [sold, day] = one.sale ?? [0, 0];
  const on = one.sale === null ? null : `${months[sold]}-${String(day).padStart(2, '0')}`;
  const account = (number: string, from: string, to: string | null) => ({ kind: 'account', id: number, number, premises: id, from, to });
  return [
    {
      kind: 'premises',
      id,
      house: 'h',
      number: String(place),
      type: one.shop ? 'nonResidential' : 'dwelling',
      areas: [{ from: start, value: String(one.area / 10_000) }],
      owners: [{ from: start, count: 1 }],
      contractVolumes: ['coldWater', 'hotWater'].map((service) => ({ service, from: start, volume: '3', contract: 'договор' })),
    },
    ...(one.vacant
      ? []
      : on === null
        ? [account(`a-${place}`, start, null)]
        : [account(`a-${place}`, start, on), account(`b-${place}`, on, null)]),
    ...Array.from({ length: one.people }, (_, person) => ({
      kind: 'resident',
      id: `${id}-${person}`,
      premises: id,
      person: `${id}-${person}`,
      from: start,
    })),
    ...(one.used === null
      ? []
      : ['coldWater', 'hotWater'].flatMap((service) =>
          meterRecords(one.used as number[], `${id}-${service}`, id, service, months, before),
        )),
  ];
};

const meterRecords = (
  used: readonly number[],
  id: string,
  premises: string,
  service: string,
  months: readonly Month[],
  before: Month,
): readonly object[] => {
  let stand = 0;
  return [
    { kind: 'meter', id, premises, service, serial: id, commissionedOn: `${before}-20`, registers: [{ initial: '0' }] },
    ...months.map((month, at) => {
      stand += used[at] as number;
      return { kind: 'reading', id: `${id}-${month}`, meter: id, takenOn: `${month}-20`, value: litres(stand) };
    }),
  ];
};
