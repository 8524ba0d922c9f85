import type { ActsOf } from '../charges/common-history';
import type { Month } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Bill } from '../model/bill';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { Journal } from '../ports/store';
import { type BillOptions, billHouse } from '../recalculation/bill-house';
import type { HouseBills } from '../recalculation/house-bills';
import { actsBefore, chargedBefore } from './charged-before';
import type { Answer } from './edge';

/** The bills of a house-month with the acts of the house. */
export interface MadeMonth {
  readonly bills: readonly Bill[];
  readonly acts: readonly HouseAct[];
}

/**
 * The bills of a house-month by the facts, where changes to earlier months are differences to what the journal has charged for them, and common
 * needs look back at the acts it keeps. The pure billing is asked first which accounts it needs to know; only their bills are read, and it is
 * asked again.
 */
export const billsOfFacts = async (
  journal: Pick<Journal, 'billsOfAccount' | 'actsOf' | 'monthState'>,
  facts: HouseFacts,
  month: Month,
  changes: readonly FactChange[] = [],
): Answer<MadeMonth> => {
  const asked = await askedOf(journal, facts, month, changes);
  return madeFrom(asked.options === null ? asked.first : billHouse(facts, month, asked.options));
};

/** What the journal knows of a month beside the facts: what earlier bills charged to the accounts that billing asks about, and the acts before it. */
export const billOptions = async (...asks: Parameters<typeof askedOf>): Promise<BillOptions> => {
  const { options, acts } = await askedOf(...asks);
  return options ?? { acts, changes: asks[3] };
};

/** The month as it is without earlier bills, and with what options it has to be billed when it asks for them. */
const askedOf = async (
  journal: Pick<Journal, 'billsOfAccount' | 'actsOf' | 'monthState'>,
  facts: HouseFacts,
  month: Month,
  changes: readonly FactChange[],
): Promise<{
  readonly first: Result<HouseBills, readonly Problem[]>;
  readonly acts: ActsOf;
  readonly options: BillOptions | null;
}> => {
  const acts = await actsBefore(journal, facts, month, changes.length > 0);
  const asked = new Set<string>();
  const months = new Set<Month>();
  const first = billHouse(facts, month, {
    charged: (account, of) => {
      asked.add(account);
      months.add(of);
      return undefined;
    },
    acts,
    changes,
  });
  if (asked.size === 0) return { first, acts, options: null };
  const charged = await chargedBefore(journal, facts, month, asked, months);
  return { first, acts, options: { charged, acts, changes } };
};

const madeFrom = (billed: Result<HouseBills, readonly Problem[]>): Result<MadeMonth, readonly Problem[]> =>
  billed.ok ? ok({ bills: [...billed.value.bills()], acts: billed.value.acts }) : billed;
