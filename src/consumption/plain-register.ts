import { monthNumber, serialOfMonthDay } from '../kernel/calendar';
import type { RegisterFacts } from '../model/facts';
import { DAY_BITS, DAY_MASK, type PlainHistory } from '../model/plain-history';
import type { MeterRecord } from '../model/records';

/** Place of the initial reading among the readings of a plain history. */
const INITIAL = -1;

const EMPTY: PlainHistory = { initial: 0, days: [], stands: [] };

/**
 * The boundaries of a plain history, found from the end without making anything: of each month the last reading that closes it, then the
 * initial reading. `readRegister` finds the same ones; a test holds the two equal.
 */
export class PlainRegister {
  private plain: PlainHistory = EMPTY;
  private commissioned = 0;
  private cutoffDay: (month: number) => number = () => DAY_MASK;
  /** Places of the last boundary asked for and of the one before it. */
  private last = INITIAL;
  private previous = INITIAL;

  /** Take a register; false when its history is not a plain one. */
  open(facts: RegisterFacts, meter: MeterRecord, cutoffDay: (month: number) => number): boolean {
    if (facts.plain === null) return false;
    this.plain = facts.plain;
    this.commissioned = monthNumber(meter.commissionedOn);
    this.cutoffDay = cutoffDay;
    return true;
  }

  /** Go to the last boundary of a month up to `through`. */
  goTo(through: number): void {
    let index = this.plain.days.length - 1;
    while (index >= 0 && this.closes(index) > through) index -= 1;
    this.last = index;
    this.previous = index < 0 ? INITIAL : this.before(index);
  }

  /** Month (counted) that the boundary closes. */
  get month(): number {
    return this.monthAt(this.last);
  }

  /** Month of the boundary before it. */
  get monthBefore(): number {
    return this.monthAt(this.previous);
  }

  get stand(): number {
    return this.standAt(this.last);
  }

  get standBefore(): number {
    return this.standAt(this.previous);
  }

  /** Day the reading was taken (serial). */
  get taken(): number {
    const day = this.plain.days[this.last] as number;
    return serialOfMonthDay(day >> DAY_BITS, day & DAY_MASK);
  }

  /** Volume and months of the window that ends with the boundary: back until `most` months are full, or to the initial reading. */
  window(most: number, out: Window): void {
    const end = this.last;
    const endMonth = this.monthAt(end);
    let start = end;
    while (start !== INITIAL && endMonth - this.monthAt(start) < most) start = this.before(start);
    out.months = endMonth - this.monthAt(start);
    out.volume = this.standAt(end) - this.standAt(start);
  }

  private closes(index: number): number {
    const day = this.plain.days[index] as number;
    const month = day >> DAY_BITS;
    return (day & DAY_MASK) > this.cutoffDay(month) ? month + 1 : month;
  }

  /** The boundary before: the last reading that closes an earlier month. */
  private before(index: number): number {
    const month = this.closes(index);
    let before = index - 1;
    while (before >= 0 && this.closes(before) === month) before -= 1;
    return before;
  }

  private monthAt(index: number): number {
    return index === INITIAL ? this.commissioned : this.closes(index);
  }

  private standAt(index: number): number {
    return index === INITIAL ? this.plain.initial : (this.plain.stands[index] as number);
  }
}

/** What an average is made from: a volume on the volume scale, and its months. */
export interface Window {
  volume: number;
  months: number;
}
