import { AREA_SCALE, areaDays, areaStretches } from '../consumption/area';
import type { BillingProblem } from '../consumption/problems';
import type { AreaUnit } from '../house/heating-formulas';
import { BY_HOUSE, BY_NORMATIVE, type HeatingBasis, type HeatingRuleFacts, heatingVolume } from '../house/heating-rules';
import { decimalText } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import { rowFor } from '../norms/rules';
import { sharedArea } from './common-areas';
import { houseAverage, premisesAverage, type YearAverage } from './heating-average';
import { type HeatingBook, heatingBookOf } from './heating-book';
import { divideHeat } from './heating-division';
import { type HouseHeat, houseHeat } from './heating-house';
import { areaOfHouse, heatingNormative, normativeVolume } from './heating-normative';
import {
  type HeatingAsked,
  type HeatingItem,
  type HeatingMonth,
  type HeatingNormative,
  type HeatingSums,
  type HouseVolume,
  type MeteredHeat,
  sumBy,
  unmeteredArea,
} from './heating-types';
import type { PricedMonth, PricedStretch } from './prices';

/** Find the heat of every premises of a house in a month; `null` where nothing is charged for heating. */
export const heatingMonth = (
  facts: HouseFacts,
  context: PricedMonth,
  asked: HeatingAsked,
): Result<HeatingMonth | null, readonly BillingProblem[]> => {
  const book = heatingBookOf(facts);
  const terms = context.services.find(({ service }) => service === 'heating');
  if (book === null || terms === undefined) return ok(null);
  return new HeatingOf(facts, context, book, asked).find(terms.stretches);
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

  find(stretches: readonly PricedStretch[]): Result<HeatingMonth | null, readonly BillingProblem[]> {
    const { book, context, asked } = this;
    const unknown = book.problemOf(context.month);
    if (unknown !== null) return err([unknown]);
    const uniform = asked === 'charged' && book.mode(context.month) === 'uniform';
    const charged = uniform || book.heatedIn(context.month).days > 0;
    if (!charged) {
      const unsaid = book.seasonProblem(context.month);
      return unsaid === null ? ok(null) : err([unsaid]);
    }
    const house = this.houseState(uniform);
    if (!house.ok) return err([house.error]);
    const items = this.items(uniform);
    const ruleFacts: HeatingRuleFacts = {
      detached: book.heating.terms.building === 'detached',
      own: stretches[0]?.record.made !== undefined,
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
    const normative = needsNormative ? heatingNormative(context, book, stretches, uniform, this.problems) : null;
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
      left: { whole: sums.whole, metered: sums.metered, unmetered: unmeteredArea(items.list), clamped: false },
      items: items.list,
      book,
    };
    const divided = divideHeat(context, found, this.problems);
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
      const area = areas[index] as number;
      const excluded = unheated !== null || this.book.hasAllocators(premises, month);
      const found = area === 0 ? null : this.meteredHeat(index, uniform);
      const metered = excluded && !this.book.hasMeter(index, month) ? null : found;
      if (metered !== null && excluded) {
        const other = unheated === null ? 'heatAllocators' : unheated.why === 'source' ? 'heatSources' : 'heatingDevices';
        this.problems.push({
          code: 'heating-coverage-contradicts',
          at: `premises ${premises.premises.id}`,
          value: other,
          facts: { month },
        });
      }
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

  private houseVolume(
    basis: HeatingBasis,
    house: { readonly heat: HouseHeat; readonly average: YearAverage | null },
    normative: HeatingNormative | null,
    unit: AreaUnit,
  ): HouseVolume | null {
    if (BY_NORMATIVE.has(basis) || (BY_HOUSE.has(basis) && normative !== null)) {
      if (normative === null) return null;
      const volume = normativeVolume(this.context, { book: this.book, normative, unit }, areaOfHouse(this.facts));
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
}

const areaText = (areaOfDays: number, days: number): string => decimalText(Math.round(areaOfDays / days), AREA_SCALE);

/** Does a dated area stay what it is all month? One that begins later or never is steady at nothing only when it is so all month. */
const isSteady = (series: Parameters<typeof areaStretches>[0], from: number, to: number): boolean => {
  const stretches = areaStretches(series, from, to);
  return stretches === null ? areaDays(series, from, to) === 0 : stretches.every(({ area }) => area === stretches[0]?.area);
};
