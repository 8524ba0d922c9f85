import { addDays, addMonths, type Day, firstDay, type Month, weekday } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import { DOCUMENT_DAY, PAYMENT_DAY } from '../norms/federal/days';
import { type Parameter, type ParameterProblem, valueOn } from '../norms/parameter';

/**
 * The day itself, or Monday after a Saturday or Sunday («ближайший следующий рабочий день», ГК РФ, ст. 193). Holidays are not known yet.
 *
 * @example workingDay('2026-03-15' as Day) //=> '2026-03-16'
 */
export const workingDay = (day: Day): Day => {
  const of = weekday(day);
  return of <= 5 ? day : addDays(day, 8 - of);
};

/**
 * The last day to pay the bill of a month («срок внесения платы», ЖК РФ, ст. 155, ч. 1), moved from a day off.
 *
 * @example paymentDueDay('2026-02' as Month) //=> { ok: true, value: '2026-03-16' }
 */
export const paymentDueDay = (month: Month): Result<Day, ParameterProblem> => dayOfNextMonth(PAYMENT_DAY, month);

/** The last day to present the payment document of a month («срок представления платёжного документа», ЖК РФ, ст. 155, ч. 2). */
export const documentDueDay = (month: Month): Result<Day, ParameterProblem> => dayOfNextMonth(DOCUMENT_DAY, month);

const dayOfNextMonth = (of: Parameter, month: Month): Result<Day, ParameterProblem> => {
  const first = firstDay(addMonths(month, 1));
  const entry = valueOn(of, first);
  return entry.ok ? ok(workingDay(addDays(first, Number(entry.value.value) - 1))) : entry;
};
