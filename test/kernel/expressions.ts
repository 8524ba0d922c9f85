import fc from 'fast-check';
import type { Node } from '../../src/kernel/expression';
import { decimalText, type ExactDecimal } from '../../src/kernel/gate';
import { type Fraction, fraction, operate } from './arithmetic';

export const LETTERS = ['a', 'b', 'c', 'd'] as const;

const leaf: fc.Arbitrary<Node> = fc.constantFrom(...LETTERS).map((name) => ({ op: 'input', name }));

const OPERATIONS = ['plus', 'minus', 'times', 'over', 'smaller'] as const;

/** Any expression of up to four inputs, each as often as it likes. */
export const expressions: fc.Arbitrary<Node> = fc.letrec<{ node: Node; both: Node }>((tie) => ({
  both: fc.record({ op: fc.constantFrom(...OPERATIONS), a: tie('node'), b: tie('node') }),
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'max' },
    { arbitrary: leaf, weight: 4 },
    { arbitrary: tie('both'), weight: 6 },
    { arbitrary: fc.record({ op: fc.constant('atLeastZero' as const), a: tie('node') }), weight: 1 },
  ),
})).both;

/** Decimals of each letter's values. */
export const scales: fc.Arbitrary<Readonly<Record<string, number>>> = fc.record({
  a: fc.integer({ min: 0, max: 7 }),
  b: fc.integer({ min: 0, max: 7 }),
  c: fc.integer({ min: 0, max: 7 }),
  d: fc.integer({ min: 0, max: 7 }),
});

const WIDEST = 10n ** 22n - 1n;
const signed = <T>(of: fc.Arbitrary<T>, mirror: (value: T) => T): fc.Arbitrary<T> =>
  fc.tuple(of, fc.constantFrom(false, false, false, true)).map(([value, minus]) => (minus ? mirror(value) : value));

/** Whole numbers on a scale: zero, tiny, everyday, and up to 15 + 7 digits; one in four negative. */
export const wideInts: fc.Arbitrary<bigint> = signed(
  fc.oneof(
    fc.constantFrom(0n, 1n, 2n, 5n, 50n, WIDEST),
    fc.bigInt({ min: 1n, max: 100n }),
    fc.bigInt({ min: 1n, max: 10n ** 8n }),
    fc.bigInt({ min: 1n, max: WIDEST }),
  ),
  (int) => -int,
);

/** The same as safe integers, for columns. */
const safeInts: fc.Arbitrary<number> = signed(
  fc.oneof(
    fc.constantFrom(0, 1, 2, 5, 50, Number.MAX_SAFE_INTEGER),
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 1, max: 10 ** 8 }),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  ),
  (int) => 0 - int,
);

/** Everyday sizes, whose products stay safe for long: they keep large expressions on the fast path. */
const smallInts: fc.Arbitrary<number> = signed(fc.oneof(fc.constantFrom(0, 1, 2, 5), fc.integer({ min: 1, max: 1000 })), (int) => 0 - int);

const rowsOfInts = (ints: fc.Arbitrary<number>, most: number) =>
  fc.array(fc.record({ a: ints, b: ints, c: ints, d: ints }), { minLength: 1, maxLength: most });

/** Rows of a house: values of each letter. */
export const rowsOf = (most: number): fc.Arbitrary<readonly Readonly<Record<string, number>>[]> =>
  fc.oneof(rowsOfInts(smallInts, most), rowsOfInts(safeInts, most));

/** The value of an expression by its meaning: exact fractions, nothing where a divisor is not positive. */
export const meaning = (node: Node, inputs: Readonly<Record<string, ExactDecimal>>): Fraction | null => {
  switch (node.op) {
    case 'input': {
      const { int, scale } = inputs[node.name] as ExactDecimal;
      return fraction(decimalText(int, scale));
    }
    case 'atLeastZero':
      return operate('max', meaning(node.a, inputs), { over: 0n, under: 1n });
    default:
      return operate(
        { plus: '+', minus: '−', times: '×', over: '/', smaller: 'min' }[node.op],
        meaning(node.a, inputs),
        meaning(node.b, inputs),
      );
  }
};
