import { addDays, type Day, minuteSerial } from '../kernel/calendar';
import { decimalText, scaledSafe } from '../kernel/gate';
import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { byFrom, byId } from './fact-order';
import { incidentForm, strangeFields, unsaid } from './incident-fields';
import type { AbsenceRecord, IncidentRecord, PremisesRecord, ResidentRecord } from './records';

const NONE: readonly never[] = [];

/** Absences from a premises: of somebody who lives there, one at a time, no longer than their documents say. */
export const absencesOf = (
  premises: PremisesRecord,
  residents: readonly ResidentRecord[],
  groups: Groups,
  problems: AssemblyProblem[],
): readonly AbsenceRecord[] => {
  const own = groups.absences.get(premises.id);
  if (own === undefined) return NONE;
  const list = [...own].sort((a, b) => byText(a.person, b.person) || byFrom(a, b) || byId(a, b));
  for (const [index, one] of list.entries()) {
    if (!residents.some(({ person }) => person === one.person))
      problems.push({ code: 'absence-person-unknown', at: at(one), value: one.person, facts: { premises: premises.id } });
    if (one.to <= one.from) {
      problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
      continue;
    }
    const open = uncovered(one);
    if (open !== null) problems.push({ code: 'absence-beyond-documents', at: at(one), value: open, facts: { from: one.from, to: one.to } });
    const before = list[index - 1];
    if (before !== undefined && before.person === one.person && one.from < before.to)
      problems.push({ code: 'absences-overlap', at: at(one), value: one.person, facts: { other: before.id } });
  }
  return list;
};

/** The first full day of an absence that no document confirms. */
const uncovered = ({ from, to, documents }: AbsenceRecord): Day | null => {
  let day = addDays(from, 1);
  const dated = [...documents].sort((a, b) => byText(a.from ?? '', b.from ?? ''));
  for (const one of dated)
    if ((one.from ?? '') <= day && (one.to === undefined || one.to >= day)) day = one.to === undefined ? to : addDays(one.to, 1);
  return day < to ? day : null;
};

/** Breaks and bad quality in a house: hours in order, what their type has to say, never two of one type at one time for one premises. */
export const incidentsOf = (house: string, groups: Groups, problems: AssemblyProblem[]): readonly IncidentRecord[] => {
  const list = (groups.incidents.get(house) ?? []).sort((a, b) => byFrom(a, b) || byId(a, b));
  for (const [index, one] of list.entries()) {
    checkIncident(one, house, groups, problems);
    for (const before of list.slice(0, index))
      if (
        before.service === one.service &&
        before.type === one.type &&
        minuteSerial(one.from) < minuteSerial(before.to) &&
        meet(before, one)
      )
        problems.push({ code: 'incidents-overlap', at: at(one), value: one.from, facts: { other: before.id } });
  }
  return list;
};

const checkIncident = (one: IncidentRecord, house: string, groups: Groups, problems: AssemblyProblem[]): void => {
  for (const premises of one.premises ?? [])
    if (groups.premises.get(premises)?.house !== house)
      problems.push({ code: 'unknown-reference', at: at(one), value: premises, facts: { refersTo: 'premises' } });
  const form = incidentForm(one);
  if (form === undefined || form === null) {
    problems.push(
      form === undefined
        ? { code: 'incident-service', at: at(one), value: one.service }
        : { code: 'incident-type', at: at(one), value: one.type, facts: { service: one.service } },
    );
    return;
  }
  const minutes = minuteSerial(one.to) - minuteSerial(one.from);
  if (minutes <= 0) {
    problems.push({ code: 'interval-empty', at: at(one), facts: { from: one.from, to: one.to } });
    return;
  }
  for (const field of strangeFields(one, form))
    problems.push({ code: 'incident-field', at: at(one), value: field, facts: { service: one.service, type: one.type } });
  for (const group of unsaid(one, form))
    problems.push({ code: 'incident-measure', at: at(one), value: group.join(', '), facts: { service: one.service, type: one.type } });
  if (one.service === 'waste' && one.hoursAbove === undefined && one.weather === undefined)
    problems.push({ code: 'incident-weather-missing', at: at(one) });
  if (one.service === 'waste' && (minuteSerial(one.from) % 60 !== 0 || minuteSerial(one.to) % 60 !== 0))
    problems.push({ code: 'incident-minutes', at: at(one), value: minuteSerial(one.from) % 60 === 0 ? one.to : one.from });
  if (one.hoursAbove !== undefined && scaledSafe(one.hoursAbove, 2) * 60 > minutes * 100)
    problems.push({
      code: 'incident-hours',
      at: at(one),
      value: one.hoursAbove,
      facts: { most: decimalText(Math.floor((minutes * 100) / 60), 2) },
    });
  checkMeasured(one, problems);
};

/** Measured temperatures begin with the incident and go on in order to its end. */
const checkMeasured = (one: IncidentRecord, problems: AssemblyProblem[]): void => {
  let before = minuteSerial(one.from) - 1;
  for (const [index, { from }] of (one.measured ?? []).entries()) {
    const now = minuteSerial(from);
    if (now <= before || now >= minuteSerial(one.to) || (index === 0 && now !== minuteSerial(one.from))) {
      problems.push({ code: 'incident-measured-order', at: at(one), value: from, facts: { from: one.from, to: one.to } });
      return;
    }
    before = now;
  }
};

const meet = (a: IncidentRecord, b: IncidentRecord): boolean =>
  a.premises === undefined || b.premises === undefined || a.premises.some((one) => b.premises?.includes(one) === true);
