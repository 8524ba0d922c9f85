import { monthNumberOfSerial } from '../kernel/calendar';
import type { VolumeBasis } from '../model/bill';
import type { MeterRecord } from '../model/records';
import { type PricedZone, pricedZone, type Zone } from '../model/services';
import { meterActs } from './act-meters';
import { type Refusal, refusalIn } from './act-refusals';
import { actsText } from './act-words';
import { averageBefore, type MonthlyAverage } from './average';
import type { MeteredUnit } from './formulas';
import type { MeterLife, MeterPlace } from './meter-life';
import type { MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';
import type { Boundary, Register } from './register';
import { byAverage, lastThrough, type RegisterMonth, registerMonth } from './register-month';
import type { Told, VolumeSink } from './sink';
import { type Asked, BASIS_OF, meteredFacts, raises, ruleFor, substituteFor, tableOf, takesAverage } from './volume-choice';
import type { VolumeRule } from './volume-rules';

/** A volume of one zone found for days `[from, to)` of the month. */
export interface VolumePart {
  readonly zone: PricedZone;
  readonly from: number;
  readonly to: number;
  readonly basis: VolumeBasis;
  /** `NaN` when the readings are to be subtracted by the sink. */
  readonly volume: number;
  readonly told: Told;
  /** Day the closing reading was taken, for metered volumes. */
  readonly taken: number | null;
}

/** Days of the month for which the meter place asks for the normative of the premises, or the volume of a contract. */
export interface NormativeDays {
  readonly from: number;
  readonly to: number;
  readonly rule: VolumeRule;
}

/** What a meter place says of the month. */
export interface PlaceMonth {
  readonly parts: readonly VolumePart[];
  readonly normative: readonly NormativeDays[];
}

/** Find the volumes of one meter place: metered days, days after an event, months without a reading. */
export const placeMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  place: MeterPlace,
  sink: VolumeSink,
): PlaceMonth => {
  const walk = new PlaceWalk(context, use, terms, place, sink);
  let cursor = context.from;
  let before: MeterLife | null = null;
  for (const life of place.lives) {
    if (life.from >= context.to) break;
    if (before !== null && cursor < life.from) walk.unfit(cursor, Math.min(life.from, context.to), before, life);
    const from = Math.max(cursor, life.from, context.from);
    const to = Math.min(context.to, life.fitEnd);
    cursor = Math.max(cursor, life.from);
    if (to > from) {
      const metered = walk.fit(from, to, life);
      cursor = metered ? to : from;
    }
    before = life;
  }
  if (before !== null && cursor < context.to && !closed(before)) walk.unfit(cursor, context.to, before, nextOf(place, before));
  return walk;
};

const nextOf = ({ lives }: MeterPlace, life: MeterLife): MeterLife | null => lives[lives.indexOf(life) + 1] ?? null;

/** Nothing is substituted in a place that was closed with its last meter; in the month of closing its reading closes it too. */
const closed = ({ meter }: MeterLife): boolean => meter.closesPlace === true && meter.removedOn !== undefined;

class PlaceWalk implements PlaceMonth {
  readonly parts: VolumePart[] = [];
  readonly normative: NormativeDays[] = [];
  private readonly unit: MeteredUnit;

  constructor(
    private readonly context: MonthContext,
    private readonly use: PremisesUse,
    private readonly terms: ServiceTerms,
    private readonly place: MeterPlace,
    private readonly sink: VolumeSink,
  ) {
    this.unit = terms.unit === 'kWh' ? 'kWh' : 'm3';
  }

  /** Days on which the meter measures. Answers false when they must go with the days after the event: it ended without a reading. */
  fit(from: number, to: number, life: MeterLife): boolean {
    const { context } = this;
    const ends = to < context.to;
    if (ends && life.registers.some((register) => closingOf(register, context.number) === null)) return false;
    const refusal = refusalIn(this.place.refusals, context.number);
    for (const register of life.registers) {
      if (refusal !== null) {
        this.refused(from, to, register, refusal);
        continue;
      }
      const found = registerMonth(context, this.place, register, this.unit, this.use.nonResidential);
      this.fitRegister(from, to, register, found);
    }
    return true;
  }

  /** Readings of the consumer are not used; the average is that of the months before the second act. */
  private refused(from: number, to: number, { meter, zone }: Register, refusal: Refusal): void {
    const average = averageBefore(this.place, zone, refusal.from, this.context.averageTerms, this.unit);
    const refusedPeriods = this.context.number - refusal.from + 1;
    this.substitute(from, to, meter, zone, average, {
      fit: true,
      reading: false,
      periods: refusedPeriods,
      average: average !== null,
      refusedPeriods,
      acts: actsText(refusal.acts),
    });
  }

  private fitRegister(from: number, to: number, register: Register, found: RegisterMonth): void {
    const { zone } = register;
    if (found.kind !== 'silent') {
      if (this.sink.chosen !== undefined) this.choose(zone, { fit: true, reading: true, periods: 0, average: true });
      const told: Told =
        found.kind === 'readings'
          ? { kind: 'readings', gap: found.gap }
          : found.kind === 'share'
            ? { kind: 'gapShare', gap: found.gap, part: found.part, of: found.of }
            : { kind: 'settled', gap: found.gap, volume: found.volume };
      const taken = found.gap === null ? null : found.gap.to.taken;
      this.parts.push({
        zone: pricedZone(zone, register.meter.registers.length),
        from,
        to,
        basis: 'meter',
        volume: found.kind === 'readings' ? Number.NaN : found.volume,
        told,
        taken,
      });
      return;
    }
    const average = averageBefore(this.place, zone, this.context.number, this.context.averageTerms, this.unit);
    this.substitute(from, to, register.meter, zone, average, {
      fit: true,
      reading: false,
      periods: found.periods,
      average: average !== null,
    });
  }

  /** Days after the meter failed, was lost, was removed, or its verification expired. */
  unfit(from: number, to: number, life: MeterLife, next: MeterLife | null): void {
    const { context, use, place } = this;
    const event = monthNumberOfSerial(life.fitEnd);
    const refusal = refusalIn(place.refusals, context.number);
    const told = {
      ...(this.terms.service === 'electricity'
        ? meterActs(context, use.facts.acts, life.meter.commissionedOn, next?.meter.commissionedOn ?? null)
        : {}),
      ...(refusal === null ? {} : { refusedPeriods: context.number - refusal.from + 1, acts: actsText(refusal.acts) }),
    };
    const before = refusal === null ? event : Math.min(event, refusal.from);
    for (const { zone } of life.registers) {
      const average = averageBefore(place, zone, before, context.averageTerms, this.unit);
      this.substitute(from, to, life.meter, zone, average, {
        fit: false,
        reading: false,
        periods: context.number - event + 1,
        average: average !== null,
        unfit: life.meter.repairNotice !== undefined && life.cause !== 'expired' ? 'repair' : life.cause,
        ...told,
      });
    }
  }

  private substitute(from: number, to: number, meter: MeterRecord, zone: Zone, average: MonthlyAverage | null, asked: Asked): void {
    const chosen = this.choose(zone, asked);
    const rule = average === null ? chosen : substituteFor(this.context, this.use, this.terms, chosen);
    if (average === null || !takesAverage(rule)) {
      const last = this.normative[this.normative.length - 1];
      if (last === undefined || last.from !== from || last.to !== to || (!raises(last.rule) && raises(rule))) {
        this.normative.push({ from, to, rule });
      }
      return;
    }
    const days = to - from;
    const { context } = this;
    const volume = byAverage(average.value, days, context.days, this.unit, context.volumeDigits);
    const priced = pricedZone(zone, meter.registers.length);
    this.parts.push({ zone: priced, from, to, basis: BASIS_OF[rule], volume, told: { kind: 'average', average, days }, taken: null });
  }

  private choose(zone: Zone, asked: Asked): VolumeRule {
    const { context, use, terms } = this;
    const facts = meteredFacts(context, use, terms, asked);
    this.sink.chosen?.(terms, { point: this.place.point, zone }, tableOf(use, terms), facts);
    return ruleFor(context, use, terms, facts);
  }
}

/** The reading taken on the day of an event that closes the month, or `null`. */
const closingOf = (register: Register, month: number): Boundary | null => {
  const index = lastThrough(register, month);
  const last = register.boundaries[index] as Boundary;
  return index > 0 && last.month === month ? last : null;
};
