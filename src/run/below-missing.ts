import { readingVerdicts } from '../charges/reading-verdicts';
import type { Problem } from '../kernel/problem';
import type { HouseFacts } from '../model/facts';
import type { ReadingRecord } from '../model/records';

/**
 * A reading that is accepted though it lies below the last one needs a word what that means: without it the rules would hold it on, and the
 * decision would decide nothing.
 *
 * @param houses the facts with the decision among them
 */
export const belowMissing = (
  houses: readonly HouseFacts[],
  { reading, verdict }: { readonly reading: string; readonly verdict: ReadingRecord['verdict'] },
): Problem<'below-missing'> | null => {
  if (verdict !== 'accepted') return null;
  const one = houses.flatMap((house) => readingVerdicts(house)).find((row) => row.reading.id === reading);
  return one?.verdict === 'held' && one.code === 'reading-below-previous' ? { code: 'below-missing', at: 'below', value: reading } : null;
};
