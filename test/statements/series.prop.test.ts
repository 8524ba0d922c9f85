import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { sumMoney } from '../../src/kernel/money';
import { accountBook } from '../../src/statements/account-book';
import { accountSeries } from '../../src/statements/series';
import { factsOf, houseShape } from '../charges/random-house';
import { billedHouse, monthsFrom } from './billed-house';

const payments = fc.array(
  fc.record({ account: fc.nat({ max: 7 }), month: fc.nat({ max: 5 }), amount: fc.integer({ min: 1, max: 50_000_00 }) }),
  { maxLength: 12 },
);
const SUMS = ['brought', 'charged', 'adjusted', 'interest', 'paid', 'moved', 'succeeded'] as const;

it('sums of series equal the bills and the account book, by month and by year', () => {
  fc.assert(
    fc.property(houseShape, payments, (shape, paid) => {
      const billed = billedHouse(factsOf(shape), monthsFrom('2025-09' as Month, 6), paid);
      if (billed === null) return;
      for (const { account } of billed.parties.accounts) {
        const own = {
          parties: billed.parties,
          account,
          bills: billed.bills.filter((bill) => bill.account === account),
          entries: billed.entries.filter((entry) => entry.account === account),
          from: null,
          to: null,
        };
        const book = accountBook({ ...own, payments: [] });
        const months = accountSeries({ ...own, by: 'month' });
        const years = accountSeries({ ...own, by: 'year' });
        for (const { period, turnover } of months.total) {
          const month = book.months.find((one) => one.month === period);
          for (const sum of [...SUMS, 'opening', 'closing'] as const) {
            if (month !== undefined || (sum !== 'opening' && sum !== 'closing')) expect(turnover?.[sum] ?? 0).toBe(month?.[sum] ?? 0);
            const services = months.services.map(({ points }) => points.find((point) => point.period === period)?.turnover?.[sum]);
            expect(sumMoney(services.flatMap((value) => value ?? []))).toBe(turnover?.[sum] ?? 0);
          }
          const bill = own.bills.find((one) => one.month === period);
          const charges = months.services.flatMap(({ points }) => points.find((point) => point.period === period)?.charge ?? []);
          expect(sumMoney(charges.map((one) => one.billed))).toBe(month?.charged ?? 0);
          if (bill === undefined) expect(charges).toEqual([]);
        }
        const all = sumMoney(own.bills.map(({ total }) => total));
        for (const series of [months, years]) {
          const points = series.services.flatMap((one) => one.points);
          expect(sumMoney(points.flatMap(({ charge }) => charge?.now ?? []))).toBe(all);
          for (const sum of SUMS)
            expect(sumMoney(points.flatMap(({ turnover }) => turnover?.[sum] ?? []))).toBe(sumMoney(book.months.map((one) => one[sum])));
        }
        expect(years.total.map(({ period }) => period)).toEqual([...new Set(months.total.map((one) => one.period.slice(0, 4)))]);
      }
    }),
    { numRuns: 20 },
  );
});
