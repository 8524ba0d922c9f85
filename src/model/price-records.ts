import { z } from 'zod';
import { monthlyProfile } from './gas-land-fields';
import { heatingNormativeBasis, heatingNormativeRow } from './heating-records';
import { envelope } from './record-parts';
import { dayText, idText, normativeText, shortText, tariffText } from './text-types';
import { WASTE_NORMATIVE_UNITS } from './waste-fields';

const priced = {
  code: idText.meta({ description: 'Код, по которому на него ссылаются условия услуги' }),
  title: shortText.meta({ description: 'Название, как его увидят люди' }),
  region: idText.optional().meta({ description: 'Регион' }),
  reviewedThrough: dayText.meta({ description: 'По какой день проверены акты' }),
} as const;

/** A tariff («тариф») by date with the source of each value. */
export const tariffRecord = z.strictObject({
  kind: z.literal('tariff'),
  ...envelope,
  ...priced,
  unit: z
    .enum(['RUB/m3', 'RUB/t', 'RUB/kWh', 'RUB/Gcal', 'RUB/m2-month', 'RUB/kW-month', 'RUB/(m3/h)-month', 'RUB/(Gcal/h)-month'])
    .meta({ description: 'Единица тарифа' }),
  entries: z
    .array(
      z.strictObject({
        from: dayText,
        value: tariffText.nullable().meta({ description: 'Тариф с НДС, как его платит население; null — тариф кончился' }),
        act: shortText.meta({ description: 'Акт: орган, номер, дата' }),
        place: shortText.optional().meta({ description: 'Место в акте' }),
      }),
    )
    .min(1)
    .meta({ description: 'Значения по датам, по порядку' }),
});

/** A consumption normative («норматив») by date; by persons in the premises (and rooms) where the act says so. */
export const normativeRecord = z.strictObject({
  kind: z.literal('normative'),
  ...envelope,
  ...priced,
  unit: z
    .enum([
      'm3/person-month',
      'kWh/person-month',
      'kWh/month',
      'Gcal/m3',
      'm3/m2-month',
      'kWh/m2-month',
      'm3/head-month',
      'kWh/head-month',
      'm3/m3',
      'kWh/m3',
      'Gcal/m2-month',
      ...WASTE_NORMATIVE_UNITS,
    ])
    .meta({
      description:
        'Единица норматива; Gcal/m3, m3/m3, kWh/m3 — расход на подогрев 1 м³ воды; kWh/month — порог диапазона; Gcal/m2-month — отопление',
    }),
  heating: heatingNormativeBasis.optional().meta({ description: 'Отопление: на какой месяц установлен норматив' }),
  entries: z
    .array(
      z.strictObject({
        from: dayText,
        value: normativeText.nullable().optional().meta({ description: 'Одно значение для всех; null — норматив кончился' }),
        table: z
          .array(
            z.strictObject({
              rooms: z.int().min(1).max(50).optional().meta({ description: 'Число комнат' }),
              persons: z.int().min(1).max(50).meta({ description: 'Число проживающих' }),
              value: normativeText,
            }),
          )
          .optional()
          .meta({ description: 'Норматив на человека по числу комнат и проживающих; последняя строка действует и для большего числа' }),
        profile: monthlyProfile.optional(),
        buildings: z
          .array(heatingNormativeRow.extend({ value: normativeText }))
          .optional()
          .meta({ description: 'Отопление: норматив по этажности и году постройки' }),
        act: shortText.meta({ description: 'Акт: орган, номер, дата' }),
        place: shortText.optional().meta({ description: 'Место в акте' }),
      }),
    )
    .min(1)
    .meta({ description: 'Значения по датам, по порядку' }),
});
