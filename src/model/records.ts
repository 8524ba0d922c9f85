import { z } from 'zod';
import { actRecord } from './act-records';
import { benefitRecord, subsidyRecord } from './benefit-records';
import { commonTermsRecord, houseVolumeRecord } from './common-records';
import { correctionRecord } from './correction-records';
import {
  accountSuccessionRecord,
  debtEventRecord,
  instalmentRecord,
  penaltyExemptionRecord,
  repaymentAgreementRecord,
} from './debt-records';
import { absenceRecord, incidentRecord } from './event-records';
import { gasEquipmentEntry, gasNormativeCodes, landUse, serviceRules } from './gas-land-fields';
import { heatAllocatorsRecord, heatingPremisesFields, heatingTermsRecord, heatingTerritoryRecord } from './heating-records';
import { capitalRepairExempt, housingAccountFields, housingFields, housingPremisesFields } from './housing-fields';
import { defectRecord, paidWorkRecord, prepaidRecord } from './housing-records';
import { houseMeterRecord, meterRecord, readingRecord } from './meter-records';
import { openingSaldoRecord, paymentRecord, refundRecord, unidentifiedPaymentRecord } from './money-records';
import { ownProduction } from './own-production';
import { normativeRecord, tariffRecord } from './price-records';
import { groupTerms, pricedPremisesFields, pricingFields } from './pricing-terms';
import { reconciliationRecord } from './reconciliation-records';
import { envelope, stretch } from './record-parts';
import { restrictionRecord } from './restriction-records';
import { roomFields } from './room-fields';
import { meteredService, termService, zoneCode } from './services';
import { areaText, coefficientText, dayText, idText, monthText, readingText, shortText } from './text-types';
import { premisesWaste, serviceWaste, wasteRemovalRecord } from './waste-fields';

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
  capitalRepairExempt,
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
  service: termService,
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
  feeds: z.int().min(1).max(2).optional().meta({ description: 'Электроснабжение: независимых источников питания дома — 1 или 2' }),
  rules: serviceRules.optional(),
  gasNormatives: gasNormativeCodes.optional(),
  waste: serviceWaste.optional(),
  made: ownProduction.optional().meta({ description: 'Горячую воду готовят в доме (ПП № 354, п. 54): тариф услуги — холодной воды' }),
  ...housingFields,
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
  ...heatingPremisesFields,
  waste: premisesWaste.optional(),
  ...pricedPremisesFields,
  ...housingPremisesFields,
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
  ...housingAccountFields,
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
  heatingTerritoryRecord,
  heatingTermsRecord,
  heatAllocatorsRecord,
  readingRecord,
  actRecord,
  absenceRecord,
  incidentRecord,
  wasteRemovalRecord,
  tariffRecord,
  normativeRecord,
  openingSaldoRecord,
  paymentRecord,
  refundRecord,
  unidentifiedPaymentRecord,
  correctionRecord,
  paidWorkRecord,
  prepaidRecord,
  defectRecord,
  instalmentRecord,
  repaymentAgreementRecord,
  debtEventRecord,
  restrictionRecord,
  penaltyExemptionRecord,
  accountSuccessionRecord,
  reconciliationRecord,
  benefitRecord,
  subsidyRecord,
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
export type AbsenceRecord = z.infer<typeof absenceRecord>;
export type IncidentRecord = z.infer<typeof incidentRecord>;
export type WasteRemovalRecord = z.infer<typeof wasteRemovalRecord>;
export type ActType = ActRecord['type'];
export type TariffRecord = z.infer<typeof tariffRecord>;
export type NormativeRecord = z.infer<typeof normativeRecord>;
export type FactRecord = z.infer<typeof factRecord>;
export type FactKind = FactRecord['kind'];
