import { areasWithin, byDays as byAreaDays } from '../consumption/area';
import { VOLUME_SCALE } from '../consumption/formulas';
import { type Quantity, quantity, scaled } from '../kernel/quantity';
import type { TraceNode } from '../kernel/trace';
import type { BenefitCover, BenefitRecord } from '../model/benefit-records';
import { BENEFIT_FORMULAS, benefitCapital, benefitDays, benefitFixed, benefitOfRest, benefitWhole } from './benefit-formulas';
import { byDays, type PriceGroup, volumeOf } from './benefit-groups';
import { type BenefitAsked, normOn } from './benefit-norms';
import { areaForStretches } from './formulas';
import type { ToldVolume } from './telling';
import { priceNode } from './told-parts';

/** What a benefit takes off charges at one price. */
export interface Taken {
  readonly group: PriceGroup;
  readonly benefit: BenefitRecord;
  readonly cover: BenefitCover;
  /** Kopecks, above zero. */
  readonly amount: number;
  readonly formula: string;
  readonly node: TraceNode;
  /** Days of the benefit, and those the charge is for. */
  readonly days: number;
  readonly of: number;
}

interface Found {
  readonly group: PriceGroup;
  readonly formula: string;
  readonly told: ToldVolume | null;
  readonly days: number;
}

type Unit = keyof typeof BENEFIT_FORMULAS;
type Family = (typeof BENEFIT_FORMULAS)['m3'];

/**
 * What a benefit takes off the charges of a service on some days (serial): by its measure, then in proportion of what reductions and earlier
 * benefits left of the charge, never above that.
 *
 * @param baseOf what a benefit on a charge looks at: less reductions alone, or less earlier benefits too (policy `benefitOrder`)
 */
export const takeBenefit = (
  asked: BenefitAsked,
  benefit: BenefitRecord,
  cover: BenefitCover,
  days: readonly number[],
  groups: readonly PriceGroup[],
  baseOf: (group: PriceGroup) => number,
): readonly Taken[] => {
  const found = cover.by === 'fixed' ? fixed(asked, benefit, cover, days, groups) : byStretch(asked, benefit, cover, days, groups);
  const taken: Taken[] = [];
  let spare = cover.by === 'fixed' ? kopecks(found[0]?.told ?? null) : Number.POSITIVE_INFINITY;
  for (const { group, formula, told, days: own } of found) {
    const base = baseOf(group);
    const whole = kopecks(told);
    const rest = cover.by === 'fixed' || base === group.charge ? null : ofRest(asked, group, base, whole, told);
    const amount = Math.min(rest === null ? whole : kopecks(rest), group.left, spare);
    if (amount <= 0) continue;
    group.left -= amount;
    spare -= amount;
    const made = rest ?? told;
    const node = made?.node ?? { symbol: 'L', title: 'Льгота', value: '', unit: 'RUB' };
    const full = rest === null ? whole : kopecks(rest);
    taken.push({
      group,
      benefit,
      cover,
      amount,
      formula: rest === null ? formula : benefitOfRest.id,
      node: amount === full ? node : { ...node, notes: [...(node.notes ?? []), 'не больше того, что осталось от платы'] },
      days: own,
      of: group.to - group.from,
    });
  }
  return taken;
};

/** Kopecks of a step; a step that is no safe number is more than any charge. */
const kopecks = (told: ToldVolume | null): number =>
  told === null ? Number.MAX_SAFE_INTEGER : Number(told.volume / 10n ** BigInt(VOLUME_SCALE - 2));

const rub = (amount: number): Quantity<'RUB'> => scaled(amount, 2, 'RUB');
const shareOf = ({ share }: BenefitRecord): Quantity<'1'> => quantity(share, '1');
const shareNode = ({ share, act }: BenefitRecord): TraceNode => ({
  symbol: 'k',
  title: 'Доля льготы',
  value: share,
  unit: '1',
  source: act,
});

const ofRest = ({ steps }: BenefitAsked, group: PriceGroup, base: number, whole: number, told: ToldVolume | null): ToldVolume | null =>
  steps.step(
    benefitOfRest,
    { L: rub(Math.min(whole, group.charge)), B: rub(base), P: rub(group.charge) },
    told === null ? {} : { L: { ...told.node, ...(whole > group.charge ? { notes: ['не больше платы'] } : {}) } },
  );

/** One sum for the service: it goes to its charges in order. */
const fixed = (
  { steps, context }: BenefitAsked,
  benefit: BenefitRecord,
  cover: BenefitCover,
  days: readonly number[],
  groups: readonly PriceGroup[],
): readonly Found[] => {
  const values = {
    k: shareOf(benefit),
    F: quantity(cover.amount ?? '0', 'RUB'),
    d: scaled(days.length, 0, 'day'),
    D: scaled(context.days, 0, 'day'),
  };
  const told = steps.step(benefitFixed, values, { k: shareNode(benefit) });
  return groups.map((group) => ({ group, formula: benefitFixed.id, told, days: days.length }));
};

const byStretch = (
  asked: BenefitAsked,
  benefit: BenefitRecord,
  cover: BenefitCover,
  days: readonly number[],
  groups: readonly PriceGroup[],
): readonly Found[] =>
  byDays(groups).flatMap((together): readonly Found[] => {
    const [{ from, to, line }] = together as [PriceGroup];
    const own = days.filter((day) => from <= day && day < to);
    if (own.length === 0) return [];
    if (cover.by === 'whole') return together.map((group) => whole(asked, benefit, group, own.length));
    const unit: Unit = cover.by === 'area' ? 'm2-month' : line.unit === 'kWh' ? 'kWh' : 'm3';
    const A = normOn(asked, benefit, cover, unit, own);
    const W = line.service === 'heating' ? heatedArea(asked, from, to) : { volume: volumeOf(together), node: null };
    if (A === null || W === null || W.volume <= 0n) return [];
    return measured(asked, { benefit, cover, unit, A, W: W.volume, days: own.length }, together);
  });

const whole = ({ steps }: BenefitAsked, benefit: BenefitRecord, group: PriceGroup, days: number): Found => {
  const of = group.to - group.from;
  const values = { k: shareOf(benefit), P: rub(group.charge) };
  const nodes = { k: shareNode(benefit) };
  const told =
    days === of
      ? steps.step(benefitWhole, values, nodes)
      : steps.step(benefitDays, { ...values, d: scaled(days, 0, 'day'), Dп: scaled(of, 0, 'day') }, nodes);
  return { group, formula: days === of ? benefitWhole.id : benefitDays.id, told, days };
};

interface Measure {
  readonly benefit: BenefitRecord;
  readonly cover: BenefitCover;
  readonly unit: Unit;
  readonly A: ToldVolume;
  readonly W: bigint;
  readonly days: number;
}

/** Charges of the same days by a norm: one price by its tariff, several in the same part of each. */
const measured = (asked: BenefitAsked, measure: Measure, together: readonly PriceGroup[]): readonly Found[] => {
  const { benefit, cover, unit, A, W, days } = measure;
  const { steps } = asked;
  const family = BENEFIT_FORMULAS[unit] as unknown as Family;
  const [only] = together as [PriceGroup];
  const k = { k: shareOf(benefit) };
  const V = scaled(W, VOLUME_SCALE, 'm3');
  const norm = scaled(A.volume, VOLUME_SCALE, 'm3');
  const covered = cover.by === 'normative' ? null : coveredVolume(asked, family, W, days, only.to - only.from);
  const Vд = covered === null ? null : scaled(covered.volume, VOLUME_SCALE, 'm3');
  const nodes = { k: shareNode(benefit), A: A.node, ...(covered?.node == null ? {} : { Vд: covered.node }) };
  const single = together.length === 1 && only.line.share === undefined && only.line.unit === unit;
  return together.map((group): Found => {
    const { line } = group;
    if (single) {
      const T = quantity(line.tariff, 'RUB/m3');
      const terms = leastOf(asked, group);
      if (Vд === null) return { group, formula: family.norm.id, told: steps.step(family.norm, { ...k, T, A: norm }, nodes), days };
      if (terms === null)
        return { group, formula: family.within.id, told: steps.step(family.within, { ...k, T, Vд, A: norm }, nodes), days };
      const area = <U extends string>(of: Quantity<string>): Quantity<U> => of as Quantity<U>;
      const told = steps.step(
        benefitCapital,
        { ...k, T: area(T), Tмин: quantity(terms.text, 'RUB/m2-month'), Vд: area(Vд), A: area(norm) },
        { ...nodes, Tмин: priceNode('Tмин', terms, 'RUB/m2-month') },
      );
      return { group, formula: benefitCapital.id, told, days };
    }
    const P = rub(group.charge);
    return Vд === null
      ? { group, formula: family.normPart.id, told: steps.step(family.normPart, { ...k, P, A: norm, V }, nodes), days }
      : { group, formula: family.part.id, told: steps.step(family.part, { ...k, P, Vд, A: norm, V }, nodes), days };
  });
};

/** The region's minimum of the contribution for capital repair on the days of a charge. */
const leastOf = ({ context }: BenefitAsked, { line, from }: PriceGroup) =>
  line.service !== 'capitalRepair'
    ? null
    : (context.services.find(({ service }) => service === line.service)?.stretches.find((one) => one.from <= from && from < one.to)
        ?.least ?? null);

const coveredVolume = (
  { steps, context }: BenefitAsked,
  family: Family,
  W: bigint,
  days: number,
  of: number,
): { readonly volume: bigint; readonly node: TraceNode | null } => {
  if (days === of) return { volume: W, node: null };
  const values = { V: scaled(W, VOLUME_SCALE, 'm3'), d: scaled(days, 0, 'day'), Dп: scaled(of, 0, 'day') };
  return steps.step(family.days, values, {}, context.volumeDigits) ?? { volume: W, node: null };
};

/** Area of a premises over some days of the month; `null` where some day has none. */
const heatedArea = ({ steps, context, row }: BenefitAsked, from: number, to: number): ToldVolume | null => {
  const areas = areasWithin(row.premises, from, to);
  if (areas === null) return null;
  const W = scaled(byAreaDays(areas), 4, 'm2-month-day/month');
  return steps.step(areaForStretches, { W, D: scaled(context.days, 0, 'day/month') }, {}, context.volumeDigits);
};
