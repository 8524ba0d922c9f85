import { addMonths, type Month, monthsBetween } from '../kernel/calendar';
import type { Journal } from '../ports/store';

/**
 * The first open month of a house at or after a month: where something that counts from that month can still be posted. Closing a month
 * closes all before it, so the border is found by doubling and halving, whatever the age of the house.
 */
export const firstOpenMonth = async (journal: Pick<Journal, 'monthState'>, house: string, from: Month): Promise<Month> => {
  const isOpen = async (month: Month): Promise<boolean> => (await journal.monthState(house, month)).closedAt === null;
  if (await isOpen(from)) return from;
  let closed = from;
  let open = addMonths(from, 1);
  for (let step = 2; !(await isOpen(open)); step *= 2) {
    closed = open;
    open = addMonths(open, step);
  }
  while (monthsBetween(closed, open) > 1) {
    const middle = addMonths(closed, monthsBetween(closed, open) >> 1);
    if (await isOpen(middle)) open = middle;
    else closed = middle;
  }
  return open;
};
