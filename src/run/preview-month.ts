import type { Month } from '../kernel/calendar';
import { type Kopecks, lessMoney, sumMoney } from '../kernel/money';
import { ok } from '../kernel/result';
import type { Bill, Line } from '../model/bill';
import type { FactKind } from '../model/records';
import { contentOf, type HouseMonth } from './bill-month';
import { billsOfFacts } from './bills-of-facts';
import { type Answer, type Edge, monthOfText } from './edge';
import { type MonthWork, monthWork } from './month-work';

/** A change to an earlier month that billing would post, with the fact that causes it. */
export interface Correction {
  readonly account: string;
  readonly premises: string;
  readonly line: Line;
  /** The fact: its kind, who wrote it and why; `null` for what no single fact causes, such as a true-up of a year. */
  readonly cause: { readonly id: string; readonly kind: FactKind; readonly by: string | null; readonly why: string | null } | null;
}

/** What billing a month would do. */
export interface MonthPreview {
  readonly house: string;
  readonly month: Month;
  /** To be handed to `billMonth` as `expected`. */
  readonly digest: string;
  readonly bills: number;
  /** Accounts whose earlier months change. */
  readonly accounts: number;
  /** Sum of all bills, and by how much it differs from the newest version of the month. */
  readonly total: Kopecks;
  readonly difference: Kopecks;
  /** In order of accounts, then as they would stand in the bills. */
  readonly corrections: readonly Correction[];
  /** Sum of the corrections. */
  readonly corrected: Kopecks;
}

/**
 * What billing a month would post («предварительный перерасчёт»): which earlier months change, for whom, by how much and why. Nothing is written. Hand its
 * `digest` to `billMonth` as `expected`, and what is posted is what was shown.
 *
 * @returns what the engine refuses, `no-house`
 */
export const previewMonth = async (edge: Edge, { house, month: text }: HouseMonth): Answer<MonthPreview> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const work = await monthWork(edge, house, month.value, edge.clock.now());
  if (!work.ok) return work;
  const made = await billsOfFacts(edge.store, work.value.facts, month.value, work.value.changes);
  if (!made.ok) return made;
  const { bills, acts } = made.value;
  const before = work.value.state.version === 0 ? [] : await edge.store.billsOf(house, month.value);
  const corrections = bills.flatMap((bill) => correctionsOf(bill, work.value));
  const total = sumMoney(bills.map((bill) => bill.total));
  return ok({
    house,
    month: month.value,
    digest: contentOf(bills, acts),
    bills: bills.length,
    accounts: new Set(corrections.map(({ account }) => account)).size,
    total,
    difference: lessMoney(total, sumMoney(before.map((bill) => bill.total))),
    corrections,
    corrected: sumMoney(corrections.map(({ line }) => line.amount)),
  });
};

const correctionsOf = ({ account, premises, lines }: Bill, work: MonthWork): readonly Correction[] =>
  lines.filter((line) => line.kind === 'adjustment').map((line) => ({ account, premises, line, cause: causeOf(line, work) }));

/** The fact that a line names, as it was written last. */
const causeOf = ({ cause }: Line, { changes, known }: MonthWork): Correction['cause'] => {
  if (cause === undefined) return null;
  const record = changes.find(({ id }) => id === cause)?.record ?? known.stored.find((stored) => stored.record.id === cause)?.record;
  return record === undefined ? null : { id: cause, kind: record.kind, by: record.by ?? null, why: record.why ?? null };
};
