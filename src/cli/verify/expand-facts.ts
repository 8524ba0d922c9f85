import { GROUPS } from '../../exchange/groups';
import { type FactRecord, factRecord } from '../../model/records';
import { ALWAYS, type Draft, given, houseIdOf } from './draft';
import { commonOf } from './expand-common';
import { flatOf } from './expand-flat';
import { heatingOf } from './expand-heating';
import { defectsOf, housingOf } from './expand-housing';
import { incidentsOf } from './expand-incidents';
import { pricesOf, servicesOf } from './expand-prices';
import { limitsOf } from './expand-ranges';
import { wasteOf } from './expand-waste';
import type { CaseFacts } from './facts-schema';

/** Facts common to a file, completed and replaced by those of a case: houses field by field, series and services one by one, flats whole. */
export const mergedFacts = (common: CaseFacts | undefined, own: CaseFacts): CaseFacts =>
  common === undefined
    ? own
    : {
        ...common,
        ...own,
        house: { ...common.house, ...own.house },
        tariffs: { ...common.tariffs, ...own.tariffs },
        normatives: { ...common.normatives, ...own.normatives },
        otherNormatives: { ...common.otherNormatives, ...own.otherNormatives },
        services: { ...common.services, ...own.services },
        ...given({
          heating: common.heating === undefined && own.heating === undefined ? undefined : { ...common.heating, ...own.heating },
        }),
        ...given({ waste: common.waste === undefined && own.waste === undefined ? undefined : { ...common.waste, ...own.waste } }),
        ...(common.common === undefined && own.common === undefined ? {} : { common: { ...common.common, ...own.common } }),
        ...given({ ranges: common.ranges === undefined && own.ranges === undefined ? undefined : { ...common.ranges, ...own.ranges } }),
      };

/**
 * The fact records that short facts stand for (docs/guide/cases.md shows them).
 *
 * @param before month of debt of the opening saldo: the one before the first month of the case
 */
export const expandFacts = (facts: CaseFacts, before: string): readonly FactRecord[] => {
  const drafts: Draft[] = [];
  const full = fullRecords(facts);
  if (!full.some(({ kind }) => kind === 'house')) drafts.push(houseOf(facts));
  drafts.push(...pricesOf(facts), ...limitsOf(facts), ...servicesOf(facts), ...housingOf(facts), ...commonOf(facts), ...heatingOf(facts));
  drafts.push(...wasteOf(facts), ...incidentsOf(facts), ...defectsOf(facts));
  for (const [index, flat] of (facts.flats ?? []).entries()) drafts.push(...flatOf(facts, flat, index + 1, before));
  drafts.push(...full);
  const providers = new Set(drafts.flatMap((one) => ('provider' in one ? [String(one['provider'])] : [])));
  for (const one of full) if (one.kind === 'provider') providers.delete(one.id);
  for (const id of providers) drafts.push({ kind: 'provider', id, name: id });
  return drafts.map((draft) => factRecord.parse(draft));
};

const fullRecords = ({ records }: CaseFacts): Draft[] =>
  GROUPS.flatMap(({ name, kind }) => {
    const list = (records as Readonly<Record<string, unknown>> | undefined)?.[name];
    return Array.isArray(list) ? list.map((one): Draft => ({ kind, ...(one as { readonly id: string }) })) : [];
  });

const houseOf = (facts: CaseFacts): Draft => {
  const { house } = facts;
  return {
    kind: 'house',
    id: houseIdOf(facts),
    address: 'Дом из примера',
    region: house?.region ?? 'регион',
    ...given({
      policies: house?.policies,
      capitalRepairExempt: house?.capitalRepairExempt,
      billedSince: house?.billedSince,
      management: house?.management && Object.entries(house.management).map(([from, kind]) => ({ from, kind })),
      premisesArea: house?.premisesArea === undefined ? undefined : [{ from: ALWAYS, value: house.premisesArea }],
      readingWindow: [
        ...Object.entries(house?.readingWindow ?? {}).map(([from, cutoffDay]) => ({ from, cutoffDay })),
        ...(house?.readingWindows ?? []),
      ],
      multipliers:
        house?.multipliers &&
        Object.entries(house.multipliers).flatMap(([service, series]) =>
          Object.entries(series ?? {}).map(([from, value]) => ({ service, from, value, act: 'акт региона' })),
        ),
    }),
  };
};
