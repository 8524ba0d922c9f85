import { Decimal } from 'decimal.js';
import type { Node } from './expression';
import type { ExactDecimal } from './gate';
import { decimalText } from './gate';

/**
 * A private decimal.js, deaf to the host's `Decimal.set`. 1000 digits cost nothing until they are needed, and keep exact the product of
 * 45 inputs of the widest kind (15 + 7 digits): this reader is an oracle and not an approximation.
 */
const Exact = Decimal.clone({ precision: 1000, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });

/** `over / under`; `under` is positive, or zero when a divisor was not positive. */
type Fraction = { readonly over: Decimal; readonly under: Decimal };

const ONE = new Exact(1);
const NO_VALUE: Fraction = { over: new Exact(0), under: new Exact(0) };

const fractionOf = (node: Node, inputs: Readonly<Record<string, ExactDecimal>>): Fraction => {
  switch (node.op) {
    case 'input': {
      const q = inputs[node.name] as ExactDecimal;
      return { over: new Exact(decimalText(q.int, q.scale)), under: ONE };
    }
    case 'atLeastZero': {
      const a = fractionOf(node.a, inputs);
      return a.over.isNegative() ? { over: new Exact(0), under: a.under } : a;
    }
    default: {
      const a = fractionOf(node.a, inputs);
      const b = fractionOf(node.b, inputs);
      if (a.under.isZero() || b.under.isZero() || (node.op === 'over' && b.over.lessThanOrEqualTo(0))) return NO_VALUE;
      switch (node.op) {
        case 'times':
          return { over: a.over.times(b.over), under: a.under.times(b.under) };
        case 'over':
          return { over: a.over.times(b.under), under: a.under.times(b.over) };
        case 'plus':
          return { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };
        case 'minus':
          return { over: a.over.times(b.under).minus(b.over.times(a.under)), under: a.under.times(b.under) };
        case 'smaller':
          return a.over.times(b.under).lessThan(b.over.times(a.under)) ? a : b;
      }
    }
  }
};

/**
 * Second reader: the expression evaluated with decimal.js, rounded once to `resultScale` half away from zero; `null` when a divisor is
 * not positive. Used for the trace, and as the oracle of the integer readers.
 */
export const evaluateExactly = (node: Node, inputs: Readonly<Record<string, ExactDecimal>>, resultScale: number): bigint | null => {
  const { over, under } = fractionOf(node, inputs);
  if (under.isZero()) return null;
  const doubled = over.abs().times(new Exact(10).pow(resultScale)).times(2).plus(under);
  const whole = doubled.divToInt(under.times(2));
  const int = BigInt(whole.toFixed(0));
  return over.isNegative() ? -int : int;
};
