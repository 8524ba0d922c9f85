import { serial } from '../kernel/calendar';
import type { PremisesFacts } from '../model/facts';
import type { ResidentRecord } from '../model/records';

/** People on some days: `[from, to)` as serial days. */
export interface PeopleStretch {
  readonly from: number;
  readonly to: number;
  readonly persons: number;
  /** Nobody lived here on these days, so the owners count (ПП № 354, п. 56(2)). */
  readonly owners: boolean;
  /** A communal flat: how many of them are owners of rooms where nobody lives. */
  readonly ofOwners?: number;
}

/** The owners of a premises where nobody lives are not known. */
export const OWNERS_MISSING = -1;

/**
 * Who counts on each day of `[from, to)`: permanent residents and temporary ones who stay longer than `temporaryDays` in a row; on days
 * without residents, the owners. Neighbouring days with the same people are one stretch.
 */
export const peopleWithin = (premises: PremisesFacts, from: number, to: number, temporaryDays: number): readonly PeopleStretch[] => {
  const { residents } = premises;
  const constant = constantPeople(premises, from, to, temporaryDays);
  if (constant >= 0) return [stretchOf(from, to, constant, premises)];
  const cuts = [from, to];
  const living: { from: number; to: number }[] = [];
  for (let i = 0; i < residents.length; i += 1) {
    const days = stayOf(residents, i, temporaryDays);
    if (days === null || days.to <= from || days.from >= to) continue;
    living.push(days);
    if (days.from > from) cuts.push(days.from);
    if (days.to < to) cuts.push(days.to);
  }
  const { owners } = premises.premises;
  if (owners.length > 1) {
    for (const entry of owners) {
      const day = serial(entry.from);
      if (day > from && day < to) cuts.push(day);
    }
  }
  if (cuts.length === 2) return [stretchOf(from, to, living.length, premises)];
  cuts.sort((a, b) => a - b);
  const stretches: PeopleStretch[] = [];
  for (let i = 1; i < cuts.length; i += 1) {
    const [start, end] = [cuts[i - 1] as number, cuts[i] as number];
    if (start === end) continue;
    let persons = 0;
    for (const days of living) if (days.from <= start && days.to >= end) persons += 1;
    const stretch = stretchOf(start, end, persons, premises);
    const before = stretches[stretches.length - 1];
    if (before !== undefined && before.persons === stretch.persons && before.owners === stretch.owners)
      stretches[stretches.length - 1] = { ...before, to: end };
    else stretches.push(stretch);
  }
  return stretches;
};

/** How many people live here if that does not change on the days; −1 when it may. */
const constantPeople = ({ residents, premises }: PremisesFacts, from: number, to: number, temporaryDays: number): number => {
  if (premises.owners.length > 1) return -1;
  let persons = 0;
  for (let i = 0; i < residents.length; i += 1) {
    const { from: came, to: left, stay } = residents[i] as ResidentRecord;
    const first = serial(came);
    const end = left === null ? Number.POSITIVE_INFINITY : serial(left);
    if (end <= from || first >= to) continue;
    if (first > from || end < to || (stay === 'temporary' && !(end - first > temporaryDays))) return -1;
    persons += 1;
  }
  return persons;
};

/**
 * Days a resident counts, or `null` when a temporary stay is too short. The day of moving out does not count. Stays of one person that follow
 * one another without a break are one stay.
 */
export const stayOf = (residents: readonly ResidentRecord[], index: number, temporaryDays: number): { from: number; to: number } | null => {
  const resident = residents[index] as ResidentRecord;
  const from = serial(resident.from);
  const to = resident.to === null ? Number.POSITIVE_INFINITY : serial(resident.to);
  if (resident.stay !== 'temporary' || to - from > temporaryDays) return { from, to };
  let first = index;
  while (first > 0 && follows(residents[first - 1] as ResidentRecord, residents[first] as ResidentRecord)) first -= 1;
  let last = index;
  while (last + 1 < residents.length && follows(residents[last] as ResidentRecord, residents[last + 1] as ResidentRecord)) last += 1;
  const end = (residents[last] as ResidentRecord).to;
  const whole = end === null ? Number.POSITIVE_INFINITY : serial(end) - serial((residents[first] as ResidentRecord).from);
  return whole > temporaryDays ? { from, to } : null;
};

const follows = (before: ResidentRecord, after: ResidentRecord): boolean => before.person === after.person && before.to === after.from;

const stretchOf = (from: number, to: number, persons: number, premises: PremisesFacts): PeopleStretch =>
  persons > 0 ? { from, to, persons, owners: false } : { from, to, persons: ownersOn(premises, from), owners: true };

const ownersOn = (premises: PremisesFacts, day: number): number => {
  const { owners } = premises.premises;
  const only = owners[0];
  if (only !== undefined && owners.length === 1) return serial(only.from) <= day ? only.count : OWNERS_MISSING;
  let count = OWNERS_MISSING;
  for (const entry of [...owners].sort((a, b) => (a.from < b.from ? -1 : 1))) if (serial(entry.from) <= day) count = entry.count;
  return count;
};
