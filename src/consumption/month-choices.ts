import { type MeteredService, meteredPlace } from '../model/services';
import type { MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';
import { type Asked, type Kind, meteredFacts, mustMeter, ruleFor, unmeteredFacts } from './volume-choice';
import type { VolumeRule } from './volume-rules';

/** A choice at a meter that no act concerns and that no reading came to. */
export interface PlainAsked extends Pick<Asked, 'fit' | 'periods' | 'average'> {
  readonly reading: false;
}

/**
 * What the rule tables gave in a month where no act speaks, by everything that such a choice depends on: a month run asks for thousands of
 * registers, and there are a handful of answers. Its contexts have one law and one set of policies, and count gas by one set of rules.
 */
export class MonthChoices {
  private readonly known = new Map<number, VolumeRule>();

  /** The rule at a meter without a reading. */
  metered(context: MonthContext, use: Kind, terms: ServiceTerms, asked: PlainAsked): VolumeRule {
    const { fit, periods, average } = asked;
    if (periods >= MOST_PERIODS) return ruleFor(context, use, terms, meteredFacts(context, use, terms, asked));
    const key = keyOf(use, terms, periods, (fit ? 4 : 0) + (average ? 2 : 0) + 1);
    let rule = this.known.get(key);
    if (rule === undefined) {
      rule = ruleFor(context, use, terms, meteredFacts(context, use, terms, asked));
      this.known.set(key, rule);
    }
    return rule;
  }

  /** The rule where the service never had a meter. */
  unmetered(context: MonthContext, use: PremisesUse, terms: ServiceTerms): VolumeRule {
    const key = keyOf(use, terms, 0, mustMeter(context, use, terms, context.from) ? 4 : 0);
    let rule = this.known.get(key);
    if (rule === undefined) {
      rule = ruleFor(context, use, terms, unmeteredFacts(context, use, terms, context.from));
      this.known.set(key, rule);
    }
    return rule;
  }
}

/** More months of silence than this are looked up in the table each time. */
const MOST_PERIODS = 32;

const keyOf = ({ nonResidential }: Kind, { service }: ServiceTerms, periods: number, facts: number): number =>
  ((meteredPlace(service as MeteredService) * 2 + (nonResidential ? 1 : 0)) * MOST_PERIODS + periods) * 8 + facts;
