import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { byFrom } from './fact-order';
import { GAS_NORMATIVE_UNIT, misplacedFields } from './gas-land-checks';
import { checkHousingTerms } from './housing-checks';
import { PriceReferences } from './price-references';
import { checkPricing, tariffUnits } from './pricing-checks';
import type { AccountRecord, FactRecord, ServiceRecord } from './records';
import { checkWaste } from './waste-checks';

/** Every fact names facts that are there. */
export const checkReferences = (groups: Groups, problems: AssemblyProblem[]): void => {
  const houses = new Set(groups.houses.map((house) => house.id));
  const need = (there: boolean, record: FactRecord, refersTo: string, value: string): void => {
    if (!there) problems.push({ code: 'unknown-reference', at: at(record), value, facts: { refersTo } });
  };
  const eachOf = <R extends FactRecord>(lists: ReadonlyMap<string, R[]>, check: (record: R) => void): void => {
    for (const list of lists.values()) for (const record of list) check(record);
  };
  eachOf(groups.premisesOf, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.accounts, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.residents, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.metersOf, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.absences, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.incidents, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.removals, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.acts, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  for (const [meter, readings] of groups.readings) {
    if (!groups.meters.has(meter) && !groups.houseMeters.has(meter)) for (const one of readings) need(false, one, 'meter', meter);
  }
  eachOf(groups.services, (one) => {
    need(houses.has(one.house), one, 'house', one.house);
    need(groups.providers.has(one.provider), one, 'provider', one.provider);
  });
  eachOf(groups.commonTerms, (one) => {
    need(houses.has(one.house), one, 'house', one.house);
    need(groups.providers.has(one.provider), one, 'provider', one.provider);
  });
  eachOf(groups.houseMetersOf, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.heatingTerms, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.heatAllocators, (one) => need(groups.premises.has(one.premises), one, 'premises', one.premises));
  eachOf(groups.houseVolumes, (one) => need(houses.has(one.house), one, 'house', one.house));
  eachOf(groups.defects, (one) => need(houses.has(one.house), one, 'house', one.house));
  for (const one of [...groups.works, ...groups.prepaid]) need(groups.providers.has(one.provider), one, 'provider', one.provider);
  for (const one of [...groups.openings, ...groups.refunds, ...groups.agreements, ...groups.restrictions])
    need(groups.providers.has(one.provider), one, 'provider', one.provider);
  for (const one of groups.reconciliations)
    for (const { provider } of one.saldo) need(groups.providers.has(provider), one, 'provider', provider);
  for (const one of [...groups.debtEvents, ...groups.exemptions])
    if (one.provider !== undefined) need(groups.providers.has(one.provider), one, 'provider', one.provider);
};

/** Accounts by each of their numbers; a number belongs to one account. */
export const accountNumbers = (groups: Groups, problems: AssemblyProblem[]): ReadonlyMap<string, AccountRecord> => {
  const numbers = new Map<string, AccountRecord>();
  for (const list of groups.accounts.values()) {
    for (const account of list) {
      for (const number of account.aliases.length === 0 ? [account.number] : new Set([account.number, ...account.aliases])) {
        const other = numbers.get(number);
        if (other !== undefined)
          problems.push({ code: 'account-number-taken', at: at(account), value: number, facts: { other: other.id } });
        else numbers.set(number, account);
      }
    }
  }
  const missing = (one: FactRecord, account: string | undefined): void => {
    if (account !== undefined && !numbers.has(account))
      problems.push({ code: 'unknown-reference', at: at(one), value: account, facts: { refersTo: 'account' } });
  };
  const {
    openings,
    payments,
    refunds,
    prepaid,
    works,
    instalments,
    agreements,
    debtEvents,
    restrictions,
    exemptions,
    benefits,
    subsidies,
    corrections,
    reconciliations,
  } = groups;
  for (const one of [
    ...openings,
    ...payments,
    ...refunds,
    ...prepaid,
    ...works,
    ...instalments,
    ...agreements,
    ...debtEvents,
    ...restrictions,
    ...exemptions,
    ...benefits,
    ...subsidies,
    ...corrections,
    ...reconciliations,
  ])
    missing(one, one.account);
  for (const one of groups.successions) for (const account of [...one.from, ...one.to.map((to) => to.account)]) missing(one, account);
  return numbers;
};

const NORMATIVE_UNIT = {
  coldWater: 'm3/person-month',
  hotWater: 'm3/person-month',
  sewerage: 'm3/person-month',
  electricity: 'kWh/person-month',
  gas: null,
  heating: 'Gcal/m2-month',
  waste: null,
  maintenance: null,
  rent: null,
  capitalRepair: null,
  targetFee: null,
  additional: null,
} as const;

/** Terms of a service follow one another, and name prices of their units. */
export const checkServices = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const list of groups.services.values()) {
    list.sort(byServiceAndItem);
    for (const [index, one] of list.entries()) {
      checkPrices(one, groups, problems);
      const before = list[index - 1];
      if (before === undefined || before.service !== one.service || before.item !== one.item || !overlaps(before, one)) continue;
      problems.push(
        one.item === undefined
          ? { code: 'service-overlap', at: at(one), value: one.service, facts: { other: before.id } }
          : { code: 'item-overlap', at: at(one), value: one.item, facts: { service: one.service, other: before.id } },
      );
    }
  }
};

/** Order of the terms of a house: by service, its items, days. */
export const byServiceAndItem = (a: ServiceRecord, b: ServiceRecord): number =>
  byText(a.service, b.service) || byText(a.item ?? '', b.item ?? '') || byFrom(a, b);

/** Asks of the prices that a record names: they are there, and of the unit they must have. */
export interface PriceChecks {
  readonly tariff: (code: string | undefined, units: string | readonly string[], field: string) => void;
  readonly normative: (code: string | undefined, unit: string | null, field: string) => void;
}

/** The checks of the prices of one record. */
export const priceChecks = (one: FactRecord, groups: Groups, problems: AssemblyProblem[]): PriceChecks => {
  const references = new PriceReferences(one, groups, problems);
  return {
    tariff: (code, units, field) => void references.tariff(code, typeof units === 'string' ? [units] : units, field),
    normative: (code, unit, field) => void references.normative(code, unit === null ? [] : [unit], field),
  };
};

const checkPrices = (one: ServiceRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  checkPricing(one, groups, problems);
  const { tariff, normative } = priceChecks(one, groups, problems);
  tariff(one.legalEntityTariff, tariffUnits(one, groups), 'legalEntityTariff');
  checkWaste(one, groups, problems);
  tariff(one.heatTariff, 'RUB/Gcal', 'heatTariff');
  normative(one.normative, NORMATIVE_UNIT[one.service], 'normative');
  normative(one.heatNormative, 'Gcal/m3', 'heatNormative');
  for (const [use, code] of Object.entries(one.gasNormatives ?? {}))
    normative(code, GAS_NORMATIVE_UNIT[use as keyof typeof GAS_NORMATIVE_UNIT], `gasNormatives.${use}`);
  misplacedFields(one, problems);
  checkHousingTerms(one, groups, problems);
  if (one.heatTariff !== undefined && one.heatNormative === undefined) {
    problems.push({ code: 'normative-unknown', at: `${at(one)} heatNormative`, value: '' });
  }
};
