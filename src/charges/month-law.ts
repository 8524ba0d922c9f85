import type { GasTerms } from '../consumption/gas-terms';
import { MonthChoices } from '../consumption/month-choices';
import type { ActTerms } from '../consumption/month-context';
import type { BillingProblem } from '../consumption/problems';
import { type Day, dayAfter, daysIn, firstDay, lastDay, type Month, monthNumber, serial } from '../kernel/calendar';
import { REFUSALS_LEAST, SUPPLIER_DELAY_FACTOR, VIOLATION_MONTHS, VIOLATION_TIMES } from '../norms/federal/acts';
import {
  AVERAGE_LEAST_MONTHS,
  AVERAGE_PERIODS_DWELLING,
  AVERAGE_PERIODS_NON_RESIDENTIAL,
  AVERAGE_WINDOW_MONTHS,
} from '../norms/federal/average';
import { ELECTRICITY_SUPPLIER_DUTY, TEMPORARY_STAY_DAYS } from '../norms/federal/days';
import { GAS_AVERAGE_LEAST, GAS_AVERAGE_PERIODS, GAS_AVERAGE_WINDOW, GAS_DUTY_FLOW, GAS_REPAIR_PERIODS } from '../norms/federal/gas';
import { type Parameter, valueOn } from '../norms/parameter';

/** Calendar of a month and the federal parameters on its first day: the same for every house. */
export interface MonthLaw {
  readonly first: Day;
  readonly last: Day;
  readonly number: number;
  /** First day (serial) and first day after. */
  readonly from: number;
  readonly to: number;
  readonly days: number;
  readonly averageLeast: number;
  readonly averageWindow: number;
  readonly periodsDwelling: number;
  readonly periodsNonResidential: number;
  readonly temporaryDays: number;
  readonly supplierDuty: boolean;
  readonly acts: ActTerms;
  readonly gas: GasTerms;
  /** Choices of the month in houses that name no policy. */
  readonly choices: MonthChoices;
  /** Parameters without a value on the day; theirs is `NaN`. */
  readonly problems: readonly BillingProblem[];
}

/** Months that were asked for: a month run asks for one, a replay for a few years. Both the calendar and the parameters are constants. */
const known = new Map<Month, MonthLaw>();
const MOST_KNOWN = 120;

/** The law of a month, looked up once. */
export const lawOf = (month: Month): MonthLaw => {
  let law = known.get(month);
  if (law === undefined) {
    law = lookedUp(month);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(month, law);
  }
  return law;
};

const lookedUp = (month: Month): MonthLaw => {
  const first = firstDay(month);
  const problems: BillingProblem[] = [];
  const value = (parameter: Parameter): number => {
    const found = valueOn(parameter, first);
    if (found.ok) return Number(found.value.value);
    problems.push(found.error);
    return Number.NaN;
  };
  return {
    first,
    last: lastDay(month),
    number: monthNumber(month),
    from: serial(first),
    to: serial(dayAfter(month)),
    days: daysIn(month),
    averageWindow: value(AVERAGE_WINDOW_MONTHS),
    averageLeast: value(AVERAGE_LEAST_MONTHS),
    periodsDwelling: value(AVERAGE_PERIODS_DWELLING),
    periodsNonResidential: value(AVERAGE_PERIODS_NON_RESIDENTIAL),
    temporaryDays: value(TEMPORARY_STAY_DAYS),
    supplierDuty: value(ELECTRICITY_SUPPLIER_DUTY) === 1,
    acts: {
      times: value(VIOLATION_TIMES),
      monthsBack: value(VIOLATION_MONTHS),
      refusals: value(REFUSALS_LEAST),
      reduces: valueOn(SUPPLIER_DELAY_FACTOR, first).ok,
    },
    gas: {
      averageTerms: { least: value(GAS_AVERAGE_LEAST), window: value(GAS_AVERAGE_WINDOW) },
      periods: value(GAS_AVERAGE_PERIODS),
      repair: value(GAS_REPAIR_PERIODS),
      dutyFlow: value(GAS_DUTY_FLOW),
    },
    choices: new MonthChoices(),
    problems,
  };
};
