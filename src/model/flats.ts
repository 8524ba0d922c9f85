import type { Month } from '../kernel/calendar';
import { imageOf } from './draw-image';
import type { HouseFacts, PremisesFacts } from './facts';
import type { PremisesRecord } from './records';
import type { SharingRule } from './room-fields';
import type { ServiceCode } from './services';

/** A communal flat («коммунальная квартира»), a section of a hostel, or premises behind one shared meter: indices in the house's premises. */
export interface Flat {
  readonly index: number;
  /** In order of their ids. */
  readonly rooms: readonly number[];
}

/** The premises of a house that are not billed each on its own. */
export interface Flats {
  /** The flat of each of its members: of the flat itself and of its rooms. */
  readonly of: ReadonlyMap<number, Flat>;
  /** Premises whose utilities are paid to the operator of a hostel. */
  readonly unbilled: ReadonlySet<number>;
}

const cache = new WeakMap<HouseFacts, Flats | null>();

/** The communal flats of a house; `null` for a house where every premises stands alone. Kept with the facts, which never change. */
export const flatsOf = (facts: HouseFacts): Flats | null => {
  let found = cache.get(facts);
  if (found === undefined) {
    found = imageOf(facts.premises).divided ? findFlats(facts.premises) : null;
    cache.set(facts, found);
  }
  return found;
};

const findFlats = (premises: readonly PremisesFacts[]): Flats | null => {
  const rooms = new Map<string, number[]>();
  const unbilled = new Set<number>();
  for (let i = 0; i < premises.length; i += 1) {
    const { within, hostel } = (premises[i] as PremisesFacts).premises;
    if (hostel === 'operator') unbilled.add(i);
    if (within === undefined) continue;
    const known = rooms.get(within);
    if (known === undefined) rooms.set(within, [i]);
    else known.push(i);
  }
  if (rooms.size === 0 && unbilled.size === 0) return null;
  const of = new Map<number, Flat>();
  for (const [index, { premises: record }] of premises.entries()) {
    const own = rooms.get(record.id);
    if (own === undefined) continue;
    const flat = { index, rooms: own };
    for (const member of [index, ...own]) of.set(member, flat);
  }
  return { of, unbilled };
};

/** The rule by which a flat divides a service in a month; `undefined` when it is the law's own, by residents. */
export const sharingRule = (flat: PremisesRecord, service: ServiceCode, month: Month): SharingRule | undefined =>
  flat.sharing?.find((rule) => rule.service === service && rule.from <= month && (rule.to === null || month < rule.to));
