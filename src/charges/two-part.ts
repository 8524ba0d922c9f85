import { NORMATIVE_SCALE, roundedVolume } from '../consumption/formulas';
import { piecesOf } from '../consumption/piece';
import { dayFromSerial, serial } from '../kernel/calendar';
import { during, overDays, partOfMonth } from '../kernel/expression';
import { scaledSafe } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import type { CapacityUnit } from '../model/pricing-terms';
import type { PremisesRecord, TariffRecord } from '../model/records';
import { PP354 } from '../norms/acts';
import { formula, given } from '../norms/formula';
import type { Block } from './block';
import type { AccountRow } from './holders';
import { CAPACITY_UNIT } from './price-sets';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import type { Step } from './range-limits';
import { Slot, type SlotSpec } from './slot';
import { setOf } from './tariff-group';

const D = given('day/month', 0, 'Дней в месяце');

const capacityFormulas = <const U extends CapacityUnit>(family: string, unit: U) => ({
  /** V = N × d / D: capacity or load for some days of the month. */
  forDays: formula({
    id: `${family}.capacity`,
    title: 'Мощность за месяц',
    symbol: 'V',
    clause: PP354.twoPart,
    inputs: { N: given(unit, NORMATIVE_SCALE, 'Мощность или нагрузка помещения'), d: given('day', 0, 'Дней'), D },
    result: `${unit}-month` as `${U}-month`,
    is: (of) => during<U>(of.N, partOfMonth(of.d, of.D)),
  }),
  /** V = W / D: the same when it changes inside the month; W sums capacity × days. */
  forStretches: formula({
    id: `${family}.capacityStretches`,
    title: 'Мощность за месяц, по дням',
    symbol: 'V',
    clause: PP354.twoPart,
    inputs: {
      W: given(`${unit}-month-day/month` as `${U}-month-day/month`, NORMATIVE_SCALE, 'Сумма мощность × дней'),
      D,
    },
    result: `${unit}-month` as `${U}-month`,
    is: (of) => overDays<`${U}-month`>(of.W, of.D),
  }),
});

const FORMULAS = {
  kW: capacityFormulas('electricity', 'kW'),
  '(m3/h)': capacityFormulas('water', '(m3/h)'),
  '(Gcal/h)': capacityFormulas('heat', '(Gcal/h)'),
} as const;

/** Capacity of a premises on some days. */
export interface CapacityShare {
  readonly from: number;
  readonly to: number;
  readonly fact: PremisesRecord['capacities'][number];
}

/** What the constant part of a two-part tariff is charged for: one group of an account on the days of one stretch. */
export interface ConstantPart {
  readonly spec: SlotSpec;
  readonly shares: readonly CapacityShare[];
}

/** Constant parts of an account in the month; capacity that is missing goes to the problems. */
export const constantParts = (context: PricedMonth, terms: PricedTerms, row: AccountRow, group: number): readonly ConstantPart[] => {
  const parts = new Map<number, CapacityShare[]>();
  for (const piece of piecesOf([row], terms, row.premises.premises.directContracts)) {
    const unit = constantUnit(terms.stretches[piece.stretch] as PricedStretch, group);
    if (unit === null) continue;
    const shares = capacitiesOn(row, terms, unit, piece.from, piece.to);
    const missing = firstMissing(shares, piece.from, piece.to);
    if (missing !== null)
      context.problems.push({
        code: 'capacity-missing',
        at: `premises ${row.premises.premises.id}`,
        value: terms.service,
        facts: { month: context.month, day: dayFromSerial(missing) },
      });
    parts.set(piece.stretch, [...(parts.get(piece.stretch) ?? []), ...shares]);
  }
  return [...parts].map(([stretch, shares]) => ({ spec: constantSpec(terms, stretch, group), shares }));
};

const constantUnit = (days: PricedStretch, group: number): CapacityUnit | null => {
  const { constant } = setOf(days, group);
  return constant === null ? null : (CAPACITY_UNIT[constant.unit as TariffRecord['unit']] ?? null);
};

const constantSpec = (terms: PricedTerms, stretch: number, group: number): SlotSpec => {
  const days = terms.stretches[stretch] as PricedStretch;
  const { constant, single } = setOf(days, group);
  const unit = constantUnit(days, group) as CapacityUnit;
  return {
    service: terms.service,
    terms,
    stretch,
    zone: 'T0',
    slotClass: 'metered',
    use: null,
    component: 'constant',
    group,
    range: null,
    unit: `${unit}-month`,
    price: constant ?? single,
    factor: null,
  };
};

const capacitiesOn = (row: AccountRow, terms: PricedTerms, unit: CapacityUnit, from: number, to: number): CapacityShare[] =>
  row.premises.premises.capacities
    .filter((fact) => fact.service === terms.service && fact.unit === unit)
    .map((fact) => ({
      from: Math.max(from, serial(fact.from)),
      to: fact.to === null ? to : Math.min(to, serial(fact.to)),
      fact,
    }))
    .filter((share) => share.to > share.from)
    .sort((a, b) => a.from - b.from);

const firstMissing = (shares: readonly CapacityShare[], from: number, to: number): number | null => {
  let day = from;
  for (const share of shares) if (share.from === day) day = share.to;
  return day < to ? day : null;
};

/** Capacity × days on the scale of a normative. */
export const capacityDays = ({ from, to, fact }: CapacityShare): number => scaledSafe(fact.value, NORMATIVE_SCALE) * (to - from);

/** The formula of the volume of a constant part. */
export const capacityBy = <T>(shares: readonly CapacityShare[], daysInMonth: number, step: Step<T>): T => {
  const [only] = shares as readonly [CapacityShare, ...CapacityShare[]];
  const of = FORMULAS[only.fact.unit] as typeof FORMULAS.kW;
  const days = scaled(daysInMonth, 0, 'day/month');
  if (shares.length === 1)
    return step(of.forDays, { N: quantity(only.fact.value, 'kW'), d: scaled(only.to - only.from, 0, 'day'), D: days });
  const sum = shares.reduce((all, share) => all + capacityDays(share), 0);
  return step(of.forStretches, { W: scaled(sum, NORMATIVE_SCALE, 'kW-month-day/month'), D: days });
};

/** Constant parts of every row, with their volumes; costs nothing for a service without a two-part tariff. */
export const fillConstants = (context: PricedMonth, terms: PricedTerms, rows: readonly AccountRow[], block: Block): void => {
  if (terms.stretches.every(({ sets }) => sets.every((set) => set === null || set.constant === null))) return;
  const made = new Map<string, Slot>();
  for (const row of rows) {
    for (const { spec, shares } of constantParts(context, terms, row, block.groups[row.row] as number)) {
      if (shares.length === 0) continue;
      const key = `${spec.stretch} ${spec.group}`;
      const slot = made.get(key) ?? new Slot(spec, rows.length, block.arena);
      made.set(key, slot);
      slot.volume[slot.mark(row.row, 'capacity')] = capacityBy(shares, context.days, (of, values) =>
        roundedVolume(of, values, context.volumeDigits),
      );
    }
  }
  block.constants[terms.index] = [...made.values()].sort((a, b) => a.spec.stretch - b.spec.stretch || a.spec.group - b.spec.group);
};
