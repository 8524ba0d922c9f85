import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedQuotient, roundedQuotientSafe, safeDividend } from '../../src/kernel/rounding';

const RUNS = { numRuns: 20_000 };
const divisors = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  fc.maxSafeInteger().map((n) => (Math.abs(n) % 2 ** 51) + 1),
);

/** Quotients at, just under and just over a whole and a half: where a rounding goes wrong, if it does. */
const pairs = divisors.chain((divisor) => {
  const most = Math.floor(safeDividend(divisor) / divisor) - 1;
  const half = Math.floor(divisor / 2);
  return fc.record({
    divisor: fc.constant(divisor),
    dividend: fc
      .tuple(
        fc.oneof(
          fc.constant(Math.max(most, 0)),
          fc.maxSafeInteger().map((n) => Math.abs(n) % (Math.max(most, 0) + 1)),
        ),
        fc.constantFrom(0, 1, half - 1, half, half + 1, divisor - 1),
        fc.boolean(),
      )
      .map(([whole, rest, minus]) => (minus ? -1 : 1) * (whole * divisor + Math.max(rest, 0)))
      .filter((dividend) => Math.abs(dividend) <= safeDividend(divisor)),
  });
});

describe('rounding, half away from zero', () => {
  it('lands within half a unit of the quotient, and a tie lands away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 45n), max: 10n ** 45n }), fc.bigInt({ min: 1n, max: 10n ** 25n }), (dividend, divisor) => {
        const whole = roundedQuotient(dividend, divisor);
        const off = 2n * (whole * divisor - dividend);
        expect(off <= divisor && off >= -divisor).toBe(true);
        if (off === divisor) expect(dividend > 0n).toBe(true);
        if (off === -divisor) expect(dividend < 0n).toBe(true);
      }),
      RUNS,
    );
  });

  it('rounds the halves of any divisor away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }), (whole, half) => {
        const dividend = whole * 2n * half + half;
        expect(roundedQuotient(dividend, 2n * half)).toBe(whole + 1n);
        expect(roundedQuotient(-dividend, 2n * half)).toBe(-whole - 1n);
      }),
    );
  });

  it('gives the same in the safe width as in the wide one', () => {
    fc.assert(
      fc.property(pairs, ({ dividend, divisor }) => {
        expect(roundedQuotientSafe(dividend, divisor)).toBe(Number(roundedQuotient(BigInt(dividend), BigInt(divisor))));
      }),
      RUNS,
    );
  });

  it('mirrors a reversal exactly: round(−x) = −round(x), and never gives minus zero', () => {
    fc.assert(
      fc.property(pairs, ({ dividend, divisor }) => {
        expect(roundedQuotientSafe(-dividend, divisor)).toBe(0 - roundedQuotientSafe(dividend, divisor));
        expect(roundedQuotient(BigInt(-dividend), BigInt(divisor))).toBe(-roundedQuotient(BigInt(dividend), BigInt(divisor)));
      }),
      RUNS,
    );
  });

  it('never gives less for more', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 1000 }), ({ dividend, divisor }, less) => {
        expect(roundedQuotientSafe(dividend, divisor)).toBeGreaterThanOrEqual(
          Number(roundedQuotient(BigInt(dividend - less), BigInt(divisor))),
        );
      }),
    );
  });
});
