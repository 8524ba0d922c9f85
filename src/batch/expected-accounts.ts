import { dayAfter, firstDay, type Instant, later, type Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import type { Unit } from '../ports/job-queue';
import type { StoredFact } from '../ports/store';
import { CLOCKS_DIFFER } from '../run/house-facts';

/** Records that no later fact of their house mends or withdraws. */
export const standing = (facts: readonly StoredFact[]): readonly StoredFact[] => {
  const superseded = new Set(facts.map(({ record }) => record.supersedes));
  return facts.filter(({ record }) => record.withdrawn !== true && !superseded.has(record.id));
};

/** Does something that holds on the days `[from, to)` hold on a day of the month? */
export const holdsIn = ({ from, to }: { readonly from: string; readonly to: string | null }, month: Month): boolean =>
  from < dayAfter(month) && (to === null || to > firstDay(month));

/**
 * The accounts of a house that a month must bill, read from their facts alone: a control total of the engine's own work («контрольная сумма»).
 *
 * @param facts facts of the house; those of other kinds do not matter
 */
export const accountsExpected = (facts: readonly StoredFact[], month: Month): readonly string[] => {
  const numbers = standing(facts).flatMap(({ record }) => (record.kind === 'account' && holdsIn(record, month) ? [record.number] : []));
  return [...new Set(numbers)].sort();
};

/**
 * Are the accounts those of the plan, unless facts about accounts came since? A database that lost rows gives fewer, or none, and bills of
 * what is left would look right.
 */
export const sameAccounts = (unit: Unit, facts: readonly StoredFact[]): Result<readonly string[], Problem<'accounts-vanished'>> => {
  const found = accountsExpected(facts, unit.month);
  const planned = later(unit.plannedAt, -CLOCKS_DIFFER);
  const since = (at: Instant): boolean => at >= planned;
  const came = facts.some(({ record, storedAt, knownAt }) => record.kind === 'account' && (since(storedAt) || since(knownAt)));
  if (found.length === unit.accounts || came) return ok(found);
  return err({
    code: 'accounts-vanished',
    value: unit.house,
    facts: { planned: String(unit.accounts), found: String(found.length) },
  });
};

/** Has every expected account a bill? Accounts that were closed before may have one beside, for a change to an earlier month. */
export const allBilled = (
  house: string,
  expected: readonly string[],
  billed: Iterable<string>,
): Result<null, Problem<'accounts-not-billed'>> => {
  const numbers = new Set(billed);
  const missing = expected.filter((account) => !numbers.has(account));
  const [account] = missing;
  if (account === undefined) return ok(null);
  const facts = { expected: String(expected.length), billed: String(expected.length - missing.length), account };
  return err({ code: 'accounts-not-billed', value: house, facts });
};
