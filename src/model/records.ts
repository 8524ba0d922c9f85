import { z } from 'zod';
import { commonTermsRecord, houseVolumeRecord } from './common-records';
import { gasEquipmentEntry, gasNormativeCodes, landUse, meterFault, monthlyProfile, serviceRules } from './gas-land-fields';
import { ownProduction } from './own-production';
import { groupTerms, pricedPremisesFields, pricingFields } from './pricing-terms';
import { envelope, stretch } from './record-parts';
import { roomFields } from './room-fields';
import { meteredService, serviceCode, zoneCode } from './services';
import {
  areaText,
  coefficientText,
  dayText,
  idText,
  moneyText,
  monthText,
  normativeText,
  ratioText,
  readingText,
  shortText,
  tariffText,
} from './text-types';

/** A house («МКД»). */
export const houseRecord = z.strictObject({
  kind: z.literal('house'),
  ...envelope,
  address: shortText.meta({ description: 'Адрес дома' }),
  region: idText.meta({ description: 'Регион: по нему выбирают тарифы, нормативы и политики' }),
  policies: z.record(idText, shortText).default({}).meta({ description: 'Переключатели: код политики → значение' }),
  billedSince: monthText
    .optional()
    .meta({ description: 'Первый месяц, который начислен этой системой: более ранние месяцы не пересчитываются' }),
  multipliers: z
    .array(z.strictObject({ service: meteredService, from: dayText, value: coefficientText, act: shortText }))
    .default([])
    .meta({ description: 'Повышающий коэффициент региона вместо федерального' }),
  readingWindow: z
    .array(
      z.strictObject({
        from: dayText,
        cutoffDay: z.int().min(1).max(31).meta({ description: 'Последнее число месяца, показание до которого текущее' }),
        firstDay: z.int().min(1).max(31).optional().meta({ description: 'Первое число окна, когда показания принимают' }),
        strict: z
          .literal(true)
          .optional()
          .meta({ description: 'Строгое окно: показание до первого числа тоже не текущее (политика strictWindow)' }),
        service: meteredService.optional().meta({ description: 'Окно одной услуги; без неё — всех' }),
        provider: idText.optional().meta({ description: 'Окно услуг одного исполнителя; без него — всех' }),
      }),
    )
    .default([])
    .meta({ description: 'С какого и до какого числа месяца показание считается текущим (по умолчанию до 25)' }),
  management: z
    .array(
      z.strictObject({
        from: dayText,
        kind: z.enum(['company', 'direct', 'none']).meta({
          description: 'company — управляющая организация, ТСЖ, кооператив; direct — непосредственное управление; none — способ не выбран',
        }),
      }),
    )
    .optional()
    .meta({ description: 'Способ управления домом по датам; по умолчанию company' }),
  premisesArea: z
    .array(z.strictObject({ from: dayText, value: areaText }))
    .optional()
    .meta({ description: 'Площадь всех жилых и нежилых помещений дома по датам; по умолчанию сумма площадей помещений' }),
});

/** Who provides a service and is owed for it («исполнитель»). */
export const providerRecord = z.strictObject({
  kind: z.literal('provider'),
  ...envelope,
  name: shortText.meta({ description: 'Название исполнителя' }),
  inn: z
    .string()
    .regex(/^\d{10}(\d{2})?$/, { message: 'inn-format' })
    .optional()
    .meta({ description: 'ИНН, 10 или 12 цифр' }),
});

/** Terms of a service in a house: who provides it, at which tariff and normative. */
export const serviceRecord = z.strictObject({
  kind: z.literal('service'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  service: serviceCode,
  provider: idText.meta({ description: 'Идентификатор исполнителя, которому должны за услугу' }),
  ...stretch,
  tariff: idText.meta({ description: 'Код тарифа (для двухкомпонентной ГВС — компонент на холодную воду)' }),
  heatTariff: idText.optional().meta({ description: 'Двухкомпонентная ГВС: тариф на тепловую энергию, руб./Гкал' }),
  heatNormative: idText.optional().meta({ description: 'Двухкомпонентная ГВС: норматив подогрева, Гкал/м³' }),
  zoneTariffs: z.partialRecord(zoneCode, idText).optional().meta({ description: 'Тарифы по зонам суток' }),
  twoZoneTariffs: z
    .strictObject({ T1: idText, T2: idText })
    .optional()
    .meta({ description: 'Тарифы двухзонных приборов (день и ночь), если они не те, что у трёхзонных' }),
  legalEntityTariff: idText.optional().meta({ description: 'Тариф для прочих потребителей (нежилые помещения)' }),
  normative: idText.optional().meta({ description: 'Код норматива потребления' }),
  ...pricingFields,
  tariffGroups: z.record(idText, groupTerms).optional().meta({ description: 'Тарифные группы: код группы → её тарифы вместо общих' }),
  meterDuty: z.boolean().default(true).meta({ description: 'Есть обязанность установить прибор (повышающий коэффициент)' }),
  rules: serviceRules.optional(),
  gasNormatives: gasNormativeCodes.optional(),
  made: ownProduction.optional().meta({ description: 'Горячую воду готовят в доме (ПП № 354, п. 54): тариф услуги — холодной воды' }),
});

/** A premises («помещение») with its area by date. */
export const premisesRecord = z.strictObject({
  kind: z.literal('premises'),
  ...envelope,
  house: idText.meta({ description: 'Идентификатор дома' }),
  number: shortText.meta({ description: 'Номер помещения, как на двери' }),
  type: z.enum(['dwelling', 'nonResidential']).meta({ description: 'dwelling — жилое, nonResidential — нежилое' }),
  rooms: z.int().min(1).max(50).optional().meta({ description: 'Число комнат: нужно, когда норматив зависит от него' }),
  areas: z
    .array(z.strictObject({ from: dayText, value: areaText }))
    .min(1)
    .meta({ description: 'Общая площадь по датам' }),
  meteringImpossible: z
    .array(z.strictObject({ service: meteredService, ...stretch, act: shortText }))
    .default([])
    .meta({ description: 'Акты об отсутствии технической возможности установить прибор' }),
  owners: z
    .array(z.strictObject({ from: dayText, count: z.int().min(0).max(1000).meta({ description: 'Число собственников' }) }))
    .default([])
    .meta({ description: 'Число собственников: по нему считают дни, когда никто не проживает' }),
  contractVolumes: z
    .array(z.strictObject({ service: meteredService, ...stretch, volume: readingText, contract: shortText }))
    .default([])
    .meta({ description: 'Нежилое помещение без прибора: объём в месяц по договору' }),
  directContracts: z
    .array(z.strictObject({ service: meteredService, ...stretch, why: shortText }))
    .default([])
    .meta({ description: 'Дни, за которые услугу этому помещению начисляем не мы: прямой договор, услуги нет' }),
  suppliedVolumes: z
    .array(z.strictObject({ service: meteredService, month: monthText, volume: readingText, source: shortText }))
    .optional()
    .meta({ description: 'Объёмы по прямому договору, как их сообщил поставщик: нужны балансу дома' }),
  gasEquipment: z.array(gasEquipmentEntry).min(1).optional().meta({ description: 'Газовое оборудование по датам' }),
  landUses: z.array(landUse).max(32).optional().meta({ description: 'Земельный участок и надворные постройки: на что идёт ресурс' }),
  ...pricedPremisesFields,
  ...roomFields,
});

/** A personal account («лицевой счёт») with its other numbers. */
export const accountRecord = z.strictObject({
  kind: z.literal('account'),
  ...envelope,
  number: idText.meta({ description: 'Номер лицевого счёта' }),
  aliases: z.array(idText).default([]).meta({ description: 'Старые номера, ЕЛС, номера у других поставщиков' }),
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  ...stretch,
  payer: z
    .strictObject({
      kind: z.enum(['person', 'legalEntity']).meta({ description: 'person — гражданин, legalEntity — юридическое лицо' }),
      name: shortText.optional(),
    })
    .default({ kind: 'person' })
    .meta({ description: 'Плательщик' }),
});

/** A person living in a premises for some days («проживающий»). */
export const residentRecord = z.strictObject({
  kind: z.literal('resident'),
  ...envelope,
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  person: idText.meta({ description: 'Кто живёт: код человека, один на все его проживания' }),
  ...stretch,
  stay: z.enum(['permanent', 'temporary']).default('permanent').meta({ description: 'permanent — постоянно, temporary — временно' }),
  born: dayText.optional().meta({ description: 'День рождения' }),
});

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

/** What an act is about. */
export const ACT_TYPES = ['accessRefused', 'check', 'tampering', 'unauthorised', 'installationRefused', 'supplierDelay'] as const;

/**
 * An act («акт») about a meter or a consumer: who drew it up, on which day, why, and what it concerns. Which fields a type takes is checked when
 * facts are assembled.
 */
export const actRecord = z.strictObject({
  kind: z.literal('act'),
  ...envelope,
  type: z.enum(ACT_TYPES).meta({
    description:
      'accessRefused — отказ в допуске, check — проверка прибора, tampering — вмешательство в прибор, unauthorised — несанкционированное подключение, installationRefused — отказ в установке прибора электроэнергии, supplierDelay — поставщик просрочил прибор электроэнергии',
  }),
  premises: idText.meta({ description: 'Идентификатор помещения' }),
  service: meteredService.optional().meta({ description: 'Услуга, если акт не обо всех' }),
  meter: idText.optional().meta({ description: 'Прибор, если акт об одном; для вмешательства обязателен' }),
  on: dayText.meta({ description: 'День акта; для просрочки поставщика — день, когда получено обращение потребителя' }),
  drawnUpBy: shortText.meta({ description: 'Кто составил' }),
  reason: shortText.meta({ description: 'Что установлено, словами' }),
  startedOn: dayText.optional().meta({ description: 'Вмешательство, подключение: первый день, если он известен' }),
  endedOn: dayText.optional().meta({ description: 'Последний день: вмешательство или подключение устранено, просрочка кончилась' }),
  capacity: readingText.optional().meta({ description: 'Мощность подключения за час: м³ или кВт·ч' }),
  readings: z
    .array(
      z.strictObject({
        meter: idText.meta({ description: 'Идентификатор прибора' }),
        zone: zoneCode.default('T0'),
        value: readingText,
        below: z.enum(['rollover', 'correction']).default('correction').meta({
          description: 'Если ниже предыдущего: correction — прежнее было завышено, rollover — счётчик прошёл через ноль',
        }),
      }),
    )
    .default([])
    .meta({ description: 'Проверка: показания, снятые проверяющим в этот день' }),
});

const priced = {
  code: idText.meta({ description: 'Код, по которому на него ссылаются условия услуги' }),
  title: shortText.meta({ description: 'Название, как его увидят люди' }),
  region: idText.optional().meta({ description: 'Регион' }),
  reviewedThrough: dayText.meta({ description: 'По какой день проверены акты' }),
} as const;

/** A tariff («тариф») by date with the source of each value. */
export const tariffRecord = z.strictObject({
  kind: z.literal('tariff'),
  ...envelope,
  ...priced,
  unit: z
    .enum(['RUB/m3', 'RUB/kWh', 'RUB/Gcal', 'RUB/m2-month', 'RUB/kW-month', 'RUB/(m3/h)-month', 'RUB/(Gcal/h)-month'])
    .meta({ description: 'Единица тарифа' }),
  entries: z
    .array(
      z.strictObject({
        from: dayText,
        value: tariffText.nullable().meta({ description: 'Тариф с НДС, как его платит население; null — тариф кончился' }),
        act: shortText.meta({ description: 'Акт: орган, номер, дата' }),
        place: shortText.optional().meta({ description: 'Место в акте' }),
      }),
    )
    .min(1)
    .meta({ description: 'Значения по датам, по порядку' }),
});

/** A consumption normative («норматив») by date; by persons in the premises (and rooms) where the act says so. */
export const normativeRecord = z.strictObject({
  kind: z.literal('normative'),
  ...envelope,
  ...priced,
  unit: z
    .enum([
      'm3/person-month',
      'kWh/person-month',
      'kWh/month',
      'Gcal/m3',
      'm3/m2-month',
      'kWh/m2-month',
      'm3/head-month',
      'kWh/head-month',
      'm3/m3',
      'kWh/m3',
    ])
    .meta({ description: 'Единица норматива; Gcal/m3, m3/m3, kWh/m3 — расход на подогрев 1 м³ воды; kWh/month — порог диапазона' }),
  entries: z
    .array(
      z.strictObject({
        from: dayText,
        value: normativeText.nullable().optional().meta({ description: 'Одно значение для всех; null — норматив кончился' }),
        table: z
          .array(
            z.strictObject({
              rooms: z.int().min(1).max(50).optional().meta({ description: 'Число комнат' }),
              persons: z.int().min(1).max(50).meta({ description: 'Число проживающих' }),
              value: normativeText,
            }),
          )
          .optional()
          .meta({ description: 'Норматив на человека по числу комнат и проживающих; последняя строка действует и для большего числа' }),
        profile: monthlyProfile.optional(),
        act: shortText.meta({ description: 'Акт: орган, номер, дата' }),
        place: shortText.optional().meta({ description: 'Место в акте' }),
      }),
    )
    .min(1)
    .meta({ description: 'Значения по датам, по порядку' }),
});

/** What was owed when the account came to us («входящее сальдо»). Debt is positive. */
export const openingSaldoRecord = z.strictObject({
  kind: z.literal('openingSaldo'),
  ...envelope,
  account: idText.meta({ description: 'Номер лицевого счёта' }),
  service: serviceCode,
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
});

/** Any fact, told apart by `kind`. */
export const factRecord = z.discriminatedUnion('kind', [
  houseRecord,
  providerRecord,
  serviceRecord,
  premisesRecord,
  accountRecord,
  residentRecord,
  meterRecord,
  houseMeterRecord,
  houseVolumeRecord,
  commonTermsRecord,
  readingRecord,
  actRecord,
  tariffRecord,
  normativeRecord,
  openingSaldoRecord,
  paymentRecord,
]);

export type HouseRecord = z.infer<typeof houseRecord>;
export type ProviderRecord = z.infer<typeof providerRecord>;
export type ServiceRecord = z.infer<typeof serviceRecord>;
export type PremisesRecord = z.infer<typeof premisesRecord>;
export type AccountRecord = z.infer<typeof accountRecord>;
export type ResidentRecord = z.infer<typeof residentRecord>;
export type MeterRecord = z.infer<typeof meterRecord>;
export type HouseMeterRecord = z.infer<typeof houseMeterRecord>;
export type ReadingRecord = z.infer<typeof readingRecord>;
export type ActRecord = z.infer<typeof actRecord>;
export type ActType = ActRecord['type'];
export type TariffRecord = z.infer<typeof tariffRecord>;
export type NormativeRecord = z.infer<typeof normativeRecord>;
export type OpeningSaldoRecord = z.infer<typeof openingSaldoRecord>;
export type PaymentRecord = z.infer<typeof paymentRecord>;
export type FactRecord = z.infer<typeof factRecord>;
export type FactKind = FactRecord['kind'];
