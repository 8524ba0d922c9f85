import type { PremisesUse } from '../consumption/premises-use';
import { COMMON_FORMULAS } from '../house/formulas';
import type { HouseFacts } from '../model/facts';
import type { MeteredService } from '../model/services';
import type { Block } from './block';
import { onVolumeScale, run, scaleOf } from './column-run';
import { countedVolume } from './common-known';
import { onShortScale } from './common-shares';
import type { HouseCharges } from './house-month';
import { usesOf } from './premises-uses';
import { groupNames } from './price-sets';
import { isOwnVolume, Slot, slotSpec } from './slot';
import { groupOf } from './tariff-group';

/** People of the dwellings of a house by row, in person-days; a dwelling where nobody lives counts its owners, if they are known. */
export const peopleDays = (facts: HouseFacts, { rows, holders, context }: HouseCharges): Float64Array => {
  const days = new Float64Array(rows.length);
  const uses = usesOf(facts);
  for (const { row, premises, premisesIndex, from, to } of holders) {
    if (premises.premises.type === 'nonResidential') continue;
    for (const people of (uses[premisesIndex] as PremisesUse).peopleWithin(from, to, context.temporaryDays))
      days[row] = (days[row] as number) + Math.max(0, people.persons) * (people.to - people.from);
  }
  return days;
};

/** Own volumes of a resource by row, as the balance of the house counts them. */
export const ownVolumes = ({ rows, slots, context }: HouseCharges, service: MeteredService): Float64Array => {
  const volumes = new Float64Array(rows.length);
  for (const slot of slots) {
    if (!isOwnVolume(slot.spec, service)) continue;
    for (let place = 0; place < slot.count; place += 1) {
      const row = slot.rowAt[place] as number;
      volumes[row] = (volumes[row] as number) + countedVolume(slot, place, context);
    }
  }
  return volumes;
};

/**
 * Premises took more than the house (ПП № 354, п. 46–47; C34): dwellings get the surplus back by their people, each at most its own volume of the
 * month, on a negative line at the price that the account's group pays for the service; of zones, at the single one. The rest is lost.
 */
export const surplusSlots = (
  facts: HouseFacts,
  block: Block,
  charges: HouseCharges,
  service: MeteredService,
  surplus: number,
): readonly Slot[] => {
  const terms = block.context.services.find((one) => one.service === service);
  if (terms === undefined) return [];
  const people = peopleDays(facts, charges);
  const own = ownVolumes(charges, service);
  let all = 0;
  for (const days of people) all += days;
  const names = groupNames(facts);
  const slots = new Map<number, Slot>();
  for (const account of charges.holders) {
    const { row } = account;
    if ((people[row] as number) <= 0 || (own[row] as number) <= 0) continue;
    const group = groupOf(account, names);
    let slot = slots.get(group);
    if (slot === undefined) {
      slot = new Slot({ ...slotSpec(terms, terms.stretches.length - 1, 'T0', 'metered', group), common: true }, block.rows, block.arena);
      slots.set(group, slot);
    }
    slot.column('persons')[slot.mark(row, 'commonSurplus')] = people[row] as number;
  }
  const { int, scale } = onShortScale(surplus);
  const { volumeDigits } = block.context;
  const share = COMMON_FORMULAS[terms.unit === 'kWh' ? 'kWh' : 'm3'].surplusShare as (typeof COMMON_FORMULAS)['m3']['surplusShare'];
  for (const slot of slots.values()) {
    run(share, { V: int, n: slot.column('persons'), Nд: all }, slot.count, slot.volume, scaleOf('V', scale), volumeDigits);
    onVolumeScale(slot.volume, slot.count, volumeDigits);
    for (let place = 0; place < slot.count; place += 1)
      slot.volume[place] = 0 - Math.min(slot.volume[place] as number, own[slot.rowAt[place] as number] as number);
  }
  return [...slots.values()];
};
