import type { Day, Month } from '../kernel/calendar';
import { type Kopecks, kopecksFromText, NO_MONEY, roublesText, sumMoney } from '../kernel/money';
import { must, ok } from '../kernel/result';
import { saldoOf } from '../ledger/account-state';
import { replayAccount } from '../ledger/allocation/replay-account';
import { ADVANCE, type Entry } from '../ledger/entry';
import { HouseLedger } from '../ledger/house-ledger';
import { incomingRefund } from '../model/incoming';
import type { RefundRecord } from '../model/money-records';
import { parsed } from '../model/parsed';
import { type AccountRules, rulesOfAccount } from './account-rules';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { type Keyed, keyOf } from './keyed';
import { amountCommand, refundFact } from './money-commands';
import { firstOpenMonth } from './open-month';

/** An advance to be given back, as the host tells it. */
export interface AdvanceRefund {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  /** Whose advance it is. */
  readonly provider: string;
  /** Roubles. */
  readonly amount: string;
  readonly on: string;
  readonly document: string;
}

/** A refund that is in the journal. */
export interface Refunded {
  readonly repeated: boolean;
  readonly house: string;
  /** The account's own number. */
  readonly account: string;
  /** Id of the refund among the facts. */
  readonly refund: string;
  /** What the account owes now. */
  readonly saldo: Kopecks;
}

/**
 * Give an advance back to its payer («возврат аванса», ГК РФ, ст. 1102): it becomes a fact and takes the advance of its creditor at once, from the day of
 * the refund. Never more than the creditor holds on that day and now.
 *
 * @returns `key-format`, what the schema of a refund refuses, `payment-not-positive`, `account-unknown`, `refund-above-advance`, `idempotency-conflict`
 */
export const refund = async (edge: Edge, request: AdvanceRefund, options: Keyed): Answer<Refunded> => {
  const key = keyOf(options, 'refund', 'rf');
  if (!key.ok) return key;
  const told = parsed(incomingRefund, request);
  if (!told.ok) return told;
  const amount = must(kopecksFromText(told.value.amount));
  if (amount <= NO_MONEY) return refused({ code: 'payment-not-positive', at: 'amount', value: told.value.amount });
  const holder = await edge.store.houseOfAccount(told.value.account);
  if (holder === null) return refused({ code: 'account-unknown', value: told.value.account });
  const { house, account } = holder;
  return edge.turns.take(house, async () => {
    const rules = await rulesOfAccount(edge.store, house, account);
    if (!rules.ok) return rules;
    const entries = await edge.store.entriesOfAccount(account);
    const record: RefundRecord = { kind: 'refund', id: key.value.id, ...told.value };
    const fact = refundFact({ ...record, account });
    const known = entries.some(({ cause }) => cause === fact.cause);
    const held = advanceOf(record.provider, entries, rules.value, told.value.on);
    if (!known && amount > held)
      return refused({ code: 'refund-above-advance', at: 'amount', value: told.value.amount, facts: { advance: roublesText(held) } });
    const now = edge.clock.now();
    const facts = [{ scope: house, knownAt: now, storedAt: now, record }];
    const kept = await edge.store.appendFacts({ key: key.value.key, digest: digest(record), facts });
    if (!kept.ok) return refused(kept.error);
    const ledger = new HouseLedger(entries, () => rules.value);
    const answer = (repeated: boolean): Refunded => ({
      repeated,
      house,
      account,
      refund: record.id,
      saldo: saldoOf(ledger.stateOf(account)),
    });
    if (known) return ok(answer(true));
    const postedIn = await firstOpenMonth(edge.store, house, fact.month);
    const openMonth = (month: Month): Month => (month < postedIn ? postedIn : month);
    const made = ledger.runAll([amountCommand({ house, at: now, openMonth }, 'refund', fact)]);
    if (!made.ok) return refused(made.error);
    const content = digest(record);
    const posted = await edge.store.post({ key: `post:${house}:${fact.cause}`, digest: content, house, entries: made.value });
    return posted.ok ? ok(answer(posted.value.repeated)) : refused(posted.error);
  });
};

/** What a creditor holds in advance, on a day and now: the less of both. */
const advanceOf = (provider: string, entries: readonly Entry[], rules: AccountRules, on: Day): Kopecks => {
  const held = (some: readonly Entry[]): Kopecks => {
    const own = replayAccount(some, rules).buckets.filter((one) => one.provider === provider && one.service === ADVANCE);
    return sumMoney(own.map(({ amount }) => -amount as Kopecks));
  };
  const [then, now] = [held(entries.filter(({ valueDay }) => valueDay <= on)), held(entries)];
  return then < now ? then : now;
};
