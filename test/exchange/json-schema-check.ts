import type { JsonSchema } from '../../src/exchange/facts-schema';

const KNOWN = new Set(
  '$schema title description default examples type enum const pattern format minLength maxLength minimum maximum minItems maxItems items properties required additionalProperties propertyNames anyOf'.split(
    ' ',
  ),
);

const kindsOf = (value: unknown): readonly string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value === 'number') return Number.isInteger(value) ? ['number', 'integer'] : ['number'];
  return [typeof value];
};

/**
 * Does a value pass a schema? A small reading of JSON Schema for tests: the keywords that our published schema uses, and an error for any
 * other, so that none is passed over. `format` tells only shape here: a day, a moment.
 */
export const passes = (schema: JsonSchema | boolean, value: unknown): boolean => {
  if (typeof schema === 'boolean') return schema;
  for (const keyword of Object.keys(schema)) if (!KNOWN.has(keyword)) throw new Error(`unknown keyword ${keyword}`);
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => passes(one, value))) return false;
  if (schema.type !== undefined && ![schema.type].flat().some((type) => kindsOf(value).includes(type))) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value as never)) return false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (typeof value === 'string') return textPasses(schema, value);
  if (typeof value === 'number') return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  if (Array.isArray(value)) return listPasses(schema, value);
  return typeof value === 'object' && value !== null ? fieldsPass(schema, value as Record<string, unknown>) : true;
};

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/,
  'uri-reference': /./,
};

const textPasses = (schema: JsonSchema, value: string): boolean => {
  const format = schema.format === undefined ? undefined : FORMATS[schema.format];
  if (schema.format !== undefined && format === undefined) throw new Error(`unknown format ${schema.format}`);
  if (value.length < (schema.minLength ?? 0) || [...value].length > (schema.maxLength ?? Infinity)) return false;
  return (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)) && (format === undefined || format.test(value));
};

const listPasses = (schema: JsonSchema, value: readonly unknown[]): boolean =>
  value.length >= (schema.minItems ?? 0) &&
  value.length <= (schema.maxItems ?? Infinity) &&
  value.every((item) => schema.items === undefined || passes(schema.items as JsonSchema, item));

const fieldsPass = (schema: JsonSchema, value: Readonly<Record<string, unknown>>): boolean =>
  (schema.required ?? []).every((name) => Object.hasOwn(value, name)) &&
  Object.entries(value).every(([name, field]) => {
    if (schema.propertyNames !== undefined && !passes(schema.propertyNames as JsonSchema, name)) return false;
    const own =
      schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
    return own === undefined || passes(own as JsonSchema | boolean, field);
  });
