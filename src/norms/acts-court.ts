import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';

const HOUSING_CODE: Act = { code: 'zhk', title: 'ЖК РФ', date: '2004-12-29' as Day, number: '188-ФЗ' };

/** What keeps benefits and subsidies back («долг, подтверждённый судебным актом», 442-ФЗ of 28.11.2018). */
export const COURT_DEBT = {
  subsidy: clause(
    HOUSING_CODE,
    'courtDebt',
    'субсидию и компенсацию не дают при долге не старше трёх лет, подтверждённом судебным актом',
    'seen',
    {
      '2021-01-01': 'ст. 159, ч. 5; ст. 160, ч. 3',
    },
  ),
} as const;
