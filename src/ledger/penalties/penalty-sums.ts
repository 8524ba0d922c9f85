import type { Month } from '../../kernel/calendar';
import { type Fraction, fraction, sumFractions } from '../../kernel/fraction';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY, roundToKopeck, sumMoney } from '../../kernel/money';
import { err, must, ok, type Result } from '../../kernel/result';
import type { PolicyValue } from '../../norms/policies';
import type { BucketPenalty, PenaltyInterval, PenaltyProblem, PenaltySum } from './penalty-result';

/** Where penalties are posted: account, creditor, month of debt. */
export interface PenaltyPlace {
  readonly account: string;
  readonly provider: string;
  readonly month: Month;
}

/** Sum the buckets of each account, creditor and month of debt, and round as the policy says; in the order of the buckets. */
export const penaltySums = (
  buckets: readonly BucketPenalty[],
  rounding: PolicyValue<'penaltyRounding'>,
): Result<readonly PenaltySum[], PenaltyProblem> => {
  const places = new Map<string, BucketPenalty[]>();
  for (const one of buckets) {
    const key = keyOf(one.bucket);
    places.set(key, [...(places.get(key) ?? []), one]);
  }
  const sums: PenaltySum[] = [];
  for (const [first, ...rest] of places.values()) {
    if (first === undefined) continue;
    const own = [first, ...rest];
    const { account, provider, month } = first.bucket;
    const exact = sumFractions(own.map((one) => one.exact));
    const whole = roundToKopeck(exact.over, exact.under);
    if (!whole.ok) return err({ code: 'amount-too-large', at: `account ${account} ${provider} ${month}` });
    const intervals = own.flatMap((one) => one.intervals);
    sums.push({ account, provider, month, exact, amount: rounding === 'perMonthOfDebt' ? whole.value : roundedRows(intervals, rounding) });
  }
  return ok(sums);
};

const roundedRows = (intervals: readonly PenaltyInterval[], rounding: 'perRow' | 'perDay'): Kopecks =>
  sumMoney(intervals.map((one) => (rounding === 'perRow' ? one.amount : perDay(one.exact, one.days))));

const perDay = ({ over, under }: Fraction, days: number): Kopecks => {
  const day = fraction(over, under * BigInt(days));
  return asKopecks(must(roundToKopeck(day.over, day.under)) * days);
};

const keyOf = ({ account, provider, month }: PenaltyPlace): string => JSON.stringify([account, provider, month]);

/**
 * What is to be posted now: penalties as they are, less what was posted before; what did not change is not there. A place that bears no
 * penalties any more is given back whole. So each posting rounds the whole sum, and no kopeck is lost or made by splitting.
 *
 * @example penaltyDifference([{ account: '1', provider: 'uk', month: '2024-01', amount: 40923 }], [{ account: '1', provider: 'uk', month: '2024-01', amount: 40000 }])[0].amount //=> 923
 */
export const penaltyDifference = (
  now: Iterable<PenaltyPlace & { readonly amount: Kopecks }>,
  posted: Iterable<PenaltyPlace & { readonly amount: Kopecks }>,
): readonly (PenaltyPlace & { readonly amount: Kopecks })[] => {
  const left = new Map<string, PenaltyPlace & { readonly amount: Kopecks }>();
  const add = ({ account, provider, month }: PenaltyPlace, amount: Kopecks): void => {
    const key = keyOf({ account, provider, month });
    left.set(key, { account, provider, month, amount: sumMoney([left.get(key)?.amount ?? NO_MONEY, amount]) });
  };
  for (const one of now) add(one, one.amount);
  for (const one of posted) add(one, lessMoney(NO_MONEY, one.amount));
  return [...left.values()].filter(({ amount }) => amount !== 0);
};
