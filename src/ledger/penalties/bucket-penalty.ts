import { type Day, dayFromSerial, serial } from '../../kernel/calendar';
import { type Fraction, NO_FRACTION, sumFractions } from '../../kernel/fraction';
import { asKopecks, type Kopecks, NO_MONEY, roundToKopeck } from '../../kernel/money';
import { err, must, ok, type Result } from '../../kernel/result';
import { shifted } from '../../norms/due-days';
import { PENALTY_SCALES, type PenaltyRegime, type PenaltyScale } from '../../norms/federal/penalty-scales';
import { calculateExactly } from '../../norms/formula';
import {
  PENALTY_RATES,
  type PenaltyRate,
  type PenaltyRates,
  penaltyRateOn,
  type RateStretch,
  rateStretches,
} from '../../norms/penalty-rate';
import { PENALTY_REGIMES, penaltyBranch, penaltyCitation } from '../../norms/penalty-regime';
import { type PolicyCode, type PolicyValue, policyValue } from '../../norms/policies';
import { choose } from '../../norms/rules';
import { type BaseStretch, baseHistory, baseLayers } from './base-history';
import { cutAt, type DelayDays, delayDays } from './delay-days';
import { latePenalty, penaltyValues } from './penalty-formula';
import type { DebtBucket, PenaltyRequest } from './penalty-request';
import type { BucketPenalty, PenaltyInterval, PenaltyProblem } from './penalty-result';
import { stopsOf } from './stops';

/** A part of the debt with the day whose rate counts for it; `null` is each day's own. */
interface RatedStretch extends BaseStretch {
  readonly rateDay: Day | null;
}

/** Penalties of one bucket with the first day whose rate was assumed. */
export interface Reckoned {
  readonly penalty: BucketPenalty;
  readonly assumedFrom: Day | null;
}

/** Reckon one bucket. */
export const bucketPenalty = (bucket: DebtBucket, request: PenaltyRequest): Result<Reckoned, PenaltyProblem> =>
  new Reckoning(bucket, request).run();

class Reckoning {
  private readonly through: number;
  private readonly rates: PenaltyRates;
  private readonly lower: boolean;
  private readonly ownStretches: readonly RateStretch[];
  private readonly rateCuts: readonly number[];
  private assumedFrom: Day | null = null;

  constructor(
    private readonly bucket: DebtBucket,
    private readonly request: PenaltyRequest,
  ) {
    this.through = serial(request.through);
    this.rates = request.law?.rates ?? PENALTY_RATES;
    this.lower = this.policy('penaltyCapFirstText') === 'lower';
    this.ownStretches = rateStretches(this.rates, this.lower);
    this.rateCuts = this.ownStretches.map(({ from }) => from);
  }

  run(): Result<Reckoned, PenaltyProblem> {
    const { bucket, request } = this;
    const branch = bucket.branch ?? penaltyBranch(bucket.service);
    const facts = { payer: request.payer, branch, ownerAsConsumer: this.policy('nonResidentialPenalty') === 'asConsumer' };
    const choice = choose(PENALTY_REGIMES, facts, request.through);
    if (!choice.ok) return choice;
    const regime = choice.value.basis;
    const legal = penaltyCitation(regime, branch, choice.value.clause, request.through);
    const nominal = this.stretches(bucket.dueDay);
    const due = shifted(bucket.dueDay, { policies: request.policies, calendar: request.law?.calendar });
    if (!due.ok && nominal.length > 0) return due;
    const dueDay = due.ok ? due.value : bucket.dueDay;
    const intervals = this.intervals(regime, dueDay, this.stretches(dueDay));
    if (!intervals.ok) return intervals;
    const exact = sumFractions(intervals.value.map((one) => one.exact));
    return ok({ penalty: { bucket, regime, legal, dueDay, intervals: intervals.value, exact }, assumedFrom: this.assumedFrom });
  }

  private policy<C extends PolicyCode>(code: C): PolicyValue<C> {
    return policyValue(this.request.policies ?? {}, code);
  }

  private stretches(dueDay: Day): readonly BaseStretch[] {
    return baseHistory(this.bucket, serial(dueDay), this.through, {
      paymentDayCounts: this.policy('paymentDayCounts') === 'yes',
      reversalSpared: this.policy('reversalGap') === 'spared',
    });
  }

  private intervals(
    regime: PenaltyRegime,
    dueDay: Day,
    stretches: readonly BaseStretch[],
  ): Result<readonly PenaltyInterval[], PenaltyProblem> {
    const last = stretches.at(-1);
    if (last === undefined) return ok([]);
    const stops = stopsOf(this.bucket, this.request);
    const days = delayDays(this.scale(regime), serial(dueDay), last.to - 1, stops, this.policy('moratoriumDayCount') === 'pause');
    if (!days.ok) return days;
    const rated = this.rated(regime, stretches);
    if (!rated.ok) return rated;
    const out: PenaltyInterval[] = [];
    for (const part of rated.value) {
      const own: PenaltyInterval[] = [];
      for (const delay of days.value) {
        const [from, to] = [Math.max(part.from, delay.from), Math.min(part.to, delay.to)];
        if (from >= to) continue;
        const rows = this.rows(delay, part, from, to);
        if (!rows.ok) return rows;
        for (const row of rows.value) joined(own, row);
      }
      out.push(...own);
    }
    return this.finished(out);
  }

  private scale(regime: PenaltyRegime): PenaltyScale {
    const scale = PENALTY_SCALES[regime];
    if (regime !== 'capitalRepair' || this.policy('capitalRepairStartDay') !== 'firstDay') return scale;
    return { ...scale, series: scale.series.slice(0, 1) };
  }

  /** Which day's rate each part of the debt has (policy `penaltyRate`; the model contract on waste has the day of the demand). */
  private rated(regime: PenaltyRegime, stretches: readonly BaseStretch[]): Result<readonly RatedStretch[], PenaltyProblem> {
    const { bucket, request } = this;
    if (regime === 'waste') return ok(stretches.map((one) => ({ ...one, rateDay: bucket.demandedOn ?? request.through })));
    const policy = this.policy('penaltyRate');
    if (policy === 'accrualDay') return ok(stretches.map((one) => ({ ...one, rateDay: null })));
    const { decidedOn } = request;
    if (policy === 'decisionDay' && decidedOn === undefined) return err({ code: 'decision-day-missing' });
    const counts = this.policy('paymentDayCounts') === 'yes';
    return ok(
      baseLayers(stretches, this.through).flatMap((layer): RatedStretch[] => {
        const paidOn = layer.open ? request.through : dayFromSerial(layer.to - (counts ? 1 : 0));
        if (policy === 'paymentDay' || decidedOn === undefined || (!layer.open && paidOn <= decidedOn))
          return [{ ...layer, rateDay: paidOn }];
        return cutAt(layer.from, layer.to, [serial(decidedOn) + 1]).map(([from, to]) => ({
          ...layer,
          from,
          to,
          rateDay: from > serial(decidedOn) ? paidOn : decidedOn,
        }));
      }),
    );
  }

  /** Days with one part of the rate, cut where the rate changes. */
  private rows(delay: DelayDays, part: RatedStretch, from: number, to: number): Result<readonly PenaltyInterval[], PenaltyProblem> {
    const base = asKopecks(part.base);
    const { divisor, stop } = delay;
    if (divisor === null) {
      const [free, grounds] = stop === null ? ['grace', []] : [stop.code, [stop.ground]];
      return ok([row(from, to, base, { rate: null, divisor: null, free, grounds, exact: NO_FRACTION })]);
    }
    const rows: PenaltyInterval[] = [];
    for (const stretch of part.rateDay === null ? this.ownRates(from, to) : this.ratesOfDay(part.rateDay, from, to)) {
      if (!stretch.rate.ok) return stretch.rate;
      const [start, end] = [Math.max(from, stretch.from), Math.min(to, stretch.to)];
      this.noteAssumed(stretch.rate.value, dayFromSerial(start));
      const { percent, act } = stretch.rate.value;
      const exact = calculateExactly(latePenalty, penaltyValues(base, percent, end - start, divisor)) as Fraction;
      joined(rows, row(start, end, base, { rate: percent, divisor, free: null, grounds: [act], exact }));
    }
    return ok(rows);
  }

  /** Each day has its own rate. */
  private ownRates(from: number, to: number): readonly RateStretch[] {
    return this.ownStretches
      .filter((one) => one.from < to && from < one.to)
      .map((one) => (one.rate.ok ? one : { ...one, rate: this.rateOf(dayFromSerial(Math.max(from, one.from))) }));
  }

  /** All days have the rate of one day; its cap may be that of each day (policy `penaltyCapScope`). */
  private ratesOfDay(rateDay: Day, from: number, to: number): readonly RateStretch[] {
    const byPayment = this.policy('penaltyCapScope') === 'paymentDay';
    return cutAt(from, to, byPayment ? [] : this.rateCuts).map(([start, end]) => ({
      from: start,
      to: end,
      rate: this.rateOf(rateDay, byPayment ? rateDay : dayFromSerial(start)),
    }));
  }

  private rateOf(rateDay: Day, capDay: Day = rateDay): RateStretch['rate'] {
    return penaltyRateOn(this.rates, { rateDay, capDay }, this.lower);
  }

  private noteAssumed({ assumed }: PenaltyRate, day: Day): void {
    if (assumed && (this.assumedFrom === null || day < this.assumedFrom)) this.assumedFrom = day;
  }

  private finished(rows: readonly PenaltyInterval[]): Result<readonly PenaltyInterval[], PenaltyProblem> {
    const sorted = [...rows].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : b.base - a.base));
    const merged: PenaltyInterval[] = [];
    for (const one of sorted) joined(merged, one);
    const priced = merged.map((one) => ({ one, amount: roundToKopeck(one.exact.over, one.exact.under) }));
    if (priced.some(({ amount }) => !amount.ok)) return err({ code: 'amount-too-large' });
    return ok(priced.map(({ one, amount }) => ({ ...one, amount: must(amount) })));
  }
}

type RowFacts = Pick<PenaltyInterval, 'rate' | 'divisor' | 'free' | 'grounds' | 'exact'>;

const row = (from: number, to: number, base: Kopecks, facts: RowFacts): PenaltyInterval => ({
  from: dayFromSerial(from),
  through: dayFromSerial(to - 1),
  days: to - from,
  base,
  amount: NO_MONEY,
  ...facts,
});

/** Add a row to rows; it becomes part of the last one when it goes on from it with the same base, rate and part of it. */
const joined = (rows: PenaltyInterval[], next: PenaltyInterval): void => {
  const last = rows.at(-1);
  const goesOn =
    last !== undefined &&
    serial(last.through) + 1 === serial(next.from) &&
    last.base === next.base &&
    last.rate === next.rate &&
    last.divisor === next.divisor &&
    last.free === next.free;
  if (!goesOn) {
    rows.push(next);
    return;
  }
  rows[rows.length - 1] = {
    ...last,
    through: next.through,
    days: last.days + next.days,
    exact: sumFractions([last.exact, next.exact]),
    grounds: [...new Set([...last.grounds, ...next.grounds])],
  };
};
