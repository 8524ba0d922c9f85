import type { ServiceCode } from '../../model/services';
import { ALWAYS, type Draft, given, houseIdOf, PROVIDER } from './draft';
import { gasNormativesOf, otherNormativesOf } from './expand-gas-land';
import type { CaseFacts } from './facts-schema';

const REVIEWED = '2030-12-31';

type Series = Readonly<Record<string, string | null>> | undefined;

const TARIFF_UNITS = {
  coldWater: 'RUB/m3',
  hotWater: 'RUB/m3',
  hotWaterHeat: 'RUB/Gcal',
  sewerage: 'RUB/m3',
  electricity: 'RUB/kWh',
  electricityT1: 'RUB/kWh',
  electricityT2: 'RUB/kWh',
  electricityT3: 'RUB/kWh',
  gas: 'RUB/m3',
  gasOther: 'RUB/m3',
  maintenance: 'RUB/m2-month',
  coldWaterOther: 'RUB/m3',
  hotWaterOther: 'RUB/m3',
  sewerageOther: 'RUB/m3',
  electricityOther: 'RUB/kWh',
} as const;

const NORMATIVE_UNITS = {
  coldWater: 'm3/person-month',
  hotWater: 'm3/person-month',
  sewerage: 'm3/person-month',
  electricity: 'kWh/person-month',
  hotWaterHeat: 'Gcal/m3',
  gasCooking: 'm3/person-month',
  gasWaterHeating: 'm3/person-month',
  gasHeating: 'm3/m2-month',
} as const;

/** Tariffs and normatives of a case. */
export const pricesOf = (facts: CaseFacts): Draft[] => {
  const reviewedThrough = facts.reviewedThrough ?? REVIEWED;
  const entries = (series: Series): object[] =>
    Object.entries(series ?? {}).map(([from, value]) => ({ from, value, act: 'акт из примера' }));
  const drafts: Draft[] = [];
  for (const [name, unit] of Object.entries(TARIFF_UNITS)) {
    const series = facts.tariffs?.[name as keyof typeof TARIFF_UNITS];
    if (series !== undefined)
      drafts.push({
        kind: 'tariff',
        id: `тариф-${name}`,
        code: `тариф-${name}`,
        title: 'Тариф',
        unit,
        reviewedThrough,
        entries: entries(series),
      });
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
        entries: entries(series),
      });
  }
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
  for (const service of ['maintenance', 'coldWater', 'hotWater', 'sewerage', 'electricity', 'gas'] as const) {
    if (tariffs[service] === undefined) continue;
    const terms = facts.services?.[service];
    drafts.push({
      kind: 'service',
      id: `услуга-${service}`,
      house: houseIdOf(facts),
      service,
      provider: terms?.provider ?? PROVIDER,
      from: terms?.from ?? ALWAYS,
      tariff: `тариф-${service}`,
      ...given({
        to: terms?.to,
        meterDuty: terms?.meterDuty,
        normative:
          service === 'maintenance' || service === 'gas' || terms?.normative === false ? undefined : normativeCode(service, normatives),
        rules: terms?.rules,
        gasNormatives: service === 'gas' && terms?.normative !== false ? gasNormativesOf(facts) : undefined,
        legalEntityTariff: service === 'maintenance' ? undefined : code(`${service}Other`),
        heatTariff: service === 'hotWater' ? code('hotWaterHeat') : undefined,
        heatNormative:
          service === 'hotWater' && normatives.hotWaterHeat !== undefined && code('hotWaterHeat') !== undefined
            ? 'норматив-hotWaterHeat'
            : undefined,
        zoneTariffs: service === 'electricity' ? zonesOf(code) : undefined,
      }),
    });
  }
  return drafts;
};

const normativeCode = (
  service: Exclude<ServiceCode, 'maintenance' | 'gas'>,
  normatives: NonNullable<CaseFacts['normatives']>,
): string | undefined => {
  const has = normatives[service] !== undefined || (service === 'electricity' && normatives.electricityTable !== undefined);
  return has ? `норматив-${service}` : undefined;
};

const zonesOf = (code: (name: 'electricityT1' | 'electricityT2' | 'electricityT3') => string | undefined): object | undefined => {
  const zones = given({ T1: code('electricityT1'), T2: code('electricityT2'), T3: code('electricityT3') });
  return Object.keys(zones).length === 0 ? undefined : zones;
};
