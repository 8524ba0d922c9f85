import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { HEATING_NO_NEW_UNIFORM } from '../norms/federal/heating';
import { valueOn } from '../norms/parameter';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import type { HeatingFacts, PremisesFacts } from './facts';
import type { HeatAllocatorsRecord, HeatingTermsRecord, HeatingTerritoryRecord } from './heating-records';
import { PriceReferences } from './price-references';
import type { NormativeRecord, ServiceRecord } from './records';

/** Heating of a house, nested and checked; `null` where the house has no terms of it. */
export const heatingFacts = (
  house: string,
  services: readonly ServiceRecord[],
  premises: readonly PremisesFacts[],
  groups: Groups,
  problems: AssemblyProblem[],
): HeatingFacts | null => {
  const [terms, other] = groups.heatingTerms.get(house) ?? [];
  const service = services.find((one) => one.service === 'heating');
  if (terms === undefined) {
    if (service !== undefined) problems.push({ code: 'heating-terms-missing', at: at(service), value: house });
    return null;
  }
  if (other !== undefined) problems.push({ code: 'heating-terms-twice', at: at(other), value: house, facts: { other: terms.id } });
  const territory = groups.heatingTerritories.get(terms.territory);
  if (territory === undefined) {
    problems.push({ code: 'unknown-reference', at: at(terms), value: terms.territory, facts: { refersTo: 'heatingTerritory' } });
    return null;
  }
  new PriceReferences(terms, groups, problems).normative(terms.hotWaterNormative, ['Gcal/m3'], 'hotWaterNormative');
  checkTerritory(territory, problems);
  checkSeasons(terms, terms.seasons ?? [], problems);
  for (const one of services) if (one.service === 'heating') checkNormative(one, groups, problems);
  for (const one of premises) checkDevices(one, problems);
  return { terms, territory, allocators: allocatorsOf(premises, groups, problems) };
};

/** A territory that paid in the season may not go over to even payment any more, unless a document says otherwise. */
const checkTerritory = (territory: HeatingTerritoryRecord, problems: AssemblyProblem[]): void => {
  checkSeasons(territory, territory.seasons, problems);
  const modes = [...territory.modes].sort((a, b) => byText(a.from, b.from));
  for (const [index, one] of modes.entries()) {
    const before = modes[index - 1];
    if (before?.from === one.from) problems.push({ code: 'series-overlap', at: `${at(territory)} modes`, value: one.from });
    const forbidden = valueOn(HEATING_NO_NEW_UNIFORM, one.from);
    if (
      before?.mode === 'season' &&
      one.mode === 'uniform' &&
      one.override === undefined &&
      !(forbidden.ok && forbidden.value.value === '0')
    )
      problems.push({ code: 'heating-mode-forbidden', at: `${at(territory)} modes`, value: one.from });
  }
};

const checkSeasons = (
  record: HeatingTerritoryRecord | HeatingTermsRecord,
  seasons: HeatingTerritoryRecord['seasons'],
  problems: AssemblyProblem[],
): void => {
  const sorted = [...seasons].sort((a, b) => byText(a.from, b.from));
  for (const [index, one] of sorted.entries()) {
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: `${at(record)} seasons`, facts: { from: one.from, to: one.to } });
    const before = sorted[index - 1];
    if (before !== undefined && overlaps(before, one))
      problems.push({ code: 'heating-season-overlap', at: `${at(record)} seasons`, value: one.from, facts: { other: before.from } });
  }
};

/** A normative of heating says what it is per, and rows of buildings stand in no other. */
const checkNormative = (service: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  const record: NormativeRecord | undefined = service.normative === undefined ? undefined : groups.normatives.get(service.normative);
  if (record === undefined || record.unit !== 'Gcal/m2-month') return;
  if (record.heating === undefined || (record.heating.per === 'calendarMonth' && record.heating.months === undefined))
    problems.push({ code: 'heating-normative-basis', at: at(record), value: record.code });
};

/** Days of sources and allocators are days; a room of a flat has none of its own, the flat is charged and its rooms share. */
const checkDevices = ({ premises }: PremisesFacts, problems: AssemblyProblem[]): void => {
  for (const field of ['heatingDevices', 'heatSources', 'heatAllocators'] as const)
    if (premises.within !== undefined && premises[field] !== undefined)
      problems.push({ code: 'service-field-misplaced', at: at(premises), value: field, facts: { service: 'room' } });
  const allocators = premises.heatAllocators ?? [];
  for (const one of [...allocators, ...(premises.heatSources ?? [])])
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(premises), facts: { from: one.from, to: one.to } });
};

const NONE: ReadonlyMap<number, readonly HeatAllocatorsRecord[]> = new Map();

const allocatorsOf = (
  premises: readonly PremisesFacts[],
  groups: Groups,
  problems: AssemblyProblem[],
): ReadonlyMap<number, readonly HeatAllocatorsRecord[]> => {
  if (groups.heatAllocators.size === 0) return NONE;
  const found = new Map<number, readonly HeatAllocatorsRecord[]>();
  for (const [index, { premises: one }] of premises.entries()) {
    const own = groups.heatAllocators.get(one.id);
    if (own === undefined) continue;
    const sorted = [...own].sort((a, b) => byText(a.from, b.from) || byText(a.id, b.id));
    for (const [place, record] of sorted.entries()) {
      const before = sorted[place - 1];
      if (record.to < record.from) problems.push({ code: 'interval-empty', at: at(record), facts: { from: record.from, to: record.to } });
      if (before !== undefined && before.to >= record.from)
        problems.push({ code: 'heat-allocators-twice', at: at(record), value: one.id, facts: { other: before.id } });
    }
    found.set(index, sorted);
  }
  return found;
};
