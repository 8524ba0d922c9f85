import { byText } from '../kernel/text-order';
import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import { byId } from './fact-order';
import type { MeterPoint } from './facts';
import type { ActRecord, ActType, PremisesRecord } from './records';

/** Fields that not every act has. */
type OwnField = 'service' | 'meter' | 'startedOn' | 'endedOn' | 'capacity' | 'readings';

/** What an act of each type needs and what it may have beside. */
const FIELDS: Readonly<Record<ActType, { readonly needs: readonly OwnField[]; readonly may: readonly OwnField[] }>> = {
  accessRefused: { needs: [], may: ['service', 'meter'] },
  check: { needs: [], may: ['service', 'meter', 'readings'] },
  tampering: { needs: ['meter'], may: ['startedOn', 'endedOn'] },
  unauthorised: { needs: ['service'], may: ['startedOn', 'endedOn', 'capacity'] },
  installationRefused: { needs: [], may: ['service'] },
  supplierDelay: { needs: [], may: ['service', 'endedOn'] },
};
const OWN_FIELDS: readonly OwnField[] = ['service', 'meter', 'startedOn', 'endedOn', 'capacity', 'readings'];
const ELECTRICITY_ONLY: ReadonlySet<ActType> = new Set(['installationRefused', 'supplierDelay']);

const NONE: readonly ActRecord[] = [];

/** The acts of a premises in order of days, each checked: its fields, its days, the meters it names. */
export const actsOf = (
  premises: PremisesRecord,
  points: readonly MeterPoint[],
  groups: Groups,
  problems: AssemblyProblem[],
): readonly ActRecord[] => {
  const acts = groups.acts.get(premises.id);
  if (acts === undefined) return NONE;
  const communal = premises.within !== undefined || [...groups.premises.values()].some(({ within }) => within === premises.id);
  for (const act of acts) {
    if (communal) problems.push({ code: 'act-in-communal-flat', at: at(act), value: premises.id });
    checkFields(act, premises, problems);
    checkDays(act, problems);
    checkMeters(act, points, problems);
  }
  return [...acts].sort((a, b) => byText(a.on, b.on) || byId(a, b));
};

const has = (act: ActRecord, field: OwnField): boolean => (field === 'readings' ? act.readings.length > 0 : act[field] !== undefined);

/** Gas has acts of its own (ПП № 549). Non-residential premises have no normative: their capacity is asked for (ПП № 354, п. 62, 81(11)). */
const checkFields = (act: ActRecord, { type }: PremisesRecord, problems: AssemblyProblem[]): void => {
  const { needs, may } = FIELDS[act.type];
  const byCapacity = type === 'nonResidential' && (act.type === 'tampering' || act.type === 'unauthorised');
  const wanted: readonly OwnField[] = byCapacity ? [...needs, 'capacity'] : needs;
  for (const field of OWN_FIELDS) {
    const facts = { field, type: act.type };
    if (wanted.includes(field)) {
      if (!has(act, field)) problems.push({ code: 'act-field-missing', at: at(act), facts });
    } else if (has(act, field) && !may.includes(field)) problems.push({ code: 'act-field-foreign', at: at(act), facts });
  }
  const { service } = act;
  if (service === undefined) return;
  if (ELECTRICITY_ONLY.has(act.type) ? service !== 'electricity' : service === 'gas')
    problems.push({ code: 'act-field-foreign', at: at(act), value: service, facts: { field: 'service', type: act.type } });
};

const checkDays = (act: ActRecord, problems: AssemblyProblem[]): void => {
  const { startedOn, endedOn, on } = act;
  if (startedOn !== undefined && startedOn > on) problems.push({ code: 'act-days', at: at(act), facts: { from: startedOn, to: on } });
  const from = startedOn ?? (act.type === 'supplierDelay' ? on : undefined);
  if (from !== undefined && endedOn !== undefined && endedOn < from)
    problems.push({ code: 'act-days', at: at(act), facts: { from, to: endedOn } });
};

const checkMeters = (act: ActRecord, points: readonly MeterPoint[], problems: AssemblyProblem[]): void => {
  const named = [act.meter, ...act.readings.map(({ meter }) => meter)];
  if (points.some(({ service, meters: there }) => service === 'gas' && there.some(({ meter }) => named.includes(meter.id))))
    problems.push({ code: 'act-field-foreign', at: at(act), value: 'gas', facts: { field: 'meter', type: act.type } });
  const meters = points.flatMap((point) => point.meters);
  const find = (id: string) => meters.find(({ meter }) => meter.id === id);
  if (act.meter !== undefined && find(act.meter) === undefined)
    problems.push({ code: 'unknown-reference', at: at(act), value: act.meter, facts: { refersTo: 'meter' } });
  for (const { meter, zone } of act.readings) {
    const found = find(meter);
    if (found === undefined) problems.push({ code: 'unknown-reference', at: at(act), value: meter, facts: { refersTo: 'meter' } });
    else if (found.meter.reports === 'volume')
      problems.push({ code: 'act-field-foreign', at: at(act), value: meter, facts: { field: 'readings', type: act.type } });
    else if (!found.registers.some((register) => register.zone === zone))
      problems.push({ code: 'register-unknown', at: at(act), value: zone, facts: { meter } });
  }
};
