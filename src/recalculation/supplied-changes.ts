import type { ActsOf } from '../charges/common-history';
import { suppliedMonth } from '../charges/common-known';
import { pricedMonth } from '../charges/priced-month';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber, monthsThrough } from '../kernel/calendar';
import { decimalText, scaledSafe } from '../kernel/gate';
import { ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import type { MeteredService } from '../model/services';
import { causesOf, type Touched } from './touched';

/** Changes of what the house took in earlier months, by resource. */
export type SuppliedChanges = ReadonlyMap<MeteredService, NonNullable<HouseAct['suppliedChanges']>>;

/**
 * What a house is known to have taken in closed months more (or less) than their acts say, because its meter was read or its volume stated late. The acts and the
 * shares of those months stay; the difference enters the balance of the month that posts it, as later changes of premises do (C18).
 *
 * @param acts acts of earlier months as they were charged
 */
export const suppliedChanges = (
  facts: HouseFacts,
  month: Month,
  touched: readonly Touched[],
  acts: ActsOf,
): Result<SuppliedChanges, readonly BillingProblem[]> => {
  const found = new Map<MeteredService, NonNullable<HouseAct['suppliedChanges']>[number][]>();
  for (const number of causesOf(touched, 'common').keys()) {
    const earlier = monthFromNumber(number);
    const then = acts(earlier);
    if (then === undefined || then.length === 0) continue;
    const context = pricedMonth(facts, earlier);
    if (!context.ok) return context;
    for (const { service, supplied } of then) {
      const now = suppliedMonth(facts, context.value, service).volume;
      if (supplied === null || now === null) continue;
      const difference = now - scaledSafe(supplied, VOLUME_SCALE) - postedSince(acts, earlier, month, service);
      if (difference === 0) continue;
      const own = found.get(service) ?? [];
      found.set(service, [...own, { month: earlier, volume: decimalText(difference, VOLUME_SCALE) }]);
    }
  }
  return ok(found);
};

/** What acts after a month have posted of it already. */
const postedSince = (acts: ActsOf, of: Month, before: Month, service: MeteredService): number =>
  monthsThrough(monthNumber(of) + 1, monthNumber(before) - 1)
    .flatMap((number) => acts(monthFromNumber(number)) ?? [])
    .filter((act) => act.service === service)
    .flatMap((act) => act.suppliedChanges ?? [])
    .reduce((sum, one) => (one.month === of ? sum + scaledSafe(one.volume, VOLUME_SCALE) : sum), 0);

/** Volumes posted of earlier months with the changes of what the house took: what it took more was not posted of premises. */
export const postedWith = (posted: ReadonlyMap<string, number>, changes: SuppliedChanges): ReadonlyMap<string, number> => {
  if (changes.size === 0) return posted;
  const sums = new Map(posted);
  for (const [service, list] of changes)
    sums.set(
      service,
      list.reduce((sum, { volume }) => sum - scaledSafe(volume, VOLUME_SCALE), sums.get(service) ?? 0),
    );
  return sums;
};
