import { addDays, type Day } from '../../kernel/calendar';
import { asKopecks, type Kopecks } from '../../kernel/money';
import { settledBy } from '../agreement/agreement-state';
import type { DebtBucket } from '../penalties/penalty-request';

/** The overdue debt of some buckets on a day: what was due before it and is not settled; money of a day counts on that day. */
export const overdueOn = (buckets: readonly DebtBucket[], day: Day): Kopecks =>
  asKopecks(buckets.reduce((sum, bucket) => (bucket.dueDay < day ? sum + Math.max(0, bucket.amount - settledBy(bucket, day)) : sum), 0));

/** The days on which the overdue debt may change, in order, no later than a day. */
const daysOfChange = (buckets: readonly DebtBucket[], through: Day): readonly Day[] => {
  const days = new Set<Day>();
  for (const { dueDay, changes } of buckets) {
    days.add(addDays(dueDay, 1));
    for (const change of changes) if (change.kind !== 'reduction') days.add(change.day);
  }
  return [...days].filter((day) => day <= through).sort();
};

/** The first day since when the debt has been above a sum without a break; `null` when it is not on that day. */
export const aboveSince = (buckets: readonly DebtBucket[], sum: Kopecks, on: Day): Day | null => {
  if (overdueOn(buckets, on) <= sum) return null;
  let since: Day | null = null;
  for (const day of [...daysOfChange(buckets, on)].reverse()) {
    if (overdueOn(buckets, day) <= sum) break;
    since = day;
  }
  return since;
};
