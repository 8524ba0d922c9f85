import { AREA_SCALE } from '../consumption/area';
import { NORMATIVE_SCALE, roundedVolume, VOLUME_SCALE } from '../consumption/formulas';
import { scaledSafe } from '../kernel/gate';
import { type Quantity, scaled } from '../kernel/quantity';
import type { Formula, InputSpec, ResultUnit } from '../norms/formula';
import {
  KILOGRAMS_IN_TONNE,
  letterOf,
  MONTHS_IN_YEAR,
  WASTE_BY_NORMATIVE,
  WASTE_BY_STRETCHES,
  WASTE_REMOVED,
  WASTE_SUM_SCALE,
} from './waste-formulas';
import type { WasteShare, WasteSource } from './waste-parts';

type AnyFormula = Formula<Readonly<Record<string, InputSpec<string>>>, ResultUnit>;

/** A formula with its values: what a source's volume is made by, silently or aloud. */
export interface WasteStep {
  readonly of: AnyFormula;
  readonly values: Readonly<Record<string, Quantity<string>>>;
}

/** A source whose volume is one formula. */
export type PlainSource = Exclude<WasteSource, { readonly kind: 'room' }>;

const baseScale = (base: string): number => (base === 'person' ? 0 : AREA_SCALE);

/** Normative × quantity × days of a share, exact. */
export const shareSum = ({ normative, quantity, from, to }: WasteShare, base: string): bigint =>
  BigInt(scaledSafe(normative, NORMATIVE_SCALE)) * BigInt(quantity) * BigInt(to - from) * 10n ** BigInt(AREA_SCALE - baseScale(base));

/** Do neither the normative nor its unit change over the shares? Then people, areas and days are one number. */
export const isOne = (shares: readonly WasteShare[]): boolean => shares.every((share) => share.normative === shares[0]?.normative);

/** Quantity × days of shares, on the scale of the base. */
export const quantityDays = (shares: readonly WasteShare[]): number =>
  shares.reduce((sum, { quantity, from, to }) => sum + quantity * (to - from), 0);

/** The formula of a source with its values. */
export const stepOf = (source: PlainSource, unit: 'm3' | 't', daysInMonth: number): WasteStep => {
  const D = scaled(daysInMonth, 0, 'day/month');
  const months = scaled(MONTHS_IN_YEAR, 0, 'month/year');
  const perTonne = scaled(KILOGRAMS_IN_TONNE, 0, 'kg/t');
  switch (source.kind) {
    case 'normative': {
      const { form, shares } = source;
      const [first] = shares;
      const extra = { ...(form.period === 'year' ? { M: months } : {}), D, ...(form.amount === 'mass' ? { q: perTonne } : {}) };
      if (isOne(shares)) {
        const of = WASTE_BY_NORMATIVE[form.base][form.amount][form.period];
        const N = scaled(scaledSafe(first?.normative ?? '0', NORMATIVE_SCALE), NORMATIVE_SCALE, 'm3/person-year');
        const quantity = { [letterOf(form.base)]: scaled(quantityDays(shares), baseScale(form.base), `${form.base}-day`) };
        return { of: of as unknown as AnyFormula, values: { N, ...quantity, ...extra } };
      }
      const of = WASTE_BY_STRETCHES[form.amount][form.period];
      const sum = shares.reduce((all, share) => all + shareSum(share, form.base), 0n);
      return { of: of as unknown as AnyFormula, values: { W: scaled(sum, WASTE_SUM_SCALE, of.inputs.W.unit), ...extra } };
    }
    case 'containers': {
      const of = WASTE_REMOVED[unit][source.by];
      const [scale, quantity] = source.by === 'person' ? ([0, 'person-day'] as const) : ([AREA_SCALE, 'm2-day'] as const);
      const Vк = scaled(scaledSafe(source.removal.volume, VOLUME_SCALE), VOLUME_SCALE, unit);
      return {
        of: of as unknown as AnyFormula,
        values: { Vк, n: scaled(source.own, scale, quantity), Σn: scaled(source.all, scale, quantity) },
      };
    }
    case 'contract': {
      const of = WASTE_REMOVED[unit].contract;
      const Vд = scaled(scaledSafe(source.volume, VOLUME_SCALE), VOLUME_SCALE, of.inputs.Vд.unit);
      return { of: of as unknown as AnyFormula, values: { Vд, d: scaled(source.days, 0, 'day'), D: scaled(source.of, 0, 'day/month') } };
    }
  }
};

/** Part of a flat's volume by living area up to some of its rooms. */
export const roomStep = (volume: bigint | number, until: number, of: number, unit: 'm3' | 't'): WasteStep => ({
  of: WASTE_REMOVED[unit].room as unknown as AnyFormula,
  values: { V: scaled(volume, VOLUME_SCALE, unit), S: scaled(until, AREA_SCALE, 'm2-day'), Sкв: scaled(of, AREA_SCALE, 'm2-day') },
});

/** The volume of a source on the volume scale; `NaN` when it is no safe integer. */
export const volumeOfSource = (source: WasteSource, unit: 'm3' | 't', daysInMonth: number, digits: number): number => {
  const round = ({ of, values }: WasteStep): number => roundedVolume(of, values, digits);
  if (source.kind !== 'room') return round(stepOf(source, unit, daysInMonth));
  const whole = volumeOfSource(source.flat, unit, daysInMonth, digits);
  if (Number.isNaN(whole)) return whole;
  return round(roomStep(whole, source.through, source.of, unit)) - round(roomStep(whole, source.from, source.of, unit));
};
