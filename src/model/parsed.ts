import type { z } from 'zod';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { schemaProblems } from './problem-text-schema';

/** What comes from outside, by its schema: the value, or every problem with its place. */
export const parsed = <T>(schema: z.ZodType<T>, input: unknown): Result<T, readonly Problem[]> => {
  const found = schema.safeParse(input);
  return found.success ? ok(found.data) : err(schemaProblems(found.error.issues, input).map(({ path: _path, ...problem }) => problem));
};
