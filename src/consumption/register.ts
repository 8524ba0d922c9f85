import { monthNumber, serial } from '../kernel/calendar';
import { decimalText, parseExact, scaledSafe } from '../kernel/gate';
import { must } from '../kernel/result';
import type { RegisterFacts } from '../model/facts';
import type { MeterRecord, ReadingRecord } from '../model/records';
import type { Zone } from '../model/services';
import { SHAPES } from '../model/text-types';
import { VOLUME_SCALE } from './formulas';

/**
 * A reading that bounds volumes: what stood on the dial, relative to the initial reading, on the volume scale, rollovers added. `month`
 * (counted, see `monthNumber`) is the billing month it closes. The first boundary of a register is its initial reading; it closes the
 * month of commissioning.
 */
export interface Boundary {
  readonly month: number;
  /** Day taken, as a serial number. */
  readonly taken: number;
  readonly value: number;
  readonly rollovers: number;
  /** `null` for the initial reading. */
  readonly reading: ReadingRecord | null;
}

/** Why a reading is not a boundary, or is one only partly. */
export type ReadingCode =
  | 'reading-decided-by-person'
  | 'reading-before-commissioning'
  | 'reading-after-removal'
  | 'reading-from-future'
  | 'reading-on-unfit-meter'
  | 'reading-in-event-month'
  | 'reading-too-many-digits'
  | 'reading-below-previous'
  | 'reading-older-than-used'
  | 'reading-while-refused'
  | 'reading-replaced';

/** What became of a reading that did not simply count. */
export interface ReadingVerdict {
  readonly reading: ReadingRecord;
  readonly verdict: 'held' | 'refused' | 'superseded' | 'unused';
  readonly code: ReadingCode;
  /** Month (counted) that the reading would close. */
  readonly month: number;
}

/** A register with its boundaries in order of months, one a month. */
export interface Register {
  readonly zone: Zone;
  readonly facts: RegisterFacts;
  readonly meter: MeterRecord;
  readonly boundaries: readonly Boundary[];
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
  /** Last day of the month on which a reading counts for it. */
  readonly cutoffDay: (month: number) => number;
  /** First day on which the meter is not fit any more (serial), or infinity. */
  readonly fitEnd: number;
  /** Counted month of `fitEnd`, or infinity. */
  readonly eventMonth: number;
  /** Largest believable volume between two readings `months` apart, on the volume scale; asked only when a reading is below the last one. */
  readonly believable: (boundaries: readonly Boundary[], months: number, reading: ReadingRecord) => number;
}

const TENS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** Text of a reading cut to the decimals of its dial: what stands beyond the dial is cut, never rounded. */
export const onDial = (text: string, decimals: number): string => {
  const point = text.indexOf('.');
  if (point < 0 || text.length - point - 1 <= decimals) return text;
  return decimals === 0 ? text.slice(0, point) : text.slice(0, point + 1 + decimals);
};

/** Difference of two dial readings on the volume scale; `NaN` when it is no safe integer. */
const difference = (value: string, initial: string): number => {
  const fast = scaledSafe(value, VOLUME_SCALE) - scaledSafe(initial, VOLUME_SCALE);
  if (Number.isSafeInteger(fast)) return fast;
  const wide = must(parseExact(value, SHAPES.reading)).int - must(parseExact(initial, SHAPES.reading)).int;
  const size = wide < 0n ? -wide : wide;
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : Number.NaN;
};

/** Capacity of a dial on the volume scale: what is added when it goes through zero. */
const dialCapacity = (facts: RegisterFacts): number => 10 ** facts.digits * (TENS[VOLUME_SCALE] as number);

/** Billing month (counted) that a reading closes. */
export const effectiveMonth = (reading: ReadingRecord, cutoffDay: (month: number) => number): number => {
  if (reading.purpose === 'closing') return monthNumber(reading.takenOn);
  const received = reading.receivedOn ?? reading.takenOn;
  const month = monthNumber(received);
  return dayNumber(received) > cutoffDay(month) ? month + 1 : month;
};

const dayNumber = (day: string): number => (day.charCodeAt(8) - 48) * 10 + day.charCodeAt(9) - 48;

const wholeDigits = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
};

/** Walk the history of a register once and say of every reading what became of it. */
export const readRegister = (facts: RegisterFacts, meter: MeterRecord, context: RegisterContext): Register => {
  const initial = onDial(facts.initial, facts.decimals);
  const capacity = dialCapacity(facts);
  const { plain } = facts;
  const again = context.start;
  const start: Boundary =
    again === null
      ? { month: monthNumber(meter.commissionedOn), taken: serial(meter.commissionedOn), value: 0, rollovers: 0, reading: null }
      : {
          month: effectiveMonth(again.reading, context.cutoffDay),
          taken: again.from,
          value: difference(onDial(again.reading.value, facts.decimals), initial),
          rollovers: 0,
          reading: again.reading,
        };
  const boundaries: Boundary[] = [start];
  const closings: Boundary[] = [];
  const exceptions: ReadingVerdict[] = [];
  let corrected = false;
  let last = start;
  const { readings, months } = byEffect(facts.readings, context.cutoffDay);
  for (let i = 0; i < readings.length; i += 1) {
    const reading = readings[i] as ReadingRecord;
    const month = months[i] as number;
    if (again !== null && serial(reading.takenOn) <= again.from) continue;
    const refused = refusal(reading, meter, facts, month, context);
    if (refused !== null) {
      exceptions.push(refused);
      continue;
    }
    const taken = serial(reading.takenOn);
    if (month > last.month && taken <= last.taken && last.reading !== null) {
      exceptions.push({ reading, verdict: 'unused', code: 'reading-older-than-used', month });
      continue;
    }
    let rollovers = last.rollovers;
    let value =
      plain !== null
        ? (plain.stands[i] as number) - plain.initial
        : difference(onDial(reading.value, facts.decimals), initial) + rollovers * capacity;
    const before = month === last.month && boundaries.length > 1 ? (boundaries[boundaries.length - 2] as Boundary) : last;
    if (value < before.value) {
      const through = value + capacity - before.value;
      if (
        reading.below === 'rollover' ||
        (reading.below === undefined && through <= context.believable(boundaries, Math.max(1, month - before.month), reading))
      ) {
        rollovers += 1;
        value += capacity;
      } else if (reading.below === 'correction' && reading.verdict === 'accepted') corrected = true;
      else {
        exceptions.push({ reading, verdict: 'held', code: 'reading-below-previous', month });
        continue;
      }
    }
    last = { month, taken, value, rollovers, reading };
    const previous = boundaries[boundaries.length - 1] as Boundary;
    if (previous.month === month && boundaries.length > 1) {
      if (previous.taken === taken && previous.reading !== null)
        exceptions.push({ reading: previous.reading, verdict: 'superseded', code: 'reading-replaced', month });
      boundaries[boundaries.length - 1] = last;
    } else boundaries.push(last);
    if (reading.purpose === 'closing') closings.push(last);
  }
  return { zone: facts.zone, facts, meter, boundaries, closings, exceptions, corrected };
};

/** Readings with the months they close, in order of these months, then of the days taken. */
interface Effective {
  readonly readings: readonly ReadingRecord[];
  readonly months: readonly number[];
}

const byEffect = (readings: readonly ReadingRecord[], cutoffDay: (month: number) => number): Effective => {
  const months: number[] = [];
  let ordered = true;
  let last = 0;
  for (let i = 0; i < readings.length; i += 1) {
    const month = effectiveMonth(readings[i] as ReadingRecord, cutoffDay);
    if (month < last) ordered = false;
    last = month;
    months.push(month);
  }
  if (ordered) return { readings, months };
  const order = months.map((_, index) => index).sort((a, b) => (months[a] as number) - (months[b] as number));
  return { readings: order.map((at) => readings[at] as ReadingRecord), months: order.map((at) => months[at] as number) };
};

const refusal = (
  reading: ReadingRecord,
  meter: MeterRecord,
  facts: RegisterFacts,
  month: number,
  context: RegisterContext,
): ReadingVerdict | null => {
  const { takenOn } = reading;
  if (reading.verdict === 'held' || reading.verdict === 'refused') {
    return { reading, verdict: reading.verdict, code: 'reading-decided-by-person', month };
  }
  const refused = (code: ReadingCode): ReadingVerdict => ({ reading, verdict: 'refused', code, month });
  if (takenOn < meter.commissionedOn) return refused('reading-before-commissioning');
  if (meter.removedOn !== undefined && takenOn > meter.removedOn) return refused('reading-after-removal');
  if (reading.receivedOn !== undefined && reading.receivedOn < takenOn) return refused('reading-from-future');
  if (wholeDigits(reading.value) > facts.digits) return refused('reading-too-many-digits');
  if (month < context.eventMonth) return null;
  const taken = serial(takenOn);
  if (taken > context.fitEnd) return refused('reading-on-unfit-meter');
  if (reading.purpose === 'closing' && taken >= context.fitEnd - 1) return null;
  return taken < context.fitEnd ? { reading, verdict: 'unused', code: 'reading-in-event-month', month } : refused('reading-on-unfit-meter');
};

/** A volume as text. */
export const volumeText = (volume: number): string => decimalText(volume, VOLUME_SCALE);
