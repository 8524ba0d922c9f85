import type { Day } from '../../kernel/calendar';
import { parameter } from '../parameter';

const day = (text: string): Day => text as Day;
const law177 = { act: 'Федеральный закон от 24.06.2025 № 177-ФЗ', certainty: 'seen' } as const;

/** Last day of the month on which a reading counts for this month («не позднее 25-го числа»); a house may have its own window. */
export const READING_DAY = parameter({
  code: 'federal.reading.day',
  title: 'До какого числа показание идёт в текущий месяц',
  unit: 'day',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '25', act: 'ПП РФ от 06.05.2011 № 354', place: 'п. 31, 34', certainty: 'seen' }],
});

/** Day of the next month by which a bill is paid; read for the month after the billing month (February 2026 is the first with the 15th). */
export const PAYMENT_DAY = parameter({
  code: 'federal.payment.day',
  title: 'До какого числа вносят плату',
  unit: 'day',
  reviewedThrough: day('2027-01-31'),
  series: [
    { from: day('2005-03-01'), value: '10', act: 'ЖК РФ', place: 'ст. 155, ч. 1', certainty: 'seen' },
    { from: day('2026-03-01'), value: '15', place: 'ст. 155, ч. 1 ЖК РФ', ...law177 },
  ],
});

/** The same as a member of the Duma read 177-ФЗ: March 2026 is the first month with the 15th (policy `dueDayTransition`). */
export const PAYMENT_DAY_FROM_MARCH = parameter({
  code: 'federal.payment.day.fromMarch',
  title: 'До какого числа вносят плату, если 15-е число — со счёта за март 2026 года',
  unit: 'day',
  reviewedThrough: day('2027-01-31'),
  series: [
    { from: day('2005-03-01'), value: '10', act: 'ЖК РФ', place: 'ст. 155, ч. 1', certainty: 'seen' },
    { from: day('2026-04-01'), value: '15', place: 'ст. 155, ч. 1 ЖК РФ', ...law177 },
  ],
});

/** Day of the next month by which the payment document is presented. */
export const DOCUMENT_DAY = parameter({
  code: 'federal.document.day',
  title: 'До какого числа представляют платёжный документ',
  unit: 'day',
  reviewedThrough: day('2027-01-31'),
  series: [
    { from: day('2005-03-01'), value: '1', act: 'ЖК РФ', place: 'ст. 155, ч. 2', certainty: 'seen' },
    { from: day('2026-03-01'), value: '5', place: 'ст. 155, ч. 2 ЖК РФ', ...law177 },
  ],
});

/** Days on which an expired verification did not make a meter unfit (1 while suspended). */
export const VERIFICATION_SUSPENDED = parameter({
  code: 'federal.verification.suspended',
  title: 'Истёкшая поверка не делает прибор вышедшим из строя',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '0', act: 'ПП РФ от 06.05.2011 № 354', place: 'п. 81(12), подп. «д»', certainty: 'seen' },
    { from: day('2020-04-06'), value: '1', act: 'ПП РФ от 02.04.2020 № 424', certainty: 'seen' },
    { from: day('2021-01-01'), value: '0', act: 'ПП РФ от 02.04.2020 № 424', certainty: 'seen' },
  ],
});

/** A temporary resident counts when he lives longer than this many days in a row. */
export const TEMPORARY_STAY_DAYS = parameter({
  code: 'federal.temporary.days',
  title: 'Временно проживающий считается, если живёт дольше стольких дней подряд',
  unit: 'day',
  reviewedThrough: day('2026-12-31'),
  series: [{ from: day('2012-09-01'), value: '5', act: 'ПП РФ от 06.05.2011 № 354', place: 'п. 56–58', certainty: 'memory' }],
});

/** From this day the supplier answers for electricity meters, so no multiplier and no limit of the average. */
export const ELECTRICITY_SUPPLIER_DUTY = parameter({
  code: 'federal.electricity.supplierDuty',
  title: 'Прибор учёта электроэнергии устанавливает и поверяет поставщик',
  unit: '1',
  reviewedThrough: day('2026-12-31'),
  series: [
    { from: day('2012-09-01'), value: '0', act: 'ПП РФ от 06.05.2011 № 354', certainty: 'memory' },
    { from: day('2020-07-01'), value: '1', act: 'ПП РФ от 18.04.2020 № 554', place: 'п. 80(1), 80(2)', certainty: 'memory' },
  ],
});
