import type { Day } from '../../kernel/calendar';
import { sumMoney } from '../../kernel/money';
import { err, ok, type Result } from '../../kernel/result';
import { policyValue } from '../../norms/policies';
import { bucketPenalty } from './bucket-penalty';
import { placeOf, requestProblems } from './penalty-gate';
import type { DebtBucket, PenaltyRequest } from './penalty-request';
import type { BucketPenalty, Penalties, PenaltyProblem } from './penalty-result';
import { penaltySums } from './penalty-sums';

/**
 * Penalties («пени») of debts through a day, ЖК РФ, ст. 155, ч. 14 and 14.1, and the sector laws: a pure function of what was owed and paid
 * on which day. Ask it again with the history as it is known now, and post the difference to what was posted ({@link penaltyDifference}):
 * neither the order of the facts nor the day they became known changes the answer.
 *
 * Reckoned per bucket without rounding; rounded once per creditor and month of debt (policy `penaltyRounding`).
 *
 * @param request debts in kopecks with their changes, the payer, the last day counted, exemptions, policies
 * @returns penalties in kopecks with intervals of equal base, rate and part of it; or every problem, with the bucket and the field in `at`:
 * - a day that is none (`day-format`, `day-not-in-calendar`, `month-format`), an amount that is not whole kopecks (`wrong-type`,
 *   `integer-out-of-range`, for a change `debt-change-not-positive`), a payer, branch, kind, ground or moratorium that is not known
 *   (`not-one-of`), a field that is not there (`field-missing`), an exemption without a day (`interval-empty`);
 * - `reversal-without-payment`: more is taken back than was paid on the day it names, or before that day;
 * - `unknown-policy`, `unknown-policy-value`; `decision-day-missing` under policy `penaltyRate: decisionDay`; `amount-too-large`;
 * - a rate, a scale or a working day that nobody has reviewed is `parameter-not-reviewed`, never a guess
 * @example
 * const debt = { account: '1', provider: 'uk', service: 'maintenance', month: '2024-01', dueDay: '2024-02-10', amount: asKopecks(1000000), changes: [] };
 * penaltiesOf({ payer: 'citizen', buckets: [debt], through: '2024-06-11' }).value.total //=> 40923
 */
export const penaltiesOf = (request: PenaltyRequest): Result<Penalties, readonly PenaltyProblem[]> => {
  const problems: PenaltyProblem[] = [...requestProblems(request)];
  if (problems.length > 0) return err(problems);
  const buckets: BucketPenalty[] = [];
  let assumedFrom: Day | null = null;
  for (const bucket of [...request.buckets].sort(byPlace)) {
    const reckoned = bucketPenalty(bucket, request);
    if (!reckoned.ok) {
      problems.push({ ...reckoned.error, at: placeOf(bucket) });
      continue;
    }
    buckets.push(reckoned.value.penalty);
    const from: Day | null = reckoned.value.assumedFrom;
    if (from !== null && (assumedFrom === null || from < assumedFrom)) assumedFrom = from;
  }
  if (problems.length > 0) return err(problems);
  const sums = penaltySums(buckets, policyValue(request.policies ?? {}, 'penaltyRounding'));
  if (!sums.ok) return err([sums.error]);
  return ok({
    through: request.through,
    buckets,
    sums: sums.value,
    total: sumMoney(sums.value.map(({ amount }) => amount)),
    rateAssumedFrom: assumedFrom,
  });
};

const KEYS = ['account', 'provider', 'month', 'dueDay', 'service'] as const;

const byPlace = (a: DebtBucket, b: DebtBucket): number => {
  for (const key of KEYS) {
    const [left, right] = [a[key] ?? '', b[key] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};
