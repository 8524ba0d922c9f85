import type { BillingProblem } from '../consumption/problems';
import { type HeatMonth, type HeatTerms, heatOfMonth } from '../house/heat-meter';
import { type Month, monthFromNumber, monthNumber, serial } from '../kernel/calendar';
import type { HeatingFacts, HouseFacts, PremisesFacts } from '../model/facts';
import type { HeatingMode, HeatingTermsRecord, HeatingTerritoryRecord } from '../model/heating-records';
import { HEATING_AVERAGE_LEAST, HEATING_AVERAGE_WINDOW } from '../norms/federal/heating';
import { type Parameter, valueOn } from '../norms/parameter';
import { lawOf } from './month-law';
import { houseUses } from './premises-uses';

type Season = HeatingTerritoryRecord['seasons'][number];

/** Days of heating in a month, in order; none out of the season. */
export interface HeatedDays {
  readonly spans: readonly { readonly from: number; readonly to: number; readonly season: Season | null }[];
  readonly days: number;
}

/** Where nothing is known of seasons every day counts: territories that pay evenly need none. */
const inForceOn = <T extends { readonly from: string }>(series: readonly T[], day: string): T | undefined => {
  let found: T | undefined;
  for (const one of series) if (one.from <= day && (found === undefined || one.from > found.from)) found = one;
  return found;
};

const books = new WeakMap<HouseFacts, HeatingBook>();

/** What the facts of a house say of heating, kept with them. */
export const heatingBookOf = (facts: HouseFacts): HeatingBook | null => {
  if (facts.heating === null) return null;
  let book = books.get(facts);
  if (book === undefined) {
    book = new HeatingBook(facts, facts.heating);
    books.set(facts, book);
  }
  return book;
};

/** Seasons, modes and meters of heat of a house, by month. */
export class HeatingBook {
  readonly seasons: readonly Season[];
  private readonly heated = new Map<Month, HeatedDays>();
  private readonly metered = new Map<string, HeatMonth | null>();

  constructor(
    private readonly facts: HouseFacts,
    readonly heating: HeatingFacts,
  ) {
    const { terms, territory } = heating;
    this.seasons = [...(terms.seasons ?? territory.seasons)].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  /** The mode of payment of a month: that of its last day; `null` before the territory chose any. */
  modeIn(month: Month): HeatingTerritoryRecord['modes'][number] | null {
    return inForceOn(this.heating.territory.modes, lawOf(month).last) ?? null;
  }

  /** K of a month. */
  factorIn(month: Month): HeatingTerritoryRecord['factors'][number] | undefined {
    return inForceOn(this.heating.territory.factors, lawOf(month).first);
  }

  /** Days of heating. */
  heatedIn(month: Month): HeatedDays {
    let found = this.heated.get(month);
    if (found === undefined) {
      const { from, to } = lawOf(month);
      const spans = this.seasons.flatMap((season) => {
        const [start, end] = [Math.max(from, serial(season.from)), season.to === null ? to : Math.min(to, serial(season.to))];
        return end > start ? [{ from: start, to: end, season }] : [];
      });
      const known = this.seasons.length > 0 ? spans : [{ from, to, season: null }];
      found = { spans: known, days: known.reduce((sum, span) => sum + span.to - span.from, 0) };
      this.heated.set(month, found);
    }
    return found;
  }

  /** Is the mode known, and in the season mode the season ordered or its absence reviewed? */
  problemOf(month: Month): BillingProblem | null {
    const { territory } = this.heating;
    const at = `heatingTerritory ${territory.id}`;
    const mode = this.modeIn(month);
    if (mode === null) return { code: 'heating-mode-missing', at, value: territory.code, facts: { month } };
    if (mode.mode === 'uniform') return null;
    if (this.seasons.length === 0) return { code: 'heating-season-missing', at, value: territory.code, facts: { month } };
    return this.seasonProblem(month);
  }

  /** Is it known whether there is heating in a month? Only where seasons are known at all: territories that pay evenly need none. */
  seasonProblem(month: Month): BillingProblem | null {
    const { territory } = this.heating;
    const [earliest] = this.seasons;
    if (earliest === undefined || this.heatedIn(month).days > 0) return null;
    const at = `heatingTerritory ${territory.id}`;
    const { first, last } = lawOf(month);
    if (first < earliest.from) return { code: 'heating-season-missing', at, value: territory.code, facts: { month } };
    return last <= territory.reviewedThrough
      ? null
      : { code: 'parameter-not-reviewed', at, value: territory.code, facts: { day: last, reviewedThrough: territory.reviewedThrough } };
  }

  mode(month: Month): HeatingMode {
    return this.modeIn(month)?.mode ?? 'season';
  }

  /** What reading meters of heat depends on. @param periods how many months in a row the average stands in */
  termsFor(month: Month, periods: number, shared = false): HeatTerms {
    const { first } = lawOf(month);
    return {
      heated: (number) => this.heatedIn(monthFromNumber(number)).days > 0,
      daysOf: (number) => lawOf(monthFromNumber(number)),
      periods,
      least: numberOf(HEATING_AVERAGE_LEAST, first),
      window: numberOf(HEATING_AVERAGE_WINDOW, first),
      shared,
    };
  }

  /** The heat that the meters of a premises counted in a month of heating; `null` where it counts as one without a meter. */
  premisesHeat(index: number, month: Month, periods: number): readonly HeatMonth[] | null {
    const places = houseUses(this.facts).of(index).placesOf('heating');
    if (places.length === 0) return null;
    const number = monthNumber(month);
    const terms = this.termsFor(month, periods);
    const found = places.map((place, at) => {
      const key = `${index}|${at}|${month}`;
      const known = this.metered.get(key);
      if (known !== undefined) return known;
      const made = heatOfMonth(place, number, terms);
      this.metered.set(key, made);
      return made;
    });
    return found.every((one) => one !== null) ? (found as readonly HeatMonth[]) : null;
  }

  /** Is a meter of heat of a premises there on some day of the month? One that is gone leaves an average behind, no meter. */
  hasMeter(index: number, month: Month): boolean {
    const { from, to } = lawOf(month);
    const places = houseUses(this.facts).of(index).placesOf('heating');
    return places.some(({ lives }) => lives.some((life) => life.from < to && life.fitEnd > from));
  }

  /** Is a premises without heat in the month by its documents (as they stand on the first day)? */
  unheatedBy({ premises }: PremisesFacts, month: Month): { readonly why: 'devices' | 'source'; readonly act: string } | null {
    const { first } = lawOf(month);
    const source = (premises.heatSources ?? []).find((one) => one.from <= first && (one.to === null || one.to > first));
    if (source !== undefined) return { why: 'source', act: source.act };
    const devices = inForceOn(premises.heatingDevices ?? [], first);
    return devices === undefined || devices.designed ? null : { why: 'devices', act: devices.act };
  }

  /** Has a premises allocators in the month? */
  hasAllocators({ premises }: PremisesFacts, month: Month): boolean {
    const { first, last } = lawOf(month);
    return (premises.heatAllocators ?? []).some((one) => one.from <= first && (one.to === null || one.to > last));
  }

  /** The state of the house meter that the terms name for the end of a month; `undefined` where they leave it to the meters. */
  meterStateIn(month: Month): HeatingTermsRecord['meter'][number] | undefined {
    return inForceOn(this.heating.terms.meter, lawOf(month).last);
  }
}

/** A parameter of the law as a number; `NaN` where it has no value. */
export const numberOf = (of: Parameter, day: Parameters<typeof valueOn>[1]): number => {
  const found = valueOn(of, day);
  return found.ok ? Number(found.value.value) : Number.NaN;
};

/** The twelve months of a year. */
export const monthsOfYear = (year: number): readonly Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);

/** Year of a month. */
export const yearOf = (month: Month): number => Number(month.slice(0, 4));
