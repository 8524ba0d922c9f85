import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const rules354 = (place: string, certainty: 'seen' | 'memory') => ({ act: 'ПП РФ от 06.05.2011 № 354', place, certainty });
const since2012 = day('2012-09-01');

/** Acts of refusal after which readings of the consumer are not used («два и более раз»). */
export const REFUSALS_LEAST = parameter({
  code: 'federal.refusals.least',
  title: 'После скольких отказов начисляют без показаний потребителя',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '2', ...rules354('п. 60(2), 60(3)', 'seen') }],
});

/** How many normatives an interference with a meter or an unauthorised connection costs. */
export const VIOLATION_TIMES = parameter({
  code: 'federal.violation.times',
  title: 'Во сколько раз увеличивают норматив при вмешательстве и подключении без разрешения',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '10', ...rules354('п. 62, 81(11)', 'seen') }],
});

/** How many months back such a charge reaches at most. */
export const VIOLATION_MONTHS = parameter({
  code: 'federal.violation.months',
  title: 'За сколько месяцев назад доначисляют самое большее',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '3', ...rules354('п. 62, 81(11)', 'seen') }],
});

/** What a charge for electricity is multiplied by while the supplier is late with the meter. */
export const SUPPLIER_DELAY_FACTOR = parameter({
  code: 'federal.supplierDelay.factor',
  title: 'Понижающий коэффициент за просрочку поставщика с прибором учёта',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2026-01-01'), value: '0.95', ...rules354('п. 80(1), 80(2)', 'seen') }],
});

/** Months without a reading after which the meter has to be checked. */
export const CHECK_SILENT_MONTHS = parameter({
  code: 'federal.check.silentMonths',
  title: 'После скольких месяцев без показаний прибор обязаны проверить',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '6', ...rules354('п. 84', 'seen') }],
});

/** Days in which that check has to be made. */
export const CHECK_SILENT_DAYS = parameter({
  code: 'federal.check.silentDays',
  title: 'За сколько дней после этого проверяют',
  unit: 'day',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '15', ...rules354('п. 84', 'memory') }],
});

/** Months from one check to the next («не реже одного раза в год»). */
export const CHECK_MONTHS = parameter({
  code: 'federal.check.months',
  title: 'Через сколько месяцев проверку повторяют',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: since2012, value: '12', ...rules354('п. 83', 'seen') }],
});
