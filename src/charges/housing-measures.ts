import { areasWithin } from '../consumption/area';
import { peopleWithin } from '../consumption/residents';
import { serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { PremisesFacts } from '../model/facts';
import type { HousingUnit } from '../model/housing-services';
import { QUANTITY_SCALE } from './housing-formulas';
import type { PricedMonth, PricedTerms } from './prices';

/** So much on the days `[from, to)`: square metres, people, units of a premises. */
export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** On the scale of quantities. */
  readonly value: number;
  /** What people read beside it. */
  readonly note?: string;
}

const ONE = 10 ** QUANTITY_SCALE;

/** What a premises is charged for on some days; a problem is told and the answer is `null`. */
export const measuresOf = (
  context: PricedMonth,
  terms: PricedTerms,
  unit: HousingUnit,
  premises: PremisesFacts,
  from: number,
  to: number,
): readonly Measure[] | null => {
  switch (unit) {
    case 'm2-month': {
      const areas = areasWithin(premises, from, to);
      if (areas !== null) return areas.map(({ area, ...one }) => ({ ...one, value: area }));
      context.problems.push({ code: 'area-missing', at: `premises ${premises.premises.id}`, facts: { month: context.month } });
      return null;
    }
    case 'person-month':
      return premises.premises.type === 'nonResidential' ? [] : people(context, premises, from, to);
    case 'unit-month':
      return units(premises, terms.item ?? '', from, to);
    default:
      return [{ from, to, text: '1', value: ONE }];
  }
};

const people = (context: PricedMonth, premises: PremisesFacts, from: number, to: number): readonly Measure[] | null => {
  const counted = context.policies.residents === 'firstDay';
  const found = peopleWithin(premises, from, counted ? from + 1 : to, context.temporaryDays);
  const measures: Measure[] = [];
  for (const { persons, owners, ...days } of found) {
    const end = counted ? to : days.to;
    if (owners && context.policies.housingNobody === 'nothing') continue;
    if (persons < 0) {
      context.problems.push({ code: 'owners-missing', at: `premises ${premises.premises.id}`, facts: { month: context.month } });
      return null;
    }
    measures.push({
      from: days.from,
      to: end,
      text: String(persons),
      value: persons * ONE,
      ...(owners ? { note: 'никто не проживает, по числу собственников' } : {}),
    });
  }
  return measures;
};

const units = ({ premises }: PremisesFacts, item: string, from: number, to: number): readonly Measure[] =>
  (premises.units ?? [])
    .filter((one) => one.item === item)
    .map((one) => ({
      from: Math.max(from, serial(one.from)),
      to: one.to === null ? to : Math.min(to, serial(one.to)),
      text: one.quantity,
      value: scaledSafe(one.quantity, QUANTITY_SCALE),
    }))
    .filter((one) => one.to > one.from)
    .sort((a, b) => a.from - b.from);

/** Quantity × days. */
export const measureDays = (measures: readonly Measure[]): number =>
  measures.reduce((sum, { value, from, to }) => sum + value * (to - from), 0);
