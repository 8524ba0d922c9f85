import { clause } from './act';
import { RULES_354 } from './acts';

const since2012 = (place: string) => ({ '2012-09-01': place });

/** Clauses about temporary absence («временное отсутствие»): section VIII of ПП № 354. */
export const ABSENCE = {
  days: clause(RULES_354, 'absenceDays', 'временное отсутствие: больше 5 полных дней подряд', 'seen', since2012('п. 86')),
  impossible: clause(
    RULES_354,
    'absenceImpossible',
    'временное отсутствие: прибора нет, потому что поставить его нельзя, и это подтверждено актом',
    'seen',
    since2012('п. 86'),
  ),
  metered: clause(
    RULES_354,
    'absenceMetered',
    'временное отсутствие: по прибору и без акта о невозможности не пересчитывают',
    'seen',
    since2012('п. 86, 87'),
  ),
  forceMajeure: clause(
    RULES_354,
    'absenceForceMajeure',
    'временное отсутствие всех жильцов из-за непреодолимой силы',
    'memory',
    since2012('п. 87'),
  ),
  excluded: clause(
    RULES_354,
    'absenceExcluded',
    'отопление, электроэнергия и газ на отопление, общие нужды за отсутствие не пересчитывают',
    'seen',
    since2012('п. 86'),
  ),
  sewerage: clause(
    RULES_354,
    'absenceSewerage',
    'временное отсутствие: водоотведение пересчитывают вместе с водой',
    'memory',
    since2012('п. 88'),
  ),
  volume: clause(
    RULES_354,
    'absenceVolume',
    'временное отсутствие: норматив без отсутствующих, день за днём',
    'design',
    since2012('п. 90, прил. 2, формула 4'),
  ),
  variable: clause(
    RULES_354,
    'absenceVariable',
    'двухставочный тариф: за отсутствие пересчитывают только переменную часть',
    'memory',
    since2012('п. 89'),
  ),
  application: clause(RULES_354, 'absenceApplication', 'заявление о временном отсутствии и его сроки', 'seen', since2012('п. 91, 92')),
} as const;

const annex = (item: number) => since2012(`прил. 1, п. ${item}`);

/** Clauses about breaks and bad quality of utilities: sections IX and X of ПП № 354 and its annex 1. */
export const QUALITY = {
  coldBreak: clause(RULES_354, 'qualityColdBreak', 'холодная вода: перерывы', 'seen', annex(1)),
  coldComposition: clause(RULES_354, 'qualityColdComposition', 'холодная вода: состав и свойства', 'seen', annex(2)),
  coldPressure: clause(RULES_354, 'qualityColdPressure', 'холодная вода: давление', 'memory', annex(3)),
  hotBreak: clause(RULES_354, 'qualityHotBreak', 'горячая вода: перерывы', 'seen', annex(4)),
  hotTemperature: clause(RULES_354, 'qualityHotTemperature', 'горячая вода: температура', 'seen', annex(5)),
  hotComposition: clause(RULES_354, 'qualityHotComposition', 'горячая вода: состав и свойства', 'memory', annex(6)),
  hotPressure: clause(RULES_354, 'qualityHotPressure', 'горячая вода: давление', 'seen', annex(7)),
  sewerageBreak: clause(RULES_354, 'qualitySewerageBreak', 'водоотведение: перерывы', 'memory', annex(8)),
  electricityBreak: clause(RULES_354, 'qualityElectricityBreak', 'электроснабжение: перерывы', 'memory', annex(9)),
  electricityVoltage: clause(RULES_354, 'qualityElectricityVoltage', 'электроснабжение: напряжение и частота', 'memory', annex(10)),
  gasBreak: clause(RULES_354, 'qualityGasBreak', 'газоснабжение: перерывы', 'memory', annex(11)),
  gasProperties: clause(RULES_354, 'qualityGasProperties', 'газоснабжение: свойства газа', 'memory', annex(12)),
  gasPressure: clause(RULES_354, 'qualityGasPressure', 'газоснабжение: давление', 'memory', annex(13)),
  heatingBreak: clause(RULES_354, 'qualityHeatingBreak', 'отопление: перерывы', 'seen', annex(14)),
  heatingAir: clause(RULES_354, 'qualityHeatingAir', 'отопление: температура воздуха', 'seen', annex(15)),
  heatingPressure: clause(RULES_354, 'qualityHeatingPressure', 'отопление: давление', 'seen', annex(16)),
  hours: clause(RULES_354, 'qualityHours', 'снижение платы за часы нарушения', 'seen', since2012('п. 98, прил. 1')),
  cap: clause(RULES_354, 'qualityCap', 'снижения вместе не больше платы за месяц', 'memory', since2012('п. 98')),
  undelivered: clause(
    RULES_354,
    'qualityUndelivered',
    'без приборов: плата за объём, которого не дали во время перерыва',
    'memory',
    since2012('п. 99, 100'),
  ),
  perDay: clause(RULES_354, 'qualityPerDay', 'плата за дни ненадлежащего качества', 'memory', since2012('п. 101')),
  period: clause(RULES_354, 'qualityPeriod', 'начало и конец нарушения', 'memory', since2012('п. 104–113')),
} as const;
