import { serial } from '../kernel/calendar';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { isHouseSum } from '../model/housing-services';
import { houseSum, partOfHouse } from './housing-house-sum';
import { type Measure, measuresOf } from './housing-measures';
import { billedDays, excludedBy } from './housing-payers';
import { HOUSING_BASIS, measuredVolume, moneyOf, type PremisesSum, sharedSum, unitOf } from './housing-shares';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';
import { slotSpec } from './slot';

/** Sums of a premises that are shared between its payers, in the order of the stretches; rooms of a flat answer for themselves. */
export const premisesSums = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  index: number,
  group: number,
): readonly PremisesSum[] =>
  terms.stretches.flatMap((stretch, place) => {
    const unit = unitOf(stretch);
    const premises = facts.premises[index] as PremisesFacts;
    const excluded = excludedBy(stretch.record, premises.premises) !== null;
    if (isHouseSum(unit) && houseSum(facts, context, terms, place) === null) return [];
    if (excluded) return [];
    const sum = isHouseSum(unit)
      ? partOfHouse(facts, context, terms, place, index)
      : ofMeasures(facts, context, terms, place, premises, group);
    return sum === null ? [] : [sum];
  });

const ofMeasures = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  place: number,
  premises: PremisesFacts,
  group: number,
): PremisesSum | null => {
  const stretch = terms.stretches[place] as PricedStretch;
  const unit = unitOf(stretch);
  const measures: Measure[] = [];
  const held = heldDays(premises, stretch.from, stretch.to);
  if (held === null) return null;
  for (const days of billedDays(facts, context, stretch.record, held.from, held.to)) {
    const found = measuresOf(context, terms, unit, premises, days.from, days.to);
    if (found === null) return null;
    measures.push(...found);
  }
  if (measures.length === 0) return null;
  const { price } = slotSpec(terms, place, 'T0', 'metered', group);
  const volume = measuredVolume(unit, measures, context.days);
  const amount = moneyOf(terms, unit, volume, price);
  return {
    ...sharedSum(premises, stretch, measures, volume, amount),
    stretch: place,
    basis: HOUSING_BASIS[unit],
    price,
    measures,
    ofHouse: null,
  };
};

/** Days from the first to the last on which some account of the premises is open. */
const heldDays = ({ accounts }: PremisesFacts, from: number, to: number): { readonly from: number; readonly to: number } | null => {
  const open = accounts.map((account) => ({
    from: Math.max(from, serial(account.from)),
    to: account.to === null ? to : Math.min(to, serial(account.to)),
  }));
  const held = open.filter((days) => days.to > days.from);
  if (held.length === 0) return null;
  return { from: Math.min(...held.map((days) => days.from)), to: Math.max(...held.map((days) => days.to)) };
};
