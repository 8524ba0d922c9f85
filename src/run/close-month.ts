import { undecidedReadings } from '../charges/reading-list';
import { addMonths, type Month } from '../kernel/calendar';
import { excerpt } from '../kernel/problem';
import { ok } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import { closingRequest } from '../model/incoming';
import { parsed } from '../model/parsed';
import type { ReadingRecord } from '../model/records';
import type { HouseMonth } from './bill-month';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { appendFitting } from './fitting';
import { houseFacts } from './house-facts';
import { postMoneyOf } from './post-money';
import { decidedRecord } from './reading-commands';
import { settleMonth } from './settle-month';

/** A month to be closed, and who closes it. */
export interface ClosingRequest extends HouseMonth {
  readonly by: string;
  /** Readings that wait for a decision are to wait on: who says so and why becomes a fact of each. */
  readonly leaveUndecided?: { readonly by: string; readonly why: string };
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
 * Close a month of a house («закрыть месяц»): money that came in it and penalties through its last day are posted, and from then on it never changes. Closing it again is no
 * change.
 *
 * @returns what the schema of a request refuses, `month-not-billed`, `previous-month-open`, `readings-undecided` (`readings` lists them), `version-conflict`
 */
export const closeMonth = async (edge: Edge, request: ClosingRequest): Answer<ClosedMonth> => {
  const asked = parsed(closingRequest, request);
  if (!asked.ok) return asked;
  const { house, month, by, leaveUndecided } = asked.value;
  return edge.turns.take(house, () => closeBilled(edge, house, month, by, leaveUndecided));
};

type Leave = ClosingRequest['leaveUndecided'] | undefined;

/** No reading of the month waits for a decision, or somebody says that it is to wait: then that is written down. */
const leaveReadings = async (edge: Edge, facts: HouseFacts, month: Month, leave: Leave): Answer<null> => {
  const waiting = undecidedReadings(facts, month).map(({ reading }) => reading.id);
  if (waiting.length === 0) return ok(null);
  const house = facts.house.id;
  if (leave === undefined) {
    const list = waiting.join(', ');
    return refused({
      code: 'readings-undecided',
      value: excerpt(list),
      facts: { house, month, count: String(waiting.length), readings: list },
    });
  }
  const content = digest({ house, month, waiting, leave });
  const records: ReadingRecord[] = [];
  for (const reading of waiting) {
    const id = `rd-${digest({ reading, content }).slice(0, 40)}`;
    const record = await decidedRecord(edge, { house, reading, verdict: 'held', ...leave }, id);
    if (record !== null) records.push(record);
  }
  const kept = await appendFitting(edge, house, records, { key: `undecided:${content}`, digest: content });
  return kept.ok ? ok(null) : kept;
};

const closeBilled = async (edge: Edge, house: string, month: Month, by: string, leave: Leave): Answer<ClosedMonth> => {
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
  const left = await leaveReadings(edge, facts.value, month, leave);
  if (!left.ok) return left;
  const money = await postMoneyOf(edge, facts.value, month);
  if (!money.ok) return money;
  const settled = await settleMonth(edge, facts.value, month, `penalty:${month}`);
  if (!settled.ok) return settled;
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
