import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { FactFile } from '../../src/exchange/fact-file';
import { readFactsFolder } from '../../src/exchange/facts-folder';
import { GROUPS } from '../../src/exchange/groups';
import { printFactsCsv, printFactsJson } from '../../src/exchange/print-facts';
import { problemText } from '../../src/model/problem-text';
import { type FactRecord, factRecord } from '../../src/model/records';
import { folderFacts } from './arbitrary-facts';
import { read } from './read';

/** `FC_RUNS=100000` fuzzes for longer. */
const runs = (usual: number): { numRuns: number } => ({ numRuns: Number(process.env['FC_RUNS'] ?? usual) });

const byId = (records: readonly FactRecord[]): FactRecord[] => [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** Whatever comes in: no throw; facts that pass their schema, or mistakes that each have a file, a line and words. Never both. */
const survives = (files: readonly FactFile[]): void => {
  const result = readFactsFolder(files);
  if (result.ok) {
    for (const record of result.value.records) expect(factRecord.safeParse(record).success).toBe(true);
    expect([...result.value.places.keys()].sort()).toEqual(result.value.records.map(({ id }) => id).sort());
    return;
  }
  expect(result.error.length).toBeGreaterThan(0);
  for (const problem of result.error) {
    expect(files.some(({ path }) => path === problem.file) || problem.code === 'folder-empty').toBe(true);
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.value?.length ?? 0).toBeLessThanOrEqual(80);
    for (const language of ['ru', 'en'] as const) {
      const { text, advice } = problemText(problem, language);
      expect(text).toMatch(/^[^\p{Cc}\p{Cs}]{10,}$/u);
      expect(text).not.toContain('undefined');
      expect(advice).not.toBe('');
    }
  }
};

const path = fc.constantFrom('house.yaml', 'a/b.yml', 'x.json', 'readings.csv', 'payments-1.csv', 'residents.csv', 'openingSaldo.csv');
const yamlish = fc
  .array(
    fc.constantFrom(
      ...'-:?[]{},&*!|>\'"%@`#\\ \t\n\r~<',
      ': ',
      '- ',
      '\n  ',
      '\n    ',
      '---\n',
      '<<',
      '__proto__',
      'constructor',
      'null',
      'true',
      '1e1000000',
      'NaN',
      '-0',
      '0x1F',
      '2026-02-30',
      '&a ',
      '*a',
      '!!str ',
      '"',
      "'",
      'id',
      'readings',
      'houses',
      'meter',
      'value',
      '\ud800',
      '\u0000',
      '\u2028',
      '\ufeff',
      'я',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const valid = `houses:
  - id: dom-1
    address: Пермь, ул. Сибирская, 1
    region: perm
    policies: { multiplierChange: byDays }
meters:
  - id: pu-1
    premises: kv-1
    service: coldWater
    serial: "12-34"
    commissionedOn: 2024-01-10
    registers: [{ digits: 5, decimals: 3, initial: 0.000 }]
readings:
  - { id: r-0, meter: pu-1, takenOn: 2026-10-23, value: 123.450 }
`;
const table = 'id;meter;takenOn;value;why\nr-1;pu-1;2026-10-23;123.450;"по акту; № ""5"""\nr-2;pu-1;2026-09-23;120;\n';

/** A text with some of its pieces replaced, doubled or lost. */
const mutated = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.nat({ max: text.length }),
        fc.nat({ max: 6 }),
        fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 5 }), fc.constant('')),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) => changes.reduce((now, [at, length, by]) => now.slice(0, at) + by + now.slice(at + length), text));

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe('whatever a folder holds', () => {
  it('survives any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ path, text: fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 200 })) }), { maxLength: 3 }),
        survives,
      ),
      runs(3000),
    );
  });

  it('survives any bytes and any path', () => {
    fc.assert(
      fc.property(fc.oneof(path, fc.string()), fc.uint8Array({ maxLength: 300 }), (name, text) => survives([{ path: name, text }])),
      runs(2000),
    );
  });

  it('survives right files with something wrong in them', () => {
    fc.assert(
      fc.property(mutated(valid), mutated(table), (text, rows) =>
        survives([
          { path: 'house.yaml', text },
          { path: 'readings.csv', text: rows },
        ]),
      ),
      runs(3000),
    );
  });

  it('survives any plain value in place of a record, in JSON', () => {
    const groups = fc.constantFrom(...GROUPS.map(({ name }) => name));
    fc.assert(
      fc.property(groups, fc.jsonValue(), (group, value) => survives([{ path: 'x.json', text: JSON.stringify({ [group]: [value] }) }])),
      runs(1000),
    );
  });

  it('survives any plain value in place of a field, in JSON', () => {
    const fields = fc.constantFrom(...GROUPS.flatMap(({ name, form }) => [...form.fields.keys()].map((field) => [name, field] as const)));
    fc.assert(
      fc.property(fields, fc.jsonValue(), ([group, field], value) =>
        survives([{ path: 'x.json', text: JSON.stringify({ [group]: [{ id: 'x', [field]: value }] }) }]),
      ),
      runs(2000),
    );
  });
});

describe('writing and reading a folder', () => {
  it('gives back the same facts from JSON', () => {
    fc.assert(
      fc.property(folderFacts, (records) => {
        expect(byId(read([{ path: 'facts.json', text: printFactsJson(records) }]).records)).toEqual(byId(records));
      }),
    );
  });

  it('gives back the same facts from YAML as another program writes it', () => {
    fc.assert(
      fc.property(folderFacts, (records) => {
        const text = stringify(JSON.parse(printFactsJson(records)), { lineWidth: 0, aliasDuplicateObjects: false });
        expect(byId(read([{ path: 'facts.yaml', text }]).records)).toEqual(byId(records));
      }),
    );
  });

  it('does not depend on the order of files and rows, nor on which of them holds a fact', () => {
    const split = folderFacts.chain((records) =>
      fc.tuple(
        fc.constant(records),
        shuffled(records),
        fc.array(fc.nat({ max: 2 }), { minLength: records.length, maxLength: records.length }),
      ),
    );
    fc.assert(
      fc.property(split, ([records, order, fileOf]) => {
        const files = [0, 1, 2].flatMap((file): FactFile[] => {
          const own = order.filter((_, index) => fileOf[index] === file);
          const readings = own.filter((record) => record.kind === 'reading');
          const rest = own.filter((record) => record.kind !== 'reading');
          return [
            ...(readings.length > 0 ? [{ path: `readings-${file}.csv`, text: printFactsCsv('reading', readings, ';') }] : []),
            ...(rest.length > 0 ? [{ path: `${file}.json`, text: printFactsJson(rest) }] : []),
          ];
        });
        const one = read(files);
        expect(read([...files].reverse()).records).toEqual(one.records);
        expect(one.records).toEqual(read([{ path: 'all.json', text: printFactsJson(records) }]).records);
      }),
    );
  });
});
