import { serial } from '../kernel/calendar';
import { decimalText, parseExact, scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { must } from '../kernel/result';
import type { RegisterFacts } from '../model/facts';
import { SHAPES } from '../model/text-types';
import { RATIO_FORMULAS, RATIO_SCALE, roundedVolume, VOLUME_SCALE } from './formulas';

/** Text of a reading cut to the decimals of its dial: what stands beyond the dial is cut, never rounded. */
export const onDial = (text: string, decimals: number): string => {
  const point = text.indexOf('.');
  if (point < 0 || text.length - point - 1 <= decimals) return text;
  return decimals === 0 ? text.slice(0, point) : text.slice(0, point + 1 + decimals);
};

/** Digits before the point. */
export const wholeDigits = (text: string): number => {
  const point = text.indexOf('.');
  return point < 0 ? text.length : point;
};

const exact = (text: string): bigint => must(parseExact(text, SHAPES.reading)).int;

/** Difference of two dial readings on the volume scale; `NaN` when it is no safe integer. */
const dialDifference = (value: string, initial: string): number => {
  const fast = scaledSafe(value, VOLUME_SCALE) - scaledSafe(initial, VOLUME_SCALE);
  if (Number.isSafeInteger(fast)) return fast;
  const wide = exact(value) - exact(initial);
  const size = wide < 0n ? -wide : wide;
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : Number.NaN;
};

/** A stand after a consumption was added to another: the dial goes through zero when it is full. */
export const standAfter = (
  facts: RegisterFacts,
  stand: string,
  consumption: string,
): { readonly stand: string; readonly through: boolean } => {
  const capacity = 10n ** BigInt(facts.digits + SHAPES.reading.scale);
  const sum = exact(stand) + exact(consumption);
  return { stand: decimalText(sum % capacity, SHAPES.reading.scale), through: sum >= capacity };
};

/** A stretch of days with one transformation ratio: volume counted before it began, and the stand it began with. */
interface RatioStretch {
  readonly from: number;
  readonly ratio: string | null;
  readonly stand: string;
  readonly counted: number;
}

/**
 * What a register has counted since commissioning, on the volume scale: differences of stands, each multiplied by the transformation ratio of
 * its days. The stand of the day of a change closes one ratio and opens the other.
 */
export class Counter {
  private readonly stretches: readonly RatioStretch[];

  constructor(private readonly facts: RegisterFacts) {
    const initial = onDial(facts.initial, facts.decimals);
    const stretches: RatioStretch[] = [];
    for (const one of facts.ratios ?? [{ from: null, value: null, stand: initial }]) {
      const before = stretches[stretches.length - 1];
      const from = one.from === null ? Number.NEGATIVE_INFINITY : serial(one.from);
      const stand = onDial(one.stand, facts.decimals);
      let counted = 0;
      if (before !== undefined) {
        const part = this.times(stand, before.stand, before.ratio);
        counted = before.counted + (part < 0 ? part + this.capacityOf(before.ratio) : part);
      }
      stretches.push({ from, ratio: one.value, stand, counted });
    }
    this.stretches = stretches;
  }

  /** Which stretch a day belongs to: the day of a change still ends the stretch before. */
  stretchOf(taken: number): number {
    let index = this.stretches.length - 1;
    while (index > 0 && (this.stretches[index] as RatioStretch).from >= taken) index -= 1;
    return index;
  }

  /** Ratio and first stand of a stretch; the ratio is `null` where the register has none. */
  stretch(index: number): { readonly ratio: string | null; readonly stand: string } {
    return this.stretches[index] as RatioStretch;
  }

  /** Counted at a stand of a day, without rollovers inside its stretch. */
  at(stand: string, taken: number): number {
    const stretch = this.stretches[this.stretchOf(taken)] as RatioStretch;
    return stretch.counted + this.times(stand, stretch.stand, stretch.ratio);
  }

  /** A consumption of a day as volume. */
  volume(consumption: string, taken: number): number {
    return this.times(consumption, '0', (this.stretches[this.stretchOf(taken)] as RatioStretch).ratio);
  }

  /** What is added when the dial goes through zero. */
  capacity(taken: number): number {
    return this.capacityOf((this.stretches[this.stretchOf(taken)] as RatioStretch).ratio);
  }

  private capacityOf(ratio: string | null): number {
    return ratio === null ? 10 ** (this.facts.digits + VOLUME_SCALE) : this.times(`1${'0'.repeat(this.facts.digits)}`, '0', ratio);
  }

  private times(stand: string, from: string, ratio: string | null): number {
    if (ratio === null) return dialDifference(stand, from);
    const values = { R: scaled(wide(stand), VOLUME_SCALE, 'kWh'), 'R₀': scaled(wide(from), VOLUME_SCALE, 'kWh') };
    return roundedVolume(RATIO_FORMULAS.byMeter, { ...values, k: scaled(scaledSafe(ratio, RATIO_SCALE), RATIO_SCALE, '1') }, VOLUME_SCALE);
  }
}

const wide = (text: string): bigint => must(parseExact(text, { integerDigits: 16, scale: VOLUME_SCALE })).int;
