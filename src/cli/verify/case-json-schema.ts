import { z } from 'zod';
import type { JsonSchema } from '../../exchange/facts-schema';
import { caseFile } from './case-schema';

/**
 * JSON Schema (draft 2020-12) of a file of cases, for editors: published as docs/schemas/case.schema.json. It is never stricter than the
 * reader: where a file may write a number without quotes, a number may stand.
 */
export const caseJsonSchema = (): JsonSchema =>
  forEditors(z.toJSONSchema(caseFile, { target: 'draft-2020-12', io: 'input' }) as JsonSchema) as JsonSchema;

/** Walk the schema; a text of digits may be a number to an editor, where the reader keeps its text. */
const forEditors = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(forEditors);
  if (typeof schema !== 'object' || schema === null) return schema;
  const node = schema as JsonSchema;
  const inner = Object.fromEntries(
    Object.entries(node).map(([name, value]) => [
      name,
      name === 'enum' || name === 'examples' || name === 'propertyNames' ? value : forEditors(value),
    ]),
  );
  return isTextOfDigits(node) ? { ...inner, type: ['string', 'number'] } : inner;
};

/** Texts of digits: not the closed lists, not days and months, which no number looks like. */
const isTextOfDigits = ({ type, format, pattern, ...rest }: JsonSchema): boolean => {
  if (type !== 'string' || format !== undefined || rest.enum !== undefined || rest.const !== undefined) return false;
  const shape = pattern === undefined ? null : new RegExp(pattern, 'u');
  return shape === null || shape.test('1') || shape.test('1234567890');
};
