import { z } from 'zod';
import { counterpartyRecords } from '../model/counterparty-records';
import { factsFileSchema } from './groups';

/** A JSON Schema as plain data. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * JSON Schema (draft 2020-12) of a YAML or JSON file of a facts folder, for editors: published as docs/schemas/facts.schema.json. It is
 * never stricter than the reader; the calendar (30 February) and references between facts are the reader's alone.
 */
export const factsJsonSchema = (): JsonSchema =>
  forEditors(z.toJSONSchema(factsFileSchema, { target: 'draft-2020-12', io: 'input' }) as JsonSchema);

/** The same for what the other side of a reconciliation has: docs/schemas/counterparty.schema.json. */
export const counterpartyJsonSchema = (): JsonSchema =>
  forEditors(z.toJSONSchema(counterpartyRecords, { target: 'draft-2020-12', io: 'input' }) as JsonSchema);

/** An editor takes an unquoted `123.450` for a number where the reader keeps its text, so there a number may stand as well. */
const forEditors = (schema: JsonSchema): JsonSchema =>
  ({
    ...schema,
    ...(isTextOfDigits(schema)
      ? { type: ['string', 'number'], ...(schema.pattern?.startsWith('^-?') === true ? {} : { minimum: 0 }) }
      : {}),
    ...(schema.properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, inner(field)])) }),
    ...(schema.items === undefined ? {} : { items: inner(schema.items as JsonSchema) }),
    ...(typeof schema.additionalProperties === 'object' ? { additionalProperties: inner(schema.additionalProperties) } : {}),
    ...(schema.anyOf === undefined ? {} : { anyOf: schema.anyOf.map(inner) }),
  }) as JsonSchema;

const inner = (schema: JsonSchema | boolean): JsonSchema | boolean => (typeof schema === 'boolean' ? schema : forEditors(schema));

/** Texts of digits: not the closed lists, not days, months and moments, which no number looks like. */
const isTextOfDigits = ({ type, format, pattern, ...rest }: JsonSchema): boolean => {
  if (type !== 'string' || format !== undefined || rest.enum !== undefined || rest.const !== undefined) return false;
  const shape = pattern === undefined ? null : new RegExp(pattern, 'u');
  return shape === null || shape.test('1') || shape.test('1234567890');
};
