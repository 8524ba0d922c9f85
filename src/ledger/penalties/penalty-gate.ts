import { roublesText } from '../../kernel/money';
import { penaltyRequest } from '../../model/penalty-schema';
import { type FieldPath, pathText, schemaProblems } from '../../model/problem-text-schema';
import { MORATORIA } from '../../norms/federal/moratoria';
import { policyProblems } from '../../norms/policies';
import type { DebtBucket, DebtChange, PenaltyRequest } from './penalty-request';
import type { PenaltyProblem } from './penalty-result';

/**
 * Everything that is wrong with a request for penalties, each with its place: the bucket and the field, the offending value, the rule. A day
 * that is none compares as a text and an amount that is none adds up all the same, so what passes here would be wrong money, not a failure.
 */
export const requestProblems = (request: PenaltyRequest): readonly PenaltyProblem[] => {
  const read = penaltyRequest.safeParse(request);
  const policies = policyProblems(request?.policies ?? {}, 'penalties');
  if (!read.success) {
    return [
      ...policies,
      ...schemaProblems(read.error.issues, request).map(({ path, at: _at, ...problem }) => ({ ...problem, at: placeIn(request, path) })),
    ];
  }
  return [...policies, ...spared(request), ...request.buckets.flatMap(changeProblems)];
};

/** The bucket as people name it. */
export const placeOf = ({ account, provider, service, month }: DebtBucket): string =>
  `account ${account} ${provider} ${service === null ? '' : `${service} `}${month}`;

const placeIn = (request: PenaltyRequest, path: FieldPath): string => {
  const [list, index, ...field] = path;
  const bucket = list === 'buckets' && typeof index === 'number' ? request.buckets[index] : undefined;
  const named = bucket !== undefined && bucket !== null && [bucket.account, bucket.provider, bucket.month].every(isText);
  return named && field.length > 0 ? `${placeOf(bucket)} ${pathText(field)}` : pathText(path);
};

const isText = (value: unknown): boolean => typeof value === 'string';

/** Exemptions without a day, and refusals of a moratorium that is none: both would spare, or not spare, without a word. */
const spared = ({ exemptions = [], withoutMoratoria = [], law }: PenaltyRequest): readonly PenaltyProblem[] => {
  const known = [...MORATORIA, ...(law?.moratoria ?? [])].map(({ code }) => code);
  return [
    ...exemptions.flatMap(({ from, to }, index): readonly PenaltyProblem[] =>
      to === null || from < to ? [] : [{ code: 'interval-empty', at: `exemptions[${index}]`, facts: { from, to } }],
    ),
    ...withoutMoratoria.flatMap((value, index): readonly PenaltyProblem[] =>
      known.includes(value) ? [] : [{ code: 'not-one-of', at: `withoutMoratoria[${index}]`, value, facts: { allowed: known.join(', ') } }],
    ),
  ];
};

/** Changes of nothing, and reversals of more than was paid on the day they name, or before it was paid. */
const changeProblems = (bucket: DebtBucket): readonly PenaltyProblem[] => {
  const problems: PenaltyProblem[] = [];
  const left = new Map<string, number>();
  for (const change of bucket.changes)
    if (change.kind === 'payment') left.set(change.day, (left.get(change.day) ?? 0) + Math.max(change.amount, 0));
  for (const [index, change] of bucket.changes.entries()) {
    const at = `${placeOf(bucket)} changes[${index}]`;
    if (change.amount <= 0) problems.push({ code: 'debt-change-not-positive', at: `${at}.amount`, value: String(change.amount) });
    else if (change.kind === 'reversal') {
      const rest = (left.get(change.paidOn) ?? 0) - change.amount;
      left.set(change.paidOn, rest);
      if (change.day < change.paidOn) problems.push(unpaid(change, `${at}.day`));
      else if (rest < 0) problems.push(unpaid(change, `${at}.amount`));
    }
  }
  return problems;
};

const unpaid = ({ day, paidOn, amount }: DebtChange & { readonly kind: 'reversal' }, at: string): PenaltyProblem => ({
  code: 'reversal-without-payment',
  at,
  value: roublesText(amount),
  facts: { day, paidOn },
});
