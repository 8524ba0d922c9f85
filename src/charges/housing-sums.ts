import { areaDays } from '../consumption/area';
import { monthNumber, serial } from '../kernel/calendar';
import { BillingInvariantError } from '../kernel/result';
import { shareBy } from '../kernel/share';
import type { VolumeBasis } from '../model/bill';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { flatsOf } from '../model/flats';
import { type HousingUnit, housingUnit, isHouseSum } from '../model/housing-services';
import type { AccountRecord, ServiceRecord } from '../model/records';
import { calculateSafe } from '../norms/formula';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import { feeThrough, QUANTITIES, QUANTITY_SCALE } from './housing-formulas';
import { type Measure, measureDays, measuresOf } from './housing-measures';
import { billedDays, commonParts, cut, type Days, excludedBy, payerCuts, payerOf, payersOn, shareText } from './housing-payers';
import type { Price, PricedMonth, PricedStretch, PricedTerms } from './prices';
import { slotSpec } from './slot';

/** A line that is a part of a sum. */
export interface SumLine {
  readonly account: AccountRecord;
  readonly share: string | null;
  readonly weight: number;
  readonly volume: number;
  readonly amount: number;
}

/** One sum of a premises under one stretch of terms with the parts of those who pay it; what nobody pays is no line. */
export interface PremisesSum {
  readonly stretch: number;
  readonly basis: VolumeBasis;
  readonly price: Price;
  readonly volume: number;
  readonly amount: number;
  readonly whole: number;
  readonly lines: readonly SumLine[];
  readonly measures: readonly Measure[];
  readonly ofHouse: HousePart | null;
}

/** The sum of a house and the part of one premises in it. */
export interface HousePart {
  readonly house: HouseSum;
  readonly weight: number;
  /** The premises' part of a target fee for the whole term; that of the month is a difference. */
  readonly fee: { readonly amount: number; readonly k: number; readonly n: number } | null;
  readonly amount: number;
  /** The room's part of its flat, where it has rooms. */
  readonly room: { readonly weight: number; readonly whole: number } | null;
}

/** A sum of the whole house on the days of a stretch, and how it is shared. */
export interface HouseSum {
  readonly amount: number;
  readonly volume: number;
  readonly days: number;
  readonly weights: readonly number[];
  readonly whole: number;
  readonly amounts: readonly number[];
  readonly volumes: readonly number[];
}

const VOLUME_ONE = 10_000_000;
const ONE = 10 ** QUANTITY_SCALE;

/** Basis of a line by the unit of its tariff. */
export const HOUSING_BASIS: Readonly<Record<HousingUnit, VolumeBasis>> = {
  'm2-month': 'area',
  'premises-month': 'premises',
  'person-month': 'people',
  'unit-month': 'units',
  'house-month': 'houseSum',
  house: 'houseSum',
};

/** Unit of a housing service on the days of a stretch. */
export const unitOf = (stretch: PricedStretch): HousingUnit => housingUnit(stretch.sets[0].single.unit);

/** Volume of measures for a month, as their columns compute it. */
const measuredVolume = (unit: HousingUnit, measures: readonly Measure[], daysInMonth: number): number => {
  const { forDays, forStretches, letter } = QUANTITIES[unit as keyof typeof QUANTITIES];
  const [only] = measures;
  if (only !== undefined && measures.length === 1)
    return calculateSafe(forDays as never, { [letter]: only.value, d: only.to - only.from, D: daysInMonth } as never);
  return calculateSafe(forStretches as never, { W: measureDays(measures), D: daysInMonth } as never);
};

/** Volume × price in kopecks. */
const moneyOf = (terms: PricedTerms, unit: HousingUnit, volume: number, price: Price): number => {
  const of = chargeFormulaOf({ service: terms.service, unit }) as typeof CHARGE_FORMULAS.house;
  return calculateSafe(of, { T: price.int * 10 ** (6 - price.scale), V: volume });
};

/** Sums of a premises that are shared between its payers, in the order of the stretches; rooms of a flat answer for themselves. */
export const premisesSums = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  index: number,
  group: number,
): readonly PremisesSum[] =>
  terms.stretches.flatMap((stretch, place) => {
    const unit = unitOf(stretch);
    const premises = facts.premises[index] as PremisesFacts;
    const excluded = excludedBy(stretch.record, premises.premises) !== null;
    if (isHouseSum(unit) && houseSum(facts, context, terms, place) === null) return [];
    if (excluded) return [];
    const sum = isHouseSum(unit)
      ? partOfHouse(facts, context, terms, place, index)
      : ofMeasures(facts, context, terms, place, premises, group);
    return sum === null ? [] : [sum];
  });

const ofMeasures = (
  facts: HouseFacts,
  context: PricedMonth,
  terms: PricedTerms,
  place: number,
  premises: PremisesFacts,
  group: number,
): PremisesSum | null => {
  const stretch = terms.stretches[place] as PricedStretch;
  const unit = unitOf(stretch);
  const measures: Measure[] = [];
  const held = heldDays(premises, stretch.from, stretch.to);
  if (held === null) return null;
  for (const days of billedDays(facts, context, stretch.record, held.from, held.to)) {
    const found = measuresOf(context, terms, unit, premises, days.from, days.to);
    if (found === null) return null;
    measures.push(...found);
  }
  if (measures.length === 0) return null;
  const { price } = slotSpec(terms, place, 'T0', 'metered', group);
  const volume = measuredVolume(unit, measures, context.days);
  const amount = moneyOf(terms, unit, volume, price);
  return {
    ...sharedSum(premises, stretch, measures, volume, amount),
    stretch: place,
    basis: HOUSING_BASIS[unit],
    price,
    measures,
    ofHouse: null,
  };
};

/** Days from the first to the last on which some account of the premises is open. */
const heldDays = ({ accounts }: PremisesFacts, from: number, to: number): { readonly from: number; readonly to: number } | null => {
  const open = accounts.map((account) => ({
    from: Math.max(from, serial(account.from)),
    to: account.to === null ? to : Math.min(to, serial(account.to)),
  }));
  const held = open.filter((days) => days.to > days.from);
  if (held.length === 0) return null;
  return { from: Math.min(...held.map((days) => days.from)), to: Math.max(...held.map((days) => days.to)) };
};

const sharedSum = (
  premises: PremisesFacts,
  { record }: PricedStretch,
  measures: readonly Measure[],
  volume: number,
  amount: number,
): Pick<PremisesSum, 'volume' | 'amount' | 'whole' | 'lines'> => {
  const all = commonParts(premises);
  const payer = payerOf(record);
  const weights = new Map<AccountRecord, number>();
  const shares = new Map<AccountRecord, string | null>();
  for (const { from, to, value } of measures)
    for (const days of cut(from, to, payerCuts(premises)))
      for (const part of payersOn(premises, payer, days.from, all)) {
        const { account } = part;
        weights.set(account, (weights.get(account) ?? 0) + value * (days.to - days.from) * part.parts);
        const share = shareText(part, all);
        shares.set(account, shares.has(account) && shares.get(account) !== share ? null : share);
      }
  const accounts = premises.accounts.filter((account) => weights.has(account));
  const raw = accounts.map((account) => weights.get(account) as number);
  const { parts, whole } = reduced(raw, measureDays(measures) * all);
  const nobody = whole - parts.reduce((sum, part) => sum + part, 0);
  const amounts = shared(amount, [...parts, nobody]);
  const volumes = shared(volume, [...parts, nobody]);
  return {
    volume,
    amount,
    whole,
    lines: accounts.map((account, place) => ({
      account,
      share: shares.get(account) ?? null,
      weight: parts[place] as number,
      volume: volumes[place] as number,
      amount: amounts[place] as number,
    })),
  };
};

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The same weights in their smallest whole numbers. */
const reduced = (weights: readonly number[], whole: number): { readonly parts: readonly number[]; readonly whole: number } => {
  const by = weights.reduce(gcd, whole);
  return by === 0 ? { parts: weights, whole } : { parts: weights.map((weight) => weight / by), whole: whole / by };
};

/** Parts of a whole by largest remainder; nothing to share by gives nothing to anybody. What is too large for a part is none: `NaN`, as in columns. */
const shared = (whole: number, weights: readonly number[]): readonly number[] => {
  if (weights.every((weight) => weight === 0)) return weights.map(() => 0);
  const parts = Number.isSafeInteger(whole) ? shareBy(whole, weights) : null;
  return parts?.ok === true ? parts.value : weights.map(() => Number.NaN);
};

const partOfHouse = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, place: number, index: number): PremisesSum | null => {
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
const houseSum = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, place: number): HouseSum | null => {
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
  const scale = kept.reduce((all, { of }) => (all / gcd(all, of)) * of, 1);
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
