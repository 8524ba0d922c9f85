import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, compileColumns, largestSize } from '../../src/kernel/columns';
import { inputsOf, type Node } from '../../src/kernel/expression';
import { decimalText, type ExactDecimal } from '../../src/kernel/gate';
import { evaluateExactly } from '../../src/kernel/oracle';
import { printExpression } from '../../src/kernel/print';
import { compileSafe, compileScalar } from '../../src/kernel/scalar';
import { roundedFraction, sameFraction, workOut } from './arithmetic';
import { expressions, LETTERS, meaning, rowsOf, scales, wideInts } from './expressions';

const RUNS = { numRuns: 2_000 };
const resultScales = fc.integer({ min: 0, max: 7 });
const oneLine = fc.record({ a: wideInts, b: wideInts, c: wideInts, d: wideInts });
type Row = Readonly<Record<string, number>>;

const onScales = (
  ints: Readonly<Record<string, bigint | number>>,
  on: Readonly<Record<string, number>>,
): Readonly<Record<string, ExactDecimal>> =>
  Object.fromEntries(LETTERS.map((letter) => [letter, { int: BigInt(ints[letter] ?? 0), scale: on[letter] ?? 0 }]));

const columnsOf = (rows: readonly Row[]): Record<string, Float64Array> =>
  Object.fromEntries(LETTERS.map((letter) => [letter, Float64Array.from(rows, (row) => row[letter] as number)]));

const boundsOf = (columns: Readonly<Record<string, Column>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(columns).map(([letter, column]) => [letter, typeof column === 'number' ? 0 : largestSize(column, column.length)]),
  );

/** What every row of a kernel must be: the oracle's number where it is a safe integer, else nothing. */
const byOracle = (node: Node, rows: readonly Row[], on: Readonly<Record<string, number>>, resultScale: number): number[] =>
  rows.map((row) => {
    const exact = evaluateExactly(node, onScales(row, on), resultScale);
    const number = exact === null ? Number.NaN : Number(exact);
    return Number.isSafeInteger(number) ? number : Number.NaN;
  });

const run = (
  node: Node,
  columns: Readonly<Record<string, Column>>,
  bounds: Record<string, number>,
  rows: number,
  on: Readonly<Record<string, number>>,
  resultScale: number,
) => {
  const out = new Float64Array(rows).fill(-777);
  const way = compileColumns(node, (letter) => on[letter] as number, resultScale).run(columns, bounds, rows, out);
  return { way, out: [...out] };
};

describe('the four readers of an expression', () => {
  it('print what means the same when worked out with pencil and paper', () => {
    fc.assert(
      fc.property(expressions, oneLine, scales, (node, ints, on) => {
        const inputs = onScales(ints, on);
        const arithmetic = printExpression(node, (letter) =>
          decimalText((inputs[letter] as ExactDecimal).int, (inputs[letter] as ExactDecimal).scale),
        );
        expect(sameFraction(workOut(arithmetic), meaning(node, inputs))).toBe(true);
      }),
      RUNS,
    );
  });

  it('give one number with decimal.js and in whole numbers, whatever the sizes: that of the meaning, rounded once', () => {
    fc.assert(
      fc.property(expressions, oneLine, scales, resultScales, (node, ints, on, resultScale) => {
        const exact = meaning(node, onScales(ints, on));
        const expected = exact === null ? null : roundedFraction(exact, resultScale);
        expect(evaluateExactly(node, onScales(ints, on), resultScale)).toBe(expected);
        expect(compileScalar(node, (letter) => on[letter] as number, resultScale)(ints)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('give one line in safe integers what the oracle gives: products past 2^53 and divisors that are not positive too', () => {
    fc.assert(
      fc.property(expressions, rowsOf(12), scales, resultScales, (node, rows, on, resultScale) => {
        const one = compileSafe(node, (letter) => on[letter] as number, resultScale);
        expect(rows.map((row) => one(row))).toStrictEqual(byOracle(node, rows, on, resultScale));
      }),
      RUNS,
    );
  });

  it('give in columns what the oracle gives row by row: with a proof, without one, and with a proof that fails', () => {
    fc.assert(
      fc.property(expressions, rowsOf(12), scales, resultScales, (node, rows, on, resultScale) => {
        const expected = byOracle(node, rows, on, resultScale);
        const columns = columnsOf(rows);
        expect(run(node, columns, boundsOf(columns), rows.length, on, resultScale).out).toStrictEqual(expected);
        const unproved = run(node, columns, {}, rows.length, on, resultScale);
        expect(unproved).toStrictEqual({ way: 'wide', out: expected });
        expect(
          run(node, columns, { a: Number.NaN, b: Number.NaN, c: Number.NaN, d: Number.NaN }, rows.length, on, resultScale).out,
        ).toStrictEqual(expected);
      }),
      RUNS,
    );
  });

  it('take numbers for whole columns, and need no bounds for them', () => {
    fc.assert(
      fc.property(expressions, rowsOf(5), fc.subarray([...LETTERS]), scales, resultScales, (node, given, constant, on, resultScale) => {
        const [first = {}] = given as readonly Row[];
        const rows = given.map(
          (row): Row => ({ ...row, ...Object.fromEntries(constant.map((letter) => [letter, first[letter] as number])) }),
        );
        const columns: Record<string, Column> = columnsOf(rows);
        const bounds = boundsOf(columns);
        for (const letter of constant) {
          columns[letter] = first[letter] as number;
          delete bounds[letter];
        }
        expect(run(node, columns, bounds, rows.length, on, resultScale).out).toStrictEqual(byOracle(node, rows, on, resultScale));
      }),
      RUNS,
    );
  });

  it('give nothing for a row whose input is missing, and leave the other rows as they are', () => {
    fc.assert(
      fc.property(
        expressions,
        rowsOf(6),
        fc.constantFrom(...LETTERS),
        scales,
        resultScales,
        fc.boolean(),
        (node, rows, letter, on, resultScale, proved) => {
          const expected = byOracle(node, rows, on, resultScale);
          if (inputsOf(node).has(letter)) expected[0] = Number.NaN;
          const columns = columnsOf(rows);
          (columns[letter] as Float64Array)[0] = Number.NaN;
          expect(run(node, columns, proved ? boundsOf(columns) : {}, rows.length, on, resultScale).out).toStrictEqual(expected);
        },
      ),
      RUNS,
    );
  });

  it('keep nothing of one house for the next: a kernel used before gives what a new one gives, longer or shorter', () => {
    const houses = fc.array(fc.tuple(fc.constantFrom(1, 2, 40, 255, 256, 257, 700), fc.nat(), fc.boolean()), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(expressions, rowsOf(7), houses, scales, resultScales, (node, pattern, months, on, resultScale) => {
        const used = compileColumns(node, (letter) => on[letter] as number, resultScale);
        for (const [length, shift, proved] of months) {
          const rows = Array.from({ length }, (_, at): Row => pattern[(at + shift) % pattern.length] as Row);
          const columns = columnsOf(rows);
          const out = new Float64Array(length + 1).fill(-777);
          used.run(columns, proved ? boundsOf(columns) : {}, length, out);
          expect([...out.subarray(0, length)]).toStrictEqual(run(node, columns, boundsOf(columns), length, on, resultScale).out);
          expect(out[length]).toBe(-777);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('may write the result over one of their own columns', () => {
    fc.assert(
      fc.property(
        expressions,
        rowsOf(6),
        fc.constantFrom(...LETTERS),
        scales,
        resultScales,
        fc.boolean(),
        (node, rows, letter, on, resultScale, proved) => {
          const columns = columnsOf(rows);
          const over = columns[letter] as Float64Array;
          compileColumns(node, (name) => on[name] as number, resultScale).run(columns, proved ? boundsOf(columns) : {}, rows.length, over);
          expect([...over]).toStrictEqual(byOracle(node, rows, on, resultScale));
        },
      ),
      RUNS,
    );
  });
});
