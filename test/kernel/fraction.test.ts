import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, fractionText, NO_FRACTION, plusFraction, roundedFraction, sumFractions } from '../../src/kernel/fraction';
import { BillingInvariantError } from '../../src/kernel/result';

const any = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([a, b]) => fraction(a, b));

describe('a fraction', () => {
  it('is in lowest terms, so that equal values are equal', () => {
    expect(fraction(6n, 4n)).toEqual({ over: 3n, under: 2n });
    expect(fraction(-6n, 4n)).toEqual({ over: -3n, under: 2n });
    expect(fraction(0n, 130n)).toEqual(NO_FRACTION);
    expect(fraction(7n, 1n)).toEqual({ over: 7n, under: 1n });
  });

  it('has a positive divisor', () => {
    expect(() => fraction(1n, 0n)).toThrow(BillingInvariantError);
    expect(() => fraction(1n, -3n)).toThrow(BillingInvariantError);
  });

  it.each([
    [fraction(2850n, 13n), 6, '219.230769…'],
    [fraction(19n, 2n), 6, '9.5'],
    [fraction(1n, 3n), 3, '0.333…'],
    [fraction(-1n, 3n), 3, '-0.333…'],
    [fraction(1n, 3000n), 2, '0.00…'],
    [fraction(-1n, 3000n), 2, '-0.00…'],
    [fraction(1001n, 3n), 0, '333.…'],
    [NO_FRACTION, 6, '0'],
  ])('%o to %i digits is %s', (of, digits, text) => {
    expect(fractionText(of, digits)).toBe(text);
  });

  it('rounds half away from zero', () => {
    expect([fraction(5n, 1000n), fraction(-5n, 1000n), fraction(4999n, 1_000_000n)].map((one) => roundedFraction(one, 2))).toEqual([
      1n,
      -1n,
      0n,
    ]);
  });

  it('sums exactly, in any order', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (parts) => {
        expect(sumFractions(parts)).toEqual(sumFractions(parts.toReversed()));
        const under = parts.reduce((all, one) => all * one.under, 1n);
        const over = parts.reduce((all, one) => all + (one.over * under) / one.under, 0n);
        expect(sumFractions(parts)).toEqual(fraction(over, under));
      }),
    );
  });

  it('and its mirror are nothing', () => {
    fc.assert(
      fc.property(any, (one) => {
        expect(plusFraction(one, fraction(-one.over, one.under))).toEqual(NO_FRACTION);
      }),
    );
  });
});
