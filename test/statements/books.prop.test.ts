import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import { accountBook } from '../../src/statements/account-book';
import { saldoSheet } from '../../src/statements/saldo-sheet';
import { factsOf, houseShape } from '../charges/random-house';
import { billedHouse, monthsFrom } from './billed-house';

const payments = fc.array(
  fc.record({ account: fc.nat({ max: 7 }), month: fc.nat({ max: 5 }), amount: fc.integer({ min: 1, max: 50_000_00 }) }),
  { maxLength: 12 },
);

const forBilled = (look: (billed: NonNullable<ReturnType<typeof billedHouse>>) => void): void =>
  fc.assert(
    fc.property(houseShape, payments, (shape, paid) => {
      const billed = billedHouse(factsOf(shape), monthsFrom('2025-09' as Month, 6), paid);
      if (billed !== null) look(billed);
    }),
    { numRuns: 25 },
  );

describe('entries of bills', () => {
  it('sum to the total of each bill', () => {
    forBilled(({ bills, entries }) => {
      for (const bill of bills) {
        const own = entries.filter(
          (entry) =>
            entry.account === bill.account && entry.postedIn === bill.month && (entry.kind === 'charge' || entry.kind === 'adjustment'),
        );
        expect(sumMoney(own.map((entry) => entry.amount))).toBe(bill.total);
        expect(new Set(own.map(({ kind, provider, service, month }) => `${kind} ${provider} ${service} ${month}`)).size).toBe(own.length);
      }
    });
  });
});

describe('the account book', () => {
  it('adds up on paper: lines to charged, parts to paid, months to one another, all to the saldo', () => {
    forBilled(({ parties, bills, entries }) => {
      for (const { account } of parties.accounts) {
        const own = entries.filter((entry) => entry.account === account);
        const book = accountBook({
          parties,
          account,
          bills: bills.filter((bill) => bill.account === account),
          entries: own,
          payments: [],
          from: null,
          to: null,
        });
        let closing = 0;
        for (const month of book.months) {
          expect(month.opening).toBe(closing);
          expect(sumMoney(month.lines.map(({ amount }) => amount))).toBe(month.charged);
          expect(sumMoney(month.adjustments.map(({ amount }) => amount))).toBe(month.adjusted);
          expect(sumMoney(month.payments.map(({ amount }) => amount))).toBe(month.paid);
          for (const payment of month.payments) expect(sumMoney(payment.parts.map(({ amount }) => amount))).toBe(payment.amount);
          for (const sum of ['opening', 'charged', 'adjusted', 'paid', 'closing'] as const) {
            expect(sumMoney(month.services.map((service) => service[sum]))).toBe(month[sum]);
          }
          closing = month.closing;
        }
        expect(book.closing).toBe(sumMoney(own.map((entry) => entry.amount)));
      }
    });
  });

  it('of some months begins where the whole book stands then', () => {
    forBilled(({ parties, bills, entries }) => {
      const account = parties.accounts[0]?.account ?? '';
      const sources = {
        parties,
        account,
        bills: bills.filter((bill) => bill.account === account),
        entries: entries.filter((entry) => entry.account === account),
        payments: [],
      };
      const whole = accountBook({ ...sources, from: null, to: null });
      const part = accountBook({ ...sources, from: '2025-11' as Month, to: '2025-12' as Month });
      expect(part.months).toEqual(whole.months.filter(({ month }) => month >= '2025-11' && month <= '2025-12'));
      expect(part.opening).toBe(whole.months.findLast(({ month }) => month < '2025-11')?.closing ?? 0);
    });
  });
});

describe('the saldo sheet', () => {
  it('adds up over accounts and over services, keeps debts and advances apart, and opens as the month before closed', () => {
    forBilled(({ parties, entries, months }) => {
      let before: ReturnType<typeof saldoSheet> | null = null;
      for (const month of months) {
        const sheet = saldoSheet(parties, entries, month);
        for (const sum of ['opening', 'brought', 'charged', 'adjusted', 'paid', 'moved', 'closing'] as const) {
          expect(sumMoney(sheet.rows.map((row) => row[sum]))).toBe(sheet.total[sum]);
          expect(sumMoney(sheet.services.map((row) => row[sum]))).toBe(sheet.total[sum]);
        }
        expect(sheet.total.closingSides.debt - sheet.total.closingSides.advance).toBe(sheet.total.closing);
        expect(sheet.rows.map(({ card }) => card.account)).toEqual(parties.accounts.map(({ account }) => account));
        if (before !== null) expect(sheet.rows.map((row) => row.opening)).toEqual(before.rows.map((row) => row.closing));
        before = sheet;
      }
    });
  });

  it('of a month does not see later entries', () => {
    forBilled(({ parties, entries, months }) => {
      const month = months[2] as Month;
      expect(saldoSheet(parties, entries, month)).toEqual(
        saldoSheet(
          parties,
          entries.filter((entry) => entry.postedIn <= month),
          month,
        ),
      );
    });
  });
});
