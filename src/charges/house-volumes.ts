import { flatMonth } from '../consumption/flat-month';
import type { FlatUse } from '../consumption/flat-use';
import type { MonthContext } from '../consumption/month-context';
import type { Holder } from '../consumption/piece';
import { PlainSweep } from '../consumption/plain-sweep';
import { premisesMonth, sweeps } from '../consumption/premises-month';
import type { PremisesUse } from '../consumption/premises-use';
import type { VolumeSink } from '../consumption/sink';
import type { HouseFacts } from '../model/facts';
import { type Flat, type Flats, flatsOf } from '../model/flats';
import type { AccountRow } from './holders';
import { usesOf } from './premises-uses';

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
  const uses = usesOf(facts);
  const flats = flatsOf(facts);
  const sweep = sweeps(context, sink) ? new PlainSweep(context, uses, premisesOf(rows)) : null;
  if (flats !== null) withRooms(flats, uses, context, rows, sink, sweep, focus);
  else eachPremises(rows, (premises, holders) => premisesMonth(context, uses[premises] as PremisesUse, holders, sink, sweep));
};

/** Premises that rows hold, each once. */
const premisesOf = (rows: readonly AccountRow[]): readonly number[] => {
  const premises: number[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const { premisesIndex } = rows[i] as AccountRow;
    if (premisesIndex !== premises[premises.length - 1]) premises.push(premisesIndex);
  }
  return premises;
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

const withRooms = (
  flats: Flats,
  uses: readonly PremisesUse[],
  context: MonthContext,
  rows: readonly AccountRow[],
  sink: VolumeSink,
  sweep: PlainSweep | null,
  focus: number | undefined,
): void => {
  const together = new Map<Flat, Map<number, readonly Holder[]>>();
  eachPremises(rows, (premises, holders) => {
    if (flats.unbilled.has(premises)) return;
    const flat = flats.of.get(premises);
    if (flat === undefined) {
      premisesMonth(context, uses[premises] as PremisesUse, holders, sink, sweep);
      return;
    }
    const known = together.get(flat) ?? new Map<number, readonly Holder[]>();
    known.set(premises, holders);
    together.set(flat, known);
  });
  for (const [flat, holders] of together) flatMonth(context, uses[flat.index] as FlatUse, holders, sink, focus);
};

/** Rows come in order of premises: give each premises its own. */
const eachPremises = (rows: readonly AccountRow[], give: (premises: number, holders: readonly Holder[]) => void): void => {
  let start = 0;
  while (start < rows.length) {
    const premises = (rows[start] as AccountRow).premisesIndex;
    let end = start + 1;
    while (end < rows.length && (rows[end] as AccountRow).premisesIndex === premises) end += 1;
    give(premises, end === start + 1 ? [rows[start] as AccountRow] : rows.slice(start, end));
    start = end;
  }
};
