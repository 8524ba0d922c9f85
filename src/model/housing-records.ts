import { z } from 'zod';
import { envelope } from './record-parts';
import { dayText, idText, normativeText, shortText, tariffText } from './text-types';
import { tariffVat } from './vat';

const received = dayText.optional().meta({ description: 'День, когда документ поступил; по умолчанию известно вовремя' });

/** A paid work done once («разовая платная услуга»): installing, sealing, connecting, repairing. */
export const paidWorkRecord = z.strictObject({
  kind: z.literal('paidWork'),
  ...envelope,
  account: idText.optional().meta({ description: 'Номер лицевого счёта; или помещение' }),
  premises: idText.optional().meta({ description: 'Помещение: платит тот, чей счёт открыт в этот день' }),
  provider: idText.meta({ description: 'Идентификатор исполнителя' }),
  on: dayText.meta({ description: 'День работы: строка встаёт в счёт за его месяц' }),
  receivedOn: received,
  item: idText.meta({ description: 'Вид работы: sealing, installation, connection, repair' }),
  title: shortText.meta({ description: 'Название, как его увидят люди' }),
  quantity: normativeText.meta({ description: 'Количество' }),
  price: tariffText.meta({ description: 'Цена за единицу, руб.' }),
  vat: tariffVat.optional(),
  document: shortText.meta({ description: 'Документ: договор, заявка, акт' }),
});

/** A service paid in advance for some days («услуга по предоплате»): intercom, internet, a maintenance plan. */
export const prepaidRecord = z.strictObject({
  kind: z.literal('prepaid'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  provider: idText.meta({ description: 'Идентификатор исполнителя' }),
  item: idText.meta({ description: 'Услуга: intercom, internet; периоды одной услуги счёта не пересекаются' }),
  title: shortText.meta({ description: 'Название, как его увидят люди' }),
  from: dayText.meta({ description: 'Первый день действия: начисляют в его месяце, один раз' }),
  to: dayText.meta({ description: 'Первый день, когда уже не действует' }),
  price: tariffText.meta({ description: 'Цена за весь период, руб.' }),
  vat: tariffVat.optional(),
  document: shortText.meta({ description: 'Договор, заявление' }),
  receivedOn: received,
  cancelled: z
    .strictObject({
      on: dayText.meta({ description: 'Первый день, когда услуги уже нет' }),
      receivedOn: received,
      document: shortText.meta({ description: 'Заявление об отказе' }),
    })
    .optional()
    .meta({ description: 'Отказ до конца срока: неиспользованные дни возвращаются (политика prepaidCancel)' }),
});

/** Days on which a housing service was not rendered, or was rendered badly («ненадлежащее качество», ПП № 491). */
export const defectRecord = z.strictObject({
  kind: z.literal('housingDefect'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  service: z.enum(['maintenance', 'additional']).default('maintenance').meta({ description: 'Услуга' }),
  item: idText.optional().meta({ description: 'Статья услуги; без неё — услуга без статей' }),
  premises: z.array(idText).min(1).max(5000).optional().meta({ description: 'Помещения; по умолчанию весь дом' }),
  from: dayText.meta({ description: 'Первый день' }),
  to: dayText.meta({ description: 'Первый день, когда уже надлежащее' }),
  receivedOn: received,
  document: shortText.meta({ description: 'Акт' }),
});

export type PaidWorkRecord = z.infer<typeof paidWorkRecord>;
export type PrepaidRecord = z.infer<typeof prepaidRecord>;
export type DefectRecord = z.infer<typeof defectRecord>;
