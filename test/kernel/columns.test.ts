import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Column, compileColumns, largestSize } from '../../src/kernel/columns';
import {
  atLeastZero,
  byFactor,
  inMonths,
  input,
  minus,
  type Node,
  partOfMonth,
  plus,
  ratio,
  smaller,
  times,
} from '../../src/kernel/expression';

const MOST = Number.MAX_SAFE_INTEGER;
const charge = times(input<'RUB/m3'>('T'), input<'m3'>('V'));
const raised = byFactor(times(input<'RUB/m3'>('T'), input<'m3'>('V')), input<'1'>('K'));
const byNormative = times(input<'m3/person-month'>('N'), inMonths<'person'>(input('n'), input('D')));
const byMeter = minus(input<'m3'>('R'), input<'m3'>('R0'));

interface Ran {
  readonly way: 'fast' | 'wide';
  readonly out: readonly number[];
}

const run = (
  node: Node,
  scales: Readonly<Record<string, number>>,
  resultScale: number,
  given: Readonly<Record<string, readonly number[] | number>>,
  bounds?: Readonly<Record<string, number>>,
): Ran => {
  const columns: Record<string, Column> = {};
  const largest: Record<string, number> = {};
  let rows = 1;
  for (const [name, values] of Object.entries(given)) {
    if (typeof values === 'number') columns[name] = values;
    else {
      rows = values.length;
      const column = Float64Array.from(values);
      columns[name] = column;
      largest[name] = largestSize(column, rows);
    }
  }
  const out = new Float64Array(rows + 1).fill(-777);
  const way = compileColumns(node, (name) => scales[name] ?? 0, resultScale).run(columns, bounds ?? largest, rows, out);
  expect(out[rows]).toBe(-777);
  return { way, out: [...out.subarray(0, rows)] };
};

describe('money in columns: V × T, rounded once to the kopeck', () => {
  const scales = { T: 2, V: 3 };

  it('rounds half a kopeck away from zero on both sides', () => {
    const V = [5, -5, 4, -4, 15, -15, 0, 7345];
    // 0.50 × 0.005 = 0.0025; 0.50 × 0.010 = 0.005
    expect(run(charge, scales, 2, { T: 100, V })).toStrictEqual({ way: 'fast', out: [1, -1, 0, 0, 2, -2, 0, 735] });
    expect(run(charge, scales, 2, { T: 100, V }, {})).toStrictEqual({ way: 'wide', out: [1, -1, 0, 0, 2, -2, 0, 735] });
  });

  it('charges 7.345 m³ at 50.93 as the pencil does: 374.08085', () => {
    expect(run(charge, scales, 2, { T: 5093, V: [7345] }).out).toStrictEqual([374_08]);
    expect(run(charge, { T: 6, V: 7 }, 2, { T: 50_930_000, V: [73_450_000] }).out).toStrictEqual([374_08]);
  });

  it.each([
    ['a price for the whole house', { T: 5093, V: [1000, 2000, 0] }],
    ['a price of each row', { T: [5093, 5093, 5093], V: [1000, 2000, 0] }],
    ['a volume for the whole house', { T: [5093, 10186, 0], V: 1000 }],
  ])('takes %s', (_what, given) => {
    expect(run(charge, scales, 2, given)).toStrictEqual({ way: 'fast', out: [5093, 10186, 0] });
  });

  it('takes one number for every row everywhere', () => {
    expect(run(charge, scales, 2, { T: 5093, V: 2000 })).toStrictEqual({ way: 'fast', out: [10186] });
  });

  it('never gives minus zero', () => {
    expect(run(charge, scales, 2, { T: -5093, V: [0, 1] }).out).toStrictEqual([0, -5]);
    expect(run(charge, scales, 2, { T: 1, V: [-1, -4999] }).out).toStrictEqual([0, -5]);
    expect(run(charge, { T: 2, V: 0 }, 2, { T: -5093, V: [0, 1] }).out).toStrictEqual([0, -5093]);
    expect(run(charge, { T: 2, V: 0 }, 2, { T: [-5093, 0], V: [0, -3] }).out).toStrictEqual([0, 0]);
  });

  it('multiplies by two numbers and by columns of coefficients alike', () => {
    const V = [1000, 333];
    expect(run(raised, { ...scales, K: 2 }, 2, { T: 5093, V, K: 150 }).out).toStrictEqual([7640, 2544]);
    expect(run(raised, { ...scales, K: 2 }, 2, { T: [5093, 5093], V, K: [150, 150] }).out).toStrictEqual([7640, 2544]);
  });
});

describe('volumes in columns', () => {
  it('divides by the days of the month: 4.745 × 72 / 31', () => {
    expect(run(byNormative, { N: 6 }, 7, { N: 4_745_000, n: [62, 72, 0], D: 31 })).toStrictEqual({
      way: 'fast',
      out: [94_900_000, 110_206_452, 0],
    });
    expect(run(byNormative, { N: 6 }, 7, { N: [4_745_000, 4_745_000, 5], n: [62, 72, 0], D: [31, 31, 31] }).out).toStrictEqual([
      94_900_000, 110_206_452, 0,
    ]);
    expect(run(byNormative, { N: 6 }, 7, { N: 4_745_000, n: 62, D: [31, 28] }).out).toStrictEqual([94_900_000, 105_067_857]);
  });

  it('subtracts readings of one scale without rounding anything', () => {
    expect(run(byMeter, { R: 7, R0: 7 }, 7, { R: [50, 70], R0: [20, 70] })).toStrictEqual({ way: 'fast', out: [30, 0] });
    expect(run(byMeter, { R: 7, R0: 7 }, 7, { R: [50, 70], R0: 20 }).out).toStrictEqual([30, 50]);
    expect(run(byMeter, { R: 7, R0: 7 }, 7, { R: 50, R0: [20, 70] }).out).toStrictEqual([30, -20]);
    expect(run(byMeter, { R: 7, R0: 7 }, 7, { R: 50, R0: 20 }).out).toStrictEqual([30]);
  });

  it('subtracts readings of two scales: 5.0 − 2.25', () => {
    expect(run(byMeter, { R: 1, R0: 2 }, 2, { R: [50], R0: [225] }).out).toStrictEqual([275]);
    expect(run(byMeter, { R: 1, R0: 2 }, 1, { R: [50, -50], R0: [225, -225] }).out).toStrictEqual([28, -28]);
  });

  it('passes a column on as it is, and adds, bounds and floors columns and numbers', () => {
    const x = input<'m3'>('x');
    const y = input<'m3'>('y');
    expect(run(x, { x: 3 }, 3, { x: [1, -2] }).out).toStrictEqual([1, -2]);
    expect(run(plus(x, y), {}, 0, { x: 10, y: [1, -2] }).out).toStrictEqual([11, 8]);
    expect(run(plus(x, y), {}, 0, { x: [1, -2], y: [5, 2] }).out).toStrictEqual([6, 0]);
    expect(run(smaller(x, y), {}, 0, { x: 1, y: [5, -2] }).out).toStrictEqual([1, -2]);
    expect(run(smaller(x, y), {}, 0, { x: [5, -2], y: 1 }).out).toStrictEqual([1, -2]);
    expect(run(smaller(x, y), {}, 0, { x: [5, 7], y: [6, 6] }).out).toStrictEqual([5, 6]);
    expect(run(atLeastZero(x), {}, 0, { x: [5, -7, 0] }).out).toStrictEqual([5, 0, 0]);
    expect(run(atLeastZero(x), {}, 0, { x: -7 }).out).toStrictEqual([0]);
  });
});

describe('a row without a value', () => {
  it.each([0, -31])('is not a number when the month has %s days', (days) => {
    expect(run(byNormative, { N: 6 }, 7, { N: 4_745_000, n: [62, 0], D: days }).out).toStrictEqual([Number.NaN, Number.NaN]);
    expect(run(byNormative, { N: 6 }, 7, { N: 4_745_000, n: [62, 62], D: [days, 31] }).out).toStrictEqual([Number.NaN, 94_900_000]);
    expect(run(byNormative, { N: 6 }, 7, { N: 4_745_000, n: [62, 62], D: [days, 31] }, {}).out).toStrictEqual([Number.NaN, 94_900_000]);
  });

  it('is not a number when two divisors are negative, though their product is positive', () => {
    const node = plus(ratio(input<'m3'>('a'), input<'m3'>('b')), ratio(input<'m3'>('a'), input<'m3'>('c')));
    for (const bounds of [undefined, {}]) {
      expect(run(node, {}, 2, { a: [1, 1], b: [-2, 2], c: [-4, 4] }, bounds).out).toStrictEqual([Number.NaN, 75]);
    }
  });

  it('is not a number when a divisor under a divisor is negative', () => {
    const node = ratio(input<'1'>('a'), ratio(input<'m3'>('b'), input<'m3'>('c')));
    for (const bounds of [undefined, {}]) {
      expect(run(node, {}, 1, { a: [3, 3, 3], b: [-2, 2, 2], c: [-4, 4, -4] }, bounds).out).toStrictEqual([Number.NaN, 60, Number.NaN]);
    }
  });

  it('is not a number when the result is no safe integer, and the largest safe one is a number', () => {
    const identity = { T: 0, V: 0 };
    expect(run(charge, identity, 0, { T: 1, V: [MOST, -MOST] })).toStrictEqual({ way: 'wide', out: [MOST, -MOST] });
    expect(run(charge, identity, 0, { T: 2, V: [2 ** 52, -(2 ** 52), 2 ** 52 - 1] })).toStrictEqual({
      way: 'wide',
      out: [Number.NaN, Number.NaN, MOST - 1],
    });
    expect(run(charge, { T: 0, V: 1 }, 0, { T: 10, V: [MOST, -MOST] })).toStrictEqual({ way: 'wide', out: [MOST, -MOST] });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'is not a number where an input is %s, and no other row is touched',
    (missing) => {
      for (const bounds of [undefined, {}]) {
        expect(run(charge, {}, 0, { T: 2, V: [missing, 3] }, bounds).out).toStrictEqual([Number.NaN, 6]);
        expect(run(charge, {}, 0, { T: [2, 2], V: [missing, 3] }, bounds).out).toStrictEqual([Number.NaN, 6]);
        expect(run(byNormative, {}, 0, { N: [1, 2], n: [6, 6], D: [missing, 3] }, bounds).out).toStrictEqual([Number.NaN, 4]);
      }
    },
  );
});

describe('the proof that nothing passes 2^53', () => {
  const product = { T: 0, V: 3 };
  // The divisor is 1000: half of it is added to the product before the division.
  const edge = MOST - 2000;

  it('holds up to the last number for which rounding is exact', () => {
    expect(run(charge, product, 0, { T: 1, V: [edge] })).toStrictEqual({ way: 'fast', out: [Number((BigInt(edge) + 500n) / 1000n)] });
    expect(run(charge, product, 0, { T: 1, V: [edge + 1] })).toStrictEqual({ way: 'wide', out: [Number((BigInt(edge) + 501n) / 1000n)] });
  });

  it('is made from the sizes: minus signs do not hide them', () => {
    expect(run(charge, product, 0, { T: -1, V: [edge] }).way).toBe('fast');
    expect(run(charge, product, 0, { T: -2, V: [edge] }).way).toBe('wide');
    expect(run(charge, product, 0, { T: 2, V: [-edge] }).way).toBe('wide');
  });

  it('is not made for a column of unknown size', () => {
    expect(run(charge, product, 0, { T: 1, V: [5000] }, {})).toStrictEqual({ way: 'wide', out: [5] });
    expect(run(charge, product, 0, { T: 1, V: [5000] }, { V: Number.NaN })).toStrictEqual({ way: 'wide', out: [5] });
    expect(run(charge, product, 0, { T: 1, V: [5000] }, { V: Number.POSITIVE_INFINITY })).toStrictEqual({ way: 'wide', out: [5] });
  });

  it('is not fooled by a difference of huge products that is small itself', () => {
    const node = minus(byFactor(input<'m3'>('a'), input<'1'>('b')), byFactor(input<'m3'>('c'), input<'1'>('d')));
    const huge = { a: [2 ** 52 + 1], b: [2 ** 52 - 1], c: [2 ** 52], d: [2 ** 52] };
    expect(run(node, {}, 0, huge)).toStrictEqual({ way: 'wide', out: [-1] });
  });

  it('is not lost when a huge factor meets a column of zeros', () => {
    const factors = byFactor(byFactor(input<'m3'>('a'), input<'1'>('b')), input<'1'>('c'));
    expect(run(factors, {}, 0, { a: MOST, b: [0, 0], c: MOST })).toStrictEqual({ way: 'fast', out: [0, 0] });
    expect(run(factors, {}, 0, { a: MOST, b: MOST, c: [0, 0] })).toStrictEqual({ way: 'wide', out: [0, 0] });
  });

  it('makes constants of both sides small first: V × d / D at full scale stays on the fast path', () => {
    const node = times(input<'m3/month'>('V'), partOfMonth(input('d'), input('D')));
    expect(run(node, { V: 7 }, 7, { V: [10 ** 14], d: [31], D: 31 })).toStrictEqual({ way: 'fast', out: [10 ** 14] });
    expect(run(node, { V: 7, d: 2, D: 2 }, 7, { V: [10 ** 11], d: [3100], D: 3100 })).toStrictEqual({ way: 'fast', out: [10 ** 11] });
  });

  it('knows the largest size in a column: of the given rows, of both signs, missing values aside', () => {
    expect(largestSize(Float64Array.of(1, -7, Number.NaN, 5, 100), 4)).toBe(7);
    expect(largestSize(Float64Array.of(1, -7, 5), 3)).toBe(7);
    expect(largestSize(new Float64Array(0), 0)).toBe(0);
  });
});

describe('the cost of a house', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const kernels: readonly (readonly [string, Node, Readonly<Record<string, Column>>])[] = [
    ['V × T', charge, { T: 5093, V: new Float64Array(300).fill(7345) }],
    ['V × T × K', raised, { T: 5093, V: new Float64Array(300).fill(7345), K: new Float64Array(300).fill(150) }],
    [
      'N × n / D',
      byNormative,
      { N: new Float64Array(300).fill(4745), n: new Float64Array(300).fill(31), D: new Float64Array(300).fill(31) },
    ],
    ['R − R0', byMeter, { R: new Float64Array(300).fill(9), R0: new Float64Array(300).fill(4) }],
    ['max(R − R0; 0) × K', byFactor(atLeastZero(byMeter), input<'1'>('K')), { R: 9, R0: new Float64Array(300).fill(4), K: 2 }],
  ];

  it.each(kernels)('of %s is no new column and no wide integer, once a house has been seen', (_name, node, columns) => {
    const bounds = Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, typeof column === 'number' ? 0 : largestSize(column, 300)]),
    );
    const kernel = compileColumns(node, () => 0, 0);
    const first = new Float64Array(300);
    const second = new Float64Array(300);
    const third = new Float64Array(300);
    expect(kernel.run(columns, bounds, 300, first)).toBe('fast');
    const forbidden = () => {
      throw new Error('allocated');
    };
    vi.stubGlobal('Float64Array', forbidden);
    vi.stubGlobal('BigInt', forbidden);
    const way = kernel.run(columns, bounds, 300, second);
    kernel.run(columns, bounds, 10, third);
    vi.unstubAllGlobals();
    expect(way).toBe('fast');
    expect(second).toStrictEqual(first);
    expect([...third.subarray(0, 11)]).toStrictEqual([...first.subarray(0, 10), 0]);
  });

  it('of a house with one huge row is wide integers for that row alone', () => {
    const V = new Float64Array(300).fill(7345);
    V[7] = MOST;
    const out = new Float64Array(300);
    const kernel = compileColumns(charge, (name) => (name === 'V' ? 3 : 2), 2);
    const wide: number[] = [];
    const real = BigInt;
    vi.stubGlobal('BigInt', (value: number) => {
      wide.push(value);
      return real(value);
    });
    const way = kernel.run({ T: 5093, V }, { V: MOST }, 300, out);
    vi.unstubAllGlobals();
    expect(way).toBe('wide');
    expect(wide).toEqual([5093, MOST]);
    expect(out[6]).toBe(37408);
    expect(out[7]).toBe(Number.NaN);
  });
});
