import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const rules549 = (place: string) => ({ act: 'ПП РФ от 21.07.2008 № 549', place, certainty: 'memory' }) as const;

/** How many months in a row the average stands in for readings that are not sent («не более 3 таких периодов подряд»). */
export const GAS_AVERAGE_PERIODS = parameter({
  code: 'federal.gas.average.periods',
  title: 'Газ: сколько месяцев подряд начисляют по среднему без показаний',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2008-07-21'), value: '3', ...rules549('п. 31') }],
});

/** How many months in a row the average stands in for a meter under repair or verification by notice. */
export const GAS_REPAIR_PERIODS = parameter({
  code: 'federal.gas.average.repair',
  title: 'Газ: сколько месяцев подряд начисляют по среднему, пока прибор в ремонте или на поверке',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2008-07-21'), value: '3', ...rules549('п. 30') }],
});

/** Months of the averaging window («за период не менее одного года»). */
export const GAS_AVERAGE_WINDOW = parameter({
  code: 'federal.gas.average.window',
  title: 'Газ: за сколько месяцев берут среднее',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2008-07-21'), value: '12', ...rules549('п. 30, 31') }],
});

/** Least months of work for an average: the actual period counts when it is below a year, so one full month is enough. */
export const GAS_AVERAGE_LEAST = parameter({
  code: 'federal.gas.average.least',
  title: 'Газ: наименьший срок работы прибора для среднего',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2008-07-21'), value: '1', ...rules549('п. 30, 31: фактический период работы') }],
});

/** Up to this flow of all gas equipment nobody must have a meter, so there is no multiplier (формула 5(1)). */
export const GAS_DUTY_FLOW = parameter({
  code: 'federal.gas.duty.flow',
  title: 'Газ: до какого расхода оборудования прибор ставить не обязаны',
  unit: 'm3/h',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2009-11-27'), value: '2', act: 'Федеральный закон от 23.11.2009 № 261-ФЗ', place: 'ст. 13', certainty: 'seen' }],
});
