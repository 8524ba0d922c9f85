import { hasBenefits } from '../charges/benefits-known';
import { chargeHouse } from '../charges/charge-house';
import type { AccountRow } from '../charges/holders';
import type { HouseCharges } from '../charges/house-month';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { difference } from './difference';
import { discountsOn, isClosedHeating } from './discounts';

/** Changes to earlier months that a month posts, by account, with the premises of the accounts. */
export interface EarlierMonths {
  readonly adjustments: ReadonlyMap<string, readonly Line[]>;
  readonly premises: ReadonlyMap<string, string>;
}

const NOTHING: EarlierMonths = { adjustments: new Map(), premises: new Map() };

/** What heating was charged for an earlier month, by the facts alone. */
type HeatingLines = (facts: HouseFacts, month: Month, account: string) => readonly Line[];

/**
 * The differences for the earlier months that facts of this month change. A discount is what benefits take off a month as it should have been;
 * heating of a closed month stays as it is (C18), so its discount looks at what was charged.
 */
export const earlierMonths = (
  facts: HouseFacts,
  month: Month,
  charges: HouseCharges,
  charged: ChargedLines | undefined,
  heatingOf: HeatingLines,
): Result<EarlierMonths, readonly BillingProblem[]> => {
  if (charges.findings.length === 0) return ok(NOTHING);
  const adjustments = new Map<string, Line[]>();
  const premises = new Map<string, string>();
  const through = monthNumber(month);
  const since = facts.house.billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(facts.house.billedSince);
  for (const [number, causes] of monthsToChange(charges)) {
    if (number < since) continue;
    const earlier = monthFromNumber(number);
    const only = new Set(causes.keys());
    const should = chargeHouse(facts, earlier, { through, only });
    if (!should.ok) return err(should.error);
    const before = charged === undefined ? chargeHouse(facts, earlier, { through: through - 1, only }) : null;
    if (before !== null && !before.ok) return err(before.error);
    for (const row of should.value.rows) {
      const was = charged === undefined ? linesOf(before?.value ?? null, row) : charged(row.account.number, earlier);
      if (was === undefined) continue;
      const heating = heatingWas(facts, earlier, row, charged === undefined ? null : was, heatingOf);
      const now = withDiscounts(facts, should.value, row, should.value.linesOf(row.row), heating);
      const then = before === null ? was : withDiscounts(facts, before.value, row, was, heating);
      const lines = difference(now, then, causes.get(row.premisesIndex) as string);
      if (lines.length === 0) continue;
      const known = adjustments.get(row.account.number);
      if (known === undefined) adjustments.set(row.account.number, [...lines]);
      else known.push(...lines);
      premises.set(row.account.number, row.premises.premises.id);
    }
    const { problems } = should.value.context;
    if (problems.length > 0) return err(problems);
  }
  return ok({ adjustments, premises });
};

const linesOf = (charges: HouseCharges | null, row: AccountRow): readonly Line[] => charges?.linesOf(row.row) ?? [];

const withDiscounts = (
  facts: HouseFacts,
  { context }: HouseCharges,
  row: AccountRow,
  lines: readonly Line[],
  heating: readonly Line[],
): readonly Line[] => (hasBenefits(facts) ? [...lines, ...discountsOn(facts, context, row, [...lines, ...heating])] : lines);

/** Heating that an account was charged for in a closed month; asked only where a benefit may look at it. */
const heatingWas = (
  facts: HouseFacts,
  month: Month,
  { account }: AccountRow,
  was: readonly Line[] | null,
  heatingOf: HeatingLines,
): readonly Line[] => {
  if (facts.heating === null || !hasBenefits(facts)) return [];
  return (was ?? heatingOf(facts, month, account.number)).filter(isClosedHeating);
};

/** Earlier months in order, each with the premises that change and the fact that causes it. */
const monthsToChange = (charges: HouseCharges): readonly (readonly [number, ReadonlyMap<number, string>])[] => {
  const months = new Map<number, Map<number, string>>();
  for (const finding of charges.findings) {
    for (const month of finding.months) {
      const causes = months.get(month) ?? new Map<number, string>();
      if (!causes.has(finding.premises)) causes.set(finding.premises, finding.cause);
      months.set(month, causes);
    }
  }
  return [...months].sort((a, b) => a[0] - b[0]);
};
