import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { scaledSafe } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import type { HeatingResource } from '../model/record-parts';
import type { MeteredService } from '../model/services';
import type { Block } from './block';
import { onVolumeScale, run, scaleOf } from './column-run';
import { type PremisesMonth, premisesVolumes } from './common-known';
import { onShortScale } from './common-shares';
import { priceSlots } from './compute';
import type { HouseCharges } from './house-month';
import { OWN_PRODUCTION_FORMULAS } from './own-production-formulas';
import type { PricedMonth, PricedResource } from './prices';
import { isOwnVolume, resourceSpecs, Slot, type SlotSpec, stretchOf } from './slot';

/** Volume of a resource spent for heating water in the house, on the volume scale, and the act or meter that says so. */
export interface SpentResource {
  readonly volume: number;
  readonly source: string;
}

/** Hot water made in a house in a month: the water of its premises and what was spent for it. */
export interface OwnProduction {
  readonly water: PremisesMonth;
  readonly spent: Readonly<Partial<Record<HeatingResource, SpentResource>>>;
}

/** Does the house make its hot water on some day of the month? */
export const makesHotWater = ({ services }: PricedMonth): boolean =>
  services.some(({ service, stretches }) => service === 'hotWater' && stretches.some(({ made }) => made.length > 0));

const resourcesOf = (context: PricedMonth): readonly { readonly service: string; readonly resource: PricedResource }[] =>
  context.services
    .filter(({ service }) => service === 'hotWater')
    .flatMap(({ stretches }) => stretches.flatMap(({ record, made }) => made.map((resource) => ({ service: record.id, resource }))));

const isMade = (spec: SlotSpec): boolean => isOwnVolume(spec, 'hotWater') && stretchOf(spec).made.length > 0;

/** Is the volume of earlier months, found by a check or at a connection? It has its part of the resources and moves no house sum. */
const isOfThePast = ({ slotClass }: SlotSpec): boolean => slotClass === 'check' || slotClass === 'connection';

/** Own volumes of the hot water that was made in the house in the month. */
const madeWater = (facts: HouseFacts, charges: HouseCharges, takes: (spec: SlotSpec) => boolean): PremisesMonth => {
  const water = premisesVolumes(facts, charges, 'hotWater', takes);
  return { ...water, volume: Math.round(water.volume) };
};

/** Volumes spent for heating water, by resource; several acts of a month add up. */
const spentOf = (facts: HouseFacts, month: string): OwnProduction['spent'] => {
  const spent: Partial<Record<HeatingResource, SpentResource>> = {};
  for (const one of facts.common.volumes) {
    if (one.what !== 'forHotWater' || one.month !== month || one.resource === undefined) continue;
    const known = spent[one.resource];
    spent[one.resource] = {
      volume: (known?.volume ?? 0) + scaledSafe(one.volume, VOLUME_SCALE),
      source: known === undefined ? one.source : `${known.source}; ${one.source}`,
    };
  }
  return spent;
};

/**
 * What formula 20 takes from the house as a whole (ПП № 354, п. 54): hot water of all premises, and resources spent for it.
 *
 * @param charges volumes of the whole house by what was known when the month closed: later corrections do not move its sums (C24)
 * @returns `made-volume-missing` where a resource has neither a volume of the month nor a specific consumption, `made-incomplete` where
 * the water of some premises is not known
 */
export const ownProduction = (facts: HouseFacts, charges: HouseCharges): Result<OwnProduction, readonly BillingProblem[]> => {
  const { context, month } = charges;
  const problems: BillingProblem[] = [];
  const spent = spentOf(facts, month);
  const water = madeWater(facts, charges, (spec) => isMade(spec) && !isOfThePast(spec));
  for (const { service, resource } of resourcesOf(context)) {
    const at = `service ${service}`;
    if (spent[resource.resource] !== undefined) {
      if (water.missing.length > 0)
        problems.push({ code: 'made-incomplete', at, value: resource.resource, facts: { premises: water.missing.join(', ') } });
    } else if (resource.normative === null) problems.push({ code: 'made-volume-missing', at, value: resource.resource, facts: { month } });
  }
  return problems.length > 0 ? err(problems) : ok({ water, spent });
};

/** The lines with those of the resources after each line of hot water that was made in the house. */
export const withResources = (block: Block, slots: readonly Slot[], made: OwnProduction): readonly Slot[] =>
  slots.flatMap((water) => [water, ...priceSlots(block, resourceSlots(block, water, made))]);

const resourceSlots = (block: Block, water: Slot, made: OwnProduction): readonly Slot[] =>
  resourceSpecs(water.spec).map((spec) => {
    const slot = new Slot(spec, block.rows, block.arena, water);
    fillResource(block, slot, water, spec.resource, made);
    return slot;
  });

const fillResource = ({ context }: Block, slot: Slot, water: Slot, { resource, normative }: PricedResource, made: OwnProduction): void => {
  const { count, volume } = slot;
  const { share, byNormative } = OWN_PRODUCTION_FORMULAS[resource];
  const spent = made.spent[resource];
  const digits = context.volumeDigits;
  if (spent === undefined) {
    if (normative !== null) run(byNormative, { q: normative.int, Vi: water.volume }, count, volume, scaleOf('q', normative.scale), digits);
  } else if (made.water.volume > 0) {
    const { int, scale } = onShortScale(spent.volume);
    run(share, { Vv: int, Vi: water.volume, ΣV: made.water.volume }, count, volume, scaleOf('Vv', scale), digits);
  }
  onVolumeScale(volume, count, digits);
};

/**
 * What making hot water took of a resource of the house: the house balance subtracts it, since it is charged with the hot water (формулы 11, 12).
 * Cold water: the hot water of the premises; electricity: what was spent for heating.
 */
export const usedForHotWater = (
  facts: HouseFacts,
  charges: HouseCharges,
  service: MeteredService,
): { readonly volume: number; readonly missing: readonly string[] } => {
  if ((service !== 'coldWater' && service !== 'electricity') || !makesHotWater(charges.context)) return NOTHING_USED;
  if (service === 'coldWater') return madeWater(facts, charges, isMade);
  const stated = spentOf(facts, charges.month).electricity;
  if (stated !== undefined) return { volume: stated.volume, missing: [] };
  let volume = 0;
  for (const { spec, count, volume: column } of charges.slots)
    if (spec.component === 'electricity') for (let place = 0; place < count; place += 1) volume += column[place] as number;
  return { volume, missing: [] };
};

const NOTHING_USED = { volume: 0, missing: [] } as const;
