import { type Day, dayFromSerial, serial } from '../kernel/calendar';
import { entryOn } from '../kernel/dated';
import { parseExact } from '../kernel/gate';
import { WIDEST } from '../kernel/quantity';
import { must, ok, type Result } from '../kernel/result';
import { FIXED_PENALTY_RATE, KEY_RATE, PENALTY_RATE_CAP, REFINANCING_RATE } from './federal/penalty-rate';
import { type Parameter, type ParameterEntry, type ParameterProblem, valueOn } from './parameter';

/** Rates for penalties as dated data, per cent a year; a host passes newer ones. `cap: null` says that nothing limits the key rate. */
export interface PenaltyRates {
  readonly refinancing: Parameter;
  readonly keyRate: Parameter;
  readonly fixed: Parameter | null;
  readonly cap: Parameter | null;
}

/** The federal rates that ship with the library. */
export const PENALTY_RATES: PenaltyRates = {
  refinancing: REFINANCING_RATE,
  keyRate: KEY_RATE,
  fixed: FIXED_PENALTY_RATE,
  cap: PENALTY_RATE_CAP,
};

/** A rate for penalties with its ground. */
export interface PenaltyRate {
  /** Per cent a year, as text. */
  readonly percent: string;
  readonly act: string;
  /** The key rate of the day is not known yet; the cap stands, since the last known rate was not below it. */
  readonly assumed: boolean;
}

/** Days a rate is asked for: of the rate itself, and of its cap. */
export interface RateDays {
  readonly rateDay: Day;
  readonly capDay: Day;
}

/**
 * The rate for penalties: the refinancing rate, from 2016 the key rate; under ПП № 474 no more than 9.5 %.
 *
 * @param lower the first text of ПП № 474 took the smaller of both as well (policy `penaltyCapFirstText`)
 * @returns `missing-parameter` or `parameter-not-reviewed` when the rate or its cap is not known
 */
export const penaltyRateOn = (
  rates: PenaltyRates,
  { rateDay, capDay }: RateDays,
  lower: boolean,
): Result<PenaltyRate, ParameterProblem> => {
  const fixed = limitOn(rates.fixed, capDay);
  if (!fixed.ok) return fixed;
  if (fixed.value !== null && !lower) return ok(known(fixed.value));
  const cap = limitOn(rates.cap, capDay);
  if (!cap.ok) return cap;
  const limit = fixed.value ?? cap.value;
  const rate = keyRateOn(rates, rateDay);
  if (!rate.ok) {
    const last = rate.error.code === 'parameter-not-reviewed' ? entryOn(rates.keyRate.series, rateDay)?.value : undefined;
    return limit !== null && last !== undefined && last !== null && isLess(limit.value, last)
      ? ok({ ...known(limit), assumed: true })
      : rate;
  }
  return ok(known(limit === null || isLess(rate.value.value, limit.value) ? rate.value : limit));
};

type Valued = ParameterEntry & { readonly value: string };

const known = ({ value, act }: Valued): PenaltyRate => ({ percent: value, act, assumed: false });

/** A limit on a day: silence before it began and after it ended is no limit. */
const limitOn = (of: Parameter | null, day: Day): Result<Valued | null, ParameterProblem> => {
  if (of === null) return ok(null);
  const entry = valueOn(of, day);
  return entry.ok || entry.error.code !== 'missing-parameter' ? entry : ok(null);
};

/** The refinancing rate while it has a value, then the key rate. */
const keyRateOn = ({ refinancing, keyRate }: PenaltyRates, day: Day): Result<Valued, ParameterProblem> => {
  const before = entryOn(refinancing.series, day);
  return before === undefined || before.value !== null ? valueOn(refinancing, day) : valueOn(keyRate, day);
};

const isLess = (a: string, b: string): boolean => must(parseExact(a, WIDEST)).int < must(parseExact(b, WIDEST)).int;

/** Days `[from, to)`, as serial numbers, with one answer about the rate when each day has its own. */
export interface RateStretch {
  readonly from: number;
  readonly to: number;
  readonly rate: Result<PenaltyRate, ParameterProblem>;
}

const stretched = new WeakMap<PenaltyRates, Map<boolean, readonly RateStretch[]>>();

/** The rate of each day of delay by its own day, as stretches that cover every day once; reckoned once per set of rates. */
export const rateStretches = (rates: PenaltyRates, lower: boolean): readonly RateStretch[] => {
  const known = stretched.get(rates) ?? new Map<boolean, readonly RateStretch[]>();
  stretched.set(rates, known);
  const before = known.get(lower);
  if (before !== undefined) return before;
  const cuts = [serial(FIRST_DAY), ...rateCuts(rates)];
  const made = cuts.map((from, at): RateStretch => {
    const day = dayFromSerial(from);
    return { from, to: cuts[at + 1] ?? Number.MAX_SAFE_INTEGER, rate: penaltyRateOn(rates, { rateDay: day, capDay: day }, lower) };
  });
  known.set(lower, made);
  return made;
};

/** First day that a text can name. */
const FIRST_DAY = '1900-01-01' as Day;

/** Days from which one of the rates or its limits may say something else, in order, as serial numbers. */
const rateCuts = (rates: PenaltyRates): readonly number[] => {
  const all = [rates.refinancing, rates.keyRate, rates.fixed, rates.cap].filter((of) => of !== null);
  const days = all.flatMap((of) => [...of.series.map(({ from }) => serial(from)), serial(of.reviewedThrough) + 1]);
  return [...new Set(days)].sort((a, b) => a - b);
};
