import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';
import { HOUSING_CODE } from './acts';

const day = (text: string): Day => text as Day;

const RULES_761: Act = { code: 'pp761', title: 'ПП № 761', date: day('2005-12-14'), number: '761' };

/** Clauses about benefits, compensations and subsidies. */
export const BENEFITS = {
  compensation: clause(HOUSING_CODE, 'compensation', 'компенсация расходов отдельным категориям граждан', 'seen', {
    '2005-03-01': 'ст. 160',
  }),
  capital: clause(HOUSING_CODE, 'capitalCompensation', 'компенсация взноса на капитальный ремонт: 70 и 80 лет', 'memory', {
    '2016-01-01': 'ст. 169, ч. 2.1',
  }),
  subsidy: clause(RULES_761, 'subsidy', 'размер субсидии: стандарт за вычетом допустимой доли дохода', 'memory', {
    '2006-01-01': 'п. 23',
  }),
} as const;
