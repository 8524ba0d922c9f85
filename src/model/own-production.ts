import { z } from 'zod';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { HouseVolumeRecord } from './common-records';
import type { PriceReferences } from './price-references';
import { heatingResource } from './record-parts';
import type { ServiceRecord } from './records';
import { idText } from './text-types';

/**
 * Hot water that the provider makes in the house («собственное производство», ПП № 354, п. 54): its cold water is priced by the tariff of the
 * service, each resource spent for heating by a tariff of its own.
 */
export const ownProduction = z.strictObject({
  resources: z
    .array(
      z.strictObject({
        resource: heatingResource,
        tariff: idText.meta({ description: 'Код тарифа ресурса: руб./Гкал, руб./м³ или руб./кВт·ч' }),
        normative: idText.optional().meta({
          description:
            'Код удельного расхода ресурса на подогрев 1 м³: по нему считают, когда израсходованный объём не измерен (формулы 20(1), 20(2))',
        }),
      }),
    )
    .min(1)
    .max(3)
    .meta({ description: 'Ресурсы, которыми в доме подогревают воду' }),
});

/** Units of the tariff and of the specific consumption of each resource. */
const UNITS = {
  heat: { tariff: 'RUB/Gcal', normative: 'Gcal/m3' },
  gas: { tariff: 'RUB/m3', normative: 'm3/m3' },
  electricity: { tariff: 'RUB/kWh', normative: 'kWh/m3' },
} as const;

/** Own production stands on hot water of one component, names each resource once, and prices in fitting units. */
export const checkOwnProduction = (service: ServiceRecord, references: PriceReferences, problems: AssemblyProblem[]): void => {
  const { made } = service;
  if (made === undefined) return;
  if ((service.service !== 'hotWater' && service.service !== 'heating') || service.heatTariff !== undefined)
    problems.push({ code: 'service-field-misplaced', at: at(service), value: 'made', facts: { service: service.service } });
  for (const [index, { resource, tariff, normative }] of made.resources.entries()) {
    if (made.resources.findIndex((one) => one.resource === resource) !== index)
      problems.push({ code: 'made-resource-twice', at: at(service), value: resource });
    references.tariff(tariff, [UNITS[resource].tariff], `made.${resource}.tariff`);
    references.normative(normative, [UNITS[resource].normative], `made.${resource}.normative`);
  }
};

/** Services that volumes of resources are spent for. */
const SPENT_FOR: Partial<Record<HouseVolumeRecord['what'], string>> = { forHotWater: 'hotWater', forHeating: 'heating' };

/** A volume spent for hot water or heating names its resource, and no other volume does. */
export const checkSpentVolume = (one: HouseVolumeRecord, problems: AssemblyProblem[]): void => {
  const service = SPENT_FOR[one.what];
  const fits = service === undefined ? one.resource === undefined : one.resource !== undefined && one.service === service;
  if (!fits) problems.push({ code: 'house-volume-resource', at: at(one), value: one.what });
};
