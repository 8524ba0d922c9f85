import type { HouseImage } from '../model/house-image';
import { countsItself, type MeteredService } from '../model/services';
import { contextFor } from './gas-terms';
import type { MonthContext, ServiceTerms } from './month-context';
import type { Holder } from './piece';
import { type HouseUses, PlainPremises } from './plain-premises';
import { PlainTerms } from './plain-terms';
import type { VolumeSink } from './sink';

/** A service of plain premises in a month. */
export interface PlainService {
  readonly terms: ServiceTerms;
  /** The month as the rules of the service see it. */
  readonly own: MonthContext;
  /** `null`: its terms change inside the month, so it goes the long way. */
  readonly plain: PlainTerms | null;
}

/** What the short way of a house-month has in common: a premises to go to, and the services of dwellings and of other premises. */
export class PlainMonth {
  readonly premises: PlainPremises;
  private readonly dwelling: readonly PlainService[];
  private others: readonly PlainService[] | null = null;

  constructor(
    private readonly context: MonthContext,
    image: HouseImage,
    private readonly uses: HouseUses,
  ) {
    this.premises = new PlainPremises(image, uses, context);
    this.dwelling = this.services(false);
  }

  /** Go to a premises; false when it is not a plain one. */
  goTo(index: number, holders: readonly Holder[]): boolean {
    this.premises.goTo(index, holders);
    return this.premises.isPlain;
  }

  /** Services of premises of a kind. */
  termsFor(nonResidential: boolean): readonly PlainService[] {
    if (!nonResidential) return this.dwelling;
    this.others ??= this.services(true);
    return this.others;
  }

  private services(nonResidential: boolean): readonly PlainService[] {
    const { context, uses } = this;
    const services: PlainService[] = [];
    for (const terms of context.services) {
      if (!countsItself(terms.service)) continue;
      const own = contextFor(context, terms, nonResidential);
      const plain = isWhole(context, terms) ? new PlainTerms(own, terms, uses.lives.windowOf(terms.service as MeteredService)) : null;
      services.push({ terms, own, plain });
    }
    return services;
  }
}

/** A month as it closed, and no policy that looks back or at the size of a reading: what the short way needs of the house. */
export const isShort = (context: MonthContext, { lives }: HouseUses, sink: VolumeSink): boolean =>
  !sink.tells && context.through === context.number && context.policies.lateReading !== 'carry' && lives.judgeIn === null;

/** The terms of the service do not change inside the month. */
const isWhole = (context: MonthContext, { stretches }: ServiceTerms): boolean => {
  const [only] = stretches;
  return only !== undefined && stretches.length === 1 && only.from === context.from && only.to === context.to;
};
