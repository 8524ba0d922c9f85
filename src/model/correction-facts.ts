import { firstDay, lastDay } from '../kernel/calendar';
import { kopecksFromText } from '../kernel/money';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { CorrectionRecord } from './correction-records';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { PremisesFacts } from './facts';
import type { AccountRecord } from './records';

const NOTHING: readonly CorrectionRecord[] = [];

/** Corrections by hand of one house, in order of ids; accounts by their present numbers. Each is of a month that its account was open in and that is billed here. */
export const correctionFacts = (
  since: string | undefined,
  premises: readonly PremisesFacts[],
  groups: Groups,
  numbers: ReadonlyMap<string, AccountRecord>,
  problems: AssemblyProblem[],
): readonly CorrectionRecord[] => {
  if (groups.corrections.length === 0) return NOTHING;
  const own = new Set(premises.flatMap(({ accounts }) => accounts.map(({ number }) => number)));
  return groups.corrections
    .flatMap((one): CorrectionRecord[] => {
      const account = numbers.get(one.account);
      if (account === undefined || !own.has(account.number)) return [];
      const open = account.from <= lastDay(one.month) && (account.to === null || account.to > firstDay(one.month));
      if (!open || (since !== undefined && one.month < since))
        problems.push({ code: 'correction-outside-account', at: at(one), value: one.month, facts: { account: one.account } });
      const amount = kopecksFromText(one.amount);
      if (!amount.ok || amount.value === 0) problems.push({ code: 'correction-zero', at: at(one), value: one.amount });
      return [{ ...one, account: account.number }];
    })
    .sort(byId);
};
