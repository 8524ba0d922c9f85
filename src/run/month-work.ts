import { addMonths, type Instant, type Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { assembleHouse } from '../model/assemble';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { HouseMonthState } from '../ports/store';
import type { Answer, Edge } from './edge';
import { changesSince, type KnownHouse, knownHouse, recordOf } from './house-facts';

/** What a month of a house is billed from. */
export interface MonthWork {
  readonly facts: HouseFacts;
  readonly month: Month;
  readonly state: HouseMonthState;
  /** State of the month before. */
  readonly previous: HouseMonthState;
  /** Facts written since the month before was billed. */
  readonly changes: readonly FactChange[];
  /** The moment whose facts they are. */
  readonly at: Instant;
  readonly known: KnownHouse;
}

/**
 * What a month of a house is billed from, as known at a moment; `no-house` when there is nothing.
 *
 * @param then the moment is past, and only what was written by then counts
 */
export const monthWork = async (edge: Edge, house: string, month: Month, at: Instant, then = false): Answer<MonthWork> => {
  const known = await knownHouse(edge, house, at, then);
  if (!known.ok) return known;
  const state = await edge.store.monthState(house, month);
  const previous = await edge.store.monthState(house, addMonths(month, -1));
  const changes = changesSince(known.value, previous.writtenAt);
  return ok({ facts: known.value.facts, month, state, previous, changes, at, known: known.value });
};

/** The facts as they were known when the month before was billed; `null` when it was not, or nothing was written since. */
export const factsBefore = ({ known, previous, changes }: MonthWork): Result<HouseFacts | null, readonly Problem[]> => {
  const { writtenAt } = previous;
  if (writtenAt === null || changes.length === 0) return ok(null);
  const then = known.stored.filter(({ storedAt, knownAt }) => storedAt <= writtenAt && knownAt <= writtenAt);
  return assembleHouse(then.map(recordOf), { uniqueIds: true });
};
