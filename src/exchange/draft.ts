import type { z } from 'zod';
import { type FieldPath, schemaProblems } from '../model/problem-text-schema';
import type { FactRecord } from '../model/records';
import { type FactFileProblem, type Finding, type Place, problemAt } from './fact-file';
import type { Group } from './groups';

/** Where a reader of one file puts what it finds. */
export interface Sink {
  problem(problem: FactFileProblem): void;
  draft(draft: Draft): void;
}

/** A record of a facts folder as it stands in a file. */
export interface Draft extends RawRecord {
  readonly group: Group;
}

/** A record as it stands in a file: plain values that no schema has seen yet. */
export interface RawRecord {
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
export const recordOf = (draft: Draft, problem: (problem: FactFileProblem) => void): FactRecord | undefined =>
  checked(draft.group.schema, { kind: draft.group.kind, ...draft.value }, draft, problem) as FactRecord | undefined;

/** A value that passed a schema; otherwise its problems, each with its place, less what was told already. */
export const checked = <T>(
  schema: z.ZodType<T>,
  input: Readonly<Record<string, unknown>>,
  { placeOf, within, told }: RawRecord,
  problem: (problem: FactFileProblem) => void,
): T | undefined => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const { path, ...found } of schemaProblems(parsed.error.issues, input)) {
    if (told.some((one) => begins(path, one))) continue;
    problem(problemAt(found as Finding, placeOf(path), [...within, ...path]));
  }
  return undefined;
};

const begins = (path: FieldPath, start: FieldPath): boolean => start.every((part, index) => path[index] === part);
