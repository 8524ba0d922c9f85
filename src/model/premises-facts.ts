import { overlaps } from '../kernel/interval';
import { byText } from '../kernel/text-order';
import { actsOf } from './act-checks';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import { absencesOf } from './event-checks';
import type { Groups } from './fact-groups';
import { byFrom, byId, byTaken } from './fact-order';
import type { MeterFacts, MeterPoint, PremisesFacts, RegisterFacts } from './facts';
import { checkShares, hasShare } from './housing-checks';
import { plainHistory } from './plain-history';
import { ratiosOf } from './ratios';
import type { AccountRecord, MeterRecord, PremisesRecord, ReadingRecord, ResidentRecord } from './records';
import type { MeteredService } from './services';

const NONE: readonly never[] = [];

/** Nest what hangs on a premises: accounts, residents, meter places with registers and readings. */
export const premisesFacts = (premises: PremisesRecord, groups: Groups, problems: AssemblyProblem[]): PremisesFacts => {
  const accounts = (groups.accounts.get(premises.id) ?? (NONE as readonly AccountRecord[] as AccountRecord[])).sort(byFrom);
  const shared = accounts.some(hasShare);
  for (let i = 0; i < accounts.length; i += 1) {
    const one = accounts[i] as AccountRecord;
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    const before = accounts[i - 1];
    if (before !== undefined && !shared && overlaps(before, one))
      problems.push({ code: 'accounts-overlap', at: at(one), value: one.number, facts: { other: before.number } });
  }
  if (shared) checkShares(premises, accounts, groups.services.get(premises.house) ?? [], problems);
  const residents = groups.residents.get(premises.id) ?? (NONE as readonly ResidentRecord[]);
  const points = pointsOf(groups.metersOf.get(premises.id), groups, problems);
  return {
    premises,
    accounts,
    residents: residentsOf(residents, problems),
    points,
    acts: actsOf(premises, points, groups, problems),
    absences: absencesOf(premises, residents, groups, problems),
  };
};

const residentsOf = (list: readonly ResidentRecord[], problems: AssemblyProblem[]): readonly ResidentRecord[] => {
  if (list.length === 0) return list;
  const sorted = [...list].sort((a, b) => byText(a.person, b.person) || byFrom(a, b));
  for (let i = 0; i < sorted.length; i += 1) {
    const one = sorted[i] as ResidentRecord;
    if (one.to !== null && one.to <= one.from)
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    if (one.born !== undefined && one.from < one.born)
      problems.push({ code: 'resident-before-birth', at: at(one), value: one.from, facts: { born: one.born } });
    const before = sorted[i - 1];
    if (before !== undefined && before.person === one.person && overlaps(before, one)) {
      problems.push({ code: 'residents-overlap', at: at(one), value: one.person, facts: { other: before.id } });
    }
  }
  return sorted;
};

/** Meters by service and place, one after another at each, with their readings. */
export const pointsOf = (meters: MeterRecord[] | undefined, groups: Groups, problems: AssemblyProblem[]): readonly MeterPoint[] => {
  if (meters === undefined) return [];
  meters.sort(
    (a, b) => byText(a.service, b.service) || byText(a.point, b.point) || byText(a.commissionedOn, b.commissionedOn) || byId(a, b),
  );
  const points: { service: MeteredService; point: string; meters: MeterFacts[] }[] = [];
  for (const meter of meters) {
    if (meter.removedOn !== undefined && meter.removedOn < meter.commissionedOn) {
      problems.push({
        code: 'meter-removed-before-commissioned',
        at: at(meter),
        value: meter.removedOn,
        facts: { commissionedOn: meter.commissionedOn },
      });
    }
    let point = points[points.length - 1];
    if (point === undefined || point.service !== meter.service || point.point !== meter.point) {
      point = { service: meter.service, point: meter.point, meters: [] };
      points.push(point);
    }
    const before = point.meters[point.meters.length - 1]?.meter;
    if (before !== undefined && (before.removedOn === undefined || before.removedOn > meter.commissionedOn)) {
      problems.push({
        code: 'meters-overlap',
        at: at(meter),
        value: meter.commissionedOn,
        facts: { other: before.id, removedOn: before.removedOn ?? '—' },
      });
    }
    point.meters.push(meterFacts(meter, groups.readings.get(meter.id) ?? NONE, problems));
  }
  return points;
};

/** A meter with its readings nested; what does not fit goes to the problems. */
export const meterFacts = (meter: MeterRecord, readings: readonly ReadingRecord[], problems: AssemblyProblem[]): MeterFacts => {
  const sorted = inOrder(readings) ? readings : [...readings].sort(byTaken);
  const registers = meter.registers.map((register): RegisterFacts => {
    const own = meter.registers.length === 1 ? sorted : sorted.filter((reading) => reading.zone === register.zone);
    const { zone, digits, decimals, initial } = register;
    const reportsVolume = meter.reports === 'volume';
    const ratios = register.ratios === undefined ? null : ratiosOf(meter, register, problems);
    const plain = reportsVolume || ratios !== null ? null : plainHistory(initial, digits, decimals, meter.commissionedOn, own);
    return { zone, digits, decimals, initial, reportsVolume, ratios, readings: own, plain };
  });
  for (let i = 1; i < registers.length; i += 1) {
    if (registers.findIndex((other) => other.zone === registers[i]?.zone) !== i)
      problems.push({ code: 'register-twice', at: at(meter), value: registers[i]?.zone ?? '' });
  }
  const [only] = registers;
  for (const reading of sorted) {
    if (only !== undefined && reading.zone === only.zone) continue;
    if (!registers.some((register) => register.zone === reading.zone)) {
      problems.push({ code: 'register-unknown', at: at(reading), value: reading.zone, facts: { meter: meter.id } });
    }
  }
  return { meter, registers };
};

const inOrder = (readings: readonly ReadingRecord[]): boolean => {
  for (let i = 1; i < readings.length; i += 1)
    if (byTaken(readings[i - 1] as ReadingRecord, readings[i] as ReadingRecord) > 0) return false;
  return true;
};
