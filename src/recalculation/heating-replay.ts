import { yearOf } from '../charges/heating-book';
import type { BillingProblem } from '../consumption/problems';
import { monthFromNumber, monthNumber } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { differenceOf } from './difference';
import { heatingChargesOf } from './heating-charges';
import { isHeatingCharge } from './heating-correction';
import type { PostedLine } from './house-bills';
import { accountsTouched, causesOf, type Touched } from './touched';

/**
 * Heating of earlier months divided anew where facts written late may have changed it, less what was charged: the house shares its heat, so every
 * account is looked at. Corrections of even payment and by allocators are sums of their own.
 */
export const heatingReplays = (
  facts: HouseFacts,
  touched: readonly Touched[],
  charged: ChargedLines | undefined,
): Result<readonly PostedLine[], readonly BillingProblem[]> => {
  if (charged === undefined) return ok([]);
  const found: PostedLine[] = [];
  for (const [number, cause] of causesOf(touched, 'heating')) {
    const month = monthFromNumber(number);
    const known = [...accountsTouched(facts, touched)].map(([account, premises]) => ({ account, premises, was: charged(account, month) }));
    if (known.every(({ was }) => was === undefined)) continue;
    const now = heatingChargesOf(facts, month, 'charged');
    if (!now.ok) return now;
    for (const { account, premises, was } of known) {
      if (was === undefined) continue;
      for (const line of differenceOf(now.value?.lines.get(account)?.lines ?? [], was.filter(isHeatingCharge), cause))
        found.push({ account, premises, line });
    }
  }
  return ok(found);
};

/** Years whose correction may be another one than was posted. */
export const yearsTouched = (touched: readonly Touched[]): readonly number[] => [
  ...new Set([...causesOf(touched, 'heating').keys()].map((number) => yearOf(monthFromNumber(number)))),
];

/** What was charged, with lines that are posted now. */
export const chargedWith = (charged: ChargedLines, more: readonly PostedLine[]): ChargedLines => {
  if (more.length === 0) return charged;
  return (account, month) => {
    const lines = charged(account, month);
    const own = more.filter((one) => one.account === account && monthNumber(one.line.month) === monthNumber(month));
    return lines === undefined || own.length === 0 ? lines : [...lines, ...own.map(({ line }) => line)];
  };
};
