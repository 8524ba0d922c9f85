import {
  addDays,
  addMonths,
  type Day,
  dayOfInstant,
  dayOfMonth,
  daysIn,
  firstDay,
  type Instant,
  monthNumber,
  monthOf,
  monthsTouched,
  serial,
} from '../kernel/calendar';
import type { PremisesFacts } from '../model/facts';
import type { AbsenceRecord } from '../model/records';
import { ABSENCE_ADVANCE_MONTHS, ABSENCE_APPLICATION_DAYS, ABSENCE_DAYS } from '../norms/federal/absence';
import { type Parameter, valueOn } from '../norms/parameter';
import type { AbsenceFacts } from './absence-rules';
import { stayOf } from './residents';

/** What the law asks of an absence: a number of days each; `NaN` where the parameter has none, which the month answers for. */
export interface AbsenceTerms {
  readonly least: number;
  readonly applyWithin: number;
  /** Months that an application made before the absence covers. */
  readonly advance: number;
}

/** The terms on the first day of a month. */
export const absenceTerms = (first: Day): AbsenceTerms => {
  const of = (parameter: Parameter): number => {
    const found = valueOn(parameter, first);
    return found.ok ? Number(found.value.value) : Number.NaN;
  };
  return { least: of(ABSENCE_DAYS), applyWithin: of(ABSENCE_APPLICATION_DAYS), advance: of(ABSENCE_ADVANCE_MONTHS) };
};

/** The first day (serial) that an application made before the absence does not cover; each new application takes it further. */
export const advanceEnd = ({ from, appliedOn, extended }: AbsenceRecord, { advance }: AbsenceTerms): number => {
  if (appliedOn > from) return Number.POSITIVE_INFINITY;
  const month = addMonths(monthOf(from), advance * (1 + (extended ?? []).length));
  return serial(firstDay(month)) + Math.min(dayOfMonth(from), daysIn(month)) - 1;
};

/** The full days of an absence, serial `[from, to)`: neither that of departure nor that of return. */
export const fullDaysOf = ({ from, to }: AbsenceRecord): { readonly from: number; readonly to: number } => ({
  from: serial(from) + 1,
  to: serial(to),
});

/** What the rules ask of an absence. */
export const absenceFacts = (absence: AbsenceRecord, { least, applyWithin }: AbsenceTerms, by: AbsenceFacts['by']): AbsenceFacts => {
  const days = fullDaysOf(absence);
  return {
    fullDays: Math.max(0, days.to - days.from),
    least,
    appliedAfter: serial(absence.appliedOn) - serial(absence.to),
    applyWithin,
    by,
  };
};

/**
 * The month from which an absence is known, counted: that of its application, or of the moment it became known where that is later, so that one
 * told after its month was closed is posted all the same.
 */
export const knownIn = ({ appliedOn, knownAt }: Pick<AbsenceRecord, 'appliedOn' | 'knownAt'>): number => laterMonth(appliedOn, knownAt);

/** The later of the month of a document and the month in which it became known, counted. */
export const laterMonth = (on: Day, knownAt: Instant | undefined): number =>
  Math.max(monthNumber(on), knownAt === undefined ? 0 : monthNumber(dayOfInstant(knownAt)));

/** The months that the full days of an absence touch, counted. */
export const monthsOf = ({ from, to }: AbsenceRecord): readonly number[] => monthsTouched(addDays(from, 1), to);

/** Days on which somebody was away from a premises while counted as living there. */
export interface AwayDays {
  readonly absence: AbsenceRecord;
  readonly from: number;
  readonly to: number;
}

/**
 * Days of `[from, to)` on which somebody was away who counts as living in the premises.
 *
 * @param takes which absences change the charge, by the rules
 */
export const awayWithin = (
  premises: PremisesFacts,
  { from, to }: { readonly from: number; readonly to: number },
  temporaryDays: number,
  takes: (absence: AbsenceRecord) => boolean,
): readonly AwayDays[] => {
  if (premises.absences.length === 0) return NOBODY;
  const away: AwayDays[] = [];
  for (const absence of premises.absences) {
    if (!takes(absence)) continue;
    const days = fullDaysOf(absence);
    for (const [index, resident] of premises.residents.entries()) {
      if (resident.person !== absence.person) continue;
      const stay = stayOf(premises.residents, index, temporaryDays);
      if (stay === null) continue;
      const start = Math.max(from, days.from, stay.from);
      const end = Math.min(to, days.to, stay.to);
      if (end > start) away.push({ absence, from: start, to: end });
    }
  }
  return away;
};

const NOBODY: readonly AwayDays[] = [];
