import type { Month } from '../kernel/calendar';
import { type Kopecks, sumMoney } from '../kernel/money';
import { ok } from '../kernel/result';
import type { Command } from '../ledger/command';
import type { Entry } from '../ledger/entry';
import { HouseLedger } from '../ledger/house-ledger';
import type { HouseFacts } from '../model/facts';
import { rulesOfHouse, valueDaysOfHouse } from './account-rules';
import { digest } from './digest';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { houseFacts } from './house-facts';
import { runInterest } from './interest-commands';
import { earliestMonth, moneyCommands } from './money-commands';
import { firstOpenMonth } from './open-month';
import { runSuccessions } from './succession-commands';

/** What was posted of the opening saldi and payments among the facts. */
export interface PostedMoney {
  readonly openings: number;
  readonly payments: number;
  readonly refunds: number;
  /** Payments that were withdrawn or changed, and so taken back. */
  readonly takenBack: number;
  /** Accounts whose debt moved to others, or came from them, by successions of accounts. */
  readonly succeeded: number;
  /** Sum of the entries: what the house owes more by now. */
  readonly amount: Kopecks;
}

/** What is asked of {@link postMoney}. */
export interface MoneyRequest {
  readonly house: string;
  /** Last month whose money is posted: openings for it and before, payments received in it and before. */
  readonly through: string;
}

/**
 * Post the opening saldi, payments and refunds among the facts of a house that the journal does not have yet («разнести платежи»), take back
 * what was withdrawn or changed, and move the debts of accounts that others follow. All or nothing; money posted already is left alone. Money of a closed month goes to the first open one.
 */
export const postMoney = async (edge: Edge, { house, through }: MoneyRequest): Answer<PostedMoney> => {
  const month = monthOfText(through);
  if (!month.ok) return month;
  return edge.turns.take(house, async () => {
    const facts = await houseFacts(edge, house);
    return facts.ok ? postMoneyOf(edge, facts.value, month.value) : facts;
  });
};

const ATTEMPTS = 3;

/** The same for facts that were read, within the turn of their house. Somebody else's posting meanwhile is read and the rest tried again. */
export const postMoneyOf = async (edge: Edge, facts: HouseFacts, through: Month): Answer<PostedMoney> => {
  for (let left = ATTEMPTS; ; left -= 1) {
    const posted = await postOnce(edge, facts, through);
    if (posted.ok || left === 1 || !posted.error.some(({ code }) => code === 'duplicate-entry' || code === 'month-closed')) return posted;
  }
};

const postOnce = async ({ store, clock }: Edge, facts: HouseFacts, through: Month): Answer<PostedMoney> => {
  const house = facts.house.id;
  const entries = await store.entriesOfHouse(house);
  const { openings, payments, refunds } = facts;
  const now = clock.now();
  const journal = entries.reduce<string>((latest, { at }) => (at > latest ? at : latest), '');
  if (now < journal) return refused({ code: 'clock-behind', value: now, facts: { journal } });
  const { successions, instalments } = facts.debt;
  const earliest = earliestMonth({ openings, payments, refunds, entries });
  if (earliest === null) return ok(told([], []));
  const open = await firstOpenMonth(store, house, earliest);
  const openMonth = (month: Month): Month => (month < open ? open : month);
  const commands = moneyCommands({
    house,
    openings,
    payments,
    refunds,
    entries,
    through,
    at: now,
    openMonth,
    valueDayOf: valueDaysOfHouse(facts),
  });
  const ledger = new HouseLedger(entries, rulesOfHouse(facts));
  const done = ledger.runAll(commands);
  if (!done.ok) return refused(done.error);
  const { policies } = facts.house;
  const interest = runInterest(ledger, { house, instalments, policies, through, at: now, openMonth });
  if (!interest.ok) return refused(interest.error);
  const succeeded = runSuccessions(ledger, { house, successions, through, at: now, openMonth });
  if (!succeeded.ok) return refused(succeeded.error);
  const all = [...commands, ...interest.value, ...succeeded.value];
  if (all.length === 0) return ok(told([], []));
  const content = digest(all.map(({ posting: { at: _at, ...posting }, ...command }) => ({ ...command, posting })));
  const written = await store.post({ key: `post:${house}:${content}`, digest: content, house, entries: ledger.decided });
  return written.ok ? ok(told(all, ledger.decided)) : refused(written.error);
};

const told = (commands: readonly Command[], entries: readonly Entry[]): PostedMoney => {
  const count = (type: Command['type']): number => commands.filter((command) => command.type === type).length;
  return {
    openings: count('opening'),
    payments: count('payment'),
    refunds: count('refund'),
    takenBack: count('cancelPayment'),
    succeeded: count('succession'),
    amount: sumMoney(entries.map((entry) => entry.amount)),
  };
};
