import { type PricedZone, pricedZone } from '../model/services';
import { followsWater } from './follows-water';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import type { PremisesUse } from './premises-use';
import { type RegularMonth, regularMeter, regularMonth } from './regular-history';
import { serviceMonth } from './service-month';
import type { VolumeSink } from './sink';

/** Find the volumes of every metered service of a premises and hand them to the sink; problems go to the context. */
export const premisesMonth = (context: MonthContext, use: PremisesUse, holders: readonly Holder[], sink: VolumeSink): void => {
  const { services } = context;
  const short = !sink.tells && isPlain(context, use, holders);
  for (let i = 0; i < services.length; i += 1) {
    const terms = services[i] as ServiceTerms;
    if (terms.unit === 'm2-month') continue;
    if (short && terms.stretches.length === 1 && quick(context, use, terms, (holders[0] as Holder).row, sink)) continue;
    serviceMonth(context, use, terms, holders, sink);
  }
};

/** One holder all month, nobody else bills a service here, and no policy that looks back: what the short cut needs. */
const isPlain = (context: MonthContext, use: PremisesUse, holders: readonly Holder[]): boolean => {
  if (holders.length !== 1 || context.through !== context.number || context.policies.lateReading === 'carry') return false;
  const { from, to } = holders[0] as Holder;
  return from === context.from && to === context.to && use.facts.premises.directContracts.length === 0 && use.facts.acts.length === 0;
};

/**
 * The short cut of the month run for a plain premises under one stretch of terms: meters that are fit all month and were read regularly, and
 * sewerage that follows its waters. It gives the sink what the long way would; a test holds the two together.
 */
const quick = (context: MonthContext, use: PremisesUse, terms: ServiceTerms, row: number, sink: VolumeSink): boolean => {
  const { points } = use.facts;
  let registers = 0;
  for (let p = 0; p < points.length; p += 1) {
    const point = points[p] as (typeof points)[number];
    if (point.service !== terms.service) continue;
    const meter = regularMeter(point.meters, context);
    if (meter === null) return false;
    for (let r = 0; r < meter.registers.length; r += 1) {
      FOUND[registers] ??= { zone: 'T0', now: 0, before: 0, taken: 0 };
      const found = FOUND[registers] as (typeof FOUND)[number];
      const register = meter.registers[r] as (typeof meter.registers)[number];
      if (!regularMonth(register, meter.meter, context.number, use.cutoffDay, found)) return false;
      found.zone = pricedZone(register.zone, meter.registers.length);
      registers += 1;
    }
  }
  for (let r = 0; r < registers; r += 1) {
    const found = FOUND[r] as (typeof FOUND)[number];
    sink.regular(terms, 0, row, found.zone, found.now, found.before, found.taken);
  }
  if (registers > 0) return true;
  if (terms.service !== 'sewerage' || !followsWater(context, use, terms)) return false;
  for (let p = 0; p < points.length; p += 1) if ((points[p] as (typeof points)[number]).service === 'sewerage') return false;
  sink.fromWater(terms, row, null);
  return true;
};

/** Room for what the short cut finds; used again and again, for a month run makes nothing per reading. */
const FOUND: (RegularMonth & { zone: PricedZone })[] = [];
