import { serialOfMonthDay } from '../kernel/calendar';
import { ASK, EVER, type HouseImage } from '../model/house-image';
import { DAY_BITS, DAY_MASK } from '../model/plain-history';
import type { ReadingWindow } from './reading-window';

/**
 * The boundaries of a plain history, found from the end without making anything: of each month the last reading that closes it, then the
 * initial reading. `readRegister` finds the same ones; a test holds the two equal.
 */
export class PlainRegister {
  private readonly days: Int32Array;
  private readonly stands: Float64Array;
  /** Its readings lie at `[first, end)`; the initial one stands for the place before them. */
  private first = 0;
  private end = 0;
  private initial = 0;
  private begun = 0;
  private window: ReadingWindow | null = null;
  /** Last day of every month on which a reading counts for it; 0 when the months differ. */
  private everyMonth = 0;
  /** Place of the boundary gone to. */
  private last = 0;
  /** Month (counted) that the boundary closes. */
  month = 0;
  /** Month that a last reading below the others would close; {@link EVER} without one. */
  fallenIn = EVER;
  private register = 0;

  constructor(private readonly image: HouseImage) {
    this.days = image.days;
    this.stands = image.stands;
  }

  /** Take a register; false when its history is not a plain one. */
  open(register: number, window: ReadingWindow): boolean {
    const { image } = this;
    const begun = image.begun[register] as number;
    if (begun === ASK || !window.plain) return false;
    this.begun = begun;
    this.register = register;
    this.first = image.readings[register] as number;
    this.end = image.readings[register + 1] as number;
    this.initial = image.initial[register] as number;
    this.window = window;
    this.everyMonth = window.everyMonth;
    const fallen = image.fallen[register] as number;
    this.fallenIn = fallen === 0 ? EVER : this.monthOf(fallen);
    return true;
  }

  /** Day of the last reading below the others (serial). */
  get fallenOn(): number {
    return serialOf(this.image.fallen[this.register] as number);
  }

  /** Volume of the last reading below the others if the dial went through zero after the last boundary. */
  get through(): number {
    return this.image.through[this.register] as number;
  }

  /** Go to the last boundary of a month up to `through`. */
  goTo(through: number): void {
    let index = this.end - 1;
    let month = this.monthAt(index);
    while (index >= this.first && month > through) {
      index -= 1;
      month = this.monthAt(index);
    }
    this.last = index;
    this.month = month;
  }

  /** Go to the boundary before. */
  back(): void {
    this.last = this.before(this.last, this.month);
    this.month = this.monthAt(this.last);
  }

  get stand(): number {
    return this.standAt(this.last);
  }

  /** Day the reading was taken (serial). */
  get taken(): number {
    return serialOf(this.days[this.last] as number);
  }

  /** Volume and months of the span that ends with the boundary: back until `most` months are full, or to the initial reading. */
  span(most: number, out: Span): void {
    const endMonth = this.month;
    let start = this.last;
    let month = endMonth;
    while (start >= this.first && endMonth - month < most) {
      start = this.before(start, month);
      month = this.monthAt(start);
    }
    out.months = endMonth - month;
    out.volume = this.standAt(this.last) - this.standAt(start);
  }

  /** Place of the boundary before the one that closes `month`: the last reading that closes an earlier month. */
  private before(index: number, month: number): number {
    let before = index - 1;
    while (before >= this.first && this.monthAt(before) === month) before -= 1;
    return before;
  }

  private monthAt(index: number): number {
    if (index < this.first) return this.begun >> DAY_BITS;
    return this.monthOf(this.days[index] as number);
  }

  /** The month that a reading of a day closes. */
  private monthOf(day: number): number {
    const month = day >> DAY_BITS;
    const cutoff = this.everyMonth === 0 ? (this.window as ReadingWindow).cutoffDay(month) : this.everyMonth;
    return (day & DAY_MASK) > cutoff ? month + 1 : month;
  }

  private standAt(index: number): number {
    return index < this.first ? this.initial : (this.stands[index] as number);
  }
}

const serialOf = (day: number): number => serialOfMonthDay(day >> DAY_BITS, day & DAY_MASK);

/** What an average is made from: a volume on the volume scale, and its months. */
export interface Span {
  volume: number;
  months: number;
}
