import { inputsOf, type Node } from './expression';
import { type Fraction, fraction } from './fraction';
import { type IntNode, lower } from './lowering';
import { roundedQuotient, roundedQuotientSafe, safeDividend } from './rounding';

/** One line in whole numbers: inputs by name on their scales, the rounded result; `null` when a divisor is not positive. */
export type ScalarFunction = (inputs: Readonly<Record<string, bigint>>) => bigint | null;

type Compiled = (inputs: Readonly<Record<string, bigint>>) => bigint;

const compileInt = (node: IntNode): Compiled => {
  switch (node.op) {
    case 'constant':
      return () => node.value;
    case 'input':
      return (inputs) => inputs[node.name] as bigint;
    case 'floorZero': {
      const a = compileInt(node.a);
      return (inputs) => {
        const value = a(inputs);
        return value < 0n ? 0n : value;
      };
    }
    default: {
      const a = compileInt(node.a);
      const b = compileInt(node.b);
      switch (node.op) {
        case 'add':
          return (inputs) => a(inputs) + b(inputs);
        case 'subtract':
          return (inputs) => a(inputs) - b(inputs);
        case 'multiply':
          return (inputs) => a(inputs) * b(inputs);
        case 'least':
          return (inputs) => {
            const left = a(inputs);
            const right = b(inputs);
            return left < right ? left : right;
          };
      }
    }
  }
};

/** Third reader: the expression as an exact integer function for one line, of any size. */
export const compileScalar = (node: Node, scaleOf: (input: string) => number, resultScale: number): ScalarFunction => {
  const fraction = lower(node, scaleOf, resultScale);
  const numerator = compileInt(fraction.numerator);
  const denominator = compileInt(fraction.denominator);
  return (inputs) => {
    const divisor = denominator(inputs);
    return divisor <= 0n ? null : roundedQuotient(numerator(inputs), divisor);
  };
};

/** One line in safe whole numbers; `NaN` when a divisor is not positive, an input is `NaN` or the result is no safe integer. */
export type SafeFunction = (inputs: Readonly<Record<string, number>>) => number;

/** Its value, or `NaN` once a step left the safe integers: two safe integers whose sum or product is none give a double past the limit. */
const compileSafeInt = (node: IntNode): SafeFunction => {
  switch (node.op) {
    case 'constant': {
      const value = within(Number(node.value));
      return () => value;
    }
    case 'input': {
      const { name } = node;
      return (inputs) => inputs[name] as number;
    }
    case 'floorZero': {
      const a = compileSafeInt(node.a);
      return (inputs) => Math.max(a(inputs), 0);
    }
    default: {
      const a = compileSafeInt(node.a);
      const b = compileSafeInt(node.b);
      switch (node.op) {
        case 'add':
          return (inputs) => within(a(inputs) + b(inputs));
        case 'subtract':
          return (inputs) => within(a(inputs) - b(inputs));
        case 'multiply':
          return (inputs) => within(a(inputs) * b(inputs));
        case 'least':
          return (inputs) => Math.min(a(inputs), b(inputs));
      }
    }
  }
};

const within = (value: number): number => (Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : Number.NaN);

/**
 * The third reader again, for the month run: safe integers in and out. What stays below 2^53 on the way is computed in doubles, exactly;
 * the rest by {@link compileScalar}. Both ways give the same number.
 */
export const compileSafe = (node: Node, scaleOf: (input: string) => number, resultScale: number): SafeFunction => {
  const fraction = lower(node, scaleOf, resultScale);
  const numerator = compileSafeInt(fraction.numerator);
  const denominator = compileSafeInt(fraction.denominator);
  const exact = compileScalar(node, scaleOf, resultScale);
  const names = [...inputsOf(node)];
  return (inputs) => {
    const divisor = denominator(inputs);
    const dividend = numerator(inputs);
    if (divisor > 0 && Math.abs(dividend) <= safeDividend(divisor)) return roundedQuotientSafe(dividend, divisor);
    const wide: Record<string, bigint> = {};
    for (const name of names) {
      const value = inputs[name] as number;
      if (!Number.isSafeInteger(value)) return Number.NaN;
      wide[name] = BigInt(value);
    }
    const result = exact(wide);
    const number = result === null ? Number.NaN : Number(result);
    return Number.isSafeInteger(number) ? number : Number.NaN;
  };
};

/** The same in whole numbers without rounding, for sums that are rounded once at their end; `null` when a divisor is not positive. */
export const compileFraction = (
  node: Node,
  scaleOf: (input: string) => number,
): ((inputs: Readonly<Record<string, bigint>>) => Fraction | null) => {
  const lowered = lower(node, scaleOf, 0);
  const numerator = compileInt(lowered.numerator);
  const denominator = compileInt(lowered.denominator);
  return (inputs) => {
    const divisor = denominator(inputs);
    return divisor <= 0n ? null : fraction(numerator(inputs), divisor);
  };
};
