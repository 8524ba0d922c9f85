import { monthNumber, monthNumberOfSerial, monthsThrough } from '../kernel/calendar';
import { refusalIn } from './act-refusals';
import { violationDays, violationsOf } from './act-violations';
import type { MeteredUnit } from './formulas';
import type { MeterPlace } from './meter-life';
import type { MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';
import type { Boundary, Register } from './register';
import { lastThrough, registerMonth } from './register-month';

/** Acts of this month about violations: the earlier months that their days touch are charged anew (C16). */
export const noteViolations = (context: MonthContext, use: PremisesUse, terms: ServiceTerms): void => {
  for (const act of violationsOf(use.facts, terms.service, context.number)) {
    if (monthNumber(act.on) !== context.number) continue;
    const { from, to } = violationDays(use.facts, act, context.acts.monthsBack);
    const last = Math.min(context.number - 1, to === Number.POSITIVE_INFINITY ? context.number : monthNumberOfSerial(to - 1));
    const months = monthsThrough(monthNumberOfSerial(from), last);
    if (months.length > 0) context.findings.push({ premises: use.index, months, cause: act.id });
  }
};

/**
 * Readings that close this month after silent ones, or lie below the last: the earlier months that they change go to the context. Asked of every
 * register of the place, for the reading of an event may close a month in which its meter measured on no day.
 */
export const noteLateReadings = (context: MonthContext, use: PremisesUse, terms: ServiceTerms, place: MeterPlace): void => {
  const unit: MeteredUnit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  for (const life of place.lives) {
    for (const register of life.registers) {
      const cause = changes(register, context.number);
      if (cause === null) continue;
      const months = changedMonths(context, place, register, unit, use.nonResidential);
      if (months.length > 0) context.findings.push({ premises: use.index, months, cause });
    }
  }
};

/** The reading that closes a month after silent ones, or below the last one; a reported volume of an earlier month; `null` when neither came. */
const changes = (register: Register, month: number): string | null => {
  if (register.facts.reportsVolume) return register.late.find((one) => one.known === month)?.to.reading?.id ?? null;
  const index = lastThrough(register, month);
  const last = register.boundaries[index] as Boundary;
  if (index === 0 || last.month !== month || last.reading === null) return null;
  const before = register.boundaries[index - 1] as Boundary;
  return last.month - before.month <= 1 && last.value >= before.value ? null : last.reading.id;
};

/** Earlier months whose volume is another one now that the reading of this month has come. */
const changedMonths = (
  context: MonthContext,
  place: MeterPlace,
  register: Register,
  unit: MeteredUnit,
  nonResidential: boolean,
): readonly number[] => {
  const months: number[] = [];
  const first = (register.boundaries[0] as Boundary).month;
  for (let month = first; month < context.number; month += 1) {
    if (refusalIn(place.refusals, month) !== null) continue;
    const then = registerMonth({ ...context, number: month, through: context.number - 1 }, place, register, unit, nonResidential);
    const now = registerMonth({ ...context, number: month }, place, register, unit, nonResidential);
    if (then.kind !== now.kind || ('volume' in then && 'volume' in now && then.volume !== now.volume)) months.push(month);
  }
  return months;
};
