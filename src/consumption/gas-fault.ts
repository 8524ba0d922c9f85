import { monthNumber, monthNumberOfSerial, monthsThrough, serial } from '../kernel/calendar';
import { suppliedGasVolume } from './gas-rules';
import type { MeterLife, MeterPlace } from './meter-life';
import type { MonthContext, ServiceTerms } from './month-context';
import { type PlaceMonth, placeMonth } from './place-month';
import type { PremisesUse } from './premises-use';
import type { VolumeSink } from './sink';
import { NO_ACTS } from './volume-rules';
import { withoutDays } from './without-days';

/** Days for which a fault found by a check asks for the normative: from the last check up to the replacement of the meter. */
interface FaultDays {
  readonly life: MeterLife;
  readonly foundIn: number;
  readonly from: number;
  readonly to: number;
}

/**
 * One meter place of supplied gas in the month: as any other, but the days after the last check of a meter that a later check found broken go
 * by the normative (ПП № 549, п. 28). Before the month of the check nobody knows of it; in that month the earlier ones are found to change.
 */
export const gasPlaceMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  place: MeterPlace,
  sink: VolumeSink,
): PlaceMonth => {
  const faults = faultsOf(place);
  noteFaults(context, use, faults, sink);
  const days = faults.find((one) => context.through >= one.foundIn && one.from < context.to && one.to > context.from);
  if (days === undefined) return placeMonth(context, use, terms, place, sink);
  const from = Math.max(days.from, context.from);
  const to = Math.min(days.to, context.to);
  const whole = from === context.from && to === context.to;
  tell(context, terms, place, days.life, sink);
  if (whole) return { parts: [], normative: [{ from, to, rule: 'normativeFault' }] };
  const base = placeMonth(context, use, terms, place, sink);
  const others = base.normative.filter((one) => one.from < from || one.to > to);
  return {
    parts: base.parts
      .filter((part) => part.from < from || part.to > to)
      .map((part) => withoutDays(part, { from, to }, context, terms, 'fault')),
    normative: [
      {
        from: Math.min(from, ...others.map((one) => one.from)),
        to: Math.max(to, ...others.map((one) => one.to)),
        rule: 'normativeFault',
      },
    ],
  };
};

const faultsOf = ({ lives }: MeterPlace): readonly FaultDays[] => {
  const found: FaultDays[] = [];
  for (const [index, life] of lives.entries()) {
    const { fault } = life.meter;
    if (fault === undefined || lives[index - 1]?.meter === life.meter) continue;
    const next = lives.slice(index + 1).find((other) => other.meter !== life.meter);
    const closed = life.meter.closesPlace === true ? life.fitEnd : Number.POSITIVE_INFINITY;
    const from = Math.max(serial(fault.lastCheckOn), life.from);
    found.push({ life, foundIn: monthNumber(fault.foundOn), from, to: Math.min(next?.from ?? closed, closed) });
  }
  return found;
};

const tell = (context: MonthContext, terms: ServiceTerms, place: MeterPlace, life: MeterLife, sink: VolumeSink): void => {
  for (const { zone } of life.registers)
    sink.chosen?.(terms, { point: place.point, zone }, suppliedGasVolume, {
      ...NO_ACTS,
      metered: true,
      fit: false,
      reading: false,
      periods: 0,
      periodsMost: context.gas.periods,
      average: false,
      supplierDuty: false,
      mustMeter: false,
      unfit: 'fault',
    });
};

/** The months between the last check and the one that found the fault change in the month of the latter. */
const noteFaults = (context: MonthContext, use: PremisesUse, faults: readonly FaultDays[], sink: VolumeSink): void => {
  if (context.through !== context.number || sink.tells) return;
  for (const { life, foundIn, from } of faults) {
    if (foundIn !== context.number) continue;
    const months = monthsThrough(monthNumberOfSerial(from), context.number - 1);
    if (months.length > 0) context.findings.push({ premises: use.index, months, cause: life.meter.id });
  }
};
