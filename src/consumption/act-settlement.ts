import { monthNumber } from '../kernel/calendar';
import { TENFOLD_BASES } from '../model/bill';
import type { ActRecord } from '../model/records';
import { type PricedZone, pricedZone } from '../model/services';
import { isCheck } from './act-readings';
import { concerns } from './act-refusals';
import type { MeteredUnit } from './formulas';
import type { MeterLife, MeterPlace } from './meter-life';
import type { BilledVolume, MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';
import type { Boundary, Register } from './register';
import { lastThrough, volumeThrough } from './register-month';

/** What one month without readings should have been and was. */
export interface SettledMonth {
  /** Counted. */
  readonly month: number;
  readonly measured: number;
  readonly billed: number;
}

/**
 * The difference that a check finds, for one zone (ПП № 354, п. 61): what the meter measured in months that were billed without readings and stand,
 * less what was billed for them. It is consumed in the month of the check, at its tariff, without a multiplier (C06).
 */
export interface CheckDifference {
  readonly act: ActRecord;
  readonly zone: PricedZone;
  readonly months: readonly SettledMonth[];
  /** Reading of the check below the last one: how much (below zero). */
  readonly below: number;
  readonly measured: number;
  readonly billed: number;
}

/** The check of the month that concerns a service, and the month of the one before it. */
const checksOf = (
  use: PremisesUse,
  places: readonly MeterPlace[],
  month: number,
): { readonly act: ActRecord; readonly before: number } | null => {
  const points = use.facts.points.filter((point) => places.some((place) => place.service === point.service && place.point === point.point));
  const checks = use.facts.acts.filter((act) => act.type === 'check' && points.some((point) => concerns(act, point)));
  const act = checks.find(({ on }) => monthNumber(on) === month);
  if (act === undefined) return null;
  const before = checks.filter(({ on }) => monthNumber(on) < month).map(({ on }) => monthNumber(on));
  return { act, before: Math.max(Number.NEGATIVE_INFINITY, ...before) };
};

/** Months between two readings of the service that lie apart, up to `last`. */
const gapMonths = (places: readonly MeterPlace[], last: number): readonly number[] => {
  const months = new Set<number>();
  for (const { lives } of places)
    for (const { registers } of lives)
      for (const { boundaries } of registers)
        for (let i = 1; i < boundaries.length; i += 1) {
          const to = (boundaries[i] as Boundary).month;
          if (to > last) break;
          for (let month = (boundaries[i - 1] as Boundary).month + 1; month < to; month += 1) months.add(month);
        }
  return [...months].sort((a, b) => a - b);
};

/** Does the life measure the whole month? */
const measures = ({ registers, eventMonth }: MeterLife, month: number): boolean =>
  month < eventMonth && registers.every(({ boundaries }) => (boundaries[0] as Boundary).month < month);

/** The lives that measured a month, each closed by a reading of a month up to `known`; `null` when some place of the service did not. */
const livesOf = (places: readonly MeterPlace[], month: number, known: number): readonly MeterLife[] | null => {
  const found: MeterLife[] = [];
  for (const { lives } of places) {
    const [first] = lives;
    const last = lives[lives.length - 1];
    if (first === undefined || (first.registers[0]?.boundaries[0]?.month ?? month) >= month) continue;
    if (last?.meter.closesPlace === true && last.eventMonth < month) continue;
    const life = lives.find((one) => measures(one, month));
    if (life === undefined || !life.registers.every((register) => isClosed(register, month, known))) return null;
    found.push(life);
  }
  return found;
};

const isClosed = (register: Register, month: number, known: number): boolean =>
  !register.facts.reportsVolume && (register.boundaries[lastThrough(register, known)] as Boundary).month >= month;

/** The equal part of a month in the difference of the readings around it. */
const measuredIn = ({ boundaries }: Register, month: number, unit: MeteredUnit, digits: number): number => {
  const index = boundaries.findIndex((boundary) => boundary.month >= month);
  const [from, to] = [boundaries[index - 1] as Boundary, boundaries[index] as Boundary];
  const total = Math.max(0, to.value - from.value);
  const [part, of] = [month - from.month, to.month - from.month];
  return volumeThrough(total, part, of, unit, digits) - volumeThrough(total, part - 1, of, unit, digits);
};

/** Months billed otherwise than by readings stand until a check; those of a violation stand for good. */
const isSettled = (billed: readonly BilledVolume[]): boolean =>
  billed.every(({ basis }) => basis === 'meter' || basis === 'fromWater') ||
  billed.some(({ basis }) => TENFOLD_BASES.has(basis) || basis === 'connection');

class Sums {
  private readonly zones = new Map<PricedZone, { months: SettledMonth[]; below: number }>();

  private of(zone: PricedZone): { months: SettledMonth[]; below: number } {
    const known = this.zones.get(zone) ?? { months: [], below: 0 };
    this.zones.set(zone, known);
    return known;
  }

  month(month: number, zone: PricedZone, measured: number, billed: number): void {
    const { months } = this.of(zone);
    const last = months[months.length - 1];
    if (last !== undefined && last.month === month)
      months[months.length - 1] = { month, measured: last.measured + measured, billed: last.billed + billed };
    else months.push({ month, measured, billed });
  }

  below(zone: PricedZone, by: number): void {
    this.of(zone).below += by;
  }

  differences(act: ActRecord): readonly CheckDifference[] {
    return [...this.zones].map(([zone, { months, below }]) => ({
      act,
      zone,
      months,
      below,
      measured: months.reduce((sum, one) => sum + one.measured, below),
      billed: months.reduce((sum, one) => sum + one.billed, 0),
    }));
  }
}

/** Differences that the check of the context's month finds for a service, a zone each; none without a check. */
export const settledByCheck = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  places: readonly MeterPlace[],
): readonly CheckDifference[] => {
  const check = checksOf(use, places, context.number);
  if (check === null) return [];
  const unit: MeteredUnit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  const sums = new Sums();
  for (const month of gapMonths(places, context.number)) {
    if (livesOf(places, month, check.before) !== null && check.before >= month) continue;
    const lives = livesOf(places, month, context.number);
    const billed = lives === null ? null : context.billed(month, use.index, terms.service);
    if (lives === null || billed === null || isSettled(billed)) continue;
    for (const { meter, registers } of lives)
      for (const register of registers)
        sums.month(month, pricedZone(register.zone, meter.registers.length), measuredIn(register, month, unit, context.volumeDigits), 0);
    for (const { zone, volume } of billed) sums.month(month, zone, 0, volume);
  }
  for (const { lives } of places) for (const life of lives) for (const register of life.registers) dropOf(register, context.number, sums);
  return sums.differences(check.act);
};

/** A check that read less than was told before: the whole difference goes into the line of the check. */
const dropOf = (register: Register, month: number, sums: Sums): void => {
  const index = lastThrough(register, month);
  const [last, before] = [register.boundaries[index] as Boundary, register.boundaries[index - 1]];
  if (before === undefined || last.month !== month || !isCheck(last) || last.value >= before.value) return;
  sums.below(pricedZone(register.zone, register.meter.registers.length), last.value - before.value);
};
