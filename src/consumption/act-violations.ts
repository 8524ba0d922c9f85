import { addMonths, type Day, dayFromSerial, daysIn, firstDay, monthNumber, monthOf, serial } from '../kernel/calendar';
import type { MeterFacts, MeterPoint, PremisesFacts } from '../model/facts';
import type { ActRecord } from '../model/records';
import type { ServiceCode } from '../model/services';
import { type Clause, inForce } from '../norms/act';
import { PP354 } from '../norms/acts';
import { concerns } from './act-refusals';

/** Days `[from, to)` (serial) that an act about tampering or an unauthorised connection takes. */
export interface ViolationDays {
  readonly from: number;
  readonly to: number;
  readonly act: ActRecord;
}

/** What the days of acts depend on. */
export interface ViolationTerms {
  /** Acts drawn up in months up to this one (counted) are known. */
  readonly through: number;
  /** How many months back an act reaches at most. */
  readonly monthsBack: number;
}

/** The same day so many months earlier, or the last day of that month where it has no such day. */
const monthsEarlier = (day: Day, months: number): Day => {
  const month = addMonths(monthOf(day), -months);
  const of = Math.min(Number(day.slice(8)), daysIn(month));
  return `${month}-${String(of).padStart(2, '0')}` as Day;
};

const later = (a: Day, b: Day | undefined): Day => (b !== undefined && b > a ? b : a);

/** Day of the last check of a place before an act. */
const lastCheck = (acts: readonly ActRecord[], point: MeterPoint | undefined, act: ActRecord): Day | undefined => {
  let found: Day | undefined;
  for (const one of acts)
    if (one.type === 'check' && one.on < act.on && (point === undefined ? one.service === act.service : concerns(one, point)))
      found = one.on;
  return found;
};

interface Meant {
  readonly point: MeterPoint;
  readonly facts: MeterFacts;
}

const meterOf = ({ points }: PremisesFacts, id: string | undefined): Meant | null => {
  for (const point of points) for (const facts of point.meters) if (facts.meter.id === id) return { point, facts };
  return null;
};

/** The service that an act about a violation concerns. */
const serviceOf = (premises: PremisesFacts, act: ActRecord): ServiceCode | undefined =>
  act.service ?? meterOf(premises, act.meter)?.point.service;

/**
 * Days of one act, both end days touched (C16). Tampering reaches back to the last check or the commissioning, at most three months before
 * the act, and ends with its removal or the meter's; a connection of unknown day reaches back to the last check, at most three months before the month
 * of discovery.
 */
export const violationDays = (premises: PremisesFacts, act: ActRecord, monthsBack: number): Pick<ViolationDays, 'from' | 'to'> => {
  const end = (day: Day | undefined): number => (day === undefined ? Number.POSITIVE_INFINITY : serial(day) + 1);
  if (act.type === 'unauthorised') {
    const point = premises.points.find((one) => one.service === act.service);
    const most = firstDay(addMonths(monthOf(act.on), -monthsBack));
    const from = act.startedOn ?? later(most, lastCheck(premises.acts, point, act));
    return { from: serial(from), to: end(act.endedOn) };
  }
  const { point, facts } = meterOf(premises, act.meter) as Meant;
  const since = act.startedOn ?? later(facts.meter.commissionedOn, lastCheck(premises.acts, point, act));
  const from = later(monthsEarlier(act.on, monthsBack), since);
  return { from: serial(from), to: Math.min(end(act.endedOn), end(facts.meter.removedOn)) };
};

const clauseOf = ({ type }: ActRecord): Clause => (type === 'tampering' ? PP354.tampering : PP354.unauthorised);

/** Acts about violations of a service, connections first: they outrank tampering. */
export const violationsOf = (premises: PremisesFacts, service: ServiceCode, through: number): readonly ActRecord[] => {
  const known = premises.acts.filter(
    (act) =>
      (act.type === 'unauthorised' || act.type === 'tampering') &&
      serviceOf(premises, act) === service &&
      monthNumber(act.on) <= through &&
      inForce(clauseOf(act), act.on),
  );
  return [...known.filter(({ type }) => type === 'unauthorised'), ...known.filter(({ type }) => type === 'tampering')];
};

/** Days of `[from, to)` that none of the taken ones covers, in order. */
export const freeDays = (
  from: number,
  to: number,
  taken: readonly { readonly from: number; readonly to: number }[],
): readonly { readonly from: number; readonly to: number }[] => {
  let left = [{ from, to }];
  for (const one of taken)
    left = left.flatMap((days) =>
      one.to <= days.from || one.from >= days.to
        ? [days]
        : [
            { from: days.from, to: one.from },
            { from: one.to, to: days.to },
          ].filter((part) => part.to > part.from),
    );
  return left;
};

/** Days of `[from, to)` that violations of a service take, each day by one act: the one that outranks the others, then the earliest. */
export const violationsWithin = (
  premises: PremisesFacts,
  service: ServiceCode,
  from: number,
  to: number,
  { through, monthsBack }: ViolationTerms,
): readonly ViolationDays[] => {
  const found: ViolationDays[] = [];
  for (const act of violationsOf(premises, service, through)) {
    if (!inForce(clauseOf(act), dayFromSerial(from))) continue;
    const days = violationDays(premises, act, monthsBack);
    for (const free of freeDays(Math.max(from, days.from), Math.min(to, days.to), found))
      if (free.to > free.from) found.push({ ...free, act });
  }
  return found.sort((a, b) => a.from - b.from);
};
