import type { Day, Instant } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { AllocationRules } from '../ledger/allocation/allocation-rules';
import type { HouseFacts } from '../model/facts';
import type { PaymentRecord } from '../model/money-records';
import { acknowledgedBy } from '../model/reconciliation-facts';
import type { AccountRecord, FactRecord } from '../model/records';
import { current } from '../model/supersede';
import { policyValue } from '../norms/policies';
import type { Store } from '../ports/store';
import { recordOf } from './house-facts';

/** What the allocation of each account's money follows from, by the facts of its house. */
export const rulesOfHouse =
  ({ debt: { events, instalments }, house: { policies } }: HouseFacts) =>
  (account: string): AllocationRules => ({
    policies,
    events: events.filter((one) => one.account === account),
    instalments: instalments.filter((one) => one.account === account),
  });

/** The same of one account, and who pays it. */
export interface AccountRules extends AllocationRules {
  readonly payer: AccountRecord['payer']['kind'];
}

/** The day of a payment that counts, by policy `paymentDay` and who pays: a citizen has paid when the money left him (ГК РФ, ст. 316). */
export const valueDayOf = (
  { paidOn, receivedOn = paidOn }: PaymentRecord,
  { policies, payer }: Pick<AccountRules, 'policies' | 'payer'>,
): Day => {
  const policy = policyValue(policies, 'paymentDay');
  const received = policy === 'received' || (policy === 'byPayer' && payer === 'legalEntity');
  return received ? receivedOn : paidOn;
};

/** The same by the facts of a house. */
export const valueDaysOfHouse = ({ premises, house: { policies } }: HouseFacts): ((payment: PaymentRecord) => Day) => {
  const payers = new Map(premises.flatMap(({ accounts }) => accounts).map(({ number, payer }) => [number, payer.kind]));
  return (payment) => valueDayOf(payment, { policies, payer: payers.get(payment.account) ?? 'person' });
};

const KINDS: readonly FactRecord['kind'][] = ['house', 'account', 'debtEvent', 'instalment', 'reconciliation'];

/** Read without the other facts of the house: readings of many years say nothing about a debt. */
export const rulesOfAccount = async (
  store: Pick<Store, 'factsOfKinds'>,
  house: string,
  account: string,
  known?: Instant,
): Promise<Result<AccountRules, readonly Problem[]>> => {
  const stored = await store.factsOfKinds(house, KINDS, known);
  const standing = current(stored.map(recordOf), true);
  if (!standing.ok) return standing;
  const of = <K extends FactRecord['kind']>(kind: K) =>
    standing.value.filter((record): record is Extract<FactRecord, { kind: K }> => record.kind === kind);
  const own = of('account').filter(({ number }) => number === account);
  const names = new Set([account, ...own.flatMap(({ aliases }) => aliases)]);
  const mine = (one: { readonly account: string }): boolean => names.has(one.account);
  return ok({
    policies: of('house')[0]?.policies ?? {},
    events: [...of('debtEvent'), ...of('reconciliation').flatMap(acknowledgedBy)].filter(mine),
    instalments: of('instalment')
      .filter(mine)
      .map((one) => ({ ...one, account })),
    payer: own[own.length - 1]?.payer.kind ?? 'person',
  });
};
