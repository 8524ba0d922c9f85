import { z } from 'zod';
import type { JsonSchema } from '../../exchange/facts-schema';
import { factsFileSchema } from '../../exchange/groups';
import { caseFile } from './case-schema';

/**
 * JSON Schema (draft 2020-12) of a file of cases, for editors: published as docs/schemas/case.schema.json beside facts.schema.json, to which it
 * refers for full records. It is never stricter than the reader: where a file may write a number without quotes, a number may stand.
 */
export const caseJsonSchema = (): JsonSchema =>
  forEditors(
    z.toJSONSchema(caseFile, {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema !== factsFileSchema) return;
        for (const name of Object.keys(jsonSchema)) delete jsonSchema[name];
        jsonSchema.$ref = 'facts.schema.json';
      },
    }),
  ) as JsonSchema;

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
  return isTextOfDigits(node) ? { ...inner, type: ['string', 'number'], ...(accepts(node, '-1') ? {} : { minimum: 0 }) } : inner;
};

/** Texts of digits: not the closed lists, not days and months, which no number looks like. */
const isTextOfDigits = (schema: JsonSchema): boolean => {
  const { type, format, enum: list, const: only } = schema;
  return (
    type === 'string' &&
    format === undefined &&
    list === undefined &&
    only === undefined &&
    (accepts(schema, '1') || accepts(schema, '1234567890'))
  );
};

const accepts = ({ pattern }: JsonSchema, text: string): boolean => pattern === undefined || new RegExp(pattern, 'u').test(text);
