import { factsJsonSchema, type JsonSchema } from '../../src/exchange/facts-schema';

/** A schema with its references filled in: to its own definitions, and to the schema of facts that lies beside it. */
export const inlined = (schema: JsonSchema): JsonSchema => {
  const { $defs = {}, ...whole } = schema;
  const fill = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(fill);
    if (typeof node !== 'object' || node === null) return node;
    const { $ref, ...rest } = node as Readonly<Record<string, unknown>>;
    if (typeof $ref !== 'string') return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, fill(value)]));
    const found = $ref === 'facts.schema.json' ? factsJsonSchema() : $defs[$ref.replace('#/$defs/', '')];
    if (found === undefined) throw new Error(`unknown reference ${$ref}`);
    return { ...(fill(found) as object), ...rest };
  };
  return fill(whole) as JsonSchema;
};
