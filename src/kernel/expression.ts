import type { Unit } from './quantity';

/**
 * A formula's expression: a small tree written once and read four ways (printed, evaluated exactly with a trace, compiled to integers
 * for one line, compiled to column kernels). Units cancel in the types of the functions that build it.
 */
export type Node =
  | { readonly op: 'input'; readonly name: string }
  | { readonly op: 'plus' | 'minus' | 'times' | 'over' | 'smaller'; readonly a: Node; readonly b: Node }
  | { readonly op: 'atLeastZero'; readonly a: Node };

/** Letters of the inputs that an expression uses, in the order they first appear. */
export const inputsOf = (node: Node, seen = new Set<string>()): Set<string> => {
  if (node.op === 'input') return seen.add(node.name);
  inputsOf(node.a, seen);
  return 'b' in node ? inputsOf(node.b, seen) : seen;
};

declare const unitOf: unique symbol;

/** An expression whose value has the unit `U`. */
export type Expression<U extends Unit> = Node & { readonly [unitOf]?: (unit: U) => U };

const built = <U extends Unit>(node: Node): Expression<U> => node as Expression<U>;

/** An input of a formula by its letter in the act. */
export const input = <U extends Unit>(name: string): Expression<U> => built({ op: 'input', name });

/** Sum of two values of one unit. */
export const plus = <U extends Unit>(a: Expression<U>, b: Expression<NoInfer<U>>): Expression<U> => built({ op: 'plus', a, b });

/** Difference of two values of one unit. */
export const minus = <U extends Unit>(a: Expression<U>, b: Expression<NoInfer<U>>): Expression<U> => built({ op: 'minus', a, b });

/** A rate times its base: roubles per m³ times m³ are roubles; nothing else compiles. */
export const times = <A extends Unit, B extends Unit>(rate: Expression<`${A}/${B}`>, base: Expression<NoInfer<B>>): Expression<A> =>
  built({ op: 'times', a: rate, b: base });

/** A value times a number without a unit (a coefficient). */
export const byFactor = <U extends Unit>(a: Expression<U>, factor: Expression<'1'>): Expression<U> => built({ op: 'times', a, b: factor });

/** A value divided by another unit's value: a rate. The divisor must be positive. */
export const per = <A extends Unit, B extends Unit>(a: Expression<A>, b: Expression<B>): Expression<`${A}/${B}`> =>
  built({ op: 'over', a, b });

/** The ratio of two values of one unit: a number. The divisor must be positive. */
export const ratio = <U extends Unit>(a: Expression<U>, b: Expression<NoInfer<U>>): Expression<'1'> => built({ op: 'over', a, b });

/** Something-days over the days of the month: something-months (62 person-days of 31 are 2 person-months). */
export const inMonths = <A extends Unit>(a: Expression<`${A}-day`>, daysInMonth: Expression<'day/month'>): Expression<`${A}-month`> =>
  built({ op: 'over', a, b: daysInMonth });

/** Days over the days of the month: a part of a month. */
export const partOfMonth = (days: Expression<'day'>, daysInMonth: Expression<'day/month'>): Expression<'month'> =>
  built({ op: 'over', a: days, b: daysInMonth });

/** The smaller of two values. */
export const smaller = <U extends Unit>(a: Expression<U>, b: Expression<NoInfer<U>>): Expression<U> => built({ op: 'smaller', a, b });

/** The value, or zero when it is negative. */
export const atLeastZero = <U extends Unit>(a: Expression<U>): Expression<U> => built({ op: 'atLeastZero', a });

/** A value that lasts for months: something-months (54 m² for half a month are 27 m²-months). */
export const during = <A extends Unit>(a: Expression<A>, months: Expression<'month'>): Expression<`${A}-month`> =>
  built({ op: 'times', a, b: months });

/** Something-days per month over the days of the month: the sum of daily values as one month's value. */
export const overDays = <A extends Unit>(sum: Expression<`${A}-day/month`>, daysInMonth: Expression<'day/month'>): Expression<A> =>
  built({ op: 'over', a: sum, b: daysInMonth });

/** A yearly rate over the months of a year: what it is for one month. */
export const aMonth = <A extends Unit, B extends Unit>(
  yearly: Expression<`${A}/${B}-year`>,
  monthsInYear: Expression<'month/year'>,
): Expression<`${A}/${B}-month`> => built({ op: 'over', a: yearly, b: monthsInYear });

/** Kilograms over those of a tonne. */
export const inTonnes = (mass: Expression<'kg'>, perTonne: Expression<'kg/t'>): Expression<'t'> =>
  built({ op: 'over', a: mass, b: perTonne });

/** Minutes over those of an hour. */
export const inHours = (minutes: Expression<'minute'>, perHour: Expression<'minute/hour'>): Expression<'hour'> =>
  built({ op: 'over', a: minutes, b: perHour });
