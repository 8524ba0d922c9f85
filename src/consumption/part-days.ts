import { scaledSafe } from '../kernel/gate';
import { scaled } from '../kernel/quantity';
import type { ActRecord } from '../model/records';
import { freeDays, type ViolationDays } from './act-violations';
import { type MeteredUnit, VOLUME_FORMULAS, VOLUME_SCALE, volumeOf } from './formulas';
import type { MonthContext, ServiceTerms } from './month-context';
import type { NormativeDays, PlaceMonth, VolumePart } from './place-month';
import { volumeThrough } from './register-month';
import { raises } from './volume-choice';

const HOURS_A_DAY = 24;

/** Volume of a connection that worked round the clock for some days. */
export const byCapacity = (terms: ServiceTerms, act: ActRecord, days: number, digits: number): number =>
  volumeOf(
    VOLUME_FORMULAS[unitOf(terms)].byCapacity as typeof VOLUME_FORMULAS.m3.byCapacity,
    { q: scaledSafe(act.capacity as string, VOLUME_SCALE), t: days * HOURS_A_DAY },
    digits,
  );

/** Hours of some days. */
export const hoursOf = (days: number) => scaled(days * HOURS_A_DAY, 0, 'hour');

const unitOf = (terms: ServiceTerms): MeteredUnit => (terms.unit === 'kWh' ? 'kWh' : 'm3');

/** A part's volume cut to the days that violations leave, by days; the cuts and the days left out sum to the part. */
export const withoutViolations = (
  part: VolumePart,
  violations: readonly ViolationDays[],
  context: MonthContext,
  terms: ServiceTerms,
): readonly VolumePart[] => {
  const whole = wholeOf(part);
  const parts = part.to - part.from;
  const through = (days: number): number => (days === 0 ? 0 : volumeThrough(whole, days, parts, unitOf(terms), context.volumeDigits));
  return freeDays(part.from, part.to, violations).map((days): VolumePart => {
    const [from, to] = [days.from - part.from, days.to - part.from];
    if (to - from === parts) return part;
    const volume = through(to) - through(from);
    return { ...part, ...days, volume, told: { kind: 'part', of: part.told, whole, from, to, parts, why: 'act' } };
  });
};

const wholeOf = ({ told, volume }: VolumePart): number => (told.kind === 'readings' ? told.gap.to.value - told.gap.from.value : volume);

/** Of several normative answers that hold from `from` at the latest to `to` at least, the one that raises the charge, then the longer one. */
export const strongest = (months: readonly PlaceMonth[], from: number, to: number): NormativeDays | null => {
  let best: NormativeDays | null = null;
  for (const { normative } of months) {
    for (const one of normative) {
      if (one.from > from || one.to < to) continue;
      const stronger = best === null || (raises(one.rule) && !raises(best.rule));
      const longer = best !== null && raises(one.rule) === raises(best.rule) && one.to - one.from > best.to - best.from;
      if (stronger || longer) best = one;
    }
  }
  return best;
};
