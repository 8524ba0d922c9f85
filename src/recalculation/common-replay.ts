import type { ActsOf } from '../charges/common-history';
import { commonMonthAgain } from '../charges/common-month';
import { accountRows } from '../charges/holders';
import { HouseCharges } from '../charges/house-month';
import { pricedMonth } from '../charges/priced-month';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { differenceOf } from './difference';
import type { PostedLine } from './house-bills';
import { accountsTouched, causesOf, type Touched } from './touched';

/**
 * Common needs of earlier months divided anew where facts written late have changed prices, areas, holders or normatives, less what was charged. Every
 * account of the house is looked at; true-ups and a surplus that was given back stay as they were.
 */
export const commonReplays = (
  facts: HouseFacts,
  touched: readonly Touched[],
  charged: ChargedLines | undefined,
  acts: ActsOf | undefined,
): Result<readonly PostedLine[], readonly BillingProblem[]> => {
  if (charged === undefined || acts === undefined) return ok([]);
  const found: PostedLine[] = [];
  for (const [number, cause] of causesOf(touched, 'common')) {
    const month = monthFromNumber(number);
    const then = acts(month);
    if (then === undefined || then.length === 0) continue;
    const now = dividedAgain(facts, month, then);
    if (!now.ok) return now;
    for (const [account, premises] of accountsTouched(facts, touched)) {
      const was = charged(account, month);
      if (was === undefined) continue;
      const own = was.filter((line) => line.part === 'common' && line.service !== 'heating' && !APART.has(line.basis));
      for (const line of differenceOf(now.value.get(account) ?? [], own, cause)) found.push({ account, premises, line });
    }
  }
  return ok(found);
};

/** What the house settles by other sums. */
const APART: ReadonlySet<Line['basis']> = new Set(['commonTrueUp', 'commonSurplus']);

const dividedAgain = (
  facts: HouseFacts,
  month: Month,
  acts: NonNullable<ReturnType<ActsOf>>,
): Result<ReadonlyMap<string, readonly Line[]>, readonly BillingProblem[]> => {
  const context = pricedMonth(facts, month);
  if (!context.ok) return context;
  const rows = accountRows(facts, context.value.from, context.value.to);
  const charges = new HouseCharges(facts.house.id, month, rows, [], context.value);
  const common = commonMonthAgain(facts, charges, acts);
  if (!common.ok) return common;
  const own = charges.withSlots(common.value.slots);
  return ok(new Map(rows.map((row) => [row.account.number, own.linesOf(row.row)])));
};
