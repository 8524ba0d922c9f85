import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type HeatMonth, heatOfMonth } from '../house/heat-meter';
import { daysAverage, houseLessHotWater, monthlyAverage, weatherAverage } from '../house/heating-formulas';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { parseExact, scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import { err, ok, type Result } from '../kernel/result';
import type { HouseVolumeRecord } from '../model/common-records';
import type { HouseFacts } from '../model/facts';
import { SHAPES } from '../model/text-types';
import { inForce } from '../norms/act';
import { HEATING } from '../norms/acts-heating';
import { HEATING_AVERAGE_LEAST, HEATING_AVERAGE_PERIODS, HEATING_AVERAGE_WINDOW } from '../norms/federal/heating';
import { calculate } from '../norms/formula';
import { policyValue } from '../norms/policies';
import { type HeatingBook, heatingBookOf, numberOf } from './heating-book';
import { type HotWaterHeat, SharedHotWater } from './heating-hot-water';
import { lawOf } from './month-law';
import { inletsOf } from './premises-uses';

/** A month that stands for a failed house meter, or for an average. */
export interface KnownHeat {
  readonly month: Month;
  readonly volume: number;
  readonly days: number;
  /** Degree-days, on two decimals; `null` where no temperature is asked for. */
  readonly degreeDays: number | null;
}

/** How the heat of a house in a month was found. */
export type HouseHeatTold =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'measured';
      readonly parts: readonly {
        readonly inlet: string;
        readonly stated: HouseVolumeRecord | null;
        readonly meter: HeatMonth | null;
        readonly volume: number;
      }[];
      readonly whole: number;
      readonly hotWater: HotWaterHeat | null;
    }
  | {
      readonly kind: 'failed';
      readonly by: 'months' | 'days' | 'weather';
      readonly known: readonly KnownHeat[];
      /** Days and degree-days of the month itself. */
      readonly days: number;
      readonly degreeDays: number | null;
      /** Which month in a row it is, of how many. */
      readonly period: number;
      readonly of: number;
    };

/** What the house took for heating in a month; `none` and `ended` have no volume. */
export type HouseHeat =
  | { readonly state: 'known'; readonly volume: number; readonly told: HouseHeatTold }
  | { readonly state: 'none' | 'ended'; readonly period: number };

type Found = Result<HouseHeat, BillingProblem>;

const known = new WeakMap<HouseFacts, Map<Month, Found>>();

/** The heat of a house in a month (Vд), by its meter or what stands in for it. */
export const houseHeat = (facts: HouseFacts, month: Month): Found => {
  const book = heatingBookOf(facts);
  if (book === null) return ok({ state: 'none', period: 0 });
  let months = known.get(facts);
  if (months === undefined) {
    months = new Map();
    known.set(facts, months);
  }
  let found = months.get(month);
  if (found === undefined) {
    found = new HouseHeatOf(facts, book, month).find();
    months.set(month, found);
  }
  return found;
};

class HouseHeatOf {
  private readonly at: string;
  private readonly number: number;
  private readonly water: SharedHotWater;

  constructor(
    private readonly facts: HouseFacts,
    private readonly book: HeatingBook,
    private readonly month: Month,
  ) {
    this.at = `heatingTerms ${book.heating.terms.id}`;
    this.number = monthNumber(month);
    this.water = new SharedHotWater(facts, book);
  }

  find(): Found {
    const state = this.state();
    if (state.kind === 'none') return ok({ state: 'none', period: 0 });
    const unknown = this.book.seasonProblem(this.month);
    if (unknown !== null) return err(unknown);
    if (this.book.heatedIn(this.month).days === 0) return ok({ state: 'known', volume: 0, told: { kind: 'off' } });
    const measured = this.measured();
    if (measured !== null) return measured;
    if (state.kind === 'failed') return this.failed(state.since);
    return err({ code: 'heating-volume-missing', at: this.at, value: this.month, facts: { house: this.facts.house.id } });
  }

  /** What becomes of the house meter: by the terms, else by the meters and volumes of the house. */
  private state(): { readonly kind: 'none' | 'working' } | { readonly kind: 'failed'; readonly since: number } {
    const named = this.book.meterStateIn(this.month);
    if (named !== undefined) {
      if (named.state === 'failed') return { kind: 'failed', since: monthNumber(named.from) };
      return { kind: named.state === 'working' ? 'working' : 'none' };
    }
    if (this.book.heating.terms.meter.length > 0) return { kind: 'none' };
    const { from } = lawOf(this.month);
    const lives = this.inlets().flatMap(({ place }) => place.lives);
    const begun = lives.filter((life) => life.from <= from + 1);
    const last = begun[begun.length - 1];
    if (last !== undefined) return last.eventMonth <= this.number ? { kind: 'failed', since: last.eventMonth } : { kind: 'working' };
    return { kind: this.stated().some(({ month }) => month <= this.month) ? 'working' : 'none' };
  }

  private inlets() {
    return inletsOf(this.facts).filter(({ inlet }) => inlet.service === 'heating');
  }

  private stated(): readonly HouseVolumeRecord[] {
    return this.facts.common.volumes.filter((one) => one.service === 'heating' && one.what === 'supplied');
  }

  /** Volumes by acts and by readings; `null` when some inlet has neither. */
  private measured(): Found | null {
    const inlets = this.inlets();
    const inner = new Set(inlets.flatMap(({ inlet }) => (inlet.within === null ? [] : [inlet.point])));
    const stated = this.stated().filter(({ month, inlet }) => month === this.month && !inner.has(inlet));
    const terms = this.book.termsFor(this.month, 0, this.water.isShared);
    const parts = [];
    let since = this.number - 1;
    for (const { inlet, place } of inlets) {
      if (inlet.within !== null || stated.some((one) => one.inlet === inlet.point)) continue;
      const meter = heatOfMonth(place, this.number, terms);
      if (meter === null) return null;
      since = Math.min(since, meter.gap?.from.month ?? since);
      parts.push({ inlet: inlet.point, stated: null, meter, volume: meter.volume });
    }
    for (const record of stated)
      parts.push({ inlet: record.inlet, stated: record, meter: null, volume: scaledSafe(record.volume, VOLUME_SCALE) });
    if (parts.length === 0) return null;
    const whole = parts.reduce((sum, part) => sum + part.volume, 0);
    const hotWater = this.water.between(since, this.number);
    if (!hotWater.ok) return hotWater;
    const less = hotWater.value;
    const volume = less === null ? whole : heat(calculate(houseLessHotWater, { Vобщ: gcal(whole), Vгвс: gcal(less.volume) }));
    return ok({ state: 'known', volume, told: { kind: 'measured', parts, whole, hotWater: less } });
  }

  /** The meter failed or its verification ended: the average of п. 59(1), then the normative of п. 60(1). */
  private failed(since: number): Found {
    const { first } = lawOf(this.month);
    const of = numberOf(HEATING_AVERAGE_PERIODS, first);
    const { period, ended } = this.periodsSince(since);
    if (ended) return ok({ state: 'ended', period });
    const weather = inForce(HEATING.weather, first) && policyValue(this.facts.house.policies, 'heatingFailedAverage') === 'degreeDays';
    const by = weather ? 'weather' : inForce(HEATING.weather, first) ? 'days' : 'months';
    const months = this.knownBefore(since, by === 'weather');
    if (!months.ok) return months;
    if (months.value.length < numberOf(HEATING_AVERAGE_LEAST, first)) return ok({ state: 'ended', period });
    const { days } = this.book.heatedIn(this.month);
    const degreeDays = weather ? this.degreeDays(this.month) : null;
    if (weather && degreeDays === null) return err(this.temperatureMissing(this.month));
    const told = { kind: 'failed', by, known: months.value, days, degreeDays, period, of } as const;
    return ok({ state: 'known', volume: averaged(told), told });
  }

  /** Months charged since the failure, this one included; a limit that was once passed is not opened again by a longer one. */
  private periodsSince(since: number): { readonly period: number; readonly ended: boolean } {
    let period = 0;
    let ended = false;
    for (let number = since; number <= this.number; number += 1) {
      const month = monthFromNumber(number);
      if (this.book.mode(month) !== 'uniform' && this.book.heatedIn(month).days === 0) continue;
      period += 1;
      ended ||= period > numberOf(HEATING_AVERAGE_PERIODS, lawOf(month).first);
    }
    return { period, ended };
  }

  /** The newest months of heating before the failure whose volume the meter measured. */
  private knownBefore(since: number, weather: boolean): Result<readonly KnownHeat[], BillingProblem> {
    const window = numberOf(HEATING_AVERAGE_WINDOW, lawOf(this.month).first);
    const found: KnownHeat[] = [];
    for (let number = since - 1; number > since - 37 && found.length < window; number -= 1) {
      const month = monthFromNumber(number);
      const { days } = this.book.heatedIn(month);
      if (days === 0) continue;
      const measured = new HouseHeatOf(this.facts, this.book, month).measured();
      if (measured === null || !measured.ok || measured.value.state !== 'known') continue;
      const degreeDays = weather ? this.degreeDays(month) : null;
      if (weather && degreeDays === null) return err(this.temperatureMissing(month));
      found.push({ month, volume: measured.value.volume, days, degreeDays });
    }
    return ok(found);
  }

  /** (tв − tн) × days of heating, on two decimals; `null` without temperatures, or in weather warmer than the rooms. */
  private degreeDays(month: Month): number | null {
    const { indoor, temperatures } = this.book.heating.territory;
    const outdoor = temperatures.find((one) => one.month === month);
    if (indoor === undefined || outdoor === undefined) return null;
    const degrees = tenths(indoor) - tenths(outdoor.mean);
    return degrees <= 0 ? null : degrees * 10 * this.book.heatedIn(month).days;
  }

  private temperatureMissing(month: Month): BillingProblem {
    const { territory } = this.book.heating;
    return { code: 'heating-temperature-missing', at: `heatingTerritory ${territory.id}`, value: month, facts: { month: this.month } };
  }
}

const tenths = (text: string): number => {
  const parsed = parseExact(text, SHAPES.temperature);
  return parsed.ok ? Number(parsed.value.int) : Number.NaN;
};

const gcal = (volume: number) => scaled(volume, VOLUME_SCALE, 'Gcal');
const heat = (int: bigint | null): number => (int === null ? Number.NaN : Number(int));

/** The volume that stands in for a failed house meter. */
const averaged = ({ by, known: months, days, degreeDays }: Extract<HouseHeatTold, { kind: 'failed' }>): number => {
  const whole = gcal(months.reduce((sum, one) => sum + one.volume, 0));
  switch (by) {
    case 'months':
      return heat(calculate(monthlyAverage, { Vг: whole, m: scaled(months.length, 0, 'month') }));
    case 'days':
      return heat(calculate(daysAverage, { Vб: whole, d: scaled(days, 0, 'day'), dб: scaled(sumOf(months, 'days'), 0, 'day') }));
    case 'weather':
      return heat(
        calculate(weatherAverage, {
          Vб: whole,
          G: scaled(degreeDays ?? 0, 2, 'degree-day'),
          Gб: scaled(sumOf(months, 'degreeDays'), 2, 'degree-day'),
        }),
      );
  }
};

const sumOf = (months: readonly KnownHeat[], field: 'days' | 'degreeDays'): number =>
  months.reduce((sum, one) => sum + (one[field] ?? 0), 0);
