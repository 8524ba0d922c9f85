import type { VolumeClass } from '../consumption/sink';
import type { LineComponent, VolumeBasis } from '../model/bill';
import { isServiceVolume, TENFOLD_BASES, VOLUME_BASES } from '../model/bill';
import { housingUnit, isHousing } from '../model/housing-services';
import { PRICED_ZONES, type PricedZone, pricedPlace, type ServiceCode } from '../model/services';
import type { Arena } from './arena';
import type { PricedUnit } from './formulas';
import type { ZonedPrices } from './price-sets';
import type { Price, PricedResource, PricedStretch, PricedTerms } from './prices';
import { groupCount, isOther, setOf } from './tariff-group';

/** Kinds of lines that never share one. */
export type SlotClass = VolumeClass;

/** Kind of line of a volume that is known. */
export const volumeClass = (basis: VolumeBasis): SlotClass =>
  basis === 'averageDelayed' ? 'reduced' : basis === 'connection' || basis === 'check' ? basis : 'metered';

/** Kind of line of a normative. */
export const normativeClass = (basis: VolumeBasis, raised: boolean): SlotClass =>
  TENFOLD_BASES.has(basis) ? 'tenfold' : basis === 'normativeDelayed' ? 'reduced' : raised ? 'raised' : 'normative';

/** Lines of acts keep their first basis: two acts in one month are no mixture of meter and average. */
export const keepsBasis = (slotClass: LineClass): boolean => slotClass === 'tenfold' || slotClass === 'reduced';

/** Kinds of lines with those of a land plot, of which sewerage takes nothing and nothing is raised. */
export type LineClass = SlotClass | 'land';

/** What the lines of one slot have in common: service, stretch of terms, zone, price, class, component. */
export interface SlotSpec {
  readonly service: ServiceCode;
  readonly terms: PricedTerms;
  readonly stretch: number;
  readonly zone: PricedZone;
  readonly slotClass: LineClass;
  /** Direction of use of a land plot. */
  readonly use: string | null;
  readonly component: LineComponent | null;
  /** Group of consumers, see {@link groupOf}. */
  readonly group: number;
  /** Range whose price the slot has; `null` where volume has one price. */
  readonly range: 1 | 2 | 3 | null;
  readonly unit: PricedUnit;
  readonly price: Price;
  readonly factor: Price | null;
  /** Lines of common needs. */
  readonly common?: true;
  /** The charge of a room of a communal flat, a part of the flat's rounded charge (heating). */
  readonly room?: true;
  /** The line takes something off a charge: its formula. */
  readonly reduction?: string;
  /** Lines that are parts of one sum: of a premises between its owners, of a house between its premises. */
  readonly part?: SumPart;
  /** What heats the water made in the house, or the house: the line is of this resource. */
  readonly resource?: PricedResource;
}

/** What lines of one slot have in common when they are parts of one sum. */
export interface SumPart {
  /** The owner's share as people read it; `null` where the premises pays whole. */
  readonly share: string | null;
}

/** Price of a zone; without one of its own, the single price (a normative knows no zones). */
export const zonePrice = (prices: ZonedPrices, zone: PricedZone): Price => prices.zones[zone] ?? prices.single;

/** Is hot water charged in several lines: heat beside the water, or resources that heat it in the house? */
export const hasComponents = ({ heat, made }: PricedStretch): boolean => heat !== null || made.length > 0;

/** What the lines of a slot have in common; under ranges, before its volume is cut into them. */
export const slotSpec = (terms: PricedTerms, stretch: number, zone: PricedZone, slotClass: SlotClass, group: number): SlotSpec => {
  const days = terms.stretches[stretch] as PricedStretch;
  const price = isOther(days, group) && days.record.legalEntityTariff !== undefined ? days.other : zonePrice(setOf(days, group), zone);
  return {
    service: terms.service,
    terms,
    stretch,
    zone,
    slotClass,
    use: null,
    component: hasComponents(days) ? 'water' : null,
    unit: isHousing(terms.service) ? housingUnit(price.unit) : terms.unit,
    group,
    range: null,
    price,
    factor: slotClass === 'raised' ? days.factor : slotClass === 'reduced' ? days.delay : null,
  };
};

/** What the lines of one direction of use of a land plot have in common. */
export const landSpec = (terms: PricedTerms, stretch: number, use: string, group: number): SlotSpec => ({
  ...slotSpec(terms, stretch, 'T0', 'metered', group),
  slotClass: 'land',
  use,
});

/** What the lines of one part of a sum have in common. */
export const partSpec = (terms: PricedTerms, stretch: number, group: number, share: string | null): SlotSpec => ({
  ...slotSpec(terms, stretch, 'T0', 'metered', group),
  part: { share },
});

/** Order of two parts of sums of one service: by days, then by the share, then by the group. */
export const byPartOrder = (a: SlotSpec, b: SlotSpec): number => {
  const [one, other] = [a.part?.share ?? '', b.part?.share ?? ''];
  return a.stretch - b.stretch || (one < other ? -1 : one > other ? 1 : a.group - b.group);
};

/** Order of two land lines of a service: by days, then by the direction of use. */
export const byLandOrder = (a: SlotSpec, b: SlotSpec): number =>
  a.stretch - b.stretch || ((a.use ?? '') < (b.use ?? '') ? -1 : a.use === b.use ? 0 : 1);

/** The heat component beside the water component of hot water; `null` under a one-component tariff. */
export const heatSpec = (water: SlotSpec): SlotSpec | null => {
  const { heat, heatNormative } = stretchOf(water);
  return water.service !== 'hotWater' || heat === null || heatNormative === null
    ? null
    : { ...water, component: 'heat', unit: 'Gcal', price: heat };
};

const RESOURCE_UNIT = { heat: 'Gcal', gas: 'm3', electricity: 'kWh' } as const;

/** Lines of the resources beside the water that is made in the house (формула 20), in the order of the terms. */
export const resourceSpecs = (water: SlotSpec): readonly (SlotSpec & { readonly resource: PricedResource })[] =>
  isOwnVolume(water, 'hotWater')
    ? stretchOf(water).made.map((resource) => ({
        ...water,
        component: resource.resource,
        unit: RESOURCE_UNIT[resource.resource],
        price: resource.price,
        resource,
      }))
    : [];

/** Has the slot volumes of the premises themselves, as the house balance takes them: neither common needs, nor heat, nor capacity, nor the land plot? */
export const isOwnVolume = (spec: SlotSpec, service: ServiceCode): boolean =>
  spec.service === service && isServiceVolume(spec.component) && spec.common !== true && spec.slotClass !== 'land';

/** Is the service one of the waters that sewerage follows? */
export const isWater = (terms: { readonly service: ServiceCode }): boolean => terms.service === 'coldWater' || terms.service === 'hotWater';

/** Place of a slot among those of its service: by stretch, zone, class, group. */
export const slotPlace = (terms: PricedTerms, stretch: number, zone: PricedZone, slotClass: SlotClass, group: number): number =>
  ((stretch * ZONES + pricedPlace(zone)) * CLASSES + classIndex(slotClass)) * groupCount(terms.groups) + group;

const classIndex = (slotClass: SlotClass): number =>
  slotClass === 'metered' ? 0 : slotClass === 'normative' ? 1 : slotClass === 'raised' ? 2 : RARE_CLASS[slotClass];
const RARE_CLASS: Readonly<Record<Exclude<SlotClass, 'metered' | 'normative' | 'raised'>, number>> = {
  reduced: 3,
  tenfold: 4,
  connection: 5,
  check: 6,
};
const ZONES = PRICED_ZONES.length;
const CLASSES = 7;

/** Terms of a slot on its days. */
export const stretchOf = (spec: SlotSpec): PricedStretch => spec.terms.stretches[spec.stretch] as PricedStretch;

const NONE = new Float64Array(0);

/**
 * One block of columns. An account has a place in it only when it has a line there, so the kernels walk lines and nothing else:
 * `rowAt[place]` is the account's row, `placeOf(row)` its place.
 */
export class Slot {
  /** Number of lines. */
  count = 0;
  readonly rowAt: Int32Array;
  readonly volume: Float64Array;
  readonly amount: Float64Array;
  readonly excess: Float64Array;
  /** Index of the basis in the list of bases, from 1, by place. */
  readonly basis: Uint8Array;
  now: Float64Array = NONE;
  before: Float64Array = NONE;
  other: Float64Array = NONE;
  persons: Float64Array = NONE;
  normative: Float64Array = NONE;
  sum: Float64Array = NONE;
  /** Heat in the premises, a part of `volume` (heating). */
  individual: Float64Array = NONE;
  /** Largest reading: the proof for the difference of two is made while they come in. */
  mostRead = 0;
  /** Money of its lines is known, as parts of a sum: nothing is multiplied. */
  fixed = false;
  /** Some of its lines take the volumes of the waters. */
  follows = false;
  /** Place + 1 by row; 0 where there is no line. */
  private readonly places: Int32Array;

  constructor(
    readonly spec: SlotSpec,
    readonly rows: number,
    private readonly arena: Arena,
    like: Slot | null = null,
  ) {
    this.volume = arena.doubles();
    this.amount = arena.doubles();
    this.excess = spec.slotClass === 'raised' || spec.slotClass === 'reduced' ? arena.doubles() : NONE;
    this.basis = like === null ? arena.codes() : like.basis;
    this.places = like === null ? arena.integers() : like.places;
    this.rowAt = like === null ? arena.integers() : like.rowAt;
    if (like !== null) this.count = like.count;
  }

  /** Place of a row's line, or −1. */
  placeOf(row: number): number {
    return (this.places[row] as number) - 1;
  }

  /** Place of a row's line, made on first use; its basis is set, and meter with average in one line is «mixed». */
  mark(row: number, basis: VolumeBasis): number {
    return this.markAs(row, BASIS_CODE[basis]);
  }

  /** The same by the code of a basis. */
  markAs(row: number, code: number): number {
    const known = this.places[row] as number;
    if (known !== 0) {
      if (this.basis[known - 1] !== code && !keepsBasis(this.spec.slotClass)) this.basis[known - 1] = MIXED;
      return known - 1;
    }
    const place = this.count;
    this.count = place + 1;
    this.places[row] = place + 1;
    this.rowAt[place] = row;
    this.basis[place] = code;
    return place;
  }

  /** A column made on first use. */
  column(name: 'now' | 'before' | 'other' | 'persons' | 'normative' | 'sum' | 'individual'): Float64Array {
    const known = this[name];
    if (known !== NONE) return known;
    const made = this.arena.doubles();
    this[name] = made;
    return made;
  }

  has(name: 'now' | 'other' | 'persons' | 'sum' | 'individual'): boolean {
    return this[name] !== NONE;
  }

  /** No volume of its own came in: what it has was followed from other slots. */
  hasNothing(): boolean {
    return !this.has('now') && !this.has('other') && !this.has('persons') && !this.has('sum');
  }

  /** Give the lines that follow the waters their volumes, by row. */
  follow(volumes: Float64Array): void {
    const { basis, rowAt, volume } = this;
    for (let place = 0; place < this.count; place += 1)
      if (basis[place] === FROM_WATER) volume[place] = volumes[rowAt[place] as number] as number;
  }

  basisAt(place: number): VolumeBasis {
    return VOLUME_BASES[(this.basis[place] as number) - 1] as VolumeBasis;
  }
}

/** Codes of the bases by which a slot keeps them. */
export const BASIS_CODE = Object.fromEntries(VOLUME_BASES.map((basis, index) => [basis, index + 1])) as Readonly<
  Record<VolumeBasis, number>
>;
const MIXED = BASIS_CODE.mixed;
const FROM_WATER = BASIS_CODE.fromWater;
