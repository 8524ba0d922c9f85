import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { HEATING_MADE } from '../house/heating-made';
import type { Month } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { HouseFacts } from '../model/facts';
import type { HeatingResource } from '../model/record-parts';
import { calculate } from '../norms/formula';
import { monthsOfYear, yearOf } from './heating-book';
import type { HeatingMonth } from './heating-types';
import type { PricedMonth, PricedTerms } from './prices';

/** A resource spent for heating in a month, or its monthly average of the year before. */
export interface SpentResource {
  readonly volume: number;
  readonly source: string;
  /** Sum of the year that the average is of; `null` for the month itself. */
  readonly year: number | null;
}

/** What an own boiler took, by resource. */
export interface SpentForHeat {
  readonly volumes: Readonly<Partial<Record<HeatingResource, SpentResource>>>;
  readonly problems: readonly BillingProblem[];
}

/**
 * Resources that the boiler of a house spent for heating (ПП № 354, п. 54): of the month by acts, or where payment is even the average of the year
 * before. A resource of the terms without any volume is a problem, for nothing of it could be charged.
 */
export const spentForHeat = (facts: HouseFacts, context: PricedMonth, found: HeatingMonth, terms: PricedTerms): SpentForHeat => {
  if (found.basis !== 'own' && found.basis !== 'ownMetered') return { volumes: {}, problems: [] };
  const volumes: Partial<Record<HeatingResource, SpentResource>> = {};
  const problems: BillingProblem[] = [];
  const resources = new Set(terms.stretches.flatMap(({ made }) => made.map(({ resource }) => resource)));
  for (const resource of resources) {
    const own = found.facts.uniform ? averageSpent(facts, context.month, resource) : spentIn(facts, [context.month], resource);
    if (own === null)
      problems.push({
        code: 'made-volume-missing',
        at: `service ${terms.stretches[0]?.record.id}`,
        value: resource,
        facts: { month: context.month },
      });
    else volumes[resource] = own;
  }
  return { volumes, problems };
};

const spentIn = (facts: HouseFacts, months: readonly Month[], resource: HeatingResource): SpentResource | null => {
  const acts = facts.common.volumes.filter(
    (one) => one.service === 'heating' && one.what === 'forHeating' && one.resource === resource && months.includes(one.month),
  );
  if (acts.length === 0) return null;
  const volume = acts.reduce((sum, one) => sum + scaledSafe(one.volume, VOLUME_SCALE), 0);
  return { volume, source: acts.map(({ source }) => source).join('; '), year: null };
};

const averageSpent = (facts: HouseFacts, month: Month, resource: HeatingResource): SpentResource | null => {
  const year = yearOf(month) - 1;
  const spent = spentIn(facts, monthsOfYear(year), resource);
  if (spent === null) return null;
  const of = HEATING_MADE[resource].average as typeof HEATING_MADE.gas.average;
  const volume = calculate(of, { Vг: scaled(spent.volume, VOLUME_SCALE, 'm3'), m: scaled(12, 0, 'month') });
  return { volume: volume === null ? Number.NaN : Number(volume), source: `среднее за ${year} год`, year: spent.volume };
};
