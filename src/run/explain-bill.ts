import type { ServiceCode } from '../model/services';
import { type ExplainedBill, explainBill as explainHouseBill } from '../recalculation/explain-bill';
import { billOptions } from './bills-of-facts';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { factsBefore, monthWork } from './month-work';
import type { AccountMonth } from './read-books';

/** Whose bill is told. */
export interface BillAsked extends AccountMonth {
  /** Only this service; all by default. */
  readonly service?: ServiceCode;
}

/**
 * Tell a bill («почему такая сумма») by the facts of the moment it was made: its own lines, and every change to an earlier month with what was charged and
 * what should have been, each derived by the facts of its day.
 *
 * @returns `account-unknown`, `month-not-billed`, what the engine refuses
 */
export const explainBill = async (edge: Edge, { account: number, month: text, service }: BillAsked): Answer<ExplainedBill> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const holder = await edge.store.houseOfAccount(number);
  if (holder === null) return refused({ code: 'account-unknown', value: number });
  const { house, account } = holder;
  const { writtenAt } = await edge.store.monthState(house, month.value);
  if (writtenAt === null) return refused({ code: 'month-not-billed', value: month.value, facts: { house, month: month.value, account } });
  const work = await monthWork(edge, house, month.value, writtenAt, true);
  if (!work.ok) return work;
  const { facts, changes } = work.value;
  const before = factsBefore(work.value);
  if (!before.ok) return before;
  const options = await billOptions(edge.store, facts, month.value, changes);
  return explainHouseBill(facts, month.value, account, { ...options, service, ...(before.value === null ? {} : { before: before.value }) });
};
