import { addMonths, type Day, firstDay, type Month } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import { nominalDueDay } from '../norms/due-days';
import type { ParameterProblem } from '../norms/parameter';
import { type AllocationRules, PLAIN_RULES } from './allocation/allocation-rules';
import type { DebtItem } from './allocation/debt-item';
import { replayAccount } from './allocation/replay-account';
import { ADVANCE, type Entry, PENALTY } from './entry';
import { instalmentOfEntries } from './instalment/instalment-of-entries';
import type { InstalmentProblem } from './instalment/instalment-plan';
import type { DebtBucket } from './penalties/penalty-request';

/** What the debts of entries follow from, beside the entries. */
export interface DebtOfEntriesOptions extends Partial<AllocationRules> {
  /** The last day asked: what cannot be due by then is left aside. */
  readonly through: Day;
}

/**
 * The debts of an account as they became and were paid, by creditor, service, month and due day, from its entries («долг по дням»). A charge that fell
 * lowers the debt from the beginning; what a later bill added is due with that bill, and is lowered before what it was added to. A part of an
 * instalment is due with the bill of its month. Money lies where {@link replayAccount} puts it, each payment on its value day; one that was taken
 * back never was. What came from another account is owed here since that day (`since`), what went to one is owed no more from it.
 *
 * @param entries of one account
 * @returns that the due day of a month is not known, or that an instalment cannot be told
 */
export const debtOfEntries = (
  entries: Iterable<Entry>,
  { through, ...told }: DebtOfEntriesOptions,
): Result<readonly DebtBucket[], ParameterProblem | InstalmentProblem> => {
  const all = [...entries];
  const rules = { ...PLAIN_RULES, ...told };
  for (const fact of rules.instalments) {
    const plan = instalmentOfEntries(fact, all, rules.policies);
    if (!plan.ok) return plan;
  }
  const account = all[0]?.account ?? '';
  const months = new Map<Month, ParameterProblem | null>();
  const buckets: DebtBucket[] = [];
  for (const item of replayAccount(all, rules).debts) {
    const bucket = bucketOf(item, account);
    if (bucket === null || firstDay(addMonths(item.dueWith, 1)) > through) continue;
    let unknown = months.get(item.dueWith);
    if (unknown === undefined) {
      const due = nominalDueDay(item.dueWith, rules);
      unknown = due.ok ? null : due.error;
      months.set(item.dueWith, unknown);
    }
    if (unknown !== null) return err(unknown);
    buckets.push(bucket);
  }
  return ok(buckets);
};

/** A debt as penalties and terms take it; `null` for an advance that was overdrawn and for penalties, which bear none. */
const bucketOf = (
  { place: { provider, service, month }, dueDay, since, presented, changes }: DebtItem,
  account: string,
): DebtBucket | null => {
  if (service === ADVANCE || service === PENALTY) return null;
  const bucket = { account, provider, service, month, dueDay, amount: presented, changes };
  return since === null ? bucket : { ...bucket, since };
};
