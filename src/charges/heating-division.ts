import { areaStretches } from '../consumption/area';
import { VOLUME_SCALE, volumeOf } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type AreaUnit, HEATING_SHARES } from '../house/heating-formulas';
import { decimalText } from '../kernel/gate';
import { areaOfItem, normativeVolume } from './heating-normative';
import { type HeatingItem, type HeatingLeft, type HeatingMonth, type HeatingSums, sumBy, unmeteredArea } from './heating-types';
import type { PricedMonth } from './prices';

/** Divide the heat of a house among its premises by the row of the rule table; what cannot be divided goes to the problems. */
export const divideHeat = (context: PricedMonth, found: HeatingMonth, problems: BillingProblem[]): HeatingMonth =>
  new Division(context, problems, `heatingTerms ${found.book.heating.terms.id}`).divide(found);

class Division {
  constructor(
    private readonly context: PricedMonth,
    private readonly problems: BillingProblem[],
    private readonly at: string,
  ) {}

  divide(found: HeatingMonth): HeatingMonth {
    const { basis, house, items } = found;
    switch (basis) {
      case 'offSeason':
        return found;
      case 'detachedMeter':
      case 'detachedMeterUniform':
        for (const item of items) this.give(item, this.byMeterOrNormative(found, item), null);
        return found;
      case 'detachedNormative':
      case 'detachedNormativeUniform':
      case 'normativeOld':
      case 'normativeOldUniform':
        for (const item of items) this.give(item, this.byNormative(found, item), null);
        return found;
      case 'normative':
      case 'normativeUniform':
        return this.byNormativeParts(found);
      case 'own':
        return found;
      default:
        return house === null ? found : this.byHouse(found, house.volume);
    }
  }

  private give(item: HeatingItem, volume: number, individual: number | null): void {
    item.volume = volume;
    item.individual = individual ?? volume;
  }

  private byMeterOrNormative(found: HeatingMonth, item: HeatingItem): number {
    return item.metered?.volume ?? this.byNormative(found, item);
  }

  private byNormative({ normative, unit, book }: HeatingMonth, item: HeatingItem): number {
    return normative === null ? 0 : normativeVolume(this.context, { book, normative, unit }, areaOfItem(item));
  }

  /** A house without a meter since 2019: heat in the rooms and common heat, when some premises have none; else the plain normative. */
  private byNormativeParts(found: HeatingMonth): HeatingMonth {
    const { sums, items, house } = found;
    const alone = this.context.policies.heatingMetersWithoutHouse === 'yes';
    if (sums.unheated > 0 && house !== null) this.byArea(found, house.volume);
    else for (const item of items) this.give(item, this.byNormative(found, item), null);
    if (alone) for (const item of items) if (item.metered !== null) this.give(item, item.metered.volume, null);
    return found;
  }

  private byArea({ sums, items, unit, book }: HeatingMonth, volume: number): void {
    const of = HEATING_SHARES[unit];
    const { whole, unheated, common } = sums;
    const { from, to, month } = this.context;
    if (unheated > 0 && areaStretches(book.heating.terms.commonAreas, from, to) === null)
      this.problems.push({ code: 'common-area-missing', at: this.at, value: 'heating', facts: { month } });
    if (whole - unheated + common <= 0) {
      this.problems.push({ code: 'heating-nothing-heated', at: this.at, value: this.context.month });
      return;
    }
    const digits = this.context.volumeDigits;
    for (const item of items) {
      const ints = { Vд: volume, S: item.area, Sоб: whole, Sинд: unheated, Sои: common };
      if (item.unheated === null)
        this.give(
          item,
          volumeOf(of.byHouse as never, ints as never, digits),
          volumeOf(of.individualByArea as never, ints as never, digits),
        );
      else this.give(item, volumeOf(of.byHouseUnheated as never, ints as never, digits), 0);
    }
  }

  /** A house with a known volume: by area, by some meters, by meters everywhere. */
  private byHouse(found: HeatingMonth, volume: number): HeatingMonth {
    const { basis, items, unit, sums } = found;
    const digits = this.context.volumeDigits;
    if (basis === 'house') {
      this.byArea(found, volume);
      return found;
    }
    if (basis === 'houseOld' || basis === 'houseOldUniform') {
      const of = HEATING_SHARES[unit].byHouseArea;
      for (const item of items)
        this.give(item, volumeOf(of as never, { Vд: volume, S: item.area, Sоб: sums.whole } as never, digits), null);
      return found;
    }
    if (sums.metered > volume) {
      this.problems.push({
        code: 'heating-meters-above-house',
        at: this.at,
        value: decimalText(sums.metered, VOLUME_SCALE),
        facts: { house: decimalText(volume, VOLUME_SCALE), month: this.context.month },
      });
      return found;
    }
    return this.byMeters(found, volume);
  }

  /** Формулы 3(1), 3(3): premises below zero fall out one round after another, and the rest is divided anew (C22). */
  private byMeters(found: HeatingMonth, volume: number): HeatingMonth {
    const { items, sums, unit } = found;
    const excludes = this.context.policies.heatingResidualUnheated === 'exclude' && sums.common === 0;
    for (const item of items) item.floored = excludes && item.unheated !== null;
    let left = this.leftOf(found, volume);
    for (;;) {
      for (const item of items) this.divideByMeters(item, left, sums, volume, unit);
      const below = items.filter((item) => item.volume < 0);
      if (below.length === 0) break;
      for (const item of below) item.floored = true;
      left = this.leftOf(found, volume);
    }
    return { ...found, left };
  }

  private leftOf({ items, sums }: HeatingMonth, volume: number): HeatingLeft {
    const left = items.filter(({ floored }) => !floored);
    const gone = sumBy(items, ({ floored, area }) => (floored ? area : 0));
    const metered = sumBy(left, (item) => item.metered?.volume ?? 0);
    const unmetered = unmeteredArea(left);
    const clamps = this.context.policies.heatingNegative === 'clampToZero';
    const rest = BigInt(volume - metered) * BigInt(sums.meteredArea) - BigInt(unmetered) * BigInt(sums.metered);
    return { whole: sums.whole - gone, metered, unmetered, clamped: clamps && rest < 0n };
  }

  private divideByMeters(item: HeatingItem, left: HeatingLeft, sums: HeatingSums, volume: number, unit: AreaUnit): void {
    if (item.floored) {
      this.give(item, 0, 0);
      return;
    }
    const digits = this.context.volumeDigits;
    const of = HEATING_SHARES[unit];
    const all = { Vд: volume, Vп: left.metered, S: item.area, Sоб: left.whole };
    const some = { ...all, Vм: sums.metered, Sм: sums.meteredArea, Sн: left.unmetered };
    const average =
      item.unheated === null && item.metered === null
        ? volumeOf(of.individualByMeters as never, { Vм: sums.metered, S: item.area, Sм: sums.meteredArea } as never, digits)
        : 0;
    const individual = item.metered?.volume ?? average;
    if (left.clamped) {
      this.give(item, individual, individual);
      return;
    }
    const run = (formula: unknown, ints: Record<string, number>): number => volumeOf(formula as never, ints as never, digits);
    const noneUnmetered = left.unmetered === 0;
    const value =
      item.metered !== null
        ? noneUnmetered
          ? run(of.allMetered, { Vi: item.metered.volume, ...all })
          : run(of.someMetered, { Vi: item.metered.volume, ...some })
        : item.unheated !== null
          ? noneUnmetered
            ? run(of.allUnheated, all)
            : run(of.someUnheated, some)
          : run(of.someAverage, some);
    this.give(item, value, individual);
  }
}
