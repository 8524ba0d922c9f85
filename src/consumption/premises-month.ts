import { countsItself } from '../model/services';
import { contextFor } from './gas-terms';
import { landPlots } from './land-plot';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import type { PlainSweep } from './plain-sweep';
import type { PremisesUse } from './premises-use';
import { serviceMonth } from './service-month';
import { shortMonth } from './short-way';
import type { VolumeSink } from './sink';

/**
 * Find the volumes of every metered service of a premises and hand them to the sink; problems go to the context.
 *
 * @param sweep plain meters of the house in the month; `null`: everything goes the long way
 */
export const premisesMonth = (
  context: MonthContext,
  use: PremisesUse,
  holders: readonly Holder[],
  sink: VolumeSink,
  sweep: PlainSweep | null,
): void => {
  const { services } = context;
  const short = sweep !== null && isPlain(context, use, holders, sweep) ? sweep : null;
  const plots = use.facts.premises.landUses !== undefined;
  for (let i = 0; i < services.length; i += 1) {
    const terms = services[i] as ServiceTerms;
    if (!countsItself(terms.service)) continue;
    if (plots) landPlots(context, use, terms, holders, sink);
    const own = contextFor(context, terms, use.nonResidential);
    if (short !== null && isWhole(context, terms) && shortMonth(own, use, terms, holders, sink, short)) continue;
    serviceMonth(own, use, terms, holders, sink);
  }
};

/** A month as it closed and no policy that looks back: what the short way needs of the house. */
export const sweeps = (context: MonthContext, sink: VolumeSink): boolean =>
  !sink.tells && context.through === context.number && context.policies.lateReading !== 'carry';

/** One holder all month, and premises that only their meters speak of: what the short way needs of them. */
export const isPlain = (context: MonthContext, use: PremisesUse, holders: readonly Holder[], sweep: PlainSweep): boolean => {
  if (holders.length !== 1 || !sweep.isOwn(use.index)) return false;
  const { from, to } = holders[0] as Holder;
  return from === context.from && to === context.to;
};

/** The terms of the service do not change inside the month. */
export const isWhole = (context: MonthContext, { stretches }: ServiceTerms): boolean => {
  const [only] = stretches;
  return only !== undefined && stretches.length === 1 && only.from === context.from && only.to === context.to;
};
