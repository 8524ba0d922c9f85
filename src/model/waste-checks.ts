import { monthOf } from '../kernel/calendar';
import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import { PriceReferences } from './price-references';
import type { PremisesRecord, ServiceRecord, WasteRemovalRecord } from './records';
import { type PremisesWasteTerms, type ServiceWaste, WASTE_NORMATIVE_UNITS } from './waste-fields';
import { formOfNormative, type WasteAmount, type WasteForm } from './waste-form';

const UNITS = ['m3/person-month', 'm3/m2-month', ...WASTE_NORMATIVE_UNITS] as const;

/** Normative units of whom or of what, in volume or in mass. */
const unitsOf = (base: WasteForm['base'], amount: WasteAmount | null): readonly string[] =>
  UNITS.filter((unit) => {
    const form = formOfNormative(unit);
    return form !== null && form.base === base && (amount === null || form.amount === amount);
  });

const isContainers = (by: ServiceWaste['basis'][number]['by']): boolean => by === 'containersPerson' || by === 'containersArea';

/** What the terms of waste say of the way it is charged: days, normatives and their units. */
export const checkWaste = (service: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  const { waste } = service;
  if (service.service !== 'waste') {
    if (waste !== undefined)
      problems.push({ code: 'service-field-misplaced', at: at(service), value: 'waste', facts: { service: service.service } });
    return;
  }
  if (waste === undefined) {
    problems.push({ code: 'waste-basis-missing', at: at(service), facts: { day: service.from } });
    return;
  }
  const references = new PriceReferences(service, groups, problems);
  const amount: WasteAmount = groups.tariffs.get(service.tariff)?.unit === 'RUB/t' ? 'mass' : 'volume';
  const basis = [...waste.basis].sort((a, b) => byText(a.from, b.from));
  if (basis[0] !== undefined && basis[0].from > service.from)
    problems.push({ code: 'waste-basis-missing', at: at(service), facts: { day: service.from, seriesFrom: basis[0].from } });
  for (const [index, one] of basis.entries()) {
    const before = basis[index - 1];
    const place = `${at(service)} waste.basis`;
    if (before?.from === one.from) problems.push({ code: 'series-overlap', at: place, value: one.from });
    if (before !== undefined && !one.from.endsWith('-01') && (isContainers(one.by) || isContainers(before.by)))
      problems.push({ code: 'waste-basis-mid-month', at: place, value: one.from });
    if (isContainers(one.by)) continue;
    if (one.normative === undefined)
      problems.push({ code: 'waste-normative-missing', at: place, value: one.by, facts: { from: one.from } });
    references.normative(one.normative, unitsOf(one.by === 'area' ? 'm2' : 'person', amount), 'waste.basis.normative');
  }
  checkStretches(waste.yearly ?? [], `${at(service)} waste.yearly`, problems);
};

interface Stretch {
  readonly from: ServiceRecord['from'];
  readonly to: ServiceRecord['to'];
}

const checkStretches = (list: readonly Stretch[], place: string, problems: AssemblyProblem[]): void => {
  const sorted = [...list].sort((a, b) => byText(a.from, b.from));
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (one.to !== null && one.to <= one.from) problems.push({ code: 'interval-empty', at: place, facts: { from: one.from, to: one.to } });
    if (before !== undefined && overlaps(before, one)) problems.push({ code: 'series-overlap', at: place, value: one.from });
  }
};

const FIELDS = {
  units: ['normative', 'units'],
  contract: ['volume'],
  containers: [],
  none: ['why'],
} as const satisfies Record<PremisesWasteTerms['by'], readonly (keyof PremisesWasteTerms)[]>;

/** What a premises pays for waste: each way has its fields, and one holds on a day. */
export const checkPremisesWaste = (premises: PremisesRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  for (const { service, by } of premises.sharing ?? [])
    if (service === 'waste' && by !== 'own')
      problems.push({ code: 'service-field-misplaced', at: `${at(premises)} sharing`, value: by, facts: { service } });
  const { waste } = premises;
  if (waste === undefined) return;
  const place = `${at(premises)} waste.terms`;
  const references = new PriceReferences(premises, groups, problems);
  for (const one of waste.terms) {
    for (const field of FIELDS[one.by])
      if (one[field] === undefined)
        problems.push({ code: 'waste-terms-field', at: place, value: field, facts: { by: one.by, from: one.from } });
    if (one.by === 'units') references.normative(one.normative, unitsOf('unit', null), 'waste.terms.normative');
  }
  checkStretches(waste.terms, place, problems);
  checkStretches(waste.owners ?? [], `${at(premises)} waste.owners`, problems);
};

/** What was removed: one fact a month of the house and of each of its premises. */
export const removalsOf = (house: string, groups: Groups, problems: AssemblyProblem[]): readonly WasteRemovalRecord[] => {
  const list = (groups.removals.get(house) ?? []).sort(
    (a, b) => byText(a.month, b.month) || byText(a.premises ?? '', b.premises ?? '') || byId(a, b),
  );
  for (const [index, one] of list.entries()) {
    if (one.premises !== undefined && groups.premises.get(one.premises)?.house !== house)
      problems.push({ code: 'unknown-reference', at: at(one), value: one.premises, facts: { refersTo: 'premises' } });
    const before = list[index - 1];
    if (before !== undefined && before.month === one.month && before.premises === one.premises)
      problems.push({ code: 'waste-removal-twice', at: at(one), value: one.month, facts: { other: before.id } });
  }
  return list;
};

/** The way waste is charged on a day of the terms. */
export const basisOn = ({ waste }: ServiceRecord, day: string): ServiceWaste['basis'][number] | undefined => {
  let found: ServiceWaste['basis'][number] | undefined;
  for (const one of waste?.basis ?? []) if (one.from <= day && (found === undefined || one.from > found.from)) found = one;
  return found;
};

/** The order of the yearly recalculation that a month stands under; a month belongs to it by its first day. */
export const yearlyOf = ({ waste }: ServiceRecord, month: string): NonNullable<ServiceWaste['yearly']>[number] | undefined =>
  waste?.yearly?.find((one) => monthOf(one.from) <= month && (one.to === null || month < monthOf(one.to)));
