import { describe, expect, it } from 'vitest';
import { onScale, quantity, quantityFromText, quantityText, sameValue, scaled, WIDEST } from '../../src/kernel/quantity';
import { BillingInvariantError } from '../../src/kernel/result';

describe('a quantity with its unit', () => {
  it('keeps the decimals as they were written', () => {
    expect(quantity('50.93', 'RUB/m3')).toEqual({ int: 5093n, scale: 2, unit: 'RUB/m3' });
    expect(quantity('50.930', 'RUB/m3')).toEqual({ int: 50930n, scale: 3, unit: 'RUB/m3' });
    expect(quantity('-0.5', 'm3')).toEqual({ int: -5n, scale: 1, unit: 'm3' });
    expect(quantity('-0', 'm3')).toEqual({ int: 0n, scale: 0, unit: 'm3' });
    expect(quantity('999999999999999.9999999', 'm3')).toEqual({ int: 9999999999999999999999n, scale: 7, unit: 'm3' });
  });

  it.each(['', '1,5', '1.', '.5', '1e3', '1.00000001', '1000000000000000', '007'])('written by ourselves as %j is our mistake', (text) => {
    expect(() => quantity(text, 'm3')).toThrow(BillingInvariantError);
  });

  it('from outside goes through the gate, and its problem is an answer', () => {
    expect(quantityFromText('4.745', 'm3/person-month', { integerDigits: 7, scale: 6 })).toEqual({
      ok: true,
      value: { int: 4_745_000n, scale: 6, unit: 'm3/person-month' },
    });
    expect(quantityFromText('4,745', 'm3', WIDEST)).toEqual({ ok: false, error: { code: 'number-format', value: '4,745' } });
  });

  it('is printed without its unit and without needless zeros', () => {
    expect(quantityText(quantity('9.490', 'm3'))).toBe('9.49');
    expect(quantityText(scaled(-5, 1, 'm3'))).toBe('-0.5');
    expect(quantityText(scaled(0n, 7, 'm3'))).toBe('0');
  });

  it('is the same value on a finer scale, and on a coarser one only if nothing is cut', () => {
    expect(onScale(quantity('1.5', 'm3'), 3)).toBe(1500n);
    expect(onScale(quantity('1.500', 'm3'), 1)).toBe(15n);
    expect(onScale(quantity('-1.50', 'm3'), 1)).toBe(-15n);
    expect(() => onScale(quantity('1.25', 'm3'), 1)).toThrow('1.25 has more than 1 decimals');
    expect(() => onScale(quantity('-1.25', 'm3'), 1)).toThrow(BillingInvariantError);
  });

  it('equals the same number written with other decimals', () => {
    expect(sameValue(quantity('1.5', 'm3'), quantity('1.500', 'm3'))).toBe(true);
    expect(sameValue(quantity('1.5', 'm3'), quantity('1.501', 'm3'))).toBe(false);
    expect(sameValue(quantity('1.501', 'm3'), quantity('1.5', 'm3'))).toBe(false);
    expect(sameValue(quantity('-1', 'm3'), quantity('1', 'm3'))).toBe(false);
  });
});
