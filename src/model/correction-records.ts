import { z } from 'zod';
import { envelope } from './record-parts';
import { serviceCode } from './services';
import { idText, moneyText, monthText, shortText } from './text-types';

/**
 * A sum that somebody adds to a month or takes off it by hand («ручная корректировка»): a court's decision, an agreement, a mistake that no other fact explains. It is
 * a fact as any other: it says who and why, may be mended and withdrawn, and is shown as what it is.
 */
export const correctionRecord = z.strictObject({
  kind: z.literal('correction'),
  ...envelope,
  by: shortText.meta({ description: 'Кто внёс: обязателен' }),
  why: shortText.meta({ description: 'Основание словами: обязательно' }),
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  service: serviceCode,
  provider: idText.meta({ description: 'Идентификатор исполнителя, которому должны' }),
  month: monthText.meta({ description: 'Месяц, за который корректировка' }),
  amount: moneyText.meta({ description: 'Сумма, руб.: больше нуля — доначислить, меньше — снять; не ноль' }),
  document: shortText.meta({ description: 'Документ: решение, соглашение, служебная записка' }),
});

export type CorrectionRecord = z.infer<typeof correctionRecord>;
