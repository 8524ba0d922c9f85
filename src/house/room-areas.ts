import { areaStretches, byDays } from '../consumption/area';
import { err, ok, type Result } from '../kernel/result';
import type { PremisesFacts } from '../model/facts';
import type { Flat } from '../model/flats';

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
    const living = areaStretches(room.livingAreas ?? [], from, to);
    if (living === null) return err({ code: 'area-missing', at: `premises ${room.id}` });
    weights.push(byDays(living));
  }
  return ok({ rooms: flat.rooms, weights });
};
