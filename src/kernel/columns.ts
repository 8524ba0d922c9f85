import { productRounded, quotientRounded, rounded, scaledRounded } from './column-rounding';
import { type Column, type Columns, multiplyColumns, Scratch, type Step, sizeStep, valueStep } from './column-steps';
import { inputsOf, type Node } from './expression';
import { type IntNode, lower, productOf } from './lowering';
import { compileScalar, type ScalarFunction } from './scalar';

export type { Column };

/**
 * Fourth reader: the expression as loops over columns of one house.
 *
 * `run` fills `out[0..rows)` with the rounded result. The proof that nothing passes 2^53 is made once per call from the largest size in
 * each column (`bounds`, by input name; a number given for all rows needs none; `null`: each column is measured). Without it the answer is
 * `'wide'`: each row is proved on its own, and the rows that do not fit are computed in wide integers. Both ways give the same numbers.
 *
 * A row gets `NaN` when one of its divisors is not positive, when its result is no safe integer, or when one of its inputs is `NaN`
 * (of an earlier kernel). `NaN` is never a bill: ask `evaluate` for that row to learn which problem it is.
 *
 * `out` may be one of the columns. Nothing is allocated per row, nor per call once a house of that size has been seen (wide integers apart).
 */
export interface ColumnKernel {
  readonly inputs: readonly string[];
  run(columns: Columns, bounds: Bounds | null, rows: number, out: Float64Array): 'fast' | 'wide';
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** Largest size of each column, by input name. */
export type Bounds = Readonly<Record<string, number>>;

type Bound = (columns: Columns, bounds: Bounds | null, rows: number) => number;

const within = (size: number): number => (size <= LIMIT ? size : Number.POSITIVE_INFINITY);

/** Largest size of what stands for an input. */
const sizeOf = (column: Column, name: string, bounds: Bounds | null, rows: number): number => {
  if (typeof column === 'number') return Math.abs(column);
  return bounds === null ? largestSize(column, rows) : (bounds[name] ?? Number.POSITIVE_INFINITY);
};

/** Largest size a node can reach; `Infinity` once a step could leave the safe integers. Compiled once: it is asked for every column. */
const boundOf = (node: IntNode): Bound => {
  switch (node.op) {
    case 'constant': {
      const size = Number(node.value);
      return () => size;
    }
    case 'input': {
      const { name } = node;
      return (columns, bounds, rows) => sizeOf(columns[name] as Column, name, bounds, rows);
    }
    case 'floorZero':
      return boundOf(node.a);
    default: {
      const a = boundOf(node.a);
      const b = boundOf(node.b);
      if (node.op === 'multiply') return (columns, bounds, rows) => within(a(columns, bounds, rows) * b(columns, bounds, rows));
      if (node.op === 'least') return (columns, bounds, rows) => Math.max(a(columns, bounds, rows), b(columns, bounds, rows));
      return (columns, bounds, rows) => within(a(columns, bounds, rows) + b(columns, bounds, rows));
    }
  }
};

/** Largest size in a column, missing values aside: what `bounds` asks for. */
export const largestSize = (column: Float64Array, rows: number): number => {
  let most = 0;
  for (let i = 0; i < rows; i += 1) {
    const size = Math.abs(column[i] as number);
    if (size > most) most = size;
  }
  return most;
};

type Run = (columns: Columns, rows: number, scratch: Scratch, out: Float64Array) => void;

/** Sums of inputs never give minus zero, and over one they need no rounding. */
const isSum = (node: IntNode): boolean =>
  node.op === 'input' || (node.op !== 'constant' && node.op !== 'multiply' && isSum(node.a) && (node.op === 'floorZero' || isSum(node.b)));

const sumRun = (numerator: IntNode): Run => {
  const sum = valueStep(numerator);
  return (columns, rows, scratch, out) => {
    const x = sum(columns, rows, scratch, out);
    if (typeof x === 'number') out.fill(x, 0, rows);
    else if (x !== out) for (let i = 0; i < rows; i += 1) out[i] = x[i] as number;
  };
};

/** A single divisor needs no cut at zero here: the loops look at its sign themselves. */
const bare = (denominator: IntNode): IntNode => {
  const { parts, factor } = productOf(denominator);
  const only = parts[0];
  if (only?.op !== 'floorZero' || parts.length > 1) return denominator;
  return factor === 1n ? only.a : { op: 'multiply', a: only.a, b: { op: 'constant', value: factor } };
};

/** Names of the inputs of a product of at most two, over a constant: what most lines are priced by. `null`: another shape. */
const plainProduct = (numerator: IntNode, denominator: IntNode): readonly string[] | null => {
  const { parts } = productOf(numerator);
  const names = parts.flatMap((part) => (part.op === 'input' ? [part.name] : []));
  return denominator.op === 'constant' && names.length === parts.length && names.length > 0 && names.length <= 2 ? names : null;
};

/** The kernel of such a product: the same proof and the same numbers, without a step for each factor. */
const productKernel = (inputs: readonly string[], names: readonly string[], factor: number, divisor: number, wide: Run): ColumnKernel => {
  const [first, second] = names as readonly [string, string | undefined];
  const scratch = new Scratch();
  const most = LIMIT - 2 * divisor;
  return {
    inputs,
    run: (columns, bounds, rows, out) => {
      const x = columns[first] as Column;
      const y = second === undefined ? 1 : (columns[second] as Column);
      const size = sizeOf(x, first, bounds, rows) * (second === undefined ? 1 : sizeOf(y, second, bounds, rows));
      if (!(within(size) * factor <= most)) {
        wide(columns, rows, scratch, out);
        scratch.giveAllBack();
        return 'wide';
      }
      if (typeof x !== 'number') {
        if (typeof y === 'number') scaledRounded(x, factor * y, divisor, rows, out);
        else productRounded(x, y, factor, divisor, rows, out);
      } else if (typeof y !== 'number') scaledRounded(y, factor * x, divisor, rows, out);
      else out.fill(rounded(factor * x * y, divisor), 0, rows);
      return 'fast';
    },
  };
};

/** All factors that are one number for all rows are multiplied first; at most two columns are left in the loop. */
const quotientRun = (numerator: IntNode, denominator: IntNode): Run => {
  const { parts, factor } = productOf(numerator);
  const steps = parts.map(valueStep);
  const constant = Number(factor);
  const divisor = valueStep(bare(denominator));
  return (columns, rows, scratch, out) => {
    let scalar = constant;
    let x: Float64Array | null = null;
    let y: Float64Array | null = null;
    for (let i = 0; i < steps.length; i += 1) {
      const next = (steps[i] as Step)(columns, rows, scratch);
      if (typeof next === 'number') scalar *= next;
      else if (x === null) x = next;
      else y = y === null ? next : multiplied(y, next, rows, scratch);
    }
    const q = divisor(columns, rows, scratch);
    if (typeof q !== 'number') {
      const over =
        x === null
          ? scratch.take(rows).fill(scalar, 0, rows)
          : multiplied(y === null ? x : multiplied(x, y, rows, scratch), scalar, rows, scratch);
      quotientRounded(over, q, rows, out);
    } else if (x === null || !(q > 0)) out.fill(rounded(scalar, q), 0, rows);
    else if (y === null) scaledRounded(x, scalar, q, rows, out);
    else productRounded(x, y, scalar, q, rows, out);
  };
};

const multiplied = (x: Float64Array, y: Column, rows: number, scratch: Scratch): Float64Array => {
  if (y === 1) return x;
  const out = scratch.take(rows);
  multiplyColumns(x, y, rows, out);
  return out;
};

/** Row by row: doubles where the sizes of the row prove them exact, wide integers elsewhere. */
const rowRun = (numerator: IntNode, denominator: IntNode, scalar: ScalarFunction, names: readonly string[]): Run => {
  const over = valueStep(numerator);
  const under = valueStep(denominator);
  const overSize = sizeStep(numerator);
  const underSize = sizeStep(denominator);
  return (columns, rows, scratch, out) => {
    const p = over(columns, rows, scratch);
    const q = under(columns, rows, scratch);
    const pSize = overSize(columns, rows, scratch);
    const qSize = underSize(columns, rows, scratch);
    for (let i = 0; i < rows; i += 1) {
      out[i] = at(pSize, i) + 2 * at(qSize, i) <= LIMIT ? rounded(at(p, i), at(q, i)) : wideRow(scalar, names, columns, i);
    }
  };
};

const at = (column: Column, row: number): number => (typeof column === 'number' ? column : (column[row] as number));

const wideRow = (scalar: ScalarFunction, names: readonly string[], columns: Columns, row: number): number => {
  const inputs: Record<string, bigint> = {};
  for (const name of names) {
    const value = at(columns[name] as Column, row);
    if (!Number.isSafeInteger(value)) return Number.NaN;
    inputs[name] = BigInt(value);
  }
  const result = scalar(inputs);
  const number = result === null ? Number.NaN : Number(result);
  return Number.isSafeInteger(number) ? number : Number.NaN;
};

/** Compile an expression to a column kernel, for inputs on the given scales. */
export const compileColumns = (node: Node, scaleOf: (input: string) => number, resultScale: number): ColumnKernel => {
  const { numerator, denominator } = lower(node, scaleOf, resultScale);
  const names = [...inputsOf(node)];
  const whole = denominator.op === 'constant' && denominator.value === 1n;
  const sums = whole && isSum(numerator);
  const product = sums ? null : plainProduct(numerator, denominator);
  const wide = rowRun(numerator, denominator, compileScalar(node, scaleOf, resultScale), names);
  if (product !== null)
    return productKernel(names, product, Number(productOf(numerator).factor), Number(productOf(denominator).factor), wide);
  const fast = sums ? sumRun(numerator) : quotientRun(numerator, denominator);
  const scratch = new Scratch();
  const over = boundOf(numerator);
  const under = boundOf(denominator);
  return {
    inputs: names,
    run: (columns, bounds, rows, out) => {
      const proved = over(columns, bounds, rows) + 2 * under(columns, bounds, rows) <= LIMIT;
      (proved ? fast : wide)(columns, rows, scratch, out);
      scratch.giveAllBack();
      return proved ? 'fast' : 'wide';
    },
  };
};
