import { kopecksFromText } from '../kernel/money';
import { must, ok } from '../kernel/result';
import { debtOfEntries } from '../ledger/debt-of-entries';
import { type RestrictionState, restrictionState } from '../ledger/restriction/restriction-state';
import { restrictionRequest } from '../model/debt-requests';
import { parsed } from '../model/parsed';
import type { ServiceCode } from '../model/services';
import { type Answer, type Edge, refused } from './edge';
import { holderOf } from './read-books';

/** Which service of an account, and on which day. */
export interface RestrictionAsked {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  readonly provider: string;
  readonly service: ServiceCode;
  readonly on: string;
  /** The fee of a month by the normative at the tariff of the day, roubles. */
  readonly monthlyFee: string;
  /** What is not paid of the cost of works, roubles. */
  readonly worksOwed?: string;
}

/**
 * Where restricting a service for its debt stands ({@link restrictionState}), by the journal, the agreements, notices and works of the account.
 *
 * @returns `account-unknown`, what the schema of the request refuses, and what the law's terms or the working calendar do not answer for the day
 */
export const readRestriction = async (edge: Edge, request: RestrictionAsked): Answer<RestrictionState> => {
  const asked = parsed(restrictionRequest, request);
  if (!asked.ok) return asked;
  const { account: number, provider, service, on, monthlyFee, worksOwed } = asked.value;
  const held = await holderOf(edge, number);
  if (!held.ok) return held;
  const { account, facts } = held.value;
  const { policies } = facts.house;
  const buckets = debtOfEntries(await edge.store.entriesOfAccount(account), { policies });
  if (!buckets.ok) return refused(buckets.error);
  const mine = <R extends { readonly account: string; readonly provider: string }>(records: readonly R[]): readonly R[] =>
    records.filter((one) => one.account === account && one.provider === provider);
  const state = restrictionState({
    service,
    on,
    policies,
    detached: facts.heating?.terms.building === 'detached',
    buckets: buckets.value.filter((bucket) => bucket.provider === provider),
    monthlyFee: must(kopecksFromText(monthlyFee)),
    agreements: mine(facts.debt.agreements),
    steps: mine(facts.debt.restrictions),
    worksOwed: worksOwed === undefined ? undefined : must(kopecksFromText(worksOwed)),
  });
  return state.ok ? ok(state.value) : refused(state.error);
};
