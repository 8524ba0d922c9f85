import fc from 'fast-check';
import { addDays, addMonths, type Day, type Month, monthOf } from '../../src/kernel/calendar';
import { day, MONTHS } from './random-meter';

const at = fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 1, max: 28 }));

/** Housing services of a house in small numbers: items by every unit, owners' shares, tenants, works, prepaid services, poor quality, VAT. */
export const housingShape = fc.record({
  units: fc.subarray(['m2', 'premises', 'person', 'unit', 'houseMonth', 'house'] as const),
  capital: fc.option(fc.record({ minimum: fc.boolean(), exempt: fc.option(at), since: fc.option(at) })),
  rent: fc.boolean(),
  freed: fc.option(fc.nat({ max: 3 })),
  vat: fc.constantFrom('none' as const, 'included' as const, 'onTop' as const),
  policies: fc.record(
    {
      capitalRepairExempt: fc.constantFrom('nextMonth', 'byDays'),
      housingNobody: fc.constantFrom('owners', 'nothing'),
      prepaidCancel: fc.constantFrom('proRata', 'none'),
    },
    { requiredKeys: [] },
  ),
  /** By flat: shares of its owners beside the account of the flat. */
  owners: fc.array(fc.constantFrom([], [], ['1/2', '1/2'], ['1/3', '1/3', '1/3'], ['1/4'], ['2/7', '3/11']), { maxLength: 4 }),
  tenants: fc.array(fc.option(at, { freq: 2 }), { maxLength: 4 }),
  works: fc.array(fc.tuple(fc.nat({ max: 3 }), at, fc.nat({ max: 3 }), fc.integer({ min: 1, max: 99_999 })), { maxLength: 3 }),
  plans: fc.array(fc.tuple(fc.nat({ max: 3 }), at, fc.integer({ min: 20, max: 400 }), fc.option(fc.integer({ min: 1, max: 200 }))), {
    maxLength: 2,
  }),
  defects: fc.array(
    fc.tuple(
      fc.constantFrom(undefined, 'm2', 'premises', 'houseMonth'),
      at,
      fc.integer({ min: 1, max: 70 }),
      fc.nat({ max: 3 }),
      fc.boolean(),
    ),
    { maxLength: 3 },
  ),
});
/** What {@link housingShape} gives. */
export type HousingShape = typeof housingShape extends fc.Arbitrary<infer T> ? T : never;

interface Flat {
  readonly sale: readonly [number, number] | null;
}

const ACT = 'Протокол для проверки';
const DECISION = { document: ACT, on: '2020-01-01' };
const UNIT = {
  m2: ['RUB/m2-month', '3.107', '3.333333'],
  premises: ['RUB/premises-month', '61.5', '65'],
  person: ['RUB/person-month', '25.55', '27.01'],
  unit: ['RUB/unit-month', '450.01', '451'],
  houseMonth: ['RUB/house-month', '9000.01', '9100'],
  house: ['RUB/house', '100000.01', '100000.01'],
} as const;

const dayAt = ([month, of]: readonly [number, number]): Day => day(MONTHS[month] as Month, of);
const later = (on: Day, months: number): Day => `${addMonths(monthOf(on), months)}-${on.slice(8)}` as Day;

type Drafted = { readonly kind: string; readonly id: string; units?: unknown; tenures?: unknown; capitalRepairExempt?: unknown };

/** Add the facts of housing services to those of a house. */
export const housingFacts = (shape: HousingShape, flats: readonly Flat[], changed: Day | null, out: unknown[]): void => {
  const records = out as Drafted[];
  const tariff = (code: string, unit: string, values: readonly [string, string], vat: HousingShape['vat']) => ({
    kind: 'tariff',
    id: `t-${code}`,
    code,
    title: code,
    unit,
    reviewedThrough: '2026-12-31',
    entries: [['2020-01-01', values[0]] as const, ...(changed === null ? [] : [[changed, values[1]] as const])].map(([from, value]) => ({
      from,
      value,
      act: ACT,
      ...(vat === 'none' ? {} : { vat: { mode: vat } }),
    })),
  });
  const terms = (id: string, service: string, code: string, more: object = {}) => ({
    kind: 'service',
    id: `s-${id}`,
    house: 'h',
    service,
    provider: 'p',
    from: '2020-01-01',
    tariff: code,
    ...more,
  });
  const freed =
    shape.freed === null || shape.freed >= flats.length || flats.length === 1
      ? {}
      : { exclusions: [{ premises: [`f${shape.freed}`], why: 'решение' }] };
  for (const unit of shape.units) {
    const [of, ...values] = UNIT[unit];
    out.push(tariff(`i-${unit}`, of, values, shape.vat));
    const service = unit === 'house' ? 'targetFee' : unit === 'm2' || unit === 'houseMonth' ? 'maintenance' : 'additional';
    out.push(
      terms(`i-${unit}`, service, `i-${unit}`, {
        item: unit,
        title: unit,
        decision: DECISION,
        ...freed,
        ...(unit === 'house' ? { from: '2025-11-01', to: '2026-06-01' } : {}),
        ...(unit === 'm2' ? { legalEntityTariff: 'i-other' } : {}),
      }),
    );
    if (unit === 'm2') out.push(tariff('i-other', 'RUB/m2-month', ['2.9', '3.05'], 'onTop'));
  }
  if (shape.capital !== null) {
    const { minimum, exempt, since } = shape.capital;
    out.push(tariff('cap', 'RUB/m2-month', ['15.3', '16.01'], 'none'), tariff('cap-least', 'RUB/m2-month', ['14', '17.5'], 'none'));
    out.push(
      terms('cap', 'capitalRepair', 'cap', {
        ...(minimum ? { minimumTariff: 'cap-least', decision: DECISION } : {}),
        ...(since === null ? {} : { from: dayAt(since) }),
      }),
    );
    const house = records.find(({ kind }) => kind === 'house') as Drafted;
    if (exempt !== null) house.capitalRepairExempt = [{ from: dayAt(exempt), reason: 'emergency', act: ACT }];
  }
  if (shape.rent) out.push(tariff('rent', 'RUB/m2-month', ['12.34', '13'], 'none'), terms('rent', 'rent', 'rent'));
  for (const [index, flat] of flats.entries()) {
    const premises = records.find(({ kind, id }) => kind === 'premises' && id === `f${index}`) as Drafted;
    premises.units = [
      { item: 'unit', from: '2020-01-01', to: '2026-02-11', quantity: '2' },
      { item: 'unit', from: '2026-02-11', quantity: '1.5' },
    ];
    for (const [place, share] of (shape.owners[index] ?? []).entries()) {
      const [part, of] = share.split('/').map(Number);
      out.push({
        kind: 'account',
        id: `f${index}-s${place}`,
        number: `f${index}-share-${place}`,
        premises: `f${index}`,
        from: '2020-01-01',
        share: { part, of },
        ...(place === 0 && flat.sale !== null ? { to: dayAt(flat.sale) } : {}),
      });
    }
    const tenant = shape.tenants[index] ?? null;
    const account = records.find(({ kind, id }) => kind === 'account' && id === `f${index}-a`) as Drafted;
    if (tenant !== null)
      account.tenures = [
        { from: '2020-01-01', kind: 'tenant', document: ACT },
        { from: dayAt(tenant), kind: 'owner', document: ACT },
      ];
  }
  const vat = shape.vat === 'none' ? {} : { vat: { mode: shape.vat } };
  for (const [place, [of, on, late, kopecks]] of shape.works.entries()) {
    if (of >= flats.length) continue;
    out.push({
      kind: 'paidWork',
      id: `w${place}`,
      premises: `f${of}`,
      provider: 'p',
      on: dayAt(on),
      ...(late === 0 ? {} : { receivedOn: later(dayAt(on), late) }),
      item: 'sealing',
      title: 'Опломбировка',
      quantity: '1.25',
      price: (kopecks / 100).toFixed(2),
      document: ACT,
      ...vat,
    });
  }
  for (const [place, [of, on, days, cancelled]] of shape.plans.entries()) {
    const flat = flats[of];
    if (flat === undefined) continue;
    const from = dayAt(on);
    const sold = flat.sale === null ? null : dayAt(flat.sale);
    out.push({
      kind: 'prepaid',
      id: `p${place}`,
      account: `f${of}-${sold === null || from < sold ? 1 : 2}`,
      provider: 'p',
      item: `plan-${place}`,
      title: 'Интернет',
      from,
      to: addDays(from, days),
      price: '3650.01',
      document: ACT,
      ...vat,
      ...(cancelled === null || cancelled > days || sold !== null ? {} : { cancelled: { on: addDays(from, cancelled), document: ACT } }),
    });
  }
  for (const [place, [item, on, days, late, whole]] of shape.defects.entries()) {
    if (item !== undefined && !shape.units.includes(item as 'm2')) continue;
    out.push({
      kind: 'housingDefect',
      id: `d${place}`,
      house: 'h',
      service: item === 'premises' ? 'additional' : 'maintenance',
      ...(item === undefined ? {} : { item }),
      ...(whole ? {} : { premises: ['f0'] }),
      from: dayAt(on),
      to: addDays(dayAt(on), days),
      ...(late === 0 ? {} : { receivedOn: later(dayAt(on), late) }),
      document: ACT,
    });
  }
};
