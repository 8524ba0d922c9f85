import fc from 'fast-check';
import { addDays, type Day, firstDay, type Month } from '../../src/kernel/calendar';
import { day, MONTHS } from './random-meter';

const ACT = 'Приказ для проверки';
const within = fc.tuple(fc.integer({ min: 2, max: 13 }), fc.integer({ min: 1, max: 28 }));

/** How a random house charges waste, and what happens to it. */
export const wasteShape = fc.record({
  by: fc.constantFrom('person' as const, 'area' as const, 'containersPerson' as const, 'containersArea' as const),
  /** Another basis from the first day of a month on; of people and area from any day. */
  later: fc.option(fc.tuple(fc.constantFrom('person' as const, 'area' as const, 'containersPerson' as const), within), { freq: 2 }),
  unit: fc.constantFrom('m3-year' as const, 'm3-month' as const, 'kg-year' as const),
  /** Normative of people in millionths, and what it becomes. */
  normative: fc.integer({ min: 0, max: 5_000_000 }),
  changed: fc.option(fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), within), { freq: 2 }),
  removed: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 14, maxLength: 14 }),
  others: fc.integer({ min: 1, max: 300 }),
  yearly: fc.boolean(),
  shop: fc.constantFrom('units' as const, 'contract' as const, 'none' as const, 'containers' as const),
  /** Absences: which flat and person, when, full days, days from the return to the application. */
  absences: fc.array(
    fc.record({
      flat: fc.nat({ max: 3 }),
      person: fc.nat({ max: 3 }),
      from: within,
      days: fc.integer({ min: 1, max: 70 }),
      applied: fc.integer({ min: -40, max: 35 }),
    }),
    { maxLength: 4 },
  ),
  incidents: fc.array(
    fc.record({
      from: within,
      hours: fc.integer({ min: 1, max: 600 }),
      above: fc.boolean(),
      warm: fc.boolean(),
      late: fc.integer({ min: 0, max: 40 }),
      flat: fc.option(fc.nat({ max: 3 })),
    }),
    { maxLength: 2 },
  ),
});
/** What {@link wasteShape} gives. */
export type WasteShape = typeof wasteShape extends fc.Arbitrary<infer T> ? T : never;

const millionths = (value: number): string => (value / 1_000_000).toFixed(6);
const onDay = ([month, of]: readonly [number, number]): Day => day(MONTHS[month] as Month, of);

type Raw = Record<string, unknown> & { readonly kind: string; readonly id: string };

/** The facts of waste of a house whose other facts are there: terms, normatives, removals, absences of its people, delays. */
export const wasteFacts = (shape: WasteShape, out: unknown[]): void => {
  const records = out as Raw[];
  const mass = shape.unit === 'kg-year';
  const amount = mass ? 'kg' : 'm3';
  const period = shape.unit === 'm3-month' ? 'month' : 'year';
  const entries = (of: (value: number) => string) => [
    { from: '2020-01-01', value: of(shape.normative), act: ACT },
    ...(shape.changed === null ? [] : [{ from: onDay(shape.changed[1]), value: of(shape.changed[0]), act: ACT }]),
  ];
  const normative = (code: string, unit: string, of: (value: number) => string) => ({
    kind: 'normative',
    id: code,
    code,
    title: code,
    unit,
    reviewedThrough: '2026-12-31',
    entries: entries(of),
  });
  const code = (by: string) => (by === 'person' ? { normative: 'nw-person' } : by === 'area' ? { normative: 'nw-area' } : {});
  const later = shape.later === null ? null : laterBasis(shape.by, shape.later);
  out.push(
    {
      kind: 'tariff',
      id: 't-waste',
      code: 'waste',
      title: 'waste',
      unit: mass ? 'RUB/t' : 'RUB/m3',
      reviewedThrough: '2026-12-31',
      entries: [{ from: '2020-01-01', value: mass ? '2400.34' : '641.07', act: ACT }],
    },
    normative('nw-person', `${amount}/person-${period}`, millionths),
    normative('nw-area', `${amount}/m2-${period}`, (value) => millionths(Math.round(value / 20))),
    normative('nw-unit', `${amount}/unit-${period}`, millionths),
    {
      kind: 'service',
      id: 's-waste',
      house: 'h',
      service: 'waste',
      provider: 'p',
      from: '2020-01-01',
      tariff: 'waste',
      waste: {
        basis: [
          { from: '2020-01-01', by: shape.by, act: ACT, ...code(shape.by) },
          ...(later === null ? [] : [{ from: later[1], by: later[0], act: ACT, ...code(later[0]) }]),
        ],
        ...(shape.yearly ? { yearly: [{ from: '2025-01-01', by: 'containersPerson', act: ACT }] } : {}),
      },
    },
  );
  const dwellings = records.filter(({ kind, type, id }) => kind === 'premises' && type === 'dwelling' && /^f\d$/.test(id));
  const shops = records.filter(({ kind, type }) => kind === 'premises' && type === 'nonResidential');
  for (const [index, month] of MONTHS.entries()) {
    const volume = ((shape.removed[index] as number) / 1000).toFixed(3);
    const removal = { kind: 'wasteRemoval', house: 'h', month, volume, unit: mass ? 't' : 'm3', source: 'акт' };
    out.push({ ...removal, id: `v-${month}`, otherResidents: shape.others, otherArea: String(shape.others * 20) });
    for (const shop of shops) out.push({ ...removal, id: `v-${shop.id}-${month}`, premises: shop.id });
  }
  for (const shop of shops) shop['waste'] = { terms: [shopTerms(shape, mass)] };
  const away = new Set<string>();
  for (const [index, one] of shape.absences.entries()) {
    const premises = dwellings[one.flat % Math.max(1, dwellings.length)];
    const people = records.filter(({ kind, premises: of }) => kind === 'resident' && of === premises?.id);
    const person = people[one.person % Math.max(1, people.length)]?.['person'];
    if (premises === undefined || person === undefined || away.has(`${premises.id} ${person}`)) continue;
    away.add(`${premises.id} ${person}`);
    const from = onDay(one.from);
    const to = addDays(from, one.days + 1);
    out.push({
      kind: 'absence',
      id: `away-${index}`,
      premises: premises.id,
      person,
      from,
      to,
      appliedOn: addDays(to, one.applied),
      documents: [{ what: 'справка' }],
    });
  }
  let busy = '';
  for (const [index, one] of [...shape.incidents].sort((a, b) => (onDay(a.from) < onDay(b.from) ? -1 : 1)).entries()) {
    const from = onDay(one.from);
    if (from <= busy) continue;
    const to = addDays(from, Math.ceil(one.hours / 24));
    busy = to;
    const flat = one.flat === null ? undefined : dwellings[one.flat % Math.max(1, dwellings.length)];
    out.push({
      kind: 'incident',
      id: `late-${index}`,
      house: 'h',
      ...(flat === undefined ? {} : { premises: [flat.id] }),
      service: 'waste',
      type: 'interruption',
      from: `${from}T05`,
      to: `${to}T05`,
      ...(one.above ? { hoursAbove: String(one.hours) } : { weather: one.warm ? 'warm' : 'cold' }),
      recordedOn: addDays(to, one.late),
      document: 'акт',
    });
  }
};

/** A basis by containers begins and ends with a month. */
const laterBasis = (by: WasteShape['by'], [next, [month, of]]: NonNullable<WasteShape['later']>): readonly [string, Day] =>
  [
    next,
    by === 'containersPerson' || by === 'containersArea' || next === 'containersPerson'
      ? firstDay(MONTHS[month] as Month)
      : day(MONTHS[month] as Month, of),
  ] as const;

const shopTerms = ({ shop }: WasteShape, mass: boolean): object => {
  const of = { from: '2020-01-01', document: 'договор' };
  if (shop === 'units') return { ...of, by: 'units', normative: 'nw-unit', units: '12.5' };
  if (shop === 'contract') return { ...of, by: 'contract', volume: '1.2345', unit: mass ? 't' : 'm3' };
  return shop === 'none' ? { ...of, by: 'none', why: 'parking' } : { ...of, by: 'containers' };
};
