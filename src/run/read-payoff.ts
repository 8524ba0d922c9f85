import { type Day, monthOf } from '../kernel/calendar';
import { kopecksFromText } from '../kernel/money';
import { must, ok } from '../kernel/result';
import { stateOf } from '../ledger/account-state';
import { type CourtDebt, courtDebt } from '../ledger/court-debt';
import { debtOfEntries } from '../ledger/debt-of-entries';
import { barredDebt } from '../ledger/limitation/barred-debt';
import { type Payoff, payoffBalance } from '../ledger/payoff-balance';
import { accountDay, payoffRequest } from '../model/debt-requests';
import { parsed } from '../model/parsed';
import { documentDebt } from '../statements/document-debt';
import { type Answer, type Edge, refused } from './edge';
import { holderOf } from './read-books';

/** An account and a day. */
export interface AccountDay {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  readonly on: string;
}

/** A balance to be asked, with the penalties that the journal does not have yet. */
export interface PayoffAsked extends AccountDay {
  /** Penalties through the day by provider, roubles. */
  readonly penalties?: readonly { readonly provider: string; readonly amount: string }[];
}

/**
 * Is a debt of the account confirmed by a court on a day ({@link courtDebt})?
 *
 * @returns `account-unknown`, what the schema of the request refuses, `parameter-not-reviewed`
 */
export const readCourtDebt = async (edge: Edge, request: AccountDay): Answer<CourtDebt> => {
  const asked = parsed(accountDay, request);
  if (!asked.ok) return asked;
  const held = await holderOf(edge, asked.value.account);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const buckets = debtOfEntries(await edge.store.entriesOfAccount(account), { policies: facts.house.policies });
  if (!buckets.ok) return refused(buckets.error);
  const found = courtDebt({ asOf: asked.value.on, buckets: buckets.value, events: facts.debt.events });
  return found.ok ? ok(found.value) : refused(found.error);
};

/**
 * Current and payoff balance of an account on a day ({@link payoffBalance}): entries that count by then, deferred parts of instalments, the barred
 * part, and the penalties that the caller reckoned.
 *
 * @returns `account-unknown`, what the schema of the request refuses, and what the law's days do not answer
 */
export const readPayoff = async (edge: Edge, request: PayoffAsked): Answer<Payoff> => {
  const asked = parsed(payoffRequest, request);
  if (!asked.ok) return asked;
  const { account: number, on, penalties = [] } = asked.value;
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const entries = (await edge.store.entriesOfAccount(account)).filter(({ valueDay }) => valueDay <= (on as Day));
  const { policies } = facts.house;
  const debt = documentDebt(account, monthOf(on), entries, facts.debt, { policies });
  if (!debt.ok) return refused(debt.error);
  const { buckets } = stateOf(entries);
  const events = facts.debt.events.filter((event) => event.account === account);
  const barred = barredDebt(buckets, { on, events, policies });
  if (!barred.ok) return refused(barred.error);
  return ok(
    payoffBalance({
      buckets,
      penalties: penalties.map(({ provider, amount }) => ({ provider, amount: must(kopecksFromText(amount)) })),
      deferred: [...debt.value.deferred].map(([provider, amount]) => ({ provider, amount })),
      barred: barred.value.debts.flatMap(({ bucket, limitation }) => (limitation.state === 'barred' ? [bucket] : [])),
    }),
  );
};
