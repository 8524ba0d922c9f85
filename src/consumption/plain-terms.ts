import { scaledSafe } from '../kernel/gate';
import { type MeteredService, meteredPlace } from '../model/services';
import { NORMATIVE_SCALE } from './formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import { type NormativeStretch, normativeFor } from './normative';
import type { PlainPremises } from './plain-premises';
import type { ReadingWindow } from './reading-window';
import type { VolumeRule } from './volume-rules';

/** A service of the house as the short way asks of it again and again in a month. */
export class PlainTerms {
  /** Place of the service among the metered ones. */
  readonly place: number;
  /** A rule that raises has something to raise by. */
  readonly raises: boolean;
  /** Rules without a meter, of dwellings and of other premises. */
  private readonly unmetered: (VolumeRule | undefined)[] = [];
  /** Normatives per person by people and rooms. */
  private readonly normatives = new Map<number, number>();
  private readonly entry: Entry | null;

  /** @param context the month as the rules of the service see it */
  constructor(
    readonly context: MonthContext,
    readonly terms: ServiceTerms,
    readonly window: ReadingWindow,
  ) {
    this.place = meteredPlace(terms.service as MeteredService);
    this.raises = terms.stretches[0]?.raises === true && terms.service !== 'sewerage';
    this.entry = entryOf(context, terms);
  }

  /** The rule where the service never had a meter. */
  ruleWithout(premises: PlainPremises): VolumeRule {
    const { context, terms } = this;
    if (premises.hasImpossible || terms.service === 'gas') return context.choices.unmetered(context, premises.use, terms);
    const at = premises.nonResidential ? 1 : 0;
    this.unmetered[at] ??= context.choices.unmetered(context, premises.use, terms);
    return this.unmetered[at];
  }

  /** The normative per person of all days of the month, on its scale; `NaN` when the long way must look. */
  normative(persons: number, rooms: number): number {
    const { entry, context, normatives } = this;
    if (entry === null) return Number.NaN;
    const key = persons * MOST_ROOMS + rooms;
    let known = normatives.get(key);
    if (known === undefined) {
      const text = persons === 0 ? '0' : normativeFor(entry, persons, rooms === 0 ? undefined : rooms, context.monthOfYear);
      known = text === null ? Number.NaN : scaledSafe(text, NORMATIVE_SCALE);
      normatives.set(key, known);
    }
    return known;
  }
}

type Entry = NormativeStretch['entry'];

/** More rooms than any premises has. */
const MOST_ROOMS = 256;

/** The only entry of the normative in the month, of a service whose normative is so much for a person. */
const entryOf = ({ normatives, policies, from, to }: MonthContext, { service, stretches }: ServiceTerms): Entry | null => {
  const record = normatives.record(stretches[0]?.record.normative);
  if (record === undefined || service === 'gas' || policies.residents === 'firstDay') return null;
  const within = normatives.within(record, from, to);
  return within.ok && within.value.length === 1 ? (within.value[0]?.entry ?? null) : null;
};
