import type { Month } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import { type ChainHead, type ChainProblem, checkedHead, checkedLink, checkedPart } from '../ledger/closing/check-chain';
import type { Closing } from '../ledger/closing/month-chain';
import type { Store } from '../ports/store';
import { type Answer, type Edge, monthOfText, refused } from './edge';

/** Whose books are checked. */
export interface CheckRequest {
  /** A house; all houses without it. */
  readonly house?: string;
  /** The newest closing of the house that somebody kept elsewhere, as {@link CheckedBooks} told it: it must still be there. */
  readonly head?: { readonly month: string; readonly hash: string };
}

/** Books whose past is what it was. */
export interface CheckedBooks {
  readonly houses: number;
  /** Closings that were proven. */
  readonly closings: number;
  /** Closings by a release without the chain that no later closing has taken in yet: of these nothing is known. */
  readonly unproven: number;
  /** Months closed by a release without the chain and taken in by the first link: proven from that closing on. */
  readonly takenInLater: number;
  /** The newest closing of the house that was asked for; keep it elsewhere, and the end of the chain cannot be taken away unseen. */
  readonly head: ChainHead | null;
}

const PAGE = 100;

/**
 * Make the hash chain of the closed months anew from what is stored («проверить неизменность закрытых месяцев»). The first house, month and kind of
 * record that is not what it was is told.
 *
 * @returns `past-changed`, `month-format`
 */
export const checkBooks = async ({ store }: Edge, { house, head }: CheckRequest = {}): Answer<CheckedBooks> => {
  if (house !== undefined) {
    const month = head === undefined ? null : monthOfText(head.month);
    if (month !== null && !month.ok) return month;
    const checked = await checkHouse(store, house, month === null || head === undefined ? null : { month: month.value, hash: head.hash });
    return checked.ok ? ok({ houses: 1, ...checked.value }) : refused(checked.error);
  }
  let sum = { houses: 0, closings: 0, unproven: 0, takenInLater: 0 };
  for (let after: string | null = null; ; ) {
    const page: readonly string[] = await store.houses(after, PAGE);
    for (const one of page) {
      const checked = await checkHouse(store, one, null);
      if (!checked.ok) return refused(checked.error);
      const { closings, unproven, takenInLater } = checked.value;
      sum = {
        houses: sum.houses + 1,
        closings: sum.closings + closings,
        unproven: sum.unproven + unproven,
        takenInLater: sum.takenInLater + takenInLater,
      };
    }
    after = page[page.length - 1] ?? null;
    if (after === null) return ok({ ...sum, head: null });
  }
};

const checkHouse = async (
  store: Store,
  house: string,
  head: ChainHead | null,
): Promise<Result<Omit<CheckedBooks, 'houses'>, ChainProblem>> => {
  const closings = await store.closingsOf(house);
  const kept = head === null ? ok(null) : checkedHead(house, closings, head);
  if (!kept.ok) return kept;
  const begins = closings.findIndex(({ hash }) => hash !== null);
  const chain = begins < 0 ? [] : closings.slice(begins);
  const months = await store.monthsOf(house);
  let before: Closing | null = null;
  for (const closing of chain) {
    const checked: Result<null, ChainProblem> = await checkClosing(store, closing, before, months);
    if (!checked.ok) return checked;
    before = closing;
  }
  return ok({
    closings: chain.length,
    unproven: begins < 0 ? closings.length : 0,
    takenInLater: Math.max(begins, 0),
    head: before === null || before.hash === null ? null : { month: before.month, hash: before.hash },
  });
};

/** A link, then what it answers for: the months after the link before, those that are there and those that should be. */
const checkClosing = async (
  store: Store,
  closing: Closing,
  before: Closing | null,
  months: readonly Month[],
): Promise<Result<null, ChainProblem>> => {
  const link = checkedLink(closing, before?.hash ?? null);
  if (!link.ok) return link;
  const { house } = closing;
  const own = months.filter((month) => month <= closing.month && (before === null || month > before.month));
  for (const month of [...new Set([...own, ...closing.parts.map((part) => part.month)])].sort()) {
    const balances = month === closing.month ? await store.balancesOf(house, month) : [];
    for (const [kind, records] of [
      ['entries', await store.entriesOfHouse(house, month)],
      ['bills', await store.billsOf(house, month)],
      ['acts', await store.actsOf(house, month, month)],
      ['balances', balances],
    ] as const) {
      const part = checkedPart(closing, month, kind, records);
      if (!part.ok) return part;
    }
  }
  return ok(null);
};
