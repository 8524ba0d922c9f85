import { type Day, monthOf } from '../kernel/calendar';
import { ok } from '../kernel/result';
import { stateOf } from '../ledger/account-state';
import { type CourtDebt, courtDebt } from '../ledger/court-debt';
import { debtOfEntries } from '../ledger/debt-of-entries';
import { PENALTY } from '../ledger/entry';
import { barredDebt } from '../ledger/limitation/barred-debt';
import { type Payoff, payoffBalance } from '../ledger/payoff-balance';
import { accountDay } from '../model/debt-requests';
import { parsed } from '../model/parsed';
import { documentDebt } from '../statements/document-debt';
import type { AccountDay } from './account-day';
import { debtOptions } from './debt-options';
import { type Answer, type Edge, refused } from './edge';
import { holderOf } from './read-books';
import { penaltiesThrough } from './read-penalties';

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
  const buckets = debtOfEntries(await edge.store.entriesOfAccount(account), debtOptions(facts, account, asked.value.on));
  if (!buckets.ok) return refused(buckets.error);
  const found = courtDebt({ asOf: asked.value.on, buckets: buckets.value, events: facts.debt.events });
  return found.ok ? ok(found.value) : refused(found.error);
};

/**
 * Current and payoff balance of an account on a day ({@link payoffBalance}): entries that count by then, deferred parts of instalments, the barred
 * part, and penalties through the day, posted or not.
 *
 * @returns `account-unknown`, what the schema of the request refuses, and what the law's days do not answer
 */
export const readPayoff = async (edge: Edge, request: AccountDay): Answer<Payoff> => {
  const asked = parsed(accountDay, request);
  if (!asked.ok) return asked;
  const { account: number, on } = asked.value;
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const entries = (await edge.store.entriesOfAccount(account)).filter(({ valueDay }) => valueDay <= (on as Day));
  const { policies } = facts.house;
  const debt = documentDebt(account, monthOf(on), entries, facts.debt, { policies });
  if (!debt.ok) return refused(debt.error);
  const penalties = penaltiesThrough(facts, account, entries, on);
  if (!penalties.ok) return penalties;
  const buckets = stateOf(entries).buckets.filter(({ service }) => service !== PENALTY);
  const events = facts.debt.events.filter((event) => event.account === account);
  const barred = barredDebt(buckets, { on, events, policies });
  if (!barred.ok) return refused(barred.error);
  return ok(
    payoffBalance({
      buckets,
      penalties: [...penalties.value.owed, ...penalties.value.unposted],
      deferred: [...debt.value.deferred].map(([provider, amount]) => ({ provider, amount })),
      barred: barred.value.debts.flatMap(({ bucket, limitation }) => (limitation.state === 'barred' ? [bucket] : [])),
    }),
  );
};
