import { type Day, parseDay } from '../kernel/calendar';
import { type DatedEntry, entryOn } from '../kernel/dated';
import { must } from '../kernel/result';

/** How sure a citation is: read in a source, remembered, or an engineering choice where the act is silent. */
export type Certainty = 'seen' | 'memory' | 'design';

/** A normative act («правовой акт»). */
export interface Act {
  readonly code: string;
  readonly title: string;
  readonly date: Day;
  readonly number: string;
}

/** The place of a rule in an act, as it is numbered from a day on. A wrong number is mended here, never in a calculation. */
export interface ClauseEdition extends DatedEntry<string> {
  readonly by?: string;
}

/** A clause of an act with its numbering by date and how sure the citation is. */
export interface Clause {
  readonly act: Act;
  readonly code: string;
  readonly subject: string;
  readonly certainty: Certainty;
  readonly editions: readonly ClauseEdition[];
}

/** Declare a clause: `editions` are the places («п. 42», «прил. 2, формула 4») with the first day of each. */
export const clause = (
  act: Act,
  code: string,
  subject: string,
  certainty: Certainty,
  editions: Readonly<Record<string, string | null>>,
): Clause => ({
  act,
  code,
  subject,
  certainty,
  editions: Object.entries(editions)
    .map(([from, value]) => ({ from: must(parseDay(from)), value }))
    .sort((a, b) => (a.from < b.from ? -1 : 1)),
});

/** The citation on a day, such as «ПП № 354, п. 42»; `null` when the clause was not in force. */
export const citation = (of: Clause, day: Day): string | null => {
  const place = entryOn(of.editions, day)?.value ?? null;
  return place === null ? null : `${of.act.title}, ${place}`;
};

/** Was the clause in force on the day? */
export const inForce = (of: Clause, day: Day): boolean => (entryOn(of.editions, day)?.value ?? null) !== null;
