import { addMonths, type Month, monthsFrom } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import { type AuditAsked, type AuditFinding, auditHouse as auditFacts } from '../recalculation/audit-house';
import { actsBefore, chargedBefore } from './charged-before';
import { type Answer, type Edge, monthOfText, refused } from './edge';
import { knownHouse } from './house-facts';

/** Which issued months of a house are looked over. */
export interface AuditRequest {
  readonly house: string;
  /** First and last month; both must be billed. */
  readonly from: string;
  readonly to: string;
}

/**
 * Look the issued months of a house over by the facts as they are known now ({@link auditFacts}): each sum that is too much or too little, why, by which
 * clause, and the fine that mending it spares the provider. Nothing is written; billing the next month posts what late facts cause.
 *
 * @returns `no-house`, `month-not-billed`, what the engine refuses
 */
export const auditHouse = async (edge: Edge, { house, from: first, to: last }: AuditRequest): Answer<readonly AuditFinding[]> => {
  const from = monthOfText(first);
  if (!from.ok) return from;
  const to = monthOfText(last);
  if (!to.ok) return to;
  const known = await knownHouse(edge, house, edge.clock.now());
  if (!known.ok) return known;
  const { facts } = known.value;
  for (const month of [from.value, to.value])
    if ((await edge.store.monthState(house, month)).version === 0)
      return refused({ code: 'month-not-billed', value: month, facts: { house, month } });
  const months = monthsFrom(from.value, to.value);
  const gone = await goneFrom(edge, facts, months);
  const accounts = [
    ...facts.premises.flatMap((premises) => premises.accounts.map(({ number }) => number)),
    ...gone.map(({ account }) => account),
  ];
  const charged = await chargedBefore(edge.store, facts, addMonths(to.value, 1), accounts, months);
  const acts = await actsBefore(edge.store, facts, addMonths(to.value, 1), true);
  return auditFacts(facts, { from: from.value, to: to.value, charged, acts, gone });
};

/** Accounts that have bills in the months, and that the house does not know by any number. */
const goneFrom = async ({ store }: Edge, facts: HouseFacts, months: readonly Month[]): Promise<NonNullable<AuditAsked['gone']>> => {
  const known = new Set(facts.premises.flatMap(({ accounts }) => accounts.flatMap(({ number, aliases }) => [number, ...aliases])));
  const gone = new Map<string, string>();
  for (const month of months)
    for (const { account, premises } of await store.billsOf(facts.house.id, month)) if (!known.has(account)) gone.set(account, premises);
  return [...gone].map(([account, premises]) => ({ account, premises }));
};
