import { z } from 'zod';
import { envelope } from './record-parts';
import { areaText, dayText, heatingFactorText, idText, monthText, readingText, shortText, temperatureText } from './text-types';

/** How a territory pays for heating. */
export const heatingMode = z
  .enum(['season', 'uniform'])
  .meta({ description: 'season — в отопительный период, uniform — равномерно в течение года' });
export type HeatingMode = z.infer<typeof heatingMode>;

const season = z.strictObject({
  from: dayText.meta({ description: 'Первый день отопительного периода' }),
  to: dayText.nullable().default(null).meta({ description: 'Первый день, когда отопления уже нет; пусто — период идёт' }),
  act: shortText.meta({ description: 'Распоряжение о начале и конце отопительного периода' }),
});

/** What a territory decided about heating: the mode of payment, heating seasons, K, temperatures. */
export const heatingTerritoryRecord = z.strictObject({
  kind: z.literal('heatingTerritory'),
  ...envelope,
  code: idText.meta({ description: 'Код, по которому на неё ссылаются условия дома' }),
  title: shortText.meta({ description: 'Название, как его увидят люди' }),
  reviewedThrough: dayText.meta({ description: 'По какой день проверены распоряжения об отопительном периоде' }),
  modes: z
    .array(
      z.strictObject({
        from: dayText,
        mode: heatingMode,
        act: shortText.meta({ description: 'Решение органа региона' }),
        override: shortText
          .optional()
          .meta({ description: 'Документ, по которому равномерная оплата введена после 01.03.2025, хотя переход на неё запрещён' }),
      }),
    )
    .min(1)
    .meta({ description: 'Способ оплаты по датам' }),
  seasons: z.array(season).default([]).meta({ description: 'Отопительные периоды' }),
  factors: z
    .array(z.strictObject({ from: dayText, value: heatingFactorText, act: shortText }))
    .default([])
    .meta({ description: 'Коэффициент периодичности K по датам, из акта региона' }),
  indoor: temperatureText.optional().meta({ description: 'Расчётная температура внутри помещений, °C' }),
  temperatures: z
    .array(z.strictObject({ month: monthText, mean: temperatureText, source: shortText }))
    .default([])
    .meta({ description: 'Средняя наружная температура отопительных дней месяца, °C' }),
});

/** State of the house meter of heat. */
export const heatMeterState = z.enum(['none', 'working', 'failed', 'notAdmitted']).meta({
  description:
    'none — прибора нет, working — работает, failed — вышел из строя или истекла поверка, notAdmitted — не введён в эксплуатацию',
});

/** Terms of heating in a house: what couples the charges of its premises. */
export const heatingTermsRecord = z.strictObject({
  kind: z.literal('heatingTerms'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  territory: idText.meta({ description: 'Код территории: способ оплаты, отопительный период, K' }),
  building: z
    .enum(['apartments', 'detached'])
    .default('apartments')
    .meta({ description: 'apartments — многоквартирный дом, detached — жилой дом' }),
  storeys: z.int().min(1).max(200).optional().meta({ description: 'Этажей: нужно, когда норматив зависит от этажности' }),
  builtIn: z.int().min(1500).max(2200).optional().meta({ description: 'Год постройки: нужен, когда от него зависит норматив' }),
  meter: z
    .array(z.strictObject({ from: dayText, state: heatMeterState, act: shortText }))
    .default([])
    .meta({ description: 'Состояние прибора дома по датам; без него — по приборам и объёмам дома' }),
  commonAreas: z
    .array(z.strictObject({ from: dayText, value: areaText, source: shortText.optional() }))
    .default([])
    .meta({ description: 'Площадь помещений общего имущества с отопительными приборами, по датам (0 — общее имущество не отапливается)' }),
  hotWaterNormative: idText
    .optional()
    .meta({ description: 'Прибор тепла общий с горячей водой: код норматива подогрева, Гкал/м³, которым вычитают её тепло' }),
  seasons: z.array(season).optional().meta({ description: 'Отопительные периоды этого дома вместо периодов территории' }),
});

/** What the allocators of a premises counted in a period. */
export const heatAllocatorsRecord = z.strictObject({
  kind: z.literal('heatAllocators'),
  ...envelope,
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  from: monthText.meta({ description: 'Первый месяц периода' }),
  to: monthText.meta({ description: 'Последний месяц периода' }),
  postedIn: monthText.optional().meta({ description: 'Месяц корректировки; по умолчанию месяц годовой корректировки после периода' }),
  units: readingText.meta({ description: 'Сумма показаний с радиаторными коэффициентами' }),
  source: shortText.meta({ description: 'Акт или ведомость снятия показаний' }),
});

/** Heating of a premises by its documents. */
export const heatingPremisesFields = {
  heatingDevices: z
    .array(
      z.strictObject({
        from: dayText,
        designed: z.boolean().meta({ description: 'По технической документации отопительные приборы предусмотрены' }),
        act: shortText,
      }),
    )
    .optional()
    .meta({ description: 'Отопительные приборы помещения по документам; без записи они есть' }),
  heatSources: z
    .array(
      z.strictObject({
        from: dayText,
        to: dayText.nullable().default(null).meta({ description: 'Первый день, когда уже не действует' }),
        act: shortText.meta({ description: 'Документ о переустройстве, законном, когда оно сделано' }),
      }),
    )
    .optional()
    .meta({ description: 'Законный индивидуальный источник тепла' }),
  heatAllocators: z
    .array(
      z.strictObject({
        from: dayText,
        to: dayText
          .nullable()
          .default(null)
          .meta({ description: 'Первый день без распределителей: сняты, вышли из строя, сорвана пломба' }),
        act: shortText,
      }),
    )
    .optional()
    .meta({ description: 'Помещение оборудовано распределителями' }),
} as const;

/** What a heating normative is per: needed to know in which months it is charged. */
export const heatingNormativeBasis = z.strictObject({
  per: z
    .enum(['seasonMonth', 'calendarMonth'])
    .meta({ description: 'seasonMonth — на месяц отопительного периода, calendarMonth — на календарный месяц' }),
  months: z.int().min(1).max(12).optional().meta({ description: 'Месяцев отопительного периода: нужно нормативу на календарный месяц' }),
});

/** Row of a heating normative by storeys and the year a house was built. */
export const heatingNormativeRow = z.strictObject({
  storeysFrom: z.int().min(1).max(200).optional().meta({ description: 'Этажей от' }),
  storeysTo: z.int().min(1).max(200).optional().meta({ description: 'Этажей до' }),
  builtFrom: z.int().min(1500).max(2200).optional().meta({ description: 'Первый год постройки' }),
  builtTo: z.int().min(1500).max(2200).optional().meta({ description: 'Последний год постройки' }),
});

export type HeatingTerritoryRecord = z.infer<typeof heatingTerritoryRecord>;
export type HeatingTermsRecord = z.infer<typeof heatingTermsRecord>;
export type HeatAllocatorsRecord = z.infer<typeof heatAllocatorsRecord>;
