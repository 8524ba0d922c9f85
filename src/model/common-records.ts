import { z } from 'zod';
import { envelope, heatingResource, stretch } from './record-parts';
import { meteredService } from './services';
import { areaText, dayText, idText, monthText, readingText, shortText } from './text-types';

/** Resources that a house may consume in common; gas is none. */
const commonService = meteredService
  .exclude(['gas', 'heating'])
  .meta({ description: 'Ресурс: coldWater ХВС, hotWater ГВС, sewerage водоотведение, electricity электроснабжение' });

/**
 * Terms of a resource that a house consumes in common («коммунальный ресурс на содержание общего имущества», earlier «общедомовые нужды»): who is
 * owed for it, how the volume of a month is set, areas and normative. What a date makes of them is the law's business, not the record's.
 */
export const commonTermsRecord = z.strictObject({
  kind: z.literal('commonTerms'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  service: commonService,
  provider: idText.meta({ description: 'Идентификатор исполнителя, которому должны за общие нужды' }),
  ...stretch,
  method: z.enum(['automated', 'normative', 'average', 'meter']).default('normative').meta({
    description:
      'Как находят объём месяца (Правила 491, п. 29(2)): automated — автоматизированная система учёта; normative — норматив; average — среднемесячный объём по решению собрания; meter — показания прибора по решению собрания',
  }),
  decision: shortText.optional().meta({ description: 'Решение общего собрания или акт, по которому выбран способ' }),
  tariff: idText.meta({ description: 'Код тарифа (для двухкомпонентной ГВС — компонент на холодную воду)' }),
  heatTariff: idText.optional().meta({ description: 'Двухкомпонентная ГВС: тариф на тепловую энергию, руб./Гкал' }),
  heatNormative: idText.optional().meta({ description: 'Двухкомпонентная ГВС: норматив подогрева, Гкал/м³' }),
  normative: idText.optional().meta({ description: 'Код норматива на общие нужды, единица на м² общего имущества' }),
  areas: z
    .array(z.strictObject({ from: dayText, value: areaText }))
    .default([])
    .meta({ description: 'Площадь помещений общего имущества, к которой относится норматив ресурса, по датам' }),
  averages: z
    .array(z.strictObject({ from: dayText, volume: readingText, source: shortText }))
    .optional()
    .meta({ description: 'Среднемесячный объём, установленный решением; без него считается по прибору' }),
  carried: readingText.optional().meta({ description: 'Отрицательный объём прошлых месяцев на начало расчётов здесь (без знака)' }),
  excessToOwners: z
    .boolean()
    .default(false)
    .meta({ description: 'Собрание решило распределять объём сверх норматива между собственниками (2013–2022)' }),
  bySupplier: z.boolean().default(false).meta({ description: 'Исполнитель — сама ресурсоснабжающая организация: предела нормативом нет' }),
});

/** A volume of a house stated by an act: what an inlet took, what was used to make heat or hot water in the house. */
export const houseVolumeRecord = z.strictObject({
  kind: z.literal('houseVolume'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  service: meteredService,
  month: monthText.meta({ description: 'Расчётный месяц объёма' }),
  what: z.enum(['supplied', 'ownUse', 'forHotWater', 'forHeating']).default('supplied').meta({
    description:
      'supplied — поставлено по вводу, вместо показаний прибора; ownUse — израсходовано на производство тепла и горячей воды в доме, у отопления — на горячую воду по общему прибору; forHotWater — ресурс, израсходованный на подогрев воды в доме (услуга hotWater, поле resource); forHeating — ресурс, израсходованный на отопление своей котельной (услуга heating, поле resource)',
  }),
  resource: heatingResource.optional(),
  inlet: idText.default('main').meta({ description: 'Ввод в дом' }),
  volume: readingText.meta({ description: 'Объём за месяц' }),
  source: shortText.meta({ description: 'Акт или ведомость' }),
});

export type CommonTermsRecord = z.infer<typeof commonTermsRecord>;
export type HouseVolumeRecord = z.infer<typeof houseVolumeRecord>;
