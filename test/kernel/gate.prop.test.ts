import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, type NumberShape, parseExact, scaledSafe } from '../../src/kernel/gate';

const Exact = Decimal.clone({ precision: 100 });
const WELL_FORMED = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** What the gate must answer, said another way: a regular expression and decimal.js. */
const expected = (text: string, shape: NumberShape): string => {
  if (text.length > shape.integerDigits + shape.scale + 18) return 'number-too-long';
  if (!WELL_FORMED.test(text)) return 'number-format';
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  if (whole.length > shape.integerDigits) return 'number-too-large';
  if (decimals.length > shape.scale) return 'number-too-many-decimals';
  const value = new Exact(text);
  if (value.lessThan(0) && shape.negative !== true) return 'number-negative';
  return value.times(new Exact(10).pow(shape.scale)).plus(0).toFixed(0).replace('-0', '0');
};

const answered = (text: string, shape: NumberShape): string => {
  const parsed = parseExact(text, shape);
  return parsed.ok ? String(parsed.value.int) : parsed.error.code;
};

const shapes = fc.record({ integerDigits: fc.integer({ min: 1, max: 15 }), scale: fc.integer({ min: 0, max: 7 }), negative: fc.boolean() });
const nearNumbers = fc.string({
  unit: fc.constantFrom(...'0011223456789...,--+eE_ x\u00a0\n', '٣', '９', '−', '𝟏'),
  maxLength: 45,
});
const numbers = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 17n }),
    fc.constantFrom('', '.'),
    fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 9 }),
  )
  .map(([sign, whole, point, decimals]) => `${sign}${whole}${point}${point === '' ? '' : decimals}`);
const unicode = fc.string({ unit: 'binary', maxLength: 60 });

describe('the gate for numbers from outside', () => {
  it.each([
    ['any unicode text', unicode],
    ['texts that look like numbers', nearNumbers],
    ['numbers', numbers],
  ])('answers %s as the grammar says', (_what, texts) => {
    fc.assert(
      fc.property(texts, shapes, (text, shape) => {
        expect(answered(text, shape)).toBe(expected(text, shape));
      }),
      { numRuns: 20_000 },
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }),
        shapes,
        (value, shape) => {
          const parsed = parseExact(value, shape);
          expect(parsed.ok).toBe(typeof value === 'string' && !Number.isNaN(Number(expected(value, shape))));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('gives the hot path the same number wherever it is a safe integer, and none elsewhere', () => {
    fc.assert(
      fc.property(fc.oneof(numbers, nearNumbers, unicode), fc.integer({ min: 0, max: 7 }), (text, scale) => {
        const parsed = parseExact(text, { integerDigits: 200, scale, negative: true });
        const number = parsed.ok ? Number(parsed.value.int) : Number.NaN;
        expect(scaledSafe(text, scale)).toBe(Number.isSafeInteger(number) ? number : Number.NaN);
      }),
      { numRuns: 30_000 },
    );
  });

  it('reads back what it prints, to the last digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 22n) + 1n, max: 10n ** 22n - 1n }), fc.integer({ min: 0, max: 7 }), (int, scale) => {
        const text = decimalText(int, scale);
        expect(text).toMatch(WELL_FORMED);
        expect(text).not.toMatch(/\.\d*0$/);
        expect(parseExact(text, { integerDigits: 22, scale, negative: true })).toEqual({ ok: true, value: { int, scale } });
      }),
      { numRuns: 10_000 },
    );
  });

  it('prints a safe integer as it prints the bigint', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 7 }), (int, scale) => {
        expect(decimalText(int, scale)).toBe(decimalText(BigInt(int), scale));
      }),
    );
  });
});
