import { type Day, dayFromSerial, serial } from '../../kernel/calendar';
import { entryOn } from '../../kernel/dated';
import { ok, type Result } from '../../kernel/result';
import type { PenaltyScale, PenaltyStep } from '../../norms/federal/penalty-scales';
import { notReviewed, type ParameterProblem } from '../../norms/parameter';

/** Days `[from, to)`, as serial numbers, on which nothing is charged, and why. */
export interface Stop {
  readonly from: number;
  readonly to: number;
  readonly code: string;
  readonly ground: string;
}

/** Days of delay `[from, to)` with one part of the rate, or free. */
export interface DelayDays {
  readonly from: number;
  readonly to: number;
  readonly divisor: string | null;
  readonly stop: Stop | null;
}

/**
 * Number the days of delay and say what each costs: day 1 follows the due day. Stopped days are numbered too, unless the count pauses on
 * them (policy `moratoriumDayCount`). Where two stops meet the first one is named.
 *
 * @param due the due day, as a serial number
 * @param through the last day counted
 */
export const delayDays = (
  scale: PenaltyScale,
  due: number,
  through: number,
  stops: readonly Stop[],
  pauses: boolean,
): Result<readonly DelayDays[], ParameterProblem> => {
  const days: DelayDays[] = [];
  let counted = 0;
  for (const [from, to] of cutAt(due + 1, through + 1, [
    ...stops.flatMap((stop) => [stop.from, stop.to]),
    ...scale.series.map((entry) => serial(entry.from)),
  ])) {
    const stop = stops.find((one) => one.from <= from && from < one.to) ?? null;
    if (stop !== null) {
      days.push({ from, to, divisor: null, stop });
      if (!pauses) counted += to - from;
      continue;
    }
    const steps = stepsOn(scale, dayFromSerial(from), dayFromSerial(to - 1));
    if (!steps.ok) return steps;
    for (let at = from; at < to; ) {
      const next = steps.value.find((step) => step.fromDay > counted + 1);
      const end = next === undefined ? to : Math.min(to, at + next.fromDay - counted - 1);
      const divisor = steps.value.findLast((step) => step.fromDay <= counted + 1)?.divisor ?? null;
      days.push({ from: at, to: end, divisor, stop: null });
      counted += end - at;
      at = end;
    }
  }
  return ok(days);
};

const stepsOn = (scale: PenaltyScale, first: Day, last: Day): Result<readonly PenaltyStep[], ParameterProblem> => {
  const begins = scale.series[0]?.from;
  const unknown = notReviewed(scale, begins, first) ?? notReviewed(scale, begins, last);
  return unknown ?? ok(entryOn(scale.series, first)?.value ?? []);
};

/** The days `[from, to)` cut at some of them. */
export const cutAt = (from: number, to: number, cuts: readonly number[]): readonly (readonly [from: number, to: number])[] => {
  const inside = [...new Set(cuts)].filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
  const bounds = from < to ? [from, ...inside, to] : [];
  return bounds.slice(1).map((end, index) => [bounds[index] as number, end]);
};
