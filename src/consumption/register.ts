import { monthNumber, serial } from '../kernel/calendar';
import { decimalText } from '../kernel/gate';
import type { RegisterFacts } from '../model/facts';
import type { MeterRecord, ReadingRecord } from '../model/records';
import type { Zone } from '../model/services';
import type { ReadingCode } from '../norms/reading-rules';
import type { ActedReadings } from './act-readings';
import { Counter, onDial, standAfter, wholeDigits } from './dial';
import { VOLUME_SCALE } from './formulas';
import { PlainBoundaries } from './plain-boundaries';
import { outcomeOf, type ReadingOutcome } from './reading-rules';
import { effectiveMonth, type ReadingWindow, readingEffect } from './reading-window';

/**
 * A reading that bounds volumes: what the register had counted since commissioning, on the volume scale, rollovers and ratios in it. `month`
 * (counted, see `monthNumber`) is the billing month it closes. The first boundary of a register is its initial reading; it closes the
 * month of commissioning.
 */
export interface Boundary {
  readonly month: number;
  /** Day taken, as a serial number. */
  readonly taken: number;
  readonly value: number;
  /** Times the dial went through zero since the ratio of these days began. */
  readonly rollovers: number;
  /** `null` for the initial reading. */
  readonly reading: ReadingRecord | null;
  /** What stood on the dial, cut to it; where a consumption was sent it is the last stand and the consumption. */
  readonly stand: string;
}

/** A volume that a meter reported itself, for an earlier month than the one in which it became known. */
export interface LateReport {
  /** Month (counted) it is the consumption of. */
  readonly month: number;
  /** Month (counted) it counts from. */
  readonly known: number;
  readonly from: Boundary;
  readonly to: Boundary;
}

/** What became of a reading that did not simply count. */
export interface ReadingVerdict {
  readonly reading: ReadingRecord;
  readonly verdict: Exclude<ReadingOutcome, 'accepted'>;
  readonly code: ReadingCode;
  /** Month (counted) that the reading would close. */
  readonly month: number;
}

/** A register with its boundaries in order of months, one a month. */
export interface Register {
  readonly zone: Zone;
  readonly facts: RegisterFacts;
  readonly meter: MeterRecord;
  readonly counter: Counter;
  readonly boundaries: readonly Boundary[];
  /** Reported volumes of earlier months, by the month they became known; none for a meter that shows a stand. */
  readonly late: readonly LateReport[];
  /** Every accepted reading in the order it took effect, those that a later one of their month replaced as a boundary with it. */
  readonly accepted: readonly Boundary[];
  /** Readings taken on the day of an event (removal, expiry, change of holder), by the day taken. */
  readonly closings: readonly Boundary[];
  readonly exceptions: readonly ReadingVerdict[];
  /** Some boundary is below the one before it: an accepted correction. */
  readonly corrected: boolean;
}

/** What reading the history of a register needs to know. */
export interface RegisterContext {
  /** First day (serial) whose readings count, and the reading of that day that the meter starts from again; `null` is the initial reading. */
  readonly start: { readonly from: number; readonly reading: ReadingRecord } | null;
  readonly window: ReadingWindow;
  /** What acts leave of the readings; `null` without acts. */
  readonly acted: ActedReadings | null;
  /** First day on which the meter is not fit any more (serial), or infinity. */
  readonly fitEnd: number;
  /** Counted month of `fitEnd`, or infinity. */
  readonly eventMonth: number;
  /** Largest believable volume between two readings `months` apart, on the volume scale; asked only when a reading is below the last one. */
  readonly believable: (boundaries: readonly Boundary[], months: number, reading: ReadingRecord) => number;
  /** Policies of the house that hold a reading for its size; `null` where none does. */
  readonly judge: ((boundaries: readonly Boundary[], next: Boundary) => ReadingCode | null) | null;
}

/** Walk the history of a register once and say of every reading what became of it. */
export const readRegister = (facts: RegisterFacts, meter: MeterRecord, context: RegisterContext): Register =>
  facts.plain !== null && isUndisturbed(context)
    ? new PlainBoundaries(facts, meter, facts.plain, context.window)
    : walkRegister(facts, meter, context);

/** Nothing but the readings says what became of them: no event, no act, no policy that looks at their size or days. */
const isUndisturbed = ({ start, window, acted, eventMonth, judge }: RegisterContext): boolean =>
  start === null && window.plain && acted === null && judge === null && eventMonth === Number.POSITIVE_INFINITY;

/** The same of any history: each reading is held to the rules. */
export const walkRegister = (facts: RegisterFacts, meter: MeterRecord, context: RegisterContext): Register => {
  const walk = new RegisterWalk(facts, meter, context);
  const { acted } = context;
  if (acted !== null) walk.exceptions.push(...acted.ignored);
  const { readings, months } = byEffect(acted === null ? facts.readings : acted.readings, context.window);
  for (let i = 0; i < readings.length; i += 1) walk.take(readings[i] as ReadingRecord, months[i] as number, i);
  return walk;
};

class RegisterWalk implements Register {
  readonly zone: Zone;
  readonly boundaries: Boundary[];
  readonly late: LateReport[] = [];
  readonly accepted: Boundary[] = [];
  readonly closings: Boundary[] = [];
  readonly exceptions: ReadingVerdict[] = [];
  corrected = false;
  private last: Boundary;
  private counts: Counter | null = null;

  constructor(
    readonly facts: RegisterFacts,
    readonly meter: MeterRecord,
    private readonly context: RegisterContext,
  ) {
    this.zone = facts.zone;
    this.last = this.first();
    this.boundaries = [this.last];
  }

  /** Made on first use: a plain history is numbers already. */
  get counter(): Counter {
    this.counts ??= new Counter(this.facts);
    return this.counts;
  }

  private first(): Boundary {
    const { start, window } = this.context;
    if (start === null) {
      const { commissionedOn } = this.meter;
      const stand = onDial(this.facts.initial, this.facts.decimals);
      return { month: monthNumber(commissionedOn), taken: serial(commissionedOn), value: 0, rollovers: 0, reading: null, stand };
    }
    const stand = onDial(start.reading.value, this.facts.decimals);
    const value = this.facts.reportsVolume ? 0 : this.counter.at(stand, start.from);
    return { month: effectiveMonth(start.reading, window), taken: start.from, value, rollovers: 0, reading: start.reading, stand };
  }

  /** @param index place in a plain history, whose readings a plain window leaves in their order */
  take(reading: ReadingRecord, month: number, index: number): void {
    const { start } = this.context;
    const taken = serial(reading.takenOn);
    if (start !== null && taken <= start.from) return;
    const code = this.refusal(reading, taken, month) ?? this.outside(reading) ?? this.place(reading, taken, month, index);
    if (code !== null) this.exceptions.push({ reading, verdict: outcomeOf(code, reading, true) as ReadingVerdict['verdict'], code, month });
  }

  /** Rules that need no history, in the order of the table. */
  private refusal(reading: ReadingRecord, taken: number, month: number): ReadingCode | null {
    const { takenOn, verdict } = reading;
    const { removedOn, commissionedOn } = this.meter;
    const { eventMonth, fitEnd } = this.context;
    if (verdict === 'held' || verdict === 'refused') return 'reading-decided-by-person';
    if (reading.source === 'computed') return 'reading-computed';
    if (takenOn < commissionedOn) return 'reading-before-commissioning';
    if (removedOn !== undefined && takenOn > removedOn) return 'reading-after-removal';
    if (reading.receivedOn !== undefined && reading.receivedOn < takenOn) return 'reading-from-future';
    if (wholeDigits(reading.value) > this.facts.digits) return 'reading-too-many-digits';
    if (month < eventMonth) return null;
    if (taken > fitEnd) return 'reading-on-unfit-meter';
    if (reading.purpose === 'closing' && taken >= fitEnd - 1) return null;
    return taken < fitEnd ? 'reading-in-event-month' : 'reading-on-unfit-meter';
  }

  /** Outside a strict window of a house that holds such readings; a person's word goes before it. */
  private outside(reading: ReadingRecord): ReadingCode | null {
    const { window } = this.context;
    if (!window.holds || reading.verdict === 'accepted') return null;
    return readingEffect(reading, window).held ? 'reading-outside-strict-window' : null;
  }

  /** Make the reading a boundary, or say why it is none. */
  private place(reading: ReadingRecord, taken: number, month: number, index: number): ReadingCode | null {
    const { last, boundaries, facts } = this;
    if (facts.reportsVolume && month > monthNumber(reading.takenOn)) return this.lateReport(reading, taken, month);
    if (month > last.month && taken <= last.taken && last.reading !== null) return usedAlready(reading, last, taken);
    const before = month === last.month && boundaries.length > 1 ? (boundaries[boundaries.length - 2] as Boundary) : last;
    const next =
      facts.plain !== null && this.context.window.plain && this.context.acted === null
        ? { month, taken, value: (facts.plain.stands[index] as number) - facts.plain.initial, rollovers: 0, reading, stand: reading.value }
        : facts.reportsVolume
          ? this.reported(reading, taken, month, before.value)
          : this.stood(reading, taken, month, before);
    if (next === null) return 'reading-below-previous';
    const corrects = next.value < before.value;
    const judged = this.judged(reading, next);
    if (judged !== null) return judged;
    if (corrects) this.corrected = true;
    this.keep(next);
    return null;
  }

  /** What a policy of the house says of the size of a volume; a person's word goes before it. */
  private judged(reading: ReadingRecord, next: Boundary): ReadingCode | null {
    const { judge } = this.context;
    return judge === null || reading.verdict === 'accepted' ? null : judge(this.boundaries, next);
  }

  /** The boundary of a stand; `null` when it lies below the last one and nothing proves a rollover or a correction. */
  private stood(reading: ReadingRecord, taken: number, month: number, before: Boundary): Boundary | null {
    const { counter, facts } = this;
    const consumption = reading.enteredAs === 'consumption';
    const base = consumption ? this.baseOf(taken, month) : this.last;
    const same = counter.stretchOf(base.taken) === counter.stretchOf(taken);
    let rollovers = same ? base.rollovers : 0;
    let stand = onDial(reading.value, facts.decimals);
    if (consumption) {
      const sum = standAfter(facts, base.stand, stand);
      stand = sum.stand;
      if (sum.through) rollovers += 1;
    }
    let value = counter.at(stand, taken) + rollovers * counter.capacity(taken);
    if (value < before.value) {
      const through = value + counter.capacity(taken) - before.value;
      const months = Math.max(1, month - before.month);
      if (
        reading.below === 'rollover' ||
        (reading.below === undefined && through <= this.context.believable(this.boundaries, months, reading))
      ) {
        rollovers += 1;
        value += counter.capacity(taken);
      } else if (!(reading.below === 'correction' && reading.verdict === 'accepted')) return null;
    }
    return { month, taken, value, rollovers, reading, stand };
  }

  /** What a consumption adds to: the last accepted reading, or the one before it when this one repeats its day. */
  private baseOf(taken: number, month: number): Boundary {
    const { accepted, last } = this;
    if (last.taken !== taken || last.month !== month || last.reading === null) return last;
    for (let i = accepted.length - 1; i >= 0; i -= 1) {
      const one = accepted[i] as Boundary;
      if (one.taken !== taken || one.month !== month) return one;
    }
    return this.boundaries[0] as Boundary;
  }

  /** The boundary of a reported volume: what was reported before, and this. */
  private reported(reading: ReadingRecord, taken: number, month: number, before: number): Boundary {
    const stand = onDial(reading.value, this.facts.decimals);
    return { month, taken, value: before + this.counter.volume(stand, taken), rollovers: 0, reading, stand };
  }

  /** A reported volume of an earlier month belongs to that month, and changes it; one that has a report already keeps it. */
  private lateReport(reading: ReadingRecord, taken: number, known: number): ReadingCode | null {
    const month = monthNumber(reading.takenOn);
    const has = this.boundaries.find((one, index) => index > 0 && one.month === month) ?? this.late.find((one) => one.month === month)?.to;
    if (has !== undefined) return usedAlready(reading, has, taken);
    const to = this.reported(reading, taken, month, 0);
    const judged = this.judged(reading, to);
    if (judged !== null) return judged;
    this.late.push({ month, known, from: { ...(this.boundaries[0] as Boundary), month: month - 1, value: 0 }, to });
    this.accepted.push(to);
    return null;
  }

  private keep(next: Boundary): void {
    const { boundaries, exceptions } = this;
    const previous = boundaries[boundaries.length - 1] as Boundary;
    if (previous.month === next.month && boundaries.length > 1) {
      const replaced = previous.reading;
      if (replaced !== null && (this.facts.reportsVolume || previous.taken === next.taken)) {
        const code = replaced.value === next.reading?.value ? 'reading-duplicate' : 'reading-replaced';
        exceptions.push({ reading: replaced, verdict: 'superseded', code, month: next.month });
      }
      boundaries[boundaries.length - 1] = next;
    } else boundaries.push(next);
    this.accepted.push(next);
    this.last = next;
    if (next.reading?.purpose === 'closing') this.closings.push(next);
  }
}

/** A reading of a day that is used already says the same again, or comes too late. */
const usedAlready = (reading: ReadingRecord, used: Boundary, taken: number): ReadingCode =>
  taken === used.taken && used.reading?.value === reading.value ? 'reading-duplicate' : 'reading-older-than-used';

/** Readings with the months they close, in order of these months, then of the days taken. */
interface Effective {
  readonly readings: readonly ReadingRecord[];
  readonly months: readonly number[];
}

const byEffect = (readings: readonly ReadingRecord[], window: ReadingWindow): Effective => {
  const months: number[] = [];
  let ordered = true;
  let last = 0;
  for (let i = 0; i < readings.length; i += 1) {
    const month = effectiveMonth(readings[i] as ReadingRecord, window);
    if (month < last) ordered = false;
    last = month;
    months.push(month);
  }
  if (ordered) return { readings, months };
  const order = months.map((_, index) => index).sort((a, b) => (months[a] as number) - (months[b] as number));
  return { readings: order.map((at) => readings[at] as ReadingRecord), months: order.map((at) => months[at] as number) };
};

/** A volume as text. */
export const volumeText = (volume: number): string => decimalText(volume, VOLUME_SCALE);
