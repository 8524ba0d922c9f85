import type { Day } from '../../kernel/calendar';
import { kopecksFromText, roublesText } from '../../kernel/money';
import { must } from '../../kernel/result';
import type { DebtBucket } from '../../ledger/penalties/penalty-request';
import { restrictionState } from '../../ledger/restriction/restriction-state';
import type { Language } from '../../model/problem-text';
import { nominalDueDay } from '../../norms/due-days';
import { restrictionText } from '../../statements/restriction-text';
import type { RestrictionCase } from './case-schema';
import { sameNumber } from './decimals';
import type { Difference, Found } from './report';
import { verifyWords } from './words';

const ACCOUNT = '1';
const PROVIDER = 'исполнитель';
const MONEY: ReadonlySet<string> = new Set(['debt', 'limit']);

/** Ask the state of a restriction of a case, and compare. */
export const runRestriction = ({ restriction, expect }: RestrictionCase, language: Language): Found => {
  const answer = restrictionState({
    service: restriction.service,
    on: restriction.on,
    monthlyFee: must(kopecksFromText(restriction.fee)),
    detached: restriction.detached,
    buckets: restriction.debts.map((debt) => bucketOf(debt, restriction)),
    agreements: restriction.agreements.map((one, index) => ({
      ...one,
      kind: 'repaymentAgreement',
      id: `agreement-${index + 1}`,
      account: ACCOUNT,
      provider: PROVIDER,
      freezePenalties: false,
      document: 'соглашение',
    })),
    steps: restriction.steps.map((one, index) => ({
      ...one,
      kind: 'restriction',
      id: `step-${index + 1}`,
      account: ACCOUNT,
      provider: PROVIDER,
      service: restriction.service as 'electricity',
      document: 'документ',
    })),
    worksOwed: restriction.worksOwed === undefined ? undefined : must(kopecksFromText(restriction.worksOwed)),
    policies: restriction.policies,
  });
  const differences: Difference[] = [];
  const compare = (field: string, expected: string | undefined, received: string): void => {
    if (expected !== undefined && expected !== received && !(MONEY.has(field) && sameNumber(expected, received)))
      differences.push({ what: 'restriction', field, expected, received });
  };
  const words = verifyWords(language);
  compare('problems', [...(expect.problems ?? [])].sort().join(', ') || words.noProblems, answer.ok ? words.noProblems : answer.error.code);
  if (!answer.ok) return { differences, problems: [], publisherErrors: [], services: [restriction.service], trace: answer.error.code };
  const { state, since, next, debt, limit } = answer.value;
  compare('state', expect.state, state);
  compare('since', expect.since, since ?? '—');
  compare('next', expect.next, next?.state ?? '—');
  compare('nextOn', expect.nextOn, next?.on ?? '—');
  compare('debt', expect.debt, roublesText(debt));
  compare('limit', expect.limit, roublesText(limit));
  const trace = restrictionText(answer.value);
  for (const part of expect.explains) if (!trace.includes(part)) compare('explains', part, words.notTold);
  return { differences, problems: [], publisherErrors: [], services: [restriction.service], trace };
};

type CaseDebt = RestrictionCase['restriction']['debts'][number];

const bucketOf = ({ month, amount, service, payments }: CaseDebt, of: RestrictionCase['restriction']): DebtBucket => ({
  account: ACCOUNT,
  provider: PROVIDER,
  service: service ?? of.service,
  month,
  dueDay: must(nominalDueDay(month, { policies: of.policies ?? {} })),
  amount: must(kopecksFromText(amount)),
  changes: Object.entries(payments ?? {}).map(([day, text]) => ({ kind: 'payment', day: day as Day, amount: must(kopecksFromText(text)) })),
});
