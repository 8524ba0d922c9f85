import { type Day, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import { shareBy } from '../kernel/share';
import type { PremisesFacts } from '../model/facts';
import type { Flat } from '../model/flats';

/** Decimals of an area. */
const AREA_SCALE = 4;

/** The living areas of a flat's rooms on the days asked for: living area × days, on the area scale. */
export interface RoomAreas {
  /** Indices of the rooms in the house's premises, in order. */
  readonly rooms: readonly number[];
  readonly weights: readonly number[];
}

/** A room has no living area on some day, or no room has any. */
export interface RoomAreaProblem {
  readonly code: 'area-missing';
  /** The room, by kind and id. */
  readonly at: string;
}

/**
 * Living areas («жилая площадь») of the rooms of a communal flat on the days `[from, to)`, by which what the flat has by area goes to its rooms
 * (ПП № 354, п. 50, прил. 2, формулы 16, 17).
 *
 * @returns `area-missing` with the room that has no living area on the first of the days
 */
export const roomAreas = (premises: readonly PremisesFacts[], flat: Flat, from: number, to: number): Result<RoomAreas, RoomAreaProblem> => {
  const weights: number[] = [];
  for (const index of flat.rooms) {
    const { premises: room } = premises[index] as PremisesFacts;
    const weight = areaDays(room.livingAreas ?? [], from, to);
    if (weight === null) return err({ code: 'area-missing', at: `premises ${room.id}` });
    weights.push(weight);
  }
  return ok({ rooms: flat.rooms, weights });
};

/**
 * What a flat has by area (a volume, an amount in kopecks), whole parts for its rooms in order: by living area, exactly, spare units to the
 * largest remainders and of equal ones to the earlier room.
 *
 * @example roomShares(100, { rooms: [4, 5, 6], weights: [1, 1, 1] }) //=> { ok: true, value: [34, 33, 33] }
 */
export const roomShares = (whole: number, { weights }: RoomAreas): ReturnType<typeof shareBy> => shareBy(whole, weights);

const areaDays = (entries: readonly { readonly from: Day; readonly value: string }[], from: number, to: number): number | null => {
  const sorted = [...entries].sort((a, b) => (a.from < b.from ? -1 : 1));
  let covered = from;
  let sum = 0;
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1];
    const start = Math.max(from, serial(entry.from));
    const end = next === undefined ? to : Math.min(to, serial(next.from));
    if (end <= start) continue;
    if (start > covered) return null;
    covered = end;
    sum += scaledSafe(entry.value, AREA_SCALE) * (end - start);
  }
  return covered === to && to > from ? sum : null;
};
