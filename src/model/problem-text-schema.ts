import type { z } from 'zod';
import { excerpt, type KernelCode, type Problem } from '../kernel/problem';
import type { SchemaCode } from './problem-text-codes';

/** Where in a record: names of fields and places in lists. */
export type FieldPath = readonly (string | number)[];

/** A record that breaks its schema; `at` is {@link pathText} of the path. */
export interface SchemaProblem extends Problem<SchemaCode | KernelCode> {
  readonly path: FieldPath;
}

type Issue = z.core.$ZodIssue;
type Found = Omit<SchemaProblem, 'path' | 'at'>;

/** A path as people write it. @example pathText(['registers', 0, 'initial']) //=> 'registers[0].initial' */
export const pathText = (path: FieldPath): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');

/** The kind of a plain value, in the words of the problem texts. */
const kindOfValue = (value: unknown): string => {
  if (value === undefined || value === null) return 'empty';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'mapping';
};

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'integer',
  number: 'integer',
  array: 'list',
  object: 'mapping',
  record: 'mapping',
  boolean: 'boolean',
};

/** Formats that a schema of ours names in its message. */
const FORMATS: Readonly<Record<string, SchemaCode>> = {
  'id-format': 'id-format',
  'text-format': 'text-format',
  'inn-format': 'inn-format',
};

/**
 * What zod found in a record, as problems with the closed codes of this library.
 *
 * @param input the value that was parsed: the offending values are taken from it
 */
export const schemaProblems = (issues: readonly Issue[], input: unknown): readonly SchemaProblem[] =>
  issues.flatMap((issue) => problemsOf(issue, input));

const problemsOf = (issue: Issue, input: unknown): readonly SchemaProblem[] => {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => placed({ code: 'field-unknown', facts: { field } }, [...path, field]));
  const value = valueAt(input, path);
  const last = path[path.length - 1];
  if (value === undefined && typeof last === 'string') return [placed({ code: 'field-missing', facts: { field: last } }, path)];
  return [placed(found(issue, issue.code === 'invalid_key' ? last : value), path)];
};

const placed = (problem: Found, path: FieldPath): SchemaProblem => ({
  ...problem,
  ...(path.length === 0 ? {} : { at: pathText(path) }),
  path,
});

const found = (issue: Issue, value: unknown): Found => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(EXPECTED[issue.expected] ?? issue.expected, value);
    case 'invalid_value':
      return notOneOf(issue.values, value);
    case 'invalid_union':
      return notOneOf('options' in issue && Array.isArray(issue.options) ? issue.options : [], value);
    case 'too_small':
      return issue.origin === 'string' ? { code: 'text-empty' } : outside(issue.origin, { least: String(issue.minimum) }, value);
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'text-too-long', value: excerpt(value), facts: { most: String(issue.maximum) } }
        : outside(issue.origin, { most: String(issue.maximum) }, value);
    case 'invalid_format':
      return { code: FORMATS[issue.message] ?? 'text-format', value: excerpt(value) };
    case 'invalid_key':
      return issue.issues[0] === undefined ? { code: 'id-format', value: excerpt(value) } : found(issue.issues[0] as Issue, value);
    case 'custom':
      return kernelProblem(issue) ?? { code: FORMATS[issue.message] ?? 'text-format', value: excerpt(value) };
    default:
      return wrongType(issue.code, value);
  }
};

/** The value of a problem is shown only where it is one plain word. */
const shown = (value: unknown): { readonly value?: string } =>
  value === null || value === undefined || typeof value === 'object' ? {} : { value: excerpt(value) };

const wrongType = (expected: string, value: unknown): Found => ({
  code: 'wrong-type',
  ...shown(value),
  facts: { expected, received: kindOfValue(value) },
});

const notOneOf = (allowed: readonly unknown[], value: unknown): Found =>
  typeof value === 'object'
    ? wrongType('text', value)
    : { code: 'not-one-of', ...shown(value), facts: { allowed: allowed.map(String).join(', ') } };

const outside = (origin: string, bound: Readonly<Record<string, string>>, value: unknown): Found => {
  if (origin === 'array') return { code: 'least' in bound ? 'list-too-short' : 'list-too-long', facts: bound };
  return { code: 'integer-out-of-range', value: excerpt(value), facts: bound };
};

const kernelProblem = (issue: Issue & { readonly code: 'custom' }): Found | undefined => {
  const problem = issue.params?.['problem'] as Problem<KernelCode> | undefined;
  return problem === undefined
    ? undefined
    : {
        code: problem.code,
        ...(problem.value === undefined ? {} : { value: problem.value }),
        ...(problem.facts === undefined ? {} : { facts: problem.facts }),
      };
};

const valueAt = (input: unknown, path: FieldPath): unknown => {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
};
