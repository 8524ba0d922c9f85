import type { Zone } from '../model/services';
import { calculateSafe } from '../norms/formula';
import { type MeteredUnit, VOLUME_FORMULAS } from './formulas';
import type { MeterPlace } from './meter-life';
import type { Boundary, Register } from './register';

/** A metered stretch that went into an average. */
export interface AverageStretch {
  readonly register: Register;
  readonly from: Boundary;
  readonly to: Boundary;
}

/** The monthly average («среднемесячный объём») of a register's zone with what it was made from. */
export interface MonthlyAverage {
  /** On the volume scale, per month. */
  readonly value: number;
  readonly volume: number;
  readonly months: number;
  readonly stretches: readonly AverageStretch[];
}

/** How an average is taken: least months for having one, months of the window. */
export interface AverageTerms {
  readonly least: number;
  readonly window: number;
}

/**
 * The average of a zone from the readings that closed months before `before`: walking back from the last one until the window is full.
 * Meters that followed one another in the place add up; months between them, which nobody measured, do not count.
 *
 * @returns `null` when the meter worked less than the least months; a value of `NaN` when the readings lie too far apart for any bill
 */
export const averageBefore = (
  place: MeterPlace,
  zone: Zone,
  before: number,
  terms: AverageTerms,
  unit: MeteredUnit,
): MonthlyAverage | null => {
  let volume = 0;
  let months = 0;
  const stretches: AverageStretch[] = [];
  for (let l = place.lives.length - 1; l >= 0 && months < terms.window; l -= 1) {
    const life = place.lives[l];
    const register = life?.registers.find((one) => one.zone === zone);
    if (life === undefined || register === undefined) continue;
    const end = lastUsable(register, before, life.cause === 'removed' ? Number.POSITIVE_INFINITY : life.eventMonth);
    let start = end;
    while (start > 0 && months + monthsOf(register, start, end) < terms.window) start -= 1;
    if (start === end) continue;
    const [from, to] = [register.boundaries[start] as Boundary, register.boundaries[end] as Boundary];
    volume += to.value - lowest(register, start, end);
    months += monthsOf(register, start, end);
    stretches.push({ register, from, to });
  }
  return hasAverage(months, terms) ? { value: averageOf(volume, months, unit), volume, months, stretches: stretches.reverse() } : null;
};

/** Did the meter work long enough for an average? */
export const hasAverage = (months: number, terms: AverageTerms): boolean => months > 0 && months >= terms.least;

/** The average on the volume scale; `NaN` for a volume that is none. */
export const averageOf = (volume: number, months: number, unit: MeteredUnit): number =>
  Number.isSafeInteger(volume)
    ? calculateSafe(VOLUME_FORMULAS[unit].average as typeof VOLUME_FORMULAS.m3.average, { ΔR: volume, m: months })
    : Number.NaN;

/** Lowest stand in the window: an accepted correction returns volumes newest first, so below the window's first stand it returned older months. */
const lowest = (register: Register, start: number, end: number): number => {
  let least = (register.boundaries[start] as Boundary).value;
  if (register.corrected) for (let i = start; i <= end; i += 1) least = Math.min(least, (register.boundaries[i] as Boundary).value);
  return least;
};

/** Months between two boundaries; of a meter that reports volumes those with a report, without the broken month of commissioning. */
const monthsOf = ({ boundaries, facts }: Register, start: number, end: number): number => {
  const [first, from, to] = [boundaries[0], boundaries[start], boundaries[end]] as readonly Boundary[] as [Boundary, Boundary, Boundary];
  if (!facts.reportsVolume) return to.month - from.month;
  const broken = start === 0 && end > 0 && (boundaries[1] as Boundary).month === first.month ? 1 : 0;
  return end - start - broken;
};

/** Last boundary whose month is before `before` and before the event: a reading inside the event's month measured no whole month. */
const lastUsable = (register: Register, before: number, eventMonth: number): number => {
  const limit = before < eventMonth ? before : eventMonth;
  let index = register.boundaries.length - 1;
  while (index > 0 && (register.boundaries[index] as Boundary).month >= limit) index -= 1;
  return index;
};
