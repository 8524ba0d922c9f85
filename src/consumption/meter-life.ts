import { type Day, monthNumber, monthNumberOfSerial, serial } from '../kernel/calendar';
import type { MeterFacts, MeterPoint } from '../model/facts';
import type { MeterRecord } from '../model/records';
import type { MeteredService, Zone } from '../model/services';
import { type Boundary, type ReadingVerdict, type Register, readRegister } from './register';

/** What ended the fitness of a meter. */
export type UnfitCause = 'expired' | 'failed' | 'removed';

/** The days on which a meter measures: from the day after commissioning up to the event that ended it (ПП № 354, п. 81, 81(12)). */
export interface MeterLife {
  readonly meter: MeterRecord;
  /** First day billed by the meter (serial). */
  readonly from: number;
  /** First day that is not (serial), or infinity. */
  readonly fitEnd: number;
  /** Counted month of `fitEnd`, or infinity. */
  readonly eventMonth: number;
  readonly cause: UnfitCause | null;
  readonly registers: readonly Register[];
}

/** A place of a meter in a premises with the lives of its meters, one after another. */
export interface MeterPlace {
  readonly service: MeteredService;
  readonly point: string;
  readonly lives: readonly MeterLife[];
}

/** What the lives of meters depend on beside the facts. */
export interface LifeContext {
  readonly cutoffDay: (month: number) => number;
  /** First day (serial) from which an expired verification makes the meter unfit: the day itself, or the end of a suspension. */
  readonly unfitFrom: (dayAfterExpiry: number) => number;
  readonly believable: (place: { readonly service: MeteredService; readonly zone: Zone }, boundaries: readonly Boundary[], months: number, takenOn: Day) => number;
}

const NEVER = Number.POSITIVE_INFINITY;

/** Read the whole history of a meter place. */
export const readPlace = (point: MeterPoint, context: LifeContext): MeterPlace => ({
  service: point.service,
  point: point.point,
  lives: point.meters.map((facts) => readLife(facts, context)),
});

const readLife = ({ meter, registers }: MeterFacts, context: LifeContext): MeterLife => {
  let fitEnd = NEVER;
  let cause: UnfitCause | null = null;
  const expiry = validThrough(meter);
  if (expiry !== null) {
    fitEnd = context.unfitFrom(serial(expiry) + 1);
    cause = 'expired';
  }
  if (meter.failedOn !== undefined && serial(meter.failedOn) < fitEnd) {
    fitEnd = serial(meter.failedOn);
    cause = 'failed';
  }
  let eventMonth = fitEnd === NEVER ? NEVER : monthNumberOfSerial(fitEnd);
  if (meter.removedOn !== undefined && serial(meter.removedOn) + 1 < fitEnd) {
    fitEnd = serial(meter.removedOn) + 1;
    cause = 'removed';
    eventMonth = monthNumber(meter.removedOn);
  }
  const { cutoffDay } = context;
  return {
    meter,
    from: serial(meter.commissionedOn) + 1,
    fitEnd,
    eventMonth,
    cause,
    registers: registers.map((facts) =>
      readRegister(facts, meter, {
        cutoffDay,
        fitEnd,
        eventMonth,
        believable: (boundaries, months, reading) => context.believable({ service: meter.service, zone: facts.zone }, boundaries, months, reading.takenOn),
      }),
    ),
  };
};

/** Last day of the verification that runs longest; `null` when none is known: then the meter does not expire. */
const validThrough = (meter: MeterRecord): Day | null => {
  let last: Day | null = null;
  for (const { until } of meter.verifications) if (last === null || until > last) last = until;
  return last;
};

/** Every reading of a place that did not simply count. */
export const exceptionsOf = (place: MeterPlace): readonly ReadingVerdict[] => place.lives.flatMap((life) => life.registers.flatMap((register) => register.exceptions));
