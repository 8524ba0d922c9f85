import type { Month } from '../../kernel/calendar';
import type { Kopecks } from '../../kernel/money';
import { bucketKey } from '../bucket';
import type { Entry } from '../entry';
import { byCreditor, instalmentOfEntries } from '../instalment/instalment-of-entries';
import type { AllocationRules } from './allocation-rules';

/** A part of a debt that is billed in the bill of a later month. */
export interface DeferredShare {
  readonly month: Month;
  readonly amount: Kopecks;
}

/** Parts of the debts of an account that instalments put off, by place, in order of months. A plan that cannot be told puts off nothing. */
export const deferredShares = (
  entries: readonly Entry[],
  { instalments, policies }: AllocationRules,
): ReadonlyMap<string, readonly DeferredShare[]> => {
  const shares = new Map<string, DeferredShare[]>();
  for (const fact of instalments) {
    const answer = instalmentOfEntries(fact, entries, policies);
    const parts = answer.ok ? (answer.value.plan?.parts ?? []) : [];
    for (const { month, amount } of parts) {
      if (month <= fact.month) continue;
      for (const part of byCreditor(fact, entries, month, amount)) {
        const key = bucketKey({ ...part, month: fact.month });
        shares.set(key, [...(shares.get(key) ?? []), { month, amount: part.amount }]);
      }
    }
  }
  return shares;
};
