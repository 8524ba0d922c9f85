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
