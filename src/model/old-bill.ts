import { z } from 'zod';
import { serviceCode } from './services';
import { idText, moneyText, monthText, readingText, tariffText } from './text-types';

/** A sum that another system billed: what an account was charged for a service in a month, with the numbers behind it where they are known. */
export const oldBillRow = z.strictObject({
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  service: serviceCode,
  provider: idText.meta({ description: 'Идентификатор исполнителя' }),
  month: monthText,
  amount: moneyText.meta({ description: 'К оплате за услугу за месяц, руб., со всеми перерасчётами и льготами' }),
  volume: readingText.optional().meta({ description: 'Объём' }),
  tariff: tariffText.optional().meta({ description: 'Тариф' }),
  part: z.literal('common').optional().meta({ description: 'common — на общие нужды дома; без столбца вместе с услугой' }),
});

export type OldBillRow = z.infer<typeof oldBillRow>;
