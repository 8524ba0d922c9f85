import type { MeteredService } from '../../model/services';
import { ALWAYS, type Draft, entriesOf, given, houseIdOf, PROVIDER, REVIEWED, type Series } from './draft';
import { gasNormativesOf, otherNormativesOf } from './expand-gas-land';
import { withCaseVat } from './expand-housing';
import { rangesOf } from './expand-ranges';
import { serviceWasteOf } from './expand-waste';
import type { CaseFacts } from './facts-schema';
import type { CaseVat } from './housing-schema';

const TARIFF_UNITS = {
  coldWater: 'RUB/m3',
  hotWater: 'RUB/m3',
  hotWaterHeat: 'RUB/Gcal',
  madeHeat: 'RUB/Gcal',
  madeGas: 'RUB/m3',
  madeElectricity: 'RUB/kWh',
  sewerage: 'RUB/m3',
  electricity: 'RUB/kWh',
  electricityT1: 'RUB/kWh',
  electricityT2: 'RUB/kWh',
  electricityT3: 'RUB/kWh',
  gas: 'RUB/m3',
  gasOther: 'RUB/m3',
  heating: 'RUB/Gcal',
  heatingOther: 'RUB/Gcal',
  heatingMadeHeat: 'RUB/Gcal',
  heatingMadeGas: 'RUB/m3',
  heatingMadeElectricity: 'RUB/kWh',
  waste: 'RUB/m3',
  wasteOther: 'RUB/m3',
  maintenance: 'RUB/m2-month',
  coldWaterOther: 'RUB/m3',
  hotWaterOther: 'RUB/m3',
  sewerageOther: 'RUB/m3',
  electricityOther: 'RUB/kWh',
  electricityRange2: 'RUB/kWh',
  electricityRange2T1: 'RUB/kWh',
  electricityRange2T2: 'RUB/kWh',
  electricityRange2T3: 'RUB/kWh',
  electricityRange3: 'RUB/kWh',
  electricityRange3T1: 'RUB/kWh',
  electricityRange3T2: 'RUB/kWh',
  electricityRange3T3: 'RUB/kWh',
  coldWaterCapacity: 'RUB/(m3/h)-month',
  hotWaterCapacity: 'RUB/(Gcal/h)-month',
  sewerageCapacity: 'RUB/(m3/h)-month',
  electricityCapacity: 'RUB/kW-month',
} as const;

const NORMATIVE_UNITS = {
  coldWater: 'm3/person-month',
  hotWater: 'm3/person-month',
  sewerage: 'm3/person-month',
  electricity: 'kWh/person-month',
  hotWaterHeat: 'Gcal/m3',
  madeHeat: 'Gcal/m3',
  madeGas: 'm3/m3',
  madeElectricity: 'kWh/m3',
  gasCooking: 'm3/person-month',
  gasWaterHeating: 'm3/person-month',
  gasHeating: 'm3/m2-month',
} as const;

/** Tariffs and normatives of a case. */
export const pricesOf = (facts: CaseFacts): Draft[] => {
  const reviewedThrough = facts.reviewedThrough ?? REVIEWED;
  const drafts: Draft[] = [];
  for (const [name, unit] of Object.entries(TARIFF_UNITS)) {
    const series = facts.tariffs?.[name as keyof typeof TARIFF_UNITS];
    const own = name === 'waste' || name === 'wasteOther' ? (facts.waste?.tariffUnit ?? unit) : unit;
    if (series !== undefined) drafts.push(tariffOf(name, own, series, reviewedThrough, facts.tariffVat?.[name]));
  }
  for (const [name, unit] of Object.entries(NORMATIVE_UNITS)) {
    const series = facts.normatives?.[name as keyof typeof NORMATIVE_UNITS];
    if (series !== undefined)
      drafts.push({
        kind: 'normative',
        id: `норматив-${name}`,
        code: `норматив-${name}`,
        title: 'Норматив',
        unit,
        reviewedThrough,
        entries: entriesOf(series),
      });
  }
  for (const service of ['coldWater', 'hotWater', 'sewerage', 'electricity', 'heating', 'waste'] as const)
    drafts.push(...groupTariffs(service, facts));
  const table = facts.normatives?.electricityTable;
  if (table !== undefined)
    drafts.push({
      kind: 'normative',
      id: 'норматив-electricity',
      code: 'норматив-electricity',
      title: 'Норматив',
      unit: 'kWh/person-month',
      reviewedThrough,
      entries: tableEntries(table),
    });
  return [...drafts, ...otherNormativesOf(facts, reviewedThrough)];
};

const tariffOf = (name: string, unit: string, series: Series, reviewedThrough: string, vat?: CaseVat): Draft => ({
  kind: 'tariff',
  id: `тариф-${name}`,
  code: `тариф-${name}`,
  title: 'Тариф',
  unit,
  reviewedThrough,
  entries: withCaseVat(entriesOf(series), vat),
});

const groupTariffs = (service: 'coldWater' | 'hotWater' | 'sewerage' | 'electricity' | 'heating' | 'waste', facts: CaseFacts): Draft[] =>
  Object.entries(facts.services?.[service]?.groups ?? {}).flatMap(([group, own]) =>
    Object.entries(own).map(([zone, series]) =>
      tariffOf(
        `${service}-${group}-${zone}`,
        service === 'waste' ? (facts.waste?.tariffUnit ?? 'RUB/m3') : TARIFF_UNITS[service],
        series,
        facts.reviewedThrough ?? REVIEWED,
      ),
    ),
  );

const groupsOf = (service: string, groups: object | undefined): object | undefined =>
  groups &&
  Object.fromEntries(
    Object.entries(groups).map(([group, own]) => {
      const zones = Object.keys(own as object).filter((zone) => zone !== 'tariff');
      const code = (zone: string): string => `тариф-${service}-${group}-${zone}`;
      return [
        group,
        {
          tariff: code('tariff'),
          ...(zones.length === 0 ? {} : { zoneTariffs: Object.fromEntries(zones.map((zone) => [zone, code(zone)])) }),
        },
      ];
    }),
  );

const tableEntries = (rows: NonNullable<NonNullable<CaseFacts['normatives']>['electricityTable']>): object[] => {
  const days = [...new Set(rows.map(({ from }) => from))];
  return days.map((from) => ({
    from,
    table: rows.filter((row) => row.from === from).map(({ from: _from, ...row }) => given(row)),
    act: 'акт из примера',
  }));
};

/** Terms of the services of a case: a service with a tariff is there. */
export const servicesOf = (facts: CaseFacts): Draft[] => {
  const { tariffs = {}, normatives = {} } = facts;
  const code = (name: keyof typeof TARIFF_UNITS): string | undefined => (tariffs[name] === undefined ? undefined : `тариф-${name}`);
  const drafts: Draft[] = [];
  for (const service of ['maintenance', 'coldWater', 'hotWater', 'sewerage', 'heating', 'electricity', 'gas', 'waste'] as const) {
    const boiler = service === 'heating' ? madeOf(tariffs, normatives, 'heatingMade') : undefined;
    if (tariffs[service] === undefined && boiler === undefined) continue;
    const terms = facts.services?.[service];
    drafts.push({
      kind: 'service',
      id: `услуга-${service}`,
      house: houseIdOf(facts),
      service,
      provider: terms?.provider ?? PROVIDER,
      from: terms?.from ?? (service === 'waste' ? Object.keys(facts.waste?.by ?? {}).sort()[0] : undefined) ?? ALWAYS,
      tariff: tariffs[service] === undefined ? (boiler?.resources[0]?.tariff ?? '') : `тариф-${service}`,
      ...given({
        to: terms?.to,
        meterDuty: terms?.meterDuty,
        feeds: terms?.feeds,
        normative:
          service === 'maintenance' || service === 'gas' || service === 'waste' || terms?.normative === false
            ? undefined
            : normativeCode(service, facts),
        rules: terms?.rules,
        waste: service === 'waste' ? serviceWasteOf(facts) : undefined,
        gasNormatives: service === 'gas' && terms?.normative !== false ? gasNormativesOf(facts) : undefined,
        legalEntityTariff: service === 'maintenance' ? undefined : code(`${service}Other`),
        heatTariff: service === 'hotWater' ? code('hotWaterHeat') : undefined,
        heatNormative:
          service === 'hotWater' && normatives.hotWaterHeat !== undefined && code('hotWaterHeat') !== undefined
            ? 'норматив-hotWaterHeat'
            : undefined,
        made: service === 'hotWater' ? madeOf(tariffs, normatives, 'made') : boiler,
        zoneTariffs: service === 'electricity' ? zonesOf(code, '') : undefined,
        ranges: service === 'electricity' ? rangesOf(facts, (range) => zonesOf(code, range)) : undefined,
        constantTariff:
          service === 'maintenance' || service === 'gas' || service === 'heating' || service === 'waste'
            ? undefined
            : code(`${service}Capacity`),
        tariffGroups: service === 'maintenance' ? undefined : groupsOf(service, terms?.groups),
      }),
    });
  }
  return drafts;
};

/** Resources that heat water in the house, or the house: those with a tariff. */
const madeOf = (
  tariffs: NonNullable<CaseFacts['tariffs']>,
  normatives: NonNullable<CaseFacts['normatives']>,
  prefix: 'made' | 'heatingMade',
): { readonly resources: readonly { readonly tariff: string }[] } | undefined => {
  const resources = (['Heat', 'Gas', 'Electricity'] as const).flatMap((resource) => {
    const name = `${prefix}${resource}` as const;
    if (tariffs[name] === undefined) return [];
    const has = prefix === 'made' && normatives[`made${resource}`] !== undefined;
    return [{ resource: resource.toLowerCase(), tariff: `тариф-${name}`, ...(has ? { normative: `норматив-${name}` } : {}) }];
  });
  return resources.length === 0 ? undefined : { resources };
};

const normativeCode = (service: Exclude<MeteredService, 'gas'>, { normatives = {}, heating }: CaseFacts): string | undefined => {
  const has =
    normatives[service] !== undefined ||
    (service === 'heating' && heating?.byBuilding !== undefined) ||
    (service === 'electricity' && normatives.electricityTable !== undefined);
  return has ? `норматив-${service}` : undefined;
};

const zonesOf = (code: (name: keyof typeof TARIFF_UNITS) => string | undefined, range: '' | 'Range2' | 'Range3'): object | undefined => {
  const zones = given({ T1: code(`electricity${range}T1`), T2: code(`electricity${range}T2`), T3: code(`electricity${range}T3`) });
  return Object.keys(zones).length === 0 ? undefined : zones;
};
