import fc from 'fast-check';
import { addDays, type Day, type Month } from '../../src/kernel/calendar';
import { type FactRecord, factRecord } from '../../src/model/records';
import { BILLED, day, MONTHS } from './random-meter';

const ACT = 'Приказ для проверки';
const within = fc.tuple(fc.integer({ min: 4, max: 13 }), fc.integer({ min: 1, max: 28 }));

const flat = fc.record({
  people: fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 1, max: 200 }), { freq: 2 })), { maxLength: 3 }),
  owners: fc.integer({ min: 0, max: 2 }),
  impossible: fc.boolean(),
  metered: fc.boolean(),
  sale: fc.option(fc.integer({ min: 150, max: 400 }), { freq: 3 }),
  gas: fc.boolean(),
});

/** A house whose people go away, and whose services are bad at times. */
export const reductionsHouse = fc.record({
  flats: fc.array(flat, { minLength: 1, maxLength: 3 }),
  twoComponents: fc.boolean(),
  sewerageNormative: fc.boolean(),
  changed: fc.option(within, { freq: 2 }),
  absences: fc.array(
    fc.record({
      flat: fc.nat({ max: 2 }),
      person: fc.nat({ max: 2 }),
      from: within,
      days: fc.integer({ min: 1, max: 250 }),
      applied: fc.integer({ min: -280, max: 35 }),
      forceMajeure: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  incidents: fc.array(
    fc.record({
      what: fc.nat({ max: 11 }),
      from: within,
      at: fc.integer({ min: 0, max: 24 * 60 - 1 }),
      minutes: fc.integer({ min: 1, max: 45 * 24 * 60 }),
      late: fc.integer({ min: 0, max: 70 }),
      flat: fc.option(fc.nat({ max: 2 })),
      value: fc.integer({ min: 0, max: 60 }),
      flag: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  policies: fc.record(
    {
      hotWaterTolerance: fc.constantFrom('none', 'legacy'),
      hotWaterPlannedOutage: fc.constantFrom('reduce', 'inNormative'),
      residents: fc.constantFrom('byDays', 'firstDay'),
      volumeDigits: fc.constantFrom('7', '3'),
      sewerageMultiplier: fc.constantFrom('no', 'yes'),
      multiplierOn: fc.constantFrom('roundedCharge', 'volumeTimesTariff'),
    },
    { requiredKeys: [] },
  ),
});
/** What {@link reductionsHouse} gives. */
export type ReductionsHouse = typeof reductionsHouse extends fc.Arbitrary<infer T> ? T : never;

const BEGIN = day(MONTHS[0] as Month, 1);
const onDay = ([month, of]: readonly [number, number]): string => day(MONTHS[month] as Month, of);
const series = (value: string, changed: ReductionsHouse['changed'], then: string) => [
  { from: '2020-01-01', value, act: ACT },
  ...(changed === null ? [] : [{ from: onDay(changed), value: then, act: ACT }]),
];
const tariff = (code: string, unit: string, entries: object[]) => ({
  kind: 'tariff',
  id: code,
  code,
  title: code,
  unit,
  reviewedThrough: '2030-12-31',
  entries,
});
const normative = (code: string, unit: string, entry: object) => ({
  kind: 'normative',
  id: code,
  code,
  title: code,
  unit,
  reviewedThrough: '2030-12-31',
  entries: [{ from: '2020-01-01', act: ACT, ...entry }],
});
const service = (code: string, more: object) => ({
  kind: 'service',
  id: `s-${code}`,
  house: 'h',
  service: code,
  provider: 'p',
  from: '2020-01-01',
  tariff: `t-${code}`,
  ...more,
});

const WRONG = [
  ['coldWater', 'interruption'],
  ['hotWater', 'interruption'],
  ['sewerage', 'interruption'],
  ['electricity', 'interruption'],
  ['gas', 'interruption'],
  ['hotWater', 'temperature'],
  ['hotWater', 'temperature'],
  ['coldWater', 'pressure'],
  ['gas', 'pressure'],
  ['coldWater', 'composition'],
  ['gas', 'composition'],
  ['electricity', 'voltage'],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** An hour with its minutes, so many minutes after a day began. */
const hourAt = (of: Day, minutes: number): string =>
  `${addDays(of, Math.floor(minutes / 1440))}T${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;

/** Incidents of the house; those of one service and type that would share minutes are left out. */
export const incidentsOf = ({ incidents, flats }: ReductionsHouse): readonly (Record<string, unknown> & { readonly id: string })[] => {
  const busy = new Map<string, string>();
  const starts = (one: (typeof incidents)[number]): string => hourAt(onDay(one.from) as Day, one.at);
  return [...incidents]
    .sort((a, b) => (starts(a) < starts(b) ? -1 : 1))
    .flatMap((one, index) => {
      const [what, type] = WRONG[one.what] as (typeof WRONG)[number];
      const from = starts(one);
      if ((busy.get(`${what} ${type}`) ?? '') > from) return [];
      const to = hourAt(onDay(one.from) as Day, one.at + one.minutes);
      busy.set(`${what} ${type}`, to);
      const more =
        type === 'temperature'
          ? { celsius: String(20 + one.value) }
          : type === 'pressure'
            ? { deviationPercent: String(one.value) }
            : type === 'interruption' && one.flag
              ? { planned: true }
              : {};
      const premises = one.flat === null ? {} : { premises: [`f${one.flat % flats.length}`] };
      const recordedOn = addDays(onDay(one.from) as Day, one.late);
      return [
        {
          kind: 'incident',
          id: `bad-${index}`,
          house: 'h',
          service: what,
          type,
          from,
          to,
          recordedOn,
          document: 'акт',
          ...premises,
          ...more,
        },
      ];
    });
};

/** The facts of such a house. */
export const reductionsFacts = (shape: ReductionsHouse, incidents: readonly object[] = incidentsOf(shape)): FactRecord[] => {
  const { twoComponents, sewerageNormative, changed } = shape;
  const out: unknown[] = [
    { kind: 'house', id: 'h', address: 'ул. Проверочная, 1', region: 'test', policies: shape.policies, billedSince: BILLED[0] },
    { kind: 'provider', id: 'p', name: 'Исполнитель' },
    tariff('t-coldWater', 'RUB/m3', series('45.13', changed, '50.07')),
    tariff('t-hotWater', 'RUB/m3', series(twoComponents ? '46.2' : '217.77', null, '')),
    tariff('t-heat', 'RUB/Gcal', series('2345.67', null, '')),
    tariff('t-sewerage', 'RUB/m3', series('33.33', changed, '34.01')),
    tariff('t-electricity', 'RUB/kWh', series('5.43', null, '')),
    tariff('t-gas', 'RUB/m3', series('7.77', null, '')),
    normative('n-cold', 'm3/person-month', { value: '4.745' }),
    normative('n-hot', 'm3/person-month', { value: '3.19' }),
    normative('n-sewerage', 'm3/person-month', { value: '7.935' }),
    normative('n-heat', 'Gcal/m3', { value: '0.0615' }),
    normative('n-electricity', 'kWh/person-month', {
      table: [
        { persons: 1, value: '140' },
        { persons: 2, value: '87' },
        { persons: 3, value: '67.5' },
      ],
    }),
    normative('n-gas', 'm3/person-month', { value: '12.7' }),
    service('coldWater', { normative: 'n-cold' }),
    service('hotWater', { normative: 'n-hot', ...(twoComponents ? { heatTariff: 't-heat', heatNormative: 'n-heat' } : {}) }),
    service('sewerage', sewerageNormative ? { normative: 'n-sewerage' } : {}),
    service('electricity', { normative: 'n-electricity', feeds: 2 }),
    service('gas', { gasNormatives: { cooking: 'n-gas' } }),
  ];
  const people: { readonly premises: string; readonly person: string }[] = [];
  for (const [index, one] of shape.flats.entries()) {
    const id = `f${index}`;
    const acts = (['coldWater', 'hotWater', 'electricity', 'gas'] as const).map((of) => ({ service: of, from: '2025-01-01', act: 'акт' }));
    out.push({
      kind: 'premises',
      id,
      house: 'h',
      number: id,
      type: 'dwelling',
      rooms: 2,
      areas: [{ from: '2020-01-01', value: '50' }],
      owners: [{ from: '2020-01-01', count: one.owners }],
      gasEquipment: [{ from: '2020-01-01', uses: one.gas ? ['cooking'] : [] }],
      ...(one.impossible ? { meteringImpossible: acts } : {}),
    });
    const sold = one.sale === null ? null : addDays(BEGIN, one.sale);
    const account = { kind: 'account', premises: id };
    out.push({ ...account, id: `${id}-a`, number: `${id}-1`, from: '2020-01-01', ...(sold === null ? {} : { to: sold }) });
    if (sold !== null) out.push({ ...account, id: `${id}-b`, number: `${id}-2`, from: sold });
    for (const [at, [from, stays]] of one.people.entries()) {
      const person = `p${at}`;
      people.push({ premises: id, person });
      const came = addDays(BEGIN, from);
      out.push({
        kind: 'resident',
        id: `${id}-${person}`,
        premises: id,
        person,
        from: came,
        ...(stays === null ? {} : { to: addDays(came, stays) }),
      });
    }
    if (one.metered) {
      const meter = `${id}-m`;
      const registers = [{ initial: '0' }];
      out.push({ kind: 'meter', id: meter, premises: id, service: 'coldWater', serial: meter, commissionedOn: '2025-05-10', registers });
      for (const [at, month] of MONTHS.entries())
        out.push({ kind: 'reading', id: `${meter}-${month}`, meter, takenOn: day(month, 20), value: String(3 * (at + 1)) });
    }
  }
  const away = new Set<string>();
  for (const [index, one] of shape.absences.entries()) {
    const own = people.filter(({ premises }) => premises === `f${one.flat % shape.flats.length}`);
    const who = own[one.person % Math.max(1, own.length)];
    if (who === undefined || away.has(`${who.premises} ${who.person}`)) continue;
    away.add(`${who.premises} ${who.person}`);
    const from = day(MONTHS[one.from[0]] as Month, one.from[1]);
    const to = addDays(from, one.days + 1);
    const documents = [{ what: 'справка' }];
    const more = one.forceMajeure ? { forceMajeure: 'справка МЧС' } : {};
    out.push({ kind: 'absence', id: `away-${index}`, ...who, from, to, appliedOn: addDays(to, one.applied), documents, ...more });
  }
  out.push(...incidents);
  return out.map((record) => factRecord.parse(record));
};
