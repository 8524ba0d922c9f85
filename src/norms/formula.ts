import type { Day } from '../kernel/calendar';
import { type ColumnKernel, compileColumns } from '../kernel/columns';
import { type Expression, input, inputsOf, type Node } from '../kernel/expression';
import type { Fraction } from '../kernel/fraction';
import { decimalText } from '../kernel/gate';
import { evaluateExactly } from '../kernel/oracle';
import { printExpression } from '../kernel/print';
import type { Problem } from '../kernel/problem';
import { onScale, type Quantity, quantityText, type Unit } from '../kernel/quantity';
import { err, invariant, ok, type Result } from '../kernel/result';
import { compileFraction, compileSafe, compileScalar, type SafeFunction, type ScalarFunction } from '../kernel/scalar';
import type { TraceNode } from '../kernel/trace';
import { type Clause, citation, inForce } from './act';

/** An input of a formula: unit in the type, decimals it may carry, Russian title. */
export interface InputSpec<U extends Unit> {
  readonly unit: U;
  readonly scale: number;
  readonly title: string;
}

/** Declare an input. @example given('m3', 7, 'Объём') */
export const given = <const U extends Unit>(unit: U, scale: number, title: string): InputSpec<U> => ({ unit, scale, title });

type Inputs = Readonly<Record<string, InputSpec<Unit>>>;
type Letters<I extends Inputs> = { readonly [K in keyof I]: Expression<I[K]['unit']> };
/** Values for a formula's inputs: one quantity per letter, units checked by the compiler. */
export type Values<I extends Inputs> = { readonly [K in keyof I]: Quantity<I[K]['unit']> };

/** Decimals of each kind of result; money has two and is rounded once per line. */
export const RESULT_SCALE = {
  RUB: 2,
  m3: 7,
  t: 7,
  kWh: 7,
  Gcal: 7,
  'm2-month': 7,
  'kW-month': 7,
  '(m3/h)-month': 7,
  '(Gcal/h)-month': 7,
  'premises-month': 7,
  'person-month': 7,
  'unit-month': 7,
  'house-month': 7,
  house: 7,
  piece: 7,
  period: 7,
  'm3/month': 7,
  'kWh/month': 7,
  'Gcal/month': 7,
} as const;
/** What a formula may give. */
export type ResultUnit = keyof typeof RESULT_SCALE;

interface Declaration<I extends Inputs, R extends ResultUnit> {
  /** Stable for ever. */
  readonly id: string;
  /** Russian: people read it. */
  readonly title: string;
  /** Letter of the result in the act. */
  readonly symbol: string;
  readonly clause: Clause;
  readonly inputs: I;
  readonly result: R;
  readonly is: (letters: Letters<I>) => Expression<NoInfer<R>>;
}

/** A legal formula: one expression with its clause, read four ways. */
export interface Formula<I extends Inputs = Inputs, R extends ResultUnit = ResultUnit> {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly clause: Clause;
  readonly inputs: I;
  /** Names of the inputs, in order. */
  readonly letters: readonly string[];
  readonly result: R;
  readonly expression: Node;
  /** The expression as printed, such as `V × T`. */
  readonly printed: string;
}

const known = new Map<string, Formula>();

/** Declare a formula. Its id must be new; every input must be used. */
export const formula = <const I extends Inputs, R extends ResultUnit>(declared: Declaration<I, R>): Formula<I, R> => {
  invariant(!known.has(declared.id), `formula ${declared.id} is declared twice`);
  const letters = Object.fromEntries(Object.keys(declared.inputs).map((letter) => [letter, input(letter)])) as unknown as Letters<I>;
  const expression = declared.is(letters) as Node;
  const used = inputsOf(expression);
  for (const letter of Object.keys(declared.inputs)) invariant(used.has(letter), `formula ${declared.id} does not use its input ${letter}`);
  invariant(used.size === Object.keys(declared.inputs).length, `formula ${declared.id} uses an input that it does not declare`);
  const { id, title, symbol, clause, inputs, result } = declared;
  const made: Formula<I, R> = {
    id,
    title,
    symbol,
    clause,
    inputs,
    letters: Object.keys(inputs),
    result,
    expression,
    printed: printExpression(expression),
  };
  known.set(id, made as unknown as Formula);
  return made;
};

/** Every declared formula, by id. */
export const formulas = (): ReadonlyMap<string, Formula> => known;

/** A formula asked for a day on which its clause is not in force, or with a divisor that is not positive. */
export type FormulaProblem = Problem<'formula-not-in-force' | 'division-by-zero' | 'number-too-large'>;

/** A rounded result with the step that explains it. */
export interface Evaluated<R extends ResultUnit> {
  readonly value: Quantity<R>;
  readonly trace: TraceNode;
}

/**
 * Evaluate one formula exactly (decimal.js), with the step that explains it.
 *
 * Answers `division-by-zero` when a divisor is not positive and `number-too-large` when the result is no safe integer on its scale: where
 * {@link calculate} gives `null` and a kernel of {@link kernelOf} gives `NaN`. A value with more decimals than its input may carry is a
 * mistake of ours and throws, here and in `calculate`.
 *
 * @param on a day: the clause must be in force, and its number on that day is cited
 * @param under steps that made the inputs, by letter; an input without a step is shown as a plain value
 */
export const evaluate = <I extends Inputs, R extends ResultUnit>(
  of: Formula<I, R>,
  values: Values<I>,
  on: Day,
  under: { readonly [K in keyof I]?: TraceNode } = {},
  resultScale: number = RESULT_SCALE[of.result],
): Result<Evaluated<R>, FormulaProblem> => {
  if (!inForce(of.clause, on)) return err({ code: 'formula-not-in-force', value: of.id, facts: { day: on } });
  const scale = resultScale;
  for (const letter of Object.keys(of.inputs)) onScale(values[letter] as Quantity<Unit>, (of.inputs[letter] as InputSpec<Unit>).scale);
  const int = evaluateExactly(of.expression, values, scale);
  if (int === null) return err({ code: 'division-by-zero', value: of.id });
  if (!isSafe(int)) return err({ code: 'number-too-large', value: of.id });
  const legal = citation(of.clause, on);
  const trace: TraceNode = {
    symbol: of.symbol,
    title: of.title,
    value: decimalText(int, scale),
    unit: of.result,
    expression: of.printed,
    arithmetic: printExpression(of.expression, (letter) => quantityText(values[letter] as Quantity<Unit>)),
    ...(legal === null ? {} : { legal }),
    under: Object.entries(of.inputs).map(
      ([letter, spec]) =>
        under[letter as keyof I] ?? {
          symbol: letter,
          title: spec.title,
          value: quantityText(values[letter] as Quantity<Unit>),
          unit: spec.unit,
        },
    ),
  };
  return ok({ value: { int, scale, unit: of.result }, trace });
};

const MOST = BigInt(Number.MAX_SAFE_INTEGER);
const isSafe = (int: bigint): boolean => int <= MOST && int >= -MOST;

const scalars = new Map<string, ScalarFunction>();

/**
 * Evaluate one formula silently, in integers; the same value as {@link evaluate} to the last digit, and `null` where that answers
 * `division-by-zero` or `number-too-large`. It does not ask whether the clause is in force: rule tables do.
 *
 * @param resultScale decimals of the result when a policy asks for fewer than the unit's own
 */
export const calculate = <I extends Inputs, R extends ResultUnit>(
  of: Formula<I, R>,
  values: Values<I>,
  resultScale: number = RESULT_SCALE[of.result],
): bigint | null => {
  const key = `${of.id}:${resultScale}`;
  let run = scalars.get(key);
  if (run === undefined) {
    run = compileScalar(of.expression, (letter) => (of.inputs[letter] as InputSpec<Unit>).scale, resultScale);
    scalars.set(key, run);
  }
  const int = run(intsOf(of, values));
  return int === null || !isSafe(int) ? null : int;
};

const intsOf = <I extends Inputs, R extends ResultUnit>(of: Formula<I, R>, values: Values<I>): Record<string, bigint> => {
  const ints: Record<string, bigint> = {};
  for (const letter of of.letters) ints[letter] = onScale(values[letter] as Quantity<Unit>, (of.inputs[letter] as InputSpec<Unit>).scale);
  return ints;
};

const fractions = new Map<string, ReturnType<typeof compileFraction>>();

/**
 * Evaluate one formula silently and exactly, without rounding: for a sum of many results that is rounded once. Rounded to the scale of
 * the result it is what {@link calculate} gives; `null` where a divisor is not positive.
 */
export const calculateExactly = <I extends Inputs, R extends ResultUnit>(of: Formula<I, R>, values: Values<I>): Fraction | null => {
  let run = fractions.get(of.id);
  if (run === undefined) {
    run = compileFraction(of.expression, (letter) => (of.inputs[letter] as InputSpec<Unit>).scale);
    fractions.set(of.id, run);
  }
  return run(intsOf(of, values));
};

const safe = new Map<unknown, (SafeFunction | undefined)[]>();

/** Safe integers for a formula's inputs: one per letter, each on the declared scale and in the declared unit of its letter. */
export type SafeInts<I extends Inputs> = { readonly [K in keyof I]: number };

/**
 * {@link calculate} for the month run: safe integers in and out, nothing made on the way as long as products stay below 2^53.
 *
 * @returns `NaN` where `calculate` gives `null`, and for an input that is `NaN`
 */
export const calculateSafe = <I extends Inputs, R extends ResultUnit>(
  of: Formula<I, R>,
  ints: SafeInts<I>,
  resultScale: number = RESULT_SCALE[of.result],
): number => {
  let own = safe.get(of);
  if (own === undefined) {
    own = [];
    safe.set(of, own);
  }
  let run = own[resultScale];
  if (run === undefined) {
    run = compileSafe(of.expression, (letter) => (of.inputs[letter] as InputSpec<Unit>).scale, resultScale);
    own[resultScale] = run;
  }
  return run(ints);
};

/** Compiled kernels of a formula by their scales: as the object that came, whose content never changes, and as one number. */
interface Kernels {
  readonly asked: { readonly scales: object; readonly resultScale: number; readonly kernel: ColumnKernel }[];
  readonly made: Map<number, ColumnKernel>;
}
const kernels = new Map<unknown, Kernels>();
const SCALES = 32;
const MOST_ASKED = 16;
const DECLARED = {};

/** Scales at which the columns of a kernel come; a letter that is not named comes on its declared scale. */
export type ColumnScales<I extends Inputs> = { readonly [K in keyof I]?: number };

/**
 * The column kernel of a formula for columns on the given scales; compiled once per scale. A row without a value is `NaN`: the caller asks
 * {@link evaluate} for that row and reports its problem.
 */
export const kernelOf = <I extends Inputs, R extends ResultUnit>(
  of: Formula<I, R>,
  scales: ColumnScales<I> = DECLARED,
  resultScale: number = RESULT_SCALE[of.result],
): ColumnKernel => {
  let own = kernels.get(of);
  if (own === undefined) {
    own = { asked: [], made: new Map() };
    kernels.set(of, own);
  }
  const { asked } = own;
  for (let i = 0; i < asked.length; i += 1) {
    const one = asked[i] as Kernels['asked'][number];
    if (one.scales === scales && one.resultScale === resultScale) return one.kernel;
  }
  const kernel = compiledFor(of, own, scales, resultScale);
  if (asked.length < MOST_ASKED) asked.push({ scales, resultScale, kernel });
  return kernel;
};

const compiledFor = <I extends Inputs, R extends ResultUnit>(
  of: Formula<I, R>,
  { made }: Kernels,
  scales: ColumnScales<I>,
  resultScale: number,
): ColumnKernel => {
  let key = resultScale;
  for (const letter of of.letters) key = key * SCALES + (scales[letter] ?? (of.inputs[letter] as InputSpec<Unit>).scale);
  let kernel = made.get(key);
  if (kernel === undefined) {
    kernel = compileColumns(of.expression, (letter) => scales[letter] ?? (of.inputs[letter] as InputSpec<Unit>).scale, resultScale);
    made.set(key, kernel);
  }
  return kernel;
};
