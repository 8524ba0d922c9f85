import { greatestDivisor, shareBy } from '../kernel/share';
import type { VolumeBasis } from '../model/bill';
import type { PremisesFacts } from '../model/facts';
import { type HousingUnit, housingUnit } from '../model/housing-services';
import type { AccountRecord } from '../model/records';
import { calculateSafe } from '../norms/formula';
import { type CHARGE_FORMULAS, chargeFormulaOf } from './formulas';
import { QUANTITIES, QUANTITY_SCALE } from './housing-formulas';
import { type Measure, measureDays } from './housing-measures';
import { commonParts, cut, payerCuts, payerOf, payersOn, shareText } from './housing-payers';
import type { Price, PricedStretch, PricedTerms } from './prices';

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

export const VOLUME_ONE = 10_000_000;
export const ONE = 10 ** QUANTITY_SCALE;

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
export const measuredVolume = (unit: HousingUnit, measures: readonly Measure[], daysInMonth: number): number => {
  const { forDays, forStretches, letter } = QUANTITIES[unit as keyof typeof QUANTITIES];
  const [only] = measures;
  if (only !== undefined && measures.length === 1)
    return calculateSafe(forDays as never, { [letter]: only.value, d: only.to - only.from, D: daysInMonth } as never);
  return calculateSafe(forStretches as never, { W: measureDays(measures), D: daysInMonth } as never);
};

/** Volume × price in kopecks. */
export const moneyOf = (terms: PricedTerms, unit: HousingUnit, volume: number, price: Price): number => {
  const of = chargeFormulaOf({ service: terms.service, unit }) as typeof CHARGE_FORMULAS.house;
  return calculateSafe(of, { T: price.int * 10 ** (6 - price.scale), V: volume });
};

/** A sum in the parts of those who pay for a premises, by days and shares. */
export const sharedSum = (
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

/** The same weights in their smallest whole numbers. */
export const reduced = (weights: readonly number[], whole: number): { readonly parts: readonly number[]; readonly whole: number } => {
  const by = weights.reduce(greatestDivisor, whole);
  return by === 0 ? { parts: weights, whole } : { parts: weights.map((weight) => weight / by), whole: whole / by };
};

/** Parts of a whole by largest remainder; nothing to share by gives nothing to anybody. What is too large for a part is none: `NaN`, as in columns. */
export const shared = (whole: number, weights: readonly number[]): readonly number[] => {
  if (weights.every((weight) => weight === 0)) return weights.map(() => 0);
  const parts = Number.isSafeInteger(whole) ? shareBy(whole, weights) : null;
  return parts?.ok === true ? parts.value : weights.map(() => Number.NaN);
};
