import type { Day } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { type Bucket, Buckets } from '../ledger/bucket';
import { type Entry, PENALTY } from '../ledger/entry';
import { penaltiesOfAccount, unpostedPenalties } from '../ledger/penalties/penalties-of-account';
import type { Penalties } from '../ledger/penalties/penalty-result';
import { accountDay } from '../model/debt-requests';
import type { HouseFacts } from '../model/facts';
import { parsed } from '../model/parsed';
import { policyValue } from '../norms/policies';
import type { AccountDay } from './account-day';
import type { Answer, Edge } from './edge';
import { penaltyRulesOf } from './penalty-commands';
import { holderOf } from './read-books';

/** Penalties of an account through a day, and what of them the journal has. */
export interface AccountPenalties {
  readonly penalties: Penalties;
  /** Posted and not paid, by creditor and month of debt. */
  readonly owed: readonly Bucket[];
  /** What the next posting adds, or takes back, by creditor and month of debt; nothing where the provider does not reckon penalties. */
  readonly unposted: readonly Bucket[];
}

/**
 * Penalties of an account through a day with their whole derivation («расчёт пеней»), by the entries that count by then.
 *
 * @returns `account-unknown`, what the schema of the request refuses, and what the law's days and rates do not answer
 */
export const readPenalties = async (edge: Edge, request: AccountDay): Answer<AccountPenalties> => {
  const asked = parsed(accountDay, request);
  if (!asked.ok) return asked;
  const held = await holderOf(edge, asked.value.account);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  return penaltiesThrough(facts, account, await edge.store.entriesOfAccount(account), asked.value.on);
};

/** The same by facts and entries that were read. */
export const penaltiesThrough = (
  facts: HouseFacts,
  account: string,
  entries: readonly Entry[],
  on: Day,
): Result<AccountPenalties, readonly Problem[]> => {
  const known = entries.filter(({ valueDay }) => valueDay <= on);
  const penalties = penaltiesOfAccount(known, on, penaltyRulesOf(facts)(account));
  if (!penalties.ok) return penalties;
  const owed = new Buckets(known.filter(({ service }) => service === PENALTY)).sorted();
  const posts = policyValue(facts.house.policies, 'penaltyPosting') === 'monthly';
  return ok({ penalties: penalties.value, owed, unposted: posts ? unpostedPenalties(penalties.value, known) : [] });
};
