import type { Day } from '../../kernel/calendar';
import { asKopecks, type Kopecks, kopecksFromText } from '../../kernel/money';
import { must, ok, type Result } from '../../kernel/result';
import type { ServiceCode } from '../../model/services';
import { citation } from '../../norms/act';
import { RESTRICTION } from '../../norms/acts-restriction';
import { RESTRICTION_COST } from '../../norms/federal/restriction';
import { type ParameterProblem, valueOn } from '../../norms/parameter';

/** What of the cost of works a debtor owes. */
export interface RestrictionCost {
  readonly amount: Kopecks;
  /** The most; `null` where the law has none. */
  readonly most: Kopecks | null;
  readonly legal: string;
}

/**
 * What the debtor owes of the cost of restricting, suspending and resuming a service («расходы исполнителя», ПП № 354, п. 121(1)); for electricity
 * it has an upper bound by the day of the work.
 *
 * @example restrictionCost('electricity', asKopecks(600000), '2025-12-27' as Day).value.amount //=> 500000
 */
export const restrictionCost = (service: ServiceCode, cost: Kopecks, on: Day): Result<RestrictionCost, ParameterProblem> => {
  const legal = citation(RESTRICTION.cost, on) ?? RESTRICTION.cost.act.title;
  if (service !== 'electricity') return ok({ amount: cost, most: null, legal });
  const entry = valueOn(RESTRICTION_COST, on);
  if (!entry.ok) return entry;
  const most = must(kopecksFromText(entry.value.value));
  return ok({ amount: asKopecks(Math.min(cost, most)), most, legal });
};
