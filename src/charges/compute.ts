import { heatOfHotWater, NORMATIVE_SCALE, sewerageFromWater, VOLUME_FORMULAS, VOLUME_SCALE } from '../consumption/formulas';
import { volumeThrough } from '../consumption/register-month';
import type { Column } from '../kernel/columns';
import { type Formula, kernelOf } from '../norms/formula';
import type { Block, WaterFollower } from './block';
import { CHARGE_FORMULAS, factorExcess, RAISED_FORMULAS } from './formulas';
import type { PricedTerms } from './prices';
import { heatSpec, Slot, stretchOf } from './slot';

type AnyFormula = Formula<never, never>;

/** Largest size in a column; `NaN` is infinity, so that no proof is made over it. */
const largest = (column: Float64Array, rows: number): number => {
  let most = 0;
  for (let i = 0; i < rows; i += 1) {
    const value = column[i] as number;
    const size = value < 0 ? -value : value;
    if (!(size <= most)) most = Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
  }
  return most;
};

const run = (of: unknown, columns: Readonly<Record<string, Column>>, rows: number, out: Float64Array, scales: Record<string, number>, digits?: number): void => {
  const kernel = kernelOf(of as AnyFormula, scales as never, digits);
  const bounds: Record<string, number> = {};
  for (const name of kernel.inputs) {
    const column = columns[name] as Column;
    bounds[name] = typeof column === 'number' ? Math.abs(column) : largest(column, rows);
  }
  kernel.run(columns, bounds, rows, out);
};

/** Turn the columns of a block into volumes and money; answers the slots that have lines, in the order of a payment document. */
export const computeBlock = (block: Block): readonly Slot[] => {
  const { context, rows } = block;
  const work = new Work(block, rows, context.volumeDigits);
  for (const terms of context.services) if (terms.service !== 'maintenance') for (const slot of block.slotsOf(terms)) work.volume(slot);
  for (const terms of context.services) if (terms.service === 'sewerage') work.sewerage(terms);
  const out: Slot[] = [];
  for (const terms of context.services) {
    for (const slot of block.slotsOf(terms)) {
      work.money(slot);
      out.push(slot);
      const heat = work.heat(slot);
      if (heat !== null) out.push(heat);
    }
  }
  return out;
};

class Work {
  private readonly spare: Float64Array;
  private readonly up: number;

  constructor(
    private readonly block: Block,
    private readonly rows: number,
    private readonly digits: number,
  ) {
    this.spare = new Float64Array(rows);
    this.up = 10 ** (VOLUME_SCALE - digits);
  }

  /** Volumes are kept on the volume scale, whatever digits the policy leaves them. */
  private onVolumeScale(column: Float64Array): void {
    if (this.up !== 1) for (let i = 0; i < this.rows; i += 1) column[i] = (column[i] as number) * this.up;
  }

  volume(slot: Slot): void {
    const { rows, digits } = this;
    const unit = slot.spec.unit === 'kWh' ? 'kWh' : 'm3';
    const formulas = VOLUME_FORMULAS[unit];
    if (slot.has('now')) {
      run(formulas.byMeter, { R: slot.now, 'R₀': slot.before }, rows, slot.volume, {}, digits);
      this.onVolumeScale(slot.volume);
    }
    if (slot.has('persons')) {
      run(formulas.byNormative, { N: slot.normative, n: slot.persons, D: this.block.context.days }, rows, slot.volume, { N: NORMATIVE_SCALE }, digits);
      this.onVolumeScale(slot.volume);
    }
    if (slot.has('sum')) {
      run(formulas.byNormativeStretches, { W: slot.sum, D: this.block.context.days }, rows, this.spare, {}, digits);
      this.onVolumeScale(this.spare);
      for (let i = 0; i < rows; i += 1) slot.volume[i] = (slot.volume[i] as number) + (this.spare[i] as number);
    }
    if (slot.has('other')) for (let i = 0; i < rows; i += 1) slot.volume[i] = (slot.volume[i] as number) + (slot.other[i] as number);
  }

  /** Sewerage of the rows that follow their waters; the volumes of a row with the multiplier stay apart when the policy raises them. */
  sewerage(terms: PricedTerms): void {
    const { block, rows } = this;
    const followers = block.followers.filter((one) => one.terms === terms);
    if (followers.length === 0) return;
    const raises = block.context.policies.sewerageMultiplier === 'yes';
    const total = { plain: { cold: new Float64Array(rows), hot: new Float64Array(rows) }, raised: { cold: new Float64Array(rows), hot: new Float64Array(rows) } };
    for (const water of block.context.services) {
      if (water.service !== 'coldWater' && water.service !== 'hotWater') continue;
      const key = water.service === 'coldWater' ? 'cold' : 'hot';
      for (const slot of block.slotsOf(water)) {
        const into = total[raises && slot.spec.slotClass === 'raised' ? 'raised' : 'plain'][key];
        for (let i = 0; i < rows; i += 1) into[i] = (into[i] as number) + (slot.volume[i] as number);
      }
    }
    this.follow(terms, followers, total.plain, 'metered', false);
    if (raises) this.follow(terms, followers, total.raised, 'raised', true);
  }

  private follow(
    terms: PricedTerms,
    followers: readonly WaterFollower[],
    waters: { readonly cold: Float64Array; readonly hot: Float64Array },
    slotClass: 'metered' | 'raised',
    onlyNonZero: boolean,
  ): void {
    const { block, rows } = this;
    const sums = new Float64Array(rows);
    run(sewerageFromWater, { Vхв: waters.cold, Vгв: waters.hot }, rows, sums, {});
    for (const { row, days } of followers) {
      const whole = sums[row] as number;
      if (onlyNonZero && whole === 0) continue;
      for (const part of sewerageParts(block, row, days, whole, this.digits)) {
        const slot = block.slot(terms, part.stretch, 'T0', slotClass, row);
        slot.volume[row] = (slot.volume[row] as number) + part.volume;
        slot.mark(row, 'fromWater');
      }
    }
  }

  money(slot: Slot): void {
    const { rows } = this;
    const { unit, price, factor } = slot.spec;
    run(CHARGE_FORMULAS[unit], { T: price.int, V: slot.volume }, rows, slot.amount, { T: price.scale });
    if (factor === null) return;
    if (this.block.context.policies.multiplierOn === 'roundedCharge') {
      run(factorExcess, { P: slot.amount, K: factor.int }, rows, slot.excess, { K: factor.scale });
      return;
    }
    run(RAISED_FORMULAS[unit === 'm2-month' ? 'm3' : unit], { T: price.int, V: slot.volume, K: factor.int }, rows, slot.excess, { T: price.scale, K: factor.scale });
    for (let i = 0; i < rows; i += 1) slot.excess[i] = (slot.excess[i] as number) - (slot.amount[i] as number);
  }

  /** The heat component of hot water under a two-component tariff: a slot beside the water component. */
  heat(water: Slot): Slot | null {
    const spec = heatSpec(water.spec);
    const normative = stretchOf(water.spec).heatNormative;
    if (spec === null || normative === null) return null;
    const slot = new Slot(spec, this.rows);
    run(heatOfHotWater, { q: normative.int, V: water.volume }, this.rows, slot.volume, { q: normative.scale }, this.digits);
    this.onVolumeScale(slot.volume);
    slot.basis.set(water.basis);
    this.money(slot);
    return slot;
  }
}

/** Parts of a sewerage volume by stretches of its terms: one, or by the day the water was read, or by days. */
export const sewerageParts = (
  block: { readonly waterTaken: Int32Array; readonly waterSubstituted: Uint8Array; readonly context: Block['context'] },
  row: number,
  days: WaterFollower['days'],
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
