import { z } from 'zod';
import { repaymentAgreementRecord } from '../../model/debt-records';
import { coefficientText, dayText, idText, moneyText, monthText, shortText } from '../../model/text-types';
import { EXEMPTION_GROUNDS, PAYERS } from '../../norms/federal/moratoria';
import { PENALTY_BRANCHES } from '../../norms/penalty-regime';
import { decimalStated, digitsStated } from './decimals';

const byDay = <T extends z.ZodType>(value: T, description: string) => z.record(dayText, value).optional().meta({ description });

const debt = z
  .strictObject({
    account: idText.default('1').meta({ description: 'Лицевой счёт; по умолчанию «1»' }),
    provider: idText.default('исполнитель').meta({ description: 'Кому должны; по умолчанию «исполнитель»' }),
    service: idText.optional().meta({ description: 'Услуга; без неё — долг без деления по услугам' }),
    branch: z
      .enum(PENALTY_BRANCHES)
      .optional()
      .meta({ description: 'Отрасль: housing жильё, capitalRepair капремонт, water, sewerage, heat, electricity, gas, waste' }),
    month: monthText.meta({ description: 'За какой месяц долг' }),
    amount: moneyText.meta({ description: 'Сумма долга, руб.' }),
    due: dayText.optional().meta({ description: 'Последний день оплаты; по умолчанию по закону для этого месяца' }),
    presented: dayText.optional().meta({ description: 'День, когда представлен платёжный документ; по умолчанию в срок' }),
    parts: z
      .record(monthText, moneyText)
      .optional()
      .meta({ description: 'Рассрочка: части долга, которые платят по счетам этих месяцев: месяц → сумма' }),
    demanded: dayText.optional().meta({ description: 'ТКО у организаций: день предъявления требования' }),
    payments: byDay(moneyText, 'Платежи: день → сумма'),
    writeOffs: byDay(moneyText, 'Списания: день → сумма'),
    reductions: z.array(moneyText).optional().meta({ description: 'Снижения начисленного перерасчётом или льготой: суммы' }),
    reversals: z
      .array(
        z.strictObject({
          day: dayText.meta({ description: 'День отмены' }),
          paidOn: dayText.meta({ description: 'День отменённого платежа' }),
          amount: moneyText.meta({ description: 'Сумма, руб.' }),
          error: z.enum(['payer', 'payee']).meta({ description: 'Чья ошибка: payer плательщика, payee получателя или банка' }),
        }),
      )
      .optional()
      .meta({ description: 'Отменённые платежи' }),
  })
  .meta({ description: 'Долг с одним сроком оплаты' });

/** Debts and what bears on their penalties. */
export const penaltyFacts = z
  .strictObject({
    payer: z.enum(PAYERS).default('citizen').meta({
      description:
        'Плательщик: citizen гражданин, premisesOwner организация — собственник помещения, organisation прочая, homeownersAssociation ТСЖ, managingCompany УК, resourceSupplier РСО',
    }),
    debts: z.array(debt).min(1).meta({ description: 'Долги' }),
    through: dayText.meta({ description: 'По какой день считать, включительно' }),
    exemptions: z
      .array(
        z.strictObject({
          ground: z
            .enum(EXEMPTION_GROUNDS)
            .meta({ description: 'Основание: military, bankruptcy, agreement соглашение, waiver отказ исполнителя' }),
          from: dayText.meta({ description: 'Первый день' }),
          to: dayText.optional().meta({ description: 'Первый день, когда уже не действует' }),
          document: shortText.default('документ').meta({ description: 'Документ' }),
          provider: idText.optional().meta({ description: 'Только долги этому исполнителю' }),
        }),
      )
      .optional()
      .meta({ description: 'Личные освобождения' }),
    agreements: z
      .array(
        repaymentAgreementRecord.omit({ kind: true, id: true, document: true, account: true, provider: true }).extend({
          account: idText.default('1').meta({ description: 'Лицевой счёт; по умолчанию «1»' }),
          provider: idText.default('исполнитель').meta({ description: 'Исполнитель' }),
          document: shortText.default('соглашение').meta({ description: 'Соглашение' }),
        }),
      )
      .optional()
      .meta({ description: 'Соглашения о погашении долга' }),
    withoutMoratoria: z.array(idText).optional().meta({ description: 'Моратории, от которых должник отказался: коды' }),
    decided: dayText.optional().meta({ description: 'День решения суда' }),
    policies: z.record(idText, shortText).optional().meta({ description: 'Переключатели: код → значение' }),
    rates: byDay(coefficientText, 'Ставка вместо ставки Банка России, % годовых: день → ставка'),
    capped: z.boolean().default(true).meta({ description: 'Действует ли предел ставки 9,5 %' }),
    moratoria: z
      .array(
        z.strictObject({
          from: dayText.meta({ description: 'Первый день' }),
          to: dayText.meta({ description: 'Первый день, когда уже не действует' }),
        }),
      )
      .optional()
      .meta({ description: 'Моратории вместо действительных, для всех долгов' }),
  })
  .meta({ description: 'Долги, по которым считают пени' });

const interval = z
  .strictObject({
    month: monthText.optional().meta({ description: 'За какой месяц долг' }),
    service: idText.optional().meta({ description: 'Услуга' }),
    from: dayText.optional().meta({ description: 'Первый день' }),
    through: dayText.optional().meta({ description: 'Последний день' }),
    days: z.int().min(1).max(100000).optional().meta({ description: 'Дней' }),
    base: moneyText.optional().meta({ description: 'Долг, руб.' }),
    rate: coefficientText.optional().meta({ description: 'Ставка, % годовых' }),
    divisor: z.int().min(1).max(100000).optional().meta({ description: 'Доля ставки за день: 300 — одна трёхсотая' }),
    free: idText.optional().meta({ description: 'Почему пени не идут: grace льготные дни, код моратория или освобождения' }),
    amount: moneyText.optional().meta({ description: 'Пени, руб.' }),
    exact: digitsStated.optional(),
    published: decimalStated.optional().meta({ description: 'Что напечатано в источнике' }),
  })
  .meta({ description: 'Дни с одним долгом, ставкой и долей' });

/** What penalties must come out. */
export const penaltyExpected = z
  .strictObject({
    due: dayText.optional().meta({ description: 'Последний день оплаты первого долга, после переноса с нерабочего дня' }),
    regime: idText.optional().meta({ description: 'Режим пеней первого долга' }),
    total: moneyText.optional().meta({ description: 'Пени всего, руб.' }),
    exact: digitsStated.optional(),
    published: decimalStated.optional().meta({ description: 'Что напечатано в источнике' }),
    sums: z.record(monthText, moneyText).optional().meta({ description: 'Пени по месяцам долга: месяц → сумма' }),
    intervals: z.array(interval).optional().meta({ description: 'Все строки расчёта по порядку' }),
    assumedFrom: dayText.optional().meta({ description: 'С какого дня вместо неизвестной ставки взят предел' }),
    explains: z.array(shortText).default([]).meta({ description: 'Что должно стоять в расчёте' }),
    problems: z.array(idText).optional().meta({ description: 'Коды ошибок вместо расчёта' }),
  })
  .meta({ description: 'Какими должны быть пени' });

export type PenaltyFacts = z.infer<typeof penaltyFacts>;
export type PenaltyDebt = PenaltyFacts['debts'][number];
export type ExpectedInterval = z.infer<typeof interval>;
