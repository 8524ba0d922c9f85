import { z } from 'zod';
import { meterFault } from './gas-land-fields';
import { envelope } from './record-parts';
import { meteredService, zoneCode } from './services';
import { dayText, idText, ratioText, readingText, shortText } from './text-types';

/** A meter («ИПУ») with its registers and what happened to it. */
export const meterRecord = z.strictObject({
  kind: z.literal('meter'),
  ...envelope,
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  service: meteredService,
  point: idText.default('main').meta({ description: 'Место: кухня, ванная. Приборы одного места сменяют друг друга' }),
  serial: shortText.meta({ description: 'Заводской номер' }),
  commissionedOn: dayText.meta({ description: 'День ввода в эксплуатацию' }),
  verifications: z
    .array(
      z.strictObject({
        on: dayText.meta({ description: 'День поверки' }),
        until: dayText.meta({ description: 'Последний день срока поверки' }),
      }),
    )
    .default([])
    .meta({ description: 'Поверки' }),
  registers: z
    .array(
      z.strictObject({
        zone: zoneCode.default('T0'),
        digits: z.int().min(1).max(15).default(5).meta({ description: 'Знаков до запятой на табло' }),
        decimals: z.int().min(0).max(7).default(3).meta({ description: 'Знаков после запятой на табло' }),
        initial: readingText.meta({ description: 'Показание при вводе' }),
        ratios: z
          .array(
            z.strictObject({
              from: dayText.meta({ description: 'С какого дня действует' }),
              value: ratioText,
              stand: readingText.optional().meta({
                description: 'Показание в день смены: закрывает прежний коэффициент и открывает этот; не нужно действующему с ввода',
              }),
            }),
          )
          .optional()
          .meta({ description: 'Коэффициент трансформации по датам (электричество); без него 1' }),
      }),
    )
    .min(1)
    .max(3)
    .meta({ description: 'Шкалы: одна, а у электричества по зонам — две или три' }),
  failedOn: dayText.optional().meta({ description: 'День выхода из строя или утраты' }),
  closesPlace: z.literal(true).optional().meta({ description: 'Место прибора ликвидировано: после снятия другого прибора здесь не будет' }),
  removedOn: dayText.optional().meta({ description: 'День снятия' }),
  repairNotice: shortText
    .optional()
    .meta({ description: 'Газ: прибор не работает или снят из-за ремонта или поверки по заявлению (номер, дата)' }),
  fault: meterFault.optional(),
  reports: z
    .literal('volume')
    .optional()
    .meta({ description: 'volume — прибор передаёт объём за месяц, а не показание нарастающим итогом: перехода через ноль нет' }),
  above: idText.optional().meta({ description: 'Прибор выше по трубе или проводу, через который идёт тот же объём' }),
});

/** A house meter («ОДПУ») on an inlet of the house («ввод»), with its registers and what happened to it. Its readings are readings as any other. */
export const houseMeterRecord = meterRecord.omit({ kind: true, premises: true, point: true }).extend({
  kind: z.literal('houseMeter'),
  house: idText.meta({ description: 'Идентификатор дома' }),
  inlet: idText.default('main').meta({ description: 'Ввод в дом. Приборы одного ввода сменяют друг друга, вводы складываются' }),
  within: idText.optional().meta({ description: 'Ввод, внутри которого стоит прибор: его объём уже учтён там и не складывается' }),
});

/** A reading («показание») of one register. */
export const readingRecord = z.strictObject({
  kind: z.literal('reading'),
  ...envelope,
  meter: idText.meta({ description: 'Идентификатор прибора' }),
  zone: zoneCode.default('T0'),
  takenOn: dayText.meta({ description: 'День снятия показания' }),
  receivedOn: dayText.optional().meta({ description: 'День получения; по умолчанию день снятия' }),
  value: readingText,
  enteredAs: z
    .literal('consumption')
    .optional()
    .meta({ description: 'consumption — передан расход, а не показание: показание — прежнее плюс расход' }),
  source: z
    .enum(['resident', 'controller', 'telemetry', 'computed'])
    .default('resident')
    .meta({ description: 'resident — житель, controller — контролёр, telemetry — телеметрия, computed — расчёт' }),
  purpose: z
    .enum(['monthly', 'closing'])
    .default('monthly')
    .meta({ description: 'closing — снято при снятии прибора, истечении поверки, смене владельца' }),
  below: z.enum(['rollover', 'correction']).optional().meta({
    description: 'Что значит показание ниже предыдущего: rollover — счётчик прошёл через ноль, correction — прежнее было завышено',
  }),
  verdict: z
    .enum(['accepted', 'held', 'refused'])
    .optional()
    .meta({ description: 'Решение человека (с by и why); без него решают правила' }),
});
