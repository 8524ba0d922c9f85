import { areaDays } from '../consumption/area';
import { volumeOf } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { HEATING_MADE } from '../house/heating-made';
import { BY_NORMATIVE, type HeatingBasis } from '../house/heating-rules';
import { roomAreas } from '../house/room-areas';
import { shareBy } from '../kernel/share';
import type { VolumeBasis } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { type Flat, flatsOf } from '../model/flats';
import type { HeatingResource } from '../model/record-parts';
import { Block } from './block';
import { priceSlots } from './compute';
import { type SpentForHeat, spentForHeat } from './heating-own';
import { type HeatPiece, type HeatSpans, heatPieces, passed, pieceOf, spansOf } from './heating-pieces';
import type { HeatingItem, HeatingMonth } from './heating-types';
import { type AccountRow, holdersOf } from './holders';
import type { HouseCharges } from './house-month';
import { groupNames, type PricedResource } from './price-sets';
import type { PricedTerms } from './prices';
import { Slot, type SlotClass, type SlotSpec, slotSpec } from './slot';
import { groupOf } from './tariff-group';

/** Lines of heating of a house in a month. */
export interface HeatingSlots {
  readonly slots: readonly Slot[];
  readonly problems: readonly BillingProblem[];
  readonly spent: SpentForHeat;
}

/** How the volume of a line came about, by the row of the rule table. */
const basisOf = ({ basis, house }: HeatingMonth): VolumeBasis => {
  if (BY_NORMATIVE.has(basis)) return 'normative';
  if (basis === 'own' || basis === 'ownMetered') return 'heatingOwn';
  if (basis === 'detachedMeter') return 'meter';
  if (basis === 'detachedMeterUniform') return 'heatingAverage';
  const stands = house?.average !== null || (house.heat?.state === 'known' && house.heat.told.kind === 'failed');
  return stands ? 'heatingAverage' : 'heatingHouse';
};

/** Lines of heating in columns, priced. */
export const heatingSlots = (facts: HouseFacts, charges: HouseCharges, found: HeatingMonth): HeatingSlots =>
  new HeatingColumns(facts, charges, found).make();

/** Is the charge of a normative raised: before 2017, in a house that could have a meter. */
const raisesHeating = ({ basis }: { readonly basis: HeatingBasis }, terms: PricedTerms, stretch: number): boolean => {
  const days = terms.stretches[stretch];
  return BY_NORMATIVE.has(basis) && days !== undefined && days.factor !== null && days.record.meterDuty;
};

class HeatingColumns {
  private readonly block: Block;
  private readonly terms: PricedTerms;
  private readonly rowsOf = new Map<number, AccountRow[]>();
  private readonly slots = new Map<string, Slot>();
  private readonly names: readonly string[];
  private readonly spans: HeatSpans;
  private readonly spent: SpentForHeat;

  constructor(
    private readonly facts: HouseFacts,
    charges: HouseCharges,
    private readonly found: HeatingMonth,
  ) {
    const { context, rows } = charges;
    this.names = groupNames(facts);
    this.block = new Block({ ...context, problems: [] }, rows.length, new Uint8Array(rows.length));
    this.terms = context.services.find(({ service }) => service === 'heating') as PricedTerms;
    this.spans = spansOf(found, charges);
    for (const row of holdersOf(rows)) {
      const own = this.rowsOf.get(row.premisesIndex);
      if (own === undefined) this.rowsOf.set(row.premisesIndex, [row]);
      else own.push(row);
    }
    this.spent = spentForHeat(facts, context, found, this.terms);
  }

  make(): HeatingSlots {
    const { context } = this.block;
    const flats = flatsOf(this.facts);
    const flatItems: { readonly flat: Flat; readonly item: HeatingItem }[] = [];
    for (const item of this.found.items) {
      const flat = flats?.of.get(item.index);
      if (flat !== undefined && flat.index === item.index) flatItems.push({ flat, item });
      for (const piece of heatPieces(item, this.rowsOf.get(item.index) ?? [], this.terms, this.spans)) this.place(item, piece);
    }
    const priced = priceSlots(this.block, [...this.slots.values()]);
    const rooms = flatItems.flatMap(({ flat, item }) => this.flat(flat, item));
    const slots = [...priced, ...rooms].sort((a, b) => a.spec.stretch - b.spec.stretch);
    const broken = slots.some(tooLarge);
    const problems = [
      ...context.problems,
      ...this.spent.problems,
      ...(broken ? [{ code: 'amount-too-large', at: `house ${this.facts.house.id}`, value: 'heating' } as const] : []),
    ];
    return { slots, problems, spent: this.spent };
  }

  private place(item: HeatingItem, piece: HeatPiece): void {
    const { found, terms } = this;
    const digits = this.block.context.volumeDigits;
    const group = groupOf(piece.row, this.names);
    const { basis } = found;
    if (basis === 'own' || basis === 'ownMetered') {
      for (const resource of terms.stretches[piece.stretch]?.made ?? []) {
        const slot = this.slot(resourceSpec(terms, piece.stretch, group, resource));
        add(slot.volume, slot.mark(piece.row.row, 'heatingOwn'), pieceOf(this.ofResource(item, resource.resource), piece, digits));
      }
      return;
    }
    const slotClass: SlotClass = raisesHeating(found, terms, piece.stretch) ? 'raised' : 'metered';
    const spec = slotSpec(terms, piece.stretch, 'T0', slotClass, group);
    const volume = pieceOf(item.volume, piece, digits);
    const individual = pieceOf(item.individual, piece, digits);
    if (basis === 'allOldCommon') {
      const own = this.slot(spec);
      add(own.volume, own.mark(piece.row.row, 'meter'), individual);
      const common = this.slot({ ...spec, common: true });
      add(common.volume, common.mark(piece.row.row, 'commonMeter'), volume - individual);
      return;
    }
    const slot = this.slot(spec);
    const place = slot.mark(piece.row.row, basisOf(found));
    add(slot.volume, place, volume);
    if (hasParts(found)) add(slot.column('individual'), place, individual);
  }

  private slot(spec: SlotSpec): Slot {
    const key = `${spec.stretch}|${spec.group}|${spec.slotClass}|${spec.common === true}|${spec.component}`;
    let slot = this.slots.get(key);
    if (slot === undefined) {
      slot = new Slot(spec, this.block.rows, this.block.arena);
      this.slots.set(key, slot);
    }
    return slot;
  }

  /** What a premises took of a resource. */
  private ofResource(item: HeatingItem, resource: HeatingResource): number {
    const spent = this.spent.volumes[resource]?.volume ?? 0;
    const { unit, sums, house, basis } = this.found;
    const digits = this.block.context.volumeDigits;
    const of = HEATING_MADE[resource];
    if (basis === 'own') return volumeOf(of[unit] as never, { Vv: spent, S: item.area, Sоб: sums.whole } as never, digits);
    return house === null || house.volume <= 0
      ? 0
      : volumeOf(of.byHeat as never, { Vv: spent, V: item.volume, Vд: house.volume } as never, digits);
  }

  /** Rooms of a communal flat: parts of the flat's rounded charge by living area, spare kopecks to the largest remainders (C28). */
  private flat(flat: Flat, item: HeatingItem): readonly Slot[] {
    const rows = flat.rooms.flatMap((room) => this.rowsOf.get(room) ?? []);
    if (rows.length === 0) return [];
    const { context } = this.block;
    const out: Slot[] = [];
    for (const [index, stretch] of this.terms.stretches.entries()) {
      const part = this.flatPart(flat, item, rows, index);
      if (part === null) continue;
      const first = Math.max(stretch.from, this.spans[0]?.from ?? stretch.from);
      const areas = roomAreas(this.facts.premises, flat, first, first + 1);
      if (!areas.ok) {
        context.problems.push({ ...areas.error, facts: { month: context.month } });
        continue;
      }
      out.push(...this.roomSlots(item, rows, index, part));
    }
    return out;
  }

  /** Living area × days of each account of a room under a stretch, and what nobody holds. */
  private flatPart(flat: Flat, item: HeatingItem, rows: readonly AccountRow[], stretch: number): FlatPart | null {
    const days = this.terms.stretches[stretch] as PricedTerms['stretches'][number];
    const living = (index: number, from: number, to: number): number =>
      this.spans.reduce((sum, span) => {
        const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
        return end > start ? sum + areaDays(this.facts.premises[index]?.premises.livingAreas ?? [], start, end) : sum;
      }, 0);
    const whole = flat.rooms.reduce((sum, room) => sum + living(room, days.from, days.to), 0);
    if (whole <= 0) return null;
    const weights = rows.map((row) => living(row.premisesIndex, Math.max(row.from, days.from), Math.min(row.to, days.to)));
    const held = weights.reduce((sum, one) => sum + one, 0);
    const all = passed(item, this.spans, Number.POSITIVE_INFINITY);
    const piece = { from: passed(item, this.spans, days.from), to: passed(item, this.spans, days.to), whole: all } as HeatPiece;
    return { weights: [...weights, whole - held], whole, piece };
  }

  /** One slot for each price of the flat's volume: rooms of another group of consumers have their own. */
  private roomSlots(item: HeatingItem, rows: readonly AccountRow[], stretch: number, part: FlatPart): readonly Slot[] {
    const groups = new Set(rows.map((row) => groupOf(row, this.names)));
    return [...groups].flatMap((group) =>
      this.flatSpecs(item, stretch, group).map((flat) =>
        this.roomSlot(
          flat,
          part,
          rows.map((row) => (groupOf(row, this.names) === group ? row : null)),
        ),
      ),
    );
  }

  /** What a flat took at each price of a stretch. */
  private flatSpecs(item: HeatingItem, stretch: number, group: number): readonly FlatVolume[] {
    const { found, terms } = this;
    if (found.basis === 'own' || found.basis === 'ownMetered')
      return (terms.stretches[stretch]?.made ?? []).map((resource) => ({
        spec: resourceSpec(terms, stretch, group, resource),
        volume: this.ofResource(item, resource.resource),
        individual: null,
      }));
    const slotClass = raisesHeating(found, terms, stretch) ? 'raised' : 'metered';
    return [
      {
        spec: slotSpec(terms, stretch, 'T0', slotClass, group),
        volume: item.volume,
        individual: hasParts(found) ? item.individual : null,
      },
    ];
  }

  /** The flat's rounded charge in parts; rows that are `null` have their part at another price. */
  private roomSlot({ spec, volume, individual }: FlatVolume, part: FlatPart, rows: readonly (AccountRow | null)[]): Slot {
    const { found } = this;
    const { weights, whole, piece } = part;
    const digits = this.block.context.volumeDigits;
    const slot = new Slot({ ...spec, room: true }, this.block.rows, this.block.arena);
    const flatSlot = new Slot(spec, 1, this.block.arena);
    const flatVolume = pieceOf(volume, piece, digits);
    flatSlot.volume[flatSlot.mark(0, basisOf(found))] = flatVolume;
    priceSlots(this.block, [flatSlot]);
    const amounts = shareBy(flatSlot.amount[0] as number, weights);
    const excess = spec.factor === null ? null : shareBy(flatSlot.excess[0] as number, weights);
    let before = 0;
    for (const [at, row] of rows.entries()) {
      const weight = weights[at] as number;
      const share = { from: before, to: before + weight, whole } as HeatPiece;
      before += weight;
      if (weight === 0 || row === null) continue;
      const place = slot.mark(row.row, basisOf(found));
      slot.volume[place] = (slot.volume[place] as number) + pieceOf(flatVolume, share, digits);
      if (individual !== null) slot.column('individual')[place] = pieceOf(pieceOf(individual, piece, digits), share, digits);
      if (amounts.ok) slot.amount[place] = amounts.value[at] as number;
      if (excess?.ok === true) slot.excess[place] = excess.value[at] as number;
    }
    return slot;
  }
}

interface FlatVolume {
  readonly spec: SlotSpec;
  readonly volume: number;
  readonly individual: number | null;
}

interface FlatPart {
  /** By account of a room; the last is what nobody holds. */
  readonly weights: readonly number[];
  readonly whole: number;
  readonly piece: HeatPiece;
}

/** Have lines the two parts that the law tells apart since 2019? */
const hasParts = ({ basis }: HeatingMonth): boolean => PARTED.has(basis);
const PARTED: ReadonlySet<HeatingBasis> = new Set(['house', 'some', 'all', 'normative', 'normativeUniform']);

/** What the lines of one resource of an own boiler have in common. */
const resourceSpec = (terms: PricedTerms, stretch: number, group: number, resource: PricedResource): SlotSpec => ({
  ...slotSpec(terms, stretch, 'T0', 'metered', group),
  component: resource.resource,
  unit: RESOURCE_UNIT[resource.resource],
  price: resource.price,
  resource,
});

const add = (column: Float64Array, place: number, more: number): void => {
  column[place] = (column[place] as number) + more;
};

const RESOURCE_UNIT = { heat: 'Gcal', gas: 'm3', electricity: 'kWh' } as const;

const tooLarge = (slot: Slot): boolean => {
  for (let place = 0; place < slot.count; place += 1)
    if (!Number.isSafeInteger(slot.amount[place]) || !Number.isSafeInteger(slot.volume[place])) return true;
  return false;
};
