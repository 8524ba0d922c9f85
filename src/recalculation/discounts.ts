import { discountLines, serviceBenefits } from '../charges/benefits';
import type { AccountRow } from '../charges/holders';
import type { HouseCharges } from '../charges/house-month';
import type { PricedMonth } from '../charges/prices';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';

/** Discounts of benefits («льгота скидкой») on the lines of an account in a month, each behind its charge's own price. */
export const discountsOn = (facts: HouseFacts, context: PricedMonth, row: AccountRow, lines: readonly Line[]): readonly Line[] =>
  serviceBenefits(facts, context, row, lines, 'discount').flatMap(({ taken }) => taken.flatMap(discountLines));

/** Discounts of every account of a house in a month. */
export const discountsOf = (facts: HouseFacts, charges: HouseCharges): ReadonlyMap<string, readonly Line[]> => {
  const found = new Map<string, readonly Line[]>();
  for (const row of charges.rows) {
    const lines = discountsOn(facts, charges.context, row, charges.linesOf(row.row));
    if (lines.length > 0) found.set(row.account.number, lines);
  }
  return found;
};

/** Is the line one of heating that was charged for a closed month, which a discount looks at? */
export const isClosedHeating = ({ service, kind }: Line): boolean => service === 'heating' && (kind === 'charge' || kind === 'reduction');
