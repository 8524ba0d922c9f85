import { dayFromSerial } from '../kernel/calendar';
import type { VolumeBasis } from '../model/bill';
import type { NormativeRecord } from '../model/records';
import { gasDuty, gasShares, gasVolume } from './gas-normative';
import type { MonthContext, ServiceTerms } from './month-context';
import { type NormativeStretch, normativeFor } from './normative';
import type { Piece } from './piece';
import type { PremisesUse } from './premises-use';
import { OWNERS_MISSING, type PeopleStretch } from './residents';
import type { NormativeShare, VolumeSink } from './sink';
import { BASIS_OF, raises } from './volume-choice';
import type { VolumeRule } from './volume-rules';

/** Give the sink the normative of some days of a piece, by a rule that takes one; what is missing goes to the context. */
export const normativeOn = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  piece: Piece,
  from: number,
  to: number,
  rule: VolumeRule,
  sink: VolumeSink,
): void => {
  const stretch = terms.stretches[piece.stretch];
  const raised = raises(rule) && stretch?.raises === true && terms.service !== 'sewerage';
  if (terms.service === 'gas') {
    gasOn(context, use, terms, piece, from, to, rule, raised, sink);
    return;
  }
  const shown = shownBasis(rule, raised);
  const record = context.normatives.record(stretch?.record.normative);
  if (record === undefined) {
    context.problems.push({
      code: 'no-normative',
      at: `premises ${use.facts.premises.id}`,
      value: terms.service,
      facts: { month: context.month },
    });
    return;
  }
  const normatives = context.normatives.within(record, from, to);
  if (!normatives.ok) {
    context.problems.push({ ...normatives.error, at: `premises ${use.facts.premises.id}` });
    return;
  }
  const people = peopleOn(context, use, from, to);
  const cell = { terms, stretch: piece.stretch, row: piece.row, from, to };
  let shares: NormativeShare[] | null = null;
  for (let p = 0; p < people.length; p += 1) {
    const living = people[p] as PeopleStretch;
    if (living.persons === OWNERS_MISSING) {
      context.problems.push({
        code: 'owners-missing',
        at: `premises ${use.facts.premises.id}`,
        value: dayFromSerial(living.from),
        facts: { service: terms.service },
      });
      return;
    }
    for (let n = 0; n < normatives.value.length; n += 1) {
      const normative = normatives.value[n] as NormativeStretch;
      const start = Math.max(living.from, normative.from);
      const end = Math.min(living.to, normative.to);
      if (end <= start) continue;
      const share = shareOf(context, use, record, normative, living, start, end);
      if (share === null) return;
      if (people.length === 1 && normatives.value.length === 1) {
        sink.normative(cell, shown, raised, share, living.persons * (end - start));
        return;
      }
      if (shares === null) shares = [share];
      else shares.push(share);
    }
  }
  const only = shares?.[0];
  if (only !== undefined && shares?.length === 1) sink.normative(cell, shown, raised, only, only.people.persons * (only.to - only.from));
  else sink.normativeSum(cell, shown, raised, shares ?? []);
};

/** Normative × people of days on which neither changes; `null` when the normative has no row for them (told to the context). */
const shareOf = (
  context: MonthContext,
  use: PremisesUse,
  record: NormativeRecord,
  { entry }: NormativeStretch,
  people: PeopleStretch,
  from: number,
  to: number,
): NormativeShare | null => {
  const { persons } = people;
  const { id, rooms } = use.facts.premises;
  const normative = persons === 0 ? '0' : normativeFor(entry, persons, rooms, context.monthOfYear);
  if (normative !== null) return { from, to, people, record, entry, normative };
  context.problems.push({
    code: 'no-normative',
    at: `premises ${id}`,
    value: record.code,
    facts: { persons: String(persons), rooms: String(rooms ?? '—') },
  });
  return null;
};

/** Gas by the components of its normative; the multiplier only where the premises must have a meter. */
const gasOn = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  piece: Piece,
  from: number,
  to: number,
  rule: VolumeRule,
  raises: boolean,
  sink: VolumeSink,
): void => {
  const gas = gasShares(context, use, terms, piece.stretch, { from, to }, () => peopleOn(context, use, from, to));
  if (gas === null || gas.shares.length === 0) return;
  const raised = raises && gasDuty(context, use.facts.premises, from);
  const cell = { terms, stretch: piece.stretch, row: piece.row, from, to };
  sink.gasNormative(cell, shownBasis(rule, raised), raised, gasVolume(context, gas), gas);
};

/** A basis of raising where nothing raises is a plain normative. */
export const shownBasis = (rule: VolumeRule, raised: boolean): VolumeBasis => {
  const basis = BASIS_OF[rule];
  return raised || !raises(rule) ? basis : 'normative';
};

/** Who counts on some days, by the policy of people that change inside a month. */
export const peopleOn = (context: MonthContext, use: PremisesUse, from: number, to: number): readonly PeopleStretch[] => {
  if (context.policies.residents !== 'firstDay') return use.peopleWithin(from, to, context.temporaryDays);
  const [first] = use.peopleWithin(context.from, context.from + 1, context.temporaryDays);
  return [{ ...(first as PeopleStretch), from, to }];
};
