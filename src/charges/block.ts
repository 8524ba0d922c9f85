import { NORMATIVE_SCALE } from '../consumption/formulas';
import type { MonthContext } from '../consumption/month-context';
import type { Boundary, Register } from '../consumption/register';
import { type RoomShare, takenOf } from '../consumption/room-told';
import type { Cell, NormativeShare, VolumeClass, VolumeSink } from '../consumption/sink';
import { scaledSafe } from '../kernel/gate';
import type { VolumeBasis } from '../model/bill';
import { type PricedZone, shownZone } from '../model/services';
import { Arena } from './arena';
import type { PricedMonth, PricedTerms } from './prices';
import {
  BASIS_CODE,
  byLandOrder,
  byPartOrder,
  isWater,
  landSpec,
  normativeClass,
  partSpec,
  Slot,
  type SlotClass,
  slotPlace,
  slotSpec,
  volumeClass,
} from './slot';
import { setOf } from './tariff-group';

/** A row whose sewerage takes the volumes of its waters. */
export interface WaterFollower {
  readonly terms: PricedTerms;
  readonly row: number;
  /** `null`: the whole month under the only stretch of terms. */
  readonly days: readonly { readonly stretch: number; readonly from: number; readonly to: number }[] | null;
}

/** The silent sink: keeps what it is given in columns of one house; {@link computeBlock} turns them into volumes and money. */
export class Block implements VolumeSink {
  readonly tells = false;
  readonly followers: WaterFollower[] = [];
  /** Slots of each service, by stretch, zone, class and group; made on first use. */
  private readonly table: (Slot | undefined)[][];
  /** Slots of directions of land use, by service, stretch, group and direction. */
  private readonly plots = new Map<string, Slot>();
  /** Slots of parts of sums, by service, stretch, group and share. */
  private readonly parts = new Map<string, Slot>();
  /** Made slots of each service, until another is made. */
  private readonly lists: (readonly Slot[] | undefined)[] = [];
  /** Last day on which water of a row was read, and whether all its water was metered: where a sewerage tariff changes inside the month. */
  readonly waterTaken: Int32Array;
  readonly waterSubstituted: Uint8Array;
  readonly arena: Arena;
  /** Limits of ranges by service: a column by row for each limit; empty where volume has one price. */
  readonly limits: (readonly Float64Array[])[];
  /** Constant parts of two-part tariffs, by service. */
  readonly constants: Slot[][];
  /** Slots that come with their money, by service: waste with what absence and quality take off it. */
  readonly ready: (readonly Slot[])[];

  constructor(
    readonly context: PricedMonth,
    readonly rows: number,
    /** Group of a row, see {@link groupOf}. */
    readonly groups: Uint8Array,
  ) {
    this.table = context.services.map(() => []);
    this.limits = context.services.map(() => []);
    this.constants = context.services.map(() => []);
    this.ready = context.services.map(() => []);
    this.arena = new Arena(rows);
    this.waterTaken = this.arena.integers();
    this.waterSubstituted = this.arena.codes();
  }

  slot(terms: PricedTerms, stretch: number, zone: PricedZone, slotClass: SlotClass, row: number): Slot {
    const group = this.groups[row] as number;
    const slots = this.table[terms.index] as (Slot | undefined)[];
    const at = slotPlace(terms, stretch, zone, slotClass, group);
    let slot = slots[at];
    if (slot === undefined) {
      this.needZone(terms, stretch, zone, group);
      slot = new Slot(slotSpec(terms, stretch, zone, slotClass, group), this.rows, this.arena);
      slots[at] = slot;
      this.lists[terms.index] = undefined;
    }
    return slot;
  }

  /** A zone that the service prices must have its price: nobody is charged the single tariff for a forgotten one. */
  private needZone(terms: PricedTerms, stretch: number, zone: PricedZone, group: number): void {
    const days = terms.stretches[stretch] as PricedTerms['stretches'][number];
    const { terms: own, zones } = setOf(days, group);
    if (zone === 'T0' || zones[zone] !== undefined || (own.zoneTariffs ?? own.twoZoneTariffs) === undefined) return;
    this.context.problems.push({
      code: 'zone-tariff-missing',
      at: `service ${days.record.id}`,
      value: shownZone(zone),
      facts: { month: this.context.month },
    });
  }

  regular(
    terms: MonthContext['services'][number],
    stretch: number,
    row: number,
    zone: PricedZone,
    now: number,
    before: number,
    taken: number,
  ): void {
    const slot = this.slot(terms as PricedTerms, stretch, zone, 'metered', row);
    const place = slot.markAs(row, METER);
    const columnNow = slot.column('now');
    const columnBefore = slot.column('before');
    columnNow[place] = (columnNow[place] as number) + now;
    columnBefore[place] = (columnBefore[place] as number) + before;
    slot.mostRead = Math.max(slot.mostRead, columnNow[place] as number, columnBefore[place] as number);
    if (isWater(terms) && taken > (this.waterTaken[row] as number)) this.waterTaken[row] = taken;
  }

  readings(cell: Cell, zone: PricedZone, _register: Register, to: Boundary, from: Boundary): void {
    this.regular(cell.terms, cell.stretch, cell.row, zone, to.value, from.value, to.taken);
  }

  volume(cell: Cell, zone: PricedZone, basis: VolumeBasis, volume: number): void {
    this.known(cell.terms, cell.stretch, cell.row, zone, basis, volume);
  }

  known(terms: MonthContext['services'][number], stretch: number, row: number, zone: PricedZone, basis: VolumeBasis, volume: number): void {
    const slot = this.slot(terms as PricedTerms, stretch, zone, volumeClass(basis), row);
    this.add(slot, slot.mark(row, basis), volume);
    if (basis !== 'meter' && isWater(terms)) this.waterSubstituted[row] = 1;
  }

  perPerson(
    terms: MonthContext['services'][number],
    stretch: number,
    row: number,
    basis: VolumeBasis,
    raised: boolean,
    normative: number,
    personDays: number,
  ): void {
    const slot = this.slot(terms as PricedTerms, stretch, 'T0', normativeClass(basis, raised), row);
    const first = slot.placeOf(row) < 0;
    const place = slot.mark(row, basis);
    if (first) {
      slot.column('persons')[place] = personDays;
      slot.column('normative')[place] = normative;
    } else this.addSum(slot, place, normative, personDays);
    if (isWater(terms)) this.waterSubstituted[row] = 1;
  }

  normative({ terms, stretch, row }: Cell, basis: VolumeBasis, raised: boolean, share: NormativeShare, personDays: number): void {
    this.perPerson(terms, stretch, row, basis, raised, normativeOf(share), personDays);
  }

  normativeSum(cell: Cell, basis: VolumeBasis, raised: boolean, shares: readonly NormativeShare[]): void {
    const { row } = cell;
    const slot = this.slot(cell.terms as PricedTerms, cell.stretch, 'T0', normativeClass(basis, raised), row);
    const place = slot.mark(row, basis);
    for (const share of shares) this.addSum(slot, place, normativeOf(share), share.people.persons * (share.to - share.from));
    if (isWater(cell.terms)) this.waterSubstituted[row] = 1;
  }

  room(cell: Cell, zone: PricedZone, volumeClass: VolumeClass, basis: VolumeBasis, volume: number, told: RoomShare): void {
    const { row } = cell;
    const slot = this.slot(cell.terms as PricedTerms, cell.stretch, zone, volumeClass, row);
    const place = slot.mark(row, basis);
    const other = slot.column('other');
    other[place] = (other[place] as number) + volume;
    if (!isWater(cell.terms)) return;
    if (basis === 'meter') this.waterTaken[row] = Math.max(this.waterTaken[row] as number, takenOf(told) ?? 0);
    else this.waterSubstituted[row] = 1;
  }

  private addSum(slot: Slot, place: number, normative: number, personDays: number): void {
    const sum = slot.column('sum');
    if (slot.has('persons') && (slot.persons[place] as number) > 0) {
      sum[place] = (sum[place] as number) + (slot.persons[place] as number) * (slot.normative[place] as number);
      slot.persons[place] = 0;
    }
    sum[place] = (sum[place] as number) + personDays * normative;
  }

  fromWater(terms: MonthContext['services'][number], row: number, days: WaterFollower['days']): void {
    if (days !== null || this.context.policies.sewerageMultiplier === 'yes') {
      this.followers.push({ terms: terms as PricedTerms, row, days });
      return;
    }
    const slot = this.slot(terms as PricedTerms, 0, 'T0', 'metered', row);
    slot.markAs(row, FROM_WATER);
    slot.follows = true;
  }

  gasNormative(cell: Cell, basis: VolumeBasis, raised: boolean, volume: number): void {
    const slot = this.slot(cell.terms as PricedTerms, cell.stretch, 'T0', raised ? 'raised' : 'normative', cell.row);
    this.add(slot, slot.mark(cell.row, basis), volume);
  }

  plot(cell: Cell, use: string, volume: number): void {
    const { row, stretch } = cell;
    const terms = cell.terms as PricedTerms;
    const key = `${terms.index}|${stretch}|${this.groups[row]}|${use}`;
    let slot = this.plots.get(key);
    if (slot === undefined) {
      slot = new Slot(landSpec(terms, stretch, use, this.groups[row] as number), this.rows, this.arena);
      this.plots.set(key, slot);
      this.lists[terms.index] = undefined;
    }
    this.add(slot, slot.mark(row, 'landPlot'), volume);
  }

  /** A line that is a part of a sum: its money is not multiplied again. */
  part(terms: PricedTerms, stretch: number, row: number, share: string | null, basis: VolumeBasis, volume: number, amount: number): void {
    const key = `${terms.index}|${stretch}|${this.groups[row]}|${share}`;
    let slot = this.parts.get(key);
    if (slot === undefined) {
      slot = new Slot(partSpec(terms, stretch, this.groups[row] as number, share), this.rows, this.arena);
      slot.fixed = true;
      this.parts.set(key, slot);
      this.lists[terms.index] = undefined;
    }
    const place = slot.mark(row, basis);
    slot.volume[place] = (slot.volume[place] as number) + volume;
    slot.amount[place] = (slot.amount[place] as number) + amount;
  }

  private add(slot: Slot, place: number, volume: number): void {
    const other = slot.column('other');
    other[place] = (other[place] as number) + volume;
  }

  /** Slots of a service, in the order of stretches, zones, classes and groups, then the directions of land use. */
  slotsOf(terms: PricedTerms): readonly Slot[] {
    const known = this.lists[terms.index];
    if (known !== undefined) return known;
    const made = (this.table[terms.index] as (Slot | undefined)[]).filter((slot) => slot !== undefined);
    if (this.plots.size > 0) {
      const plots = [...this.plots.values()].filter(({ spec }) => spec.terms === terms);
      made.push(...plots.sort((a, b) => byLandOrder(a.spec, b.spec)));
    }
    if (this.parts.size > 0) {
      const parts = [...this.parts.values()].filter(({ spec }) => spec.terms === terms);
      made.push(...parts.sort((a, b) => byPartOrder(a.spec, b.spec)));
    }
    this.lists[terms.index] = made;
    return made;
  }
}

const METER = BASIS_CODE.meter;
const FROM_WATER = BASIS_CODE.fromWater;

const normativeOf = ({ normative }: NormativeShare): number => scaledSafe(normative, NORMATIVE_SCALE);
