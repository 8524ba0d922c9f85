import { type Day, monthNumber } from '../kernel/calendar';
import type { MeterPoint } from '../model/facts';
import type { ActRecord } from '../model/records';
import { inForce } from '../norms/act';
import { PP354 } from '../norms/acts';

/** Months (counted, `[from, to)`) in which readings of a meter place are not used, since access was refused (ПП № 354, п. 60(2)). */
export interface Refusal {
  /** Month of the second act: averaged whole (C07). */
  readonly from: number;
  /** Month of the check, or in which another meter was commissioned; infinity while neither has happened. */
  readonly to: number;
  readonly acts: readonly ActRecord[];
}

/** Does an act concern a meter place? Gas has acts of its own (ПП № 549). A check with readings and no scope of its own concerns the meters that it read. */
export const concerns = (act: ActRecord, point: MeterPoint): boolean => {
  if (point.service === 'gas') return false;
  const here = (id: string): boolean => point.meters.some(({ meter }) => meter.id === id);
  if (act.meter !== undefined) return here(act.meter);
  if (act.service !== undefined) return act.service === point.service;
  return act.readings.length === 0 || act.readings.some(({ meter }) => here(meter));
};

/**
 * Refusals of access to a meter place: from the month of the act that makes them `least` since the last check, to the month of the next check.
 * Commissioning another meter there is a check too: whoever refused has let somebody in.
 */
export const refusalsOf = (point: MeterPoint, acts: readonly ActRecord[], least: number): readonly Refusal[] => {
  const checks: Day[] = point.meters.slice(1).map(({ meter }) => meter.commissionedOn);
  for (const act of acts) if (act.type === 'check' && concerns(act, point)) checks.push(act.on);
  checks.sort();
  const found: Refusal[] = [];
  let counted: ActRecord[] = [];
  let next = 0;
  for (const act of acts) {
    if (act.type !== 'accessRefused' || !concerns(act, point) || !inForce(PP354.averageRefused, act.on)) continue;
    while (next < checks.length && (checks[next] as Day) < act.on) {
      counted = [];
      next += 1;
    }
    counted = [...counted, act];
    if (counted.length !== least) continue;
    const check = checks[next];
    const to = check === undefined ? Number.POSITIVE_INFINITY : monthNumber(check);
    if (to > monthNumber(act.on)) found.push({ from: monthNumber(act.on), to, acts: counted });
  }
  return found;
};

/** The refusal that holds in a month. */
export const refusalIn = (refusals: readonly Refusal[], month: number): Refusal | null =>
  refusals.find(({ from, to }) => month >= from && month < to) ?? null;
