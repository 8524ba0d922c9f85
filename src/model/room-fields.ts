import { z } from 'zod';
import { meteredService } from './services';
import { areaText, dayText, idText, monthText, shortText } from './text-types';

const sharing = z.strictObject({
  service: z
    .enum([...meteredService.options, 'waste'])
    .meta({ description: 'Услуга; у обращения с ТКО (waste) — только own: помещения за одним прибором платят со своей площади' }),
  from: monthText.meta({ description: 'Первый расчётный месяц правила' }),
  to: monthText.nullable().default(null).meta({ description: 'Первый месяц, когда уже не действует' }),
  by: z.enum(['residents', 'agreement', 'own']).meta({
    description:
      'residents — по числу проживающих; agreement — по долям из соглашения потребителей; own — услуга не общая: каждой комнате по её прибору или нормативу',
  }),
  shares: z
    .array(z.strictObject({ premises: idText, part: z.int().min(0).max(1_000_000).meta({ description: 'Целое число частей' }) }))
    .default([])
    .meta({ description: 'Доли по соглашению целыми частями: 1 и 2 — это одна треть и две трети; названы все комнаты' }),
  roomMeters: z
    .boolean()
    .default(false)
    .meta({ description: 'Электроэнергия: по соглашению приборы комнат считаются, хотя они есть не у всех' }),
  document: shortText.meta({ description: 'Соглашение: стороны, дата' }),
});

/** Fields of a premises that is a room of a communal flat or of a hostel, or such a flat. */
export const roomFields = {
  within: idText.optional().meta({
    description:
      'Комната: идентификатор квартиры или секции общежития, в которой она находится; так же — помещения за одним общим прибором',
  }),
  livingAreas: z
    .array(z.strictObject({ from: dayText, value: areaText }))
    .optional()
    .meta({ description: 'Жилая площадь комнаты по датам: по ней делят общедомовое квартиры' }),
  hostel: z.enum(['sharedFacilities', 'flats', 'operator']).optional().meta({
    description:
      'Общежитие: sharedFacilities — с общими кухнями и душевыми, как коммунальная квартира; flats — квартирного типа, как квартира; operator — коммунальные услуги в плате организации, здесь не начисляются',
  }),
  sharing: z
    .array(sharing)
    .optional()
    .meta({ description: 'Коммунальная квартира: как делить объём услуги между комнатами, если не по проживающим' }),
} as const;

/** How the volume of a service is divided between the rooms of a flat. */
export type SharingRule = z.infer<typeof sharing>;
