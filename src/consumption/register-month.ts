import { isCheck } from './act-readings';
import { refusalIn } from './act-refusals';
import { averageBefore } from './average';
import { type MeteredUnit, VOLUME_FORMULAS, VOLUME_SCALE, volumeOf } from './formulas';
import type { MeterPlace } from './meter-life';
import type { MonthContext } from './month-context';
import type { Boundary, Register } from './register';

/** Two readings with the months between them. */
export interface Gap {
  readonly register: Register;
  readonly from: Boundary;
  readonly to: Boundary;
}

/** What a register says about one month. */
export type RegisterMonth =
  /** Closed by a reading, the month before was closed too. */
  | { readonly kind: 'readings'; readonly gap: Gap }
  /** An equal part of the difference of a reading that came after silent months: the months `part − 1` to `part` of `of`. */
  | { readonly kind: 'share'; readonly gap: Gap; readonly part: number; readonly of: number; readonly volume: number }
  /** Changed by a later correction, or reduced by what averages had already taken. */
  | { readonly kind: 'settled'; readonly volume: number; readonly gap: Gap | null }
  /** Nobody told: `periods` months in a row, this one included. */
  | { readonly kind: 'silent'; readonly periods: number };

/** Volume of the first `part` of `of` equal parts, rounded to the digits of a volume: what the formula `through` computes. `NaN` stays `NaN`. */
export const volumeThrough = (volume: number, part: number, of: number, unit: MeteredUnit, digits: number): number =>
  (part === of && digits === VOLUME_SCALE) || !Number.isSafeInteger(volume)
    ? volume
    : volumeOf(VOLUME_FORMULAS[unit].through as typeof VOLUME_FORMULAS.m3.through, { V: volume, a: part, b: of }, digits);

/** Last boundary with a month up to `month`; the initial reading at worst. */
export const lastThrough = (register: Register, month: number): number => {
  let index = register.boundaries.length - 1;
  while (index > 0 && (register.boundaries[index] as Boundary).month > month) index -= 1;
  return index;
};

const limitOf = (context: MonthContext, nonResidential: boolean): number =>
  nonResidential ? context.periodsNonResidential : context.periodsDwelling;

/**
 * What a register says about the month of the context, given the readings that close months up to `context.through`. Policies: a late
 * reading (`lateReading`); corrections go newest month first.
 */
export const registerMonth = (
  context: MonthContext,
  place: MeterPlace,
  register: Register,
  unit: MeteredUnit,
  nonResidential: boolean,
): RegisterMonth => {
  const { number: month, through } = context;
  if (register.facts.reportsVolume) return reportedMonth(context, register, limitOf(context, nonResidential));
  const { boundaries } = register;
  const known = lastThrough(register, through);
  if ((register.corrected && hasCorrection(register, known)) || (context.policies.lateReading === 'carry' && hasGap(register, known))) {
    return settledMonth(context, place, register, unit, nonResidential, known);
  }
  const index = lastThrough(register, month);
  const last = boundaries[index] as Boundary;
  if (last.month === month && index > 0) {
    const before = boundaries[index - 1] as Boundary;
    const of = month - before.month;
    if (last.value < before.value) return { kind: 'settled', volume: 0, gap: { register, from: before, to: last } };
    return of <= 1
      ? { kind: 'readings', gap: { register, from: before, to: last } }
      : share(context, { register, from: before, to: last }, of, of, unit);
  }
  if (last.month === month) return { kind: 'readings', gap: { register, from: last, to: last } };
  const next = index < known ? (boundaries[index + 1] as Boundary) : null;
  const periods = month - last.month;
  if (next !== null && recomputed(context, next.month - last.month, periods, limitOf(context, nonResidential))) {
    return share(context, { register, from: last, to: next }, periods, next.month - last.month, unit);
  }
  return { kind: 'silent', periods };
};

/**
 * A meter that reports volumes: the month has the report it got in time, or one that came later and changes a month of the average; months of
 * the normative stand, as with any late reading.
 */
const reportedMonth = ({ number: month, through }: MonthContext, register: Register, limit: number): RegisterMonth => {
  const { boundaries, late } = register;
  const index = lastThrough(register, month);
  const last = boundaries[index] as Boundary;
  if (last.month === month) return { kind: 'readings', gap: { register, from: boundaries[Math.max(0, index - 1)] as Boundary, to: last } };
  let told = last.month;
  for (const report of late) if (report.known <= month && report.month < month && report.month > told) told = report.month;
  const periods = month - told;
  const report = late.find((one) => one.month === month && one.known <= through);
  return report !== undefined && periods <= limit
    ? { kind: 'readings', gap: { register, from: report.from, to: report.to } }
    : { kind: 'silent', periods };
};

const hasCorrection = ({ boundaries }: Register, known: number): boolean => {
  for (let i = 1; i <= known; i += 1) {
    const boundary = boundaries[i] as Boundary;
    if (boundary.value < (boundaries[i - 1] as Boundary).value && !isCheck(boundary)) return true;
  }
  return false;
};

const hasGap = ({ boundaries }: Register, known: number): boolean => {
  for (let i = 1; i <= known; i += 1) if ((boundaries[i] as Boundary).month - (boundaries[i - 1] as Boundary).month > 1) return true;
  return false;
};

/** Is the silent month at this place of a gap of `of` months computed anew now that the reading has come? */
const recomputed = (context: MonthContext, of: number, periods: number, limit: number): boolean => {
  switch (context.policies.lateReading) {
    case 'trueUp':
      return periods <= limit;
    case 'keepNormative':
      return of - 1 <= limit;
    case 'carry':
      return false;
  }
};

const share = (context: MonthContext, gap: Gap, part: number, of: number, unit: MeteredUnit): RegisterMonth => {
  const total = gap.to.value - gap.from.value;
  if (total < 0) return { kind: 'settled', volume: 0, gap };
  const volume =
    volumeThrough(total, part, of, unit, context.volumeDigits) - volumeThrough(total, part - 1, of, unit, context.volumeDigits);
  return { kind: 'share', gap, part, of, volume };
};

/** Months of a register walked from its first, for histories with corrections or with averages that are carried. */
const settledMonth = (
  context: MonthContext,
  place: MeterPlace,
  register: Register,
  unit: MeteredUnit,
  nonResidential: boolean,
  known: number,
): RegisterMonth => {
  const limit = limitOf(context, nonResidential);
  const first = (register.boundaries[0] as Boundary).month;
  const volumes = new Map<number, number>();
  const gaps = new Map<number, Gap>();
  for (let i = 1; i <= known; i += 1) {
    const [from, to] = [register.boundaries[i - 1] as Boundary, register.boundaries[i] as Boundary];
    const gap = { register, from, to };
    const settled = settleGap(context, place, gap, unit, limit);
    for (const [month, volume] of settled.volumes) volumes.set(month, volume);
    for (let month = from.month + 1; month <= to.month; month += 1) gaps.set(month, gap);
    let credit = settled.credit;
    for (let month = to.month - 1; month >= first && credit > 0; month -= 1) {
      const taken = Math.min(volumes.get(month) ?? 0, credit);
      if (taken > 0) volumes.set(month, (volumes.get(month) ?? 0) - taken);
      credit -= taken;
    }
  }
  const volume = volumes.get(context.number);
  if (volume !== undefined) return { kind: 'settled', volume, gap: gaps.get(context.number) ?? null };
  const last = register.boundaries[lastThrough(register, context.number)] as Boundary;
  return last.month === context.number
    ? { kind: 'readings', gap: { register, from: last, to: last } }
    : { kind: 'silent', periods: context.number - last.month };
};

interface Settled {
  readonly volumes: readonly (readonly [number, number])[];
  readonly credit: number;
}

const settleGap = (context: MonthContext, place: MeterPlace, gap: Gap, unit: MeteredUnit, limit: number): Settled => {
  const total = gap.to.value - gap.from.value;
  const of = Math.max(1, gap.to.month - gap.from.month);
  const digits = context.volumeDigits;
  const part = (n: number): number =>
    total < 0 ? 0 : volumeThrough(total, n, of, unit, digits) - volumeThrough(total, n - 1, of, unit, digits);
  const checkedBelow = total < 0 && isCheck(gap.to);
  const credit = checkedBelow ? 0 : Math.max(0, -total);
  if (context.policies.lateReading === 'carry' && of > 1 && !checkedBelow && !refusedWithin(place, gap)) {
    const carried = carriedGap(context, place, gap, unit, Math.min(of - 1, limit));
    if (carried !== null) return carried;
  }
  const volumes: (readonly [number, number])[] = [[gap.to.month, part(of)]];
  for (let n = 1; n < of; n += 1) {
    if (!recomputed(context, of, n, limit) || refusalIn(place.refusals, gap.from.month + n) !== null) continue;
    volumes.push([gap.from.month + n, part(n)]);
  }
  return { volumes, credit };
};

/** Was access refused in a month between the two readings? Then only a check settles it. */
const refusedWithin = ({ refusals }: MeterPlace, { from, to }: Gap): boolean =>
  refusals.some((refusal) => refusal.from < to.month && refusal.to > from.month + 1);

/** Averages stand; the reading's difference less what they took is the month's, and what is missing is credited. `null` without an average. */
const carriedGap = (context: MonthContext, place: MeterPlace, gap: Gap, unit: MeteredUnit, averaged: number): Settled | null => {
  const digits = context.volumeDigits;
  const total = gap.to.value - gap.from.value;
  const of = gap.to.month - gap.from.month;
  const found = averageBefore(place, gap.register.zone, gap.from.month + 1, context.averageTerms, unit);
  if (found === null) return null;
  const average = wholeMonth(found.value, unit, digits);
  const share = total < 0 ? total : volumeThrough(total, averaged + 1, of, unit, digits);
  const left = share - averaged * average;
  const volumes: (readonly [number, number])[] = [];
  for (let n = 1; n <= averaged; n += 1) volumes.push([gap.from.month + n, average]);
  volumes.push([gap.to.month, Math.max(0, left)]);
  return { volumes, credit: Math.max(0, -left) };
};

const wholeMonth = (average: number, unit: MeteredUnit, digits: number): number => byAverage(average, 1, 1, unit, digits);

/** Volume by the average for some days of a month; `NaN` for an average that is none. */
export const byAverage = (average: number, days: number, ofDays: number, unit: MeteredUnit, digits: number): number =>
  !Number.isSafeInteger(average)
    ? Number.NaN
    : days === ofDays && digits === VOLUME_SCALE
      ? average
      : volumeOf(VOLUME_FORMULAS[unit].byAverage as typeof VOLUME_FORMULAS.m3.byAverage, { Vср: average, d: days, D: ofDays }, digits);
