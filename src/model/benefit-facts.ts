import { serial } from '../kernel/calendar';
import { parseExact } from '../kernel/gate';
import { overlaps } from '../kernel/interval';
import { must } from '../kernel/result';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { BenefitCover, BenefitMeasure, BenefitRecord, SubsidyRecord } from './benefit-records';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { BenefitFacts, PremisesFacts } from './facts';
import { PriceReferences } from './price-references';
import type { AccountRecord, ServiceRecord } from './records';
import { SHAPES } from './text-types';

/** Benefits and subsidies of one house, each on an account or premises of it and on services that it has. */
export const benefitFacts = (
  house: string,
  premises: readonly PremisesFacts[],
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): BenefitFacts => {
  if (groups.benefits.length + groups.subsidies.length === 0) return NOTHING;
  const own = new Set(premises.map((one) => one.premises.id));
  const [first] = [...groups.houses].sort(byId);
  const benefits = groups.benefits.filter((one) => {
    const nobody = (one.account === undefined) === (one.premises === undefined);
    const place = one.premises ?? numbers.get(one.account ?? '')?.premises;
    if (nobody) return first?.id === house;
    if (one.premises !== undefined && !groups.premises.has(one.premises)) return first?.id === house;
    return place !== undefined && own.has(place);
  });
  const subsidies = groups.subsidies.filter(({ account }) => own.has(numbers.get(account)?.premises ?? ''));
  const terms = groups.services.get(house) ?? [];
  for (const one of benefits) checkBenefit(one, terms, groups, problems);
  for (const one of subsidies) checkSubsidy(one, problems);
  checkOverlaps(benefits, numbers, problems);
  return { benefits: [...benefits].sort(byId), subsidies: [...subsidies].sort(byId) };
};

const NOTHING: BenefitFacts = { benefits: [], subsidies: [] };

const WHOLE = 10n ** BigInt(SHAPES.share.scale);

const checkShare = (one: BenefitRecord | SubsidyRecord, problems: AssemblyProblem[]): void => {
  if (must(parseExact(one.share, SHAPES.share)).int > WHOLE) problems.push({ code: 'benefit-share', at: at(one), value: one.share });
};

/** Money is not below zero, and there is a minimum to compare the income with. */
const checkSubsidy = (one: SubsidyRecord, problems: AssemblyProblem[]): void => {
  checkShare(one, problems);
  for (const field of ['standard', 'income', 'minimum'] as const) {
    const { int } = must(parseExact(one[field], SHAPES.money));
    if (int < 0n || (field === 'minimum' && int === 0n)) problems.push({ code: 'benefit-field', at: at(one), value: field });
  }
};

const checkBenefit = (one: BenefitRecord, terms: readonly ServiceRecord[], groups: Groups, problems: AssemblyProblem[]): void => {
  if ((one.account === undefined) === (one.premises === undefined))
    problems.push({ code: 'benefit-for-whom', at: at(one), value: one.category });
  else if (one.premises !== undefined && !groups.premises.has(one.premises))
    problems.push({ code: 'unknown-reference', at: at(one), value: one.premises, facts: { refersTo: 'premises' } });
  checkShare(one, problems);
  if (one.to !== null && serial(one.to) <= serial(one.from))
    problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
  for (const [index, cover] of one.covers.entries()) checkCover(one, cover, index, terms, groups, problems);
};

/** Services that each measure can look at. */
const MEASURED: Readonly<Record<BenefitMeasure, readonly string[] | null>> = {
  volume: ['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'waste'],
  normative: ['coldWater', 'hotWater', 'sewerage', 'electricity', 'gas', 'waste'],
  area: ['maintenance', 'rent', 'capitalRepair', 'additional', 'targetFee', 'heating'],
  fixed: null,
  whole: null,
};

/** The field that a measure needs, and that no other has. */
const FIELD: Readonly<Partial<Record<BenefitMeasure, 'area' | 'amount'>>> = { area: 'area', fixed: 'amount' };

const checkCover = (
  one: BenefitRecord,
  cover: BenefitCover,
  index: number,
  terms: readonly ServiceRecord[],
  groups: Groups,
  problems: AssemblyProblem[],
): void => {
  const { service, item, by, normative } = cover;
  const name = item === undefined ? service : `${service}, ${item}`;
  const own = terms.filter((record) => record.service === service && record.item === item);
  const refuse = (why: 'unknown' | 'twice' | 'measure' | 'unit'): void => {
    problems.push({ code: 'benefit-service', at: `${at(one)} covers.${index}`, value: name, facts: { why, by } });
  };
  if (own.length === 0) refuse('unknown');
  else if (one.covers.slice(0, index).some((before) => before.service === service && before.item === item)) refuse('twice');
  else if (MEASURED[by]?.includes(service) === false) refuse('measure');
  else if (own.some((record) => !fits(record, by, groups))) refuse('unit');
  for (const field of ['area', 'amount'] as const)
    if ((cover[field] !== undefined) !== (FIELD[by] === field)) misplaced(one, index, field, by, problems);
  const perPerson = by === 'volume' || by === 'normative';
  if (normative !== undefined && !perPerson) misplaced(one, index, 'normative', by, problems);
  if (perPerson && normative === undefined && own.some((record) => needsOwn(record))) misplaced(one, index, 'normative', by, problems);
  if (cover.amount?.startsWith('-') === true) misplaced(one, index, 'amount', by, problems);
  new PriceReferences(one, groups, problems).normative(
    normative,
    [service === 'electricity' ? 'kWh/person-month' : 'm3/person-month'],
    `covers.${index}.normative`,
  );
};

/** Gas has norms by its equipment and waste by its terms: a benefit names its own. */
const needsOwn = ({ service, normative }: ServiceRecord): boolean => service === 'gas' || service === 'waste' || normative === undefined;

/** Volumes are cubic metres or kilowatt-hours, areas are priced per square metre. */
const fits = ({ service, tariff }: ServiceRecord, by: BenefitMeasure, groups: Groups): boolean => {
  const { unit } = groups.tariffs.get(tariff) ?? { unit: '' };
  if (by === 'area') return service === 'heating' || unit === 'RUB/m2-month';
  return by === 'fixed' || by === 'whole' || unit !== 'RUB/t';
};

const misplaced = (one: BenefitRecord, index: number, field: string, by: BenefitMeasure, problems: AssemblyProblem[]): void => {
  problems.push({ code: 'benefit-field', at: `${at(one)} covers.${index}`, value: field, facts: { by } });
};

/** A person has one category on an account once at a time. */
const checkOverlaps = (
  benefits: readonly BenefitRecord[],
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): void => {
  const whom = ({ account, premises }: BenefitRecord): string =>
    account === undefined ? `${premises}` : (numbers.get(account)?.id ?? account);
  const keyOf = (one: BenefitRecord): string => `${whom(one)}|${one.person}|${one.category}|${one.paid}`;
  const sorted = [...benefits].sort((a, b) => byText(keyOf(a), keyOf(b)) || byText(a.from, b.from) || byId(a, b));
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && keyOf(before) === keyOf(one) && overlaps(before, one))
      problems.push({ code: 'benefits-overlap', at: at(one), value: one.category, facts: { person: one.person, other: before.id } });
  }
};
