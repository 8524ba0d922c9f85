import type { Node } from './expression';

/** Whole-number arithmetic: what an expression becomes when its inputs are integers on known scales. */
export type IntNode =
  | { readonly op: 'input'; readonly name: string }
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'least'; readonly a: IntNode; readonly b: IntNode }
  | { readonly op: 'floorZero'; readonly a: IntNode };

/**
 * A fraction of whole numbers; the value is `numerator / denominator`. Every divisor of the expression stands in the denominator, cut at
 * zero from below: the denominator is positive exactly when each of them is, and zero otherwise.
 */
export interface LoweredFraction {
  readonly numerator: IntNode;
  readonly denominator: IntNode;
}

interface Scaled extends LoweredFraction {
  readonly scale: number;
}

const constant = (value: bigint): IntNode => ({ op: 'constant', value });
const ONE = constant(1n);

const isConstant = (node: IntNode): node is { readonly op: 'constant'; readonly value: bigint } => node.op === 'constant';

const multiply = (a: IntNode, b: IntNode): IntNode => {
  if (isConstant(a) && isConstant(b)) return constant(a.value * b.value);
  if (isConstant(a) && a.value === 1n) return b;
  if (isConstant(b) && b.value === 1n) return a;
  return { op: 'multiply', a, b };
};

/** A divisor, cut at zero: two negative divisors must not make a positive denominator. */
const divisor = (node: IntNode): IntNode => (isConstant(node) || node.op === 'floorZero' ? node : { op: 'floorZero', a: node });

const sameNode = (a: IntNode, b: IntNode): boolean => JSON.stringify(a, bigints) === JSON.stringify(b, bigints);
const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);

const raised = (part: Scaled, scale: number): Scaled =>
  part.scale === scale ? part : { ...part, numerator: multiply(part.numerator, constant(10n ** BigInt(scale - part.scale))), scale };

const onOneDenominator = (left: Scaled, right: Scaled, op: 'add' | 'subtract' | 'least'): Scaled => {
  const scale = Math.max(left.scale, right.scale);
  const a = raised(left, scale);
  const b = raised(right, scale);
  if (sameNode(a.denominator, b.denominator)) {
    return { numerator: { op, a: a.numerator, b: b.numerator }, denominator: a.denominator, scale };
  }
  return {
    numerator: { op, a: multiply(a.numerator, b.denominator), b: multiply(b.numerator, a.denominator) },
    denominator: multiply(a.denominator, b.denominator),
    scale,
  };
};

const lowerNode = (node: Node, scaleOf: (input: string) => number): Scaled => {
  switch (node.op) {
    case 'input':
      return { numerator: node, denominator: ONE, scale: scaleOf(node.name) };
    case 'atLeastZero': {
      const a = lowerNode(node.a, scaleOf);
      return { ...a, numerator: { op: 'floorZero', a: a.numerator } };
    }
    case 'times': {
      const a = lowerNode(node.a, scaleOf);
      const b = lowerNode(node.b, scaleOf);
      return {
        numerator: multiply(a.numerator, b.numerator),
        denominator: multiply(a.denominator, b.denominator),
        scale: a.scale + b.scale,
      };
    }
    case 'over': {
      const a = lowerNode(node.a, scaleOf);
      const b = lowerNode(node.b, scaleOf);
      // A divisor that is a fraction itself has its own denominator above, and below too, so that it is looked at as well.
      const below = b.denominator;
      return {
        numerator: multiply(multiply(multiply(a.numerator, constant(10n ** BigInt(b.scale))), below), below),
        denominator: multiply(multiply(a.denominator, divisor(b.numerator)), below),
        scale: a.scale,
      };
    }
    case 'plus':
      return onOneDenominator(lowerNode(node.a, scaleOf), lowerNode(node.b, scaleOf), 'add');
    case 'minus':
      return onOneDenominator(lowerNode(node.a, scaleOf), lowerNode(node.b, scaleOf), 'subtract');
    case 'smaller':
      return onOneDenominator(lowerNode(node.a, scaleOf), lowerNode(node.b, scaleOf), 'least');
  }
};

/** A node as a product: its parts that are no constants, and the product of its constants. */
export interface Product {
  readonly parts: readonly IntNode[];
  readonly factor: bigint;
}

/** Take a node apart into factors. */
export const productOf = (node: IntNode): Product => {
  if (isConstant(node)) return { parts: [], factor: node.value };
  if (node.op !== 'multiply') return { parts: [node], factor: 1n };
  const a = productOf(node.a);
  const b = productOf(node.b);
  return { parts: [...a.parts, ...b.parts], factor: a.factor * b.factor };
};

const asNode = ({ parts, factor }: Product): IntNode =>
  parts.length === 0
    ? constant(factor)
    : multiply(
        parts.reduce((a, b) => ({ op: 'multiply', a, b })),
        constant(factor),
      );

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommonDivisor(b, a % b));

/** The same fraction with the constants of both sides gathered and reduced: smaller products, more of them safe. */
const reduced = (numerator: IntNode, denominator: IntNode): LoweredFraction => {
  const over = productOf(numerator);
  const under = productOf(denominator);
  const common = greatestCommonDivisor(over.factor, under.factor);
  return {
    numerator: asNode({ parts: over.parts, factor: over.factor / common }),
    denominator: asNode({ parts: under.parts, factor: under.factor / common }),
  };
};

/**
 * Turn an expression into one fraction of whole numbers on the scale of its result: rounding that fraction to a whole number rounds
 * the value to `resultScale` decimals, once.
 */
export const lower = (node: Node, scaleOf: (input: string) => number, resultScale: number): LoweredFraction => {
  const { numerator, denominator, scale } = lowerNode(node, scaleOf);
  return resultScale >= scale
    ? reduced(multiply(numerator, constant(10n ** BigInt(resultScale - scale))), denominator)
    : reduced(numerator, multiply(denominator, constant(10n ** BigInt(scale - resultScale))));
};
