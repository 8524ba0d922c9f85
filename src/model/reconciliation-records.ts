import { z } from 'zod';
import { envelope } from './record-parts';
import { dayText, idText, moneyText, shortText } from './text-types';

/** A reconciliation statement that both sides agreed to («подписанный акт сверки»): the next book and the next statement may begin from it. */
export const reconciliationRecord = z.strictObject({
  kind: z.literal('reconciliation'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  through: dayText.meta({ description: 'Последний день акта: последний день месяца' }),
  agreedOn: dayText.meta({ description: 'День, когда акт подписан' }),
  saldo: z
    .array(
      z.strictObject({
        provider: idText.meta({ description: 'Идентификатор исполнителя' }),
        amount: moneyText.meta({ description: 'Долг — больше нуля, переплата — меньше, руб.' }),
      }),
    )
    .min(1)
    .max(100)
    .meta({ description: 'Согласованное сальдо по исполнителям' }),
  document: shortText.meta({ description: 'Номер и дата акта' }),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { message: 'text-format' })
    .optional()
    .meta({ description: 'Хеш содержания акта' }),
  acknowledges: z
    .boolean()
    .default(true)
    .meta({ description: 'Должник (или его представитель с полномочиями) подписал: срок исковой давности начинается заново' }),
});

export type ReconciliationRecord = z.infer<typeof reconciliationRecord>;
