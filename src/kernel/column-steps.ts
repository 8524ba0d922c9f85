import type { IntNode } from './lowering';

/** A column of safe integers, or one integer for all rows. */
export type Column = Float64Array | number;
/** Columns by the letter of an input. */
export type Columns = Readonly<Record<string, Column>>;

/** Temporary columns, lent and given back, so that a month allocates them once. */
export class Scratch {
  private readonly free: Float64Array[] = [];
  private readonly lent: Float64Array[] = [];

  take(rows: number): Float64Array {
    const last = this.free.pop();
    const column = last !== undefined && last.length >= rows ? last : new Float64Array(Math.max(256, rows));
    this.lent.push(column);
    return column;
  }

  giveAllBack(): void {
    for (let column = this.lent.pop(); column !== undefined; column = this.lent.pop()) this.free.push(column);
  }
}

/** One step of a plan: one number when all its inputs are numbers, else a column, written `into` the given one or a temporary one. */
export type Step = (columns: Columns, rows: number, scratch: Scratch, into?: Float64Array) => Column;

/** The values of a node, row by row: exact wherever {@link sizeStep} stays within the safe integers. */
export const valueStep = (node: IntNode): Step => {
  switch (node.op) {
    case 'constant':
      return constantStep(node.value);
    case 'input':
      return (columns) => columns[node.name] as Column;
    case 'floorZero':
      return pairwise(valueStep(node.a), ZERO, greaterColumns, Math.max);
    case 'least':
      return pairwise(valueStep(node.a), valueStep(node.b), lesserColumns, Math.min);
    case 'add':
      return pairwise(valueStep(node.a), valueStep(node.b), addColumns, (x, y) => x + y);
    case 'subtract':
      return pairwise(valueStep(node.a), valueStep(node.b), subtractColumns, (x, y) => x - y);
    case 'multiply':
      return pairwise(valueStep(node.a), valueStep(node.b), multiplyColumns, (x, y) => x * y);
  }
};

/**
 * The largest size a node's steps can reach, row by row. Rounding of doubles keeps the order, so a size within the safe integers proves
 * that every step under it was exact (or was multiplied by zero).
 */
export const sizeStep = (node: IntNode): Step => {
  switch (node.op) {
    case 'constant':
      return constantStep(node.value);
    case 'input':
      return (columns, rows, scratch) => {
        const x = columns[node.name] as Column;
        if (typeof x === 'number') return Math.abs(x);
        const out = scratch.take(rows);
        for (let i = 0; i < rows; i += 1) out[i] = Math.abs(x[i] as number);
        return out;
      };
    case 'floorZero':
      return sizeStep(node.a);
    case 'least':
      return pairwise(sizeStep(node.a), sizeStep(node.b), greaterColumns, Math.max);
    case 'add':
    case 'subtract':
      return pairwise(sizeStep(node.a), sizeStep(node.b), addColumns, (x, y) => x + y);
    case 'multiply':
      return pairwise(sizeStep(node.a), sizeStep(node.b), multiplyColumns, (x, y) => x * y);
  }
};

const constantStep = (value: bigint): Step => {
  const number = Number(value);
  return () => number;
};
const ZERO: Step = () => 0;

type Loop = (x: Column, y: Column, rows: number, out: Float64Array) => void;

const pairwise =
  (a: Step, b: Step, loop: Loop, one: (x: number, y: number) => number): Step =>
  (columns, rows, scratch, into) => {
    const x = a(columns, rows, scratch);
    const y = b(columns, rows, scratch);
    if (typeof x === 'number' && typeof y === 'number') return one(x, y);
    const out = into ?? scratch.take(rows);
    loop(x, y, rows, out);
    return out;
  };

/** Products, row by row. */
export const multiplyColumns: Loop = (x, y, rows, out) => {
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

const lesserColumns: Loop = (x, y, rows, out) => {
  if (typeof x === 'number') lesserColumns(y, x, rows, out);
  else if (typeof y === 'number') for (let i = 0; i < rows; i += 1) out[i] = Math.min(x[i] as number, y);
  else for (let i = 0; i < rows; i += 1) out[i] = Math.min(x[i] as number, y[i] as number);
};

const greaterColumns: Loop = (x, y, rows, out) => {
  if (typeof x === 'number') greaterColumns(y, x, rows, out);
  else if (typeof y === 'number') for (let i = 0; i < rows; i += 1) out[i] = Math.max(x[i] as number, y);
  else for (let i = 0; i < rows; i += 1) out[i] = Math.max(x[i] as number, y[i] as number);
};
