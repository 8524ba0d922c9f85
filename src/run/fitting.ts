import type { Instant } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { assembleHouses, knownAt } from '../model/assemble';
import type { HouseFacts } from '../model/facts';
import type { FactRecord } from '../model/records';
import type { Idempotent, StoredFact } from '../ports/store';
import { type Answer, type Edge, refused } from './edge';
import { recordOf } from './house-facts';

/**
 * What the stored facts and a batch make together. Nothing may be written that has not passed here: the store takes nothing back, and a
 * house whose facts contradict each other answers no command any more. Facts that become known later are looked at apart, for the house
 * must stand today too.
 *
 * @returns the houses as known now, or every problem found
 */
export const fitted = (
  stored: readonly StoredFact[],
  batch: readonly FactRecord[],
  now: Instant,
): Result<readonly HouseFacts[], readonly Problem[]> => {
  const known = new Map(stored.map((fact) => [fact.record.id, fact]));
  const fresh: FactRecord[] = [];
  const twice: Problem[] = [];
  for (const record of batch) {
    const before = known.get(record.id);
    if (before === undefined) fresh.push(record);
    else if (canonicalJson(before.record) !== canonicalJson(record)) {
      twice.push({ code: 'duplicate-fact', at: `${record.kind} ${record.id}`, value: record.id });
    }
  }
  const all = [...stored.map(recordOf), ...fresh];
  const today = knownAt(all, now);
  const standsToday = today.length < all.length && today.some(({ kind }) => kind === 'house');
  const inTheEnd = assembleHouses(all);
  const assembled = inTheEnd.ok && standsToday ? assembleHouses(today) : inTheEnd;
  if (!assembled.ok) return err([...twice, ...assembled.error]);
  return twice.length > 0 ? err(twice) : ok(assembled.value);
};

/**
 * Append facts of one house when they fit with what it has. A repeat is not looked at again: its key says what became of it.
 *
 * @param judge what else must hold of the house with the facts among its own, as known now
 */
export const appendFitting = async (
  { store, clock }: Pick<Edge, 'store' | 'clock'>,
  house: string,
  records: readonly FactRecord[],
  write: Idempotent,
  judge: (houses: readonly HouseFacts[]) => Problem | null = () => null,
): Answer<{ readonly repeated: boolean }> => {
  const stored = await store.factsOf(house);
  if (!stored.some(({ record }) => record.kind === 'house')) return refused({ code: 'no-house', value: house });
  const known = new Set(stored.map(({ record }) => record.id));
  const fresh = records.filter(({ id }) => !known.has(id));
  const now = clock.now();
  if (fresh.length > 0) {
    const fits = fitted(stored, fresh, now);
    if (!fits.ok) return fits;
    const problem = judge(fits.value);
    if (problem !== null) return refused(problem);
  }
  const kept = await store.appendFacts({
    ...write,
    facts: records.map((record) => ({ scope: house, knownAt: now, storedAt: now, record })),
  });
  return kept.ok ? kept : refused(kept.error);
};
