import { yearOf } from '../charges/heating-book';
import type { BillingProblem } from '../consumption/problems';
import { monthFromNumber, monthNumber, monthsThrough } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { differenceOf } from './difference';
import { heatingChargesOf } from './heating-charges';
import { isHeatingCharge } from './heating-correction';
import type { Touched } from './touched';

/** A difference of heating for an earlier month. */
export interface HeatingReplay {
  readonly account: string;
  /** Id of the premises. */
  readonly premises: string;
  readonly line: Line;
}

/**
 * Heating of earlier months divided anew where facts written late may have changed it, less what was charged: the house shares its heat, so every
 * account is looked at. Corrections of even payment and by allocators are sums of their own.
 */
export const heatingReplays = (
  facts: HouseFacts,
  touched: readonly Touched[],
  charged: ChargedLines | undefined,
): Result<readonly HeatingReplay[], readonly BillingProblem[]> => {
  if (charged === undefined) return ok([]);
  const found: HeatingReplay[] = [];
  for (const [number, cause] of [...causesOf(touched)].sort(([a], [b]) => a - b)) {
    const month = monthFromNumber(number);
    const now = heatingChargesOf(facts, month, 'charged');
    if (!now.ok) return now;
    for (const [account, premises] of accountsOf(facts, touched)) {
      const was = charged(account, month);
      if (was === undefined) continue;
      for (const line of differenceOf(now.value?.lines.get(account)?.lines ?? [], was.filter(isHeatingCharge), cause))
        found.push({ account, premises, line });
    }
  }
  return ok(found);
};

/** Years whose correction may be another one than was posted. */
export const yearsTouched = (touched: readonly Touched[]): readonly number[] =>
  [...new Set([...causesOf(touched).keys()].map((number) => yearOf(monthFromNumber(number))))].sort((a, b) => a - b);

/** Months that may have been divided otherwise, each with the first fact that says so. */
const causesOf = (touched: readonly Touched[]): ReadonlyMap<number, string> => {
  const months = new Map<number, string>();
  for (const { first, last, heating, cause } of touched)
    if (heating) for (const month of monthsThrough(first, last)) if (!months.has(month)) months.set(month, cause);
  return months;
};

/** Every account of the house with its premises, and those it no longer knows. */
const accountsOf = ({ premises }: HouseFacts, touched: readonly Touched[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const one of premises) for (const { number } of one.accounts) found.set(number, one.premises.id);
  for (const { gone } of touched) if (gone !== null) found.set(gone.account, gone.premises);
  return found;
};

/** What was charged, with lines that are posted now. */
export const chargedWith = (charged: ChargedLines, more: readonly HeatingReplay[]): ChargedLines => {
  if (more.length === 0) return charged;
  return (account, month) => {
    const lines = charged(account, month);
    const own = more.filter((one) => one.account === account && monthNumber(one.line.month) === monthNumber(month));
    return lines === undefined || own.length === 0 ? lines : [...lines, ...own.map(({ line }) => line)];
  };
};
