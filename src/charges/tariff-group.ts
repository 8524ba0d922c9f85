import { dayFromSerial } from '../kernel/calendar';
import { imageOf } from '../model/draw-image';
import type { HouseFacts } from '../model/facts';
import { GROUPED, OTHER } from '../model/house-image';
import type { AccountRow } from './holders';
import { groupNames, type PriceSet, type RangeSet } from './price-sets';
import type { PricedStretch, PricedTerms } from './prices';
import type { SlotSpec } from './slot';

/**
 * Group of a row as one number: twice the place of its named group among those of the house (0 where it has none), plus 1 for non-residential
 * premises. The group of the first day of the month on which the account holds the premises counts for the whole month.
 */
export const groupOf = (row: AccountRow, names: readonly string[]): number => {
  const { tariffGroups, type } = row.premises.premises;
  const other = type === 'nonResidential' ? 1 : 0;
  if (tariffGroups.length === 0 || names.length === 0) return other;
  const day = dayFromSerial(row.from);
  let since = '';
  let name: string | null = null;
  for (const entry of tariffGroups)
    if (entry.from <= day && entry.from > since) {
      since = entry.from;
      name = entry.group;
    }
  return name === null ? other : 2 * (names.indexOf(name) + 1) + other;
};

/** Groups of all rows. */
export const groupsOf = (facts: HouseFacts, rows: readonly AccountRow[]): Uint8Array => {
  const groups = new Uint8Array(rows.length);
  const names = groupNames(facts);
  const { traits } = imageOf(facts.premises);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as AccountRow;
    const own = traits[row.premisesIndex] as number;
    groups[row.row] = (own & GROUPED) === 0 ? own & OTHER : groupOf(row, names);
  }
  return groups;
};

/** Number of groups that a slot is told apart by. */
export const groupCount = (names: readonly string[]): number => 2 * (names.length + 1);

/** Prices of a group; those of the population where the service does not name the group. */
export const setOf = (days: PricedStretch, group: number): PriceSet => days.sets[group >> 1] ?? days.sets[0];

/** Non-residential premises that no group of the service prices: they pay the tariff for other consumers. */
export const isOther = (days: PricedStretch, group: number): boolean => group % 2 === 1 && (group < 2 || days.sets[group >> 1] === null);

/** Ranges of a group on the days of a stretch; `null` where its volume has one price. Other consumers have no ranges. */
export const rangesOf = (terms: PricedTerms, stretch: number, group: number): RangeSet | null => {
  const days = terms.stretches[stretch] as PricedStretch;
  return isOther(days, group) ? null : setOf(days, group).ranges;
};

/**
 * Ranges that cut the volume of a line. What a check found is no volume of one month and a tenfold normative is no consumption: they take the
 * price of the first range whole, and use up nothing of the limits.
 */
export const rangesOfLine = (terms: PricedTerms, { stretch, group, slotClass }: SlotSpec): RangeSet | null =>
  slotClass === 'check' || slotClass === 'tenfold' ? null : rangesOf(terms, stretch, group);
