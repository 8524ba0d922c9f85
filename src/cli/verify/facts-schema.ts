import { z } from 'zod';
import { factsFileSchema } from '../../exchange/groups';
import { ACT_TYPES } from '../../model/act-records';
import { gasUse, serviceRules } from '../../model/gas-land-fields';
import { capitalRepairExempt } from '../../model/housing-fields';
import { heatingResource } from '../../model/record-parts';
import { houseRecord } from '../../model/records';
import { meteredService, serviceCode, zoneCode } from '../../model/services';
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
} from '../../model/text-types';
import { caseBenefits } from './benefits-schema';
import { caseCommon, caseHouseVolumes } from './common-schema';
import { caseEquipment, caseFault, caseLandUse, otherNormative } from './gas-land-schema';
import { caseFlatHeating, caseForHeating, caseHeating } from './heating-schema';
import { accountHousing, caseDefects, caseHousing, caseVat, flatHousing } from './housing-schema';
import { caseIncident } from './incident-schema';
import { caseAbsence, caseFlatWaste, caseWaste } from './waste-schema';

const byDay = <T extends z.ZodType>(value: T, description: string) => z.record(dayText, value).optional().meta({ description });
const tariff = (title: string) => byDay(tariffText.nullable(), `${title}: день → тариф; пусто — тариф кончился`);
const normative = (title: string) => byDay(normativeText.nullable(), `${title}: день → норматив; пусто — норматив кончился`);

const windowForm = houseRecord.shape.readingWindow.unwrap().element;
const ratios = byDay(ratioText, 'Коэффициент трансформации: день → значение; смена берёт stand из stands');

const house = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код дома; по умолчанию «дом»' }),
    region: idText.optional().meta({ description: 'Регион; по умолчанию «регион»' }),
    policies: z.record(idText, shortText).optional().meta({ description: 'Переключатели: код → значение' }),
    billedSince: monthText.optional().meta({ description: 'Первый месяц, начисленный этой системой' }),
    management: byDay(z.enum(['company', 'direct', 'none']), 'Способ управления: день → company, direct или none'),
    premisesArea: areaText.optional().meta({ description: 'Площадь всех помещений дома; по умолчанию их сумма' }),
    capitalRepairExempt,
    readingWindow: byDay(z.int().min(1).max(31), 'Последнее число месяца для показаний: день → число'),
    readingWindows: z.array(windowForm).optional().meta({ description: 'Окна показаний со всеми подробностями, вместе с readingWindow' }),
    multipliers: z
      .partialRecord(meteredService, z.record(dayText, coefficientText))
      .optional()
      .meta({ description: 'Коэффициент региона вместо федерального: услуга → день → значение' }),
  })
  .meta({ description: 'Дом' });

const tariffs = z
  .strictObject({
    coldWater: tariff('Холодная вода, руб./м³'),
    hotWater: tariff('Горячая вода, руб./м³; при двух компонентах — компонент на воду'),
    hotWaterHeat: tariff('Компонент на тепловую энергию, руб./Гкал: с ним горячая вода двухкомпонентная'),
    madeHeat: tariff('Горячую воду готовят в доме: тепло на подогрев, руб./Гкал; hotWater — тариф холодной воды'),
    madeGas: tariff('То же: газ на подогрев, руб./м³'),
    madeElectricity: tariff('То же: электроэнергия на подогрев, руб./кВт·ч'),
    sewerage: tariff('Водоотведение, руб./м³'),
    electricity: tariff('Электроэнергия, одноставочный, руб./кВт·ч'),
    electricityT1: tariff('Электроэнергия, зона Т1'),
    electricityT2: tariff('Электроэнергия, зона Т2'),
    electricityT3: tariff('Электроэнергия, зона Т3'),
    gas: tariff('Газ, руб./м³'),
    gasOther: tariff('Газ, прочие потребители'),
    heating: tariff('Отопление, руб./Гкал'),
    heatingOther: tariff('Отопление, прочие потребители'),
    heatingMadeHeat: tariff('Своя котельная: тепло, руб./Гкал; heating не нужен'),
    heatingMadeGas: tariff('Своя котельная: газ, руб./м³'),
    heatingMadeElectricity: tariff('Своя котельная: электроэнергия, руб./кВт·ч'),
    waste: tariff('Обращение с ТКО, руб./м³ или руб./т (поле waste.tariffUnit)'),
    wasteOther: tariff('Обращение с ТКО, прочие потребители'),
    maintenance: tariff('Содержание жилого помещения, руб./м² в месяц'),
    coldWaterOther: tariff('Холодная вода, прочие потребители'),
    hotWaterOther: tariff('Горячая вода, прочие потребители'),
    sewerageOther: tariff('Водоотведение, прочие потребители'),
    electricityOther: tariff('Электроэнергия, прочие потребители'),
    electricityRange2: tariff('Электроэнергия, второй диапазон или сверх социальной нормы'),
    electricityRange2T1: tariff('Второй диапазон, зона Т1'),
    electricityRange2T2: tariff('Второй диапазон, зона Т2'),
    electricityRange2T3: tariff('Второй диапазон, зона Т3'),
    electricityRange3: tariff('Электроэнергия, третий диапазон'),
    electricityRange3T1: tariff('Третий диапазон, зона Т1'),
    electricityRange3T2: tariff('Третий диапазон, зона Т2'),
    electricityRange3T3: tariff('Третий диапазон, зона Т3'),
    coldWaterCapacity: tariff('Холодная вода, ставка за нагрузку, руб./(м³/ч) в месяц: с ней тариф двухставочный'),
    hotWaterCapacity: tariff('Горячая вода, ставка за нагрузку, руб./(Гкал/ч) в месяц'),
    sewerageCapacity: tariff('Водоотведение, ставка за нагрузку, руб./(м³/ч) в месяц'),
    electricityCapacity: tariff('Электроэнергия, ставка за мощность, руб./кВт в месяц'),
  })
  .meta({ description: 'Тарифы по датам; услуга с тарифом оказывается в доме' });

const normatives = z
  .strictObject({
    coldWater: normative('Холодная вода, м³ на человека'),
    hotWater: normative('Горячая вода, м³ на человека'),
    sewerage: normative('Водоотведение, м³ на человека'),
    electricity: normative('Электроэнергия, кВт·ч на человека'),
    hotWaterHeat: normative('Подогрев, Гкал на м³'),
    heating: normative('Отопление, Гкал на м²'),
    madeHeat: normative('Удельный расход на подогрев в доме, Гкал на м³'),
    madeGas: normative('То же, м³ газа на м³'),
    madeElectricity: normative('То же, кВт·ч на м³'),
    gasCooking: normative('Газ на приготовление пищи, м³ на человека'),
    gasWaterHeating: normative('Газ на подогрев воды, м³ на человека'),
    gasHeating: normative('Газ на отопление, м³ на м²'),
    electricityTable: z
      .array(
        z.strictObject({
          from: dayText,
          rooms: z.int().min(1).max(50).optional().meta({ description: 'Число комнат' }),
          persons: z.int().min(1).max(50).meta({ description: 'Число проживающих' }),
          value: normativeText,
        }),
      )
      .optional()
      .meta({ description: 'Норматив электроэнергии на человека по числу комнат и проживающих' }),
  })
  .meta({ description: 'Нормативы по датам' });

const others = z
  .record(idText, otherNormative)
  .meta({ description: 'Прочие нормативы по своему коду: участок, постройки; код gasHeating — газ на отопление по месяцам года' });
const limit = (title: string) => byDay(normativeText.nullable(), `${title}: день → кВт·ч в месяц`);

const ranges = z
  .strictObject({
    first: limit('Порог первого диапазона'),
    second: limit('Порог второго диапазона'),
    heatingFirst: limit('Порог первого диапазона при электроотоплении'),
    heatingSecond: limit('Порог второго диапазона при электроотоплении'),
    heatingMonths: z.array(z.int().min(1).max(12)).optional().meta({ description: 'Месяцы отопительного сезона' }),
    socialNorm: z
      .array(
        z.strictObject({
          from: dayText,
          persons: z.int().min(1).max(50).meta({ description: 'Число проживающих' }),
          value: normativeText,
        }),
      )
      .optional()
      .meta({ description: 'Социальная норма на человека по числу проживающих, вместо порогов' }),
  })
  .meta({ description: 'Диапазоны электроэнергии: пороги по датам; тарифы — electricityRange2 и electricityRange3' });

const group = z
  .strictObject({ tariff: tariff('Тариф'), T1: tariff('Зона Т1'), T2: tariff('Зона Т2'), T3: tariff('Зона Т3') })
  .meta({ description: 'Тарифы группы' });

const terms = z
  .strictObject({
    from: dayText.optional().meta({ description: 'С какого дня оказывается' }),
    to: dayText.optional().meta({ description: 'Первый день, когда уже не оказывается' }),
    meterDuty: z.boolean().optional().meta({ description: 'Есть обязанность установить прибор; по умолчанию есть' }),
    feeds: z.int().min(1).max(2).optional().meta({ description: 'Электроснабжение: независимых источников питания' }),
    provider: idText.optional().meta({ description: 'Исполнитель; по умолчанию «исполнитель»' }),
    groups: z.record(idText, group).optional().meta({ description: 'Тарифные группы: код → тарифы' }),
    normative: z.boolean().optional().meta({ description: 'false — у услуги нет норматива, хотя он задан' }),
    rules: serviceRules.optional(),
  })
  .meta({ description: 'Особые условия услуги' });

const readings = z.record(dayText, readingText).optional().meta({ description: 'Показания: день снятия → число; получены в тот же день' });

const reading = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код показания; по умолчанию прибор, зона и день' }),
    on: dayText.meta({ description: 'День снятия' }),
    received: dayText.optional().meta({ description: 'День получения' }),
    zone: zoneCode.optional(),
    value: readingText,
    purpose: z.enum(['monthly', 'closing']).optional().meta({ description: 'closing — при снятии, истечении поверки, смене владельца' }),
    below: z.enum(['rollover', 'correction']).optional().meta({ description: 'Что значит показание ниже предыдущего' }),
    verdict: z.enum(['accepted', 'held', 'refused']).optional().meta({ description: 'Решение человека' }),
    source: z.enum(['resident', 'controller', 'telemetry', 'computed']).optional().meta({ description: 'Откуда показание' }),
    enteredAs: z.literal('consumption').optional().meta({ description: 'consumption — передан расход, а не показание' }),
  })
  .meta({ description: 'Показание со всеми подробностями' });

const register = z
  .strictObject({ initial: readingText.optional().meta({ description: 'Показание при вводе; по умолчанию 0' }), readings })
  .meta({ description: 'Шкала зоны' });

const meter = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код прибора; по умолчанию помещение, услуга и номер' }),
    service: meteredService,
    point: idText.optional().meta({ description: 'Место: кухня, ванная' }),
    commissioned: dayText.meta({ description: 'День ввода' }),
    verifiedUntil: dayText.optional().meta({ description: 'Последний день поверки; без него поверка не истекает' }),
    failed: dayText.optional().meta({ description: 'День выхода из строя' }),
    removed: dayText.optional().meta({ description: 'День снятия' }),
    repair: z.boolean().optional().meta({ description: 'Газ: не работает или снят из-за ремонта или поверки по заявлению' }),
    fault: caseFault.optional(),
    digits: z.int().min(1).max(15).optional().meta({ description: 'Знаков до запятой; по умолчанию 5' }),
    decimals: z.int().min(0).max(7).optional().meta({ description: 'Знаков после запятой; по умолчанию 3' }),
    initial: readingText.optional().meta({ description: 'Показание при вводе; по умолчанию 0' }),
    readings,
    ratios,
    stands: byDay(readingText, 'Показание в день смены коэффициента: день → число'),
    reports: z.literal('volume').optional().meta({ description: 'volume — прибор передаёт объём за месяц' }),
    above: idText.optional().meta({ description: 'Прибор выше по трубе' }),
    zones: z.partialRecord(zoneCode, register).optional().meta({ description: 'Шкалы по зонам вместо одной: зона → показания' }),
    more: z.array(reading).optional().meta({ description: 'Показания с подробностями' }),
  })
  .meta({ description: 'Прибор учёта' });

const act = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код акта; по умолчанию помещение, «акт» и номер по порядку' }),
    type: z.enum(ACT_TYPES).meta({ description: 'Вид акта' }),
    on: dayText.meta({ description: 'День акта' }),
    service: meteredService.optional(),
    meter: idText.optional().meta({ description: 'Код прибора' }),
    started: dayText.optional().meta({ description: 'Первый день нарушения, если известен' }),
    ended: dayText.optional().meta({ description: 'Последний день нарушения или просрочки' }),
    capacity: readingText.optional().meta({ description: 'Мощность подключения за час' }),
    readings: z
      .array(
        z.strictObject({
          meter: idText.optional().meta({ description: 'Код прибора; по умолчанию первый прибор помещения' }),
          zone: zoneCode.optional(),
          value: readingText,
          below: z.enum(['rollover', 'correction']).optional().meta({ description: 'Что значит показание ниже предыдущего' }),
        }),
      )
      .optional()
      .meta({ description: 'Показания, снятые при проверке' }),
  })
  .meta({ description: 'Акт о приборе или потребителе' });

const person = z
  .strictObject({
    person: idText.optional().meta({ description: 'Кто; по умолчанию по порядку' }),
    from: dayText,
    to: dayText.optional().meta({ description: 'Первый день, когда уже не живёт' }),
    stay: z.enum(['permanent', 'temporary']).optional().meta({ description: 'permanent — постоянно, temporary — временно' }),
    born: dayText.optional().meta({ description: 'День рождения' }),
  })
  .meta({ description: 'Проживающий по дням' });

const sharing = z
  .strictObject({
    service: z.enum([...meteredService.options, 'waste']).meta({ description: 'Услуга' }),
    by: z.enum(['residents', 'agreement', 'own']).optional().meta({ description: 'По проживающим, по соглашению, каждому своё' }),
    from: monthText.optional().meta({ description: 'Первый месяц правила' }),
    to: monthText.optional().meta({ description: 'Первый месяц, когда уже не действует' }),
    shares: z.record(idText, z.int().min(0)).optional().meta({ description: 'Доли по соглашению: код комнаты → целое число частей' }),
    roomMeters: z.boolean().optional().meta({ description: 'Приборы комнат считаются, хотя они не у всех' }),
  })
  .meta({ description: 'Как делить услугу между комнатами' });

const flat = z
  .strictObject({
    id: idText.optional().meta({ description: 'Код помещения; по умолчанию «кв-1», «кв-2» …' }),
    account: idText.optional().meta({ description: 'Лицевой счёт; по умолчанию номер помещения по порядку' }),
    opened: dayText.optional().meta({ description: 'День открытия счёта' }),
    closed: dayText.optional().meta({ description: 'Первый день, когда счёт закрыт' }),
    noAccount: z.boolean().optional().meta({ description: 'Счёта нет: начисляют комнатам, или счёт у квартиры' }),
    accounts: z
      .array(
        z.strictObject({ number: idText.meta({ description: 'Номер счёта' }), from: dayText, to: dayText.optional(), ...accountHousing }),
      )
      .optional()
      .meta({ description: 'Счета помещения друг за другом, вместо account' }),
    within: idText.optional().meta({ description: 'Комната: код квартиры или секции, в которой она находится' }),
    livingArea: areaText.optional().meta({ description: 'Жилая площадь комнаты, м²' }),
    hostel: z
      .enum(['sharedFacilities', 'flats', 'operator'])
      .optional()
      .meta({ description: 'Общежитие: с общими кухнями, квартирного типа, с платой организации' }),
    sharing: z.array(sharing).optional().meta({ description: 'Коммунальная квартира: деление услуг не по проживающим' }),
    ...caseFlatHeating,
    nonResidential: z.boolean().optional().meta({ description: 'Нежилое помещение, плательщик — юридическое лицо' }),
    area: areaText.optional().meta({ description: 'Площадь, м²; по умолчанию 50' }),
    areas: byDay(areaText, 'Площадь по датам, вместо area'),
    rooms: z.int().min(1).max(50).optional().meta({ description: 'Число комнат' }),
    residents: z.int().min(0).max(50).optional().meta({ description: 'Сколько человек живёт постоянно всё время; по умолчанию никто' }),
    people: z.array(person).optional().meta({ description: 'Проживающие по дням, вместе с residents' }),
    owners: z.int().min(0).max(1000).optional().meta({ description: 'Число собственников' }),
    ownersByDay: byDay(z.int().min(0).max(1000), 'Число собственников по датам'),
    impossible: z
      .array(z.strictObject({ service: meteredService, from: dayText, to: dayText.optional() }))
      .optional()
      .meta({ description: 'Акты о том, что прибор поставить нельзя' }),
    contracts: z
      .array(z.strictObject({ service: meteredService, volume: readingText, from: dayText.optional(), to: dayText.optional() }))
      .optional()
      .meta({ description: 'Нежилое помещение: объём в месяц по договору' }),
    supplied: caseHouseVolumes.optional().meta({ description: 'Объёмы по прямому договору, как их сообщил поставщик' }),
    direct: z
      .array(z.strictObject({ service: meteredService, from: dayText, to: dayText.optional() }))
      .optional()
      .meta({ description: 'Дни прямых договоров: услугу начисляет поставщик' }),
    gas: z.array(gasUse).optional().meta({ description: 'На что идёт газ всё время; пусто — газа нет' }),
    gasEquipment: z.array(caseEquipment).min(1).optional().meta({ description: 'Газовое оборудование по датам, вместо gas' }),
    waste: caseFlatWaste.optional(),
    absences: z.array(caseAbsence).optional().meta({ description: 'Временное отсутствие' }),
    land: z.array(caseLandUse).optional().meta({ description: 'Участок и надворные постройки' }),
    groups: byDay(idText.nullable(), 'Тарифная группа по датам'),
    ...flatHousing,
    benefits: caseBenefits.optional(),
    electricHeating: z
      .array(z.strictObject({ from: dayText, to: dayText.optional() }))
      .optional()
      .meta({ description: 'Электроотопление без газа: дни, с дня сообщения' }),
    capacities: z
      .array(z.strictObject({ service: meteredService, value: normativeText, from: dayText.optional(), to: dayText.optional() }))
      .optional()
      .meta({ description: 'Двухставочный тариф: мощность в кВт, нагрузка в м³/ч, у горячей воды — в Гкал/ч' }),
    meters: z.array(meter).optional().meta({ description: 'Приборы' }),
    acts: z.array(act).optional().meta({ description: 'Акты' }),
    openings: z
      .partialRecord(serviceCode, moneyText)
      .optional()
      .meta({ description: 'Входящее сальдо по услугам на начало первого месяца' }),
    payments: byDay(moneyText, 'Платежи: день → сумма'),
  })
  .meta({ description: 'Помещение со счётом, людьми и приборами' });

/** Facts of a case in short form; everything unusual goes to `records`, in the form of a facts folder. */
export const caseFacts = z
  .strictObject({
    house: house.optional(),
    tariffs: tariffs.optional(),
    normatives: normatives.optional(),
    otherNormatives: others.optional(),
    ranges: ranges.optional(),
    reviewedThrough: dayText.optional().meta({ description: 'По какой день проверены акты о тарифах; по умолчанию 2030-12-31' }),
    services: z.partialRecord(serviceCode, terms).optional().meta({ description: 'Особые условия услуг' }),
    common: caseCommon.optional(),
    heating: caseHeating.optional(),
    forHeating: caseForHeating.optional(),
    waste: caseWaste.optional(),
    incidents: z.array(caseIncident).optional().meta({ description: 'Перерывы и ненадлежащее качество услуг' }),
    houseMeters: z
      .array(
        meter.extend({
          inlet: idText.optional().meta({ description: 'Ввод в дом' }),
          within: idText.optional().meta({ description: 'Ввод, внутри которого стоит прибор' }),
        }),
      )
      .optional()
      .meta({ description: 'Общедомовые приборы' }),
    houseVolumes: caseHouseVolumes.optional(),
    ownUse: caseHouseVolumes.optional().meta({ description: 'Израсходовано на производство тепла и горячей воды в доме' }),
    forHotWater: z
      .partialRecord(heatingResource, z.record(monthText, readingText))
      .optional()
      .meta({ description: 'Израсходовано на подогрев воды в доме: ресурс → месяц → объём' }),
    housing: caseHousing.optional(),
    defects: caseDefects.optional(),
    tariffVat: z.record(idText, caseVat).optional().meta({ description: 'НДС тарифов: имя из tariffs → день → НДС' }),
    flats: z.array(flat).optional().meta({ description: 'Помещения' }),
    records: factsFileSchema.optional().meta({ description: 'Любые факты в полном виде, как в папке с фактами' }),
  })
  .meta({ id: 'facts', description: 'Факты дома в кратком виде' });

export type CaseFacts = z.infer<typeof caseFacts>;
export type CaseFlat = z.infer<typeof flat>;
export type CaseMeter = z.infer<typeof meter>;
