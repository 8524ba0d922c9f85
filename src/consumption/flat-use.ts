import { serial } from '../kernel/calendar';
import type { PremisesFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { type HouseLives, PremisesUse } from './premises-use';
import { OWNERS_MISSING, type PeopleStretch, peopleWithin } from './residents';

/**
 * A communal flat with its rooms. While it has an account of its own it is a flat like others, and everybody in its rooms lives in it; otherwise
 * its people are those of the rooms, and "nobody lives" is asked of each room for each day.
 */
export class FlatUse extends PremisesUse {
  constructor(
    index: number,
    facts: PremisesFacts,
    house: HouseLives,
    readonly rooms: readonly PremisesUse[],
  ) {
    super(index, withRooms(facts, rooms), house);
  }

  override peopleWithin(from: number, to: number, temporaryDays: number): readonly PeopleStretch[] {
    const own = peopleWithin(this.facts, from, to, temporaryDays);
    const rooms = this.rooms.map((room) => room.peopleWithin(from, to, temporaryDays));
    const accounts = this.facts.accounts.map((account) => ({
      from: serial(account.from),
      to: account.to === null ? Number.POSITIVE_INFINITY : serial(account.to),
    }));
    const cuts = [from, to, ...[own, ...rooms, accounts].flatMap((list) => list.flatMap((one) => [one.from, one.to]))];
    const days = [...new Set(cuts.filter((day) => day >= from && day <= to))].sort((a, b) => a - b);
    const out: PeopleStretch[] = [];
    for (const [index, start] of days.slice(0, -1).entries()) {
      const end = days[index + 1] as number;
      const there = rooms.map((list) => on(list, start));
      const held = accounts.some((account) => account.from <= start && start < account.to);
      const now = { from: start, to: end, ...(held ? asOneFlat(on(own, start), there) : asRooms(there)) };
      const before = out[out.length - 1];
      if (before !== undefined && before.persons === now.persons && before.owners === now.owners && before.ofOwners === now.ofOwners)
        out[out.length - 1] = { ...before, to: end };
      else out.push(now);
    }
    return out;
  }

  /** Rooms have meters of water only where the water is not shared: then sewerage follows them. */
  override everMetered(service: ServiceCode, last: string): boolean {
    if (super.everMetered(service, last)) return true;
    return (service === 'coldWater' || service === 'hotWater') && this.rooms.some((room) => room.everMetered(service, last));
  }
}

/** The flat has as many rooms as its premises say, when it does not say itself. */
const withRooms = (facts: PremisesFacts, rooms: readonly PremisesUse[]): PremisesFacts => {
  if (facts.premises.rooms !== undefined || rooms.length === 0) return facts;
  const count = rooms.reduce((sum, room) => sum + (room.facts.premises.rooms ?? 1), 0);
  return { ...facts, premises: { ...facts.premises, rooms: count } };
};

const on = (stretches: readonly PeopleStretch[], day: number): PeopleStretch =>
  stretches.find((one) => one.from <= day && day < one.to) as PeopleStretch;

type Count = Pick<PeopleStretch, 'persons' | 'owners' | 'ofOwners'>;

const ownersOf = (rooms: readonly PeopleStretch[]): number =>
  rooms.some(({ persons }) => persons === OWNERS_MISSING) ? OWNERS_MISSING : rooms.reduce((sum, { persons }) => sum + persons, 0);

const asOneFlat = (own: PeopleStretch, rooms: readonly PeopleStretch[]): Count => {
  const living = [own, ...rooms].reduce((sum, { owners, persons }) => (owners ? sum : sum + persons), 0);
  if (living > 0) return { persons: living, owners: false };
  return { persons: own.persons === OWNERS_MISSING ? ownersOf(rooms) : own.persons, owners: true };
};

const asRooms = (rooms: readonly PeopleStretch[]): Count => {
  const persons = ownersOf(rooms);
  if (rooms.every(({ owners }) => owners)) return { persons, owners: true };
  const ofOwners = rooms.reduce((sum, { owners, persons: count }) => (owners ? sum + count : sum), 0);
  return { persons, owners: false, ...(ofOwners > 0 ? { ofOwners } : {}) };
};
