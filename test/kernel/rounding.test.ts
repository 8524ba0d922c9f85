import { describe, expect, it } from 'vitest';
import { roundedQuotient, roundedQuotientSafe, safeDividend } from '../../src/kernel/rounding';

describe('rounding, half away from zero', () => {
  it.each([
    [12345, 10, 1235],
    [-12345, 10, -1235],
    [12344, 10, 1234],
    [-12344, 10, -1234],
    [12346, 10, 1235],
    [5, 10, 1],
    [-5, 10, -1],
    [4, 10, 0],
    [-4, 10, 0],
    [15, 10, 2],
    [25, 10, 3],
    [0, 10, 0],
    [-0, 10, 0],
    [1, 2, 1],
    [-1, 2, -1],
    [1, 3, 0],
    [2, 3, 1],
    [-2, 3, -1],
    [7, 7, 1],
    [10, 7, 1],
    [11, 7, 2],
    [42, 1, 42],
    [-42, 1, -42],
    [-0, 1, 0],
  ])('%s / %s is %s, in both widths', (dividend, divisor, whole) => {
    expect(roundedQuotient(BigInt(dividend), BigInt(divisor))).toBe(BigInt(whole));
    expect(roundedQuotientSafe(dividend, divisor)).toBe(whole);
  });

  it('takes a divisor of any size in the wide width', () => {
    expect(roundedQuotient(10n ** 40n / 2n, 10n ** 40n)).toBe(1n);
    expect(roundedQuotient(10n ** 40n / 2n - 1n, 10n ** 40n)).toBe(0n);
    expect(roundedQuotient(-(10n ** 40n) / 2n, 10n ** 40n)).toBe(-1n);
  });

  it.each([0n, -1n])('does not divide by %s', (divisor) => {
    expect(() => roundedQuotient(1n, divisor)).toThrow('a divisor must be positive');
  });

  it('is exact at the very end of the safe integers', () => {
    for (const divisor of [1, 2, 3, 7, 10, 1000, 94906265, 94906267, 2 ** 51, 2 ** 52 - 1]) {
      const most = safeDividend(divisor);
      for (let dividend = most; dividend > most - 50; dividend -= 1) {
        expect(roundedQuotientSafe(dividend, divisor)).toBe(Number(roundedQuotient(BigInt(dividend), BigInt(divisor))));
        expect(roundedQuotientSafe(-dividend, divisor)).toBe(Number(roundedQuotient(BigInt(-dividend), BigInt(divisor))));
      }
    }
  });
});
