import { areaDays } from '../consumption/area';
import { monthNumber, serial } from '../kernel/calendar';
import { BillingInvariantError } from '../kernel/result';
import { greatestDivisor } from '../kernel/share';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import type { ServiceRecord } from '../model/records';
import { calculateSafe } from '../norms/formula';
import { feeThrough } from './housing-formulas';
import { cut, type Days, excludedBy, payerCuts } from './housing-payers';
import {
  HOUSING_BASIS,
  type HousePart,
  type HouseSum,
  measuredVolume,
  moneyOf,
  ONE,
  type PremisesSum,
  reduced,
  shared,
  sharedSum,
  unitOf,
  VOLUME_ONE,
} from './housing-shares';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';

/** The part of a premises in a sum of the house; of a room its part of the flat's. */
export const partOfHouse = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  place: number,
  index: number,
): PremisesSum | null => {
  const stretch = terms.stretches[place] as PricedStretch;
  const own = facts.premises[index] as PremisesFacts;
  const flat = flatsOf(facts)?.of.get(index);
  const top = flat?.index ?? index;
  const house = houseSum(facts, context, terms, place);
  if (house === null) return null;
  const { from, to, record } = stretch;
  const unit = unitOf(stretch);
  const fee = unit === 'house' ? termOf(context, record) : null;
  const ofPremises = monthly(house.amounts[top] as number, fee);
  const volumeOfPremises = monthly(house.volumes[top] as number, fee);
  let [amount, volume] = [ofPremises, volumeOfPremises];
  let room: HousePart['room'] = null;
  let days: readonly Days[] = [{ from, to }];
  if (flat !== undefined) {
    const members = [flat.index, ...flat.rooms];
    const weights = paidInFlat(facts, record, flat.index, flat.rooms, from, to);
    const at = members.indexOf(index);
    amount = shared(ofPremises, weights)[at] as number;
    volume = shared(volumeOfPremises, weights)[at] as number;
    room = { weight: weights[at] as number, whole: weights.reduce((sum, one) => sum + one, 0) };
    if (room.weight === 0) return null;
    days = daysInFlat(facts.premises[flat.index] as PremisesFacts, index === flat.index, from, to);
  }
  const measures = days.map((one) => ({ ...one, text: '1', value: 1 }));
  const { single } = stretch.sets[0];
  return {
    ...sharedSum(own, stretch, measures, volume, amount),
    stretch: place,
    basis: HOUSING_BASIS[unit],
    price: single,
    measures,
    ofHouse: {
      house,
      weight: house.weights[top] as number,
      fee: fee === null ? null : { amount: house.amounts[top] as number, ...fee },
      amount: ofPremises,
      room,
    },
  };
};

/** Days of `[from, to)` on which a flat with rooms answers for itself, or, not its own, those on which its rooms do. */
const daysInFlat = (flat: PremisesFacts, own: boolean, from: number, to: number): readonly Days[] =>
  cut(from, to, payerCuts(flat)).filter((days) => isHeld(flat, days.from) === own);

/** Is an account of the whole premises open on a day? */
const isHeld = ({ accounts }: PremisesFacts, day: number): boolean =>
  accounts.some((one) => one.share === undefined && serial(one.from) <= day && (one.to === null || day < serial(one.to)));

/** Weights inside a flat: days with an account of the flat are its own, the others its rooms' by their areas. */
const inFlat = (facts: HouseFacts, flat: number, rooms: readonly number[], from: number, to: number): readonly number[] => {
  const own = daysInFlat(facts.premises[flat] as PremisesFacts, true, from, to);
  const held = own.reduce((sum, days) => sum + days.to - days.from, 0);
  const areas = rooms.map((room) => areaDays((facts.premises[room] as PremisesFacts).premises.areas, from, to));
  const all = areas.reduce((sum, area) => sum + area, 0);
  const { parts } = reduced([held * all, ...areas.map((area) => (to - from - held) * area)], 0);
  return all === 0 ? [1, ...rooms.map(() => 0)] : parts;
};

/** Weights inside a flat without the rooms that a decision frees: the others pay what is left of the flat's part. */
const paidInFlat = (
  facts: HouseFacts,
  record: ServiceRecord,
  flat: number,
  rooms: readonly number[],
  from: number,
  to: number,
): readonly number[] => {
  const members = [flat, ...rooms];
  return inFlat(facts, flat, rooms, from, to).map((weight, place) => (isFreed(facts, record, members[place] as number) ? 0 : weight));
};

const isFreed = (facts: HouseFacts, record: ServiceRecord, index: number): boolean =>
  excludedBy(record, (facts.premises[index] as PremisesFacts).premises) !== null;

/** The part of a flat that is left after a decision frees some of its rooms: `kept / of`. */
const keptOfFlat = (
  facts: HouseFacts,
  record: ServiceRecord,
  flat: number,
  from: number,
  to: number,
): { readonly kept: number; readonly of: number } => {
  const of = flatsOf(facts)?.of.get(flat);
  const rooms = of?.index === flat ? of.rooms : [];
  if (!rooms.some((room) => isFreed(facts, record, room))) return WHOLE;
  const sum = (weights: readonly number[]): number => weights.reduce((all, one) => all + one, 0);
  const { parts, whole } = reduced([sum(paidInFlat(facts, record, flat, rooms, from, to))], sum(inFlat(facts, flat, rooms, from, to)));
  return { kept: parts[0] as number, of: whole };
};

const WHOLE = { kept: 1, of: 1 };

const termOf = (context: PricedMonth, { from, to }: PricedStretch['record']): { readonly k: number; readonly n: number } => {
  if (to === null) throw new BillingInvariantError('a target fee with a total has an end');
  const first = monthNumber(from);
  return { k: context.number - first + 1, n: monthNumber(to) - first };
};

/** What a month takes of a whole that is spread over months: a difference of two growing parts. */
const monthly = (whole: number, term: { readonly k: number; readonly n: number } | null): number => {
  if (term === null) return whole;
  const through = (k: number): number => calculateSafe(feeThrough, { P: whole, k, n: term.n });
  return through(term.k) - through(term.k - 1);
};

const sums = new WeakMap<PricedStretch, HouseSum | null>();

/** The sum of the house on the days of a stretch; kept with the stretch, which is made anew for each month. */
export const houseSum = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, place: number): HouseSum | null => {
  const stretch = terms.stretches[place] as PricedStretch;
  let sum = sums.get(stretch);
  if (sum === undefined) {
    sum = sumOfHouse(facts, context, terms, stretch);
    sums.set(stretch, sum);
  }
  return sum;
};

const sumOfHouse = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, stretch: PricedStretch): HouseSum | null => {
  const unit = unitOf(stretch);
  const { record } = stretch;
  const fee = unit === 'house';
  const [from, to] = fee ? [serial(record.from), serial(record.from) + 1] : [stretch.from, stretch.to];
  const byArea = record.split !== 'premises';
  const kept = facts.premises.map((_, index) => keptOfFlat(facts, record, index, stretch.from, stretch.to));
  const scale = kept.reduce((all, { of }) => (all / greatestDivisor(all, of)) * of, 1);
  let all = 0;
  const raw = facts.premises.map((premises, index) => {
    if (premises.premises.within !== undefined) return 0;
    const weight = byArea ? areaDays(premises.premises.areas, from, to) : to - from;
    all += weight;
    const part = kept[index] as typeof WHOLE;
    return isFreed(facts, record, index) ? 0 : weight * part.kept * (scale / part.of);
  });
  const stated = facts.house.premisesArea;
  const nobody = byArea && stated !== undefined && stated.length > 0 ? Math.max(0, areaDays(stated, from, to) - all) * scale : 0;
  const { parts, whole } = reduced(raw, raw.reduce((sum, one) => sum + one, 0) + nobody);
  if (whole === 0) {
    context.problems.push({
      code: 'nobody-to-share',
      at: `service ${record.id}`,
      value: record.item ?? record.service,
      facts: { month: context.month },
    });
    return null;
  }
  const days = stretch.to - stretch.from;
  const volume = fee ? VOLUME_ONE : measuredVolume('house-month', [{ from: 0, to: days, text: '1', value: ONE }], context.days);
  const amount = moneyOf(terms, unit, volume, stretch.sets[0].single);
  const weights = [...parts, whole - parts.reduce((sum, part) => sum + part, 0)];
  return { amount, volume, days, weights: parts, whole, amounts: shared(amount, weights), volumes: shared(volume, weights) };
};
