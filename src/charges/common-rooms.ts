import { AREA_SCALE, areaDays } from '../consumption/area';
import { type MeteredUnit, roundedVolume, VOLUME_SCALE } from '../consumption/formulas';
import type { MonthContext } from '../consumption/month-context';
import { ROOM_COMMON } from '../consumption/room-formulas';
import { COMMON_FORMULAS } from '../house/formulas';
import { roomAreas } from '../house/room-areas';
import { scaled } from '../kernel/quantity';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type Flat, flatsOf } from '../model/flats';
import type { AccountRow } from './holders';

/** A room's part of what its flat has in common: parts `from` to `to` of `parts` by living area × days, so the rooms make the flat. */
export interface RoomPart {
  readonly row: number;
  readonly from: bigint;
  readonly to: bigint;
  readonly parts: bigint;
  readonly volume: number;
}

/** What a communal flat has in common on the days that its rooms are held, and each account's part of it. */
export interface FlatPart {
  readonly flat: Flat;
  /** Days of the rooms (serial). */
  readonly from: number;
  readonly to: number;
  /** Area of the flat × days, on the area scale. */
  readonly area: number;
  readonly volume: number;
  readonly rooms: readonly RoomPart[];
}

/** Is the row a room of a communal flat? Its share is one of the flat's. */
export const isRoom = ({ premises }: AccountRow): boolean => premises.premises.within !== undefined;

interface Shared {
  readonly volume: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Shares of communal flats in a common volume (ПП № 354, п. 50, прил. 2, формулы 16, 17; C28): the flat's by its area, then each room's of it by
 * living area and days. Days on which nobody holds a room keep their part.
 *
 * @param whole area of all premises × days, on the area scale
 */
export const flatParts = (
  facts: HouseFacts,
  context: MonthContext,
  rows: readonly AccountRow[],
  unit: MeteredUnit,
  part: Shared,
  whole: number,
): readonly FlatPart[] => {
  const flats = flatsOf(facts);
  const held = rows.filter((row) => isRoom(row) && Math.min(row.to, part.to) > Math.max(row.from, part.from));
  if (flats === null || held.length === 0 || whole <= 0) return [];
  return [...new Set(held.flatMap((row) => flats.of.get(row.premisesIndex) ?? []))].flatMap((flat) => {
    const own = held.filter((row) => flat.rooms.includes(row.premisesIndex));
    const from = Math.max(part.from, Math.min(...own.map((row) => row.from)));
    const to = Math.min(part.to, Math.max(...own.map((row) => row.to)));
    const area = areaDays((facts.premises[flat.index] as PremisesFacts).premises.areas, from, to);
    const share = COMMON_FORMULAS[unit].shareByDays as (typeof COMMON_FORMULAS)['m3']['shareByDays'];
    const values = {
      V: scaled(part.volume, VOLUME_SCALE, 'm3'),
      S: scaled(area, AREA_SCALE, 'm2-day'),
      Sоб: scaled(whole, AREA_SCALE, 'm2-day'),
    };
    const volume = roundedVolume(share, values, context.volumeDigits);
    const rooms = roomParts(facts, context, flat, own, { volume, from, to }, unit);
    return rooms === null ? [] : [{ flat, from, to, area, volume, rooms }];
  });
};

const roomParts = (
  facts: HouseFacts,
  context: MonthContext,
  flat: Flat,
  rows: readonly AccountRow[],
  { volume, from, to }: Shared,
  unit: MeteredUnit,
): readonly RoomPart[] | null => {
  const areas = roomAreas(facts.premises, flat, from, to);
  if (!areas.ok) {
    context.problems.push({ ...areas.error, facts: { month: context.month } });
    return null;
  }
  const parts = areas.value.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (parts === 0n) return [];
  const found: RoomPart[] = [];
  let before = 0n;
  for (const [index, room] of areas.value.rooms.entries()) {
    for (const row of rows.filter((one) => one.premisesIndex === room)) {
      const living = row.premises.premises.livingAreas ?? [];
      const start = before + BigInt(areaDays(living, from, Math.max(row.from, from)));
      const passed = before + BigInt(areaDays(living, from, Math.min(row.to, to)));
      const through = (until: bigint): number => livingThrough(volume, until, parts, unit, context.volumeDigits);
      found.push({ row: row.row, from: start, to: passed, parts, volume: through(passed) - through(start) });
    }
    before += BigInt(areas.value.weights[index] as number);
  }
  return found;
};

/** Part of a flat's volume by living area up to a room: what {@link ROOM_COMMON} computes. */
const livingThrough = (volume: number, until: bigint, parts: bigint, unit: MeteredUnit, digits: number): number =>
  roundedVolume(
    ROOM_COMMON[unit] as typeof ROOM_COMMON.m3,
    { V: scaled(volume, VOLUME_SCALE, 'm3'), S: scaled(until, AREA_SCALE, 'm2'), Sкв: scaled(parts, AREA_SCALE, 'm2') },
    digits,
  );
