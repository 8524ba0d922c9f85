import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';

const day = (text: string): Day => text as Day;

/** Rules of utility services («Правила предоставления коммунальных услуг»). */
const RULES_354: Act = { code: 'pp354', title: 'ПП № 354', date: day('2011-05-06'), number: '354' };
/** Housing code («Жилищный кодекс»). */
const HOUSING_CODE: Act = { code: 'zhk', title: 'ЖК РФ', date: day('2004-12-29'), number: '188-ФЗ' };

const since2012 = (place: string) => ({ '2012-09-01': place });

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
  check: clause(RULES_354, 'check', 'разница, найденная проверкой', 'seen', since2012('п. 61')),
  fixedCharge: clause(RULES_354, 'charge', 'плата за услугу: объём и тариф', 'seen', since2012('п. 42, 43')),
  meanTrueUp: clause(RULES_354, 'meanTrueUp', 'перерасчёт средних месяцев по пришедшему показанию', 'design', since2012('п. 59, 61')),
} as const;

/** Clauses of the Housing Code. */
export const ZHK = {
  maintenance: clause(HOUSING_CODE, 'maintenance', 'плата за содержание жилого помещения', 'seen', { '2005-03-01': 'ст. 154, 156' }),
  payBy: clause(HOUSING_CODE, 'payBy', 'срок внесения платы', 'seen', { '2005-03-01': 'ст. 155, ч. 1' }),
  documentBy: clause(HOUSING_CODE, 'documentBy', 'срок представления платёжного документа', 'seen', { '2005-03-01': 'ст. 155, ч. 2' }),
} as const;
