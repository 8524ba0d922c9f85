import type { MeterFacts } from '../model/facts';
import type { MonthContext } from './month-context';
import { PlainRegister } from './plain-register';
import type { PremisesUse } from './premises-use';

/** First day without measurement of a meter that measures on every day of the month: later than any day. */
export const NEVER = 0x3fff_ffff;
/** A life that the long way must look at. */
export const LONG_WAY = -1;
/** Registers of a meter at most: one a zone. */
const MOST_REGISTERS = 4;

/**
 * What plain meters of a house say of a month, read in one sweep before premises are billed one by one: which meters measure all month, and
 * the two readings of the registers that closed it and the month before. Facts of a house lie all over the memory, and most of the time of a
 * month run went into waiting for them one at a time; in a small loop many are on their way at once.
 */
export class PlainSweep {
  /** 1 for premises where nobody else bills a service and that no act concerns, by index. */
  private readonly own: Uint8Array;
  private readonly firstPoint: Int32Array;
  private readonly fitEnds: Int32Array;
  private readonly takenOn: Int32Array;
  /** The closing reading and the one before it, side by side. */
  private readonly stands: Float64Array;

  /** @param premises whose meters are looked at, by index */
  constructor(context: MonthContext, uses: readonly PremisesUse[], premises: readonly number[]) {
    let points = 0;
    this.own = new Uint8Array(uses.length);
    for (let i = 0; i < premises.length; i += 1) {
      const { index, facts, judges } = uses[premises[i] as number] as PremisesUse;
      points += facts.points.length;
      if (!judges && facts.premises.directContracts.length === 0 && facts.acts.length === 0) this.own[index] = 1;
    }
    this.firstPoint = new Int32Array(uses.length);
    this.fitEnds = new Int32Array(points);
    this.takenOn = new Int32Array(points * MOST_REGISTERS);
    this.stands = new Float64Array(points * MOST_REGISTERS * 2);
    this.read(context, uses, premises);
  }

  /** Does nobody else bill a service in the premises, no act concern them, and no policy look at the size of their readings? */
  isOwn(premises: number): boolean {
    return this.own[premises] === 1;
  }

  /** First day on which the last meter of a point does not measure (serial); {@link NEVER}, or {@link LONG_WAY}. */
  fitEnd(premises: number, point: number): number {
    return this.fitEnds[(this.firstPoint[premises] as number) + point] as number;
  }

  /** Place of what a register said. */
  placeOf(premises: number, point: number, register: number): number {
    return ((this.firstPoint[premises] as number) + point) * MOST_REGISTERS + register;
  }

  /** Day (serial) of the reading that closed the month after one that closed the month before; 0 when there are no two such readings. */
  taken(place: number): number {
    return this.takenOn[place] as number;
  }

  now(place: number): number {
    return this.stands[2 * place] as number;
  }

  before(place: number): number {
    return this.stands[2 * place + 1] as number;
  }

  private read(context: MonthContext, uses: readonly PremisesUse[], premises: readonly number[]): void {
    let at = 0;
    for (let i = 0; i < premises.length; i += 1) {
      const use = uses[premises[i] as number] as PremisesUse;
      const { points } = use.facts;
      this.firstPoint[use.index] = at;
      for (let p = 0; p < points.length; p += 1) {
        const { meters } = points[p] as (typeof points)[number];
        const meter = meters[meters.length - 1] as MeterFacts;
        const fitEnd = meter.registers.length > MOST_REGISTERS ? LONG_WAY : fitEndOf(meter, context, use);
        this.fitEnds[at] = fitEnd;
        if (fitEnd === NEVER) this.registers(context.number, use, meter, at * MOST_REGISTERS);
        at += 1;
      }
    }
  }

  private registers(month: number, use: PremisesUse, { meter, registers }: MeterFacts, place: number): void {
    const window = use.windowOf(meter.service);
    for (let r = 0; r < registers.length; r += 1) {
      if (!HISTORY.open(registers[r] as MeterFacts['registers'][number], window)) continue;
      HISTORY.goTo(month);
      if (HISTORY.month !== month) continue;
      const { stand, taken } = HISTORY;
      HISTORY.back();
      if (month - HISTORY.month > 1) continue;
      this.takenOn[place + r] = taken;
      this.stands[2 * (place + r)] = stand;
      this.stands[2 * (place + r) + 1] = HISTORY.stand;
    }
  }
}

const HISTORY = new PlainRegister();

/**
 * An end of a life inside the month is as one before it: a plain history has no reading of the day of the event, and without one the days
 * before it go with the days after.
 */
const fitEndOf = ({ meter }: MeterFacts, context: MonthContext, use: PremisesUse): number => {
  if (meter.commissionedOn >= context.first) return LONG_WAY;
  const { verifications } = meter;
  if (meter.failedOn === undefined && meter.removedOn === undefined) {
    if (verifications.length === 0) return NEVER;
    if (verifications.length === 1 && (verifications[0] as (typeof verifications)[number]).until >= context.last) return NEVER;
  }
  if (verifications.length > 1) return LONG_WAY;
  const { fitEnd, eventMonth } = use.endOf(meter);
  if (fitEnd >= context.to) return eventMonth > context.number ? NEVER : LONG_WAY;
  return meter.removedOn === undefined ? fitEnd : LONG_WAY;
};
