import { z } from 'zod';
import { stretch } from './record-parts';
import { meteredService, zoneCode } from './services';
import { dayText, idText, normativeText, shortText } from './text-types';

/** A price with its zones: of a range, of a group of consumers. */
const zoned = {
  tariff: idText.meta({ description: 'Код тарифа' }),
  zoneTariffs: z.partialRecord(zoneCode, idText).optional().meta({ description: 'Тарифы по зонам суток' }),
  twoZoneTariffs: z.strictObject({ T1: idText, T2: idText }).optional().meta({ description: 'Тарифы двухзонных приборов, если они не те' }),
} as const;

const limits = z.array(idText).min(1).max(2);

/** Volume ranges («диапазоны») or the social norm: limits by their codes, and the tariffs above each of them. */
export const rangesTerms = z.strictObject({
  limits: limits.meta({
    description: 'Пороги по порядку: коды нормативов в кВт·ч на дом или квартиру в месяц (диапазоны) или на человека (социальная норма)',
  }),
  electricHeating: z
    .strictObject({
      limits: limits.meta({ description: 'Пороги отопительного сезона для негазифицированных домов с электроотоплением' }),
      months: z.array(z.int().min(1).max(12)).min(1).max(12).meta({ description: 'Месяцы отопительного сезона, от 1 до 12' }),
    })
    .optional()
    .meta({ description: 'Электроотопление: другие пороги в отопительный сезон' }),
  tariffs: z
    .array(z.strictObject(zoned))
    .min(1)
    .max(2)
    .meta({ description: 'Тарифы второго и третьего диапазонов, по порядку; первый — тариф услуги' }),
});

/** Fields of a service that price its volume; a group of consumers may have all of them anew. */
export const pricingFields = {
  ranges: rangesTerms.optional().meta({ description: 'Диапазоны объёма или социальная норма, только у электроэнергии' }),
  constantTariff: idText.optional().meta({ description: 'Двухставочный тариф: код ставки за мощность или нагрузку' }),
} as const;

/** Prices of a group of consumers («тарифная группа»): electric stoves, rural homes … */
export const groupTerms = z.strictObject({ ...zoned, ...pricingFields });

/** Units of capacity or load: kilowatts, cubic metres an hour, gigacalories an hour. */
export const capacityUnit = z.enum(['kW', '(m3/h)', '(Gcal/h)']);

/** Fields of a premises that its prices depend on. */
export const pricedPremisesFields = {
  tariffGroups: z
    .array(z.strictObject({ from: dayText, group: idText.nullable().meta({ description: 'Группа из tariffGroups услуги; null — общая' }) }))
    .default([])
    .meta({ description: 'Тарифная группа помещения по датам: электроплиты, сельская местность' }),
  electricHeating: z
    .array(
      z.strictObject({
        from: dayText.meta({ description: 'День, когда потребитель сообщил' }),
        to: dayText.nullable().default(null).meta({ description: 'Первый день, когда уже не так' }),
        why: shortText,
      }),
    )
    .default([])
    .meta({ description: 'Негазифицированный дом с электроотоплением: дни' }),
  capacities: z
    .array(
      z.strictObject({
        service: meteredService,
        ...stretch,
        unit: capacityUnit.meta({ description: 'kW — кВт, (m3/h) — м³/ч, (Gcal/h) — Гкал/ч' }),
        value: normativeText.meta({ description: 'Мощность или нагрузка помещения' }),
        act: shortText,
      }),
    )
    .default([])
    .meta({ description: 'Двухставочный тариф: мощность или нагрузка помещения по датам' }),
} as const;

export type RangesTerms = z.infer<typeof rangesTerms>;
export type GroupTerms = z.infer<typeof groupTerms>;
export type CapacityUnit = z.infer<typeof capacityUnit>;
