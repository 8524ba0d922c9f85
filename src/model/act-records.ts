import { z } from 'zod';
import { envelope } from './record-parts';
import { meteredService, zoneCode } from './services';
import { dayText, idText, readingText, shortText } from './text-types';

/** What an act is about. */
export const ACT_TYPES = ['accessRefused', 'check', 'tampering', 'unauthorised', 'installationRefused', 'supplierDelay'] as const;

/**
 * An act («акт») about a meter or a consumer: who drew it up, on which day, why, and what it concerns. Which fields a type takes is checked when
 * facts are assembled.
 */
export const actRecord = z.strictObject({
  kind: z.literal('act'),
  ...envelope,
  type: z.enum(ACT_TYPES).meta({
    description:
      'accessRefused — отказ в допуске, check — проверка прибора, tampering — вмешательство в прибор, unauthorised — несанкционированное подключение, installationRefused — отказ в установке прибора электроэнергии, supplierDelay — поставщик просрочил прибор электроэнергии',
  }),
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  service: meteredService.optional().meta({ description: 'Услуга, если акт не обо всех' }),
  meter: idText.optional().meta({ description: 'Прибор, если акт об одном; для вмешательства обязателен' }),
  on: dayText.meta({ description: 'День акта; для просрочки поставщика — день, когда получено обращение потребителя' }),
  drawnUpBy: shortText.meta({ description: 'Кто составил' }),
  reason: shortText.meta({ description: 'Что установлено, словами' }),
  startedOn: dayText.optional().meta({ description: 'Вмешательство, подключение: первый день, если он известен' }),
  endedOn: dayText.optional().meta({ description: 'Последний день: вмешательство или подключение устранено, просрочка кончилась' }),
  capacity: readingText.optional().meta({ description: 'Мощность подключения за час: м³ или кВт·ч' }),
  readings: z
    .array(
      z.strictObject({
        meter: idText.meta({ description: 'Идентификатор прибора' }),
        zone: zoneCode.default('T0'),
        value: readingText,
        below: z.enum(['rollover', 'correction']).default('correction').meta({
          description: 'Если ниже предыдущего: correction — прежнее было завышено, rollover — счётчик прошёл через ноль',
        }),
      }),
    )
    .default([])
    .meta({ description: 'Проверка: показания, снятые проверяющим в этот день' }),
});
