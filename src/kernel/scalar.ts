import type { Node } from './expression';
import { type IntNode, lower } from './lowering';
import { roundedQuotient } from './rounding';

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
