import { type FieldPath, schemaProblems } from '../model/problem-text-schema';
import type { FactRecord } from '../model/records';
import { type FactFileProblem, type Finding, type Place, problemAt } from './fact-file';
import type { Group } from './groups';

/** Where a reader of one file puts what it finds. */
export interface Sink {
  problem(problem: FactFileProblem): void;
  draft(draft: Draft): void;
}

/** A record as it stands in a file: plain values that no schema has seen yet. */
export interface Draft {
  readonly group: Group;
  readonly value: Readonly<Record<string, unknown>>;
  /** Place of the whole record. */
  readonly place: Place;
  /** Place of a field: of its value, or of what should hold it when it is missing. */
  placeOf(path: FieldPath): Place;
  /** Path of a field within the whole file, as an editor shows it. */
  readonly within: FieldPath;
  /** Fields whose mistake is told already: what the schema says about them would only repeat it. */
  readonly told: readonly FieldPath[];
}

/** A record that passed its schema, or its problems. */
export const recordOf = (draft: Draft, problem: (problem: FactFileProblem) => void): FactRecord | undefined => {
  const parsed = draft.group.schema.safeParse({ kind: draft.group.kind, ...draft.value });
  if (parsed.success) return parsed.data as FactRecord;
  for (const { path, ...found } of schemaProblems(parsed.error.issues, draft.value)) {
    if (draft.told.some((told) => begins(path, told))) continue;
    problem(problemAt(found as Finding, draft.placeOf(path), [...draft.within, ...path]));
  }
  return undefined;
};

const begins = (path: FieldPath, start: FieldPath): boolean => start.every((part, index) => path[index] === part);
