import { z } from 'zod';
import { COMMISSION_FREE_CATEGORIES } from '../norms/federal/commission';
import { dayText, idText, moneyText, shortText } from './text-types';

const percentText = z
  .string()
  .regex(/^(0|[1-9][0-9]?)(\.[0-9]{1,4})?$/, { message: 'number-format' })
  .meta({ description: 'Процент, до 4 знаков после точки', examples: ['1.2'] });

const amountText = moneyText.refine((text) => !text.startsWith('-'), { message: 'number-format' });

/** A way to pay («канал приёма платежей») with its commission by date. The commission is an attribute of the channel, never a charge. */
export const paymentChannel = z
  .strictObject({
    code: idText,
    title: shortText.meta({ description: 'Название: банк, касса, сайт' }),
    operator: z
      .enum(['provider', 'bank', 'agent', 'post'])
      .meta({ description: 'provider — исполнитель сам, bank — банк, agent — платёжный агент, post — Почта России' }),
    fees: z
      .array(
        z.strictObject({
          from: dayText,
          percent: percentText,
          min: amountText.optional().meta({ description: 'Не меньше, руб.' }),
          max: amountText.optional().meta({ description: 'Не больше, руб.' }),
          contract: shortText.meta({ description: 'Тариф, договор' }),
        }),
      )
      .min(1)
      .max(100)
      .meta({ description: 'Комиссия по датам' }),
    freeFor: z
      .array(z.enum(COMMISSION_FREE_CATEGORIES))
      .optional()
      .meta({ description: 'С кого канал не берёт комиссию сам, независимо от закона' }),
  })
  .meta({ description: 'Канал приёма платежей' });
export type PaymentChannel = z.infer<typeof paymentChannel>;
