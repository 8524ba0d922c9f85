import { monthNumberOfSerial } from '../kernel/calendar';
import type { MeterFacts, MeterPoint } from '../model/facts';
import { type PricedZone, pricedZone, type Zone } from '../model/services';
import { averageOf, hasAverage } from './average';
import { followsWater } from './follows-water';
import type { MeteredUnit } from './formulas';
import type { PlainAsked } from './month-choices';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeOn } from './normative-days';
import type { Holder } from './piece';
import { PlainRegister, type Span } from './plain-register';
import { LONG_WAY, NEVER, type PlainSweep } from './plain-sweep';
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
  sweep: PlainSweep,
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
    const fitEnd = sweep.fitEnd(use.index, p);
    if (fitEnd === LONG_WAY || (terms.service === 'gas' && (fitEnd !== NEVER || hasFault(point)))) return false;
    for (let r = 0; r < meter.registers.length; r += 1) {
      const place = sweep.placeOf(use.index, p, r);
      if (sweep.taken(place) > 0) {
        next((meter.registers[r] as Registers[number]).zone, meter.registers.length).place = place;
        continue;
      }
      const rule = register(context, use, terms, meter, r, fitEnd, point.meters.length === 1);
      if (rule === null) return false;
      if (takesAverage(rule)) continue;
      if (normative === null || (raises(rule) && !raises(normative))) normative = rule;
    }
  }
  const { row } = holders[0] as Holder;
  if (normative === null && metered) give(terms, row, sink, sweep);
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

const hasFault = ({ meters }: MeterPoint): boolean => meters.some(({ meter }) => meter.fault !== undefined);

type Registers = MeterFacts['registers'];

/** Rule of one register without a reading for the month, its average kept for the sink; `null` when the long way must look. */
const register = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  { meter, registers }: MeterFacts,
  index: number,
  fitEnd: number,
  alone: boolean,
): VolumeRule | null => {
  const facts = registers[index] as Registers[number];
  if (!HISTORY.open(facts, use.windowOf(meter.service))) return null;
  const fit = fitEnd === NEVER;
  if (fit) {
    HISTORY.goTo(context.number);
    // Closed after silent months: its difference is for all of them.
    if (HISTORY.month === context.number) return null;
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
    const room = next(facts.zone, registers.length);
    const average = averageOf(SPAN.volume, SPAN.months, unit);
    room.average = byAverage(average, context.days, context.days, unit, context.volumeDigits);
    room.place = NO_PLACE;
  }
  return substitute;
};

/** Hand over what the registers of the service found. */
const give = (terms: ServiceTerms, row: number, sink: VolumeSink, sweep: PlainSweep): void => {
  for (let i = 0; i < found; i += 1) {
    const { zone, place, average } = FOUND[i] as Found;
    if (place === NO_PLACE) sink.averaged(terms, 0, row, zone, average);
    else sink.regular(terms, 0, row, zone, sweep.now(place), sweep.before(place), sweep.taken(place));
  }
};

/** What a register found: its readings in the sweep, or the volume by the average. */
interface Found {
  zone: PricedZone;
  place: number;
  average: number;
}

const NO_PLACE = -1;

const next = (zone: Zone, registers: number): Found => {
  FOUND[found] ??= { zone, place: NO_PLACE, average: 0 };
  const room = FOUND[found] as Found;
  room.zone = pricedZone(zone, registers);
  found += 1;
  return room;
};

/** Room for what the short way finds; used again and again, for a month run makes nothing per reading. */
const FOUND: Found[] = [];
let found = 0;
const HISTORY = new PlainRegister();
const SPAN: Span = { volume: 0, months: 0 };
const ASKED: { -readonly [K in keyof PlainAsked]: PlainAsked[K] } = { fit: true, reading: false, periods: 0, average: false };
