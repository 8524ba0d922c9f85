import { areaDays } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { COMMON_FORMULAS } from '../house/formulas';
import type { VolumeBasis } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { Block } from './block';
import { onVolumeScale, run, scaleOf } from './column-run';
import { sharedArea } from './common-areas';
import { flatParts, isRoom } from './common-rooms';
import type { AccountRow } from './holders';
import type { PricedStretch, PricedTerms } from './prices';
import { hasComponents, Slot } from './slot';

/** A part of the common volume under one stretch of terms, shared by the areas of the days `[from, to)`. */
export interface CommonPart {
  readonly stretch: number;
  readonly volume: number;
  readonly from: number;
  readonly to: number;
}

/** A whole number on the shortest scale that holds it: short columns keep the arithmetic within the safe integers. */
export const onShortScale = (volume: number): { readonly int: number; readonly scale: number } => {
  let int = volume;
  let scale = VOLUME_SCALE;
  while (scale > 0 && int % 10 === 0) {
    int /= 10;
    scale -= 1;
  }
  return { int, scale };
};

/** Columns of the common lines: each account's share by area, rounded on its own. */
export const commonSlots = (
  facts: HouseFacts,
  block: Block,
  rows: readonly AccountRow[],
  terms: PricedTerms,
  parts: readonly CommonPart[],
  basis: VolumeBasis,
): readonly Slot[] =>
  parts.flatMap((part) => {
    const slot = new Slot(commonSpec(terms, part.stretch), block.rows, block.arena);
    const areas = slot.column('sum');
    for (const row of rows) {
      if (isRoom(row)) continue;
      const [from, to] = [Math.max(row.from, part.from), Math.min(row.to, part.to)];
      const area = to > from ? areaDays(row.premises.premises.areas, from, to) : 0;
      if (area > 0) areas[slot.mark(row.row, basis)] = area;
    }
    const whole = sharedArea(facts, part.from, part.to).days;
    const flats = flatParts(facts, block.context, rows, terms.unit === 'kWh' ? 'kWh' : 'm3', part, whole);
    if ((slot.count === 0 && flats.length === 0) || whole <= 0) return [];
    const { int, scale } = onShortScale(part.volume);
    const share = COMMON_FORMULAS[terms.unit === 'kWh' ? 'kWh' : 'm3'].shareByDays as (typeof COMMON_FORMULAS)['m3']['shareByDays'];
    const { volumeDigits } = block.context;
    run(share, { V: int, S: areas, Sоб: whole }, slot.count, slot.volume, scaleOf('V', scale), volumeDigits);
    onVolumeScale(slot.volume, slot.count, volumeDigits);
    for (const { rooms } of flats) for (const { row, volume } of rooms) slot.volume[slot.mark(row, basis)] = volume;
    return [slot];
  });

/** What common lines under one stretch of terms have in common. */
export const commonSpec = (terms: PricedTerms, stretch: number): Slot['spec'] => {
  const days = terms.stretches[stretch] as PricedStretch;
  return {
    service: terms.service,
    terms,
    stretch,
    zone: 'T0',
    slotClass: 'metered',
    use: null,
    component: hasComponents(days) ? 'water' : null,
    unit: terms.unit,
    group: 0,
    range: null,
    price: days.sets[0].single,
    factor: null,
    common: true,
  };
};
