import { describe, expect, it } from 'vitest';
import { asKopecks, kopecksFromText, lessMoney, NO_MONEY, negated, roublesText, roundToKopeck, sumMoney } from '../../src/kernel/money';
import { BillingInvariantError } from '../../src/kernel/result';

const most = asKopecks(Number.MAX_SAFE_INTEGER);
const kop = asKopecks;

describe('money, whole kopecks', () => {
  it.each([
    ['483.33', 48333],
    ['-483.33', -48333],
    ['0', 0],
    ['-0', 0],
    ['-0.00', 0],
    ['0.01', 1],
    ['-0.01', -1],
    ['5', 500],
    ['0.5', 50],
    ['9999999999999.99', 999_999_999_999_999],
  ])('%s roubles are %s kopecks', (text, kopecks) => {
    expect(kopecksFromText(text)).toEqual({ ok: true, value: kopecks });
  });

  it.each([
    ['0.001', 'number-too-many-decimals'],
    ['0.000', 'number-too-many-decimals'],
    ['10000000000000', 'number-too-large'],
    ['1,50', 'number-format'],
    ['', 'number-format'],
    [1.5, 'number-not-text'],
  ])('refuses %s', (text, code) => {
    const parsed = kopecksFromText(text);
    expect(parsed.ok ? parsed.value : parsed.error.code).toBe(code);
  });

  it.each([
    [48333, '483.33'],
    [-48333, '-483.33'],
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [100, '1.00'],
    [-100, '-1.00'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
    [-Number.MAX_SAFE_INTEGER, '-90071992547409.91'],
  ])('%s kopecks are printed as %s', (kopecks, text) => {
    expect(roublesText(kop(kopecks))).toBe(text);
  });

  it('rounds a line once, half a kopeck away from zero on both sides', () => {
    expect(roundToKopeck(-12345n, 1000n)).toEqual({ ok: true, value: -1235 });
    expect(roundToKopeck(12345n, 1000n)).toEqual({ ok: true, value: 1235 });
    expect(roundToKopeck(12344n, 1000n)).toEqual({ ok: true, value: 1234 });
    expect(roundToKopeck(1n, 200n)).toEqual({ ok: true, value: 1 });
    expect(roundToKopeck(-1n, 200n)).toEqual({ ok: true, value: -1 });
    expect(roundToKopeck(1n, 201n)).toEqual({ ok: true, value: 0 });
  });

  it('refuses a sum that does not fit, to the kopeck', () => {
    const refused = { ok: false, error: { code: 'number-too-large', facts: { unit: 'RUB' } } };
    expect(roundToKopeck(9007199254740991n, 100n)).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER });
    expect(roundToKopeck(-9007199254740991n, 100n)).toEqual({ ok: true, value: -Number.MAX_SAFE_INTEGER });
    expect(roundToKopeck(9007199254740992n, 100n)).toEqual(refused);
    expect(roundToKopeck(-9007199254740992n, 100n)).toEqual(refused);
    expect(roundToKopeck(90071992547409914n, 1000n)).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER });
    expect(roundToKopeck(90071992547409915n, 1000n)).toEqual(refused);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])('does not take %s for kopecks', (value) => {
    expect(() => asKopecks(value)).toThrow(BillingInvariantError);
  });

  it('has no minus zero', () => {
    expect(asKopecks(-0)).toBe(0);
    expect(negated(NO_MONEY)).toBe(0);
    expect(lessMoney(kop(5), kop(5))).toBe(0);
    expect(sumMoney([kop(-5), kop(5)])).toBe(0);
    expect(sumMoney([])).toBe(0);
  });

  it('adds and subtracts to the kopeck', () => {
    expect(sumMoney([kop(10), kop(20), kop(-5)])).toBe(25);
    expect(lessMoney(kop(10), kop(25))).toBe(-15);
    expect(negated(kop(-15))).toBe(15);
    expect(sumMoney(new Set([most, kop(-1)]))).toBe(Number.MAX_SAFE_INTEGER - 1);
  });

  it('throws where a sum leaves the safe integers, even when it would come back a kopeck off', () => {
    expect(() => sumMoney([most, kop(1)])).toThrow(BillingInvariantError);
    expect(() => sumMoney([most, kop(2), kop(-2)])).toThrow(BillingInvariantError);
    expect(() => lessMoney(most, kop(-1))).toThrow(BillingInvariantError);
  });
});
