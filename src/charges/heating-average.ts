import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { monthlyAverage } from '../house/heating-formulas';
import type { Month } from '../kernel/calendar';
import { scaled } from '../kernel/quantity';
import { ok, type Result } from '../kernel/result';
import type { HouseFacts } from '../model/facts';
import { HEATING_MOSCOW_YEARS } from '../norms/federal/heating';
import { calculate } from '../norms/formula';
import { policyValue } from '../norms/policies';
import { type HeatingBook, monthsOfYear, numberOf, yearOf } from './heating-book';
import { houseHeat } from './heating-house';
import { lawOf } from './month-law';

/** A monthly average of earlier years. */
export interface YearAverage {
  readonly volume: number;
  readonly sum: number;
  readonly months: number;
  readonly from: Month;
  readonly to: Month;
}

/** How many years back even payment looks: one, in Moscow five. */
const averagedYears = (facts: HouseFacts, month: Month): number => {
  const moscow = policyValue(facts.house.policies, 'heatingUniform') === 'moscow5y';
  const years = moscow ? numberOf(HEATING_MOSCOW_YEARS, lawOf(month).first) : 1;
  return Number.isNaN(years) ? 1 : years;
};

/** Sum of a year's months, or `null` when some month is not known. */
type YearSum = (months: readonly Month[]) => Result<number | null, BillingProblem>;

/** The average of as many full years before a month as are known, `years` at most; `null` while there is none. */
const averageOfYears = (month: Month, years: number, sumOfYear: YearSum): Result<YearAverage | null, BillingProblem> => {
  let sum = 0;
  let full = 0;
  for (; full < years; full += 1) {
    const own = sumOfYear(monthsOfYear(yearOf(month) - full - 1));
    if (!own.ok) return own;
    if (own.value === null) break;
    sum += own.value;
  }
  if (full === 0) return ok(null);
  const months = full * 12;
  const volume = Number(calculate(monthlyAverage, { Vг: scaled(sum, VOLUME_SCALE, 'Gcal'), m: scaled(months, 0, 'month') }) ?? Number.NaN);
  return ok({
    volume,
    sum,
    months,
    from: monthsOfYear(yearOf(month) - full)[0] as Month,
    to: monthsOfYear(yearOf(month) - 1)[11] as Month,
  });
};

/** The average monthly heat of a house for even payment; `null` while it has no full year of known volumes. */
export const houseAverage = (facts: HouseFacts, month: Month): Result<YearAverage | null, BillingProblem> =>
  averageOfYears(month, averagedYears(facts, month), (months) => {
    let sum = 0;
    for (const one of months) {
      const found = houseHeat(facts, one);
      if (!found.ok) return found;
      if (found.value.state !== 'known') return ok(null);
      sum += found.value.volume;
    }
    return ok(sum);
  });

/** The average monthly heat of a premises with meters; `null` while they have no full year. */
export const premisesAverage = (facts: HouseFacts, book: HeatingBook, index: number, month: Month): YearAverage | null => {
  const found = averageOfYears(month, averagedYears(facts, month), (months) => {
    let sum = 0;
    for (const one of months) {
      if (book.seasonProblem(one) !== null) return ok(null);
      if (book.heatedIn(one).days === 0) continue;
      const heats = book.premisesHeat(index, one, lawOf(one).periodsDwelling);
      if (heats === null) return ok(null);
      sum += heats.reduce((all, part) => all + part.volume, 0);
    }
    return ok(sum);
  });
  return found.ok ? found.value : null;
};
