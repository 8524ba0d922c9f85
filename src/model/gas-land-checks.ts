import { type AssemblyProblem, factPlace as at } from './assembly-problem';
import type { Groups } from './fact-groups';
import type { LandUse } from './gas-land-fields';
import type { MeterRecord, NormativeRecord, PremisesRecord, ServiceRecord } from './records';

/** Unit of each component of the gas normative. */
export const GAS_NORMATIVE_UNIT = { cooking: 'm3/person-month', waterHeating: 'm3/person-month', heating: 'm3/m2-month' } as const;

/** Units that the normative of a direction of land use may have, by the unit of its service. */
const LAND_UNITS = {
  m3: ['m3/m2-month', 'm3/head-month', 'm3/person-month'],
  kWh: ['kWh/m2-month', 'kWh/head-month', 'kWh/person-month'],
} as const;

/** Fields of gas stand on gas, sources on electricity: elsewhere they would be read by nobody. */
export const misplacedFields = (one: ServiceRecord, problems: AssemblyProblem[]): void => {
  if (one.feeds !== undefined && one.service !== 'electricity')
    problems.push({ code: 'service-field-misplaced', at: at(one), value: 'feeds', facts: { service: one.service } });
  if (one.service === 'gas') return;
  for (const field of ['rules', 'gasNormatives'] as const)
    if (one[field] !== undefined && one[field] !== 'pp354')
      problems.push({ code: 'service-field-misplaced', at: at(one), value: field, facts: { service: one.service } });
};

/** Gas equipment, land uses, faults of gas meters and normatives by months of the year fit what they refer to. */
export const checkGasAndLand = (groups: Groups, problems: AssemblyProblem[]): void => {
  for (const record of groups.normatives.values()) checkProfiles(record, problems);
  for (const premises of groups.premises.values()) {
    if (premises.landUses !== undefined && premises.type !== 'dwelling')
      problems.push({ code: 'service-field-misplaced', at: at(premises), value: 'landUses', facts: { service: premises.type } });
    if (premises.landUses !== undefined) for (const use of premises.landUses) checkLandUse(premises, use, groups, problems);
    if (premises.gasEquipment !== undefined) checkEquipment(premises, premises.gasEquipment, problems);
  }
  for (const meter of groups.meters.values())
    if (meter.fault !== undefined || meter.repairNotice !== undefined) checkGasMeter(meter, problems);
};

const checkProfiles = (record: NormativeRecord, problems: AssemblyProblem[]): void => {
  for (const { from, profile, value, table } of record.entries) {
    if (profile === undefined) continue;
    const months = profile.flatMap((one) => one.months);
    const twice = months.find((month, index) => months.indexOf(month) !== index);
    if (twice !== undefined || value !== undefined || table !== undefined)
      problems.push({ code: 'series-overlap', at: at(record), value: twice === undefined ? from : `${from}, ${twice}` });
  }
};

const checkLandUse = (premises: PremisesRecord, use: LandUse, groups: Groups, problems: AssemblyProblem[]): void => {
  const place = `${at(premises)} landUses`;
  if (use.to !== null && use.to <= use.from)
    problems.push({ code: 'interval-empty', at: place, value: use.use, facts: { from: use.from, to: use.to } });
  const normative = groups.normatives.get(use.normative);
  if (normative === undefined) {
    problems.push({ code: 'normative-unknown', at: place, value: use.normative });
    return;
  }
  const units: readonly string[] = LAND_UNITS[use.service === 'electricity' ? 'kWh' : 'm3'];
  if (!units.includes(normative.unit))
    problems.push({
      code: 'tariff-unit-mismatch',
      at: place,
      value: use.normative,
      facts: { expected: units.join(', '), received: normative.unit },
    });
};

const checkEquipment = (
  premises: PremisesRecord,
  entries: NonNullable<PremisesRecord['gasEquipment']>,
  problems: AssemblyProblem[],
): void => {
  for (const [index, { from }] of entries.entries())
    if (entries.findIndex((other) => other.from === from) !== index)
      problems.push({ code: 'series-overlap', at: `${at(premises)} gasEquipment`, value: from });
};

const checkGasMeter = (meter: MeterRecord, problems: AssemblyProblem[]): void => {
  if (meter.service !== 'gas')
    problems.push({
      code: 'service-field-misplaced',
      at: at(meter),
      value: meter.fault === undefined ? 'repairNotice' : 'fault',
      facts: { service: meter.service },
    });
  if (meter.fault !== undefined && meter.fault.lastCheckOn >= meter.fault.foundOn)
    problems.push({ code: 'interval-empty', at: at(meter), facts: { from: meter.fault.lastCheckOn, to: meter.fault.foundOn } });
};
