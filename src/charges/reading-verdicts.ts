import type { MeterLife } from '../consumption/meter-life';
import type { Register } from '../consumption/register';
import { type Month, monthFromNumber, serial } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { ReadingRecord } from '../model/records';
import { usesOf } from './premises-uses';

/** What became of a reading: none is ever dropped. */
export interface ReadingVerdictOf {
  readonly reading: ReadingRecord;
  readonly premises: string;
  readonly verdict: 'accepted' | 'held' | 'refused' | 'superseded' | 'unused';
  /** Why, for all but the accepted; `reading-decided-by-person` comes with the reading's own `by` and `why`. */
  readonly code: string | null;
  /** Billing month that it closes, for the accepted. */
  readonly month: Month | null;
}

/**
 * The verdict on every reading of a house («показания: приняты, ждут решения, отклонены»), in order of premises, meters and days. A reading
 * that closes no month because a later one of the month does is accepted too.
 *
 * @example readingVerdicts(house).filter(({ verdict }) => verdict === 'held')
 */
export const readingVerdicts = (facts: HouseFacts): readonly ReadingVerdictOf[] =>
  usesOf(facts).flatMap((use) => {
    const verdicts = new Map<string, ReadingVerdictOf>();
    for (const place of use.allPlaces()) {
      for (const life of place.lives) for (const register of life.registers) tellRegister(use.facts.premises.id, life, register, verdicts);
    }
    return [...verdicts.values()];
  });

/** A meter that was verified again has two lives over the same readings: the later one speaks for those taken in it. */
const tellRegister = (premises: string, life: MeterLife, register: Register, verdicts: Map<string, ReadingVerdictOf>): void => {
  const exceptions = new Map(register.exceptions.map((one) => [one.reading.id, one]));
  const closes = new Map(register.boundaries.map((one) => [one.reading?.id, one.month]));
  for (const reading of register.facts.readings) {
    if (verdicts.has(reading.id) && serial(reading.takenOn) < life.from - 1) continue;
    const exception = exceptions.get(reading.id);
    const month = closes.get(reading.id);
    verdicts.set(reading.id, {
      reading,
      premises,
      verdict: exception?.verdict ?? 'accepted',
      code: exception?.code ?? null,
      month: exception !== undefined || month === undefined ? null : monthFromNumber(month),
    });
  }
};
