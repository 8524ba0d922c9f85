import { z } from 'zod';
import { envelope } from './record-parts';
import { serviceCode } from './services';
import { dayText, idText, moneyText, monthText, shortText } from './text-types';

/** What was owed when the account came to us («входящее сальдо»). Debt is positive. */
export const openingSaldoRecord = z.strictObject({
  kind: z.literal('openingSaldo'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  service: serviceCode.or(z.literal('penalty')).meta({ description: 'Услуга, за которую долг, или penalty — пени' }),
  provider: idText.meta({ description: 'Идентификатор исполнителя, которому должны' }),
  month: monthText.meta({ description: 'Месяц, за который долг' }),
  amount: moneyText.meta({ description: 'Долг — больше нуля, переплата — меньше, руб.' }),
});

/** Money that came («платёж»). */
export const paymentRecord = z.strictObject({
  kind: z.literal('payment'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  amount: moneyText.meta({ description: 'Сумма платежа, руб.' }),
  paidOn: dayText.meta({ description: 'День, когда заплачено' }),
  receivedOn: dayText.optional().meta({ description: 'День, когда деньги поступили исполнителю' }),
  source: shortText.optional().meta({ description: 'Откуда: банк, касса, сайт' }),
  provider: idText.optional().meta({ description: 'Кому плательщик платит: только этому исполнителю' }),
  period: monthText.optional().meta({ description: 'За какой месяц платит плательщик' }),
  services: z
    .array(
      z.strictObject({
        service: serviceCode,
        provider: idText.optional().meta({ description: 'Исполнитель услуги; без него — любой' }),
        amount: moneyText.meta({ description: 'Сколько плательщик хочет заплатить за услугу, руб.' }),
      }),
    )
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Сколько за какую услугу: «хочу заплатить»; в сумме не больше платежа' }),
  purpose: z.enum(['principal', 'penalty']).optional().meta({ description: 'principal — только долг без пеней, penalty — сначала пени' }),
});

/** An advance that was given back («возврат аванса»). */
export const refundRecord = z.strictObject({
  kind: z.literal('refund'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  provider: idText.meta({ description: 'Чей аванс возвращён' }),
  amount: moneyText.meta({ description: 'Сумма возврата, руб.' }),
  on: dayText.meta({ description: 'День возврата' }),
  document: shortText.meta({ description: 'Заявление, платёжное поручение' }),
});

/** Money whose account nobody knows yet («невыясненный платёж»). */
export const unidentifiedPaymentRecord = z.strictObject({
  kind: z.literal('unidentifiedPayment'),
  ...envelope,
  told: shortText.meta({ description: 'Что сказано о счёте или плательщике' }),
  amount: moneyText.meta({ description: 'Сумма платежа, руб.' }),
  paidOn: dayText.meta({ description: 'День, когда заплачено' }),
  receivedOn: dayText.optional().meta({ description: 'День, когда деньги поступили исполнителю' }),
  source: shortText.optional().meta({ description: 'Откуда: банк, касса, сайт' }),
});

export type OpeningSaldoRecord = z.infer<typeof openingSaldoRecord>;
export type PaymentRecord = z.infer<typeof paymentRecord>;
export type RefundRecord = z.infer<typeof refundRecord>;
export type UnidentifiedPaymentRecord = z.infer<typeof unidentifiedPaymentRecord>;
