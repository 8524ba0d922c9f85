import { addDays, addMonths, type Day, daysBetween, firstDay, type Month, monthOf } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import { DOCUMENT_DAY, PAYMENT_DAY, PAYMENT_DAY_FROM_MARCH } from './federal/days';
import { WORK_CALENDAR } from './federal/work-calendar';
import { type Parameter, type ParameterProblem, valueOn } from './parameter';
import { type PolicyCode, policyValue } from './policies';
import { type WorkCalendar, workingDay } from './work-calendar';

/** What a due day may depend on beside the month. */
export interface DueDayOptions {
  /** The day the payment document was presented; in time when not given. */
  readonly presentedOn?: Day | undefined;
  /** Policies of the house: `dueDayTransition`, `workingDayShift`, `lateBillShift`. */
  readonly policies?: Readonly<Partial<Record<PolicyCode, string>>> | undefined;
  readonly calendar?: WorkCalendar | undefined;
}

/**
 * The last day to pay the bill of a month («срок внесения платы», ЖК РФ, ст. 155, ч. 1), moved from a day off (ГК РФ, ст. 193) and, when the
 * document came late, by policy `lateBillShift`.
 *
 * @returns `missing-parameter` or `parameter-not-reviewed` when the law's days or the working calendar are not known
 * @example paymentDueDay('2026-02' as Month) //=> { ok: true, value: '2026-03-16' }
 */
export const paymentDueDay = (month: Month, options: DueDayOptions = {}): Result<Day, ParameterProblem> => {
  const nominal = nominalDueDay(month, options);
  return nominal.ok ? shifted(nominal.value, options) : nominal;
};

/** The same before it is moved from a day off. @example nominalDueDay('2026-02' as Month) //=> { ok: true, value: '2026-03-15' } */
export const nominalDueDay = (month: Month, options: DueDayOptions = {}): Result<Day, ParameterProblem> => {
  const { presentedOn, policies = {} } = options;
  const nominal = paymentDay(month, policies);
  if (!nominal.ok || presentedOn === undefined) return nominal;
  const documentBy = documentDueDay(month, options.calendar);
  if (!documentBy.ok) return documentBy;
  const late = daysBetween(documentBy.value, presentedOn);
  const shift = policyValue(policies, 'lateBillShift');
  if (late <= 0 || shift === 'none') return nominal;
  if (shift === 'sameNumberOfDays') return ok(addDays(nominal.value, late));
  const next = paymentDay(monthOf(presentedOn), policies);
  return next.ok && next.value <= nominal.value ? nominal : next;
};

/** The last day to present the payment document of a month («срок представления платёжного документа», ЖК РФ, ст. 155, ч. 2). */
export const documentDueDay = (month: Month, calendar: WorkCalendar = WORK_CALENDAR): Result<Day, ParameterProblem> => {
  const nominal = dayOfNextMonth(DOCUMENT_DAY, month);
  return nominal.ok ? workingDay(calendar, nominal.value) : nominal;
};

/** A due day of a contract moved from a day off, unless policy `workingDayShift` says that it stays. */
export const shifted = (day: Day, { policies = {}, calendar = WORK_CALENDAR }: DueDayOptions): Result<Day, ParameterProblem> =>
  policyValue(policies, 'workingDayShift') === 'off' ? ok(day) : workingDay(calendar, day);

const paymentDay = (month: Month, policies: Readonly<Record<string, string>>): Result<Day, ParameterProblem> =>
  dayOfNextMonth(policyValue(policies, 'dueDayTransition') === 'duma' ? PAYMENT_DAY_FROM_MARCH : PAYMENT_DAY, month);

const dayOfNextMonth = (of: Parameter, month: Month): Result<Day, ParameterProblem> => {
  const first = firstDay(addMonths(month, 1));
  const entry = valueOn(of, first);
  return entry.ok ? ok(addDays(first, Number(entry.value.value) - 1)) : entry;
};
