import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const rules354 = (place: string, certainty: 'seen' | 'memory') => ({ act: 'ПП РФ от 06.05.2011 № 354', place, certainty });

/** How many months in a row the average stands in for a meter of a dwelling («не более трёх расчётных периодов подряд»). */
export const AVERAGE_PERIODS_DWELLING = parameter({
  code: 'federal.average.periods.dwelling',
  title: 'Сколько месяцев подряд начисляют по среднему, жилое помещение',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '6', ...rules354('п. 59', 'memory') },
    { from: day('2017-01-01'), value: '3', act: 'ПП РФ от 26.12.2016 № 1498', place: 'п. 59', certainty: 'memory' },
  ],
});

/** The same for non-residential premises. */
export const AVERAGE_PERIODS_NON_RESIDENTIAL = parameter({
  code: 'federal.average.periods.nonResidential',
  title: 'Сколько месяцев подряд начисляют по среднему, нежилое помещение',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '2', ...rules354('п. 59', 'memory') }],
});

/** How many months in a row the average stands in for a house meter of water or electricity (п. 59(1)). */
export const AVERAGE_PERIODS_HOUSE = parameter({
  code: 'federal.average.periods.house',
  title: 'Сколько месяцев подряд берут среднее по прибору дома',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '3', ...rules354('п. 59(1), 60(1)', 'seen') }],
});

/** Months of the averaging window («не менее шести месяцев»). */
export const AVERAGE_WINDOW_MONTHS = parameter({
  code: 'federal.average.window',
  title: 'За сколько месяцев берут среднее',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '12', ...rules354('п. 59', 'memory') },
    { from: day('2013-06-01'), value: '6', act: 'ПП РФ от 16.04.2013 № 344', place: 'п. 59', certainty: 'memory' },
  ],
});

/** Least months a meter must have worked for an average («не менее трёх месяцев»). */
export const AVERAGE_LEAST_MONTHS = parameter({
  code: 'federal.average.least',
  title: 'Наименьший срок работы прибора для среднего',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '3', ...rules354('п. 59, 59(2)', 'seen') }],
});
