import { VOLUME_SCALE } from '../consumption/formulas';
import { normativeFor } from '../consumption/normative';
import { peopleOn } from '../consumption/normative-days';
import type { PremisesUse } from '../consumption/premises-use';
import type { BillingProblem } from '../consumption/problems';
import { decimalText } from '../kernel/gate';
import { type Quantity, quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { BenefitCover, BenefitRecord } from '../model/benefit-records';
import type { HouseFacts } from '../model/facts';
import { BENEFIT_FORMULAS } from './benefit-formulas';
import type { Steps } from './benefit-steps';
import type { AccountRow } from './holders';
import { usesOf } from './premises-uses';
import type { PricedMonth } from './prices';
import { sourceWords } from './source-words';
import type { ToldVolume } from './telling';

/** What a benefit is computed with. */
export interface BenefitAsked {
  readonly facts: HouseFacts;
  readonly context: PricedMonth;
  readonly row: AccountRow;
  readonly steps: Steps;
}

interface Norm {
  readonly text: string;
  readonly source: string;
  days: number;
}

/** The norm of a benefit on some days: normative or area × people × days of the month; `null` where there is no normative. */
export const normOn = (
  asked: BenefitAsked,
  benefit: BenefitRecord,
  cover: BenefitCover,
  unit: keyof typeof BENEFIT_FORMULAS,
  days: readonly number[],
): ToldVolume | null => {
  const { context, steps } = asked;
  const norms = cover.area === undefined ? normatives(asked, cover, days) : [{ text: cover.area, source: benefit.act, days: days.length }];
  if (norms === null) return null;
  const of = BENEFIT_FORMULAS[unit].forPersons as (typeof BENEFIT_FORMULAS)['m3']['forPersons'];
  const found: ToldVolume[] = [];
  for (const { text, source, days: count } of norms) {
    const values = {
      N: quantity(text, unitOfNorm(unit)) as Quantity<'m3/person-month'>,
      n: scaled(benefit.persons, 0, 'person'),
      d: scaled(count, 0, 'day'),
      D: scaled(context.days, 0, 'day/month'),
    };
    const N: TraceNode = { symbol: 'N', title: of.inputs.N.title, value: text, unit: unitOfNorm(unit), source };
    const step = steps.step(
      of,
      values,
      { N: unit === 'm2-month' ? { ...N, title: 'Норма площади на человека' } : N },
      context.volumeDigits,
    );
    if (step === null) return null;
    found.push(step);
  }
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const volume = found.reduce((sum, one) => sum + one.volume, 0n);
  return {
    volume,
    node: {
      symbol: 'A',
      title: 'Норма за дни льготы',
      value: decimalText(volume, VOLUME_SCALE),
      unit,
      under: found.map(({ node }) => node),
    },
  };
};

const unitOfNorm = (unit: keyof typeof BENEFIT_FORMULAS): 'm3/person-month' | 'kWh/person-month' | 'm2/person' =>
  unit === 'm2-month' ? 'm2/person' : `${unit}/person-month`;

/** The days are walked more than once where benefits compete: a problem is told once. */
const once = ({ problems }: PricedMonth, problem: BillingProblem): void => {
  const text = JSON.stringify(problem);
  if (!problems.some((one) => JSON.stringify(one) === text)) problems.push(problem);
};

/** Normatives per person on the days, in order of their values' first days; what is missing goes to the context. */
const normatives = ({ facts, context, row }: BenefitAsked, cover: BenefitCover, days: readonly number[]): readonly Norm[] | null => {
  const terms = context.services.find(({ service, item }) => service === cover.service && item === (cover.item ?? null));
  const found = new Map<string, Norm>();
  const missing = (facts: Readonly<Record<string, string>>): null => {
    once(context, {
      code: 'no-normative',
      at: `premises ${row.premises.premises.id}`,
      value: cover.normative ?? cover.service,
      facts,
    });
    return null;
  };
  for (const day of days) {
    const stretch = terms?.stretches.find(({ from, to }) => from <= day && day < to);
    const record = context.normatives.record(cover.normative ?? stretch?.record.normative);
    if (record === undefined) return missing({ month: context.month });
    const within = context.normatives.within(record, day, day + 1);
    if (!within.ok) {
      once(context, { ...within.error, at: `premises ${row.premises.premises.id}` });
      return null;
    }
    const [one] = within.value;
    const [people] = peopleOn(context, usesOf(facts)[row.premisesIndex] as PremisesUse, day, day + 1);
    const persons = Math.max(1, people?.persons ?? 1);
    const { rooms } = row.premises.premises;
    const text = one === undefined ? null : normativeFor(one.entry, persons, rooms, context.monthOfYear);
    if (one === undefined || text === null) return missing({ persons: String(persons), rooms: String(rooms ?? '—') });
    const source = sourceWords(one.entry);
    const known = found.get(`${text}|${source}`);
    if (known === undefined) found.set(`${text}|${source}`, { text, source, days: 1 });
    else known.days += 1;
  }
  return [...found.values()];
};
