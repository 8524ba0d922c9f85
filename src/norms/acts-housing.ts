import type { Day } from '../kernel/calendar';
import { type Act, clause } from './act';
import { CIVIL_CODE, HOUSING_CODE } from './acts';

const day = (text: string): Day => text as Day;

const TAX_CODE: Act = { code: 'nk', title: 'НК РФ', date: day('2000-08-05'), number: '117-ФЗ' };
const CONSUMERS: Act = { code: 'zpp', title: 'Закон о защите прав потребителей', date: day('1992-02-07'), number: '2300-1' };
const RULES_491: Act = { code: 'pp491', title: 'ПП № 491', date: day('2006-08-13'), number: '491' };

const since2005 = (place: string) => ({ '2005-03-01': place });
const since2013 = (place: string) => ({ '2012-12-25': place });

/** Clauses about what is paid for housing beside utilities, and about VAT and commission. */
export const HOUSING = {
  rent: clause(HOUSING_CODE, 'rent', 'плата за наём', 'memory', since2005('ст. 154, ч. 1; ст. 156, ч. 3, 4')),
  item: clause(HOUSING_CODE, 'item', 'размер платы за содержание: решение собрания или органа местного самоуправления', 'memory', {
    '2005-03-01': 'ст. 156, ч. 7; ст. 158, ч. 4',
  }),
  targetFee: clause(HOUSING_CODE, 'targetFee', 'целевой взнос по решению собрания', 'memory', since2005('ст. 44; ст. 158, ч. 1, 2')),
  additional: clause(HOUSING_CODE, 'additional', 'дополнительная услуга по решению собрания', 'memory', since2005('ст. 44, 162')),
  houseSum: clause(HOUSING_CODE, 'houseSum', 'доля расходов на общее имущество', 'memory', since2005('ст. 39; ст. 158, ч. 1')),
  share: clause(CIVIL_CODE, 'share', 'доля участника общей собственности в платежах', 'memory', { '1995-01-01': 'ст. 249' }),
  payers: clause(HOUSING_CODE, 'payers', 'кто вносит плату: собственник, наниматель', 'memory', since2005('ст. 153; ст. 154, ч. 1, 2')),
  absence: clause(HOUSING_CODE, 'absence', 'неиспользование помещения не освобождает от платы', 'memory', since2005('ст. 155, ч. 11')),
  capitalRepair: clause(HOUSING_CODE, 'capitalRepair', 'взнос на капитальный ремонт', 'seen', since2013('ст. 169, ч. 1; ст. 156, ч. 8.1')),
  capitalMinimum: clause(HOUSING_CODE, 'capitalMinimum', 'взнос не ниже минимального; собрание вправе установить выше', 'memory', {
    '2012-12-25': 'ст. 156, ч. 8.1, 8.2',
  }),
  capitalExempt: clause(HOUSING_CODE, 'capitalExempt', 'аварийный дом и изъятый участок: взнос не уплачивается', 'memory', {
    '2012-12-25': 'ст. 169, ч. 2',
  }),
  quality: clause(RULES_491, 'quality', 'содержание ненадлежащего качества: ΔP = Pу / Dm × d', 'memory', {
    '2006-08-13': 'Правила изменения размера платы, п. 10',
  }),
  work: clause(CIVIL_CODE, 'work', 'разовая платная услуга', 'memory', { '1996-03-01': 'ст. 702, 779' }),
  prepaid: clause(CIVIL_CODE, 'prepaid', 'услуга по предоплате', 'memory', { '1996-03-01': 'ст. 779, 781' }),
  cancelled: clause(CONSUMERS, 'cancelled', 'отказ от услуги: оплачивается только исполненное', 'memory', { '1992-04-07': 'ст. 32' }),
  vatRate: clause(TAX_CODE, 'vatRate', 'ставки НДС', 'seen', { '2004-01-01': 'ст. 164, п. 2, 3' }),
  vatIncluded: clause(TAX_CODE, 'vatIncluded', 'цена для населения включает НДС: расчётная ставка', 'memory', {
    '2004-01-01': 'ст. 164, п. 4; ст. 168, п. 6',
  }),
  vatOnTop: clause(TAX_CODE, 'vatOnTop', 'НДС сверх цены', 'memory', { '2004-01-01': 'ст. 168, п. 1' }),
  vatExempt: clause(TAX_CODE, 'vatExempt', 'без НДС: услуги управляющих, ТСЖ, регионального оператора; взносы', 'memory', {
    '2004-01-01': 'ст. 149, п. 2, 3; ст. 162, п. 3',
  }),
  commission: clause(HOUSING_CODE, 'commission', 'комиссия за приём платы — не часть платы', 'design', since2005('ст. 155')),
  commissionFree: clause(HOUSING_CODE, 'commissionFree', 'с отдельных категорий граждан комиссию не берут', 'memory', {
    '2024-07-01': 'ст. 155 (с 01.07.2024)',
  }),
} as const;
