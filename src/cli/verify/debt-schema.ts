import { z } from 'zod';
import { debtEventRecord } from '../../model/debt-records';
import { coefficientText, dayText, idText, moneyText, monthText, shortText } from '../../model/text-types';
import { decimalStated } from './decimals';

const policies = z.record(idText, shortText).optional().meta({ description: 'Переключатели: код → значение' });
const problems = z.array(idText).optional().meta({ description: 'Коды ошибок' });
const explains = z.array(shortText).default([]).meta({ description: 'Что должно стоять в объяснении' });

/** A fee that rose, and whether it is paid by instalments. */
export const caseInstalment = z
  .strictObject({
    month: monthText.meta({ description: 'Месяц, плата за который выросла' }),
    fee: moneyText.meta({ description: 'Плата за услугу в этом месяце' }),
    lastYear: moneyText.optional().meta({ description: 'Плата за тот же месяц прошлого года; без неё сравнивать не с чем' }),
    granted: dayText.meta({ description: 'День предоставления рассрочки' }),
    interest: coefficientText.optional().meta({ description: 'Проценты годовых; по умолчанию по политике' }),
    ended: dayText.optional().meta({ description: 'День, с которого остаток платят сразу' }),
    refused: z.literal(true).optional().meta({ description: 'Потребитель отказался' }),
    policies,
  })
  .meta({ description: 'Рассрочка по п. 72' });

/** What a plan must say. */
export const instalmentExpected = z
  .strictObject({
    answer: z.enum(['instalment', 'refused', 'noBase', 'withinLimit']).optional().meta({
      description: 'Есть ли рассрочка: instalment — есть, refused — отказ, noBase — сравнивать не с чем, withinLimit — рост не больше 25 %',
    }),
    excess: moneyText.optional().meta({ description: 'Превышение' }),
    regular: moneyText.optional().meta({ description: 'Плата прошлого года, её платят сразу' }),
    interest: moneyText.optional().meta({ description: 'Проценты всего, руб.' }),
    percent: decimalStated.optional().meta({ description: 'Проценты годовых' }),
    first: moneyText.optional().meta({ description: 'К оплате по первому счёту: прошлогодняя плата, первая часть, проценты' }),
    parts: z.record(monthText, moneyText).optional().meta({ description: 'Все части: месяц счёта → сумма' }),
    interests: z.record(monthText, moneyText).optional().meta({ description: 'Проценты названных месяцев' }),
    explains,
    problems,
  })
  .meta({ description: 'Какой должна быть рассрочка' });

/** A debt whose limitation is asked. */
export const caseLimitation = z
  .strictObject({
    month: monthText.optional().meta({ description: 'Месяц долга: срок оплаты по закону' }),
    due: dayText.optional().meta({ description: 'Последний день оплаты вместо месяца' }),
    on: dayText.meta({ description: 'День, на который спрашивают' }),
    events: z
      .array(
        debtEventRecord.pick({ type: true, on: true, ended: true }).extend({
          document: shortText.default('документ').meta({ description: 'Документ' }),
        }),
      )
      .default([])
      .meta({ description: 'Признание долга, обращения в суд' }),
    policies,
  })
  .meta({ description: 'Исковая давность долга за месяц' });

/** Where the limitation must stand. */
export const limitationExpected = z
  .strictObject({
    state: z
      .enum(['open', 'barred', 'suspended', 'awarded'])
      .optional()
      .meta({ description: 'open — срок идёт, barred — истёк, suspended — идёт суд, awarded — взыскано' }),
    openThrough: dayText.optional().meta({ description: 'Последний день срока' }),
    barredFrom: dayText.optional().meta({ description: 'С какого дня срок истёк' }),
    provisional: z.boolean().optional().meta({ description: 'Календарь последнего дня ещё не известен' }),
    explains,
    problems,
  })
  .meta({ description: 'Что с давностью' });
