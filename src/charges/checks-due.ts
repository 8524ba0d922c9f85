import { concerns } from '../consumption/act-refusals';
import type { MeterLife, MeterPlace } from '../consumption/meter-life';
import { addDays, addMonths, type Day, daysIn, lastDay, monthFromNumber, monthNumber, monthOf, serial } from '../kernel/calendar';
import type { HouseFacts, MeterPoint, PremisesFacts } from '../model/facts';
import type { MeteredService } from '../model/services';
import { type Clause, citation } from '../norms/act';
import { PP354 } from '../norms/acts';
import { CHECK_MONTHS, CHECK_SILENT_DAYS, CHECK_SILENT_MONTHS } from '../norms/federal/acts';
import { type Parameter, valueOn } from '../norms/parameter';
import { usesOf } from './premises-uses';

/** A meter that the provider has to check («кого пора проверить»): a finding for people, never a charge. */
export interface CheckDue {
  readonly premises: string;
  readonly service: MeteredService;
  readonly point: string;
  readonly meter: string;
  /** `silent`: six months without a reading (п. 84); `yearly`: a year since the last check (п. 83). */
  readonly reason: 'silent' | 'yearly';
  /** Day of the last reading or check. */
  readonly since: Day;
  /** Last day on which the check is in time. */
  readonly by: Day;
  readonly legal: string;
}

/**
 * Meters of a house that are due for a check on a day, as known on that day: fit ones that gave no reading for six whole months in a row,
 * and those that nobody checked for a year since the last check or the commissioning. ПП № 354, п. 83, 84.
 *
 * @returns in order of premises and places; a meter may be due for both reasons
 * @example checksDue(house, '2026-09-01' as Day).filter(({ by }) => by < '2026-09-01') // too late already
 */
export const checksDue = (facts: HouseFacts, on: Day): readonly CheckDue[] =>
  usesOf(facts).flatMap((use) =>
    use.allPlaces().flatMap((place, index) => {
      const life = fitOn(place, serial(on));
      return life === null ? [] : dueOf(use.facts, use.facts.points[index] as MeterPoint, life, on);
    }),
  );

/** The life that measures on a day. */
const fitOn = ({ lives }: MeterPlace, day: number): MeterLife | null => lives.find((life) => life.from <= day && day < life.fitEnd) ?? null;

const dueOf = (premises: PremisesFacts, point: MeterPoint, life: MeterLife, on: Day): readonly CheckDue[] => {
  const checks = premises.acts.filter((act) => act.type === 'check' && act.on <= on && concerns(act, point)).map((act) => act.on);
  const checked = checks[checks.length - 1];
  const base = { premises: premises.premises.id, service: point.service, point: point.point, meter: life.meter.id };
  return [
    ...silentSince(base, life, checked, on),
    ...yearlySince(base, checked !== undefined && checked > life.meter.commissionedOn ? checked : life.meter.commissionedOn, on),
  ];
};

type Base = Pick<CheckDue, 'premises' | 'service' | 'point' | 'meter'>;

/** The register that was read longest ago counts: a zone that is never told is no reading of the meter. */
const silentSince = (base: Base, { registers }: MeterLife, checked: Day | undefined, on: Day): readonly CheckDue[] => {
  const [months, days] = [lawOn(CHECK_SILENT_MONTHS, on), lawOn(CHECK_SILENT_DAYS, on)];
  let oldest = Number.POSITIVE_INFINITY;
  let since = on;
  for (const { boundaries } of registers) {
    const known = boundaries.filter(({ taken }) => taken <= serial(on));
    const last = known[known.length - 1];
    if (last === undefined || last.month >= oldest) continue;
    oldest = last.month;
    since = addDays(on, last.taken - serial(on));
  }
  if (checked !== undefined && monthNumber(checked) > oldest) [oldest, since] = [monthNumber(checked), checked];
  if (months === null || days === null || monthNumber(on) - 1 - oldest < months) return [];
  const by = addDays(lastDay(monthFromNumber(oldest + months)), days);
  return [{ ...base, reason: 'silent', since, by, legal: cited(PP354.checkSilent, on) }];
};

const yearlySince = (base: Base, since: Day, on: Day): readonly CheckDue[] => {
  const months = lawOn(CHECK_MONTHS, on);
  if (months === null) return [];
  const month = addMonths(monthOf(since), months);
  const by = `${month}-${String(Math.min(Number(since.slice(8)), daysIn(month))).padStart(2, '0')}` as Day;
  return by <= on ? [{ ...base, reason: 'yearly', since, by, legal: cited(PP354.checkDuty, on) }] : [];
};

const lawOn = (parameter: Parameter, on: Day): number | null => {
  const value = valueOn(parameter, on);
  return value.ok ? Number(value.value.value) : null;
};

const cited = (clause: Clause, on: Day): string => citation(clause, on) ?? clause.subject;
