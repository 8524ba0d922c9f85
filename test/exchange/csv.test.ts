import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../src/exchange/csv-guard';
import { splitLine } from '../../src/exchange/csv-line';
import { CSV_GROUPS } from '../../src/exchange/groups';
import { printFactsCsv } from '../../src/exchange/print-facts';
import { facts, payments } from './arbitrary-facts';
import { mistakes, read } from './read';

const delimiter = fc.constantFrom(';' as const, ',' as const);
const hostile = fc.string({ unit: fc.constantFrom('"', ';', ',', '=', '+', '-', '@', "'", ' ', 'a', 'я', '1', '＝'), maxLength: 12 });

describe('a line of a table', () => {
  it('is cut as csv-parse cuts it, and refused where csv-parse refuses it', () => {
    fc.assert(
      fc.property(hostile, delimiter, (line, separator) => {
        fc.pre(line !== '');
        const ours = splitLine(line, separator);
        let theirs: string[] | null = null;
        try {
          theirs = parse(line, { delimiter: separator, relax_column_count: true })[0] ?? null;
        } catch {
          theirs = null;
        }
        expect(ours.ok ? ours.value.map(({ text }) => text) : null).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells the column of each value', () => {
    const cells = splitLine('r-1;"a;""b";c', ';');
    expect(cells).toEqual({
      ok: true,
      value: [
        { text: 'r-1', column: 1 },
        { text: 'a;"b', column: 5 },
        { text: 'c', column: 13 },
      ],
    });
  });
});

describe('tables that spreadsheets open', () => {
  it('guards and unguards to the same text', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });

  it('never begins a value so that a spreadsheet runs it, and leaves numbers alone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(guardCell(text)).toMatch(/^(-?\d+(\.\d+)?$|[^=+\-@\t\r＝＋－＠]|$)/);
      }),
    );
    expect(guardCell('-100.50')).toBe('-100.50');
    expect(guardCell("=cmd|' /C calc'!A0")).toBe("'=cmd|' /C calc'!A0");
  });

  it('has only fields that fit a cell in each kind of table', () => {
    const others = CSV_GROUPS.flatMap(({ name, form }) =>
      [...form.fields].filter(([, { is }]) => is !== 'text' && is !== 'boolean').map(([field]) => `${name}.${field}`),
    );
    expect(others).toEqual(['payments.services']);
  });

  it('refuses a cell of sums by service that has another form', () => {
    const rows = ['gas=1.00', 'gas=1.00  heating=2.00', 'gas', 'gas=', '=1'].map((cell, row) => `p-${row},1,5.00,2026-10-05,${cell}`);
    expect(mistakes([{ path: 'payments.csv', text: `id,account,amount,paidOn,services\n${rows.join('\n')}\n` }])).toEqual(
      [3, 4, 5, 6].map((line) => `payments.csv:${line}:23 services wrong-type`),
    );
  });

  it.each(['payment', 'reading', 'openingSaldo', 'resident'] as const)('prints %s facts so that reading gives them back', (kind) => {
    const group = CSV_GROUPS.find((one) => one.kind === kind);
    fc.assert(
      fc.property(facts(kind), delimiter, (records, separator) => {
        const path = `${group?.name}.csv`;
        expect(read([{ path, text: printFactsCsv(kind, records, separator) }]).records).toEqual(records);
      }),
    );
  });

  it('prints no value that a spreadsheet would run, whatever people are called', () => {
    fc.assert(
      fc.property(payments, hostile, (records, text) => {
        fc.pre(text !== '');
        const table = printFactsCsv(
          'payment',
          records.map((record) => ({ ...record, by: text, source: text })),
          ';',
        );
        for (const row of parse(table, { delimiter: ';' }))
          for (const cell of row) expect(cell).not.toMatch(/^([=+@\t\r＝＋－＠]|-(?!\d+(\.\d+)?$))/);
      }),
    );
  });
});
