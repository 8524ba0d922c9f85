import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';
import { CIVIL_CODE, HOUSING_CODE, RULES_354 } from './acts';

const day = (text: string): Day => text as Day;

const LABOUR_CODE: Act = { code: 'tk', title: 'ТК РФ', date: day('2001-12-30'), number: '197-ФЗ' };
const HEAT_LAW: Act = { code: 'fz190', title: '190-ФЗ', date: day('2010-07-27'), number: '190-ФЗ' };
const WATER_LAW: Act = { code: 'fz416', title: '416-ФЗ', date: day('2011-12-07'), number: '416-ФЗ' };
const ELECTRICITY_LAW: Act = { code: 'fz35', title: '35-ФЗ', date: day('2003-03-26'), number: '35-ФЗ' };
const GAS_LAW: Act = { code: 'fz69', title: '69-ФЗ', date: day('1999-03-31'), number: '69-ФЗ' };
const WASTE_RULES: Act = { code: 'pp1156', title: 'ПП № 1156', date: day('2016-11-12'), number: '1156' };
const CENTRAL_BANK: Act = { code: 'cbr3894', title: 'Указание Банка России № 3894-У', date: day('2015-12-11'), number: '3894-У' };
const RATE_CAP: Act = { code: 'pp474', title: 'ПП № 474', date: day('2022-03-26'), number: '474' };
const COVID: Act = { code: 'pp424', title: 'ПП № 424', date: day('2020-04-02'), number: '424' };
const BANKRUPTCY_STOP: Act = { code: 'pp497', title: 'ПП № 497', date: day('2022-03-28'), number: '497' };
const SERVICEMEN: Act = { code: 'fz58', title: '58-ФЗ', date: day('2022-03-14'), number: '58-ФЗ' };
const PLENUM_22: Act = { code: 'ppvs22', title: 'ППВС № 22', date: day('2017-06-27'), number: '22' };
const BANKRUPTCY_LAW: Act = { code: 'fz127', title: '127-ФЗ', date: day('2002-10-26'), number: '127-ФЗ' };

/** Sector laws took their penalties from 307-ФЗ of 03.11.2015. */
const since307 = (place: string) => ({ '2015-12-05': place });

/** Clauses on late payment («просрочка»), by what they are about. */
export const DEBT = {
  housing: clause(HOUSING_CODE, 'latePenalty', 'пени за просрочку платы за жильё и коммунальные услуги', 'seen', {
    '2005-03-01': 'ст. 155, ч. 14',
  }),
  capitalRepair: clause(HOUSING_CODE, 'latePenaltyRepair', 'пени за просрочку взноса на капитальный ремонт', 'seen', {
    '2012-12-25': 'ст. 155, ч. 14.1',
  }),
  lateDocument: clause(HOUSING_CODE, 'lateDocument', 'платёжный документ представлен позже срока', 'memory', {
    '2005-03-01': 'ст. 155, ч. 2, 14',
  }),
  nextWorkingDay: clause(CIVIL_CODE, 'nextWorkingDay', 'срок, истекающий в нерабочий день', 'memory', { '1995-01-01': 'ст. 193' }),
  daysOff: clause(LABOUR_CODE, 'daysOff', 'нерабочие праздничные дни и перенос выходных', 'memory', { '2002-02-01': 'ст. 111, 112' }),
  keyRate: clause(CENTRAL_BANK, 'keyRate', 'ставка рефинансирования равна ключевой', 'memory', { '2016-01-01': 'п. 1' }),
  rateCap: clause(RATE_CAP, 'rateCap', 'ставка для пеней не выше 9,5 %', 'seen', { '2022-02-28': 'п. 1', '2027-01-01': null }),
  covid: clause(COVID, 'stop2020', 'пени не начисляются до 01.01.2021', 'seen', { '2020-04-06': 'п. 3–5' }),
  bankruptcyStop: clause(BANKRUPTCY_STOP, 'stop2022', 'мораторий на банкротство', 'seen', { '2022-04-01': 'п. 1' }),
  servicemen: clause(SERVICEMEN, 'servicemen', 'пени не начисляются участникам СВО и их семьям', 'memory', {
    '2022-10-07': 'статья о пенях за жильё и коммунальные услуги',
  }),
  personalBankruptcy: clause(BANKRUPTCY_LAW, 'personalBankruptcy', 'процедура банкротства должника', 'memory', {
    '2015-10-01': 'ст. 213.11',
  }),
  heatConsumer: clause(HEAT_LAW, 'latePenalty', 'пени потребителя тепла', 'seen', since307('ст. 15, ч. 9.1')),
  heatAssociation: clause(HEAT_LAW, 'latePenaltyAssociation', 'пени ТСЖ и кооператива за тепло', 'seen', since307('ст. 15, ч. 9.2')),
  heatManager: clause(HEAT_LAW, 'latePenaltyManager', 'пени управляющей организации за тепло', 'seen', since307('ст. 15, ч. 9.3')),
  waterConsumer: clause(WATER_LAW, 'latePenalty', 'пени абонента за воду', 'seen', since307('ст. 13, ч. 6.2')),
  waterAssociation: clause(WATER_LAW, 'latePenaltyAssociation', 'пени ТСЖ и кооператива за воду', 'seen', since307('ст. 13, ч. 6.3')),
  waterManager: clause(WATER_LAW, 'latePenaltyManager', 'пени управляющей организации за воду', 'seen', since307('ст. 13, ч. 6.4')),
  sewerage: clause(WATER_LAW, 'latePenaltySewerage', 'пени за водоотведение', 'memory', since307('ст. 14')),
  electricity: clause(ELECTRICITY_LAW, 'latePenalty', 'пени за электроэнергию', 'seen', since307('ст. 37')),
  gas: clause(GAS_LAW, 'latePenalty', 'пени за газ', 'seen', since307('ст. 25')),
  waste: clause(WASTE_RULES, 'latePenalty', 'пени организации за обращение с ТКО', 'memory', { '2016-11-25': 'типовой договор, п. 22' }),
} as const;

/** Clauses on paying later: instalments and agreements. */
export const DEFERRED = {
  instalment: clause(RULES_354, 'instalment', 'рассрочка, когда плата за услугу выросла больше чем на 25 %', 'seen', {
    '2012-09-01': 'п. 72',
  }),
  agreement: clause(RULES_354, 'repaymentAgreement', 'соглашение о погашении задолженности', 'seen', { '2012-09-01': 'п. 118' }),
} as const;

/** Clauses on crediting money («зачёт платежей»). */
export const ALLOCATION = {
  similarDebts: clause(CIVIL_CODE, 'similarDebts', 'чей долг погашает платёж: названный, иначе срок которого наступил раньше', 'memory', {
    '2015-06-01': 'ст. 319.1',
  }),
  notBarred: clause(PLENUM_22, 'paymentWithoutPeriod', 'платёж без периода — за периоды, давность которых не истекла', 'memory', {
    '2017-06-27': 'п. 32',
  }),
  proRata: clause(RULES_354, 'partialPayment', 'частичная оплата делится пропорционально платам документа', 'seen', {
    '2012-09-01': 'п. 118',
  }),
  principalFirst: clause(CIVIL_CODE, 'principalFirst', 'неустойка погашается после основного долга', 'memory', { '1995-01-01': 'ст. 319' }),
  valueDay: clause(CIVIL_CODE, 'paymentPlace', 'когда денежное обязательство исполнено', 'memory', { '1995-01-01': 'ст. 316' }),
} as const;

/** Clauses on the limitation of claims («исковая давность»). */
export const LIMITATION = {
  period: clause(CIVIL_CODE, 'limitation', 'исковая давность — три года', 'memory', { '1995-01-01': 'ст. 196, п. 1' }),
  monthly: clause(PLENUM_22, 'limitationMonthly', 'давность — по каждому месячному платежу отдельно', 'seen', { '2017-06-27': 'п. 41' }),
  byYears: clause(CIVIL_CODE, 'termsByYears', 'срок, исчисляемый годами, кончается в то же число', 'memory', { '1995-01-01': 'ст. 192' }),
  acknowledged: clause(CIVIL_CODE, 'acknowledged', 'признание долга прерывает давность', 'memory', { '1995-01-01': 'ст. 203' }),
  claimed: clause(CIVIL_CODE, 'claimed', 'давность не течёт, пока идёт судебная защита', 'memory', { '2013-09-01': 'ст. 204' }),
  acknowledgedLate: clause(CIVIL_CODE, 'acknowledgedLate', 'письменное признание после срока начинает давность заново', 'memory', {
    '2015-06-01': 'ст. 206, п. 2',
  }),
} as const;

/** Clauses on whose debt it is when accounts follow one another. */
export const SUCCESSION = {
  stays: clause(HOUSING_CODE, 'debtStays', 'долг остаётся тому, у кого он возник', 'memory', { '2005-03-01': 'ст. 153, 155' }),
  capitalRepair: clause(
    HOUSING_CODE,
    'debtOfRepair',
    'обязанность по взносам на капитальный ремонт переходит к новому собственнику',
    'memory',
    {
      '2005-03-01': 'ст. 158, ч. 3',
    },
  ),
  transferred: clause(CIVIL_CODE, 'debtTransfer', 'перевод долга по соглашению', 'memory', { '1995-01-01': 'ст. 391' }),
} as const;
