import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';
import { RULES_354 } from './acts';

const day = (text: string): Day => text as Day;

/** Rules of the commercial accounting of waste, and those before them. */
const RULES_671: Act = { code: 'pp671', title: 'ПП № 671', date: day('2024-05-24'), number: '671' };

/** Section XV(1) came with ПП № 232. */
const since2017 = (place: string) => ({ '2017-03-14': place });

/** Clauses about the handling of waste («обращение с ТКО»): section XV(1) of ПП № 354, its annexes, and accounting by agreement. */
export const WASTE = {
  charge: clause(
    RULES_354,
    'wasteCharge',
    'обращение с ТКО: объём и цена регионального оператора',
    'seen',
    since2017('п. 148(28), 148(30)'),
  ),
  byPerson: clause(RULES_354, 'wasteByPerson', 'ТКО: на каждого проживающего', 'seen', since2017('п. 148(30), прил. 2, формула 9(1)')),
  byArea: clause(RULES_354, 'wasteByArea', 'ТКО: с площади, если так решил регион', 'seen', since2017('п. 148(30), прил. 2, формула 9(2)')),
  byContainersPerson: clause(
    RULES_354,
    'wasteByContainersPerson',
    'ТКО: вывезенное из контейнеров, доля по числу проживающих',
    'seen',
    since2017('п. 148(30), прил. 2, формула 9(3)'),
  ),
  byContainersArea: clause(
    RULES_354,
    'wasteByContainersArea',
    'ТКО: вывезенное из контейнеров, доля по площади',
    'seen',
    since2017('п. 148(30), прил. 2, формула 9(4)'),
  ),
  room: clause(
    RULES_354,
    'wasteRoom',
    'ТКО: комната, доля квартиры по жилой площади',
    'memory',
    since2017('п. 148(31), прил. 2, формула 9(5)'),
  ),
  units: clause(
    RULES_354,
    'wasteUnits',
    'ТКО: нежилое помещение, норматив на единицу категории',
    'memory',
    since2017('п. 148(32), прил. 2, формула 9(8)'),
  ),
  ownContainers: clause(
    RULES_354,
    'wasteOwnContainers',
    'ТКО: вывезенное из своих контейнеров',
    'memory',
    since2017('п. 148(33), прил. 2, формула 9(9)'),
  ),
  contract: clause(RULES_671, 'wasteContract', 'ТКО: объём по договору', 'memory', {
    '2017-03-14': 'коммерческий учёт по договору (до 01.09.2024 — ПП № 505)',
    '2024-09-01': 'коммерческий учёт по договору',
  }),
  notPayer: clause(RULES_354, 'wasteNotPayer', 'ТКО: платит не этот счёт', 'seen', since2017('п. 148(1)')),
  noCommonNeeds: clause(RULES_354, 'wasteNoCommonNeeds', 'ТКО: на общие нужды не начисляется', 'seen', since2017('п. 148(29)')),
  owners: clause(RULES_354, 'wasteOwners', 'ТКО: никто не проживает, по числу собственников', 'seen', since2017('п. 148(36)')),
  absence: clause(RULES_354, 'wasteAbsence', 'ТКО: временное отсутствие более 5 полных дней подряд', 'seen', since2017('п. 148(44)')),
  absenceByArea: clause(RULES_354, 'wasteAbsenceByArea', 'ТКО с площади: временное отсутствие (ПП № 2076)', 'seen', {
    '2023-03-01': 'п. 148(44), прил. 4',
    '2028-01-01': null,
  }),
  quality: clause(RULES_354, 'wasteQuality', 'ТКО: отходы не вывезены в срок', 'seen', since2017('прил. 1, п. 17')),
  yearly: clause(RULES_354, 'wasteYearly', 'ТКО: перерасчёт года по вывезенному из контейнеров (ПП № 318)', 'seen', {
    '2024-03-18': 'п. 148(30), прил. 2, формулы 9(3), 9(4)',
  }),
} as const;
