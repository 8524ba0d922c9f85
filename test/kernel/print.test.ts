import { describe, expect, it } from 'vitest';
import { atLeastZero, byFactor, input, inputsOf, minus, per, plus, ratio, smaller, times } from '../../src/kernel/expression';
import { printExpression } from '../../src/kernel/print';
import { workOut } from './arithmetic';

const a = input<'m3'>('a');
const b = input<'m3'>('b');
const c = input<'m3'>('c');
const rate = input<'RUB/m3'>('T');
const factor = input<'1'>('K');

describe('an expression as people write it', () => {
  it.each([
    ['a', a],
    ['T × V', times(rate, input<'m3'>('V'))],
    ['T × V × K', byFactor(times(rate, input<'m3'>('V')), factor)],
    ['a + b − c', minus(plus(a, b), c)],
    ['a − b − c', minus(minus(a, b), c)],
    ['a − (b − c)', minus(a, minus(b, c))],
    ['a − (b + c)', minus(a, plus(b, c))],
    ['a + b − c', plus(a, minus(b, c))],
    ['a × K − b', minus(byFactor(a, factor), b)],
    ['(a − b) × K', byFactor(minus(a, b), factor)],
    ['a × (K + K)', byFactor(a, plus(factor, factor))],
    ['a × b / c', byFactor(a, ratio(b, c))],
    ['a / (b / c)', per(a, ratio(b, c))],
    ['a / (b × K)', per(a, byFactor(b, factor))],
    ['a / b / K', per(ratio(a, b), factor)],
    ['a / b × K', byFactor(ratio(a, b), factor)],
    ['min(a; b + c)', smaller(a, plus(b, c))],
    ['max(a − b; 0) × K', byFactor(atLeastZero(minus(a, b)), factor)],
    ['a − min(b; c)', minus(a, smaller(b, c))],
  ])('%s', (text, expression) => {
    expect(printExpression(expression)).toBe(text);
  });

  it.each([
    ['3 − (-5)', minus(a, b), { a: '3', b: '-5' }],
    ['3 + (-5)', plus(a, b), { a: '3', b: '-5' }],
    ['-3 − 5', minus(a, b), { a: '-3', b: '5' }],
    ['-3 × (-5)', byFactor(a, factor), { a: '-3', K: '-5' }],
    ['3 + (-5 × 1.5)', plus(a, byFactor(b, factor)), { a: '3', b: '-5', K: '1.5' }],
    ['min(-3; -5)', smaller(a, b), { a: '-3', b: '-5' }],
    ['3 − (-5 − 1)', minus(a, minus(b, c)), { a: '3', b: '-5', c: '1' }],
  ])('puts a negative value in brackets after a sign: %s', (text, expression, values: Readonly<Record<string, string>>) => {
    expect(printExpression(expression, (letter) => values[letter] as string)).toBe(text);
  });

  it('names its inputs once each, in the order they are met', () => {
    expect([...inputsOf(minus(byFactor(b, factor), smaller(b, atLeastZero(a))))]).toEqual(['b', 'K', 'a']);
  });
});

describe('the pencil and paper of these tests', () => {
  it.each([
    ['2 + 3 × 4', 14n],
    ['(2 + 3) × 4', 20n],
    ['10 − 4 − 3', 3n],
    ['12 / 3 / 2', 2n],
    ['12 / (6 / 2)', 4n],
    ['3 − (-5)', 8n],
    ['-3 × 2', -6n],
    ['min(3; -2) + max(-1; 0)', -2n],
  ])('%s', (text, value) => {
    const { over, under } = workOut(text) ?? { over: 0n, under: 1n };
    expect(over).toBe(value * under);
  });

  it.each(['1 / 0', '1 / (2 − 3)', '1 + 2 / (3 − 3)', 'max(1 / 0; 0)'])('%s has no value', (text) => {
    expect(workOut(text)).toBeNull();
  });

  it.each(['1 +', '1 2', '(1', 'x', '3 − -5', ''])('%j is no arithmetic', (text) => {
    expect(() => workOut(text)).toThrow();
  });
});
