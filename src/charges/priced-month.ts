import type { MonthContext, PolicyValues } from '../consumption/month-context';
import { MonthNormatives } from '../consumption/normative';
import type { BillingProblem } from '../consumption/problems';
import { dayAfter, daysIn, firstDay, lastDay, type Month, monthNumber, serial } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import { REFUSALS_LEAST, SUPPLIER_DELAY_FACTOR, VIOLATION_MONTHS, VIOLATION_TIMES } from '../norms/federal/acts';
import {
  AVERAGE_LEAST_MONTHS,
  AVERAGE_PERIODS_DWELLING,
  AVERAGE_PERIODS_NON_RESIDENTIAL,
  AVERAGE_WINDOW_MONTHS,
} from '../norms/federal/average';
import { ELECTRICITY_SUPPLIER_DUTY, TEMPORARY_STAY_DAYS } from '../norms/federal/days';
import { type Parameter, valueOn } from '../norms/parameter';
import { POLICIES, type PolicyCode, policyValue } from '../norms/policies';
import { PriceBook, type PricedMonth } from './prices';

/** Values of every policy in a house, or the policies that the house names wrongly. */
const policiesOf = (facts: HouseFacts): Result<PolicyValues, readonly BillingProblem[]> => {
  const set = facts.house.policies;
  const problems: BillingProblem[] = [];
  for (const [code, value] of Object.entries(set)) {
    const at = `house ${facts.house.id} policies.${code}`;
    if (!Object.hasOwn(POLICIES, code)) problems.push({ code: 'unknown-policy', at, value: code });
    else if (!Object.hasOwn(POLICIES[code as PolicyCode].values, value)) {
      problems.push({
        code: 'unknown-policy-value',
        at,
        value,
        facts: { allowed: Object.keys(POLICIES[code as PolicyCode].values).join(', ') },
      });
    }
  }
  if (problems.length > 0) return err(problems);
  const values = Object.fromEntries(Object.keys(POLICIES).map((code) => [code, policyValue(set, code as PolicyCode)]));
  return ok(values as unknown as PolicyValues);
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
  const first = firstDay(month);
  const [from, to] = [serial(first), serial(dayAfter(month))];
  const problems: BillingProblem[] = [];
  const law = (parameter: Parameter): number => {
    const value = valueOn(parameter, first);
    if (value.ok) return Number(value.value.value);
    problems.push(value.error);
    return Number.NaN;
  };
  const window = law(AVERAGE_WINDOW_MONTHS);
  const book = new PriceBook(facts, month, from, to, policies.value.multiplierChange, policies.value.sewerageMultiplier === 'yes');
  const services = book.terms();
  const context: MonthContext & PricedMonth = {
    month,
    first,
    last: lastDay(month),
    number: monthNumber(month),
    from,
    to,
    days: daysIn(month),
    through,
    volumeDigits: Number(policies.value.volumeDigits),
    policies: policies.value,
    averageTerms: {
      least: law(AVERAGE_LEAST_MONTHS),
      window: policies.value.averageWindow === 'wholeHistory' ? Number.POSITIVE_INFINITY : window,
    },
    periodsDwelling: law(AVERAGE_PERIODS_DWELLING),
    periodsNonResidential: law(AVERAGE_PERIODS_NON_RESIDENTIAL),
    temporaryDays: law(TEMPORARY_STAY_DAYS),
    supplierDuty: law(ELECTRICITY_SUPPLIER_DUTY) === 1,
    acts: {
      times: law(VIOLATION_TIMES),
      monthsBack: law(VIOLATION_MONTHS),
      refusals: law(REFUSALS_LEAST),
      reduces: valueOn(SUPPLIER_DELAY_FACTOR, first).ok,
    },
    billed,
    services,
    normatives: new MonthNormatives(facts.normatives, from, to),
    problems: [],
    findings: [],
  };
  problems.push(...book.problems);
  return problems.length > 0 ? err(problems) : ok(context);
};
