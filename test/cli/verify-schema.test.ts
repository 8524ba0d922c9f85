import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseJsonSchema, verifyFolder } from '../../src/cli/verify';
import type { JsonSchema } from '../../src/exchange/facts-schema';
import { passes } from '../exchange/json-schema-check';
import { inlined } from './inlined-schema';

const FILE = new URL('../../docs/schemas/case.schema.json', import.meta.url);
const LAW = new URL('../law/', import.meta.url);

const SCHEMA = inlined(caseJsonSchema());

/** What an editor makes of a YAML file: numbers are numbers there. */
const inEditor = (text: string): boolean => passes(SCHEMA, parse(text));
const inReader = (text: string): boolean => verifyFolder([{ path: 'x.yaml', text }]).cases.every((one) => one.title !== '');

const eachOf = (schema: JsonSchema, path: string, visit: (schema: JsonSchema, path: string) => void): void => {
  visit(schema, path);
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    if (typeof field === 'object') eachOf(field, `${path}.${name}`, visit);
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) eachOf(schema.items, `${path}[]`, visit);
  for (const [index, one] of (schema.anyOf ?? []).entries()) if (typeof one === 'object') eachOf(one, `${path}|${index}`, visit);
};

const formula = (more: string): string => `cases: [{ id: a, title: т, formula: water.charge, inputs: { T: 1, V: 2 }, expect: 2${more} }]`;
const house = (facts: string, expected = 'total: 0'): string =>
  `cases: [{ id: a, title: т, month: 2026-02, facts: { ${facts} }, expect: [{ ${expected} }] }]`;

const penalty = (facts: string, expected = 'total: 0'): string =>
  `cases: [{ id: a, title: т, penalty: { ${facts} }, expect: { ${expected} } }]`;

describe('the published schema of a file of cases', () => {
  it('is what docs/schemas/case.schema.json says', () => {
    const text = `${JSON.stringify(caseJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8'), 'run with UPDATE_DOCS=1 and read the difference').toBe(text);
  });

  it('describes every field in Russian', () => {
    const silent: string[] = [];
    eachOf(SCHEMA, '', (schema, path) => {
      if (!/(\[\]|\|\d+)$/.test(path) && !/[а-я]/i.test(schema.description ?? '')) silent.push(path);
    });
    expect(silent).toEqual([]);
  });

  it.each(readdirSync(LAW).filter((name) => name.endsWith('.yaml')))('accepts %s, as an editor reads it', (name) => {
    expect(inEditor(readFileSync(new URL(name, LAW), 'utf8'))).toBe(true);
  });

  it.each([
    ['no cases', '{}'],
    ['an empty list of cases', 'cases: []'],
    ['an unknown field of the file', `casez: []\n${formula('')}`],
    ['a case without a title', 'cases: [{ id: a, formula: water.charge, inputs: {} }]'],
    ['an id with a blank', `cases: [{ id: 'a b', title: т, formula: water.charge, inputs: {} }]`],
    ['an unknown field', formula(', expekt: 2')],
    ['a comma in an expected number', formula(`, exact: '1,5'`)],
    ['a day that is not one', formula(', on: 2026-13-01')],
    ['an unknown service', formula(', service: water')],
    ['no steps', 'cases: [{ id: a, title: т, steps: [] }]'],
    ['a step without a name', 'cases: [{ id: a, title: т, steps: [{ plus: [1] }] }]'],
    ['facts without expectations', 'cases: [{ id: a, title: т, month: 2026-02, facts: {} }]'],
    ['an unknown tariff', house('tariffs: { steam: { 2026-01-01: 1 } }')],
    ['a tariff without a day', house('tariffs: { coldWater: 1 }')],
    ['a negative tariff', house('tariffs: { coldWater: { 2026-01-01: -1 } }')],
    ['a reading on no day', house('flats: [{ meters: [{ service: coldWater, commissioned: 2025-12-10, readings: { январь: 5 } }] }]')],
    ['a meter of maintenance', house('flats: [{ meters: [{ service: maintenance, commissioned: 2025-12-10 }] }]')],
    ['half a resident', house('flats: [{ residents: 1.5 }]')],
    ['a month that is not one', house('', 'month: 2026-2, total: 0')],
    ['an unknown basis', house('', 'lines: [{ service: coldWater, basis: guess }]')],
    ['a penalty without its last day', penalty('debts: [{ month: 2025-05, amount: 1 }]')],
    ['a penalty without debts', penalty('debts: [], through: 2025-12-31')],
    ['an unknown payer', penalty('payer: cat, debts: [{ month: 2025-05, amount: 1 }], through: 2025-12-31')],
    ['a payment on no day', penalty('debts: [{ month: 2025-05, amount: 1, payments: { май: 1 } }], through: 2025-12-31')],
    ['half a day', penalty('debts: [{ month: 2025-05, amount: 1 }], through: 2025-12-31', 'intervals: [{ days: 1.5 }]')],
    ['a full record that breaks its schema', house('records: { providers: [{ id: v }] }')],
  ])('refuses, as the reader does, %s', (_, text) => {
    expect(inReader(text)).toBe(false);
    expect(inEditor(text)).toBe(false);
  });
});
