import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { asKopecks } from '../kernel/money';
import { err, ok, type Result } from '../kernel/result';
import type { Bill } from '../model/bill';
import type { Compensation } from '../model/compensation';
import type { HouseFacts } from '../model/facts';
import type { Taken } from './benefit-take';
import { serviceBenefits } from './benefits';
import { hasBenefits } from './benefits-known';
import { benefitNode, benefitTitle } from './benefits-told';
import { openMonth } from './charge-house';
import { accountRows } from './holders';
import { Teller } from './telling';

/**
 * Compensations of a month («ЕДК», ЖК РФ, ст. 160; capital repair, ст. 169, ч. 2.1): what benefits give for the lines of bills without changing
 * them. Reductions and discounts of the bills lower the base; never more than what is left of a charge.
 *
 * @param bills bills of the house for the month; those of other months and accounts are left aside
 * @returns one value a benefit and price, in kopecks, with its derivation; or what is missing, such as `no-normative`
 * @example compensations(facts, '2026-03' as Month, bills).value[0].amount //=> 4710: 0.5 × 31.40 ₽ × 3 m³
 */
export const compensations = (
  facts: HouseFacts,
  month: Month,
  bills: Iterable<Bill>,
): Result<readonly Compensation[], readonly BillingProblem[]> => {
  if (!hasBenefits(facts)) return ok([]);
  const opened = openMonth(facts, month);
  if (!opened.ok) return opened;
  const context = opened.value;
  const rows = new Map(accountRows(facts, context.from, context.to).map((row) => [row.account.number, row]));
  const teller = new Teller(context, 'm3');
  const found: Compensation[] = [];
  for (const { account, month: of, lines } of bills) {
    const row = rows.get(account);
    if (row === undefined || of !== month) continue;
    for (const paid of ['compensation', 'subsidy'] as const)
      for (const { taken } of serviceBenefits(facts, context, row, lines, paid, teller))
        found.push(...taken.map((one) => compensationOf(one, account, month)));
  }
  return context.problems.length > 0 ? err(context.problems) : ok(found);
};

const compensationOf = (taken: Taken, account: string, month: Month): Compensation => {
  const { benefit, group, amount } = taken;
  const { service, item, provider, days } = group.line;
  return {
    account,
    month,
    to: benefit.paid === 'subsidy' ? 'provider' : 'citizen',
    benefit: benefit.id,
    person: benefit.person,
    category: benefit.category,
    title: benefitTitle(benefit),
    service,
    ...(item === undefined ? {} : { item }),
    provider,
    ...(days === undefined ? {} : { days }),
    amount: asKopecks(amount),
    trace: benefitNode(taken),
  };
};
