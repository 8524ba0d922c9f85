import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printTurnoverCsv } from '../../src/exchange';
import type { Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import { saldoSheet } from '../../src/statements/saldo-sheet';
import { SHEET_COLUMNS, TurnoverSheetFold, turnoverSheet } from '../../src/statements/turnover-sheet';
import { factsOf, houseShape } from '../charges/random-house';
import { billedHouse, monthsFrom } from './billed-house';

const payments = fc.array(
  fc.record({ account: fc.nat({ max: 7 }), month: fc.nat({ max: 5 }), amount: fc.integer({ min: 1, max: 50_000_00 }) }),
  { maxLength: 12 },
);
const columns = fc.subarray([...SHEET_COLUMNS]);
const FIRST = '2025-09' as Month;

describe('a turnover sheet', () => {
  it('has one total by whatever its rows are told apart, and its sides are those of each account, creditor and service', () => {
    fc.assert(
      fc.property(houseShape, payments, columns, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (shape, paid, by, a, b) => {
        const billed = billedHouse(factsOf(shape), monthsFrom(FIRST, 6), paid);
        if (billed === null) return;
        const months = billed.months;
        const [from, to] = [months[Math.min(a, b)] as Month, months[Math.max(a, b)] as Month];
        const sheet = turnoverSheet(billed.entries, { from, to, by });
        const finest = turnoverSheet(billed.entries, { from, to, by: SHEET_COLUMNS });
        expect(sheet.total).toEqual(finest.total);
        for (const row of [...sheet.rows, sheet.total]) {
          expect(row.openingSides.debt - row.openingSides.advance).toBe(row.opening);
          expect(row.closingSides.debt - row.closingSides.advance).toBe(row.closing);
          const { opening, brought, charged, adjusted, interest, moved, succeeded, paid: money, closing } = row;
          expect(opening + brought + charged + adjusted + interest + moved + succeeded - money).toBe(closing);
        }
        expect(sumMoney(finest.rows.filter(({ closing }) => closing > 0).map(({ closing }) => closing))).toBe(
          sheet.total.closingSides.debt,
        );
        // A month opens as the one before closed; two halves make the whole.
        if (from < to) {
          const first = turnoverSheet(billed.entries, { from, to: from, by });
          expect(turnoverSheet(billed.entries, { from: monthsFrom(from, 2)[1] as Month, to, by }).total.openingSides).toEqual(
            first.total.closingSides,
          );
        }
        expect(saldoSheet(billed.parties, billed.entries, to).total).toEqual(turnoverSheet(billed.entries, { from: to, to, by }).total);
        // Taken house by house or account by account it is the same.
        const fold = new TurnoverSheetFold({ from, to, by });
        for (const { account } of billed.parties.accounts) fold.take(billed.entries.filter((entry) => entry.account === account));
        expect(fold.sheet()).toEqual(sheet);
      }),
      { numRuns: 20 },
    );
  });

  it('is a table in which a spreadsheet runs nothing', () => {
    const entry = {
      id: 'b#0',
      house: 'h',
      account: '=1+1',
      provider: 'uk',
      service: 'maintenance',
      kind: 'charge',
      month: FIRST,
      postedIn: FIRST,
      amount: 10_50,
      valueDay: '2025-09-30',
      at: '2025-09-30T00:00:00.000Z',
      cause: 'bill:h:2025-09:1',
    } as never;
    expect(printTurnoverCsv(turnoverSheet([entry], { from: FIRST, to: FIRST, by: ['account', 'service'] }), ';')).toBe(
      [
        'account;service;openingDebt;openingAdvance;brought;charged;adjusted;interest;penalties;refunded;moved;succeeded;paid;closingDebt;closingAdvance',
        "'=1+1;maintenance;0.00;0.00;0.00;10.50;0.00;0.00;0.00;0.00;0.00;0.00;0.00;10.50;0.00",
        'total;;0.00;0.00;0.00;10.50;0.00;0.00;0.00;0.00;0.00;0.00;0.00;10.50;0.00',
        '',
      ].join('\n'),
    );
  });
});
