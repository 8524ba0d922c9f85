import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKopecks, kopecksFromText, lessMoney, negated, roublesText, sumMoney } from '../../src/kernel/money';

const printable = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(asKopecks);

describe('money, whole kopecks', () => {
  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(printable, (money) => {
        const text = roublesText(money);
        expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/);
        expect(kopecksFromText(text)).toEqual({ ok: true, value: money });
      }),
      { numRuns: 10_000 },
    );
  });

  it('sums as exact integers do', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(asKopecks), { maxLength: 200 }), (parts) => {
        expect(BigInt(sumMoney(parts))).toBe(parts.reduce((sum, part) => sum + BigInt(part), 0n));
      }),
    );
  });

  it('takes away what it gave: a + b − b = a, and a sum with its mirror is nothing', () => {
    fc.assert(
      fc.property(printable, printable, (a, b) => {
        expect(lessMoney(sumMoney([a, b]), b)).toBe(a);
        expect(sumMoney([a, negated(a)])).toBe(0);
      }),
    );
  });
});
