import { MonthChoices } from '../consumption/month-choices';
import type { MonthContext, PolicyValues } from '../consumption/month-context';
import { MonthNormatives } from '../consumption/normative';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthNumber } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import { POLICIES, type PolicyCode, policyProblems, policyValue } from '../norms/policies';
import { lawOf } from './month-law';
import { PriceBook, type PricedMonth } from './prices';
import { expiredAbsences } from './waste-expired';

const valuesWith = (set: HouseFacts['house']['policies']): PolicyValues =>
  Object.fromEntries(Object.keys(POLICIES).map((code) => [code, policyValue(set, code as PolicyCode)])) as unknown as PolicyValues;

/** Values of the policies in a house that names none. */
const FALLBACKS = valuesWith({});

/** Values of every policy in a house, or the policies that the house names wrongly. */
const policiesOf = (facts: HouseFacts): Result<PolicyValues, readonly BillingProblem[]> => {
  const set = facts.house.policies;
  if (Object.keys(set).length === 0) return ok(FALLBACKS);
  const problems = policyProblems(set, `house ${facts.house.id}`);
  return problems.length > 0 ? err(problems) : ok(valuesWith(set));
};

/**
 * Everything about a house and a month that does not differ between its premises: calendar, parameters of the law, policies, services with
 * their prices.
 *
 * @param through readings that close months up to this one (counted) are known; the month itself by default
 * @param billed what earlier months were billed for; nothing can be said of them by default
 */
export const pricedMonth = (
  facts: HouseFacts,
  month: Month,
  through = monthNumber(month),
  billed: MonthContext['billed'] = () => null,
): Result<PricedMonth, readonly BillingProblem[]> => {
  const policies = policiesOf(facts);
  if (!policies.ok) return policies;
  const law = lawOf(month);
  const { multiplierChange, sewerageMultiplier } = policies.value;
  const book = new PriceBook(facts, month, law.from, law.to, multiplierChange, sewerageMultiplier === 'yes');
  const services = book.terms();
  const problems = [...law.problems, ...book.problems, ...expiredAbsences(facts, law, through)];
  return problems.length > 0 ? err(problems) : contextOf(facts, month, through, billed, policies.value, services);
};

/** A month of a house without its prices: what volumes of months long past are found by. */
export const unpricedMonth = (facts: HouseFacts, month: Month): Result<PricedMonth, readonly BillingProblem[]> => {
  const policies = policiesOf(facts);
  return policies.ok ? contextOf(facts, month, monthNumber(month), () => null, policies.value, []) : policies;
};

const contextOf = (
  facts: HouseFacts,
  month: Month,
  through: number,
  billed: MonthContext['billed'],
  policies: PolicyValues,
  services: PricedMonth['services'],
): Result<PricedMonth, readonly BillingProblem[]> => {
  const law = lawOf(month);
  const { first, from, to } = law;
  if (law.problems.length > 0) return err(law.problems);
  return ok({
    month,
    first,
    last: law.last,
    number: law.number,
    monthOfYear: (law.number % 12) + 1,
    from,
    to,
    days: law.days,
    through,
    volumeDigits: Number(policies.volumeDigits),
    policies,
    averageTerms: {
      least: law.averageLeast,
      window: policies.averageWindow === 'wholeHistory' ? Number.POSITIVE_INFINITY : law.averageWindow,
    },
    periodsDwelling: law.periodsDwelling,
    periodsNonResidential: law.periodsNonResidential,
    temporaryDays: law.temporaryDays,
    supplierDuty: law.supplierDuty,
    acts: law.acts,
    billed,
    gas: law.gas,
    services,
    normatives: new MonthNormatives(facts.normatives, from, to),
    choices: policies === FALLBACKS ? law.choices : new MonthChoices(),
    problems: [],
    findings: [],
    notices: [],
  });
};
