import { VOLUME_SCALE } from '../consumption/formulas';
import type { PremisesUse } from '../consumption/premises-use';
import { COMMON_FORMULAS } from '../house/formulas';
import { largestSize } from '../kernel/columns';
import type { HouseFacts } from '../model/facts';
import type { MeteredService } from '../model/services';
import { kernelOf } from '../norms/formula';
import type { Block } from './block';
import { commonSpec, onShortScale } from './common-shares';
import type { HouseCharges } from './house-month';
import { usesOf } from './premises-uses';
import { isOwnVolume, Slot } from './slot';

/** People of the dwellings of a house by row, in person-days; a dwelling where nobody lives counts its owners, if they are known. */
export const peopleDays = (facts: HouseFacts, { rows, context }: HouseCharges): Float64Array => {
  const days = new Float64Array(rows.length);
  const uses = usesOf(facts);
  for (const { row, premises, premisesIndex, from, to } of rows) {
    if (premises.premises.type === 'nonResidential') continue;
    for (const people of (uses[premisesIndex] as PremisesUse).peopleWithin(from, to, context.temporaryDays))
      days[row] = (days[row] as number) + Math.max(0, people.persons) * (people.to - people.from);
  }
  return days;
};

/** Own volumes of a resource by row. */
export const ownVolumes = ({ rows, slots }: HouseCharges, service: MeteredService): Float64Array => {
  const volumes = new Float64Array(rows.length);
  for (const slot of slots) {
    if (!isOwnVolume(slot.spec, service)) continue;
    for (let place = 0; place < slot.count; place += 1) {
      const row = slot.rowAt[place] as number;
      volumes[row] = (volumes[row] as number) + (slot.volume[place] as number);
    }
  }
  return volumes;
};

/**
 * Premises took more than the house (ПП № 354, п. 46–47; C34): dwellings get the surplus back by their people, each at most its own volume of the
 * month, on a negative line at the price of the service itself. The rest is lost.
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
  const slot = new Slot(commonSpec(terms, terms.stretches.length - 1), block.rows, block.arena);
  const days = slot.column('persons');
  for (let row = 0; row < people.length; row += 1)
    if ((people[row] as number) > 0 && (own[row] as number) > 0) days[slot.mark(row, 'commonSurplus')] = people[row] as number;
  if (slot.count === 0) return [];
  const { int, scale } = onShortScale(surplus);
  const { volumeDigits } = block.context;
  const share = COMMON_FORMULAS[terms.unit === 'kWh' ? 'kWh' : 'm3'].surplusShare as (typeof COMMON_FORMULAS)['m3']['surplusShare'];
  kernelOf(share, { V: scale }, volumeDigits).run(
    { V: int, n: days, Nд: all },
    { n: largestSize(days, slot.count) },
    slot.count,
    slot.volume,
  );
  const up = 10 ** (VOLUME_SCALE - volumeDigits);
  for (let place = 0; place < slot.count; place += 1) {
    const part = (slot.volume[place] as number) * up;
    slot.volume[place] = 0 - Math.min(part, own[slot.rowAt[place] as number] as number);
  }
  return [slot];
};
