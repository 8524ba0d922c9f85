import type { Block } from './block';
import { NO_SCALES, run } from './column-run';
import type { RangeSet } from './price-sets';
import type { PricedTerms } from './prices';
import { rangeFirst, rangeLast, rangeMiddle } from './range-formulas';
import { limitsOfPart, sharingOf } from './range-shares';
import { Slot, type SlotSpec, zonePrice } from './slot';
import { rangesOfLine } from './tariff-group';

/** What the lines of one range of a slot have in common. */
export const rangeSpec = (spec: SlotSpec, ranges: RangeSet, range: number): SlotSpec => ({
  ...spec,
  range: range as 1 | 2 | 3,
  price: range === 1 ? spec.price : zonePrice(ranges.prices[range - 2] as RangeSet['prices'][number], spec.zone),
});

/** Volumes by row of the parts that share limits: the whole, and those already cut. */
interface Sharing {
  readonly total: Float64Array;
  readonly passed: Float64Array;
}

/**
 * Slots of a service with volume ranges or a social norm: the volume of each is cut into ranges, a slot a range. The limits are for the
 * volume of the account in the month; zones and days of a tariff take shares of them. A slot without ranges stays as it is.
 */
export const rangeSlots = (block: Block, terms: PricedTerms): readonly Slot[] => {
  const slots = block.slotsOf(terms);
  const { rangeZones } = block.context.policies;
  const sharings = new Map<string, Sharing>();
  for (const { spec, count, rowAt, volume } of slots) {
    if (rangesOfLine(terms, spec) === null) continue;
    const key = sharingOf(rangeZones, spec.zone);
    const sharing = sharings.get(key) ?? { total: block.arena.doubles(), passed: block.arena.doubles() };
    sharings.set(key, sharing);
    for (let i = 0; i < count; i += 1) {
      const row = rowAt[i] as number;
      sharing.total[row] = (sharing.total[row] as number) + (volume[i] as number);
    }
  }
  return slots.flatMap((slot) => {
    const ranges = rangesOfLine(terms, slot.spec);
    if (ranges === null) return [slot];
    const limits = ownLimits(block, terms, slot, ranges, sharings.get(sharingOf(rangeZones, slot.spec.zone)) as Sharing);
    return cut(block, slot, ranges, limits);
  });
};

/** Limits of each line of a slot. */
const ownLimits = (
  block: Block,
  terms: PricedTerms,
  { count, rowAt, volume }: Slot,
  { prices }: RangeSet,
  { total, passed }: Sharing,
): readonly Float64Array[] => {
  const columns = (block.limits[terms.index] ?? []).slice(0, prices.length);
  const own = columns.map(() => block.arena.doubles());
  for (let place = 0; place < count; place += 1) {
    const row = rowAt[place] as number;
    const part = { total: total[row] as number, passed: passed[row] as number, volume: volume[place] as number };
    const limits = limitsOfPart(
      columns.map((column) => column[row] as number),
      part,
      block.context.volumeDigits,
    );
    for (const [index, limit] of limits.entries()) (own[index] as Float64Array)[place] = limit;
    passed[row] = part.passed + part.volume;
  }
  return own;
};

const cut = (block: Block, slot: Slot, ranges: RangeSet, limits: readonly Float64Array[]): readonly Slot[] => {
  const { count, volume, rows } = slot;
  const first = new Slot(rangeSpec(slot.spec, ranges, 1), rows, block.arena, slot);
  const [lower, upper] = limits as readonly [Float64Array, Float64Array?];
  run(rangeFirst, { V: volume, 'L₁': lower }, count, first.volume, NO_SCALES);
  const out = [first];
  const spare = block.arena.doubles();
  if (upper !== undefined) {
    run(rangeMiddle, { V: volume, 'L₂': upper, 'L₁': lower }, count, spare, NO_SCALES);
    out.push(...above(block, slot, ranges, 2, spare));
  }
  run(rangeLast, { V: volume, L: upper ?? lower }, count, spare, NO_SCALES);
  out.push(...above(block, slot, ranges, limits.length + 1, spare));
  return out;
};

/** The lines that have a volume in a range above the first; no slot when there is none. */
const above = (block: Block, slot: Slot, ranges: RangeSet, range: number, volumes: Float64Array): readonly Slot[] => {
  let made: Slot | null = null;
  for (let place = 0; place < slot.count; place += 1) {
    const volume = volumes[place] as number;
    if (volume === 0) continue;
    made ??= new Slot(rangeSpec(slot.spec, ranges, range), slot.rows, block.arena);
    made.volume[made.mark(slot.rowAt[place] as number, slot.basisAt(place))] = volume;
  }
  return made === null ? [] : [made];
};
