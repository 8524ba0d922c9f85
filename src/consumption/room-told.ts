import type { Clause } from '../norms/act';
import type { NormativeShare, Told } from './sink';

/** A volume with what it was found from. */
export interface ToldWhole {
  readonly told: Told;
  /** On the volume scale. */
  readonly volume: number;
}

/** What a flat's volume was divided by: people, person-days, normative × person-days, parts of an agreement. */
export type DividedBy = 'persons' | 'personDays' | 'normatives' | 'agreement';

/** A room's part of a volume of its flat: parts `from` to `to` of `parts` in the order of the rooms, so the rooms sum to the flat. */
export interface RoomShare {
  readonly kind: 'room';
  readonly of: Told;
  readonly whole: number;
  readonly from: bigint;
  readonly to: bigint;
  readonly parts: bigint;
  readonly by: DividedBy;
  readonly clause: Clause;
  /** The agreement, when its parts count. */
  readonly document: string | null;
}

/** How a volume of a flat or of its rooms came about; a part of {@link Told}. */
export type RoomTold =
  | RoomShare
  /** The normative of the flat: people of all rooms. */
  | { readonly kind: 'normative'; readonly shares: readonly NormativeShare[] }
  /** What the meters of the rooms left of the flat's meter. */
  | {
      readonly kind: 'remainder';
      readonly flat: readonly ToldWhole[];
      readonly rooms: readonly { readonly room: string; readonly volume: number }[];
      readonly volume: number;
    };

/** Day (serial) of the closing reading behind a metered volume; `null` when no reading stands behind it. */
export const takenOf = (told: Told): number | null => {
  switch (told.kind) {
    case 'readings':
    case 'gapShare':
      return told.gap.to.taken;
    case 'settled':
      return told.gap?.to.taken ?? null;
    case 'part':
    case 'room':
      return takenOf(told.of);
    case 'average':
    case 'capacity':
    case 'check':
    case 'contract':
    case 'normative':
    case 'remainder':
    case 'gas':
    case 'land':
      return null;
  }
};
