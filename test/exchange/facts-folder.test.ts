import { describe, expect, it } from 'vitest';
import type { FactFile } from '../../src/exchange/fact-file';
import { readFactsFolder } from '../../src/exchange/facts-folder';
import { located } from '../../src/exchange/located';
import type { ReadingRecord } from '../../src/model/records';
import { mistakes, read, readings, refused, yaml } from './read';

describe('a folder of facts', () => {
  it('gives the kind of a record from its group, and defaults where a field is absent', () => {
    const { records } = read(yaml('readings:\n  - id: r-1\n    meter: pu-1\n    takenOn: 2026-10-23\n    value: 123.450\n'));
    expect(records).toEqual([
      {
        kind: 'reading',
        id: 'r-1',
        meter: 'pu-1',
        zone: 'T0',
        takenOn: '2026-10-23',
        value: '123.450',
        source: 'resident',
        purpose: 'monthly',
      },
    ]);
  });

  it('reads YAML, JSON and CSV of any layout into the same records', () => {
    const inYaml = read(yaml('payments:\n  - { id: p-1, account: 0590001, amount: 100.00, paidOn: 2026-10-05 }\n', 'a/b/all.yml'));
    const inJson = read([
      { path: 'x.json', text: '{"payments": [{"id": "p-1", "account": "0590001", "amount": 100.00, "paidOn": "2026-10-05"}]}' },
    ]);
    const inCsv = read([
      { path: '2026/payments-2026-10.csv', text: '\ufeffid,account,amount,paidOn\r\np-1,0590001,100.00,2026-10-05\r\n' },
    ]);
    expect(inJson.records).toEqual(inYaml.records);
    expect(inCsv.records).toEqual(inYaml.records);
  });

  it('remembers where each fact stands', () => {
    const { places } = read([
      ...yaml('providers:\n  - id: vodokanal\n    name: Водоканал\n'),
      ...readings('r-1;pu-1;2026-10-23;1', '', 'r-2;pu-1;2026-10-24;2'),
    ]);
    expect(places.get('vodokanal')).toEqual({ file: 'house.yaml', line: 2, column: 5 });
    expect(places.get('r-2')).toEqual({ file: 'readings.csv', line: 4, column: 1 });
    expect(located({ code: 'unknown-reference', at: 'reading r-2' }, places).at).toBe('readings.csv:4:1 reading r-2');
    expect(located({ code: 'unknown-reference', at: 'reading r-9' }, places).at).toBe('reading r-9');
  });

  it('passes over documents for people and hidden files, and refuses a spreadsheet', () => {
    const aside: FactFile[] = ['README.md', 'акты/акт.pdf', '.git/config', '.DS_Store'].map((path) => ({ path, text: '{{{' }));
    expect(read([...aside, ...readings('r-1;pu-1;2026-10-23;1')]).records).toHaveLength(1);
    expect(mistakes([...aside, { path: 'october.xlsx', text: 'PK' }])).toEqual(['october.xlsx:1:1 file-type-unknown']);
  });

  it('takes nothing when anything is wrong', () => {
    expect(mistakes([...readings('r-1;pu-1;2026-10-23;1'), ...yaml('houses: []\nmeterz: []\n')])).toEqual(['house.yaml:2:1 group-unknown']);
  });

  it('tells a folder without facts', () => {
    expect(mistakes([])).toEqual(['.:1:1 folder-empty']);
    expect(mistakes(yaml('houses: []\n'))).toEqual(['.:1:1 folder-empty']);
  });

  it('tells an id that is there twice at its second place, whichever file came first', () => {
    const files = [
      ...readings('r-1;pu-1;2026-10-23;1'),
      ...yaml(
        'meters:\n  - { id: r-1, premises: kv-1, service: coldWater, serial: 1, commissionedOn: 2026-01-01, registers: [{ initial: 0 }] }\n',
      ),
    ];
    expect(mistakes(files)).toEqual(['readings.csv:2:1 id duplicate-fact']);
    expect(mistakes([...files].reverse())).toEqual(['readings.csv:2:1 id duplicate-fact']);
  });

  it('lists the mistakes in the order of files and lines, up to a limit, and counts the rest', () => {
    const bad = readings(...Array.from({ length: 500 }, (_, i) => `r-${i};pu-1;2026-10-23;x`));
    const found = refused([...bad, ...yaml('houses: 1\n', 'a.yaml')]);
    expect(found).toHaveLength(201);
    expect(found[0]?.at).toBe('a.yaml:1:9 houses');
    expect(found[200]).toMatchObject({ code: 'more-problems', file: 'readings.csv', facts: { count: '301' } });
  });

  it('reads each file when its turn comes, so that one file is in memory at a time', () => {
    const opened: string[] = [];
    const files = function* (): Generator<FactFile> {
      for (const name of ['readings-2.csv', 'readings-1.csv']) {
        opened.push(name);
        yield { path: name, text: `id;meter;takenOn;value\n${name.slice(0, -4)};pu-1;2026-10-23;1\n` };
      }
    };
    expect(read(files()).records.map(({ id }) => id)).toEqual(['readings-1', 'readings-2']);
    expect(opened).toEqual(['readings-2.csv', 'readings-1.csv']);
  });
});

describe('texts and numbers of YAML', () => {
  const readingOf = (value: string): string | undefined =>
    (read(yaml(`readings:\n  - { id: r-1, meter: pu-1, takenOn: 2026-10-23, value: ${value} }\n`)).records[0] as ReadingRecord).value;

  it.each([
    ['123.450', '123.450'],
    ['"123.450"', '123.450'],
    ['0', '0'],
    ['123456789012345.1234567', '123456789012345.1234567'],
    ['900719925474099.3', '900719925474099.3'],
  ])('keeps the written text of %s', (written, text) => expect(readingOf(written)).toBe(text));

  it.each([
    ['12,5', 'number-format'],
    ['"12 500"', 'number-format'],
    ['1e3', 'number-format'],
    ['1e1000000', 'number-format'],
    ['0x1F', 'number-format'],
    ['0o17', 'number-format'],
    ['1_000', 'number-format'],
    ['+1', 'number-format'],
    ['.5', 'number-format'],
    ['1.', 'number-format'],
    ['.nan', 'number-format'],
    ['NaN', 'number-format'],
    ['.inf', 'number-format'],
    ['-5', 'number-negative'],
    ['-0', 'number-format'],
    ['-0.000', 'number-format'],
    ['01', 'number-format'],
    ['１２', 'number-format'],
    ['1234567890123456', 'number-too-large'],
    ['0.12345678', 'number-too-many-decimals'],
    [`"${'9'.repeat(100_000)}"`, 'number-too-long'],
    ['true', 'wrong-type'],
    ['null', 'wrong-type'],
    ['~', 'wrong-type'],
    ['', 'wrong-type'],
    ['[1]', 'wrong-type'],
    ['{ a: 1 }', 'wrong-type'],
  ])('refuses %s as a reading', (written, code) => {
    const [problem, ...more] = refused(yaml(`readings:\n  - id: r-1\n    meter: pu-1\n    takenOn: 2026-10-23\n    value: ${written}\n`));
    expect(problem).toMatchObject({ code, file: 'house.yaml', field: 'readings[0].value' });
    expect(more).toEqual([]);
    expect(problem?.value?.length ?? 0).toBeLessThanOrEqual(80);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '1899-12-31', '9999-01-01'])('refuses the day %s', (day) => {
    expect(mistakes(readings(`r-1;pu-1;${day};1`))).toEqual(['readings.csv:2:10 takenOn day-not-in-calendar']);
  });

  it.each(['23.10.2026', '2026-1-1', '2026-10-23T00:00:00Z', 'today', '20261023'])('refuses %s as a day', (day) => {
    expect(mistakes(readings(`r-1;pu-1;${day};1`))).toEqual(['readings.csv:2:10 takenOn day-format']);
  });

  it('keeps leading zeros of an account number and takes a whole number where the schema wants one', () => {
    const { records } = read(
      yaml('premises:\n  - { id: 007, house: 1, number: 0x1F, type: dwelling, rooms: 2, areas: [{ from: 2026-01-01, value: 54.30 }] }\n'),
    );
    expect(records[0]).toMatchObject({ id: '007', house: '1', number: '0x1F', rooms: 2, areas: [{ from: '2026-01-01', value: '54.30' }] });
  });

  it.each(['"2"', '2.0', '2.5', '1e0', '02', 'two', '99999999999999999999'])('refuses %s as a number of rooms', (rooms) => {
    expect(
      mistakes(
        yaml(
          `premises:\n  - { id: kv-1, house: h, number: 1, type: dwelling, areas: [{ from: 2026-01-01, value: 1 }], rooms: ${rooms} }\n`,
        ),
      ),
    ).toEqual([expect.stringMatching(/premises\[0\]\.rooms wrong-type$/)]);
  });

  it('gives null to a field that may be null and true or false to one that wants it', () => {
    const text =
      'services:\n  - { id: u-1, house: h, service: coldWater, provider: v, from: 2026-01-01, to: ~, tariff: t, meterDuty: false }\n';
    expect(read(yaml(text)).records[0]).toMatchObject({ to: null, meterDuty: false });
  });
});

describe('what YAML may not do here', () => {
  it.each([
    ['an anchor', 'houses: &all []\n', 'house.yaml:1:14 houses yaml-alias'],
    ['an alias', 'houses:\n  - id: *other\n', 'house.yaml:2:9 houses[0].id yaml-alias'],
    ['a tag', 'houses:\n  - id: !!str 5\n', 'house.yaml:2:15 houses[0].id yaml-tag'],
    ['a tag that makes a binary', 'houses:\n  - id: !!binary aGVsbG8=\n', 'house.yaml:2:18 houses[0].id yaml-tag'],
    ['a merge key', 'houses:\n  - <<: { id: 1 }\n', 'house.yaml:2:5 houses[0].<< yaml-merge-key'],
    ['the key __proto__', 'houses:\n  - __proto__: { id: 1 }\n', 'house.yaml:2:5 houses[0].__proto__ key-forbidden'],
    ['the key constructor, quoted', 'houses:\n  - "constructor": 1\n', 'house.yaml:2:5 houses[0].constructor key-forbidden'],
    ['the key prototype on top', 'prototype: []\n', 'house.yaml:1:1 prototype key-forbidden'],
    ['a key twice', 'houses: []\nhouses: []\n', 'house.yaml:2:1 houses key-duplicate'],
    ['a list as key', 'houses:\n  - ? [a, b]\n    : 1\n', 'house.yaml:2:7 key-not-text'],
    ['an empty key', 'houses:\n  - : 1\n', 'house.yaml:2:5 houses[0]. key-not-text'],
    ['two documents', 'houses: []\n---\nmeters: []\n', 'house.yaml:2:1 yaml-several-documents'],
    ['a directive', '%YAML 1.1\n---\nhouses: []\n', 'house.yaml:1:1 yaml-directive'],
    ['a tag directive', '%TAG ! tag:evil,2000:\n---\nhouses: []\n', 'house.yaml:1:1 yaml-directive'],
    ['a list on top', '- id: 1\n', 'house.yaml:1:1 file-shape'],
    ['a text on top', 'houses\n', 'house.yaml:1:1 file-shape'],
    ['nothing', '', 'house.yaml:1:1 file-empty'],
    ['comments only', '# нет фактов\n', 'house.yaml:1:1 file-empty'],
    [
      'kind, which the group tells',
      'houses:\n  - { kind: house, id: h, address: a, region: r }\n',
      'house.yaml:2:7 houses[0].kind field-unknown',
    ],
    ['a tab as indentation', 'houses:\n\t- id: h\n', 'house.yaml:2:1 yaml-syntax'],
    ['a quote that is never closed', 'houses:\n  - id: "h\n    region: r\n', 'house.yaml:2:9 yaml-syntax'],
    ['a bracket that is never closed', '{ "houses": [\n', 'house.yaml:2:1 yaml-syntax'],
  ])('%s', (_, text, mistake) => expect(mistakes(yaml(text))).toContain(mistake));

  it('nests too deep in any way, and is told in time', () => {
    for (const text of [
      '['.repeat(50_000),
      '{a: '.repeat(50_000),
      '- '.repeat(50_000),
      `houses: ${'[['.repeat(20_000)}${']]'.repeat(20_000)}`,
    ]) {
      const started = performance.now();
      expect(mistakes(yaml(text))).toEqual(['house.yaml:1:1 yaml-too-deep']);
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });

  it('leaves the prototypes of objects alone', () => {
    for (const text of [
      '{"__proto__": {"hacked": true}}',
      '{"houses": [{"id": "h", "address": "a", "region": "r", "policies": {"__proto__": {"hacked": "true"}}}]}',
    ]) {
      expect(refused([{ path: 'x.json', text }]).map(({ code }) => code)).toContain('key-forbidden');
    }
    expect(({} as Record<string, unknown>)['hacked']).toBeUndefined();
  });

  it('suggests the name that was meant', () => {
    expect(refused(yaml('houses:\n  - { id: h, adress: a, region: r }\n'))).toMatchObject([
      { code: 'field-unknown', facts: { field: 'adress', nearest: 'address' } },
    ]);
    expect(refused([{ path: 'readings.csv', text: 'id;meter;takenon;value\n' }])).toMatchObject([
      { code: 'column-missing' },
      { code: 'column-unknown', facts: { nearest: 'takenOn' } },
    ]);
  });
});

describe('tables', () => {
  const table = (text: string, path = 'readings.csv'): readonly FactFile[] => [{ path, text }];

  it.each([
    ['semicolons', 'id;meter;takenOn;value\nr-1;pu-1;2026-10-23;1\n'],
    ['commas', 'id,meter,takenOn,value\nr-1,pu-1,2026-10-23,1\n'],
    ['quotes', '"id";"meter";"takenOn";"value"\n"r-1";"pu-1";"2026-10-23";"1"\n'],
    ['a byte order mark and Windows line ends', '\ufeffid;meter;takenOn;value\r\nr-1;pu-1;2026-10-23;1\r\n'],
    ['no line end at the end', 'id;meter;takenOn;value\nr-1;pu-1;2026-10-23;1'],
    ['columns in another order, an optional one empty', 'value;id;by;takenOn;meter\n1;r-1;;2026-10-23;pu-1\n'],
    ['blank rows, as spreadsheets leave them', 'id;meter;takenOn;value\n\n;;;\nr-1;pu-1;2026-10-23;1\n;;;\n'],
  ])('reads %s', (_, text) => {
    expect(read(table(text)).records).toMatchObject([{ kind: 'reading', id: 'r-1', meter: 'pu-1', takenOn: '2026-10-23', value: '1' }]);
  });

  it('reads opening saldo and residents, and keeps quotes and separators inside a value', () => {
    const { records } = read([
      ...table('id;account;service;provider;month;amount\ns-1;590001;coldWater;v;2025-12;-100.50\n', 'openingSaldo.csv'),
      ...table('id;premises;person;from;to;why\nzh-1;kv-1;ivanov;2026-01-01;;"прописка; ""по паспорту"""\n', 'residents.csv'),
    ]);
    expect(records).toMatchObject([
      { kind: 'resident', to: null, stay: 'permanent', why: 'прописка; "по паспорту"' },
      { kind: 'openingSaldo', amount: '-100.50' },
    ]);
  });

  it.each([
    ['too few values', 'id;meter;takenOn;value\nr-1;pu-1;2026-10-23\n', ['readings.csv:2:1 csv-columns']],
    ['too many values', 'id;meter;takenOn;value\nr-1;pu-1;2026-10-23;1;2\n', ['readings.csv:2:1 csv-columns']],
    [
      'an open quote harms its own row only',
      'id;meter;takenOn;value\n"r-1;pu-1;2026-10-23;1\nr 2;pu-1;2026-10-23;1\n',
      ['readings.csv:2:1 csv-quote', 'readings.csv:3:1 id id-format'],
    ],
    ['a quote inside a value', 'id;meter;takenOn;value\nr"1;pu-1;2026-10-23;1\n', ['readings.csv:2:2 csv-quote']],
    ['a letter after a closing quote', 'id;meter;takenOn;value\n"r-1"x;pu-1;2026-10-23;1\n', ['readings.csv:2:6 csv-quote']],
    ['a column twice', 'id;id;meter;takenOn;value\n', ['readings.csv:1:4 column-duplicate']],
    ['a column of another kind', 'id;meter;takenOn;value;amount\n', ['readings.csv:1:24 column-unknown']],
    ['a column named __proto__', 'id;meter;takenOn;value;__proto__\n', ['readings.csv:1:24 key-forbidden']],
    [
      'tabs between the columns',
      'id\tmeter\ttakenOn\tvalue\n',
      Array.from({ length: 4 }, () => 'readings.csv:1:1 column-missing').concat('readings.csv:1:1 column-unknown'),
    ],
    ['a blank around a value', 'id;meter;takenOn;value\nr-1; pu-1;2026-10-23;1\n', ['readings.csv:2:5 meter id-format']],
    ['an empty required value', 'id;meter;takenOn;value\nr-1;pu-1;2026-10-23;\n', ['readings.csv:2:21 value field-missing']],
    ['blank lines only', '\n\n', ['readings.csv:1:1 file-empty']],
  ])('tells %s', (_, text, expected) => expect(mistakes(table(text))).toEqual(expected));

  it.each(['october.csv', 'meters.csv', 'readingsOctober.csv', 'Readings.csv'])('does not guess what %s holds', (path) => {
    expect(mistakes(table('id\n', path))).toEqual([`${path}:1:1 csv-file-name`]);
  });

  it.each(['readings.csv', 'readings-2026-10.csv', 'readings_1.CSV', 'дом 1/readings (2).csv'])('knows that %s holds readings', (path) => {
    expect(read(table('id;meter;takenOn;value\nr-1;pu-1;2026-10-23;1\n', path)).records).toHaveLength(1);
  });

  it('refuses a line and a value that are too long where they stand', () => {
    const long = `id;meter;takenOn;value\nr-1;pu-1;2026-10-23;1\n${'x'.repeat(70_000)}\n${'r'.repeat(2000)};pu-1;2026-10-23;1\n`;
    expect(mistakes(table(long))).toEqual(['readings.csv:3:1 line-too-long', 'readings.csv:4:1 id csv-cell-too-long']);
    expect(mistakes(table(`${'x'.repeat(70_000)}\nr-1;pu-1;2026-10-23;1\n`))).toEqual(['readings.csv:1:1 line-too-long']);
  });

  it('answers at once for 100 MB on one line', () => {
    const line = 'x'.repeat(100_000_000);
    const started = performance.now();
    expect(mistakes(table(line))).toEqual(['readings.csv:1:1 file-too-large']);
    expect(mistakes(yaml(line))).toEqual(['house.yaml:1:1 file-too-large']);
    expect(mistakes(table(`id;meter;takenOn;value\n${line}`), { csvSize: 200_000_000 })).toEqual(['readings.csv:2:1 line-too-long']);
    expect(mistakes([{ path: 'readings.csv', text: new Uint8Array(100_000_000) }])).toEqual(['readings.csv:1:1 file-too-large']);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('bytes', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('reads UTF-8 with and without its mark', () => {
    const text = 'providers:\n  - { id: водоканал, name: Водоканал }\n';
    for (const start of ['', '\ufeff']) {
      expect(read([{ path: 'a.yaml', text: bytes(start + text) }]).places.get('водоканал')).toEqual({ file: 'a.yaml', line: 2, column: 5 });
    }
  });

  it('tells where a file stops being UTF-8', () => {
    const windows1251 = Uint8Array.from([...bytes('id;meter\nр-1;'), 0xcf, 0xf0]);
    expect(refused([{ path: 'readings.csv', text: windows1251 }])).toMatchObject([
      { code: 'file-not-utf8', line: 2, column: 5, facts: { byte: '0xcf' } },
    ]);
  });

  it('never throws for what a host may hand over', () => {
    expect(readFactsFolder([{ path: '', text: '' }]).ok).toBe(false);
  });
});
