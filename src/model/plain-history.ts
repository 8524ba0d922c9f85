import type { RegisterFacts } from './facts';
import type { MeterRecord, ReadingRecord } from './records';

/** Bits of the day of the month in {@link PlainHistory.days}. */
export const DAY_BITS = 5;
/** Mask of the day of the month. */
export const DAY_MASK = 31;

/**
 * A history of readings as whole numbers, for the commonest register: readings in order of days, received when taken, decided by nobody, none
 * below the one before, none beyond the dial. It is read out of the texts while they are at hand.
 */
export interface PlainHistory {
  /** Initial reading, on the scale of readings. */
  readonly initial: number;
  /** Month and day of commissioning, as {@link days} counts them. */
  readonly commissioned: number;
  /** Month counted from year zero and day of the month of each reading: `month << 5 | day`. */
  readonly days: readonly number[];
  /** What stood on the dial, on the scale of readings. */
  readonly stands: readonly number[];
}

/** Decimals of a reading: what ГИС ЖКХ carries. */
const READING_SCALE = 7;

/** The plain history of a register, or `null` when it is any other. */
export const plainHistory = (
  initial: string,
  digits: number,
  decimals: number,
  commissionedOn: string,
  readings: readonly ReadingRecord[],
): PlainHistory | null => {
  const start = onScale(initial, digits, decimals);
  let last = start;
  const commissioned = calendarNumber(commissionedOn);
  let lastDay = commissioned;
  if (!(start >= 0)) return null;
  const days = new Array<number>(readings.length);
  const stands = new Array<number>(readings.length);
  for (let i = 0; i < readings.length; i += 1) {
    const reading = readings[i] as ReadingRecord;
    if (reading.verdict !== undefined || reading.below !== undefined || reading.purpose !== 'monthly' || reading.receivedOn !== undefined)
      return null;
    if (reading.enteredAs !== undefined || reading.source === 'computed') return null;
    const day = calendarNumber(reading.takenOn);
    if (day < lastDay || (day === lastDay && i > 0)) return null;
    const stand = onScale(reading.value, digits, decimals);
    if (!(stand >= last)) return null;
    days[i] = day;
    stands[i] = stand;
    last = stand;
    lastDay = day;
  }
  return { initial: start, commissioned, days, stands };
};

/** A plain history but for its last reading, which lies below the one before it and which nobody decided. */
export interface FallenHistory {
  /** The readings before the last. */
  readonly plain: PlainHistory;
  /** Month and day of the last reading, counted as the days of the others. */
  readonly day: number;
  /** What the register counted since the reading before if its dial went through zero, on the scale of readings. */
  readonly through: number;
}

/** The history of a register that is plain but for a last reading below; `null` when it is any other. */
export const fallenHistory = (register: RegisterFacts, commissionedOn: string): FallenHistory | null => {
  const { initial, digits, decimals, readings, reportsVolume, ratios } = register;
  const last = readings[readings.length - 1];
  if (last === undefined || digits > MOST_DIGITS || reportsVolume || ratios !== null) return null;
  const plain = plainHistory(initial, digits, decimals, commissionedOn, readings.slice(0, -1));
  // Alone after the initial reading zero, it says what it says of itself.
  const alone = plainHistory('0', digits, decimals, commissionedOn, [last]);
  if (plain === null || alone === null) return null;
  const [day, stand] = [alone.days[0] as number, alone.stands[0] as number];
  const before = plain.stands[plain.stands.length - 1] ?? plain.initial;
  const lastDay = plain.days[plain.days.length - 1] ?? plain.commissioned;
  return day > lastDay && stand < before ? { plain, day, through: stand - before + 10 ** (digits + READING_SCALE) } : null;
};

/**
 * The history of a meter that another replaced: plain up to the reading of the day on which it was removed, in order, and until then nothing
 * else ended it; `null` when it is any other. That reading closes its own month, so it stands at day 0 of it.
 */
export const closedHistory = (register: RegisterFacts, meter: MeterRecord): PlainHistory | null => {
  const { initial, digits, decimals, readings, reportsVolume, ratios } = register;
  const { commissionedOn, removedOn, failedOn, verifications } = meter;
  const last = readings[readings.length - 1];
  if (last === undefined || last.takenOn !== removedOn || last.purpose !== 'closing' || reportsVolume || ratios !== null) return null;
  if (failedOn !== undefined || verifications.length > 1 || verifications.some(({ until }) => until <= removedOn)) return null;
  const monthly = readings.map((reading): ReadingRecord => (reading === last ? { ...reading, purpose: 'monthly' } : reading));
  const plain = plainHistory(initial, digits, decimals, commissionedOn, monthly);
  if (plain === null) return null;
  const days = plain.days.map((day, index) => (index === readings.length - 1 ? day & ~DAY_MASK : day));
  const closing = days[days.length - 1] as number;
  // A reading of the month of the removal is none, and closes no month.
  return (days[days.length - 2] ?? plain.commissioned) < closing ? { ...plain, days } : null;
};

/** Digits of a dial whose capacity is a safe integer on the scale of readings, with room for a difference. */
const MOST_DIGITS = 8;

/** Month counted from year zero and day of the month in one number that sorts as the days do: `month << 5 | day`. */
const calendarNumber = (day: string): number => {
  const year = day.charCodeAt(0) * 1000 + day.charCodeAt(1) * 100 + day.charCodeAt(2) * 10 + day.charCodeAt(3) - ZERO * 1111;
  const month = day.charCodeAt(5) * 10 + day.charCodeAt(6) - ZERO * 11;
  return ((year * 12 + month - 1) << 5) | (day.charCodeAt(8) * 10 + day.charCodeAt(9) - ZERO * 11);
};

const ZERO = 48;
const POINT = 46;

/** A reading on the scale of readings; `NaN` when it has more digits or decimals than the dial: the long way cuts or refuses it. */
const onScale = (text: string, digits: number, decimals: number): number => {
  let int = 0;
  let point = -1;
  const { length } = text;
  for (let i = 0; i < length; i += 1) {
    const c = text.charCodeAt(i);
    if (c === POINT) point = i;
    else int = int * 10 + (c - ZERO);
  }
  const whole = point < 0 ? length : point;
  const after = point < 0 ? 0 : length - point - 1;
  if (whole > digits || after > decimals) return Number.NaN;
  const value = int * (UP[READING_SCALE - after] as number);
  return value <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
};

const UP = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
