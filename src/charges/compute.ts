import { heatOfHotWater, NORMATIVE_SCALE, sewerageFromWater, VOLUME_FORMULAS } from '../consumption/formulas';
import { volumeThrough } from '../consumption/register-month';
import { isHousing } from '../model/housing-services';
import { kernelOf } from '../norms/formula';
import type { Block, WaterFollower } from './block';
import { NO_SCALES, onVolumeScale, run, scaleOf } from './column-run';
import { type CHARGE_FORMULAS, chargeFormulaOf, delayReduction, excessFormulaOf, raisedFormulaOf } from './formulas';
import type { PricedTerms } from './prices';
import { rangeSlots } from './ranges';
import { heatSpec, Slot, stretchOf } from './slot';

const NORMATIVE_SCALES: Record<string, number> = { N: NORMATIVE_SCALE };

/** Turn the columns of a block into volumes and money; answers the slots that have lines, in the order of a payment document. */
export const computeBlock = (block: Block): readonly Slot[] => {
  const { context, rows } = block;
  const work = new Work(block, rows, context.volumeDigits);
  for (const terms of context.services) if (!isHousing(terms.service)) for (const slot of block.slotsOf(terms)) work.volume(slot);
  for (const terms of context.services) if (terms.service === 'sewerage') work.sewerage(terms);
  const out: Slot[] = [];
  for (const terms of context.services) {
    for (const slot of terms.ranged ? rangeSlots(block, terms) : block.slotsOf(terms)) {
      work.money(slot);
      out.push(slot);
      const heat = work.heat(slot);
      if (heat !== null) out.push(heat);
    }
    for (const slot of block.constants[terms.index] as readonly Slot[]) {
      work.money(slot);
      out.push(slot);
    }
    out.push(...(block.ready[terms.index] as readonly Slot[]));
  }
  return out;
};

/** Money of slots whose volumes are known already (common needs), with the heat of two-component hot water beside them. */
export const priceSlots = (block: Block, slots: readonly Slot[]): readonly Slot[] => {
  const work = new Work(block, block.rows, block.context.volumeDigits);
  return slots.flatMap((slot) => {
    work.money(slot);
    const heat = work.heat(slot);
    return heat === null ? [slot] : [slot, heat];
  });
};

/** Room for sums that no line keeps; used again for every house. */
let room = new Float64Array(0);

const spareOf = (rows: number): Float64Array => {
  if (room.length < rows) room = new Float64Array(rows * 2);
  return room;
};

class Work {
  private readonly spare: Float64Array;

  constructor(
    private readonly block: Block,
    private readonly rows: number,
    private readonly digits: number,
  ) {
    this.spare = spareOf(rows);
  }

  volume(slot: Slot): void {
    const { digits } = this;
    const { count, volume } = slot;
    const formulas = VOLUME_FORMULAS[slot.spec.unit === 'kWh' ? 'kWh' : 'm3'];
    if (slot.has('now')) {
      kernelOf(formulas.byMeter as typeof VOLUME_FORMULAS.m3.byMeter, NO_SCALES, digits).run(
        { R: slot.now, 'R₀': slot.before },
        { R: slot.mostRead, 'R₀': slot.mostRead },
        count,
        volume,
      );
      onVolumeScale(volume, count, digits);
    }
    if (slot.has('persons')) {
      run(
        formulas.byNormative,
        { N: slot.normative, n: slot.persons, D: this.block.context.days },
        count,
        volume,
        NORMATIVE_SCALES,
        digits,
      );
      onVolumeScale(volume, count, digits);
    }
    if (slot.has('sum')) {
      run(formulas.byNormativeStretches, { W: slot.sum, D: this.block.context.days }, count, this.spare, NO_SCALES, digits);
      onVolumeScale(this.spare, count, digits);
      for (let i = 0; i < count; i += 1) volume[i] = (volume[i] as number) + (this.spare[i] as number);
    }
    if (slot.spec.slotClass === 'tenfold') {
      run(formulas.tenfold, { Vн: volume, k: this.block.context.acts.times }, count, volume, NO_SCALES);
    }
    if (slot.has('other')) for (let i = 0; i < count; i += 1) volume[i] = (volume[i] as number) + (slot.other[i] as number);
  }

  /** Sewerage of the rows that follow their waters; the volumes of a row with the multiplier stay apart when the policy raises them. */
  sewerage(terms: PricedTerms): void {
    const { block } = this;
    const followers = block.followers.filter((one) => one.terms === terms);
    const slots = block.slotsOf(terms);
    if (followers.length === 0 && !slots.some((slot) => slot.follows)) return;
    for (const slot of slots) if (slot.hasNothing()) slot.volume.fill(0);
    if (block.context.policies.sewerageMultiplier === 'yes') {
      const isRaised = (slot: Slot): boolean => slot.spec.slotClass === 'raised';
      this.follow(
        terms,
        followers,
        'metered',
        this.watersOf((slot) => !isRaised(slot)),
      );
      this.follow(terms, followers, 'raised', this.watersOf(isRaised));
      return;
    }
    const sums = this.watersOf(null);
    for (const slot of slots) if (slot.follows) slot.follow(sums);
    this.follow(terms, followers, 'metered', sums);
  }

  /** Cold and hot water of each row. */
  private watersOf(takes: ((slot: Slot) => boolean) | null): Float64Array {
    const sums = this.waters('coldWater', takes);
    run(sewerageFromWater, { Vхв: sums, Vгв: this.waters('hotWater', takes) }, this.rows, sums, NO_SCALES);
    return sums;
  }

  /** Volumes of a water by row. */
  private waters(service: 'coldWater' | 'hotWater', takes: ((slot: Slot) => boolean) | null): Float64Array {
    const into = this.block.arena.doubles();
    for (const water of this.block.context.services) {
      if (water.service !== service) continue;
      for (const slot of this.block.slotsOf(water)) {
        if (slot.spec.slotClass === 'land' || (takes !== null && !takes(slot))) continue;
        const { rowAt, volume, count } = slot;
        const by = this.countsOnce(slot) ? this.block.context.acts.times : 1;
        for (let i = 0; i < count; i += 1) into[rowAt[i] as number] = (into[rowAt[i] as number] as number) + (volume[i] as number) / by;
      }
    }
    return into;
  }

  /** A tenfold normative is ten times a rounded one, so its tenth is exact. */
  private countsOnce({ spec }: Slot): boolean {
    return spec.slotClass === 'tenfold' && this.block.context.policies.sewerageTenfold === 'one';
  }

  private follow(terms: PricedTerms, followers: readonly WaterFollower[], slotClass: 'metered' | 'raised', sums: Float64Array): void {
    const { block } = this;
    for (const { row, days } of followers) {
      const whole = sums[row] as number;
      if (slotClass === 'raised' && whole === 0) continue;
      if (days === null) {
        this.followed(terms, 0, slotClass, row, whole);
        continue;
      }
      for (const part of sewerageParts(block, row, days, whole, this.digits))
        this.followed(terms, part.stretch, slotClass, row, part.volume);
    }
  }

  private followed(terms: PricedTerms, stretch: number, slotClass: 'metered' | 'raised', row: number, volume: number): void {
    const slot = this.block.slot(terms, stretch, 'T0', slotClass, row);
    const place = slot.mark(row, 'fromWater');
    slot.volume[place] = (slot.volume[place] as number) + volume;
  }

  money(slot: Slot): void {
    if (slot.fixed) return;
    const { count } = slot;
    const { price, factor } = slot.spec;
    const charge = chargeFormulaOf(slot.spec) as typeof CHARGE_FORMULAS.m3;
    kernelOf(charge, price.scales).run({ T: price.int, V: slot.volume }, null, count, slot.amount);
    if (factor === null) return;
    if (slot.spec.slotClass === 'reduced') {
      run(delayReduction, { P: slot.amount, k: factor.int }, count, slot.excess, scaleOf('k', factor.scale));
      return;
    }
    if (this.block.context.policies.multiplierOn === 'roundedCharge') {
      run(excessFormulaOf(slot.spec), { P: slot.amount, K: factor.int }, count, slot.excess, scaleOf('K', factor.scale));
      return;
    }
    run(raisedFormulaOf(slot.spec), { T: price.int, V: slot.volume, K: factor.int }, count, slot.excess, {
      T: price.scale,
      K: factor.scale,
    });
    for (let i = 0; i < count; i += 1) slot.excess[i] = (slot.excess[i] as number) - (slot.amount[i] as number);
  }

  /** The heat component of hot water under a two-component tariff: a slot beside the water component, with the same places. */
  heat(water: Slot): Slot | null {
    const spec = heatSpec(water.spec);
    const normative = stretchOf(water.spec).heatNormative;
    if (spec === null || normative === null) return null;
    const slot = new Slot(spec, this.rows, this.block.arena, water);
    run(heatOfHotWater, { q: normative.int, V: water.volume }, slot.count, slot.volume, scaleOf('q', normative.scale), this.digits);
    onVolumeScale(slot.volume, slot.count, this.digits);
    this.money(slot);
    return slot;
  }
}

/** Parts of a sewerage volume by stretches of its terms: one, or by the day the water was read, or by days. */
export const sewerageParts = (
  block: { readonly waterTaken: Int32Array; readonly waterSubstituted: Uint8Array; readonly context: Block['context'] },
  row: number,
  days: NonNullable<WaterFollower['days']>,
  whole: number,
  digits: number,
): readonly { readonly stretch: number; readonly volume: number }[] => {
  const [only] = days;
  if (only !== undefined && days.length === 1) return [{ stretch: only.stretch, volume: whole }];
  if (block.context.policies.meteredTariff === 'readingDay' && block.waterSubstituted[row] === 0) {
    const taken = block.waterTaken[row] as number;
    const chosen = days.find((one) => taken < one.to) ?? (days[days.length - 1] as (typeof days)[number]);
    return [{ stretch: chosen.stretch, volume: whole }];
  }
  const all = days.reduce((sum, one) => sum + one.to - one.from, 0);
  let passed = 0;
  let given = 0;
  return days.map((one) => {
    passed += one.to - one.from;
    const through = volumeThrough(whole, passed, all, 'm3', digits);
    const volume = through - given;
    given = through;
    return { stretch: one.stretch, volume };
  });
};
