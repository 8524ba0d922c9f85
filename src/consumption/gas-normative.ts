import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { GasUse } from '../model/gas-land-fields';
import type { NormativeRecord, PremisesRecord } from '../model/records';
import { AREA_SCALE, type AreaStretch, areasWithin } from './area';
import { NORMATIVE_SCALE, roundedVolume } from './formulas';
import { GAS_SUM_SCALE, gasByNormative } from './gas-formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import { valueInMonth } from './normative';
import type { PremisesUse } from './premises-use';
import { OWNERS_MISSING, type PeopleStretch } from './residents';

/** Normative × base on some days for one use of gas. */
export interface GasShare {
  readonly use: GasUse;
  readonly from: number;
  readonly to: number;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
  /** Normative, text. */
  readonly normative: string;
  /** People, or the heated area. */
  readonly base: { readonly is: 'people'; readonly people: PeopleStretch } | { readonly is: 'area'; readonly area: AreaStretch };
}

/** Gas by the normative on some days: its shares, and whether central hot water took the heating of water away. */
export interface GasNormative {
  readonly shares: readonly GasShare[];
  readonly central: boolean;
}

const ORDER: readonly GasUse[] = ['cooking', 'waterHeating', 'heating'];

interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * Shares of формула 5 on the days `[from, to)`: only what the equipment of the premises burns gas for, heating of water only without central hot
 * water. `null` when something is missing (told to the context).
 *
 * @param people who counts on which days
 */
export const gasShares = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  stretch: number,
  days: Days,
  people: () => readonly PeopleStretch[],
): GasNormative | null => {
  const shares: GasShare[] = [];
  let central = false;
  const hot = centralHotWater(context, use.facts.premises);
  for (const gasUse of ORDER) {
    for (const equipment of equipmentWithin(use.facts.premises, days)) {
      if (equipment.entry === undefined) {
        context.problems.push({
          code: 'gas-equipment-unknown',
          at: `premises ${use.facts.premises.id}`,
          value: dayFromSerial(equipment.from),
          facts: { month: context.month },
        });
        return null;
      }
      if (!equipment.entry.uses.includes(gasUse)) continue;
      const left = gasUse === 'waterHeating' ? without(equipment, hot) : [equipment];
      if (gasUse === 'waterHeating' && lengthOf(left) < equipment.to - equipment.from) central = true;
      for (const run of left) {
        const found = sharesOf(context, use, terms, stretch, gasUse, run, equipment.entry.heatedArea, people);
        if (found === null) return null;
        shares.push(...found);
      }
    }
  }
  return { shares, central };
};

/** V of the shares, rounded once. */
export const gasVolume = (context: MonthContext, { shares }: GasNormative): number =>
  roundedVolume(
    gasByNormative,
    {
      W: scaled(
        shares.reduce((sum, share) => sum + weightOf(share), 0n),
        GAS_SUM_SCALE,
        'm3-day/month',
      ),
      D: scaled(context.days, 0, 'day/month'),
    },
    context.volumeDigits,
  );

/** Normative × base × days of a share, exact. */
export const weightOf = ({ base, from, to, normative }: GasShare): bigint => {
  const times = BigInt(scaledSafe(normative, NORMATIVE_SCALE)) * BigInt(to - from);
  return base.is === 'people' ? times * BigInt(base.people.persons) * 10n ** BigInt(AREA_SCALE) : times * BigInt(base.area.area);
};

type Equipment = NonNullable<PremisesRecord['gasEquipment']>[number];

/** Days of the premises with the equipment of each; days before the first entry have none. */
export const equipmentWithin = ({ gasEquipment }: PremisesRecord, { from, to }: Days): readonly (Days & { entry?: Equipment })[] => {
  const entries = [...(gasEquipment ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  const out: (Days & { entry?: Equipment })[] = [];
  const first = entries[0] === undefined ? to : Math.min(to, serial(entries[0].from));
  if (first > from) out.push({ from, to: first });
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    const start = Math.max(from, serial(entry.from));
    const end = next === undefined ? to : Math.min(to, serial(next.from));
    if (end > start) out.push({ from: start, to: end, entry });
  }
  return out;
};

/** Must the premises have a gas meter: does its equipment burn more than the law lets go unmetered? Unknown flow: no duty. */
export const gasDuty = (context: MonthContext, premises: PremisesRecord, day: number): boolean => {
  const flow = equipmentWithin(premises, { from: day, to: day + 1 })[0]?.entry?.maxFlow;
  return flow !== undefined && Number(flow) > context.gas.dutyFlow;
};

/** Days of the month on which the house has hot water and this premises takes it from us. */
const centralHotWater = (context: MonthContext, premises: PremisesRecord): readonly Days[] => {
  let days: readonly Days[] = context.services.filter(({ service }) => service === 'hotWater').flatMap(({ stretches }) => stretches);
  for (const { service, from, to } of premises.directContracts) {
    if (service !== 'hotWater') continue;
    const away = { from: serial(from), to: to === null ? Number.POSITIVE_INFINITY : serial(to) };
    days = days.flatMap((one) => without(one, [away]));
  }
  return days;
};

const without = (whole: Days, away: readonly Days[]): readonly Days[] => {
  let left: readonly Days[] = [whole];
  for (const { from, to } of away) {
    left = left.flatMap((one) => [
      ...(one.from < from ? [{ from: one.from, to: Math.min(one.to, from) }] : []),
      ...(one.to > to ? [{ from: Math.max(one.from, to), to: one.to }] : []),
    ]);
  }
  return left;
};

const lengthOf = (days: readonly Days[]): number => days.reduce((sum, { from, to }) => sum + to - from, 0);

const sharesOf = (
  context: MonthContext,
  use: PremisesUse,
  terms: ServiceTerms,
  stretch: number,
  gasUse: GasUse,
  { from, to }: Days,
  heatedArea: string | undefined,
  people: () => readonly PeopleStretch[],
): readonly GasShare[] | null => {
  const { premises } = use.facts;
  const at = `premises ${premises.id}`;
  const record = context.normatives.record(terms.stretches[stretch]?.record.gasNormatives?.[gasUse]);
  if (record === undefined) {
    context.problems.push({ code: 'no-normative', at, value: `gas.${gasUse}`, facts: { month: context.month } });
    return null;
  }
  const normatives = context.normatives.within(record, from, to);
  if (!normatives.ok) {
    context.problems.push({ ...normatives.error, at });
    return null;
  }
  const bases = gasUse === 'heating' ? areaBases(use, { from, to }, heatedArea) : peopleBases(people());
  if (bases === null) {
    context.problems.push({ code: 'area-missing', at, facts: { month: context.month } });
    return null;
  }
  const shares: GasShare[] = [];
  for (const { base, days } of bases) {
    for (const normative of normatives.value) {
      const start = Math.max(days.from, normative.from, from);
      const end = Math.min(days.to, normative.to, to);
      if (end <= start) continue;
      if (base.is === 'people' && base.people.persons === OWNERS_MISSING) {
        context.problems.push({ code: 'owners-missing', at, value: dayFromSerial(start), facts: { service: terms.service } });
        return null;
      }
      const text = valueInMonth(normative.entry, context.monthOfYear);
      if (text === null) {
        context.problems.push({ code: 'no-normative', at, value: record.code, facts: { month: context.month } });
        return null;
      }
      shares.push({ use: gasUse, from: start, to: end, record, entry: normative.entry, normative: text, base });
    }
  }
  return shares;
};

const peopleBases = (people: readonly PeopleStretch[]) =>
  people.map((one) => ({ days: one as Days, base: { is: 'people', people: one } as const }));

const areaBases = (use: PremisesUse, days: Days, heatedArea: string | undefined) => {
  const areas =
    heatedArea === undefined
      ? areasWithin(use.facts, days.from, days.to)
      : [{ ...days, text: heatedArea, area: scaledSafe(heatedArea, AREA_SCALE) }];
  return areas === null ? null : areas.map((area) => ({ days: area as Days, base: { is: 'area', area } as const }));
};
