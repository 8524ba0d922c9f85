import { type Day, monthOf } from '../kernel/calendar';
import { byText } from '../kernel/text-order';
import { isRateInForce } from '../norms/federal/vat';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { isHouseSum, isHousing } from './housing-services';
import { PriceReferences } from './price-references';
import type { AccountRecord, FactRecord, PremisesRecord, ServiceRecord } from './records';
import type { TariffVat } from './vat';

const HOUSING_ONLY = ['item', 'title', 'payer', 'exclusions', 'split'] as const;
const UTILITY_ONLY = [
  'heatTariff',
  'heatNormative',
  'zoneTariffs',
  'twoZoneTariffs',
  'ranges',
  'constantTariff',
  'tariffGroups',
  'made',
] as const;

/** Terms of a housing service: their fields stand where they are read, what a meeting has to decide has its document. */
export const checkHousingTerms = (one: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  const misplaced = (field: string): void => {
    problems.push({ code: 'service-field-misplaced', at: at(one), value: field, facts: { service: one.service } });
  };
  if (!isHousing(one.service)) {
    for (const field of HOUSING_ONLY) if (one[field] !== undefined) misplaced(field);
    if (one.minimumTariff !== undefined) misplaced('minimumTariff');
    return;
  }
  for (const field of UTILITY_ONLY) if (one[field] !== undefined) misplaced(field);
  if (one.minimumTariff !== undefined && one.service !== 'capitalRepair') misplaced('minimumTariff');
  if (one.payer !== undefined && (one.service === 'capitalRepair' || one.service === 'rent')) misplaced('payer');
  new PriceReferences(one, groups, problems).tariff(one.minimumTariff, ['RUB/m2-month'], 'minimumTariff');
  const { unit } = groups.tariffs.get(one.tariff) ?? { unit: '' };
  const ofHouse = isHouseSum(unit.slice('RUB/'.length));
  if (one.split !== undefined && !ofHouse) misplaced('split');
  if (one.legalEntityTariff !== undefined && ofHouse) misplaced('legalEntityTariff');
  const needs = one.service === 'targetFee' || one.exclusions !== undefined || one.minimumTariff !== undefined;
  if (needs && one.decision === undefined)
    problems.push({ code: 'decision-missing', at: at(one), value: one.item ?? one.service, facts: { service: one.service } });
  if (unit === 'RUB/house' && !(hasWholeMonths(one) && keepsTotal(one, groups)))
    problems.push({ code: 'fee-term', at: at(one), value: one.item ?? one.service, facts: { from: one.from, to: one.to ?? '—' } });
  checkFreed(one, groups, problems);
  if (one.exclusions?.some(({ floors }) => floors !== undefined) === true)
    for (const premises of groups.premisesOf.get(one.house) ?? [])
      if (premises.floor === undefined)
        problems.push({ code: 'floor-unknown', at: at(premises), value: premises.number, facts: { other: one.id } });
};

/** Premises that a decision frees are premises of the house. */
const checkFreed = (one: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  for (const premises of one.exclusions?.flatMap((freed) => freed.premises ?? []) ?? [])
    if (groups.premises.get(premises)?.house !== one.house)
      problems.push({ code: 'unknown-reference', at: at(one), value: premises, facts: { refersTo: 'premises' } });
};

const hasWholeMonths = ({ from, to }: ServiceRecord): boolean => isFirst(from) && to !== null && isFirst(to);

/** One total for the whole term. */
const keepsTotal = ({ tariff, from, to }: ServiceRecord, groups: Groups): boolean => {
  const entries = [...(groups.tariffs.get(tariff)?.entries ?? [])].sort((a, b) => byText(a.from, b.from));
  const first = entries.filter((entry) => entry.from <= from).pop();
  return entries.every((entry) => entry.from <= from || (to !== null && entry.from >= to) || entry.value === first?.value);
};

const isFirst = (day: Day): boolean => day === `${monthOf(day)}-01`;

/** What housing facts say by themselves: days in order, VAT that is in force, items that somebody bills. */
export const checkHousing = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const record of groups.tariffs.values())
    for (const { from, vat } of record.entries) if (vat !== undefined) checkVat(record, vat, from, problems);
  for (const list of groups.commonTerms.values())
    for (const one of list)
      if (groups.tariffs.get(one.tariff)?.entries.some(({ vat }) => vat?.mode === 'onTop') === true)
        problems.push({ code: 'service-field-misplaced', at: at(one), value: 'vat', facts: { service: one.service } });
  for (const work of groups.works) {
    if (work.vat !== undefined) checkVat(work, work.vat, work.on, problems);
    if ((work.account === undefined) === (work.premises === undefined))
      problems.push({ code: 'paid-for-whom', at: at(work), value: work.item });
    else if (work.premises !== undefined && !groups.premises.has(work.premises))
      problems.push({ code: 'unknown-reference', at: at(work), value: work.premises, facts: { refersTo: 'premises' } });
  }
  for (const one of groups.prepaid) {
    if (one.vat !== undefined) checkVat(one, one.vat, one.from, problems);
    emptyDays(one, one.from, one.to, problems);
    if (one.cancelled !== undefined && (one.cancelled.on < one.from || one.cancelled.on > one.to))
      problems.push({ code: 'interval-empty', at: `${at(one)} cancelled`, facts: { from: one.cancelled.on, to: one.to } });
  }
  for (const list of groups.defects.values())
    for (const one of list) {
      emptyDays(one, one.from, one.to, problems);
      const terms = groups.services.get(one.house) ?? [];
      if (!terms.some(({ service, item }) => service === one.service && item === one.item))
        problems.push({ code: 'defect-item-unknown', at: at(one), value: one.item ?? one.service, facts: { service: one.service } });
      for (const premises of one.premises ?? [])
        if (groups.premises.get(premises)?.house !== one.house)
          problems.push({ code: 'unknown-reference', at: at(one), value: premises, facts: { refersTo: 'premises' } });
    }
  for (const list of groups.accounts.values()) for (const one of list) if (one.tenures !== undefined) checkTenures(one, problems);
  for (const premises of groups.premises.values()) if (premises.units !== undefined) checkUnits(premises, problems);
  for (const house of groups.houses)
    for (const { from, to } of house.capitalRepairExempt ?? [])
      if (to !== null && to <= from) problems.push({ code: 'interval-empty', at: `${at(house)} capitalRepairExempt`, facts: { from, to } });
};

const emptyDays = (record: FactRecord, from: Day, to: Day, problems: AssemblyProblem[]): void => {
  if (to <= from) problems.push({ code: 'interval-empty', at: at(record), facts: { from, to } });
};

/** A rate belongs to a tariff with VAT, and is one of the law on the first day of the tariff. */
const checkVat = (record: FactRecord, { mode, rate }: TariffVat, day: Day, problems: AssemblyProblem[]): void => {
  if (rate === undefined) return;
  const taxed = mode === 'included' || mode === 'onTop';
  if (!taxed || !isRateInForce(rate, day))
    problems.push({ code: 'vat-rate-not-in-force', at: at(record), value: rate, facts: { mode, day } });
};

const checkTenures = (account: AccountRecord, problems: AssemblyProblem[]): void => {
  const days = (account.tenures ?? []).map(({ from }) => from);
  const twice = days.find((day, index) => days.indexOf(day) !== index);
  if (twice !== undefined) problems.push({ code: 'series-overlap', at: `${at(account)} tenures`, value: twice });
};

const checkUnits = (premises: PremisesRecord, problems: AssemblyProblem[]): void => {
  const sorted = [...(premises.units ?? [])].sort((a, b) => byText(a.item, b.item) || byText(a.from, b.from));
  for (const [index, one] of sorted.entries()) {
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: `${at(premises)} units`, facts: { from: one.from, to: one.to } });
    const before = sorted[index - 1];
    if (before !== undefined && before.item === one.item && (before.to === null || before.to > one.from))
      problems.push({ code: 'series-overlap', at: `${at(premises)} units`, value: one.from });
  }
};

/** Does the account pay a share of the premises only? */
export const hasShare = (account: AccountRecord): boolean => account.share !== undefined;

/** Shares of one premises: never more than the whole on one day, and somebody pays the utilities. */
export const checkShares = (
  premises: PremisesRecord,
  accounts: readonly AccountRecord[],
  services: readonly ServiceRecord[],
  problems: AssemblyProblem[],
): void => {
  const plain = accounts.filter((one) => !hasShare(one));
  for (const [index, one] of plain.entries()) {
    const before = plain[index - 1];
    if (before !== undefined && (before.to === null || before.to > one.from))
      problems.push({ code: 'accounts-overlap', at: at(one), value: one.number, facts: { other: before.number } });
  }
  const utility = services.filter(({ service }) => !isHousing(service));
  const cuts = [
    ...new Set([...accounts, ...utility, ...premises.directContracts].flatMap(({ from, to }) => (to === null ? [from] : [from, to]))),
  ].sort();
  const told = new Set<string>();
  for (const day of cuts) {
    const open = accounts.filter(({ from, to }) => from <= day && (to === null || day < to));
    const shares = open.flatMap(({ share }) => share ?? []);
    if (shares.length === 0) continue;
    if (moreThanOne(shares) && !told.has('more')) {
      told.add('more');
      const list = shares.map(({ part, of }) => `${part}/${of}`).join(' + ');
      problems.push({ code: 'shares-above-one', at: at(premises), value: list, facts: { day } });
    }
    const unpaid = open.some((one) => !hasShare(one)) ? undefined : utility.find((terms) => isBilled(premises, terms, day));
    if (unpaid !== undefined && !told.has('nobody')) {
      told.add('nobody');
      problems.push({ code: 'share-without-account', at: at(premises), value: unpaid.service, facts: { day } });
    }
  }
};

const isBilled = (premises: PremisesRecord, { service, from, to }: ServiceRecord, day: string): boolean =>
  from <= day &&
  (to === null || day < to) &&
  !premises.directContracts.some((one) => one.service === service && one.from <= day && (one.to === null || day < one.to));

const moreThanOne = (shares: readonly { readonly part: number; readonly of: number }[]): boolean => {
  let [over, under] = [0n, 1n];
  for (const { part, of } of shares) [over, under] = [over * BigInt(of) + BigInt(part) * under, under * BigInt(of)];
  return over > under;
};
