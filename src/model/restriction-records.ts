import { z } from 'zod';
import { envelope } from './record-parts';
import { meteredService } from './services';
import { dayText, idText, moneyText, shortText } from './text-types';

/** How a notice of a debt was delivered. */
const NOTICE_CHANNELS = ['paymentDocument', 'registeredMail', 'signature', 'sms', 'call', 'email', 'gis', 'cabinet'] as const;

/** A notice of a debt, or a work on a service: restricted, suspended, resumed (ПП № 354, п. 119, 120). */
export const restrictionRecord = z.strictObject({
  kind: z.literal('restriction'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  provider: idText.meta({ description: 'Идентификатор исполнителя' }),
  service: meteredService.meta({ description: 'Услуга, за которую долг' }),
  step: z.enum(['notice', 'impossible', 'restricted', 'suspended', 'resumed']).meta({
    description:
      'notice — предупреждение, impossible — установлено, что ограничить нельзя, restricted — ограничена, suspended — приостановлена, resumed — возобновлена',
  }),
  on: dayText.meta({ description: 'День документа или работы' }),
  deliveredOn: dayText.optional().meta({ description: 'День доставки предупреждения: с него идёт срок' }),
  channel: z.enum(NOTICE_CHANNELS).optional().meta({
    description:
      'Как доставлено: paymentDocument в платёжном документе, registeredMail заказным письмом, signature под расписку, sms, call звонок с записью, email, gis в ГИС ЖКХ, cabinet в личном кабинете',
  }),
  cost: moneyText.optional().meta({ description: 'Расходы на работу, руб.' }),
  document: shortText.meta({ description: 'Документ: предупреждение, акт' }),
});

export type RestrictionRecord = z.infer<typeof restrictionRecord>;
