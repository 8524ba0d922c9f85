import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { FactRecord } from './records';

/** Why versions of facts contradict each other. */
export type SupersedeCode =
  | 'duplicate-fact'
  | 'supersedes-unknown'
  | 'supersedes-twice'
  | 'supersedes-other-kind'
  | 'supersedes-other-meter'
  | 'supersedes-cycle'
  | 'withdrawn-nothing';

const duplicates = (records: readonly FactRecord[]): Problem<SupersedeCode>[] => {
  const problems: Problem<SupersedeCode>[] = [];
  const ids = new Set<string>();
  for (const record of records) {
    if (ids.has(record.id)) problems.push({ code: 'duplicate-fact', at: at(record), value: record.id });
    ids.add(record.id);
  }
  return problems;
};

const at = (record: FactRecord): string => `${record.kind} ${record.id}`;

/**
 * The facts that stand: each superseded one falls away and leaves its id to its successor, a withdrawal takes its fact and itself away.
 * The order of the records does not matter. Every contradiction is answered: an id twice, an unknown or foreign predecessor, a reading of
 * another meter, two successors, a circle.
 *
 * @param uniqueIds the source keeps ids unique, as every store does: they are not looked at again
 */
export const current = (
  records: readonly FactRecord[],
  uniqueIds = false,
): Result<readonly FactRecord[], readonly Problem<SupersedeCode>[]> => {
  const problems: Problem<SupersedeCode>[] = uniqueIds ? [] : duplicates(records);
  const successors: FactRecord[] = [];
  for (const record of records) {
    if (record.supersedes !== undefined) successors.push(record);
    else if (record.withdrawn === true) problems.push({ code: 'withdrawn-nothing', at: at(record), value: record.id });
  }
  if (successors.length === 0) return problems.length > 0 ? err(problems) : ok(records);
  const byId = new Map(records.map((record) => [record.id, record]));
  const successorOf = new Map<string, FactRecord>();
  for (const record of successors) {
    const before = record.supersedes as string;
    const old = byId.get(before);
    if (old === undefined) problems.push({ code: 'supersedes-unknown', at: at(record), value: before });
    else if (old.kind !== record.kind) problems.push({ code: 'supersedes-other-kind', at: at(record), value: before });
    else if (old.kind === 'reading' && record.kind === 'reading' && old.meter !== record.meter)
      problems.push({ code: 'supersedes-other-meter', at: at(record), value: before, facts: { meter: old.meter } });
    const other = successorOf.get(before);
    if (other !== undefined) problems.push({ code: 'supersedes-twice', at: at(record), value: before, facts: { other: other.id } });
    successorOf.set(before, record);
  }
  for (const record of successors)
    if (inCircle(record, byId)) problems.push({ code: 'supersedes-cycle', at: at(record), value: record.id });
  if (problems.length > 0) return err(problems);
  const standing = records.filter((record) => record.withdrawn !== true && !successorOf.has(record.id));
  return ok(standing.map((record) => (record.supersedes === undefined ? record : { ...record, id: firstOf(record, byId) })));
};

/** What a fact is about keeps the id of its first version, so that a reading still finds its meter after the meter's record was mended. */
const firstOf = (record: FactRecord, byId: ReadonlyMap<string, FactRecord>): string => {
  let walk = record;
  while (walk.supersedes !== undefined) walk = byId.get(walk.supersedes) as FactRecord;
  return walk.id;
};

const inCircle = (record: FactRecord, byId: ReadonlyMap<string, FactRecord>): boolean => {
  const seen = new Set<string>();
  let walk: FactRecord | undefined = record;
  while (walk?.supersedes !== undefined) {
    if (seen.has(walk.id)) return true;
    seen.add(walk.id);
    walk = byId.get(walk.supersedes);
  }
  return false;
};
