import { Cut, type CutSize } from './cut';
import type { AccountRecord } from './records';

/** A day (serial) later than any: the end of an interval that has none. */
export const EVER = 0x3fff_ffff;
/** Stands for a day or a number that only the facts can tell. */
export const ASK = -1;
/** No meter stood before. */
export const FIRST = -2;

/** A premises is non-residential. */
export const OTHER = 1;
/** Something beside its meters speaks of the volumes of a premises: an act, or a direct contract. */
export const SPOKEN_OF = 2;
/** Some meter of a premises was found impossible. */
export const IMPOSSIBLE = 4;
/** A premises has a land plot. */
export const PLOTS = 8;
/** A premises was in a named group of consumers. */
export const GROUPED = 16;

/** Lengths of the lists of an image. */
export interface ImageSize {
  readonly premises: number;
  readonly areas: number;
  readonly residents: number;
  readonly points: number;
  readonly registers: number;
  readonly readings: number;
}

/**
 * What the month run asks of every premises of a house, as numbers side by side. Facts of a house lie all over the memory, and a month run that
 * walks from one to the next waits for each; numbers that lie in order come by themselves. It is made of the nested facts while they are at
 * hand, and says nothing of its own: what is not the commonest case is {@link ASK}, and then the facts are asked.
 *
 * Days are serial, an end that is open is {@link EVER}. A list ends where the next one begins: residents of premises `p` are
 * `residents[p]` to `residents[p + 1]`.
 */
export class HouseImage {
  /** Somebody pays a share of a premises. */
  shared = false;
  /** Some premises is a room of another, or is paid to the operator of a hostel. */
  divided = false;
  /** Somebody was told to be absent from some premises. */
  away = false;
  /** The only account of each premises; `null` where there are none or several. */
  readonly accounts: (AccountRecord | null)[] = [];
  readonly traits: Uint8Array;
  /** First day of the only account, and the day after its last. */
  readonly heldFrom: Int32Array;
  readonly heldTo: Int32Array;
  /** Areas of a premises in order of their first days, on the scale of areas. */
  readonly areas: Int32Array;
  readonly area: Float64Array;
  readonly areaFrom: Int32Array;
  /** The only number of owners, and its first day. */
  readonly ownersFrom: Int32Array;
  readonly owners: Int32Array;
  /** Number of rooms; 0 where it is not told. */
  readonly roomCount: Uint8Array;
  readonly residents: Int32Array;
  readonly came: Int32Array;
  readonly left: Int32Array;
  readonly temporary: Uint8Array;
  readonly points: Int32Array;
  /** Place of the service of a point among the metered ones. */
  readonly service: Uint8Array;
  /** Commissioning of the first meter of a point, and of the last. */
  readonly meteredFrom: Int32Array;
  readonly commissioned: Int32Array;
  /** Last day of the only verification of the last meter, which nothing else ended; {@link EVER} without one. */
  readonly verified: Int32Array;
  /** Registers of a point: those of the last meter, so many, then those of the meters before it. */
  readonly registers: Int32Array;
  readonly lastRegisters: Uint8Array;
  /** The register of the same zone of the meter before; {@link FIRST} where none stood before, {@link ASK} where it had other registers. */
  readonly earlier: Int32Array;
  /** Place of the zone of a register among the priced ones. */
  readonly zone: Uint8Array;
  /** Month and day of commissioning of a plain register, counted as its days are; {@link ASK} for another. */
  readonly begun: Int32Array;
  readonly initial: Float64Array;
  /**
   * Month and day of a last reading that lies below the one before it, so that it is not among the readings; 0 where there is none. What the
   * register counted if its dial went through zero.
   */
  readonly fallen: Int32Array;
  readonly through: Float64Array;
  /** Readings of a plain register. */
  readonly readings: Int32Array;
  readonly days: Int32Array;
  readonly stands: Float64Array;

  constructor(size: ImageSize) {
    const cut = new Cut(cutOf(size));
    this.stands = cut.doubles(size.readings);
    this.initial = cut.doubles(size.registers);
    this.through = cut.doubles(size.registers);
    this.area = cut.doubles(size.areas);
    this.heldFrom = cut.integers(size.premises);
    this.heldTo = cut.integers(size.premises);
    this.areas = cut.integers(size.premises + 1);
    this.areaFrom = cut.integers(size.areas);
    this.ownersFrom = cut.integers(size.premises);
    this.owners = cut.integers(size.premises);
    this.residents = cut.integers(size.premises + 1);
    this.points = cut.integers(size.premises + 1);
    this.came = cut.integers(size.residents);
    this.left = cut.integers(size.residents);
    this.meteredFrom = cut.integers(size.points);
    this.commissioned = cut.integers(size.points);
    this.verified = cut.integers(size.points);
    this.registers = cut.integers(size.points + 1);
    this.earlier = cut.integers(size.registers);
    this.begun = cut.integers(size.registers);
    this.fallen = cut.integers(size.registers);
    this.readings = cut.integers(size.registers + 1);
    this.days = cut.integers(size.readings);
    this.traits = cut.codes(size.premises);
    this.roomCount = cut.codes(size.premises);
    this.temporary = cut.codes(size.residents);
    this.service = cut.codes(size.points);
    this.lastRegisters = cut.codes(size.points);
    this.zone = cut.codes(size.registers);
  }
}

/** What an image is cut from: a list with its ends has one number more than members. */
const cutOf = ({ premises, areas, residents, points, registers, readings }: ImageSize): CutSize => ({
  doubles: areas + 2 * registers + readings,
  integers: 7 * premises + areas + 2 * residents + 4 * points + 4 * registers + readings + 5,
  codes: 2 * premises + residents + 2 * points + registers,
});
