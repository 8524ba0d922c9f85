import { type Instant, later } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { assembleHouse } from '../model/assemble';
import { changesAmong, type FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { FactRecord } from '../model/records';
import type { StoredFact } from '../ports/store';
import { type Answer, type Edge, refused } from './edge';

/** A record with the moment its store knew it. */
export const recordOf = ({ record, knownAt }: StoredFact): FactRecord => (record.knownAt === undefined ? { ...record, knownAt } : record);

/** The facts of a house as known at a moment, with the records they are made of. */
export interface KnownHouse {
  readonly facts: HouseFacts;
  readonly stored: readonly StoredFact[];
}

/**
 * The facts of a house as known at a moment, nested and checked; `no-house` when there are none.
 *
 * @param then the moment is past: what was written later does not count, whenever it is said to have been known
 */
export const knownHouse = async ({ store }: Pick<Edge, 'store'>, house: string, at: Instant, then = false): Answer<KnownHouse> => {
  const known = await store.factsOf(house, at);
  const stored = then ? known.filter(({ storedAt }) => storedAt <= at) : known;
  const records = stored.map(recordOf);
  if (!records.some((record) => record.kind === 'house')) return refused({ code: 'no-house', value: house });
  const facts: Result<HouseFacts, readonly Problem[]> = assembleHouse(records, { uniqueIds: true });
  return facts.ok ? ok({ facts: facts.value, stored }) : facts;
};

/** Is there a house? Told without its other facts. */
export const houseKnown = async ({ store }: Pick<Edge, 'store'>, house: string): Answer<null> =>
  (await store.factsOfKinds(house, ['house'])).length > 0 ? ok(null) : refused({ code: 'no-house', value: house });

/** The facts of a house as known now, nested and checked; `no-house` when there are none. */
export const houseFacts = async (edge: Edge, house: string): Answer<HouseFacts> => {
  const known = await knownHouse(edge, house, edge.clock.now());
  return known.ok ? ok(known.value.facts) : known;
};

/** Milliseconds by which the clocks of hosts may differ. */
export const CLOCKS_DIFFER = 60_000;

/**
 * What was written, or became known, since a moment. Two hosts whose clocks differ by less than a minute pass nothing over; what was seen already is
 * seen again and changes nothing. What is surely new stands first, so that it is named as the cause.
 */
export const changesSince = ({ stored }: KnownHouse, since: Instant | null): readonly FactChange[] => {
  if (since === null) return [];
  const records = stored.map(recordOf);
  const after = (from: Instant): ReadonlySet<string> =>
    new Set(stored.filter(({ storedAt, knownAt }) => storedAt > from || knownAt > from).map(({ record }) => record.id));
  const surely = after(since);
  const perhaps = [...after(later(since, -CLOCKS_DIFFER))].filter((id) => !surely.has(id));
  return [...changesAmong(records, surely), ...changesAmong(records, new Set(perhaps))];
};
