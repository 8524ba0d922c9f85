import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readFactsFolder } from '../../src/exchange/facts-folder';
import { factsJsonSchema, type JsonSchema } from '../../src/exchange/facts-schema';
import { printFactsJson } from '../../src/exchange/print-facts';
import { folderFacts } from './arbitrary-facts';
import { passes } from './json-schema-check';

const FILE = new URL('../../docs/schemas/facts.schema.json', import.meta.url);

/** What an editor makes of a YAML file: numbers are numbers there. */
const inEditor = (text: string): boolean => passes(factsJsonSchema(), parse(text, { uniqueKeys: false }));
const inReader = (text: string): boolean => readFactsFolder([{ path: 'x.yaml', text }]).ok;

/** The schema as the formatter of the repository writes it: a list of words stands on one line where it fits. */
const schemaText = (): string => {
  const text = `${JSON.stringify(factsJsonSchema(), null, 2)}\n`;
  return text.replaceAll(/^( *"[^"]+": )\[\n([^[\]{}]+?)\n *\](,?)$/gm, (long, name: string, items: string, comma: string) => {
    const short = `${name}[${items.replaceAll(/\n */g, ' ').trim()}]${comma}`;
    return short.length <= 140 ? short : long;
  });
};

const eachOf = (schema: JsonSchema, path: string, visit: (schema: JsonSchema, path: string) => void): void => {
  visit(schema, path);
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    if (typeof field === 'object') eachOf(field, `${path}.${name}`, visit);
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) eachOf(schema.items, `${path}[]`, visit);
};

describe('the published schema of a facts file', () => {
  it('is what docs/schemas/facts.schema.json says', () => {
    const text = schemaText();
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(FILE, text);
    expect(readFileSync(FILE, 'utf8'), 'run with UPDATE_DOCS=1 and read the difference').toBe(text);
  });

  it('describes every field in Russian', () => {
    const silent: string[] = [];
    eachOf(factsJsonSchema(), '', (schema, path) => {
      if (!path.endsWith('[]') && !/[а-я]/i.test(schema.description ?? '')) silent.push(path);
    });
    expect(silent).toEqual([]);
  });

  it('accepts what the reader accepts, as JSON and as YAML with bare numbers', () => {
    fc.assert(
      fc.property(folderFacts, (records) => {
        const json = printFactsJson(records);
        expect(inEditor(json)).toBe(true);
        const bare = stringify(JSON.parse(json), { lineWidth: 0 }).replaceAll(
          /^(\s*(?:- )?(?:value|amount|initial|number): )"([0-9.]+)"$/gm,
          '$1$2',
        );
        expect(inReader(bare)).toBe(true);
        expect(inEditor(bare)).toBe(true);
      }),
    );
  });

  it('is never stricter than the reader', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '123.450',
        123.45,
        0,
        5,
        -1,
        '',
        null,
        true,
        'T1',
        'coldWater',
        '2026-10-01',
        '2026-10',
        '2026-10-25T09:00:00.000Z',
        'a b',
        'x'.repeat(65),
      ),
    );
    const record = fc.record({
      group: fc.constantFrom('readings', 'payments', 'meters', 'openingSaldo', 'residents'),
      fields: fc.dictionary(
        fc.constantFrom(
          'id',
          'meter',
          'value',
          'zone',
          'takenOn',
          'account',
          'amount',
          'paidOn',
          'by',
          'to',
          'from',
          'premises',
          'person',
          'withdrawn',
          'month',
          'service',
          'provider',
        ),
        value,
      ),
    });
    fc.assert(
      fc.property(record, ({ group, fields }) => {
        const text = JSON.stringify({ [group]: [fields] });
        if (inReader(text)) expect(inEditor(text)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['an unknown group', 'meterz: []'],
    ['a list on top', '- id: 1'],
    ['a missing field', 'readings: [{ id: r, meter: m, value: 1 }]'],
    ['an unknown field', 'readings: [{ id: r, meter: m, takenOn: 2026-10-01, value: 1, valeu: 2 }]'],
    ['a comma in a number', 'readings: [{ id: r, meter: m, takenOn: 2026-10-01, value: "12,5" }]'],
    ['a negative reading', 'readings: [{ id: r, meter: m, takenOn: 2026-10-01, value: -5 }]'],
    ['too many decimals', 'readings: [{ id: r, meter: m, takenOn: 2026-10-01, value: "0.12345678" }]'],
    ['a day that is not one', 'readings: [{ id: r, meter: m, takenOn: 01.10.2026, value: 1 }]'],
    ['a month that is not one', 'openingSaldo: [{ id: s, account: 1, service: coldWater, provider: v, month: 2026-13, amount: 1 }]'],
    ['a zone that is not one', 'readings: [{ id: r, meter: m, takenOn: 2026-10-01, value: 1, zone: T4 }]'],
    ['true for a text', 'providers: [{ id: v, name: true }]'],
    ['an empty value', 'providers: [{ id: v, name: }]'],
    ['an id with a blank', 'providers: [{ id: "v 1", name: Водоканал }]'],
    ['a key of a policy with a blank', 'houses: [{ id: h, address: a, region: r, policies: { "a b": x } }]'],
    ['no register', 'meters: [{ id: m, premises: p, service: coldWater, serial: 1, commissionedOn: 2026-01-01, registers: [] }]'],
    [
      'a dial of 16 digits',
      'meters: [{ id: m, premises: p, service: coldWater, serial: 1, commissionedOn: 2026-01-01, registers: [{ digits: 16, initial: 0 }] }]',
    ],
    ['withdrawn: false', 'providers: [{ id: v, name: Водоканал, withdrawn: false }]'],
  ])('refuses, as the reader does, %s', (_, text) => {
    expect(inReader(text)).toBe(false);
    expect(inEditor(text)).toBe(false);
  });
});
