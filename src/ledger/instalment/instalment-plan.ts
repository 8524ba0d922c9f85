import { addMonths, type Day, firstDay, type Month, monthOf, monthsBetween } from '../../kernel/calendar';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY, roublesText, sumMoney } from '../../kernel/money';
import type { Problem } from '../../kernel/problem';
import { type Quantity, quantity, scaled } from '../../kernel/quantity';
import { err, must, ok, type Result } from '../../kernel/result';
import type { TraceNode } from '../../kernel/trace';
import { INSTALMENT_GROWTH, INSTALMENT_MONTHS } from '../../norms/federal/instalment';
import { calculateExactly, evaluate } from '../../norms/formula';
import { type ParameterProblem, valueOn } from '../../norms/parameter';
import type { PolicyCode } from '../../norms/policies';
import { type Choice, choose, type RuleProblem } from '../../norms/rules';
import { instalmentExcess, instalmentInterest, instalmentLimit, instalmentPart } from './instalment-formulas';
import { type InterestOptions, interestOf } from './instalment-interest';
import { INSTALMENT_RULES } from './instalment-rules';

/** A fee that may be paid by instalments. */
export interface InstalmentRequest extends InterestOptions {
  /** The month whose fee rose. */
  readonly month: Month;
  /** Fee for the service in that month. */
  readonly fee: Kopecks;
  /** Fee for the same service and account a year before; `null` when there was none. */
  readonly lastYear: Kopecks | null;
  /** First day on which the rest is wanted at once: paid early, or refused later. */
  readonly endedOn?: Day | undefined;
  /** The consumer pays at once. */
  readonly refused?: boolean | undefined;
  readonly policies?: Readonly<Partial<Record<PolicyCode, string>>> | undefined;
}

/** A part of an instalment: billed in the bill of a month, and due with it. */
export interface InstalmentPart {
  readonly month: Month;
  /** What was deferred when the month began. */
  readonly balance: Kopecks;
  readonly amount: Kopecks;
  readonly interest: Kopecks;
  /** How part and interest came to be. */
  readonly told: readonly TraceNode[];
}

/** A fee cut into what is due at once and parts. */
export interface InstalmentPlan {
  readonly month: Month;
  /** Due with the bill of the month, the first part aside: the fee of the year before. */
  readonly regular: Kopecks;
  readonly excess: Kopecks;
  readonly parts: readonly InstalmentPart[];
  /** Per cent a year; `0` without interest. */
  readonly percent: string;
  readonly interest: Kopecks;
}

/** An instalment, or why there is none. */
export interface InstalmentAnswer {
  readonly choice: Choice<'noBase' | 'withinLimit' | 'refused' | 'instalment'>;
  readonly plan: InstalmentPlan | null;
  readonly told: readonly TraceNode[];
}

/** Why no answer is given. */
export type InstalmentProblem = ParameterProblem | RuleProblem | Problem<'instalment-interest-above' | 'number-too-large'>;

/** Months in a year, by which interest of a year is told by months. */
const YEAR = scaled(12, 0, 'month');
const ONE = scaled(1, 0, 'month');

/**
 * The statutory instalment («рассрочка», ПП № 354, п. 72): a fee more than 25 % above the same month of the year before is paid as the old
 * fee and twelve equal parts of the excess, the first of them in the month itself; the spare kopecks are in the last. A fee without a
 * comparable one gives no instalment; nor does one that lies exactly on the limit.
 *
 * @returns `instalment-interest-above` when the interest named is above the key rate of the day of grant + 3 points; what the law's data do not answer
 * @example instalmentPlan({ month: '2026-01', fee: 320000, lastYear: 200000, grantedOn: '2026-02-03' }).value.plan.parts[0].amount //=> 10000
 */
export const instalmentPlan = (request: InstalmentRequest): Result<InstalmentAnswer, InstalmentProblem> => {
  const { month, fee, lastYear, refused = false } = request;
  const on = firstDay(month);
  const growth = valueOn(INSTALMENT_GROWTH, on);
  if (!growth.ok) return growth;
  const count = valueOn(INSTALMENT_MONTHS, on);
  if (!count.ok) return count;
  const base = lastYear !== null && lastYear > NO_MONEY ? lastYear : null;
  const limits = { 'P₀': money(base ?? NO_MONEY), g: quantity(growth.value.value, '1') };
  const limit = calculateExactly(instalmentLimit, limits);
  if (limit === null) return err({ code: 'number-too-large', facts: { unit: 'RUB' } });
  const exceeds = BigInt(fee) * limit.under > limit.over * 100n;
  const choice = choose(INSTALMENT_RULES, { refused, hasBase: base !== null, exceeds }, on);
  if (!choice.ok) return choice;
  const told: TraceNode[] = base === null ? [] : [must(evaluate(instalmentLimit, limits, on)).trace];
  if (choice.value.basis !== 'instalment' || base === null) return ok({ choice: choice.value, plan: null, told });
  const rate = interestOf(request);
  if (!rate.ok) return rate;
  const excess = evaluate(instalmentExcess, { P: money(fee), 'P₀': money(base) }, on);
  const plan = planOf(request, base, Number(count.value.value), rate.value.percent);
  return ok({ choice: choice.value, plan, told: [...told, must(excess).trace, ...rate.value.told] });
};

const money = (value: Kopecks): Quantity<'RUB'> => scaled(value, 2, 'RUB');

const planOf = ({ month, fee, endedOn }: InstalmentRequest, regular: Kopecks, months: number, percent: string): InstalmentPlan => {
  const excess = lessMoney(fee, regular);
  const ends = endedOn === undefined ? months : Math.max(0, monthsBetween(month, monthOf(endedOn)));
  const each = partOf(excess, months, firstDay(month));
  const parts: InstalmentPart[] = [];
  let balance = excess;
  for (let k = 0; k < months && balance > 0; k += 1) {
    const own = addMonths(month, k);
    const rest = k === months - 1 || k === ends;
    const amount = rest ? balance : each.amount;
    const interest = k >= ends ? null : interestFor(balance, percent, firstDay(month));
    if (amount > 0 || (interest !== null && interest.amount > 0))
      parts.push({
        month: own,
        balance,
        amount,
        interest: interest?.amount ?? NO_MONEY,
        told: [...(rest ? [] : [each.told]), ...(interest === null ? [] : [interest.told])],
      });
    balance = lessMoney(balance, amount);
  }
  return { month, regular, excess, parts, percent, interest: sumMoney(parts.map((part) => part.interest)) };
};

interface Told {
  readonly amount: Kopecks;
  readonly told: TraceNode;
}

/** A part that is cut down to the kopeck: twelve of them are never more than the excess. */
const partOf = (excess: Kopecks, months: number, on: Day): Told => {
  const values = { ΔP: money(excess), n: ONE, m: scaled(months, 0, 'month') };
  const exact = calculateExactly(instalmentPart, values) as { readonly over: bigint; readonly under: bigint };
  const amount = asKopecks(Number((exact.over * 100n) / exact.under));
  const { trace } = must(evaluate(instalmentPart, values, on));
  return { amount, told: { ...trace, value: roublesText(amount), notes: ['доли копеек — в последней части'] } };
};

const interestFor = (balance: Kopecks, percent: string, on: Day): Told | null => {
  if (Number(percent) === 0) return null;
  const { int, scale } = quantity(percent, '1');
  const values = { S: money(balance), r: scaled(int, scale + 2, '1'), n: ONE, y: YEAR };
  const { value, trace } = must(evaluate(instalmentInterest, values, on));
  return { amount: asKopecks(Number(value.int)), told: trace };
};
