import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { HOUSING_TARIFF_UNITS } from './housing-services';
import { checkOwnProduction } from './own-production';
import { PriceReferences } from './price-references';
import type { GroupTerms } from './pricing-terms';
import { checkRanges } from './ranges-checks';
import type { PremisesRecord, ServiceRecord } from './records';

/** Units of the volume tariff of a service. */
export const TARIFF_UNITS: Readonly<Record<ServiceRecord['service'], readonly string[]>> = {
  coldWater: ['RUB/m3'],
  hotWater: ['RUB/m3'],
  sewerage: ['RUB/m3'],
  electricity: ['RUB/kWh'],
  gas: ['RUB/m3'],
  heating: ['RUB/Gcal'],
  waste: ['RUB/m3'],
  maintenance: HOUSING_TARIFF_UNITS,
  rent: HOUSING_TARIFF_UNITS,
  capitalRepair: ['RUB/m2-month'],
  targetFee: HOUSING_TARIFF_UNITS,
  additional: HOUSING_TARIFF_UNITS,
};

/**
 * Units that a tariff of the service may have: waste is paid by volume or by mass, and all of its tariffs alike; heat made in the house is priced by
 * its resources, so its tariff may be any of theirs.
 */
export const tariffUnits = ({ service, tariff, made }: ServiceRecord, groups: Groups): readonly string[] => {
  if (service === 'heating' && made !== undefined) return ['RUB/Gcal', 'RUB/m3', 'RUB/kWh'];
  return service === 'waste' && groups.tariffs.get(tariff)?.unit === 'RUB/t' ? ['RUB/t'] : TARIFF_UNITS[service];
};

/** Units of the tariff for capacity or load, by service. */
const CONSTANT_UNITS = {
  coldWater: ['RUB/(m3/h)-month'],
  hotWater: ['RUB/(m3/h)-month', 'RUB/(Gcal/h)-month'],
  sewerage: ['RUB/(m3/h)-month'],
  electricity: ['RUB/kW-month'],
  gas: [],
  heating: [],
  waste: [],
  maintenance: [],
  rent: [],
  capitalRepair: [],
  targetFee: [],
  additional: [],
} as const;

/** What a service says about several prices for one volume: zones, ranges, capacity, groups of consumers. */
export const checkPricing = (service: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  const references = new PriceReferences(service, groups, problems);
  const units = tariffUnits(service, groups);
  checkTerms(service, service, '', units, references, problems);
  for (const [name, terms] of Object.entries(service.tariffGroups ?? {}))
    checkTerms(service, terms, `tariffGroups.${name}.`, units, references, problems);
  checkOwnProduction(service, references, problems);
};

const checkTerms = (
  service: ServiceRecord,
  terms: GroupTerms,
  path: string,
  units: readonly string[],
  references: PriceReferences,
  problems: AssemblyProblem[],
): void => {
  references.tariff(terms.tariff, units, `${path}tariff`);
  for (const field of ['zoneTariffs', 'twoZoneTariffs'] as const)
    for (const [zone, code] of Object.entries(terms[field] ?? {})) references.tariff(code, units, `${path}${field}.${zone}`);
  references.tariff(terms.constantTariff, CONSTANT_UNITS[service.service], `${path}constantTariff`);
  checkRanges(service, terms, path, units, references, problems);
};

/** Most premises have nothing that prices them apart: nothing is checked for them. */
export const isPricedApart = ({ tariffGroups, capacities, electricHeating }: PremisesRecord): boolean =>
  tariffGroups.length + capacities.length + electricHeating.length > 0;

/** Groups that a premises is in are priced by some service of its house; its capacities follow one another. */
export const checkPricedPremises = (premises: PremisesRecord, services: readonly ServiceRecord[], problems: AssemblyProblem[]): void => {
  const { tariffGroups, capacities, electricHeating } = premises;
  for (const [index, { from, group }] of tariffGroups.entries()) {
    if (group !== null && !services.some((one) => Object.hasOwn(one.tariffGroups ?? {}, group)))
      problems.push({ code: 'tariff-group-unknown', at: `${at(premises)} tariffGroups`, value: group });
    if (tariffGroups.findIndex((one) => one.from === from) !== index)
      problems.push({ code: 'series-overlap', at: `${at(premises)} tariffGroups`, value: from });
  }
  for (const [field, list] of [
    ['capacities', capacities],
    ['electricHeating', electricHeating],
  ] as const)
    for (const { from, to } of list)
      if (to !== null && to <= from) problems.push({ code: 'interval-empty', at: `${at(premises)} ${field}`, facts: { from, to } });
  const sorted = [...capacities].sort((a, b) => byText(a.service, b.service) || byText(a.from, b.from));
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.service === one.service && overlaps(before, one))
      problems.push({ code: 'series-overlap', at: `${at(premises)} capacities`, value: one.from });
  }
};
