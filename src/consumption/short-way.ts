import { monthNumberOfSerial } from '../kernel/calendar';
import type { MeterFacts, MeterPoint } from '../model/facts';
import { type PricedZone, pricedZone } from '../model/services';
import { averageOf, hasAverage } from './average';
import { followsWater } from './follows-water';
import type { MeteredUnit } from './formulas';
import type { PlainAsked } from './month-choices';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeOn } from './normative-days';
import type { Holder } from './piece';
import { PlainRegister, type Span } from './plain-register';
import type { PremisesUse } from './premises-use';
import { byAverage } from './register-month';
import { contractMonth } from './service-month';
import type { VolumeSink } from './sink';
import { raises, substituteFor, takesAverage } from './volume-choice';
import type { VolumeRule } from './volume-rules';

/**
 * The short way of the month run, for a service under one stretch of terms in premises that one holder has all month. It reads plain
 * histories as they are, without making anything of them, and takes: meters read regularly; fit meters that nobody read this month; meters
 * that were unfit before the month or became it; services without a meter; sewerage that follows its waters. The rules, formulas and normatives
 * are those of the long way, and the sink is given the same numbers; a test holds the two together.
 *
 * @returns false, and nothing given, for anything else: the long way takes it
 */
export const shortMonth = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
): boolean => {
  const { points } = use.facts;
  let metered = false;
  let normative: VolumeRule | null = null;
  found = 0;
  for (let p = 0; p < points.length; p += 1) {
    const point = points[p] as (typeof points)[number];
    if (point.service !== terms.service) continue;
    metered = true;
    const meter = point.meters[point.meters.length - 1] as MeterFacts;
    const fitEnd = fitEndOf(meter, context, use);
    if (fitEnd === null || (terms.service === 'gas' && (fitEnd !== NEVER || hasFault(point)))) return false;
    for (let r = 0; r < meter.registers.length; r += 1) {
      const rule = register(context, use, terms, meter, r, fitEnd, point.meters.length === 1);
      if (rule === null) return false;
      if (rule === 'meter' || takesAverage(rule)) continue;
      if (normative === null || (raises(rule) && !raises(normative))) normative = rule;
    }
  }
  const { row } = holders[0] as Holder;
  if (normative === null && metered) give(terms, row, sink);
  else if (normative === null && terms.service === 'sewerage' && followsWater(context, use, terms)) sink.fromWater(terms, row, null);
  else substituted(context, use, terms, holders, sink, normative ?? context.choices.unmetered(context, use, terms));
  return true;
};

/** The whole month by a normative or the volume of the contract. */
const substituted = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  holders: readonly Holder[],
  sink: VolumeSink,
  rule: VolumeRule,
): void => {
  const { row } = holders[0] as Holder;
  const { from, to } = context;
  if (rule === 'contract') contractMonth(context, use, terms, holders, sink);
  else normativeOn(context, use, terms, { row, stretch: 0, from, to }, from, to, rule, sink);
};

/**
 * First day on which the meter does not measure, {@link NEVER} when it measures on every day of the month; `null` for a life that the long way
 * must look at. An end inside the month is as one before it: a plain history has no reading of the day of the event, and without one the days
 * before it go with the days after.
 */
const fitEndOf = ({ meter }: MeterFacts, context: MonthContext, use: PremisesUse): number | null => {
  if (meter.commissionedOn >= context.first) return null;
  const { verifications } = meter;
  if (meter.failedOn === undefined && meter.removedOn === undefined) {
    if (verifications.length === 0) return NEVER;
    if (verifications.length === 1 && (verifications[0] as (typeof verifications)[number]).until >= context.last) return NEVER;
  }
  if (verifications.length > 1) return null;
  const { fitEnd, eventMonth } = use.endOf(meter);
  if (fitEnd >= context.to) return eventMonth > context.number ? NEVER : null;
  return meter.removedOn === undefined ? fitEnd : null;
};

const NEVER = Number.POSITIVE_INFINITY;

const hasFault = ({ meters }: MeterPoint): boolean => meters.some(({ meter }) => meter.fault !== undefined);

/** Rule of one register, with what it found kept for the sink; `null` when the long way must look. */
const register = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  { meter, registers }: MeterFacts,
  index: number,
  fitEnd: number,
  alone: boolean,
): VolumeRule | null => {
  const facts = registers[index] as MeterFacts['registers'][number];
  if (!HISTORY.open(facts, use.windowOf(meter.service))) return null;
  const fit = fitEnd === NEVER;
  if (fit) {
    HISTORY.goTo(context.number);
    if (HISTORY.month === context.number) {
      const { stand, taken } = HISTORY;
      HISTORY.back();
      if (context.number - HISTORY.month > 1) return null;
      const room = next(pricedZone(facts.zone, registers.length));
      room.now = stand;
      room.before = HISTORY.stand;
      room.taken = taken;
      room.averaged = false;
      return 'meter';
    }
    ASKED.periods = context.number - HISTORY.month;
  } else {
    const event = monthNumberOfSerial(fitEnd);
    HISTORY.goTo(event - 1);
    ASKED.periods = context.number - event + 1;
  }
  HISTORY.span(context.averageTerms.window, SPAN);
  if (!alone && SPAN.months < context.averageTerms.window) return null;
  ASKED.fit = fit;
  ASKED.average = hasAverage(SPAN.months, context.averageTerms);
  const rule = context.choices.metered(context, use, terms, ASKED);
  const substitute = ASKED.average ? substituteFor(context, use, terms, rule) : rule;
  if (takesAverage(substitute)) {
    const unit: MeteredUnit = terms.unit === 'kWh' ? 'kWh' : 'm3';
    const room = next(pricedZone(facts.zone, registers.length));
    const average = averageOf(SPAN.volume, SPAN.months, unit);
    room.now = byAverage(average, context.days, context.days, unit, context.volumeDigits);
    room.averaged = true;
  }
  return substitute;
};

/** Hand over what the registers of the service found. */
const give = (terms: ServiceTerms, row: number, sink: VolumeSink): void => {
  for (let i = 0; i < found; i += 1) {
    const { zone, now, before, taken, averaged } = FOUND[i] as Found;
    if (averaged) sink.averaged(terms, 0, row, zone, now);
    else sink.regular(terms, 0, row, zone, now, before, taken);
  }
};

/** What a register found: two readings and the day of the closing one, or the volume by the average in `now`. */
interface Found {
  zone: PricedZone;
  now: number;
  before: number;
  taken: number;
  averaged: boolean;
}

const next = (zone: PricedZone): Found => {
  FOUND[found] ??= { zone, now: 0, before: 0, taken: 0, averaged: false };
  const room = FOUND[found] as Found;
  room.zone = zone;
  found += 1;
  return room;
};

/** Room for what the short way finds; used again and again, for a month run makes nothing per reading. */
const FOUND: Found[] = [];
let found = 0;
const HISTORY = new PlainRegister();
const SPAN: Span = { volume: 0, months: 0 };
const ASKED: { -readonly [K in keyof PlainAsked]: PlainAsked[K] } = { fit: true, periods: 0, average: false };
