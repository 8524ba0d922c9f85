import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../src/charges/formulas';
import '../../src/consumption/formulas';
import type { Day } from '../../src/kernel/calendar';
import { type Column, largestSize } from '../../src/kernel/columns';
import { type Quantity, scaled } from '../../src/kernel/quantity';
import { inForce } from '../../src/norms/act';
import { calculate, calculateSafe, evaluate, type Formula, formulas, kernelOf, RESULT_SCALE } from '../../src/norms/formula';
import { roundedFraction, workOut } from '../kernel/arithmetic';

const TODAY = '2026-10-01' as Day;

/** Today, or for a clause of other years the first day of its first wording. */
const dayOf = ({ clause }: Formula): Day =>
  inForce(clause, TODAY) ? TODAY : (clause.editions.find(({ value }) => value !== null)?.from ?? TODAY);

const MOST = Number.MAX_SAFE_INTEGER;
const laws = [...formulas().values()];

const sizes = fc.oneof(
  fc.constantFrom(0, 1, 2, 5, 28, 30, 31, 50, MOST),
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: 0, max: 10 ** 9 }),
  fc.integer({ min: 0, max: MOST }),
);
const ints = fc.tuple(sizes, fc.constantFrom(1, 1, 1, -1)).map(([size, sign]) => size * sign + 0);
const lines = (of: Formula) => fc.array(fc.tuple(...Object.keys(of.inputs).map(() => ints)), { minLength: 1, maxLength: 6 });

const quantities = (of: Formula, line: readonly number[]): Readonly<Record<string, Quantity<string>>> =>
  Object.fromEntries(Object.entries(of.inputs).map(([letter, { unit, scale }], at) => [letter, scaled(line[at] as number, scale, unit)]));

describe('every formula of the library', () => {
  it('is there to be tested', () => {
    expect(laws.length).toBeGreaterThan(15);
  });

  it.each(laws.map((of) => [of.id, of] as const))(
    '%s: what is printed, told aloud, computed in silence and computed in columns is one number',
    (_id, of) => {
      const scale = RESULT_SCALE[of.result];
      const letters = Object.keys(of.inputs);
      fc.assert(
        fc.property(lines(of), fc.boolean(), (rows, proved) => {
          const expected = rows.map((line) => {
            const values = quantities(of, line);
            const told = evaluate(of, values, dayOf(of));
            const silent = calculate(of, values);
            const safe = Object.fromEntries(letters.map((letter, at) => [letter, line[at] as number]));
            expect(calculateSafe(of, safe)).toBe(silent === null ? Number.NaN : Number(silent));
            if (!told.ok) {
              expect(silent).toBeNull();
              return Number.NaN;
            }
            expect(silent).toBe(told.value.value.int);
            const paper = workOut(told.value.trace.arithmetic as string);
            expect(paper === null ? null : roundedFraction(paper, scale)).toBe(silent);
            return Number(silent);
          });
          const columns: Record<string, Column> = Object.fromEntries(
            letters.map((letter, at) => [letter, Float64Array.from(rows, (line) => line[at] as number)]),
          );
          const bounds = Object.fromEntries(
            letters.map((letter) => [letter, proved ? largestSize(columns[letter] as Float64Array, rows.length) : Number.NaN]),
          );
          const out = new Float64Array(rows.length);
          kernelOf(of).run(columns, bounds, rows.length, out);
          expect([...out]).toStrictEqual(expected);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(laws.map((of) => [of.id, of] as const))('%s gives the mirror of a reversed quantity, where one input is reversed', (_id, of) => {
    const [letter = ''] = Object.keys(of.inputs);
    fc.assert(
      fc.property(lines(of), ([line = []]) => {
        const values = quantities(of, line);
        const reversed = {
          ...values,
          [letter]: { ...(values[letter] as Quantity<string>), int: -(values[letter] as Quantity<string>).int },
        };
        const linear = !/[+−]/.test(of.printed);
        const forth = calculate(of, values);
        if (linear && forth !== null) expect(calculate(of, reversed)).toBe(-forth);
        const all = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value.unit === of.result ? { ...value, int: -value.int } : value]),
        );
        if (!linear && forth !== null) expect(calculate(of, all)).toBe(-forth);
      }),
      { numRuns: 200 },
    );
  });
});
