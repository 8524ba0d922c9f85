import type { PremisesUse } from '../consumption/premises-use';
import { type Month, monthOf } from '../kernel/calendar';
import type { ReadingRemark } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { ReadingJudge } from './reading-judge';
import { type ReadingVerdictOf, verdictsOf } from './reading-verdicts';

/**
 * What is to be said of the readings of a premises in a month: those that count for it, and those that came in it and count for another one.
 * A reading that was simply taken is not spoken of.
 */
export const readingRemarks = (facts: HouseFacts, use: PremisesUse, month: Month): ReadonlyMap<ServiceCode, readonly ReadingRemark[]> => {
  const remarks = new Map<ServiceCode, ReadingRemark[]>();
  for (const one of verdictsOf(use, new ReadingJudge(facts))) {
    const { reading, service } = one;
    if (one.countsFor !== month && monthOf(reading.receivedOn ?? reading.takenOn) !== month) continue;
    const list = remarks.get(service) ?? [];
    for (const code of one.code === null ? one.remarks : [one.code, ...one.remarks]) list.push(remarkOf(one, code));
    if (list.length > 0) remarks.set(service, list);
  }
  return remarks;
};

const remarkOf = ({ reading, verdict, code: decided }: ReadingVerdictOf, code: string): ReadingRemark => {
  const { id, takenOn, value, source, by, why } = reading;
  const person = decided === 'reading-decided-by-person' && code === decided;
  return {
    reading: id,
    takenOn,
    value,
    source,
    verdict,
    code,
    ...(person && by !== undefined ? { by } : {}),
    ...(person && why !== undefined ? { why } : {}),
  };
};
