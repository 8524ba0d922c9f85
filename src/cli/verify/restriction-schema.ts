import { z } from 'zod';
import { repaymentAgreementRecord } from '../../model/debt-records';
import { restrictionRecord } from '../../model/restriction-records';
import { serviceCode } from '../../model/services';
import { dayText, idText, moneyText, monthText, shortText } from '../../model/text-types';

/** Debts, notices and works of one service of one account. */
export const caseRestriction = z
  .strictObject({
    service: serviceCode.meta({ description: 'Услуга' }),
    on: dayText.meta({ description: 'День, на который спрашивают' }),
    fee: moneyText.meta({ description: 'Месячная плата по нормативу по тарифу этого дня' }),
    debts: z
      .array(
        z.strictObject({
          month: monthText.meta({ description: 'Месяц долга: срок оплаты по закону' }),
          amount: moneyText.meta({ description: 'Начислено' }),
          service: serviceCode.optional().meta({ description: 'Другая услуга того же исполнителя' }),
          payments: z.record(dayText, moneyText).optional().meta({ description: 'Оплачено: день → сумма' }),
        }),
      )
      .default([])
      .meta({ description: 'Начисления и платежи' }),
    steps: z
      .array(restrictionRecord.pick({ step: true, on: true, deliveredOn: true }))
      .default([])
      .meta({ description: 'Предупреждения и работы' }),
    agreements: z
      .array(repaymentAgreementRecord.pick({ agreedOn: true, debts: true, parts: true, graceDays: true }))
      .default([])
      .meta({ description: 'Соглашения о погашении долга' }),
    detached: z.boolean().default(false).meta({ description: 'Жилой дом, а не квартира' }),
    worksOwed: moneyText.optional().meta({ description: 'Не оплачено расходов на работы' }),
    policies: z.record(idText, shortText).optional().meta({ description: 'Переключатели: код → значение' }),
  })
  .meta({ description: 'Ограничение и приостановление услуги за долг' });

const STEPS = ['none', 'eligible', 'noticed', 'restrictable', 'restricted', 'suspendable', 'suspended', 'resumed'] as const;

/** Where the procedure must stand. */
export const restrictionExpected = z
  .strictObject({
    state: z.enum(STEPS).optional().meta({ description: 'Шаг процедуры' }),
    since: dayText.optional().meta({ description: 'С какого дня' }),
    next: z.enum(STEPS).optional().meta({ description: 'Что дальше по прошествии дней' }),
    nextOn: dayText.optional().meta({ description: 'С какого дня; у resumed — по какой' }),
    debt: moneyText.optional().meta({ description: 'Просроченный долг за услугу' }),
    limit: moneyText.optional().meta({ description: 'Порог' }),
    explains: z.array(shortText).default([]).meta({ description: 'Что должно стоять в объяснении' }),
    problems: z.array(idText).optional().meta({ description: 'Коды ошибок' }),
  })
  .meta({ description: 'На каком шаге процедура' });
