import { serialOfMonthDay } from '../kernel/calendar';
import type { RegisterFacts } from '../model/facts';
import { DAY_BITS, DAY_MASK, type PlainHistory } from '../model/plain-history';
import type { MeterRecord, ReadingRecord } from '../model/records';
import type { Zone } from '../model/services';
import { Counter, onDial } from './dial';
import type { ReadingWindow } from './reading-window';
import type { Boundary, Register } from './register';

const NONE: readonly never[] = [];

/**
 * The register of a plain history on a meter that nothing ended: every reading counts, none is below another, so there is nothing to walk
 * through. `readRegister` answers with it where it may; a test holds it equal to the walk.
 */
export class PlainBoundaries implements Register {
  readonly zone: Zone;
  readonly boundaries: Boundary[] = [];
  readonly accepted: Boundary[] = [];
  readonly late = NONE;
  readonly closings = NONE;
  readonly exceptions = NONE;
  readonly corrected = false;
  private counts: Counter | null = null;

  constructor(
    readonly facts: RegisterFacts,
    readonly meter: MeterRecord,
    plain: PlainHistory,
    window: ReadingWindow,
  ) {
    this.zone = facts.zone;
    const { commissioned, days, stands, initial } = plain;
    const { boundaries, accepted } = this;
    const began = commissioned >> DAY_BITS;
    const stand = onDial(facts.initial, facts.decimals);
    boundaries.push({
      month: began,
      taken: serialOfMonthDay(began, commissioned & DAY_MASK),
      value: 0,
      rollovers: 0,
      reading: null,
      stand,
    });
    let last = -1;
    for (let i = 0; i < days.length; i += 1) {
      const of = (days[i] as number) >> DAY_BITS;
      const day = (days[i] as number) & DAY_MASK;
      const month = day > window.cutoffDay(of) ? of + 1 : of;
      const reading = facts.readings[i] as ReadingRecord;
      const value = (stands[i] as number) - initial;
      const next = { month, taken: serialOfMonthDay(of, day), value, rollovers: 0, reading, stand: reading.value };
      if (month === last) boundaries[boundaries.length - 1] = next;
      else boundaries.push(next);
      accepted.push(next);
      last = month;
    }
  }

  /** Made on first use: a plain history is numbers already. */
  get counter(): Counter {
    this.counts ??= new Counter(this.facts);
    return this.counts;
  }
}
