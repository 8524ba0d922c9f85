import { type Day, monthNumber, monthNumberOfSerial, serial } from '../kernel/calendar';
import type { MeterFacts, MeterPoint } from '../model/facts';
import type { ActRecord, MeterRecord, ReadingRecord } from '../model/records';
import type { MeteredService, Zone } from '../model/services';
import type { ReadingCode } from '../norms/reading-rules';
import { type ActedReadings, actedReadings } from './act-readings';
import { type Refusal, refusalsOf } from './act-refusals';
import type { ReadingWindow } from './reading-window';
import { type Boundary, type Register, readRegister } from './register';

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
  /** Months in which its readings are not used. */
  readonly refusals: readonly Refusal[];
}

/** What the lives of meters depend on beside the facts. */
export interface LifeContext {
  readonly windowOf: (service: MeteredService) => ReadingWindow;
  /** Acts about the premises, in order of days. */
  readonly acts: readonly ActRecord[];
  /** Refusals of access after which readings of the consumer are not used. */
  readonly refusals: number;
  /** First day (serial) from which an expired verification makes the meter unfit: the day itself, or the end of a suspension. */
  readonly unfitFrom: (dayAfterExpiry: number) => number;
  readonly believable: (
    place: { readonly service: MeteredService; readonly zone: Zone },
    boundaries: readonly Boundary[],
    months: number,
    reading: ReadingRecord,
  ) => number;
  /** Policies of the house that hold a reading for its size; `null` where none does. */
  readonly judge: ((service: MeteredService, boundaries: readonly Boundary[], next: Boundary) => ReadingCode | null) | null;
}

const NEVER = Number.POSITIVE_INFINITY;

/** Read the whole history of a meter place. */
export const readPlace = (point: MeterPoint, context: LifeContext): MeterPlace => {
  const { service, meters } = point;
  const refusals = context.acts.length === 0 ? [] : refusalsOf(point, context.acts, context.refusals);
  return {
    service,
    point: point.point,
    refusals,
    lives: livesOf(meters, refusals, context),
  };
};

const livesOf = (meters: readonly MeterFacts[], refusals: readonly Refusal[], context: LifeContext): readonly MeterLife[] => {
  const lives: MeterLife[] = [];
  for (const facts of meters) for (const life of readLives({ facts, acted: actedOf(facts, context, refusals) }, context)) lives.push(life);
  return lives;
};

/** A meter with what acts leave of the readings of its registers; `null` without acts. */
interface ActedMeter {
  readonly facts: MeterFacts;
  readonly acted: readonly ActedReadings[] | null;
}

const actedOf = (facts: MeterFacts, { acts, windowOf }: LifeContext, refusals: readonly Refusal[]): readonly ActedReadings[] | null =>
  acts.length === 0
    ? null
    : facts.registers.map((register) => actedReadings(facts, register, acts, refusals, windowOf(facts.meter.service)));

/** Days on which the verification of a meter holds without a break. */
interface VerifiedSpan {
  /** Day of the verification that put the meter in order again; `null` for the first span. */
  readonly again: Day | null;
  /** Last good day, or `null` when none is known. */
  readonly until: Day | null;
}

/** Spans of a meter's verifications: one made in time prolongs the span, one made later begins another. Without any the meter does not expire. */
const spansOf = (meter: MeterRecord): readonly VerifiedSpan[] => {
  const sorted = [...meter.verifications].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.until < b.until ? -1 : 1));
  const spans: { again: Day | null; until: Day | null }[] = [{ again: null, until: null }];
  for (const { on, until } of sorted) {
    const last = spans[spans.length - 1] as (typeof spans)[number];
    if (last.until === null || serial(on) <= serial(last.until) + 1 || on <= meter.commissionedOn)
      last.until = last.until === null || until > last.until ? until : last.until;
    else spans.push({ again: on, until });
  }
  return spans;
};

const readLives = (acted: ActedMeter, context: LifeContext): readonly MeterLife[] => {
  const { facts } = acted;
  const spans =
    facts.meter.verifications.length <= 1 ? [{ again: null, until: facts.meter.verifications[0]?.until ?? null }] : spansOf(facts.meter);
  const lives: MeterLife[] = [];
  for (const span of spans) {
    const life = readLife(acted, span, context);
    const before = lives[lives.length - 1];
    if (life !== null && (before === undefined || life.from > before.fitEnd)) lives.push(life);
  }
  return lives;
};

/** A meter that is verified again measures from the day after a reading taken on that day or later; without one nobody knows what it began from. */
const startAgain = (
  { facts: { meter, registers }, acted }: ActedMeter,
  again: Day,
): { readonly from: number; readonly readings: readonly ReadingRecord[] } | null => {
  const firsts = registers.map((register, index) =>
    (acted?.[index]?.readings ?? register.readings).find((reading) => reading.takenOn >= again && startsAgain(reading)),
  );
  if (firsts.some((reading) => reading === undefined) || meter.registers.length === 0) return null;
  const readings = firsts as readonly ReadingRecord[];
  return { from: Math.max(...readings.map((reading) => serial(reading.takenOn))), readings };
};

/** A stand that somebody saw: what a consumption adds to is not known after the break. */
const startsAgain = (reading: ReadingRecord): boolean =>
  reading.verdict !== 'refused' && reading.verdict !== 'held' && reading.source !== 'computed' && reading.enteredAs === undefined;

const readLife = (own: ActedMeter, span: VerifiedSpan, context: LifeContext): MeterLife | null => {
  const { meter, registers } = own.facts;
  const start = span.again === null ? null : startAgain(own, span.again);
  if (span.again !== null && start === null) return null;
  const { fitEnd, cause, eventMonth } = lifeEnd(meter, span.until, context);
  return {
    meter,
    from: (start === null ? serial(meter.commissionedOn) : start.from) + 1,
    fitEnd,
    eventMonth,
    cause,
    registers: registers.map((register, index) =>
      readRegister(register, meter, {
        start: start === null ? null : { from: start.from, reading: start.readings[index] as ReadingRecord },
        window: context.windowOf(meter.service),
        acted: own.acted?.[index] ?? null,
        fitEnd,
        eventMonth,
        believable: (boundaries, months, reading) =>
          context.believable({ service: meter.service, zone: register.zone }, boundaries, months, reading),
        judge: context.judge === null ? null : (boundaries, next) => context.judge?.(meter.service, boundaries, next) ?? null,
      }),
    ),
  };
};

/** What ended the fitness of a meter, and when. */
export type LifeEnd = Pick<MeterLife, 'fitEnd' | 'cause' | 'eventMonth'>;

/** The end of a life: its failure, its removal, or the verification that holds `until` a day; whichever comes first. */
export const lifeEnd = (meter: MeterRecord, until: Day | null, context: Pick<LifeContext, 'unfitFrom'>): LifeEnd => {
  let fitEnd = NEVER;
  let cause: UnfitCause | null = null;
  if (until !== null) {
    fitEnd = context.unfitFrom(serial(until) + 1);
    cause = 'expired';
  }
  if (meter.failedOn !== undefined && serial(meter.failedOn) < fitEnd) {
    fitEnd = serial(meter.failedOn);
    cause = 'failed';
  }
  if (meter.removedOn !== undefined && serial(meter.removedOn) + 1 < fitEnd) {
    return { fitEnd: serial(meter.removedOn) + 1, cause: 'removed', eventMonth: monthNumber(meter.removedOn) };
  }
  return { fitEnd, cause, eventMonth: fitEnd === NEVER ? NEVER : monthNumberOfSerial(fitEnd) };
};
