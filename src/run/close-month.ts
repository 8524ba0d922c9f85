import { addMonths, type Month } from '../kernel/calendar';
import { excerpt } from '../kernel/problem';
import { ok } from '../kernel/result';
import { shortText } from '../model/text-types';
import type { HouseMonth } from './bill-month';
import { digest } from './digest';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { houseFacts } from './house-facts';
import { postMoneyOf } from './post-money';

/** A month to be closed, and who closes it. */
export interface ClosingRequest extends HouseMonth {
  readonly by: string;
}

/** A month that is closed. */
export interface ClosedMonth {
  readonly house: string;
  readonly month: Month;
  /** It was closed before. */
  readonly repeated: boolean;
  readonly version: number;
}

/**
 * Close a month of a house («закрыть месяц»): money that came in it is posted, and from then on it never changes. Closing it again is no
 * change.
 *
 * @returns `month-not-billed`, `previous-month-open`, `text-format` (who closes it), `version-conflict`
 */
export const closeMonth = async (edge: Edge, { house, month: text, by }: ClosingRequest): Answer<ClosedMonth> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  if (!shortText.safeParse(by).success) return refused({ code: 'text-format', at: 'by', value: excerpt(by) });
  return edge.turns.take(house, () => closeBilled(edge, house, month.value, by));
};

const closeBilled = async (edge: Edge, house: string, month: Month, by: string): Answer<ClosedMonth> => {
  const { store, clock } = edge;
  const { version, closedAt } = await store.monthState(house, month);
  if (closedAt !== null) return ok({ house, month, repeated: true, version });
  if (version === 0) return refused({ code: 'month-not-billed', value: month, facts: { house, month } });
  const previous = addMonths(month, -1);
  const before = await store.monthState(house, previous);
  if (before.version > 0 && before.closedAt === null)
    return refused({ code: 'previous-month-open', value: month, facts: { house, month: previous } });
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  const money = await postMoneyOf(edge, facts.value, month);
  if (!money.ok) return money;
  const content = digest({ house, month, version, by });
  const closing = {
    key: `close:${house}:${month}:${version}:${content.slice(0, 32)}`,
    digest: content,
    house,
    month,
    expectedVersion: version,
    at: clock.now(),
    by,
  };
  const closed = await store.closeMonth(closing);
  return closed.ok ? ok({ house, month, repeated: closed.value.repeated, version }) : refused(closed.error);
};
