import type { Node } from './expression';
import { type IntNode, type LoweredFraction, lower } from './lowering';
import { compileScalar, type ScalarFunction } from './scalar';

/** A column of safe integers, or one integer for all rows. */
export type Column = Float64Array | number;

/**
 * Fourth reader: the expression as loops over columns of one house.
 *
 * `run` fills `out[0..rows)` with the rounded result. The proof that nothing passes 2^53 is made once per call from the largest size in
 * each column (`bounds`, by input name); without the proof every row takes the exact wide path. A row whose divisor is not positive, or
 * whose result is no safe integer, gets `NaN`.
 */
export interface ColumnKernel {
  readonly inputs: readonly string[];
  run(columns: Readonly<Record<string, Column>>, bounds: Readonly<Record<string, number>>, rows: number, out: Float64Array): 'fast' | 'wide';
}

const LIMIT = Number.MAX_SAFE_INTEGER;

/** Largest size a node can reach; `Infinity` once a step could leave the safe integers. */
const bound = (node: IntNode, bounds: Readonly<Record<string, number>>): number => {
  switch (node.op) {
    case 'constant': {
      const size = node.value < 0n ? -node.value : node.value;
      return size > BigInt(LIMIT) ? Number.POSITIVE_INFINITY : Number(size);
    }
    case 'input':
      return bounds[node.name] ?? Number.POSITIVE_INFINITY;
    case 'floorZero':
      return bound(node.a, bounds);
    default: {
      const a = bound(node.a, bounds);
      const b = bound(node.b, bounds);
      const size = node.op === 'multiply' ? a * b : node.op === 'least' ? Math.max(a, b) : a + b;
      return size <= LIMIT ? size : Number.POSITIVE_INFINITY;
    }
  }
};

/** One step of the plan: writes a temporary column (or gives one number when all its inputs are numbers). */
type Step = (columns: Readonly<Record<string, Column>>, rows: number, scratch: Scratch) => Column;

/** Temporary columns, lent and given back, so that a month allocates them once. */
class Scratch {
  private readonly free: Float64Array[] = [];
  private readonly lent: Float64Array[] = [];

  take(rows: number): Float64Array {
    const last = this.free.pop();
    const column = last !== undefined && last.length >= rows ? last : new Float64Array(Math.max(256, rows));
    this.lent.push(column);
    return column;
  }

  giveAllBack(): void {
    this.free.push(...this.lent);
    this.lent.length = 0;
  }
}

const step = (node: IntNode): Step => {
  switch (node.op) {
    case 'constant': {
      const value = Number(node.value);
      return () => value;
    }
    case 'input':
      return (columns) => columns[node.name] as Column;
    case 'floorZero': {
      const a = step(node.a);
      return (columns, rows, scratch) => {
        const x = a(columns, rows, scratch);
        if (typeof x === 'number') return x < 0 ? 0 : x;
        const out = scratch.take(rows);
        for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) < 0 ? 0 : (x[i] as number);
        return out;
      };
    }
    case 'add':
      return pairwise(step(node.a), step(node.b), addColumns);
    case 'subtract':
      return pairwise(step(node.a), step(node.b), subtractColumns);
    case 'multiply':
      return pairwise(step(node.a), step(node.b), multiplyColumns);
    case 'least':
      return pairwise(step(node.a), step(node.b), leastColumns);
  }
};

type Loop = (x: Column, y: Column, rows: number, out: Float64Array) => void;

const pairwise =
  (a: Step, b: Step, loop: Loop): Step =>
  (columns, rows, scratch) => {
    const x = a(columns, rows, scratch);
    const y = b(columns, rows, scratch);
    if (typeof x === 'number' && typeof y === 'number') {
      const one = scratch.take(1);
      loop(Float64Array.of(x), Float64Array.of(y), 1, one);
      return one[0] as number;
    }
    const out = scratch.take(rows);
    loop(x, y, rows, out);
    return out;
  };

const multiplyColumns: Loop = (x, y, rows, out) => {
  if (typeof x === 'number') multiplyColumns(y, x, rows, out);
  else if (typeof y === 'number') for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) * y;
  else for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) * (y[i] as number);
};

const addColumns: Loop = (x, y, rows, out) => {
  if (typeof x === 'number') addColumns(y, x, rows, out);
  else if (typeof y === 'number') for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) + y;
  else for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) + (y[i] as number);
};

const subtractColumns: Loop = (x, y, rows, out) => {
  if (typeof x === 'number') for (let i = 0; i < rows; i += 1) out[i] = x - ((y as Float64Array)[i] as number);
  else if (typeof y === 'number') for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) - y;
  else for (let i = 0; i < rows; i += 1) out[i] = (x[i] as number) - (y[i] as number);
};

const leastColumns: Loop = (x, y, rows, out) => {
  for (let i = 0; i < rows; i += 1) {
    const a = typeof x === 'number' ? x : (x[i] as number);
    const b = typeof y === 'number' ? y : (y[i] as number);
    out[i] = a < b ? a : b;
  }
};

/** Round `numerator / denominator` half away from zero, row by row: the rule of `rounding.ts`, spelled out for the loop. */
const roundColumns = (over: Column, under: Column, rows: number, out: Float64Array): void => {
  for (let i = 0; i < rows; i += 1) {
    const p = typeof over === 'number' ? over : (over[i] as number);
    const q = typeof under === 'number' ? under : (under[i] as number);
    if (q <= 0) {
      out[i] = Number.NaN;
      continue;
    }
    const size = p < 0 ? -p : p;
    let whole = Math.floor(size / q);
    const rest = size - whole * q;
    if (rest >= q - rest) whole += 1;
    out[i] = p < 0 && whole !== 0 ? -whole : whole;
  }
};

/** The commonest kernel, one loop: a column times one number, rounded by a constant divisor (volume × tariff). */
const multiplyAndRound = (x: Float64Array, factor: number, divisor: number, rows: number, out: Float64Array): void => {
  for (let i = 0; i < rows; i += 1) {
    const p = (x[i] as number) * factor;
    const size = p < 0 ? -p : p;
    let whole = Math.floor(size / divisor);
    const rest = size - whole * divisor;
    if (rest >= divisor - rest) whole += 1;
    out[i] = p < 0 && whole !== 0 ? -whole : whole;
  }
};

const inputsOf = (node: Node, seen = new Set<string>()): Set<string> => {
  if (node.op === 'input') seen.add(node.name);
  else {
    inputsOf(node.a, seen);
    if ('b' in node) inputsOf(node.b, seen);
  }
  return seen;
};

const wideRows = (scalar: ScalarFunction, names: readonly string[], columns: Readonly<Record<string, Column>>, rows: number, out: Float64Array): void => {
  const inputs: Record<string, bigint> = {};
  for (let i = 0; i < rows; i += 1) {
    for (const name of names) {
      const column = columns[name] as Column;
      inputs[name] = BigInt(typeof column === 'number' ? column : (column[i] as number));
    }
    const value = scalar(inputs);
    const size = value === null ? null : value < 0n ? -value : value;
    out[i] = value === null || (size as bigint) > BigInt(LIMIT) ? Number.NaN : Number(value);
  }
};

/** A plain product of two inputs over a constant: the shape that has a loop of its own. */
const productOf = ({ numerator, denominator }: LoweredFraction): { readonly x: string; readonly y: string; readonly divisor: number } | null =>
  numerator.op === 'multiply' && numerator.a.op === 'input' && numerator.b.op === 'input' && denominator.op === 'constant'
    ? { x: numerator.a.name, y: numerator.b.name, divisor: Number(denominator.value) }
    : null;

/** Compile the column kernel of an expression for inputs on the given scales. */
export const compileColumns = (node: Node, scaleOf: (input: string) => number, resultScale: number): ColumnKernel => {
  const fraction = lower(node, scaleOf, resultScale);
  const numerator = step(fraction.numerator);
  const denominator = step(fraction.denominator);
  const product = productOf(fraction);
  const scalar = compileScalar(node, scaleOf, resultScale);
  const names = [...inputsOf(node)];
  const scratch = new Scratch();
  return {
    inputs: names,
    run: (columns, bounds, rows, out) => {
      const over = bound(fraction.numerator, bounds);
      const under = bound(fraction.denominator, bounds);
      if (!(over + under <= LIMIT)) {
        wideRows(scalar, names, columns, rows, out);
        return 'wide';
      }
      if (product !== null) {
        const x = columns[product.x] as Column;
        const y = columns[product.y] as Column;
        if (typeof x !== 'number' && typeof y === 'number') {
          multiplyAndRound(x, y, product.divisor, rows, out);
          return 'fast';
        }
        if (typeof x === 'number' && typeof y !== 'number') {
          multiplyAndRound(y, x, product.divisor, rows, out);
          return 'fast';
        }
      }
      roundColumns(numerator(columns, rows, scratch), denominator(columns, rows, scratch), rows, out);
      scratch.giveAllBack();
      return 'fast';
    },
  };
};
