import { z } from 'zod';

/**
 * The shape that a schema wants, as far as a reader of text needs it: whether `123.450` is a text to keep or a whole number, which fields
 * a mapping may have.
 */
export type Form =
  | { readonly is: 'text' | 'integer' | 'boolean' }
  | { readonly is: 'list'; readonly item: Form }
  | { readonly is: 'entries'; readonly value: Form }
  | FieldsForm;

/** A mapping with named fields. */
export interface FieldsForm {
  readonly is: 'fields';
  readonly fields: ReadonlyMap<string, Form>;
  /** Names of the fields that must be there. */
  readonly required: readonly string[];
}

/** A whole number as people write it. */
export const WHOLE = /^(0|-?[1-9]\d{0,14})$/;

type Definition = z.core.$ZodTypes['_zod']['def'];

/** The form of a schema; refinements, defaults and empty values do not change it. */
export const formOf = (schema: z.core.$ZodType): Form => {
  const definition = (schema as z.core.$ZodTypes)._zod.def as Definition;
  switch (definition.type) {
    case 'optional':
    case 'nullable':
    case 'default':
      return formOf(definition.innerType);
    case 'object':
      return fieldsOf(definition.shape);
    case 'array':
      return { is: 'list', item: formOf(definition.element) };
    case 'record':
      return { is: 'entries', value: formOf(definition.valueType) };
    case 'number':
      return { is: 'integer' };
    case 'literal':
      return { is: typeof definition.values[0] === 'boolean' ? 'boolean' : 'text' };
    case 'boolean':
      return { is: 'boolean' };
    default:
      return { is: 'text' };
  }
};

const fieldsOf = (shape: Readonly<Record<string, z.core.$ZodType>>): FieldsForm => {
  const entries = Object.entries(shape);
  return {
    is: 'fields',
    fields: new Map(entries.map(([name, schema]) => [name, formOf(schema)])),
    required: entries.filter(([, schema]) => !z.safeParse(schema, undefined).success).map(([name]) => name),
  };
};
