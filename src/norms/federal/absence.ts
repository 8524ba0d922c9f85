import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const rules354 = (place: string) => ({ act: 'ПП РФ от 06.05.2011 № 354', place, certainty: 'seen' }) as const;

/** An absence changes the charge when it has more than this many full days in a row. */
export const ABSENCE_DAYS = parameter({
  code: 'federal.absence.days',
  title: 'Отсутствие меняет плату, если в нём больше стольких полных дней подряд',
  unit: 'day',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '5', ...rules354('п. 86, 148(44)') }],
});

/** Days after the return by which the consumer applies. */
export const ABSENCE_APPLICATION_DAYS = parameter({
  code: 'federal.absence.applicationDays',
  title: 'За сколько дней после возвращения подают заявление о перерасчёте',
  unit: 'day',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '30', ...rules354('п. 91, 148(44)') }],
});

/** Months for which an application made before the absence counts; a new application goes on from there. */
export const ABSENCE_ADVANCE_MONTHS = parameter({
  code: 'federal.absence.advanceMonths',
  title: 'За сколько месяцев отсутствия плату снижают по заявлению, поданному заранее',
  unit: 'month',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '6', act: 'ПП РФ от 06.05.2011 № 354', place: 'п. 92', certainty: 'memory' }],
});
