import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCaseFile, printReport, verifyFolder } from '../../src/cli/verify';

const of = (text: string, path = 'a.yaml') => verifyFolder([{ path, text }]);
const problemsOf = (text: string): readonly string[] => of(text).cases.flatMap((one) => one.problems);
const formula = (fields: string, id = 'a'): string => `  - { id: ${id}, title: т, formula: water.charge, ${fields} }\n`;
const cases = (...list: readonly string[]): string => `cases:\n${list.join('')}`;

const HOUSE = `
common:
  tariffs: { coldWater: { 2020-01-01: 50 } }
  normatives: { coldWater: { 2020-01-01: 4.5 } }
cases:
`;
const house = (facts: string, expected: string, id = 'a'): string =>
  `  - { id: ${id}, title: т, month: 2026-03, facts: { ${facts} }, expect: [${expected}] }\n`;
const METERED =
  'flats: [{ residents: 2, meters: [{ service: coldWater, commissioned: 2025-12-10, readings: { 2026-02-20: 50, 2026-03-20: 57 } }] }]';

describe('a folder of cases', () => {
  it('is read whatever the order of its files, and only files of cases are read', () => {
    const files = [
      { path: 'b.yaml', text: cases(formula('inputs: { T: 1, V: 2 }, expect: 2', 'b')) },
      { path: 'README.md', text: 'cases: [' },
      { path: 'a.yml', text: cases(formula('inputs: { T: 1, V: 2 }, expect: 3', 'a')) },
    ];
    const report = verifyFolder(files);
    expect(report.cases.map(({ file, id, passed }) => [file, id, passed])).toEqual([
      ['a.yml', 'a', false],
      ['b.yaml', 'b', true],
    ]);
    expect(verifyFolder(files.toReversed())).toEqual(report);
    expect(report).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each([
    ['cases/a.yaml', true],
    ['../a.yml', true],
    ['./a.json', true],
    ['.git/a.yaml', false],
    ['a.md', false],
    ['a.csv', false],
  ])('takes %s for a file of cases: %s', (path, is) => {
    expect(isCaseFile(path)).toBe(is);
  });

  it('without any case is a failure, not a success of nothing', () => {
    expect(printReport(verifyFolder([]))).toContain('0 passed, 1 failed');
    expect(verifyFolder([]).cases[0]?.problems).toEqual(['примеров не найдено: нужны файлы *.yaml']);
  });

  it('refuses an id that another case has, and says where that is', () => {
    const text = cases(formula('inputs: { T: 1, V: 2 }, expect: 2'));
    const report = verifyFolder([
      { path: 'a.yaml', text },
      { path: 'b.yaml', text },
    ]);
    expect(report.cases[1]).toMatchObject({ passed: false, problems: ['код примера занят: a.yaml:2'] });
  });

  it('may be asked for one case, or for a tag', () => {
    const text = cases(formula('inputs: { T: 1, V: 2 }, expect: 2', 'a'), formula('inputs: { T: 1, V: 2 }, expect: 2, tags: [x]', 'b'));
    const asked = (only: string): readonly string[] => verifyFolder([{ path: 'a.yaml', text }], { only }).cases.map((one) => one.id);
    expect(asked('a')).toEqual(['a']);
    expect(asked('x')).toEqual(['b']);
  });

  it('tells how far it is', () => {
    const seen: string[] = [];
    const text = cases(formula('inputs: { T: 1, V: 2 }, expect: 2', 'a'), formula('inputs: { T: 1, V: 2 }, expect: 2', 'b'));
    verifyFolder([{ path: 'a.yaml', text }], { onCase: (done, all) => seen.push(`${done}/${all}`) });
    expect(seen).toEqual(['1/2', '2/2']);
  });

  it('counts by service and by tag', () => {
    const text = `tags: [все]\n${cases(formula('service: coldWater, inputs: { T: 1, V: 2 }, expect: 2', 'a'), formula('service: coldWater, tags: [x], inputs: { T: 1, V: 2 }, expect: 3', 'b'))}`;
    expect(of(text)).toMatchObject({
      byService: { coldWater: { passed: 1, failed: 1 } },
      byTag: { все: { passed: 1, failed: 1 }, x: { passed: 0, failed: 1 } },
    });
  });

  it('is told in English as well', () => {
    const text = cases(formula('inputs: { T: 1, V: 2 }, expect: 3'));
    const report = verifyFolder([{ path: 'a.yaml', text }], { language: 'en' });
    expect(printReport(report, { language: 'en' })).toContain('expected 3, received 2, difference -1');
  });
});

describe('a case that cannot be read', () => {
  it.each([
    ['broken YAML', 'cases: [', 'a.yaml:1:9: файл не читается как YAML'],
    ['two documents', 'cases: []\n---\ncases: []\n', 'a.yaml:2:1: в файле несколько документов'],
    ['a file of 17 MiB', `# ${'x'.repeat(17 * 1024 * 1024)}`, 'a.yaml:1:1: файл слишком большой'],
    ['lists in lists without end', `cases: ${'['.repeat(20_000)}`, 'a.yaml:1:1: '],
    ['an empty file', '', 'a.yaml:1:1: файл пуст'],
    ['a list on top', '- id: a', 'a.yaml:1:1: '],
    ['no cases', 'tags: [x]', 'a.yaml:1:1 cases: '],
    ['a case that is a text', 'cases: [a]', 'a.yaml:1:9 cases[0]: '],
    ['an anchor', 'cases:\n  - &a { id: a }\n', 'a.yaml:2:8 cases[0]: '],
    ['a forbidden key', cases(formula('__proto__: 1, inputs: { T: 1, V: 2 }')), 'a.yaml:2:47 cases[0].__proto__: '],
    ['a key twice', cases(formula('inputs: { T: 1, T: 2 }')), 'a.yaml:2:63 cases[0].inputs.T: '],
    [
      'a wrong day in facts',
      cases('  - { id: a, title: т, facts: { house: { readingWindow: { 2026-02-30: 20 } } }, expect: [{}] }\n'),
      'cases[0].facts.house.readingWindow.2026-02-30',
    ],
  ])('says where %s is', (_, text, place) => {
    const [first = ''] = problemsOf(text);
    expect(first).toContain(place);
    expect(of(text).failed).toBe(1);
  });

  it('never stops the run, whatever is in the file', () => {
    const whole = `${HOUSE}${house(METERED, '{ total: 350 }', 'b')}${formula('inputs: { T: 1, V: 2 }, expect: 2', 'a')}`;
    expect(of(whole)).toMatchObject({ passed: 2, failed: 0 });
    const cut = fc
      .tuple(fc.nat(whole.length), fc.nat(40), fc.string({ unit: 'binary', maxLength: 6 }))
      .map(([at, many, put]) => whole.slice(0, at) + put + whole.slice(at + many));
    fc.assert(
      fc.property(fc.oneof(cut, fc.string({ unit: 'binary' }), cut), (text) => {
        const report = of(text);
        expect(report.passed + report.failed).toBe(report.cases.length);
        expect(printReport(report)).toMatch(/\d+ passed, \d+ failed\n$/);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing from the cases beside it', () => {
    const report = of(cases(formula('inputs: { T: 1 }, expekt: 2', 'a'), formula('inputs: { T: 1, V: 2 }, expect: 2', 'b')));
    expect(report.cases.map(({ id, passed }) => [id, passed])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });
});

describe('a case with a formula', () => {
  it.each([
    [
      'an unknown formula',
      'inputs: { T: 1, V: 2 }, expect: 2',
      'нет; есть',
      (text: string) => text.replace('water.charge', 'water.chargee'),
    ],
    ['a letter too many', 'inputs: { T: 1, V: 2, Z: 3 }, expect: 2', 'нет буквы «Z»; есть T, V'],
    ['a letter too few', 'inputs: { T: 1 }, expect: 2', 'не дана буква «V»'],
    ['a word for a number', 'inputs: { T: 1, V: много }, expect: 2', '«много» — не число и не имя шага выше'],
    ['too many decimals', 'inputs: { T: 1.1234567, V: 2 }, expect: 2', 'water.charge, T: '],
    ['nothing to expect', 'inputs: { T: 1, V: 2 }', 'не сказано, чего ждать'],
    ['a day before the clause', 'on: 2012-08-31, inputs: { T: 1, V: 2 }, expect: 2', 'шаг «water.charge»: '],
  ])('says what is wrong with %s', (_, fields, told, change: (text: string) => string = (text) => text) => {
    expect(problemsOf(change(cases(formula(fields)))).join('\n')).toContain(told);
  });

  it.each([
    ['4.50', true],
    ['4.5', true],
    ['4.51', false],
    ['-4.50', false],
  ])('compares numbers, not their writing: %s', (expected, passed) => {
    expect(of(cases(formula(`inputs: { T: 2.25, V: 2 }, expect: ${expected}`))).cases[0]?.passed).toBe(passed);
  });

  it.each([
    ['46.868333333333…', true],
    ['46.868333333333...', true],
    ['46.868333333334…', false],
    ['46.8683333', false],
    ['46.87', false],
  ])('compares an unrounded value to the last digit stated: %s', (exact, passed) => {
    const text = cases(`  - { id: a, title: т, formula: water.volumeThrough, inputs: { V: 562.42, a: 1, b: 12 }, exact: ${exact} }\n`);
    expect(of(text).cases[0]?.passed).toBe(passed);
  });

  it('lets ours stand where a publisher erred, and wants to know why', () => {
    const text = (note: string): string => cases(formula(`inputs: { T: 46.10, V: 10.95 }, expect: 504.80, published: 506${note}`));
    expect(of(text('')).cases[0]).toMatchObject({
      passed: false,
      problems: ['публикация расходится с верным ответом: объясните это в поле note'],
    });
    expect(of(text(', note: тариф округлён')).cases[0]).toMatchObject({
      passed: true,
      publisherErrors: [{ what: 'water.charge', published: '506', ours: '504.8' }],
    });
    expect(printReport(of(text(', note: тариф округлён')), { all: true })).toContain('в источнике water.charge: 506; верно 504.8');
  });

  it('takes a published value that is ours rounded to its decimals', () => {
    expect(of(cases(formula('inputs: { T: 46.10, V: 10.95 }, expect: 504.80, published: 505'))).passed).toBe(1);
  });

  it('carries the rounded result of a step into the next', () => {
    const text = `cases:
  - id: a
    title: т
    steps:
      - { name: среднее, formula: water.monthlyAverage, inputs: { ΔR: 10, m: 3 }, expect: 3.3333333 }
      - { name: плата, formula: water.charge, inputs: { T: 30, V: среднее }, exact: 99.999999, expect: 100.00 }
      - { name: всего, plus: [плата, '0.50'], minus: [среднее], expect: 97.1666667 }
`;
    expect(of(text).cases[0]).toMatchObject({ passed: true, differences: [] });
  });

  it.each([
    ['a step that comes later', `[{ name: a, plus: [b] }, { name: b, plus: ['1'] }]`, '«b» — не число и не имя шага выше'],
    ['two steps of one name', `[{ name: a, plus: ['1'] }, { name: a, plus: ['2'] }]`, 'шаг «a» назван дважды'],
    ['a step of nothing', '[{ name: a }]', 'нужна формула с inputs или сумма'],
  ])('says what is wrong with %s', (_, steps, told) => {
    expect(problemsOf(`cases: [{ id: a, title: т, steps: ${steps} }]`).join('\n')).toContain(told);
  });
});

describe('a case with a house', () => {
  const differences = (facts: string, expected: string): readonly unknown[] =>
    of(HOUSE + house(facts, expected)).cases.flatMap((one) => one.differences);

  it('compares only what is stated', () => {
    expect(differences(METERED, '{ lines: [{ service: coldWater, volume: 7 }] }')).toEqual([]);
    expect(differences(METERED, '{ total: 350 }')).toEqual([]);
  });

  it('tells each field that differs, with the difference of numbers', () => {
    expect(differences(METERED, '{ lines: [{ service: coldWater, volume: 6, amount: 300, basis: average }] }')).toEqual([
      { what: '2026-03 1 coldWater charge 2026-03', field: 'volume', expected: '6', received: '7', difference: '1' },
      { what: '2026-03 1 coldWater charge 2026-03', field: 'basis', expected: 'average', received: 'meter' },
      { what: '2026-03 1 coldWater charge 2026-03', field: 'amount', expected: '300', received: '350.00', difference: '50' },
    ]);
  });

  it('tells a line that is missing and a line that was not expected', () => {
    const normative = 'flats: [{ residents: 2 }]';
    expect(differences(normative, '{ lines: [{ service: coldWater, volume: 9, kind: charge }] }')).toMatchObject([
      { field: 'line', expected: 'строки нет' },
    ]);
    expect(differences(normative, '{ lines: [{ service: coldWater, volume: 9 }], only: false }')).toEqual([]);
    expect(differences(METERED, '{ lines: [{ service: coldWater, kind: factorExcess }], only: false }')).toMatchObject([
      { field: 'line', received: 'строки нет' },
    ]);
    expect(differences(METERED, '{ none: [coldWater] }')).toMatchObject([{ field: 'line', expected: 'строки нет' }]);
  });

  it('pairs lines that look alike by what fits best, whatever their order', () => {
    const meter = 'flats: [{ residents: 2, meters: [{ service: coldWater, commissioned: 2026-03-10, readings: { 2026-03-20: 5 } }] }]';
    const lines = '{ service: coldWater, basis: meter, volume: 5 }, { service: coldWater, basis: noMeterRaised, volume: 2.9032258 }';
    const reversed = '{ service: coldWater, basis: noMeterRaised, volume: 2.9032258 }, { service: coldWater, basis: meter, volume: 5 }';
    expect(differences(meter, `{ lines: [${lines}], only: false }`)).toEqual([]);
    expect(differences(meter, `{ lines: [${reversed}], only: false }`)).toEqual([]);
  });

  it('looks for texts in the printed explanation, and for their absence', () => {
    expect(differences(METERED, `{ explains: ['V = R − R₀ = 57 − 50'], omits: ['по среднему: показания нет'] }`)).toEqual([]);
    expect(differences(METERED, `{ explains: ['нет такого'], omits: ['R₀'] }`)).toMatchObject([{ field: 'explains' }, { field: 'omits' }]);
  });

  it('wants exactly the problems that are named', () => {
    expect(differences('flats: [{}]', '{ problems: [owners-missing] }')).toEqual([]);
    expect(differences('flats: [{}]', '{ problems: [no-normative] }')).toMatchObject([
      { field: 'problems', expected: 'no-normative', received: 'owners-missing' },
    ]);
    expect(differences('flats: [{}]', '{ total: 0 }')).toMatchObject([
      { field: 'problems', expected: 'нет ошибок', received: 'owners-missing' },
    ]);
    expect(differences(METERED, '{ problems: [owners-missing] }')).toMatchObject([{ field: 'problems', received: 'нет ошибок' }]);
  });

  it('asks for the account of a house of several', () => {
    const two = 'flats: [{ residents: 1 }, { residents: 2 }]';
    expect(of(HOUSE + house(two, '{ total: 0 }')).cases[0]?.problems).toEqual(['в доме несколько счетов: назовите account']);
    expect(differences(two, `{ account: '2', sums: { coldWater: 1350 }, houseTotal: 2025 }`)).toEqual([]);
  });

  it('asks for the month', () => {
    const text = `${HOUSE}  - { id: a, title: т, facts: { ${METERED} }, expect: [{ total: 350 }] }\n`;
    expect(of(text).cases[0]?.problems).toEqual(['не сказано, за какой месяц: month']);
  });

  it('completes and replaces what is common to the file', () => {
    expect(differences(`tariffs: { coldWater: { 2020-01-01: 60 } }, ${METERED}`, '{ total: 420 }')).toEqual([]);
  });

  it('prints the explanation of what failed', () => {
    const printed = printReport(of(HOUSE + house(METERED, '{ total: 351 }')));
    expect(printed).toContain('2026-03 1: total: ожидали 351, получили 350.00, разница -1');
    expect(printed).toContain('Плата: холодное водоснабжение');
    expect(printed.endsWith('0 passed, 1 failed\n')).toBe(true);
  });

  it('keeps the saldo of the months by the ledger', () => {
    const paid = METERED.replace('residents: 2', 'residents: 2, openings: { coldWater: 100 }, payments: { 2026-03-05: 150 }');
    expect(differences(paid, '{ saldo: { opening: 100, charged: 350, payments: 150, closing: 300 } }')).toEqual([]);
    expect(differences(paid, '{ saldo: { closing: 301 } }')).toEqual([
      { what: '2026-03 1 сальдо', field: 'closing', expected: '301', received: '300.00', difference: '-1' },
    ]);
  });

  it('tells a mistake of the engine as a failed case', () => {
    const twice = `records: { readings: [{ id: r, meter: нет, takenOn: 2026-02-20, value: 1 }] }, ${METERED}`;
    expect(differences(twice, '{ total: 350 }')).toMatchObject([{ field: 'problems', received: 'unknown-reference' }]);
  });
});
