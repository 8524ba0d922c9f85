import { type Day, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { Cut, type CutSize } from './cut';
import type { HouseFacts, MeterFacts, MeterPoint, PremisesFacts, RegisterFacts } from './facts';
import type { AccountRecord, MeterRecord, PremisesRecord, ResidentRecord } from './records';
import { meteredPlace, pricedPlace, pricedZone } from './services';
import { SHAPES } from './text-types';

/** A day (serial) later than any: the end of an interval that has none. */
export const EVER = 0x3fff_ffff;
/** Stands for a day or a number that only the facts can tell. */
export const ASK = -1;

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
  /** The only account of each premises; `null` where there are none or several. */
  readonly accounts: (AccountRecord | null)[] = [];
  /** First day of the only account, and the day after its last. */
  readonly traits: Uint8Array;
  readonly heldFrom: Int32Array;
  readonly heldTo: Int32Array;
  /** The only area, on the scale of areas, and its first day. */
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
  /** One meter stood at a point. */
  readonly alone: Uint8Array;
  /** Commissioning of the first meter of a point, and of the last. */
  readonly meteredFrom: Int32Array;
  readonly commissioned: Int32Array;
  /** Last day of the only verification of the last meter, which nothing else ended; {@link EVER} without one. */
  readonly verified: Int32Array;
  /** Registers of the last meter of a point. */
  readonly registers: Int32Array;
  /** Place of the zone of a register among the priced ones. */
  readonly zone: Uint8Array;
  /** Month and day of commissioning of a plain register, counted as its days are; {@link ASK} for another. */
  readonly begun: Int32Array;
  readonly initial: Float64Array;
  /** Readings of a plain register. */
  readonly readings: Int32Array;
  readonly days: Int32Array;
  readonly stands: Float64Array;

  constructor(premises: readonly PremisesFacts[]) {
    const size = sizeOf(premises);
    const cut = new Cut(cutOf(size));
    this.stands = cut.doubles(size.readings);
    this.initial = cut.doubles(size.registers);
    this.area = cut.doubles(size.premises);
    this.heldFrom = cut.integers(size.premises);
    this.heldTo = cut.integers(size.premises);
    this.areaFrom = cut.integers(size.premises);
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
    this.begun = cut.integers(size.registers);
    this.readings = cut.integers(size.registers + 1);
    this.days = cut.integers(size.readings);
    this.traits = cut.codes(size.premises);
    this.roomCount = cut.codes(size.premises);
    this.temporary = cut.codes(size.residents);
    this.service = cut.codes(size.points);
    this.alone = cut.codes(size.points);
    this.zone = cut.codes(size.registers);
    for (let p = 0; p < premises.length; p += 1) this.premises(p, premises[p] as PremisesFacts);
  }

  private premises(p: number, { premises, accounts, residents, points, acts }: PremisesFacts): void {
    this.traits[p] = traitsOf(premises, acts.length > 0);
    this.roomCount[p] = premises.rooms ?? 0;
    this.divided ||= premises.within !== undefined || premises.hostel === 'operator';
    this.account(p, accounts);
    const [area] = premises.areas;
    this.areaFrom[p] = area === undefined || premises.areas.length > 1 ? ASK : serial(area.from);
    this.area[p] = area === undefined ? Number.NaN : scaledSafe(area.value, SHAPES.area.scale);
    const [owners] = premises.owners;
    this.ownersFrom[p] = premises.owners.length > 1 ? ASK : owners === undefined ? EVER : serial(owners.from);
    this.owners[p] = owners?.count ?? 0;
    let resident = this.residents[p] as number;
    for (let i = 0; i < residents.length; i += 1) this.resident(resident++, residents[i] as ResidentRecord);
    this.residents[p + 1] = resident;
    let point = this.points[p] as number;
    for (let i = 0; i < points.length; i += 1) this.point(point++, points[i] as MeterPoint);
    this.points[p + 1] = point;
  }

  private account(p: number, accounts: readonly AccountRecord[]): void {
    const [only] = accounts;
    const alone = only !== undefined && accounts.length === 1;
    this.accounts.push(alone ? only : null);
    this.heldFrom[p] = alone ? serial(only.from) : ASK;
    this.heldTo[p] = alone ? endOf(only.to) : ASK;
    for (let i = 0; i < accounts.length; i += 1) if ((accounts[i] as AccountRecord).share !== undefined) this.shared = true;
  }

  private resident(r: number, { from, to, stay }: ResidentRecord): void {
    this.came[r] = serial(from);
    this.left[r] = endOf(to);
    this.temporary[r] = stay === 'temporary' ? 1 : 0;
  }

  private point(at: number, { service, meters }: MeterPoint): void {
    const last = meters[meters.length - 1] as MeterFacts;
    this.service[at] = meteredPlace(service);
    this.alone[at] = meters.length === 1 ? 1 : 0;
    this.meteredFrom[at] = serial((meters[0] as MeterFacts).meter.commissionedOn);
    this.commissioned[at] = serial(last.meter.commissionedOn);
    this.verified[at] = verifiedUntil(last.meter);
    let register = this.registers[at] as number;
    const { registers } = last;
    for (let i = 0; i < registers.length; i += 1) this.register(register++, registers[i] as RegisterFacts, registers.length);
    this.registers[at + 1] = register;
  }

  private register(at: number, { zone, plain }: RegisterFacts, registers: number): void {
    this.zone[at] = pricedPlace(pricedZone(zone, registers));
    this.begun[at] = plain === null ? ASK : plain.commissioned;
    let reading = this.readings[at] as number;
    if (plain !== null) {
      const { initial, days, stands } = plain;
      this.initial[at] = initial;
      for (let i = 0; i < days.length; i += 1) {
        this.days[reading] = days[i] as number;
        this.stands[reading] = stands[i] as number;
        reading += 1;
      }
    }
    this.readings[at + 1] = reading;
  }
}

/** Sizes of the lists of an image. */
const sizeOf = (premises: readonly PremisesFacts[]) => {
  const size = { premises: premises.length, residents: 0, points: 0, registers: 0, readings: 0 };
  for (let p = 0; p < premises.length; p += 1) {
    const { residents, points } = premises[p] as PremisesFacts;
    size.residents += residents.length;
    size.points += points.length;
    for (let i = 0; i < points.length; i += 1) {
      const { meters } = points[i] as MeterPoint;
      const { registers } = meters[meters.length - 1] as MeterFacts;
      size.registers += registers.length;
      for (let r = 0; r < registers.length; r += 1) size.readings += (registers[r] as RegisterFacts).plain?.days.length ?? 0;
    }
  }
  return size;
};

/** What an image is cut from: a list with its ends has one number more than members. */
const cutOf = ({ premises, residents, points, registers, readings }: ReturnType<typeof sizeOf>): CutSize => ({
  doubles: premises + registers + readings,
  integers: 7 * premises + 2 * residents + 4 * points + 2 * registers + readings + 4,
  codes: 2 * premises + residents + 2 * points + registers,
});

const traitsOf = (premises: PremisesRecord, acts: boolean): number =>
  (premises.type === 'nonResidential' ? OTHER : 0) |
  (acts || premises.directContracts.length > 0 ? SPOKEN_OF : 0) |
  (premises.meteringImpossible.length > 0 ? IMPOSSIBLE : 0) |
  (premises.landUses === undefined ? 0 : PLOTS) |
  (premises.tariffGroups.length > 0 ? GROUPED : 0);

const endOf = (to: Day | null): number => (to === null ? EVER : serial(to));

const verifiedUntil = ({ verifications, failedOn, removedOn }: MeterRecord): number => {
  if (failedOn !== undefined || removedOn !== undefined || verifications.length > 1) return ASK;
  const [only] = verifications;
  return only === undefined ? EVER : serial(only.until);
};

const images = new WeakMap<HouseFacts['premises'], HouseImage>();

/** The image of the premises of a house; kept with them, for they never change. */
export const imageOf = (premises: HouseFacts['premises']): HouseImage => {
  let image = images.get(premises);
  if (image === undefined) {
    image = new HouseImage(premises);
    images.set(premises, image);
  }
  return image;
};
