import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadingForm, type ReadingIntake, type ReadingIntakeOptions, readReadings } from '../../src/exchange/reading-intake';
import type { Day } from '../../src/kernel/calendar';
import { assembleHouse } from '../../src/model/assemble';
import { readingRecord } from '../../src/model/meter-records';
import { factRecord } from '../../src/model/records';

const flat = (
  number: number,
  account: string,
  meters: readonly (readonly [service: string, serial: string, zones?: readonly string[]])[],
) => [
  {
    kind: 'premises',
    id: `f${number}`,
    house: 'h',
    number: String(number),
    type: 'dwelling',
    areas: [{ from: '2020-01-01', value: '50' }],
  },
  { kind: 'account', id: `a${number}`, number: account, aliases: [`old-${account}`], premises: `f${number}`, from: '2020-01-01' },
  ...meters.map(([service, serial, zones = ['T0']], index) => ({
    kind: 'meter',
    id: `m${number}-${index}`,
    premises: `f${number}`,
    service,
    point: String(index),
    serial,
    commissionedOn: '2025-01-10',
    registers: zones.map((zone) => ({ zone, initial: '0' })),
  })),
];

const RECORDS = [
  { kind: 'house', id: 'h', address: 'ул. Примерная, 1', region: 'test' },
  ...flat(1, '1234567', [['electricity', '00123456', ['T1', 'T2']]]),
  ...flat(2, '1234568', [['coldWater', '000123']]),
  ...flat(3, '1234569', [
    ['coldWater', 'c-1'],
    ['coldWater', 'c-2'],
    ['hotWater', '000200'],
  ]),
  { kind: 'reading', id: 'r', meter: 'm2-0', takenOn: '2026-10-20', value: '47.3' },
];

const HOUSES = (() => {
  const house = assembleHouse(RECORDS.map((record) => factRecord.parse(record)));
  if (!house.ok) throw new Error(JSON.stringify(house.error));
  return [house.value];
})();

const read = (text: string, form: ReadingForm, more: Partial<ReadingIntakeOptions> = {}): ReadingIntake =>
  readReadings(text, { form, houses: HOUSES, file: 'file', receivedOn: '2026-11-20' as Day, ...more });

/** What came of each value, shortly. */
const told = ({ items }: ReadingIntake): readonly string[] =>
  items.map((item) =>
    'reading' in item
      ? `${item.at} ${item.reading.meter} ${item.reading.zone} ${item.reading.takenOn} ${item.reading.value}${item.warnings.map(({ code }) => ` ${code}`).join('')}`
      : `${item.at} ${item.problem.code} ${item.problem.value ?? ''}`,
  );

describe('a message', () => {
  it.each([
    [
      'of an operator, whose address has a slash',
      'г. Образцовск, ул. Примерная, д. 12/2, кв. 3/1234568/47,3/49/8(000)0000000',
      ['file:1 m2-0 T0 2026-11-20 49'],
    ],
    [
      'whose previous reading is not ours',
      'ул. Примерная, 1 / 1234568 / 50 / 61.600 / 70000000000',
      ['file:1 m2-0 T0 2026-11-20 61.6 reading-previous-mismatch'],
    ],
    [
      'of two zones',
      'ул. Примерная, 1-4 / 1234567 / Т1=0 Т2=0 / Т1=1300 Т2=590 / 70000000000',
      ['file:1 m1-0 T1 2026-11-20 1300', 'file:1 m1-0 T2 2026-11-20 590'],
    ],
    [
      'with four parts',
      'ул. Примерная, 1-5 / 1234570 / 12 / 70000000000',
      ['file:1 reading-row-form ул. Примерная, 1-5 / 1234570 / 12 / 70000000000'],
    ],
    ['of an account and two values', '1234567 1234 187', ['file:1 m1-0 T1 2026-11-20 1234', 'file:1 m1-0 T2 2026-11-20 187']],
    ['of an account and one value of a two-zone meter', '1234567 1234', ['file:1 reading-zones-mismatch 1']],
    ['by an old number', 'old-1234568#000123#00049,5', ['file:1 m2-0 T0 2026-11-20 49.5']],
    ['with a meter that the account has not', '1234568#000999#4619', ['file:1 reading-meter-unknown 000999']],
    ['of nobody', '7654321#000123#4619', ['file:1 account-unknown 7654321']],
    [
      'with counter codes',
      '1234568 1Х56 1Т56 1Г7',
      ['file:1 [1] m2-0 T0 2026-11-20 56', 'file:1 [2] reading-service-unknown 1Т', 'file:1 [3] reading-meter-unknown gas'],
    ],
    ['with day and night codes', '1234567 1ЭД56 1ЭН7', ['file:1 [1] m1-0 T1 2026-11-20 56', 'file:1 [2] m1-0 T2 2026-11-20 7']],
    [
      'of all waters whose order nobody told',
      'ЖКХ 1# 1234569 Х 56.8 61.6 Г 47.3',
      [
        'file:1 [1] reading-meter-ambiguous coldWater',
        'file:1 [2] reading-meter-ambiguous coldWater',
        'file:1 [3] m3-2 T0 2026-11-20 47.3',
      ],
    ],
    ['of a bot, without an account', '/de 04619', ['file:1 reading-row-form /de 04619']],
    [
      'of free words, which are not guessed',
      'добрый день квартира 5 холодная 56 горячая 47 спасибо',
      ['file:1 reading-row-form добрый день квартира 5 холодная 56 горячая 47 спасибо'],
    ],
    ['with a value that is none', '1234568#000123#5O', ['file:1 number-format 5O']],
    [
      'of a zone that is none, whole',
      'ул. Примерная, 1-4/1234567/Т1=0 Т2=0/T1=100; T4=200/70000000000',
      ['file:1 reading-row-form ул. Примерная, 1-4/1234567/Т1=0 Т2=0/T1=100; T4=200/70000000000'],
    ],
    [
      'of a value without its zone beside one with it, whole',
      'ул. Примерная, 1-4/1234567/Т1=0 Т2=0/T1=100; 200/70000000000',
      ['file:1 reading-row-form ул. Примерная, 1-4/1234567/Т1=0 Т2=0/T1=100; 200/70000000000'],
    ],
    [
      'whose previous readings name no zone that is, whole',
      'ул. Примерная, 1-4/1234567/Т1=0 Т9=0/T1=100; T2=200/70000000000',
      ['file:1 reading-row-form ул. Примерная, 1-4/1234567/Т1=0 Т9=0/T1=100; T2=200/70000000000'],
    ],
    [
      'of two zones with spaces around the signs',
      'ул. Примерная, 1-4/1234567//Т1 = 100; Т2 =200;/70000000000',
      ['file:1 m1-0 T1 2026-11-20 100', 'file:1 m1-0 T2 2026-11-20 200'],
    ],
  ])('%s', (_what, line, expected) => {
    expect(told(read(line, 'message'))).toEqual(expected);
  });

  it('of all meters takes the order that the host knows', () => {
    const orderOf: NonNullable<ReadingIntakeOptions['orderOf']> = (_account, service) =>
      service === 'coldWater' ? ['m3-1', 'm3-0'] : ['m3-0', 'm3-1', 'm3-2'];
    expect(told(read('ЖКХ 1# 1234569 Х 56.8 61.6', 'message', { orderOf }))).toEqual([
      'file:1 [1] m3-1 T0 2026-11-20 56.8',
      'file:1 [2] m3-0 T0 2026-11-20 61.6',
    ]);
    expect(told(read('*1234569#56#61#7*Примерная 1-2', 'message', { orderOf })).map((one) => one.split(' ')[2])).toEqual([
      'm3-0',
      'm3-1',
      'm3-2',
    ]);
  });
});

describe('options', () => {
  it.each([
    ['by', { by: 'x'.repeat(301) }, { code: 'text-too-long', facts: { most: '300' } }],
    ['source', { source: 'bot' as 'resident' }, { code: 'not-one-of', value: 'bot' }],
    ['receivedOn', { receivedOn: '20.11.2026' as Day }, { code: 'day-format', value: '20.11.2026' }],
    ['service', { service: 'water' as 'gas' }, { code: 'not-one-of', value: 'water' }],
  ])('that are wrong are named on every row: %s', (field, more, problem) => {
    const intake = read('account;value;takenOn\n1234568;55;2026-10-05\n9;1;2026-10-05', 'table', more);
    expect(intake.readings).toEqual([]);
    expect(intake.problems).toMatchObject([
      { ...problem, at: `file:2 ${field}` },
      { ...problem, at: `file:3 ${field}` },
    ]);
  });

  it('name the service that the order of meters is asked for', () => {
    const asked: unknown[] = [];
    const orderOf: NonNullable<ReadingIntakeOptions['orderOf']> = (_account, service) => {
      asked.push(service);
      return ['m3-1', 'm3-0'];
    };
    expect(told(read('*1234569#56*', 'message', { orderOf, service: 'coldWater' }))).toEqual(['file:1 m3-1 T0 2026-11-20 56']);
    expect(asked).toEqual(['coldWater']);
  });
});

describe('a register', () => {
  it('of SBBOL skips the block it does not know, not the row', () => {
    const text = `1234567;Образцов А.Ф.;acc-1;addr-1;Образцовск, Примерная, 1, 2;3;00123456;Меркурий;01.01.2030;1234;20.11.2026;;4;00123456;Меркурий;01.01.2030;567;20.11.2026;
1234568;Образцова А.И.;acc-2;addr-2;Образцовск, Примерная, 1, 3;9;000123;ХВС кухня;01.01.2029;56,789;19.11.2026;;13;G-77;Мусор;;101.1;20.11.2026;
1234569;Примеров П.П.;acc-3;addr-3;Образцовск, Примерная, 2, 1;11;S-1;Стоки;;10;20.11.2026;;8;000200;ГВС;;5.5;31.11.2026;`;
    const intake = read(text, 'sbbol');
    expect(intake.rows).toBe(3);
    expect(told(intake)).toEqual([
      'file:1 [1] m1-0 T1 2026-11-20 1234',
      'file:1 [2] m1-0 T2 2026-11-20 567',
      'file:2 [1] m2-0 T0 2026-11-19 56.789',
      'file:2 [2] reading-service-unknown 13',
      'file:3 [1] reading-meter-unknown S-1',
      'file:3 [2] day-format 31.11.2026',
    ]);
    expect(intake.readings[2]).toMatchObject({ takenOn: '2026-11-19', receivedOn: '2026-11-20' });
  });

  it('of a managing company, with a tab before each account and a service without a meter', () => {
    const text =
      '\tЛиц.сч.;Адр.;Услуга;Показ.пред;Показ.тек.;Расход;\n\t1234568;Примерная, 1-2;011 Х.вода;47.3;61.6;;\t1234568;015 Г.вода;47.3;49;;\t1234568;Нет счетчика;;;;';
    expect(told(read(text, 'services'))).toEqual([
      'file:2 [1] m2-0 T0 2026-11-20 61.6',
      'file:2 [2] reading-meter-unknown hotWater',
      'file:2 [3] reading-absent Нет счетчика',
    ]);
  });

  it('of meters as JSON', () => {
    const text =
      '{"serial":"00123456","values":[{"date":"2026-11-20","values":{"B":"","T1":"1234","T2":"567","T3":""}},{"date":"2026-11-21","values":{}}]}\n{"serial":""}';
    expect(told(read(text, 'kvado'))).toEqual([
      'file:1 [1] m1-0 T1 2026-11-20 1234',
      'file:1 [1] m1-0 T2 2026-11-20 567',
      'file:1 [2] reading-absent 00123456',
      'file:2 reading-row-form {"serial":""}',
    ]);
  });

  it.each([
    ['a number where a text is due', '{"T1":"100","T2":200}'],
    ['a zone in small letters', '{"T1":"100","t2":"200"}'],
    ['a zone that is none', '{"T1":"100","T4":"200"}'],
    ['a value without a zone beside one with it', '{"B":"100","T1":"100"}'],
  ])('of meters as JSON is not taken in part for %s', (_what, stands) => {
    const row = `{"serial":"00123456","values":[{"date":"2026-11-20","values":${stands}}]}`;
    expect(read(row, 'kvado').items.map((item) => 'problem' in item && item.problem.code)).toEqual(['reading-row-form']);
  });

  it('of a managing company has a header in its first line only', () => {
    const row = '1234568;Примерная, 1-2 (лиц. сч. открыт в 2020);011 Х.вода;47.3;61.6;';
    expect(told(read(`\n\tЛицевой счёт;Адр.;Услуга\n${row}`, 'services'))).toEqual(['file:3 m2-0 T0 2026-11-20 61.6']);
    expect(told(read(row, 'services'))).toEqual(['file:1 m2-0 T0 2026-11-20 61.6']);
    expect(told(read('Лиц.сч. 9;ул.;Х.вода;1;2;\nЛиц.сч.;Адр.;Услуга;Пред.;Тек.;', 'services'))).toEqual([
      'file:1 account-unknown Лиц.сч. 9',
      'file:2 reading-service-unknown Услуга',
    ]);
  });

  it('of a managing company drops no cell', () => {
    const row = '1234568;Примерная, 1-2;011 Х.вода;47.3;61.6;;1234568;;;;;1234568;;;;';
    expect(told(read(`${row};`, 'services'))).toEqual(['file:1 m2-0 T0 2026-11-20 61.6']);
    expect(read(`${row};1234568;Г.вода;1;777`, 'services').problems.map(({ code }) => code)).toEqual(['reading-row-form']);
    expect(told(read('1234568;Примерная, 1-2;011 Х.вода;47.3;61.6;;1234568;;15', 'services'))).toEqual([
      'file:1 [1] m2-0 T0 2026-11-20 61.6',
      'file:1 [2] reading-service-unknown ',
    ]);
  });

  it.each([
    ['account;value;takenon', { code: 'column-unknown', facts: { field: 'takenon', nearest: 'takenOn' } }],
    ['account;value;value', { code: 'column-duplicate', facts: { field: 'value' } }],
    ['account;zone;takenOn', { code: 'column-missing', facts: { field: 'value' } }],
    ['zone;value;takenOn', { code: 'column-missing', facts: { field: 'account' } }],
    ['account;val"ue;takenOn', { code: 'csv-quote', value: '"ue;takenOn' }],
  ])('with the header %s gives no reading, and every row names the column', (header, problem) => {
    const intake = read(`${header}\n1234568;55;2026-10-05\n1234569;56;2026-10-05`, 'table');
    expect(intake.readings).toEqual([]);
    expect(intake.rows).toBe(2);
    expect(intake.problems).toMatchObject([
      { ...problem, at: 'file:2' },
      { ...problem, at: 'file:3' },
    ]);
  });

  it('with quoted column names is read', () => {
    expect(told(read('"account";"value"\n"1234568";"55"', 'table'))).toEqual(['file:2 m2-0 T0 2026-11-20 55']);
  });

  it('of SBBOL takes no name of the language for a kind of block', () => {
    expect(told(read('1234568;;;;;constructor;000123;;;55;2026-11-10;', 'sbbol'))).toEqual(['file:1 reading-service-unknown constructor']);
  });

  it('tells a repetition from two readings of one day', () => {
    const text =
      'account;serial;value;takenOn\n1234568;000123;50;2026-11-18\n1234568;000123;50.0;2026-11-18\n1234569;c-1;7;2026-11-18\n1234569;c-1;8;2026-11-18';
    expect(told(read(text, 'table'))).toEqual([
      'file:2 m2-0 T0 2026-11-18 50',
      'file:3 reading-repeated 50',
      'file:4 reading-rows-differ 7',
      'file:5 reading-rows-differ 8',
    ]);
  });

  it('gives an equal value of the next month as a reading of its own: it is a zero month', () => {
    const text = 'account;value;takenOn\n1234568;50;2026-10-18\n1234568;50;2026-11-18';
    expect(read(text, 'table').readings.map(({ takenOn }) => takenOn)).toEqual(['2026-10-18', '2026-11-18']);
  });
});

const ACCOUNTS = ['1234567', '1234568', '1234569', 'old-1234568', '12345б8', '', '9'];
const SERIALS = ['00123456', '000123', 'c-1', 'c-2', '000200', 'x', ''];
const cell = fc
  .oneof(fc.constantFrom('', '5', '05,5', '47.3', '-1', '1e3', 'Т1', '٣'), fc.string({ maxLength: 6 }))
  .map((text) => text.replaceAll(/[\r\n;"]/g, ''));
const row = fc
  .tuple(
    fc.constantFrom(...ACCOUNTS),
    fc.constantFrom(...SERIALS),
    fc.constantFrom('', 'T0', 'T1', 'T2', 'T9'),
    cell,
    fc.constantFrom('2026-11-18', '18.11.2026', '2026-02-30', ''),
  )
  .map((cells) => cells.join(';'));

describe('a register with odd codes and rows out of order loses no row', () => {
  const HEAD = 'account;serial;zone;value;takenOn';

  it('gives each row as a fact or as a problem, and the counts add up', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const intake = read([HEAD, ...rows].join('\n'), 'table');
        expect(intake.rows).toBe(rows.length);
        expect(intake.readings.length + intake.problems.length).toBe(intake.items.length);
        expect([...new Set(intake.items.map(({ line }) => line))]).toEqual(rows.map((_, index) => index + 2));
        expect(intake.items.map(({ raw }) => raw)).toEqual(rows);
        for (const { at } of intake.problems) expect(at).toMatch(/^file:\d+/);
        for (const reading of intake.readings) expect(readingRecord.parse(reading)).toEqual(reading);
      }),
    );
  });

  it('gives the same facts whatever the order of the rows', () => {
    const shuffled = fc
      .array(row, { maxLength: 20 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        const ids = (list: readonly string[]): readonly string[] =>
          read([HEAD, ...list].join('\n'), 'table')
            .readings.map(({ id }) => id)
            .sort();
        expect(ids(other)).toEqual(ids(rows));
      }),
    );
  });

  it('answers something for every line of any text, in every form', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40, unit: 'grapheme' }),
      row,
      fc.constantFrom('1234568#000123#5', 'ЖКХ 1# 1234569 Х 1 Г 2', '*1#2*', '{"serial":"000123","values":[1]}'),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 10 }),
        fc.constantFrom<ReadingForm>('message', 'sbbol', 'services', 'kvado'),
        (lines, form) => {
          const texts = lines.map((text) => text.replaceAll(/[\r\n]/g, ' '));
          const intake = read(texts.join('\n'), form);
          const told = texts.flatMap((text, index) => (text.trim() === '' ? [] : [index + 1]));
          expect([...new Set(intake.items.map((item) => item.line))]).toEqual(told);
        },
      ),
    );
  });
});
