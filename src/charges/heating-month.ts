import { AREA_SCALE, areaDays, areaStretches } from '../consumption/area';
import { VOLUME_SCALE, volumeOf } from '../consumption/formulas';
import { valueInMonth } from '../consumption/normative';
import type { BillingProblem } from '../consumption/problems';
import type { HeatMonth } from '../house/heat-meter';
import { type AreaUnit, HEATING_NORMATIVE, HEATING_SCALE, HEATING_SHARES } from '../house/heating-formulas';
import { BY_HOUSE, BY_NORMATIVE, type HeatingBasis, type HeatingRuleFacts, heatingVolume } from '../house/heating-rules';
import { decimalText, scaledSafe } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { NormativeRecord } from '../model/records';
import { rowFor } from '../norms/rules';
import { sharedArea } from './common-areas';
import { type HeatingBook, heatingBookOf } from './heating-book';
import { type HouseHeat, houseAverage, houseHeat, premisesAverage, type YearAverage } from './heating-house';
import type { PricedMonth } from './prices';
import { actWords } from './source-words';

/** Volumes as they are charged in the month, or as they were: what even payment is corrected to. */
export type HeatingAsked = 'charged' | 'actual';

/** What the meters of a premises counted, or their average of earlier years. */
export interface MeteredHeat {
  readonly volume: number;
  readonly months: readonly HeatMonth[] | null;
  readonly average: YearAverage | null;
}

/** A premises in the heating of its house. */
export interface HeatingItem {
  readonly index: number;
  readonly premises: PremisesFacts;
  /** In the unit of the month, on the area scale. */
  readonly area: number;
  /** Why no heat is in the premises by its documents; `null` where it is heated. */
  readonly unheated: { readonly why: 'devices' | 'source'; readonly act: string } | null;
  readonly metered: MeteredHeat | null;
  /** Heat of the premises with its part of the common heat, on the volume scale. */
  volume: number;
  /** Heat in the premises. */
  individual: number;
  /** Its volume came out below zero: it pays nothing, and the others share what is left (C22). */
  floored: boolean;
}

/** Days of the month with one normative. */
export interface HeatingNormativePiece {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly source: string;
}

/** Which of its rates a normative is charged by. */
export type NormativeRate = 'season' | 'uniform' | 'calendar';

/** The normative of heating of a month. */
export interface HeatingNormative {
  readonly rate: NormativeRate;
  readonly pieces: readonly HeatingNormativePiece[];
  /** K with its act, of the uniform rate. */
  readonly factor: { readonly value: string; readonly act: string } | null;
  /** Months of the season, of the calendar rate. */
  readonly months: number;
}

/** What the house took, as the month divides it. */
export interface HouseVolume {
  readonly volume: number;
  readonly heat: HouseHeat | null;
  readonly average: YearAverage | null;
  /** The volume is the normative's times the area of the house. */
  readonly byNormative: boolean;
}

/** Sums that the formulas of a month take; areas in its unit. */
export interface HeatingSums {
  readonly whole: number;
  readonly unheated: number;
  readonly common: number;
  /** Of premises with meters: their volumes and areas, all of them (формула 3(7)). */
  readonly metered: number;
  readonly meteredArea: number;
}

/** Heating of a house in a month before anything is priced. */
export interface HeatingMonth {
  readonly asked: HeatingAsked;
  readonly basis: HeatingBasis;
  readonly facts: HeatingRuleFacts;
  readonly unit: AreaUnit;
  readonly house: HouseVolume | null;
  readonly normative: HeatingNormative | null;
  readonly sums: HeatingSums;
  /** The part of the house that is divided after premises below zero fell out. */
  readonly left: HeatingLeft;
  readonly items: readonly HeatingItem[];
  readonly book: HeatingBook;
}

/** What is divided among the premises that are left (C22). */
export interface HeatingLeft {
  readonly whole: number;
  readonly metered: number;
  readonly unmetered: number;
  /** The residual is below zero and the policy takes it for zero. */
  readonly clamped: boolean;
}

/** Find the heat of every premises of a house in a month; `null` where nothing is charged for heating. */
export const heatingMonth = (
  facts: HouseFacts,
  context: PricedMonth,
  asked: HeatingAsked,
): Result<HeatingMonth | null, readonly BillingProblem[]> => {
  const book = heatingBookOf(facts);
  const terms = context.services.find(({ service }) => service === 'heating');
  if (book === null || terms === undefined) return ok(null);
  return new HeatingOf(facts, context, book, asked).find(
    terms.stretches[0]?.record.normative,
    terms.stretches[0]?.record.made !== undefined,
  );
};

class HeatingOf {
  private readonly problems: BillingProblem[] = [];
  private readonly at: string;

  constructor(
    private readonly facts: HouseFacts,
    private readonly context: PricedMonth,
    private readonly book: HeatingBook,
    private readonly asked: HeatingAsked,
  ) {
    this.at = `heatingTerms ${book.heating.terms.id}`;
  }

  find(normativeCode: string | undefined, own: boolean): Result<HeatingMonth | null, readonly BillingProblem[]> {
    const { book, context, asked } = this;
    const unknown = book.problemOf(context.month);
    if (unknown !== null) return err([unknown]);
    const uniform = asked === 'charged' && book.mode(context.month) === 'uniform';
    const charged = uniform || book.heatedIn(context.month).days > 0;
    if (!charged) return ok(null);
    const house = this.houseState(uniform);
    if (!house.ok) return err([house.error]);
    const items = this.items(uniform);
    const ruleFacts: HeatingRuleFacts = {
      detached: book.heating.terms.building === 'detached',
      own,
      uniform,
      charged,
      house: house.value.state,
      individual: this.coverage(items.list),
      ownMeters: context.policies.heatingOwnMeters === 'yes',
    };
    const row = rowFor(heatingVolume, ruleFacts, context.first);
    if (row < 0) return err([{ code: 'no-rule', value: heatingVolume.id, facts: { day: context.first } }]);
    const { basis } = heatingVolume.rows[row] as (typeof heatingVolume.rows)[number];
    const sums = this.sums(items.list, items.unit);
    const needsNormative = BY_NORMATIVE.has(basis) || (BY_HOUSE.has(basis) && uniform && house.value.average === null);
    const normative = needsNormative ? this.normative(normativeCode, uniform) : null;
    const volume = this.houseVolume(basis, house.value, normative, items.unit);
    if (this.problems.length > 0) return err(this.problems);
    const found: HeatingMonth = {
      asked,
      basis,
      facts: ruleFacts,
      unit: items.unit,
      house: volume,
      normative,
      sums,
      left: { whole: sums.whole, metered: sums.metered, unmetered: this.unmetered(items.list), clamped: false },
      items: items.list,
      book,
    };
    const divided = this.divide(found);
    return this.problems.length > 0 ? err(this.problems) : ok(divided);
  }

  /** The state of the house for the rules, with its volume of the month or its average of earlier years. */
  private houseState(
    uniform: boolean,
  ): Result<{ state: HeatingRuleFacts['house']; heat: HouseHeat; average: YearAverage | null }, BillingProblem> {
    const heat = houseHeat(this.facts, this.context.month);
    if (!heat.ok && !uniform) return heat;
    const now: HouseHeat = heat.ok ? heat.value : { state: 'known', volume: 0, told: { kind: 'off' } };
    if (now.state !== 'known') return ok({ state: now.state, heat: now, average: null });
    if (!uniform) return ok({ state: 'known', heat: now, average: null });
    const average = houseAverage(this.facts, this.context.month);
    return average.ok ? ok({ state: 'known', heat: now, average: average.value }) : average;
  }

  private items(uniform: boolean): { readonly list: HeatingItem[]; readonly unit: AreaUnit } {
    const { from, to, days, month } = this.context;
    const areas = this.facts.premises.map(({ premises }) => (premises.within === undefined ? areaDays(premises.areas, from, to) : 0));
    const steady = this.facts.premises.every(({ premises }) => premises.within !== undefined || isSteady(premises.areas, from, to));
    const unit: AreaUnit = steady && isSteady(this.book.heating.terms.commonAreas, from, to) && this.isWholeSteady() ? 'm2' : 'm2-day';
    const list: HeatingItem[] = [];
    for (const [index, premises] of this.facts.premises.entries()) {
      if (premises.premises.within !== undefined) continue;
      const unheated = this.book.unheatedBy(premises, month);
      const metered = this.meteredHeat(index, uniform);
      if (metered !== null && (unheated !== null || this.book.hasAllocators(premises, month))) {
        const other = unheated === null ? 'heatAllocators' : unheated.why === 'source' ? 'heatSources' : 'heatingDevices';
        this.problems.push({
          code: 'heating-coverage-contradicts',
          at: `premises ${premises.premises.id}`,
          value: other,
          facts: { month },
        });
      }
      const area = areas[index] as number;
      list.push({
        index,
        premises,
        area: unit === 'm2' ? area / days : area,
        unheated,
        metered: unheated === null ? metered : null,
        volume: 0,
        individual: 0,
        floored: false,
      });
    }
    return { list, unit };
  }

  private isWholeSteady(): boolean {
    const { from, to } = this.context;
    return this.facts.house.premisesArea === undefined || isSteady(this.facts.house.premisesArea, from, to);
  }

  private meteredHeat(index: number, uniform: boolean): MeteredHeat | null {
    const { month, periodsDwelling, periodsNonResidential } = this.context;
    const type = this.facts.premises[index]?.premises.type;
    const months = this.book.premisesHeat(index, month, type === 'nonResidential' ? periodsNonResidential : periodsDwelling);
    if (uniform) {
      const average = months === null && this.book.heatedIn(month).days > 0 ? null : premisesAverage(this.facts, this.book, index, month);
      return average === null ? null : { volume: average.volume, months: null, average };
    }
    return months === null ? null : { volume: months.reduce((sum, one) => sum + one.volume, 0), months, average: null };
  }

  /** How many premises that could have a meter have one (2.2 of the law's order: none, some, all). */
  private coverage(items: readonly HeatingItem[]): HeatingRuleFacts['individual'] {
    const counted = this.context.policies.heatingCountsUnheated === 'yes' ? items : items.filter(({ unheated }) => unheated === null);
    const metered = counted.filter(({ metered: one }) => one !== null).length;
    return metered === 0 ? 'none' : metered === counted.length ? 'all' : 'some';
  }

  private sums(items: readonly HeatingItem[], unit: AreaUnit): HeatingSums {
    const { from, to, days } = this.context;
    const by = unit === 'm2' ? days : 1;
    const shared = sharedArea(this.facts, from, to);
    if (shared.stated && shared.ofPremises > shared.days)
      this.problems.push({
        code: 'premises-area-exceeded',
        at: `house ${this.facts.house.id}`,
        value: areaText(shared.ofPremises, days),
        facts: { stated: areaText(shared.days, days) },
      });
    const common = areaDays(this.book.heating.terms.commonAreas, from, to) / by;
    const unheated = sumBy(items, ({ unheated: why, area }) => (why === null ? 0 : area));
    const whole = shared.days / by;
    if (unheated > whole)
      this.problems.push({
        code: 'heating-unheated-area',
        at: this.at,
        value: areaText(unheated * by, days),
        facts: { whole: areaText(shared.days, days) },
      });
    return {
      whole,
      unheated,
      common,
      metered: sumBy(items, ({ metered }) => metered?.volume ?? 0),
      meteredArea: sumBy(items, ({ metered, area }) => (metered === null ? 0 : area)),
    };
  }

  private unmetered(items: readonly HeatingItem[]): number {
    return sumBy(items, ({ metered, unheated, area }) => (metered === null && unheated === null ? area : 0));
  }

  private normative(code: string | undefined, uniform: boolean): HeatingNormative | null {
    const { context, book, at } = this;
    const record = context.normatives.record(code);
    if (record === undefined) {
      this.problems.push({ code: 'no-normative', at, value: 'heating', facts: { month: context.month } });
      return null;
    }
    const found = context.normatives.within(record, context.from, context.to);
    if (!found.ok) {
      this.problems.push({ ...found.error, at });
      return null;
    }
    const calendar = record.heating?.per === 'calendarMonth';
    const rate: NormativeRate = uniform ? (calendar ? 'season' : 'uniform') : calendar ? 'calendar' : 'season';
    const factor = rate === 'uniform' ? book.factorIn(context.month) : undefined;
    if (rate === 'uniform' && factor === undefined)
      this.problems.push({ code: 'heating-factor-missing', at: `heatingTerritory ${book.heating.territory.id}`, value: context.month });
    const pieces = found.value.flatMap(({ from, to, entry }) => {
      const value = this.valueOf(entry);
      return value === null ? [] : [{ from, to, value, source: `${record.title}: ${actWords(entry)}` }];
    });
    return { rate, pieces, factor: factor ?? null, months: record.heating?.months ?? 12 };
  }

  /** The value of a normative for the storeys and the year of the house. */
  private valueOf(entry: NormativeRecord['entries'][number]): string | null {
    if (entry.buildings === undefined) return valueInMonth(entry, this.context.monthOfYear);
    const { storeys, builtIn } = this.book.heating.terms;
    const fits = (value: number | undefined, from: number | undefined, to: number | undefined): boolean =>
      (from === undefined && to === undefined) || (value !== undefined && value >= (from ?? value) && value <= (to ?? value));
    const row = entry.buildings.find((one) => fits(storeys, one.storeysFrom, one.storeysTo) && fits(builtIn, one.builtFrom, one.builtTo));
    if (row === undefined)
      this.problems.push({
        code: 'heating-normative-building',
        at: this.at,
        value: this.facts.house.id,
        facts: { storeys: String(storeys ?? '—'), builtIn: String(builtIn ?? '—') },
      });
    return row?.value ?? null;
  }

  private houseVolume(
    basis: HeatingBasis,
    house: { readonly heat: HouseHeat; readonly average: YearAverage | null },
    normative: HeatingNormative | null,
    unit: AreaUnit,
  ): HouseVolume | null {
    if (BY_NORMATIVE.has(basis) || (BY_HOUSE.has(basis) && normative !== null)) {
      if (normative === null) return null;
      const volume = this.normativeVolume({ book: this.book, normative, unit }, areaOfHouse(this.facts));
      return { volume, heat: house.heat, average: null, byNormative: true };
    }
    if (!BY_HOUSE.has(basis) && basis !== 'ownMetered') return null;
    if (house.average !== null) return { volume: house.average.volume, heat: house.heat, average: house.average, byNormative: false };
    if (house.heat.state !== 'known') {
      this.problems.push({ code: 'heating-volume-missing', at: this.at, value: this.context.month });
      return null;
    }
    return { volume: house.heat.volume, heat: house.heat, average: null, byNormative: false };
  }

  /** Volume by the normative of an area, a run of days with one normative after another. */
  private normativeVolume(of: Parameters<typeof pieceInts>[1], areaOn: AreaOn): number {
    return sumBy(of.normative.pieces, (piece) => {
      const { formula, ints } = pieceInts(this.context, of, piece, areaOn);
      return volumeOf(formula as never, ints as never, this.context.volumeDigits);
    });
  }

  private divide(found: HeatingMonth): HeatingMonth {
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
    return normative === null ? 0 : this.normativeVolume({ book, normative, unit }, areaOfItem(item));
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

  private byArea({ sums, items, unit }: HeatingMonth, volume: number): void {
    const of = HEATING_SHARES[unit];
    const { whole, unheated, common } = sums;
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
    const unmetered = this.unmetered(left);
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

const sumBy = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

const areaText = (areaOfDays: number, days: number): string => decimalText(Math.round(areaOfDays / days), AREA_SCALE);

/** Does a dated area stay what it is all month? One that begins later or never is steady at nothing only when it is so all month. */
const isSteady = (series: Parameters<typeof areaStretches>[0], from: number, to: number): boolean => {
  const stretches = areaStretches(series, from, to);
  return stretches === null ? areaDays(series, from, to) === 0 : stretches.every(({ area }) => area === stretches[0]?.area);
};

/** Area × days on some days, on the area scale. */
export type AreaOn = (from: number, to: number) => number;

/** Days of a normative that are charged: all of them, or those of heating by the policy `heatingPartialMonth`. */
const chargedSpans = (
  context: PricedMonth,
  book: HeatingBook,
  rate: NormativeRate,
  { from, to }: { readonly from: number; readonly to: number },
): readonly { readonly from: number; readonly to: number }[] => {
  if (rate === 'uniform' || context.policies.heatingPartialMonth === 'full' || book.mode(context.month) === 'uniform')
    return [{ from, to }];
  return book.heatedIn(context.month).spans.flatMap((span) => {
    const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
    return end > start ? [{ from: start, to: end }] : [];
  });
};

/** The formula of a normative's piece with its letters as whole numbers on their scales. */
export const pieceInts = (
  context: PricedMonth,
  { book, normative, unit }: Pick<HeatingMonth, 'book' | 'unit'> & { readonly normative: HeatingNormative },
  piece: HeatingNormativePiece,
  areaOn: AreaOn,
): { readonly formula: HeatingNormativeFormula; readonly ints: Readonly<Record<string, number>> } => {
  const { rate, factor, months } = normative;
  const spans = chargedSpans(context, book, rate, piece);
  const D = context.days;
  const N = scaledSafe(piece.value, HEATING_SCALE);
  const rates: Record<string, number> =
    rate === 'uniform' ? { K: scaledSafe(factor?.value ?? '0', HEATING_SCALE) } : rate === 'calendar' ? { Y: 12, m: months } : {};
  if (unit === 'm2-day')
    return { formula: HEATING_NORMATIVE[`${rate}ByDays`], ints: { N, ...rates, W: sumBy(spans, ({ from, to }) => areaOn(from, to)), D } };
  const S = areaOn(context.from, context.to) / D;
  return { formula: HEATING_NORMATIVE[rate], ints: { N, ...rates, S, d: sumBy(spans, ({ from, to }) => to - from), D } };
};

/** A formula of the heating normative. */
export type HeatingNormativeFormula = (typeof HEATING_NORMATIVE)[keyof typeof HEATING_NORMATIVE];

/** Area of a premises, as the formulas of the normative ask for it. */
export const areaOfItem =
  ({ premises }: HeatingItem): AreaOn =>
  (from, to) =>
    areaDays(premises.premises.areas, from, to);

/** Area of the whole house, likewise. */
export const areaOfHouse =
  (facts: HouseFacts): AreaOn =>
  (from, to) =>
    sharedArea(facts, from, to).days;
