import { monthNumberOfSerial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import type { HouseVolumeRecord } from '../model/common-records';
import type { Inlet } from '../model/facts';
import type { MeteredService, Zone } from '../model/services';
import { averageBefore, type MonthlyAverage } from './average';
import { type MeteredUnit, VOLUME_SCALE } from './formulas';
import type { MeterLife, MeterPlace } from './meter-life';
import type { MonthContext } from './month-context';
import type { Boundary, Register } from './register';
import { byAverage, type Gap, lastThrough, volumeThrough } from './register-month';

/** How a part of an inlet's volume came about; enough to tell it again. */
export type InletTold =
  | { readonly kind: 'readings'; readonly gap: Gap }
  /** A reading after silent months: its difference less the averages those months took; what was billed by the normative stays out. */
  | { readonly kind: 'afterSilence'; readonly gap: Gap; readonly averages: number; readonly months: number; readonly lost: number }
  | { readonly kind: 'average'; readonly average: MonthlyAverage; readonly days: number }
  | { readonly kind: 'stated'; readonly record: HouseVolumeRecord };

/** A part of an inlet's volume: a register of a meter, or an act. */
export interface InletPart {
  readonly zone: Zone;
  readonly volume: number;
  readonly told: InletTold;
}

/** What an inlet took in a month. */
export interface InletMonth {
  readonly inlet: string;
  readonly within: string | null;
  readonly basis: 'meter' | 'average' | 'stated' | 'unknown';
  /** On the volume scale; `null` when nobody knows: the house counts as one without a meter. */
  readonly volume: number | null;
  readonly parts: readonly InletPart[];
  /** Last day a reading of the month was taken (serial), or 0. */
  readonly taken: number;
}

/**
 * What the inlets of a resource took in the month of the context: by an act that states it, by the readings of the house meter, else by its average
 * for at most `periods` months in a row (ПП № 354, п. 59(1)); after them the house counts as one without a meter (п. 60(1)).
 */
export const inletsMonth = (
  context: MonthContext,
  service: MeteredService,
  inlets: readonly { readonly inlet: Inlet; readonly place: MeterPlace }[],
  volumes: readonly HouseVolumeRecord[],
  periods: number,
): readonly InletMonth[] => {
  const unit: MeteredUnit = service === 'electricity' ? 'kWh' : 'm3';
  const stated = volumes.filter((one) => one.service === service && one.what === 'supplied' && one.month === context.month);
  const found: InletMonth[] = [];
  for (const { inlet, place } of inlets) {
    if (inlet.service !== service || stated.some((one) => one.inlet === inlet.point)) continue;
    found.push(inletMonth(context, inlet, place, unit, periods));
  }
  for (const record of stated) {
    const volume = scaledSafe(record.volume, VOLUME_SCALE);
    const within = inlets.find(({ inlet }) => inlet.service === service && inlet.point === record.inlet)?.inlet.within ?? null;
    found.push({
      inlet: record.inlet,
      within,
      basis: 'stated',
      volume: Number.isSafeInteger(volume) ? volume : Number.NaN,
      parts: [{ zone: 'T0', volume, told: { kind: 'stated', record } }],
      taken: 0,
    });
  }
  return found.sort((a, b) => (a.inlet < b.inlet ? -1 : 1));
};

const UNKNOWN = { basis: 'unknown', volume: null, parts: [], taken: 0 } as const;

const inletMonth = (context: MonthContext, inlet: Inlet, place: MeterPlace, unit: MeteredUnit, periods: number): InletMonth => {
  const head = { inlet: inlet.point, within: inlet.within };
  const parts: InletPart[] = [];
  let taken = 0;
  let averaged = false;
  let before: MeterLife | null = null;
  let cursor = context.from;
  for (const life of place.lives) {
    if (life.from >= context.to) break;
    if (
      before !== null &&
      cursor < life.from &&
      !unfit(context, place, before, cursor, Math.min(life.from, context.to), unit, periods, parts)
    )
      return { ...head, ...UNKNOWN };
    averaged ||= before !== null && cursor < life.from;
    const [from, to] = [Math.max(cursor, life.from, context.from), Math.min(context.to, life.fitEnd)];
    cursor = Math.max(cursor, life.from);
    before = life;
    if (to <= from) continue;
    const closes = life.registers.every((register) => closing(register, context.number) !== null);
    if (to < context.to && !closes) {
      cursor = from;
      continue;
    }
    for (const register of life.registers) {
      const last = closing(register, context.number);
      if (last === null) {
        const silent = context.number - (register.boundaries[lastThrough(register, context.number)] as Boundary).month;
        if (!average(context, place, register.zone, context.number, silent, to - from, unit, periods, parts))
          return { ...head, ...UNKNOWN };
        averaged = true;
      } else {
        parts.push(byReadings(context, place, register, last, unit, periods));
        taken = Math.max(taken, last.taken);
      }
    }
    cursor = to;
  }
  if (before === null) return { ...head, ...UNKNOWN };
  if (cursor < context.to && before.meter.closesPlace !== true) {
    if (!unfit(context, place, before, cursor, context.to, unit, periods, parts)) return { ...head, ...UNKNOWN };
    averaged = true;
  }
  const volume = parts.reduce((sum, part) => sum + part.volume, 0);
  return { ...head, basis: averaged ? 'average' : 'meter', volume, parts, taken };
};

/** The reading that closes the month, or `null`. */
const closing = (register: Register, month: number): Boundary | null => {
  const index = lastThrough(register, month);
  const last = register.boundaries[index] as Boundary;
  return index > 0 && last.month === month ? last : null;
};

/** Days after the house meter failed, expired or was removed: the average of its zones by days. Answers false when there is none. */
const unfit = (
  context: MonthContext,
  place: MeterPlace,
  life: MeterLife,
  from: number,
  to: number,
  unit: MeteredUnit,
  periods: number,
  parts: InletPart[],
): boolean => {
  const event = monthNumberOfSerial(life.fitEnd);
  return life.registers.every(({ zone }) =>
    average(context, place, zone, event, context.number - event + 1, to - from, unit, periods, parts),
  );
};

const average = (
  context: MonthContext,
  place: MeterPlace,
  zone: Zone,
  before: number,
  months: number,
  days: number,
  unit: MeteredUnit,
  periods: number,
  parts: InletPart[],
): boolean => {
  if (months > periods) return false;
  const found = averageBefore(place, zone, before, context.averageTerms, unit);
  if (found === null) return false;
  const volume = byAverage(found.value, days, context.days, unit, context.volumeDigits);
  parts.push({ zone, volume, told: { kind: 'average', average: found, days } });
  return true;
};

/**
 * The difference of two readings. After silent months closed months of the house stay as they are (C18), so the month of the reading takes what is
 * left: its own equal part, and for the averaged months the difference to their averages.
 */
const byReadings = (
  context: MonthContext,
  place: MeterPlace,
  register: Register,
  to: Boundary,
  unit: MeteredUnit,
  periods: number,
): InletPart => {
  const from = register.boundaries[lastThrough(register, context.number) - 1] as Boundary;
  const gap: Gap = { register, from, to };
  const total = to.value - from.value;
  const months = to.month - from.month;
  const found = months > 1 ? averageBefore(place, register.zone, from.month + 1, context.averageTerms, unit) : null;
  if (months <= 1 || total < 0) return { zone: register.zone, volume: total, told: { kind: 'readings', gap } };
  const averaged = found === null ? 0 : Math.min(months - 1, periods);
  const one = found === null ? 0 : byAverage(found.value, 1, 1, unit, context.volumeDigits);
  const through = (n: number): number => volumeThrough(total, n, months, unit, context.volumeDigits);
  const lost = total - (through(averaged) + (total - through(months - 1)));
  return {
    zone: register.zone,
    volume: total - lost - averaged * one,
    told: { kind: 'afterSilence', gap, averages: averaged * one, months: averaged, lost },
  };
};
