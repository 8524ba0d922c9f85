import type { ReadingRecord } from '../model/records';
import { READING_RULES, type ReadingCode, type ReadingSeverity } from '../norms/reading-rules';

/** What became of a reading. */
export type ReadingOutcome = 'accepted' | 'held' | 'refused' | 'superseded' | 'unused';

const OUTCOME: Readonly<Record<Exclude<ReadingSeverity, 'person'>, ReadingOutcome>> = {
  remark: 'accepted',
  hold: 'held',
  refuse: 'refused',
  supersede: 'superseded',
  unused: 'unused',
};

/** What follows for a reading that a rule has caught; `strict` where a policy of the house makes a remark hold. */
export const outcomeOf = (code: ReadingCode, reading: ReadingRecord, strict = false): ReadingOutcome => {
  const { severity } = READING_RULES[code];
  if (severity === 'person') return reading.verdict === 'refused' ? 'refused' : 'held';
  return severity === 'remark' && strict ? 'held' : OUTCOME[severity];
};
