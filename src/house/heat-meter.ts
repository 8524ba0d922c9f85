import { VOLUME_SCALE } from '../consumption/formulas';
import type { MeterLife, MeterPlace } from '../consumption/meter-life';
import type { Boundary, Register } from '../consumption/register';
import { scaled } from '../kernel/quantity';
import { calculate } from '../norms/formula';
import { heatPart, monthlyAverage } from './heating-formulas';

/** What reading a meter of heat depends on beside its readings: heat is counted in months of heating only. */
export interface HeatTerms {
  /** Is there heating on some day of the month (counted)? */
  readonly heated: (month: number) => boolean;
  /** First day (serial) and first day after of a month (counted). */
  readonly daysOf: (month: number) => { readonly from: number; readonly to: number };
  /** How many months of heating in a row the average stands in; 0 for a meter whose average has rules of its own. */
  readonly periods: number;
  readonly least: number;
  readonly window: number;
  /** Every reading closes its month, out of the season too: the meter counts the heat of hot water as well. */
  readonly shared: boolean;
}

/** An average over months of heating: volume, months, and their quotient on the volume scale. */
export interface HeatAverage {
  readonly volume: number;
  readonly months: number;
  readonly value: number;
}

/** What a meter of heat says of a month. */
export interface HeatMonth {
  readonly basis: 'meter' | 'average';
  /** On the volume scale; below zero when averages took more than the meter then counted. */
  readonly volume: number;
  /** Readings the volume lies between; `null` for an average. */
  readonly gap: { readonly register: Register; readonly from: Boundary; readonly to: Boundary } | null;
  /** Averages that earlier silent months took, within the volume of `gap`. */
  readonly averaged: number;
  /** Parts of months and days in which the meter did not count: they were charged without it and stay so. */
  readonly lost: number;
  readonly average: HeatAverage | null;
  /** The registers it is a sum of, where there are several: of a meter and of the one it was replaced by. */
  readonly parts?: readonly HeatMonth[];
}

/**
 * The heat that a meter counted in a month (ПП № 354, п. 42(1), 59). A reading closes the month of heating it was taken in; one taken out of the
 * season waits for the next, so that the tail of a season is not lost, that of a meter replaced since then neither. Silent months of heating take
 * the average, at most `periods` in a row.
 *
 * @returns `null` when the meter does not count here: not there the whole month, or silent or unfit for too long
 */
export const heatOfMonth = (place: MeterPlace, month: number, terms: HeatTerms): HeatMonth | null => {
  const { from, to } = terms.daysOf(month);
  const alive = place.lives.filter((life) => life.from < to && life.fitEnd > from);
  const [life] = alive.slice(-1);
  const last = place.lives.findLast((one) => one.from < to);
  if (last === undefined) return null;
  if (life === undefined) return substitute(place, countHeated(terms, last.eventMonth - 1, month), last.eventMonth, terms);
  if (alive.length === 1 && life.from > from + 1 && last === place.lives[0]) return null;
  const parts = alive.flatMap((one) =>
    isFresh(place, one, month)
      ? one.registers.flatMap((register) => closed(place, register, month, terms) ?? [])
      : readings(place, one, month, terms),
  );
  const tails = parts.length === 0 ? [] : tailsOf(place, month, terms);
  if (parts.length > 0 && parts.every((part) => part !== null)) return joined([...tails, ...(parts as readonly HeatMonth[])]);
  const silentSince = Math.min(month - 1, ...life.registers.map((register) => lastHeated(register, month, terms).month));
  return substitute(place, countHeated(terms, silentSince, month), month, terms);
};

const readings = (place: MeterPlace, { registers }: MeterLife, month: number, terms: HeatTerms): readonly (HeatMonth | null)[] =>
  registers.map((register) => closed(place, register, month, terms));

/** Did the meter come this month in place of another? Until it is read it counted nothing. */
const isFresh = (place: MeterPlace, life: MeterLife, month: number): boolean =>
  life !== place.lives[0] && life.registers.every(({ boundaries }) => boundaries[0]?.month === month);

/** What meters that are gone counted after the last month of heating: the first month of heating since then has it. */
const tailsOf = (place: MeterPlace, month: number, terms: HeatTerms): readonly HeatMonth[] => {
  if (terms.shared) return [];
  const { from } = terms.daysOf(month);
  return place.lives
    .filter(({ fitEnd }) => fitEnd <= from)
    .flatMap(({ registers }) => registers)
    .flatMap((register) => {
      const to = register.boundaries[register.boundaries.length - 1] as Boundary;
      if (to.month >= month || terms.heated(to.month) || countHeated(terms, to.month, month - 1) > 0) return [];
      const before = lastHeated(register, to.month, terms);
      return before === to ? [] : [difference(place, register, before, to, countHeated(terms, before.month, to.month), terms)];
    });
};

const joined = (parts: readonly HeatMonth[]): HeatMonth => {
  const [first] = parts as readonly [HeatMonth];
  return parts.length === 1
    ? first
    : {
        ...first,
        parts,
        volume: parts.reduce((sum, part) => sum + part.volume, 0),
        averaged: parts.reduce((sum, part) => sum + part.averaged, 0),
        lost: parts.reduce((sum, part) => sum + part.lost, 0),
      };
};

/** Heat of the first parts of a difference. */
export const partOf = (volume: number, part: number, of: number, scale = 0): number =>
  part === of
    ? volume
    : Number(
        calculate(heatPart, { V: scaled(volume, VOLUME_SCALE, 'Gcal'), a: scaled(part, scale, '1'), b: scaled(of, scale, '1') }) ??
          Number.NaN,
      );

/** Months of heating after one month up to another, counted. */
const countHeated = ({ heated }: HeatTerms, after: number, through: number): number => {
  let count = 0;
  for (let month = after + 1; month <= through; month += 1) if (heated(month)) count += 1;
  return count;
};

/** Boundaries that close a month of heating, with the initial one. */
const closings = ({ boundaries }: Register, terms: HeatTerms): readonly Boundary[] =>
  boundaries.filter(({ month }, index) => index === 0 || terms.shared || terms.heated(month));

const lastHeated = (register: Register, month: number, terms: HeatTerms): Boundary =>
  closings(register, terms).findLast((one) => one.month <= month) ?? (register.boundaries[0] as Boundary);

/** The difference of the reading that closes the month; `null` when there is none. */
const closed = (place: MeterPlace, register: Register, month: number, terms: HeatTerms): HeatMonth | null => {
  const list = closings(register, terms);
  const index = list.findIndex((one, at) => at > 0 && one.month === month);
  if (index < 0) return null;
  const [before, to] = [list[index - 1] as Boundary, list[index] as Boundary];
  const silent = Math.max(0, countHeated(terms, before.month, month) - 1);
  return difference(place, register, before, to, silent, terms, index === 1 ? daysBefore(place, before, terms) : 0);
};

/** Days of the month a first meter came in, charged without it: a meter counts from its first whole month. */
const daysBefore = ({ lives: [first] }: MeterPlace, { month, taken }: Boundary, { heated, daysOf }: HeatTerms): number => {
  const { from, to } = daysOf(month);
  const here =
    first !== undefined &&
    first.from > from + 1 &&
    first.from <= to &&
    first.registers.some(({ boundaries }) => boundaries[0]?.taken === taken);
  return here && heated(month) ? to - 1 - taken : 0;
};

/** What a meter counted between two readings, less its first days and what `silent` months of heating between them were charged. */
const difference = (
  place: MeterPlace,
  register: Register,
  before: Boundary,
  to: Boundary,
  silent: number,
  terms: HeatTerms,
  days = 0,
): HeatMonth => {
  const all = to.value - before.value;
  const early = days === 0 ? 0 : partOf(all, days, to.taken - before.taken);
  const total = all - early;
  const average = silent > 0 && terms.periods > 0 ? averageOf(place, before.month + 1, terms) : null;
  const substituted = average === null ? 0 : Math.min(silent, terms.periods);
  const averaged = average === null ? 0 : substituted * average.value;
  const silently = silent > substituted ? partOf(total, silent, silent + 1) - partOf(total, substituted, silent + 1) : 0;
  const lost = early + silently;
  return { basis: 'meter', volume: all - lost - averaged, gap: { register, from: before, to }, averaged, lost, average };
};

const substitute = (place: MeterPlace, silent: number, before: number, terms: HeatTerms): HeatMonth | null => {
  if (terms.periods === 0 || silent > terms.periods) return null;
  const average = averageOf(place, before, terms);
  return average === null ? null : { basis: 'average', volume: average.value, gap: null, averaged: 0, lost: 0, average };
};

/** The average of the newest months of heating before one, at most as many as the window holds; `null` with too few. */
const averageOf = (place: MeterPlace, before: number, terms: HeatTerms): HeatAverage | null => {
  let volume = 0;
  let months = 0;
  for (let l = place.lives.length - 1; l >= 0 && months < terms.window; l -= 1) {
    for (const register of (place.lives[l] as MeterLife).registers.slice(0, 1)) {
      const list = closings(register, terms).filter((one) => one.month < before);
      for (let i = list.length - 1; i > 0 && months < terms.window; i -= 1) {
        const [start, end] = [list[i - 1] as Boundary, list[i] as Boundary];
        const between = countHeated(terms, start.month, end.month);
        if (between === 0) continue;
        volume += end.value - start.value;
        months += between;
      }
    }
  }
  if (months < terms.least || volume < 0) return null;
  const value = calculate(monthlyAverage, { Vг: scaled(volume, VOLUME_SCALE, 'Gcal'), m: scaled(months, 0, 'month') });
  return value === null ? null : { volume, months, value: Number(value) };
};
