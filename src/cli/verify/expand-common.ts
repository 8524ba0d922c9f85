import type { MeteredService } from '../../model/services';
import type { CaseCommonTerms } from './common-schema';
import { ALWAYS, type Draft, given, houseIdOf, PROVIDER } from './draft';
import { meterOf } from './expand-flat';
import type { CaseFacts } from './facts-schema';

const UNIT: Readonly<Record<MeteredService, string>> = {
  coldWater: 'm3/m2-month',
  hotWater: 'm3/m2-month',
  sewerage: 'm3/m2-month',
  electricity: 'kWh/m2-month',
  gas: 'm3/m2-month',
  heating: 'Gcal/m2-month',
};

/** Common needs, house meters and volumes of the house of a case. */
export const commonOf = (facts: CaseFacts): Draft[] => [
  ...Object.entries(facts.common ?? {}).flatMap(([service, terms]) =>
    (terms ?? []).flatMap((one, index) => termsOf(facts, service as MeteredService, one, index + 1)),
  ),
  ...(facts.houseMeters ?? []).flatMap((meter, index) => houseMeterOf(facts, meter, index + 1)),
  ...volumesOf(facts, 'supplied', facts.houseVolumes),
  ...volumesOf(facts, 'ownUse', facts.ownUse),
  ...spentOf(facts),
];

const termsOf = (facts: CaseFacts, service: MeteredService, terms: CaseCommonTerms, index: number): Draft[] => {
  const code = `норматив-общий-${service}-${index}`;
  const normative: Draft[] =
    terms.normative === undefined
      ? []
      : [
          {
            kind: 'normative',
            id: code,
            code,
            title: 'Норматив на общие нужды',
            unit: UNIT[service],
            reviewedThrough: facts.reviewedThrough ?? '2030-12-31',
            entries: Object.entries(terms.normative).map(([from, value]) => ({ from, value, act: 'акт из примера' })),
          },
        ];
  const heat = service === 'hotWater' && facts.tariffs?.hotWaterHeat !== undefined;
  return [
    ...normative,
    {
      kind: 'commonTerms',
      id: `общие-${service}-${index}`,
      house: houseIdOf(facts),
      service,
      provider: terms.provider ?? PROVIDER,
      from: terms.from ?? ALWAYS,
      tariff: `тариф-${service}`,
      ...given({
        to: terms.to,
        method: terms.method,
        normative: terms.normative === undefined ? undefined : code,
        areas: terms.area === undefined ? undefined : [{ from: ALWAYS, value: terms.area }],
        averages: terms.averages && Object.entries(terms.averages).map(([from, volume]) => ({ from, volume, source: 'решение собрания' })),
        carried: terms.carried,
        excessToOwners: terms.excessToOwners,
        bySupplier: terms.bySupplier,
        heatTariff: heat ? 'тариф-hotWaterHeat' : undefined,
        heatNormative: heat ? 'норматив-hotWaterHeat' : undefined,
      }),
    },
  ];
};

const houseMeterOf = (facts: CaseFacts, meter: NonNullable<CaseFacts['houseMeters']>[number], index: number): Draft[] => {
  const { inlet, within, ...own } = meter;
  const [head, ...readings] = meterOf({ ...own, id: own.id ?? `одпу-${own.service}-${index}` }, '', index);
  const { premises: _premises, point: _point, kind: _kind, ...rest } = head as Draft;
  return [
    { ...rest, kind: 'houseMeter', id: String(rest['id']), house: houseIdOf(facts), ...given({ inlet, within }) } as Draft,
    ...readings,
  ];
};

const spentOf = (facts: CaseFacts): Draft[] =>
  Object.entries(facts.forHotWater ?? {}).flatMap(([resource, months]) =>
    Object.entries(months ?? {}).map(
      ([month, volume]): Draft => ({
        kind: 'houseVolume',
        id: `подогрев-${resource}-${month}`,
        house: houseIdOf(facts),
        service: 'hotWater',
        month,
        what: 'forHotWater',
        resource,
        volume,
        source: 'акт из примера',
      }),
    ),
  );

const volumesOf = (facts: CaseFacts, what: 'supplied' | 'ownUse', volumes: CaseFacts['houseVolumes']): Draft[] =>
  Object.entries(volumes ?? {}).flatMap(([service, months]) =>
    Object.entries(months ?? {}).map(
      ([month, volume]): Draft => ({
        kind: 'houseVolume',
        id: `объём-${what}-${service}-${month}`,
        house: houseIdOf(facts),
        service,
        month,
        what,
        volume,
        source: 'акт из примера',
      }),
    ),
  );
