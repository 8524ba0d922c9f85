import { dayFromSerial } from '../kernel/calendar';
import type { MonthContext, ServiceTerms } from './month-context';
import { normativeFor } from './normative';
import type { Piece } from './piece';
import type { PremisesUse } from './premises-use';
import { OWNERS_MISSING, type PeopleStretch, peopleWithin } from './residents';
import type { NormativeShare } from './sink';

/** Normative × people of a service of one premises in a month. */
export class NormativeShares {
  private people: readonly PeopleStretch[] | null = null;

  constructor(
    private readonly context: MonthContext,
    private readonly use: PremisesUse,
    private readonly terms: ServiceTerms,
  ) {}

  /** Normative × people for each run of days on which neither changes; `null` when something is missing (told to the context). */
  sharesOf(piece: Piece, from: number, to: number): NormativeShare[] | null {
    const { context, use, terms } = this;
    const stretch = terms.stretches[piece.stretch];
    const record = context.normatives.record(stretch?.record.normative);
    if (record === undefined) {
      context.problems.push({
        code: 'no-normative',
        at: `premises ${use.facts.premises.id}`,
        value: terms.service,
        facts: { month: context.month },
      });
      return null;
    }
    const normatives = context.normatives.within(record, from, to);
    if (!normatives.ok) {
      context.problems.push({ ...normatives.error, at: `premises ${use.facts.premises.id}` });
      return null;
    }
    const shares: NormativeShare[] = [];
    for (const people of this.peopleOn(from, to)) {
      if (people.persons === OWNERS_MISSING) {
        context.problems.push({
          code: 'owners-missing',
          at: `premises ${use.facts.premises.id}`,
          value: dayFromSerial(people.from),
          facts: { service: terms.service },
        });
        return null;
      }
      for (const normative of normatives.value) {
        const start = Math.max(people.from, normative.from);
        const end = Math.min(people.to, normative.to);
        if (end <= start) continue;
        const text = people.persons === 0 ? '0' : normativeFor(normative.entry, people.persons, use.facts.premises.rooms);
        if (text === null) {
          context.problems.push({
            code: 'no-normative',
            at: `premises ${use.facts.premises.id}`,
            value: record.code,
            facts: { persons: String(people.persons), rooms: String(use.facts.premises.rooms ?? '—') },
          });
          return null;
        }
        shares.push({ from: start, to: end, people, record, entry: normative.entry, normative: text });
      }
    }
    return shares;
  }

  private peopleOn(from: number, to: number): readonly PeopleStretch[] {
    const { context, use } = this;
    if (context.policies.residents === 'firstDay') {
      const [first] = peopleWithin(use.facts, context.from, context.from + 1, context.temporaryDays);
      return [{ ...(first as PeopleStretch), from, to }];
    }
    if (from === context.from && to === context.to) {
      this.people ??= peopleWithin(use.facts, from, to, context.temporaryDays);
      return this.people;
    }
    return peopleWithin(use.facts, from, to, context.temporaryDays);
  }
}
