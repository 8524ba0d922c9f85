import { countsItself } from '../model/services';
import { contextFor } from './gas-terms';
import { landPlots } from './land-plot';
import type { MonthContext } from './month-context';
import type { Holder } from './piece';
import type { PlainMonth } from './plain-month';
import type { PremisesUse } from './premises-use';
import { serviceMonth } from './service-month';
import { shortMonth } from './short-way';
import type { VolumeSink } from './sink';

/** Find the volumes of every metered service of a premises and hand them to the sink; problems go to the context. */
export const premisesMonth = (context: MonthContext, use: PremisesUse, holders: readonly Holder[], sink: VolumeSink): void => {
  const plots = use.facts.premises.landUses !== undefined;
  for (const terms of context.services) {
    if (!countsItself(terms.service)) continue;
    if (plots) landPlots(context, use, terms, holders, sink);
    serviceMonth(contextFor(context, terms, use.nonResidential), use, terms, holders, sink);
  }
};

/** The same for a plain premises: each service the short way, where it takes it. */
export const plainPremisesMonth = (context: MonthContext, month: PlainMonth, sink: VolumeSink): void => {
  const { premises } = month;
  const services = month.termsFor(premises.nonResidential);
  for (let i = 0; i < services.length; i += 1) {
    const { plain, own, terms } = services[i] as (typeof services)[number];
    if (premises.hasPlots) landPlots(context, premises.use, terms, premises.holders, sink);
    if (plain !== null && shortMonth(plain, premises, sink)) continue;
    serviceMonth(own, premises.use, terms, premises.holders, sink);
  }
};
