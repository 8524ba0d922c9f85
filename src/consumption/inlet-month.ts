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
    found.push(new InletWalk(context, inlet, place, unit, periods).month());
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

/** Walks the lives of an inlet's meters through a month. */
class InletWalk {
  private readonly parts: InletPart[] = [];
  private taken = 0;
  private averaged = false;

  constructor(
    private readonly context: MonthContext,
    private readonly inlet: Inlet,
    private readonly place: MeterPlace,
    private readonly unit: MeteredUnit,
    private readonly periods: number,
  ) {}

  month(): InletMonth {
    const head = { inlet: this.inlet.point, within: this.inlet.within };
    if (!this.walk()) return { ...head, basis: 'unknown', volume: null, parts: [], taken: 0 };
    const volume = this.parts.reduce((sum, part) => sum + part.volume, 0);
    return { ...head, basis: this.averaged ? 'average' : 'meter', volume, parts: this.parts, taken: this.taken };
  }

  /** Answers false when nobody knows the volume of some days. */
  private walk(): boolean {
    const { context } = this;
    let before: MeterLife | null = null;
    let cursor = context.from;
    for (const life of this.place.lives) {
      if (life.from >= context.to) break;
      if (before !== null && cursor < life.from && !this.unfit(before, Math.min(life.from, context.to) - cursor)) return false;
      const [from, to] = [Math.max(cursor, life.from, context.from), Math.min(context.to, life.fitEnd)];
      cursor = Math.max(cursor, life.from);
      before = life;
      if (to <= from) continue;
      const closes = life.registers.every((register) => closing(register, context.number) !== null);
      cursor = to < context.to && !closes ? from : to;
      if (cursor === to && !life.registers.every((register) => this.register(register, to - from))) return false;
    }
    if (before === null) return false;
    return cursor >= context.to || before.meter.closesPlace === true || this.unfit(before, context.to - cursor);
  }

  private register(register: Register, days: number): boolean {
    const { number } = this.context;
    const last = closing(register, number);
    if (last === null) {
      const silent = number - (register.boundaries[lastThrough(register, number)] as Boundary).month;
      return this.average(register.zone, number, silent, days);
    }
    this.parts.push(this.byReadings(register, last));
    this.taken = Math.max(this.taken, last.taken);
    return true;
  }

  /** Days after the house meter failed, expired or was removed: the average of its zones by days. */
  private unfit(life: MeterLife, days: number): boolean {
    const event = monthNumberOfSerial(life.fitEnd);
    return life.registers.every(({ zone }) => this.average(zone, event, this.context.number - event + 1, days));
  }

  private average(zone: Zone, before: number, months: number, days: number): boolean {
    const { context, place, unit } = this;
    const found = months > this.periods ? null : averageBefore(place, zone, before, context.averageTerms, unit);
    if (found === null) return false;
    this.averaged = true;
    const volume = byAverage(found.value, days, context.days, unit, context.volumeDigits);
    this.parts.push({ zone, volume, told: { kind: 'average', average: found, days } });
    return true;
  }

  /**
   * The difference of two readings. After silent months closed months of the house stay as they are (C18), so the month of the reading takes what is
   * left: its own equal part, and for the averaged months the difference to their averages.
   */
  private byReadings(register: Register, to: Boundary): InletPart {
    const { context, place, unit } = this;
    const { zone } = register;
    const from = register.boundaries[lastThrough(register, context.number) - 1] as Boundary;
    const gap: Gap = { register, from, to };
    const total = to.value - from.value;
    const months = to.month - from.month;
    if (months <= 1 || total < 0) return { zone, volume: total, told: { kind: 'readings', gap } };
    const found = averageBefore(place, zone, from.month + 1, context.averageTerms, unit);
    const averaged = found === null ? 0 : Math.min(months - 1, this.periods);
    const one = found === null ? 0 : byAverage(found.value, 1, 1, unit, context.volumeDigits);
    const through = (n: number): number => volumeThrough(total, n, months, unit, context.volumeDigits);
    const lost = through(months - 1) - through(averaged);
    return {
      zone,
      volume: total - lost - averaged * one,
      told: { kind: 'afterSilence', gap, averages: averaged * one, months: averaged, lost },
    };
  }
}

/** The reading that closes the month, or `null`. */
const closing = (register: Register, month: number): Boundary | null => {
  const index = lastThrough(register, month);
  const last = register.boundaries[index] as Boundary;
  return index > 0 && last.month === month ? last : null;
};
