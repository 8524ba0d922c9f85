import { type Instant, lastDay, type Month } from '../../kernel/calendar';
import type { FactRecord } from '../../model/records';

/** The moment at which a month is billed: in the afternoon of its last day, when its readings and payments are known. */
export const billedAt = (month: Month): Instant => `${lastDay(month)}T15:00:00.000Z` as Instant;

/** The moment at which a month is closed. */
export const closedAt = (month: Month): Instant => `${lastDay(month)}T18:00:00.000Z` as Instant;

/** Facts in the order in which they became known: what was there when the first month began, then month by month. */
export const inTheirMonths = (
  records: readonly FactRecord[],
  months: readonly Month[],
): ReadonlyMap<Month | null, readonly FactRecord[]> => {
  const batches = new Map<Month | null, FactRecord[]>([[null, []], ...months.map((month): [Month, FactRecord[]] => [month, []])]);
  for (const record of records) {
    const month = record.knownAt?.slice(0, 7) ?? '';
    (batches.get(month as Month) ?? batches.get(null))?.push(record);
  }
  return batches;
};
