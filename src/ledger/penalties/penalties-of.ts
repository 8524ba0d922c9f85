import type { Day } from '../../kernel/calendar';
import { sumMoney } from '../../kernel/money';
import { err, ok, type Result } from '../../kernel/result';
import { policyProblems, policyValue } from '../../norms/policies';
import { bucketPenalty } from './bucket-penalty';
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
 * @returns penalties in kopecks with intervals of equal base, rate and part of it; or every problem: a rate, a scale or a working day that
 * nobody has reviewed is `parameter-not-reviewed`, never a guess
 * @example
 * const debt = { account: '1', provider: 'uk', service: 'maintenance', month: '2024-01', dueDay: '2024-02-10', amount: asKopecks(1000000), changes: [] };
 * penaltiesOf({ payer: 'citizen', buckets: [debt], through: '2024-06-11' }).value.total //=> 40923
 */
export const penaltiesOf = (request: PenaltyRequest): Result<Penalties, readonly PenaltyProblem[]> => {
  const problems: PenaltyProblem[] = [...policyProblems(request.policies ?? {}, 'penalties')];
  if (problems.length > 0) return err(problems);
  const buckets: BucketPenalty[] = [];
  let assumedFrom: Day | null = null;
  for (const bucket of [...request.buckets].sort(byPlace)) {
    const reckoned = isPositive(bucket) ? bucketPenalty(bucket, request) : err({ code: 'debt-change-not-positive' } as const);
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

const isPositive = ({ changes }: DebtBucket): boolean => changes.every(({ amount }) => amount > 0);

const placeOf = ({ account, provider, service, month }: DebtBucket): string =>
  `account ${account} ${provider} ${service === null ? '' : `${service} `}${month}`;

const KEYS = ['account', 'provider', 'month', 'dueDay', 'service'] as const;

const byPlace = (a: DebtBucket, b: DebtBucket): number => {
  for (const key of KEYS) {
    const [left, right] = [a[key] ?? '', b[key] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};
