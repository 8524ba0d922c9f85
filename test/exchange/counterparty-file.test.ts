import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCounterpartyCsv, printCounterpartyJson, readCounterparty } from '../../src/exchange/counterparty-file';
import { counterpartyJsonSchema } from '../../src/exchange/facts-schema';
import { addDays, type Day, type Month } from '../../src/kernel/calendar';
import { asKopecks, roublesText } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { type CounterpartyOperation, type CounterpartyRecords, OPERATION_TYPES } from '../../src/model/counterparty-records';

const money = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }).map((kopecks) => roublesText(asKopecks(kopecks)));
const day = fc.nat({ max: 3000 }).map((count) => addDays('2019-01-01' as Day, count));
const month = day.map((one) => one.slice(0, 7) as Month);
const text = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'абв № 1;,"=+-@\'') }).filter((one) => one.trim() !== '');

const operation: fc.Arbitrary<CounterpartyOperation> = fc.record(
  {
    type: fc.constantFrom(...OPERATION_TYPES),
    date: day,
    receivedOn: day,
    booked: month,
    period: month,
    service: fc.constantFrom('coldWater' as const, 'maintenance' as const),
    provider: fc.constantFrom('uk', 'vk'),
    account: fc.constantFrom('590001', 'old/1'),
    document: text,
    amount: money,
    disputed: text,
  },
  { requiredKeys: ['type', 'amount', 'date', 'period'] },
);

const records: fc.Arbitrary<CounterpartyRecords> = fc
  .record({ opening: money, closing: money, operations: fc.array(operation, { maxLength: 8 }) }, { requiredKeys: ['operations'] })
  .map((one) => ({ ...one, readings: [] }));

const mistakes = (path: string, content: string): readonly string[] => {
  const read = readCounterparty({ path, text: content });
  return read.ok ? [] : read.error.map(({ at, code, value }) => `${at} ${code}${value === undefined ? '' : ` ${value}`}`);
};

describe('the records of the other side', () => {
  it('are what they were after printing and reading, as a table and as JSON', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(';' as const, ',' as const), (one, delimiter) => {
        expect(must(wrapped('x.csv', printCounterpartyCsv(one, delimiter)))).toEqual(one);
        expect(must(wrapped('x.json', printCounterpartyJson(one)))).toEqual(one);
      }),
    );
  });

  it('are told with line, field and value when they are wrong, and nothing is taken', () => {
    expect(
      mistakes(
        't.csv',
        'type;date;period;amount\npayment;2026-03-10;;550,00\npayment;;2026-03;5.00\ncharge;;;5.00\nrefund;2026-01-01;;1\n',
      ),
    ).toEqual([
      't.csv:2:21 amount number-format 550,00',
      't.csv:3:9 date field-missing',
      't.csv:4:9 period field-missing',
      't.csv:5:1 type not-one-of refund',
    ]);
    expect(mistakes('t.csv', 'type;amount;service\nopening;5.00;coldWater\n')).toEqual(['t.csv:2:14 service field-unknown']);
    expect(mistakes('t.csv', 'type;amount\nopening;5.00\nopening;6.00\n')).toEqual(['t.csv:3:1 type key-duplicate']);
    expect(mistakes('t.csv', 'type;sum\n')).toEqual(['t.csv:1:1 column-missing', 't.csv:1:6 column-unknown']);
    expect(mistakes('t.txt', 'x')).toEqual(['t.txt:1:1 file-type-unknown t.txt']);
    expect(mistakes('t.yaml', '')).toEqual(['t.yaml:1:1 file-empty']);
    expect(mistakes('t.yaml', '- 1\n')).toEqual(['t.yaml:1:1 file-shape']);
    expect(
      mistakes(
        't.yaml',
        'openning: 5.00\noperations:\n  - { type: charge, amount: 5 }\nreadings: [{ meter: m, takenOn: 2026-02-30, value: 1 }]\n',
      ),
    ).toEqual([
      't.yaml:1:1 openning field-unknown',
      't.yaml:3:5 operations[0].period field-missing',
      't.yaml:4:33 readings[0].takenOn day-not-in-calendar 2026-02-30',
    ]);
  });

  it('have a published schema', () => {
    const file = new URL('../../docs/schemas/counterparty.schema.json', import.meta.url);
    const schema = `${JSON.stringify(counterpartyJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, schema);
    expect(JSON.parse(readFileSync(file, 'utf8')), 'run with UPDATE_DOCS=1').toEqual(JSON.parse(schema));
  });
});

const wrapped = (path: string, content: string) => {
  const read = readCounterparty({ path, text: content });
  return read.ok ? read : ({ ok: false, error: { code: read.error.map(({ at, code }) => `${at} ${code}`).join('; ') } } as const);
};
