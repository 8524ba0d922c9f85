import { areasWithin, byDays } from '../consumption/area';
import { peopleOn } from '../consumption/normative-days';
import type { PremisesUse } from '../consumption/premises-use';
import { OWNERS_MISSING, type PeopleStretch } from '../consumption/residents';
import { dayFromSerial } from '../kernel/calendar';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { PremisesRecord } from '../model/records';
import { usesOf } from './premises-uses';
import type { PricedMonth } from './prices';
import { type Days, ownersCounted } from './waste-days';

/** Tells a problem; told again, it is told once. */
export type TellOnce = (problem: PricedMonth['problems'][number]) => void;

/** What counts in premises on some days: people, areas. */
export class WasteMeasures {
  private readonly uses: readonly PremisesUse[];

  constructor(
    facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly once: TellOnce,
  ) {
    this.uses = usesOf(facts);
  }

  /** How many people count all the days, when that is one number and they live here; `NaN` otherwise. Nothing is made for the answer. */
  plainPeople(index: number, from: number, to: number): number {
    if (this.context.policies.residents !== 'byDays') return Number.NaN;
    const people = (this.uses[index] as PremisesUse).peopleWithin(from, to, this.context.temporaryDays);
    const [only] = people;
    return only !== undefined && people.length === 1 && !only.owners ? only.persons : Number.NaN;
  }

  /** People of a premises who count: residents, and on days without any the owners, where they are counted. */
  people(index: number, from: number, to: number): readonly PeopleStretch[] {
    if (to <= from) return [];
    const use = this.uses[index] as PremisesUse;
    const { premises } = use.facts;
    return peopleOn(this.context, use, from, to).flatMap((people) => {
      if (!people.owners) return [people];
      return ownersCounted(premises, people, this.context.policies.ownersFallback === 'on').map((days) => {
        if (!days.counted) return { ...people, from: days.from, to: days.to, persons: 0 };
        if (people.persons === OWNERS_MISSING)
          this.once({
            code: 'owners-missing',
            at: `premises ${premises.id}`,
            value: dayFromSerial(days.from),
            facts: { service: 'waste' },
          });
        return { ...people, from: days.from, to: days.to, persons: Math.max(0, people.persons) };
      });
    });
  }

  personDays(index: number, { from, to }: Days): number {
    return this.people(index, from, to).reduce((sum, people) => sum + people.persons * (people.to - people.from), 0);
  }

  areas(premises: PremisesRecord, from: number, to: number): NonNullable<ReturnType<typeof areasWithin>> {
    const areas = areasWithin({ premises } as PremisesFacts, from, to);
    if (areas !== null) return areas;
    this.once({ code: 'area-missing', at: `premises ${premises.id}`, facts: { month: this.context.month } });
    return [];
  }

  areaDays({ premises }: PremisesFacts, { from, to }: Days): number {
    return byDays(this.areas(premises, from, to));
  }
}
