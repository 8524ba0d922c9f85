import { assembleHouse } from '../model/assemble';
import { type ComparedHouse, compareBills } from '../recalculation/compare-bills';
import type { HouseMonth } from './bill-month';
import { type Answer, type Edge, monthOfText } from './edge';
import { knownHouse, recordOf } from './house-facts';
import { parsedRecords } from './parsed-records';

/** A month with facts that are not there. */
export interface WhatIfRequest extends HouseMonth {
  /** Records beside those of the house, or superseding some: another tariff, a meter, a resident less. */
  readonly facts: readonly unknown[];
}

/**
 * What would a month cost if some facts were others («а что если»): the records are tried with those of the house as known now, and the bills compared. Nothing
 * is written. A next year's tariff set is such facts too.
 *
 * @returns `no-house`, what the schemas and the assembly refuse, what the engine refuses
 */
export const whatIf = async (edge: Edge, { house, month: text, facts }: WhatIfRequest): Answer<ComparedHouse> => {
  const month = monthOfText(text);
  if (!month.ok) return month;
  const known = await knownHouse(edge, house, edge.clock.now());
  if (!known.ok) return known;
  const records = parsedRecords(facts, 'facts');
  if (!records.ok) return records;
  const after = assembleHouse([...known.value.stored.map(recordOf), ...records.value]);
  return after.ok ? compareBills(known.value.facts, after.value, month.value) : after;
};
