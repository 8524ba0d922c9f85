import { flatMonth } from '../consumption/flat-month';
import type { FlatUse } from '../consumption/flat-use';
import type { MonthContext } from '../consumption/month-context';
import type { Holder } from '../consumption/piece';
import { isShort, PlainMonth } from '../consumption/plain-month';
import { plainPremisesMonth, premisesMonth } from '../consumption/premises-month';
import type { VolumeSink } from '../consumption/sink';
import { imageOf } from '../model/draw-image';
import type { HouseFacts } from '../model/facts';
import { type Flat, flatsOf } from '../model/flats';
import type { AccountRow } from './holders';
import { houseUses } from './premises-uses';

/**
 * Hand a sink the volumes of the premises that rows hold: each premises by itself, the rooms of a communal flat with their flat.
 *
 * @param focus index of the premises whose choices are told; of all by default
 */
export const volumesOfHouse = (
  facts: HouseFacts,
  context: MonthContext,
  rows: readonly AccountRow[],
  sink: VolumeSink,
  focus?: number,
): void => {
  const uses = houseUses(facts);
  const flats = flatsOf(facts);
  const month = isShort(context, uses, sink) ? new PlainMonth(context, imageOf(facts.premises), uses) : null;
  const together = new Map<Flat, Map<number, readonly Holder[]>>();
  let end = 0;
  for (let start = 0; start < rows.length; start = end) {
    const { premisesIndex } = rows[start] as AccountRow;
    end = start + 1;
    while (end < rows.length && (rows[end] as AccountRow).premisesIndex === premisesIndex) end += 1;
    const holders = rows.slice(start, end);
    if (flats !== null) {
      if (flats.unbilled.has(premisesIndex)) continue;
      const flat = flats.of.get(premisesIndex);
      if (flat !== undefined) {
        const known = together.get(flat) ?? new Map<number, readonly Holder[]>();
        together.set(flat, known.set(premisesIndex, holders));
        continue;
      }
    }
    if (month?.goTo(premisesIndex, holders) === true) plainPremisesMonth(context, month, sink);
    else premisesMonth(context, uses.of(premisesIndex), holders, sink);
  }
  for (const [flat, holders] of together) flatMonth(context, uses.of(flat.index) as FlatUse, holders, sink, focus);
};

/** Premises that are billed together: with a premises of a communal flat, all of the flat. */
export const withFlats = (facts: HouseFacts, only: ReadonlySet<number> | null): ReadonlySet<number> | null => {
  const flats = only === null ? null : flatsOf(facts);
  if (only === null || flats === null) return only;
  const all = new Set(only);
  for (const premises of only) for (const member of membersOf(flats.of.get(premises))) all.add(member);
  return all;
};

/** Are two rows of one communal flat? */
export const sameFlat = (facts: HouseFacts, one: AccountRow, other: AccountRow): boolean => {
  const flat = flatsOf(facts)?.of.get(one.premisesIndex);
  return flat !== undefined && flat === flatsOf(facts)?.of.get(other.premisesIndex);
};

const membersOf = (flat: Flat | undefined): readonly number[] => (flat === undefined ? [] : [flat.index, ...flat.rooms]);
