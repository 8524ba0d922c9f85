import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;

const RULE = { from: day('2012-09-01'), act: 'ПП РФ от 06.05.2011 № 354', place: 'п. 72' } as const;

/** An instalment is offered when the fee is more than so many times the fee of the same month a year ago (25 % more). */
export const INSTALMENT_GROWTH = parameter({
  code: 'federal.instalment.growth',
  title: 'Во сколько раз плата больше прошлогодней, чтобы предлагали рассрочку',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ ...RULE, value: '1.25', certainty: 'seen' }],
});

/** Months of an instalment, the month of the excess among them. */
export const INSTALMENT_MONTHS = parameter({
  code: 'federal.instalment.months',
  title: 'На сколько месяцев рассрочка',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ ...RULE, value: '12', certainty: 'memory' }],
});

/** The most that the interest may be above the key rate of the day of grant, percentage points. */
export const INSTALMENT_MARGIN = parameter({
  code: 'federal.instalment.margin',
  title: 'На сколько проценты за рассрочку могут быть выше ключевой ставки',
  unit: '%/year',
  reviewedThrough: day('2026-12-31'),
  series: [{ ...RULE, value: '3', certainty: 'memory' }],
});
