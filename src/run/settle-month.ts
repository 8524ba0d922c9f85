import { lastDay, type Month } from '../kernel/calendar';
import { ok } from '../kernel/result';
import { HouseLedger } from '../ledger/house-ledger';
import type { HouseFacts } from '../model/facts';
import { rulesOfHouse } from './account-rules';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { type PostedPenalties, runPenalties } from './penalty-commands';

/**
 * What follows from the entries of a month: its penalties through the last day; and money that came in later months and waited as an advance is taken by
 * what was charged now, in its own month. Whole or not at all; what stands already gives nothing.
 *
 * @param cause of the entries of later months
 */
export const settleMonth = async ({ store, clock }: Edge, facts: HouseFacts, month: Month, cause: string): Answer<PostedPenalties> => {
  const house = facts.house.id;
  const ledger = new HouseLedger(await store.entriesOfHouse(house), rulesOfHouse(facts));
  const at = clock.now();
  const penalties = runPenalties(ledger, facts, month, at);
  if (!penalties.ok) return refused(penalties.error);
  for (const account of ledger.numbers()) {
    const posting = { key: `${cause}/${account}`, house, account, postedIn: month, valueDay: lastDay(month), at, cause };
    const settled = ledger.settleLater(posting);
    if (!settled.ok) return refused(settled.error);
  }
  const entries = ledger.decided;
  if (entries.length === 0) return penalties;
  const content = digest(entries.map(({ at: _at, ...entry }) => entry));
  const posted = await store.post({ key: `later:${house}:${month}:${content}`, digest: content, house, entries });
  return posted.ok ? ok(penalties.value) : refused(posted.error);
};
