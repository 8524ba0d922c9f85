import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { assembleHouse } from '../model/assemble';
import type { HouseFacts } from '../model/facts';
import type { FactRecord } from '../model/records';
import type { StoredFact } from '../ports/store';
import { type Answer, type Edge, refused } from './edge';

/** A record with the moment its store knew it. */
export const recordOf = ({ record, knownAt }: StoredFact): FactRecord => (record.knownAt === undefined ? { ...record, knownAt } : record);

/** The facts of a house as known now, nested and checked; `no-house` when there are none. */
export const houseFacts = async ({ store, clock }: Edge, house: string): Answer<HouseFacts> => {
  const stored = await store.factsOf(house, clock.now());
  const records = stored.map(recordOf);
  if (!records.some((record) => record.kind === 'house')) return refused({ code: 'no-house', value: house });
  const facts: Result<HouseFacts, readonly Problem[]> = assembleHouse(records, { uniqueIds: true });
  return facts.ok ? ok(facts.value) : facts;
};
