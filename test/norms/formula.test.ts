import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { byFactor, type Expression, inMonths, input, minus, plus, ratio, times } from '../../src/kernel/expression';
import { quantity, scaled } from '../../src/kernel/quantity';
import { BillingInvariantError } from '../../src/kernel/result';
import { type Act, clause } from '../../src/norms/act';
import { calculate, evaluate, formula, formulas, given, kernelOf } from '../../src/norms/formula';

const day = (text: string): Day => text as Day;
const today = day('2026-10-01');
const act: Act = { code: 'sample', title: 'ПП № 1', date: day('2000-01-01'), number: '1' };
const item = clause(act, 'item', 'проба', 'design', { '2012-09-01': 'п. 42', '2020-01-01': 'п. 42(1)', '2030-01-01': null });

const charge = formula({
  id: 'test.charge',
  title: 'Плата',
  symbol: 'P',
  clause: item,
  inputs: { T: given('RUB/m3', 6, 'Тариф'), V: given('m3', 7, 'Объём') },
  result: 'RUB',
  is: ({ T, V }) => times(T, V),
});

const volume = formula({
  id: 'test.volume',
  title: 'Объём по нормативу',
  symbol: 'V',
  clause: item,
  inputs: {
    N: given('m3/person-month', 6, 'Норматив'),
    n: given('person-day', 0, 'Проживающие'),
    D: given('day/month', 0, 'Дней в месяце'),
  },
  result: 'm3',
  is: ({ N, n, D }) => times<'m3', 'person-month'>(N, inMonths<'person'>(n, D)),
});

const shareOfDifference = formula({
  id: 'test.share',
  title: 'Доля',
  symbol: 'S',
  clause: item,
  inputs: { V: given('m3', 7, 'Объём'), a: given('m3', 7, 'Часть'), b: given('m3', 7, 'Целое'), c: given('m3', 7, 'Вычет') },
  result: 'm3',
  is: ({ V, a, b, c }) => byFactor(V, ratio(a, minus(b, c))),
});

const P = (T: string, V: string, on = today) => evaluate(charge, { T: quantity(T, 'RUB/m3'), V: quantity(V, 'm3') }, on);

describe('a legal formula evaluated aloud', () => {
  it('gives the value with the expression, the arithmetic, the clause and where each input comes from', () => {
    expect(P('50.93', '7.345')).toEqual({
      ok: true,
      value: {
        value: { int: 374_08n, scale: 2, unit: 'RUB' },
        trace: {
          symbol: 'P',
          title: 'Плата',
          value: '374.08',
          unit: 'RUB',
          expression: 'T × V',
          arithmetic: '50.93 × 7.345',
          legal: 'ПП № 1, п. 42(1)',
          under: [
            { symbol: 'T', title: 'Тариф', value: '50.93', unit: 'RUB/m3' },
            { symbol: 'V', title: 'Объём', value: '7.345', unit: 'm3' },
          ],
        },
      },
    });
  });

  it('shows the step that made an input in the place of the plain value', () => {
    const step = { symbol: 'V', title: 'Объём по нормативу', value: '7.345', unit: 'm3', expression: 'N × n / D' };
    const told = evaluate(charge, { T: quantity('50.93', 'RUB/m3'), V: quantity('7.345', 'm3') }, today, { V: step });
    expect(told.ok ? told.value.trace.under : []).toEqual([{ symbol: 'T', title: 'Тариф', value: '50.93', unit: 'RUB/m3' }, step]);
  });

  it('cites the clause as it was numbered on the day', () => {
    const legal = (on: string) => {
      const told = P('1', '1', day(on));
      return told.ok ? told.value.trace.legal : told.error.code;
    };
    expect(['2012-08-31', '2012-09-01', '2019-12-31', '2020-01-01', '2029-12-31', '2030-01-01'].map(legal)).toEqual([
      'formula-not-in-force',
      'ПП № 1, п. 42',
      'ПП № 1, п. 42',
      'ПП № 1, п. 42(1)',
      'ПП № 1, п. 42(1)',
      'formula-not-in-force',
    ]);
    expect(P('1', '1', day('2030-01-01'))).toEqual({
      ok: false,
      error: { code: 'formula-not-in-force', value: 'test.charge', facts: { day: '2030-01-01' } },
    });
  });

  it.each([
    ['0.5', '0.01', '0.01'],
    ['0.5', '-0.01', '-0.01'],
    ['0.5', '0.0099999', '0'],
    ['0.5', '-0.0099999', '0'],
    ['0.000001', '5000', '0.01'],
    ['0.000001', '4999.9999999', '0'],
    ['50.93', '0', '0'],
    ['50.93', '-7.345', '-374.08'],
  ])('%s × %s is %s roubles: half a kopeck goes away from zero', (T, V, roubles) => {
    const told = P(T, V);
    expect(told.ok ? told.value.trace.value : told.error).toBe(roubles);
  });

  it('rounds to fewer decimals at once when a policy asks for fewer: never twice', () => {
    const tie = { V: quantity('8.6414999', 'm3'), a: quantity('1', 'm3'), b: quantity('7', 'm3'), c: quantity('0', 'm3') };
    // 8.6414999 / 7 = 1.23449998…, which is 1.2345 at seven decimals and would go up to 1.235 from there.
    expect(calculate(shareOfDifference, tie)).toBe(12_345_000n);
    expect(calculate(shareOfDifference, tie, 3)).toBe(1234n);
    const told = evaluate(shareOfDifference, tie, today, {}, 3);
    expect(told.ok ? told.value.value : told.error).toEqual({ int: 1234n, scale: 3, unit: 'm3' });
    const out = new Float64Array(1);
    kernelOf(shareOfDifference, {}, 3).run({ V: Float64Array.of(86_414_999), a: 10_000_000, b: 70_000_000, c: 0 }, {}, 1, out);
    expect(out[0]).toBe(1234);
  });
});

describe('a legal formula without a value', () => {
  const ways = (values: { readonly V: string; readonly a: string; readonly b: string; readonly c: string }) => {
    const q = { V: quantity(values.V, 'm3'), a: quantity(values.a, 'm3'), b: quantity(values.b, 'm3'), c: quantity(values.c, 'm3') };
    const told = evaluate(shareOfDifference, q, today);
    const kernel = kernelOf(shareOfDifference, { V: 0, a: 0, b: 0, c: 0 });
    const out = new Float64Array(1);
    kernel.run({ V: Number(values.V), a: Number(values.a), b: Number(values.b), c: Number(values.c) }, {}, 1, out);
    return { aloud: told.ok ? told.value.trace.value : told.error, silent: calculate(shareOfDifference, q), column: out[0] };
  };

  it('for a divisor that is zero or negative is a problem aloud, null in silence and no number in a column', () => {
    const problem = { code: 'division-by-zero', value: 'test.share' };
    expect(ways({ V: '6', a: '1', b: '2', c: '2' })).toEqual({ aloud: problem, silent: null, column: Number.NaN });
    expect(ways({ V: '6', a: '1', b: '2', c: '3' })).toEqual({ aloud: problem, silent: null, column: Number.NaN });
    expect(ways({ V: '0', a: '0', b: '0', c: '0' })).toEqual({ aloud: problem, silent: null, column: Number.NaN });
    expect(ways({ V: '6', a: '1', b: '3', c: '1' })).toEqual({ aloud: '3', silent: 30_000_000n, column: 30_000_000 });
  });

  it('for a result that is no safe integer is a problem aloud, null in silence and no number in a column', () => {
    const problem = { code: 'number-too-large', value: 'test.share' };
    expect(ways({ V: '900719925', a: '1', b: '1', c: '0' })).toEqual({
      aloud: '900719925',
      silent: 9_007_199_250_000_000n,
      column: 9_007_199_250_000_000,
    });
    expect(ways({ V: '900719926', a: '1', b: '1', c: '0' })).toEqual({ aloud: problem, silent: null, column: Number.NaN });
    expect(ways({ V: '-900719926', a: '1', b: '1', c: '0' })).toEqual({ aloud: problem, silent: null, column: Number.NaN });
  });

  it('is told apart at the last safe integer', () => {
    const sum = (R: bigint) => {
      const values = { T: scaled(1n, 0, 'RUB/m3'), V: scaled(R, 7, 'm3') };
      const told = evaluate(charge, values, today);
      return { aloud: told.ok ? told.value.value.int : told.error.code, silent: calculate(charge, values) };
    };
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect(sum(most * 100_000n)).toEqual({ aloud: most, silent: most });
    expect(sum(-most * 100_000n)).toEqual({ aloud: -most, silent: -most });
    expect(sum(most * 100_000n + 49_999n)).toEqual({ aloud: most, silent: most });
    expect(sum(most * 100_000n + 50_000n)).toEqual({ aloud: 'number-too-large', silent: null });
    expect(sum(-most * 100_000n - 50_000n)).toEqual({ aloud: 'number-too-large', silent: null });
  });

  it('for an input with more decimals than it may carry is our mistake, aloud and in silence', () => {
    const values = { N: quantity('4.745', 'm3/person-month'), n: quantity('1.5', 'person-day'), D: quantity('31', 'day/month') };
    expect(() => evaluate(volume, values, today)).toThrow(BillingInvariantError);
    expect(() => calculate(volume, values)).toThrow(BillingInvariantError);
    const written = { ...values, n: quantity('2.0', 'person-day') };
    expect(calculate(volume, written)).toBe(3_061_290n);
    expect(evaluate(volume, written, today).ok).toBe(true);
  });
});

describe('the kernels of a formula', () => {
  it('are one for each set of scales and decimals, and another for another', () => {
    expect(kernelOf(charge)).toBe(kernelOf(charge, {}));
    expect(kernelOf(charge, { T: 2 })).toBe(kernelOf(charge, { T: 2 }));
    expect(kernelOf(charge, { T: 2 })).not.toBe(kernelOf(charge));
    expect(kernelOf(charge, { T: 2 })).not.toBe(kernelOf(charge, { V: 2 }));
    expect(kernelOf(charge, {}, 3)).not.toBe(kernelOf(charge));
    expect(kernelOf(charge)).not.toBe(kernelOf(volume));
  });

  it('give the same roubles for the same price on another scale', () => {
    const out = new Float64Array(2);
    const V = Float64Array.of(73_450_000, 1);
    kernelOf(charge, { T: 2 }).run({ T: 5093, V }, { V: 73_450_000 }, 2, out);
    expect([...out]).toStrictEqual([374_08, 0]);
    kernelOf(charge).run({ T: 50_930_000, V }, { V: 73_450_000 }, 2, out);
    expect([...out]).toStrictEqual([374_08, 0]);
  });
});

describe('a formula declared', () => {
  const declare = (id: string, is: (of: { readonly T: Expression<'RUB/m3'>; readonly V: Expression<'m3'> }) => Expression<'RUB'>) =>
    formula({
      id,
      title: 'x',
      symbol: 'x',
      clause: item,
      inputs: { T: given('RUB/m3', 6, 'Т'), V: given('m3', 7, 'О') },
      result: 'RUB',
      is,
    });

  it('is found by its id', () => {
    expect(formulas().get('test.charge')).toBe(charge);
    expect(charge.printed).toBe('T × V');
    expect(volume.printed).toBe('N × n / D');
    expect(shareOfDifference.printed).toBe('V × a / (b − c)');
  });

  it('twice under one id is our mistake', () => {
    expect(() => declare('test.charge', ({ T, V }) => times(T, V))).toThrow('formula test.charge is declared twice');
  });

  it('must use every input it declares, and no other', () => {
    expect(() => declare('test.unused', ({ T }) => times<'RUB', 'm3'>(T, input('T')))).toThrow(
      'formula test.unused does not use its input V',
    );
    expect(() => declare('test.foreign', ({ T, V }) => plus(times(T, V), input('X')))).toThrow(
      'formula test.foreign uses an input that it does not declare',
    );
    expect(formulas().has('test.unused') || formulas().has('test.foreign')).toBe(false);
  });
});
