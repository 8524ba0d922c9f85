import { overlaps } from '../kernel/interval';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import type { PremisesRecord } from './records';
import type { SharingRule } from './room-fields';

/** Rooms lie in flats of their house, carry only meters that the law knows, and are billed instead of the flat, never beside it. */
export const checkRooms = (groups: Groups, problems: AssemblyProblem[]): void => {
  const flats = new Map<string, PremisesRecord[]>();
  for (const room of groups.premises.values()) {
    if (room.sharing !== undefined && !flats.has(room.id)) flats.set(room.id, []);
    if (room.within === undefined) continue;
    const flat = groups.premises.get(room.within);
    if (flat === undefined) problems.push({ code: 'unknown-reference', at: at(room), value: room.within, facts: { refersTo: 'premises' } });
    else if (flat.house !== room.house || flat.within !== undefined || flat.type !== 'dwelling' || room.type !== 'dwelling')
      problems.push({ code: 'room-not-in-flat', at: at(room), value: flat.id });
    else flats.set(flat.id, [...(flats.get(flat.id) ?? []), room]);
  }
  for (const [id, rooms] of flats) {
    const flat = groups.premises.get(id) as PremisesRecord;
    for (const one of rooms.length === 0 ? [] : [flat, ...rooms])
      if (one.landUses !== undefined)
        problems.push({
          code: 'service-field-misplaced',
          at: at(one),
          value: 'landUses',
          facts: { service: one === flat ? 'communal flat' : 'room' },
        });
    for (const room of rooms) checkRoom(flat, room, groups, problems);
    checkResidents(flat, rooms, groups, problems);
    for (const [index, rule] of (flat.sharing ?? []).entries()) {
      checkShares(flat, rule, rooms, problems);
      if (flat.sharing?.slice(0, index).some((other) => other.service === rule.service && shareMonth(other, rule)))
        problems.push({ code: 'series-overlap', at: `${at(flat)} sharing`, value: rule.service });
    }
  }
};

const checkRoom = (flat: PremisesRecord, room: PremisesRecord, groups: Groups, problems: AssemblyProblem[]): void => {
  for (const meter of groups.metersOf.get(room.id) ?? []) {
    const own = flat.sharing?.some((rule) => rule.service === meter.service && rule.by === 'own') === true;
    if (meter.service !== 'electricity' && !own)
      problems.push({ code: 'room-meter-service', at: at(meter), value: meter.service, facts: { flat: flat.id } });
  }
  for (const account of groups.accounts.get(room.id) ?? []) {
    const other = groups.accounts.get(flat.id)?.find((one) => overlaps(one, account));
    if (other !== undefined)
      problems.push({ code: 'flat-and-room-accounts', at: at(account), value: account.number, facts: { other: other.number } });
  }
};

/** While rooms are billed, people live in rooms: nobody would pay for somebody of the flat alone. */
const checkResidents = (flat: PremisesRecord, rooms: readonly PremisesRecord[], groups: Groups, problems: AssemblyProblem[]): void => {
  for (const resident of groups.residents.get(flat.id) ?? []) {
    const room = rooms.find(({ id }) => groups.accounts.get(id)?.some((account) => overlaps(account, resident)));
    if (room !== undefined) problems.push({ code: 'resident-of-flat', at: at(resident), value: resident.person, facts: { room: room.id } });
  }
};

/** An agreement names every room of the flat once, and gives something. */
const checkShares = (flat: PremisesRecord, rule: SharingRule, rooms: readonly PremisesRecord[], problems: AssemblyProblem[]): void => {
  const named = rule.shares.map(({ premises }) => premises).sort();
  const wanted = rule.by === 'agreement' ? rooms.map(({ id }) => id).sort() : [];
  const given = rule.by !== 'agreement' || rule.shares.some(({ part }) => part > 0);
  if (rooms.length === 0 || !given || named.join(' ') !== wanted.join(' '))
    problems.push({
      code: 'sharing-shares',
      at: `${at(flat)} sharing`,
      value: rule.service,
      facts: { rooms: rooms.map(({ id }) => id).join(', ') || '—' },
    });
};

const shareMonth = (a: SharingRule, b: SharingRule): boolean => (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
