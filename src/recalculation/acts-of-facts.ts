import type { ActsOf } from '../charges/common-history';
import { firstDay, type Month, monthOf } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { HouseBills } from './house-bills';

type Bill = (facts: HouseFacts, month: Month) => { readonly ok: boolean; readonly value?: HouseBills };

const known = new WeakMap<HouseFacts, Map<Month, readonly HouseAct[] | undefined>>();

/**
 * Acts of earlier months computed from the facts alone, kept with them; for whoever has no acts of the months as they were charged. They begin with
 * the month from which the house is billed here, or with the first terms of common needs; a month that cannot be billed has none.
 */
export const actsOfFacts = (facts: HouseFacts, bill: Bill): ActsOf => {
  let acts = known.get(facts);
  if (acts === undefined) {
    acts = new Map();
    known.set(facts, acts);
  }
  const months = acts;
  const [first] = [...facts.common.terms].map((terms) => terms.from).sort();
  const since = facts.house.billedSince ?? (first === undefined ? undefined : monthOf(first));
  return (month) => {
    if (since === undefined || month < since || firstDay(month) < '2012-09-01') return undefined;
    if (months.has(month)) return months.get(month);
    const bills = bill(facts, month);
    const found = bills.ok ? bills.value?.acts : undefined;
    months.set(month, found);
    return found;
  };
};
