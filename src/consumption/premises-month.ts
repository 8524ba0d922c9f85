import { countsItself } from '../model/services';
import { contextFor } from './gas-terms';
import { landPlots } from './land-plot';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import type { PremisesUse } from './premises-use';
import { serviceMonth } from './service-month';
import { shortMonth } from './short-way';
import type { VolumeSink } from './sink';

/** Find the volumes of every metered service of a premises and hand them to the sink; problems go to the context. */
export const premisesMonth = (context: MonthContext, use: PremisesUse, holders: readonly Holder[], sink: VolumeSink): void => {
  const { services } = context;
  const short = !sink.tells && isPlain(context, use, holders);
  const plots = use.facts.premises.landUses !== undefined;
  for (let i = 0; i < services.length; i += 1) {
    const terms = services[i] as ServiceTerms;
    if (!countsItself(terms.service)) continue;
    if (plots) landPlots(context, use, terms, holders, sink);
    const own = contextFor(context, terms, use.nonResidential);
    if (short && isWhole(context, terms) && shortMonth(own, use, terms, holders, sink)) continue;
    serviceMonth(own, use, terms, holders, sink);
  }
};

/** One holder all month, nobody else bills a service here, and no policy that looks back: what the short way needs. */
export const isPlain = (context: MonthContext, use: PremisesUse, holders: readonly Holder[]): boolean => {
  if (holders.length !== 1 || use.judges || context.through !== context.number || context.policies.lateReading === 'carry') return false;
  const { from, to } = holders[0] as Holder;
  return from === context.from && to === context.to && use.facts.premises.directContracts.length === 0 && use.facts.acts.length === 0;
};

/** The terms of the service do not change inside the month. */
export const isWhole = (context: MonthContext, { stretches }: ServiceTerms): boolean => {
  const [only] = stretches;
  return only !== undefined && stretches.length === 1 && only.from === context.from && only.to === context.to;
};
