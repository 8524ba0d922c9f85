import { monthNumberOfSerial } from '../kernel/calendar';
import { ASK, EVER, FIRST } from '../model/house-image';
import { PRICED_ZONES, type PricedZone } from '../model/services';
import { averageOf, hasAverage } from './average';
import { followsWater } from './follows-water';
import type { MeteredUnit } from './formulas';
import type { PlainAsked } from './month-choices';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeOn, shownBasis } from './normative-days';
import type { Holder } from './piece';
import type { PlainPremises } from './plain-premises';
import type { PlainRegister, Span } from './plain-register';
import type { PlainTerms } from './plain-terms';
import { byAverage, volumeThrough } from './register-month';
import { contractMonth } from './service-month';
import type { VolumeSink } from './sink';
import { raises, substituteFor, takesAverage } from './volume-choice';
import type { VolumeRule } from './volume-rules';

/**
 * The short way of the month run, for a service under one stretch of terms in premises that only their meters speak of. It reads the image of the
 * house, without making anything of what it reads, and takes: meters read regularly; fit meters that nobody read this month; meters that were
 * unfit before the month or became it; services without a meter; sewerage that follows its waters. The rules, formulas and normatives are those
 * of the long way, and the sink is given the same numbers; a test holds the two together.
 *
 * @returns false, and nothing given, for anything else: the long way takes it
 */
export const shortMonth = (plain: PlainTerms, premises: PlainPremises, sink: VolumeSink): boolean => {
  const { context, terms } = plain;
  const { image, history } = premises;
  let metered = false;
  let normative: VolumeRule | null = null;
  found = 0;
  for (let point = premises.firstPoint; point < premises.endPoint; point += 1) {
    if (image.service[point] !== plain.place) continue;
    metered = true;
    const fitEnd = premises.fitEnd(point);
    if (fitEnd === ASK || (terms.service === 'gas' && (fitEnd !== EVER || premises.hasFault(point)))) return false;
    const first = image.registers[point] as number;
    const end = first + (image.lastRegisters[point] as number);
    for (let register = first; register < end; register += 1) {
      if (!history.open(register, plain.window)) return false;
      if (fitEnd === EVER) {
        history.goTo(context.number);
        if (history.fallenIn <= context.number && !refused(context.number, premises)) return false;
        if (history.month === context.number) {
          if (!closed(history, image.zone[register] as number)) return false;
          continue;
        }
      }
      const rule = substitute(plain, premises, register, fitEnd);
      if (rule === null) return false;
      if (takesAverage(rule)) continue;
      if (normative === null || (raises(rule) && !raises(normative))) normative = rule;
    }
  }
  if (normative === null && metered) give(plain, premises, sink);
  else if (normative === null && terms.service === 'sewerage' && followsWater(context, premises, terms)) follow(plain, premises, sink);
  else instead(plain, premises, sink, normative ?? plain.ruleWithout(premises));
  return true;
};

/** Sewerage takes the volumes of the waters. */
const follow = ({ terms }: PlainTerms, { holders }: PlainPremises, sink: VolumeSink): void => {
  for (let i = 0; i < holders.length; i += 1) sink.fromWater(terms, (holders[i] as Holder).row, null);
};

/** The whole month by a normative or the volume of the contract. */
const instead = (plain: PlainTerms, premises: PlainPremises, sink: VolumeSink, rule: VolumeRule): void => {
  const { context, terms } = plain;
  const { holders, people } = premises;
  if (rule === 'contract') {
    contractMonth(context, premises.use, terms, holders, sink);
    return;
  }
  const normative = people === ASK || !premises.isHeldWhole ? Number.NaN : plain.normative(people, premises.rooms);
  if (Number.isNaN(normative)) {
    for (const { row, from, to } of holders) normativeOn(context, premises.use, terms, { row, stretch: 0, from, to }, from, to, rule, sink);
    return;
  }
  const { row } = holders[0] as Holder;
  const raised = raises(rule) && plain.raises;
  sink.perPerson(terms, 0, row, shownBasis(rule, raised), raised, normative, people * context.days);
};

/** Keep the reading that closed the month, where the one before it closed the month before: else its difference is for all silent months. */
const closed = (history: PlainRegister, zone: number): boolean => {
  const { month, stand, taken } = history;
  history.back();
  if (month - history.month > 1) return false;
  const room = next(zone);
  room.taken = taken;
  room.now = stand;
  room.before = history.stand;
  return true;
};

/** A last reading below the others is none, as long as nobody can believe that the dial went through zero. */
const refused = (month: number, { lives, history }: PlainPremises): boolean => {
  if (history.fallenIn < month || history.month >= month) return false;
  const { least, window } = lives.historyTerms(history.fallenOn);
  history.span(window, SPAN);
  return SPAN.months >= least && history.through > lives.believedTimes(SPAN, Math.max(1, month - history.month));
};

/** Rule of one register without a reading for the month, its average kept for the sink; `null` when the long way must look. */
const substitute = (plain: PlainTerms, premises: PlainPremises, register: number, fitEnd: number): VolumeRule | null => {
  const { context, terms } = plain;
  const { image, history } = premises;
  const fit = fitEnd === EVER;
  let before = context.number;
  if (fit) ASKED.periods = context.number - history.month;
  else {
    const event = monthNumberOfSerial(fitEnd);
    if (history.fallenIn < event) return null;
    history.goTo(event - 1);
    ASKED.periods = context.number - event + 1;
    before = event;
  }
  if (!measured(plain, premises, register, before)) return null;
  ASKED.fit = fit;
  ASKED.average = hasAverage(SPAN.months, context.averageTerms);
  const rule = context.choices.metered(context, premises, terms, ASKED);
  const own = ASKED.average ? substituteFor(context, premises, terms, rule) : rule;
  if (takesAverage(own)) {
    const unit = unitOf(terms);
    const room = next(image.zone[register] as number);
    const average = averageOf(SPAN.volume, SPAN.months, unit);
    room.taken = BY_AVERAGE;
    room.now = byAverage(average, context.days, context.days, unit, context.volumeDigits);
  }
  return own;
};

/** What the register and, until the window is full, those of the meters before it measured, into the span; false when the long way must look. */
const measured = ({ context, window }: PlainTerms, premises: PlainPremises, register: number, before: number): boolean => {
  const { image, history, earlier } = premises;
  const most = context.averageTerms.window;
  history.span(most, SPAN);
  for (let own = image.earlier[register] as number; own !== FIRST && SPAN.months < most; own = image.earlier[own] as number) {
    if (own === ASK || !earlier.open(own, window)) return false;
    earlier.goTo(before - 1);
    earlier.span(most - SPAN.months, EARLIER_SPAN);
    SPAN.months += EARLIER_SPAN.months;
    SPAN.volume += EARLIER_SPAN.volume;
  }
  return true;
};

/** Hand over what the registers of the service found; between several holders a volume is divided by days. */
const give = ({ context, terms }: PlainTerms, { holders, isHeldWhole }: PlainPremises, sink: VolumeSink): void => {
  for (let i = 0; i < found; i += 1) {
    const { zone, taken, now, before } = FOUND[i] as Found;
    const basis = taken === BY_AVERAGE ? 'average' : 'meter';
    if (!isHeldWhole) {
      const whole = basis === 'average' ? now : now - before;
      for (const holder of holders) sink.known(terms, 0, holder.row, zone, basis, partOf(context, terms, whole, holder));
    } else if (basis === 'average') sink.known(terms, 0, (holders[0] as Holder).row, zone, basis, now);
    else sink.regular(terms, 0, (holders[0] as Holder).row, zone, now, before, taken);
  }
};

/** The part of a volume that falls on the days of a holder. */
const partOf = ({ from: first, days, volumeDigits }: MonthContext, terms: ServiceTerms, whole: number, { from, to }: Holder): number => {
  const unit = unitOf(terms);
  return volumeThrough(whole, to - first, days, unit, volumeDigits) - volumeThrough(whole, from - first, days, unit, volumeDigits);
};

const unitOf = ({ unit }: ServiceTerms): MeteredUnit => (unit === 'kWh' ? 'kWh' : 'm3');

/** What a register found: two readings, or the volume by the average as `now`. */
interface Found {
  zone: PricedZone;
  /** Day of the reading (serial), or {@link BY_AVERAGE}. */
  taken: number;
  now: number;
  before: number;
}

const BY_AVERAGE = -1;

const next = (zone: number): Found => {
  FOUND[found] ??= { zone: 'T0', taken: 0, now: 0, before: 0 };
  const room = FOUND[found] as Found;
  room.zone = PRICED_ZONES[zone] as PricedZone;
  found += 1;
  return room;
};

/** Room for what the short way finds; used again and again, for a month run makes nothing per reading. */
const FOUND: Found[] = [];
let found = 0;
const SPAN: Span = { volume: 0, months: 0 };
const EARLIER_SPAN: Span = { volume: 0, months: 0 };
const ASKED: { -readonly [K in keyof PlainAsked]: PlainAsked[K] } = { fit: true, reading: false, periods: 0, average: false };
