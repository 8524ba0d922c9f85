import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';

const day = (text: string): Day => text as Day;

/** Rules of utility services («Правила предоставления коммунальных услуг»). */
export const RULES_354: Act = { code: 'pp354', title: 'ПП № 354', date: day('2011-05-06'), number: '354' };
/** Rules of keeping the common property («Правила содержания общего имущества»). */
const RULES_491: Act = { code: 'pp491', title: 'ПП № 491', date: day('2006-08-13'), number: '491' };
/** Rules of gas supply to citizens («Правила поставки газа для коммунально-бытовых нужд граждан»). */
const RULES_549: Act = { code: 'pp549', title: 'ПП № 549', date: day('2008-07-21'), number: '549' };
/** Housing code («Жилищный кодекс»). */
export const HOUSING_CODE: Act = { code: 'zhk', title: 'ЖК РФ', date: day('2004-12-29'), number: '188-ФЗ' };
export const CIVIL_CODE: Act = { code: 'gk', title: 'ГК РФ', date: day('1994-11-30'), number: '51-ФЗ' };

/** Ranges of electricity volume for the population; the digest does not name its number. */
const RANGES_2024: Act = { code: 'ranges2024', title: 'ПП РФ о диапазонах (01.11.2024)', date: day('2024-11-01'), number: '—' };
/** The social norm of electricity («социальная норма потребления электрической энергии»). */
const SOCIAL_NORM_614: Act = { code: 'pp614', title: 'ПП № 614', date: day('2013-07-22'), number: '614' };

const since2012 = (place: string) => ({ '2012-09-01': place });
const since2017 = (place: string) => ({ '2017-01-01': place });

/** Clauses of ПП № 354 that the engine applies, by what they are about. Sub-item letters follow the digest of the rules. */
export const PP354 = {
  billingMonth: clause(RULES_354, 'billingMonth', 'расчётный период — календарный месяц', 'seen', since2012('п. 37')),
  tariffs: clause(RULES_354, 'tariffs', 'тарифы по группам потребителей', 'seen', since2012('п. 38')),
  byMeter: clause(RULES_354, 'byMeter', 'плата по показаниям прибора учёта', 'seen', since2012('п. 42, прил. 2, формула 1')),
  byMeterNonResidential: clause(
    RULES_354,
    'byMeterNonResidential',
    'нежилое помещение: по показаниям прибора',
    'memory',
    since2012('п. 43, прил. 2, формула 1'),
  ),
  byContract: clause(RULES_354, 'byContract', 'нежилое помещение без прибора: расчётный объём по договору', 'memory', since2012('п. 43')),
  byNormative: clause(RULES_354, 'byNormative', 'плата по нормативу', 'memory', since2012('п. 42, прил. 2, формула 4')),
  byNormativeRaised: clause(
    RULES_354,
    'byNormativeRaised',
    'норматив с повышающим коэффициентом: прибора нет, хотя он должен быть',
    'memory',
    {
      '2016-07-01': 'п. 42, прил. 2, формула 4(1)',
    },
  ),
  multiplier: clause(RULES_354, 'multiplier', 'повышающий коэффициент', 'seen', { '2016-07-01': 'п. 42, 60' }),
  sewerageFromWater: clause(
    RULES_354,
    'sewerageFromWater',
    'водоотведение: сумма объёмов холодной и горячей воды',
    'memory',
    since2012('п. 42'),
  ),
  twoComponents: clause(RULES_354, 'twoComponents', 'двухкомпонентный тариф на горячую воду', 'seen', {
    '2015-01-01': 'п. 38, 42, прил. 2, формула 23',
  }),
  ownersInstead: clause(RULES_354, 'ownersInstead', 'никто не проживает: по числу собственников', 'memory', since2012('п. 56(2)')),
  temporaryResidents: clause(
    RULES_354,
    'temporaryResidents',
    'временно проживающие: по дням, более 5 дней подряд',
    'memory',
    since2012('п. 56–58'),
  ),
  average: clause(RULES_354, 'average', 'среднемесячный объём', 'seen', since2012('п. 59')),
  averageUnfit: clause(
    RULES_354,
    'averageUnfit',
    'среднее: прибор вышел из строя, утрачен, истекла поверка',
    'seen',
    since2012('п. 59, подп. «а»'),
  ),
  averageSilent: clause(RULES_354, 'averageSilent', 'среднее: показания не переданы', 'seen', since2012('п. 59, подп. «б»')),
  shortHistory: clause(RULES_354, 'shortHistory', 'прибор работал меньше трёх месяцев: норматив', 'seen', since2012('п. 59(2)')),
  normativeAfterUnfit: clause(
    RULES_354,
    'normativeAfterUnfit',
    'после среднего: норматив с повышающим коэффициентом',
    'seen',
    since2012('п. 60'),
  ),
  normativeAfterSilence: clause(
    RULES_354,
    'normativeAfterSilence',
    'после среднего: норматив, показаний так и нет',
    'memory',
    since2012('п. 60'),
  ),
  averageRefused: clause(
    RULES_354,
    'averageRefused',
    'среднее: дважды отказано в допуске, показания потребителя не берутся',
    'memory',
    since2017('п. 59, подп. «в», 60(2)'),
  ),
  normativeAfterRefusal: clause(
    RULES_354,
    'normativeAfterRefusal',
    'после среднего при отказе в допуске: норматив с повышающим коэффициентом до акта проверки',
    'seen',
    since2017('п. 60, 60(2)'),
  ),
  installationRefused: clause(
    RULES_354,
    'installationRefused',
    'электроэнергия: дважды отказано в установке прибора, норматив с повышающим коэффициентом',
    'seen',
    { '2020-07-01': 'п. 60(3)' },
  ),
  supplierDelay: clause(
    RULES_354,
    'supplierDelay',
    'электроэнергия: поставщик просрочил прибор, среднее без срока и плата с коэффициентом 0,95',
    'seen',
    { '2026-01-01': 'п. 80(1), 80(2)' },
  ),
  unauthorised: clause(
    RULES_354,
    'unauthorised',
    'несанкционированное подключение: по мощности круглосуточно или десятикратный норматив',
    'seen',
    since2017('п. 62'),
  ),
  tampering: clause(RULES_354, 'tampering', 'вмешательство в прибор: десятикратный норматив', 'seen', since2017('п. 81(11)')),
  checkDuty: clause(RULES_354, 'checkDuty', 'проверка состояния прибора и достоверности показаний', 'seen', since2012('п. 82, 83')),
  checkSilent: clause(
    RULES_354,
    'checkSilent',
    'шесть месяцев нет показаний: исполнитель обязан проверить прибор',
    'seen',
    since2012('п. 84'),
  ),
  electricityNoLimit: clause(
    RULES_354,
    'electricityNoLimit',
    'электроэнергия: прибор обязан заменить поставщик, среднее без срока',
    'seen',
    { '2020-07-01': 'п. 80(1), 80(2)' },
  ),
  meterFromNextDay: clause(RULES_354, 'meterFromNextDay', 'расчёт по прибору — со дня, следующего за вводом', 'memory', since2012('п. 81')),
  unfitMeter: clause(RULES_354, 'unfitMeter', 'когда прибор считается вышедшим из строя', 'seen', since2012('п. 81(12)')),
  readingDay: clause(RULES_354, 'readingDay', 'показания — не позднее 25-го числа', 'seen', since2012('п. 31, 33, 34')),
  readingTruth: clause(
    RULES_354,
    'readingTruth',
    'исполнитель проверяет состояние приборов и достоверность показаний',
    'seen',
    since2012('п. 82'),
  ),
  check: clause(RULES_354, 'check', 'разница, найденная проверкой', 'seen', since2012('п. 61')),
  fixedCharge: clause(RULES_354, 'charge', 'плата за услугу: объём и тариф', 'seen', since2012('п. 42, 43')),
  gasByNormative: clause(
    RULES_354,
    'gasByNormative',
    'газ по нормативу: пища, подогрев воды, отопление',
    'memory',
    since2012('п. 42, прил. 2, формула 5'),
  ),
  gasByNormativeRaised: clause(RULES_354, 'gasByNormativeRaised', 'газ по нормативу с повышающим коэффициентом', 'memory', {
    '2016-07-01': 'п. 42, прил. 2, формула 5(1)',
  }),
  detachedHouse: clause(RULES_354, 'detachedHouse', 'жилой дом: и участок, и надворные постройки', 'memory', since2012('п. 41')),
  landPlot: clause(RULES_354, 'landPlot', 'земельный участок и надворные постройки', 'seen', since2012('п. 49, прил. 2, формула 22')),
  ranges: clause(
    RULES_354,
    'ranges',
    'электроэнергия: диапазоны объёма или социальная норма, каждой части — свой тариф',
    'memory',
    since2012('п. 38'),
  ),
  twoPart: clause(RULES_354, 'twoPart', 'двухставочный тариф: плата за объём и плата за мощность', 'memory', since2012('п. 38, 39')),
  roomByPeople: clause(
    RULES_354,
    'roomByPeople',
    'комната: объём квартиры по числу проживающих',
    'seen',
    since2012('п. 50, прил. 2, формула 7'),
  ),
  roomByPeopleRaised: clause(RULES_354, 'roomByPeopleRaised', 'комната: норматив квартиры с повышающим коэффициентом', 'memory', {
    '2016-07-01': 'п. 50, прил. 2, формула 7(1)',
  }),
  roomByMeter: clause(
    RULES_354,
    'roomByMeter',
    'комната с прибором электроэнергии: свой объём и доля остатка общего прибора',
    'memory',
    since2012('п. 50, прил. 2, формула 9'),
  ),
  roomByAgreement: clause(RULES_354, 'roomByAgreement', 'доли по соглашению потребителей квартиры', 'memory', since2012('п. 50')),
  roomTwoComponents: clause(RULES_354, 'roomTwoComponents', 'комната: горячая вода и тепло на подогрев', 'memory', {
    '2015-01-01': 'п. 50, прил. 2, формулы 27, 28',
  }),
  roomCommon: clause(
    RULES_354,
    'roomCommon',
    'комната: общедомовое потребление квартиры по жилой площади',
    'memory',
    since2012('п. 50, прил. 2, формулы 16, 17'),
  ),
  ownHotWater: clause(
    RULES_354,
    'ownHotWater',
    'горячая вода, приготовленная в доме: холодная вода и ресурсы на её подогрев',
    'seen',
    since2012('п. 54, прил. 2, формула 20'),
  ),
  ownHotWaterByNormative: clause(
    RULES_354,
    'ownHotWaterByNormative',
    'горячая вода, приготовленная в доме: ресурс по удельному расходу',
    'memory',
    since2012('п. 54, прил. 2, формулы 20(1), 20(2)'),
  ),
  roomOwnProduction: clause(
    RULES_354,
    'roomOwnProduction',
    'комната: горячая вода, приготовленная в доме',
    'memory',
    since2012('п. 50, 54, прил. 2, формула 21'),
  ),
  hostelShared: clause(
    RULES_354,
    'hostelShared',
    'общежитие с общими помещениями: как коммунальная квартира',
    'memory',
    since2012('п. 51'),
  ),
  hostelFlats: clause(RULES_354, 'hostelFlats', 'общежитие квартирного типа: как квартира', 'memory', since2012('п. 52')),
  hostelOperator: clause(
    RULES_354,
    'hostelOperator',
    'общежитие, где коммунальные услуги входят в плату организации',
    'memory',
    since2012('п. 53'),
  ),
  roomsAboveFlat: clause(
    RULES_354,
    'roomsAboveFlat',
    'приборы комнат насчитали больше общего: остаток — ноль',
    'design',
    since2012('п. 50, прил. 2, формула 9'),
  ),
  meanTrueUp: clause(RULES_354, 'meanTrueUp', 'перерасчёт средних месяцев по пришедшему показанию', 'design', since2012('п. 59, 61')),
} as const;

/**
 * Clauses about what a house consumes in common. As a utility service («общедомовые нужды», ПП № 354) it lasted until the end of 2016, under
 * direct management it still does; since 2017 it is a resource for keeping the common property (ПП № 491). Sub-items follow the digest.
 */
export const COMMON = {
  byMeter: clause(RULES_354, 'commonByMeter', 'общедомовые нужды: прибор дома за вычетом объёмов помещений', 'seen', {
    '2012-09-01': 'п. 44, прил. 2, формулы 10–12',
  }),
  byMeterCompany: clause(RULES_354, 'commonByMeterCompany', 'общедомовые нужды: вся разница прибора и помещений', 'seen', {
    '2012-09-01': 'п. 44, прил. 2, формулы 10–12',
    '2013-06-01': null,
  }),
  capped: clause(RULES_354, 'commonCapped', 'общедомовые нужды: не больше норматива, остальное — за исполнителем', 'seen', {
    '2013-06-01': 'п. 44',
    '2017-01-01': null,
  }),
  excess: clause(RULES_354, 'commonExcess', 'общедомовые нужды: сверх норматива — по решению собрания или у поставщика', 'seen', {
    '2013-06-01': 'п. 44',
    '2017-01-01': null,
  }),
  limit: clause(RULES_354, 'commonLimit', 'общие нужды в пределах норматива', 'seen', {
    '2013-06-01': 'п. 44',
    '2017-01-01': 'п. 44; ПП № 491, п. 29',
  }),
  byNormative: clause(RULES_354, 'commonByNormative', 'общедомовые нужды без прибора дома: по нормативу', 'seen', {
    '2012-09-01': 'п. 48, прил. 2, формула 15',
  }),
  byNormativeCompany: clause(RULES_354, 'commonByNormativeCompany', 'общедомовые нужды без прибора дома: по нормативу', 'seen', {
    '2012-09-01': 'п. 48, прил. 2, формула 15',
    '2017-01-01': null,
  }),
  surplus: clause(RULES_354, 'commonSurplus', 'помещения вместе больше прибора дома: излишек — жилым помещениям по числу людей', 'memory', {
    '2012-09-01': 'п. 46–47',
  }),
  noSewerage: clause(RULES_354, 'commonNoSewerage', 'водоотведения на общедомовые нужды нет', 'seen', { '2013-06-01': 'п. 40, 44' }),
  noSewerageCompany: clause(RULES_354, 'commonNoSewerageCompany', 'водоотведения на общедомовые нужды нет', 'seen', {
    '2013-06-01': 'п. 40, 44',
    '2017-01-01': null,
  }),
  averageOfHouse: clause(RULES_354, 'averageOfHouse', 'прибор дома молчит или непригоден: среднее не дольше трёх месяцев', 'memory', {
    '2012-09-01': 'п. 59(1), 60(1)',
  }),
  normativeCeiling: clause(RULES_491, 'normativeCeiling', 'содержание общего имущества: не больше норматива', 'memory', {
    '2017-01-01': 'п. 29; ЖК РФ, ст. 156, ч. 9.2',
    '2022-09-01': null,
  }),
  decided: clause(RULES_491, 'decided', 'содержание общего имущества: способ выбрало собрание', 'seen', {
    '2017-01-01': 'п. 29; ЖК РФ, ст. 156, ч. 9.2',
    '2022-09-01': null,
  }),
  automated: clause(RULES_491, 'automated', 'по показаниям автоматизированной системы учёта', 'seen', {
    '2017-01-01': 'п. 29; ЖК РФ, ст. 156, ч. 9.2',
    '2022-09-01': 'п. 29(2), подп. «а»',
  }),
  normativeTrueUp: clause(RULES_491, 'normativeTrueUp', 'по нормативу, с корректировкой по прибору дома', 'seen', {
    '2022-09-01': 'п. 29(2), подп. «б»',
  }),
  averageTrueUp: clause(RULES_491, 'averageTrueUp', 'по среднемесячному объёму, с корректировкой по прибору дома', 'seen', {
    '2022-09-01': 'п. 29(2), подп. «в»',
  }),
  meter: clause(RULES_491, 'meter', 'по показаниям прибора дома', 'seen', { '2022-09-01': 'п. 29(2), подп. «г»' }),
  normative: clause(RULES_491, 'normative', 'прибора дома нет: по нормативу', 'seen', {
    '2017-01-01': 'п. 29; ЖК РФ, ст. 156, ч. 9.2',
    '2022-09-01': 'п. 29(2), подп. «д»',
  }),
  carried: clause(RULES_491, 'carried', 'отрицательный объём переходит на следующие месяцы', 'seen', { '2017-01-01': 'п. 29(2)' }),
  sewerage: clause(RULES_491, 'sewerage', 'водоотведение на содержание общего имущества: общие холодная и горячая вода', 'memory', {
    '2022-09-01': 'п. 29(2)',
  }),
  trueUp: clause(RULES_491, 'trueUp', 'корректировка по прибору дома за год', 'seen', { '2022-09-01': 'п. 29(3)' }),
  share: clause(RULES_491, 'share', 'доля помещения: по площади', 'seen', { '2012-09-01': 'п. 29; ПП № 354, прил. 2, формулы 11, 12, 15' }),
  group: clause(RULES_354, 'groupOfHouses', 'прибор на группу домов: по площади домов', 'design', { '2012-09-01': 'прил. 2' }),
} as const;

const since2008 = (place: string) => ({ '2008-07-21': place });

/** Clauses of ПП № 549 that the engine applies: gas that a gas supplier sells to citizens. */
export const PP549 = {
  charge: clause(RULES_549, 'charge', 'плата за газ: объём и розничная цена', 'memory', since2008('п. 24, 39')),
  byMeter: clause(RULES_549, 'byMeter', 'газ по показаниям прибора', 'memory', since2008('п. 24, 26')),
  byNormative: clause(RULES_549, 'byNormative', 'газ без прибора: по нормативу', 'memory', since2008('п. 32')),
  average: clause(RULES_549, 'average', 'показания не переданы: среднемесячный объём', 'memory', since2008('п. 31')),
  normativeAfterSilence: clause(
    RULES_549,
    'normativeAfterSilence',
    'после трёх месяцев по среднему: норматив, пока показания не возобновятся',
    'memory',
    since2008('п. 31'),
  ),
  averageRepair: clause(RULES_549, 'averageRepair', 'прибор в ремонте или на поверке по заявлению: среднее', 'memory', since2008('п. 30')),
  normativeUnfit: clause(RULES_549, 'normativeUnfit', 'прибор непригоден: норматив', 'memory', since2008('п. 25, 32')),
  normativeExpired: clause(RULES_549, 'normativeExpired', 'поверка истекла: норматив, а не среднее', 'seen', since2008('п. 25, 32')),
  fault: clause(
    RULES_549,
    'fault',
    'пломба сорвана или прибор неисправен: норматив с последней проверки до замены',
    'seen',
    since2008('п. 28'),
  ),
  carriedOver: clause(
    RULES_549,
    'carriedOver',
    'показания возобновились: месяцы по среднему пересчитываются',
    'design',
    since2008('п. 31'),
  ),
} as const;

/** The volume ranges of electricity within the federal ceilings. */
export const RANGES = {
  ceilings: clause(RANGES_2024, 'ceilings', 'пределы порогов диапазонов: 3900 и 6000 кВт·ч в месяц', 'seen', {
    '2025-01-01': 'пределы порогов диапазонов',
  }),
  electricHeating: clause(RANGES_2024, 'electricHeating', 'негазифицированный дом с электроотоплением: пределы выше в 1,8 раза', 'seen', {
    '2025-01-01': 'пределы порогов в отопительный сезон',
  }),
} as const;

/** The social norm of electricity. */
export const PP614 = {
  socialNorm: clause(SOCIAL_NORM_614, 'socialNorm', 'социальная норма: в её пределах и сверх неё', 'memory', {
    '2013-07-23': 'положение о социальной норме',
  }),
} as const;

/** Clauses of the Housing Code. */
export const ZHK = {
  maintenance: clause(HOUSING_CODE, 'maintenance', 'плата за содержание жилого помещения', 'seen', { '2005-03-01': 'ст. 154, 156' }),
  payBy: clause(HOUSING_CODE, 'payBy', 'срок внесения платы', 'seen', { '2005-03-01': 'ст. 155, ч. 1' }),
  wrongUtilities: clause(HOUSING_CODE, 'wrongUtilities', 'штраф исполнителя за завышение платы за коммунальные услуги', 'seen', {
    '2015-12-28': 'ст. 157, ч. 6, 7',
  }),
  wrongMaintenance: clause(HOUSING_CODE, 'wrongMaintenance', 'штраф исполнителя за завышение платы за содержание', 'memory', {
    '2018-01-11': 'ст. 156, ч. 11, 12',
  }),
  documentBy: clause(HOUSING_CODE, 'documentBy', 'срок представления платёжного документа', 'seen', { '2005-03-01': 'ст. 155, ч. 2' }),
} as const;
