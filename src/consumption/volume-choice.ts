import { dayFromSerial } from '../kernel/calendar';
import type { VolumeBasis } from '../model/bill';
import { type RuleTable, rowFor } from '../norms/rules';
import { gasDuty } from './gas-normative';
import { suppliedGasVolume } from './gas-rules';
import { isSuppliedGas } from './gas-terms';
import type { MonthContext, ServiceTerms } from './month-context';
import type { PremisesUse } from './premises-use';
import { dwellingVolume, NO_ACTS, nonResidentialVolume, type VolumeFacts, type VolumeRule } from './volume-rules';

/** What a choice at a meter is asked about. */
export type Asked = Pick<VolumeFacts, 'fit' | 'reading' | 'periods' | 'average' | 'unfit'> & Partial<ActFacts>;
/** What acts say of a choice; without any act nothing. */
export type ActFacts = Pick<VolumeFacts, 'violation' | 'capacity' | 'refusedPeriods' | 'installationRefused' | 'delayed' | 'acts'>;

/** What the tables ask of a premises. */
export type Kind = Pick<PremisesUse, 'nonResidential'>;

/** Table of the premises for a service. */
export const tableOf = (use: Kind, terms: ServiceTerms): RuleTable<VolumeFacts, VolumeRule> =>
  use.nonResidential ? nonResidentialVolume : isSuppliedGas(terms, false) ? suppliedGasVolume : dwellingVolume;

/** Facts of a choice at a meter. */
export const meteredFacts = (context: MonthContext, use: Kind, terms: ServiceTerms, asked: Asked): VolumeFacts => ({
  metered: true,
  fit: asked.fit,
  reading: asked.reading,
  periods: asked.periods,
  average: asked.average,
  unfit: asked.unfit ?? null,
  periodsMost: periodsMost(context, use, terms, asked),
  expiredByAverage: context.policies.gasExpired === 'average',
  supplierDuty: terms.service === 'electricity' && context.supplierDuty && context.policies.electricityUnfit === 'averageNoLimit',
  mustMeter: true,
  violation: null,
  capacity: false,
  refusedPeriods: asked.refusedPeriods ?? 0,
  installationRefused: asked.installationRefused ?? false,
  delayed: asked.delayed ?? false,
  acts: asked.acts ?? '',
});

const periodsMost = (context: MonthContext, use: Kind, terms: ServiceTerms, { unfit }: Asked): number => {
  if (use.nonResidential) return context.periodsNonResidential;
  return unfit === 'repair' && isSuppliedGas(terms, false) ? context.gas.repair : context.periodsDwelling;
};

/** Facts of days, from `day` on, on which the service never had a meter. */
export const unmeteredFacts = (context: MonthContext, use: PremisesUse, terms: ServiceTerms, day: number): VolumeFacts => ({
  metered: false,
  fit: false,
  reading: false,
  periods: 0,
  average: false,
  periodsMost: 0,
  supplierDuty: false,
  mustMeter: mustMeter(context, use, terms, day),
  ...NO_ACTS,
});

/**
 * The duty to have a meter: of the service, unless an act says that it is impossible (no multiplier from the month in which the act is
 * drawn up); electricity meters are the supplier's care since 01.07.2020 (C31).
 */
export const mustMeter = (context: MonthContext, use: PremisesUse, terms: ServiceTerms, day: number): boolean => {
  if (terms.service === 'sewerage' || (terms.service === 'electricity' && context.supplierDuty)) return false;
  if (!(terms.stretches[0]?.record.meterDuty ?? false)) return false;
  if (terms.service === 'gas' && !gasDuty(context, use.facts.premises, day)) return false;
  const acts = use.facts.premises.meteringImpossible;
  if (acts.length === 0) return true;
  const on = dayFromSerial(day);
  return !acts.some((act) => act.service === terms.service && act.from <= context.last && (act.to === null || on < act.to));
};

/** The rule that the table of the premises gives in the month. */
export const ruleFor = (context: MonthContext, use: Kind, terms: ServiceTerms, facts: VolumeFacts): VolumeRule => {
  const table = tableOf(use, terms);
  const row = rowFor(table, facts, context.first);
  return (table.rows[row] as (typeof table.rows)[number]).basis;
};

const AVERAGE_RULES: ReadonlySet<VolumeRule> = new Set([
  'averageRefused',
  'averageDelayed',
  'averageUnfit',
  'averageNoLimit',
  'averageSilent',
  'averageRepair',
  'averageExpired',
]);

/** Does the rule take the average? */
export const takesAverage = (rule: VolumeRule): boolean => AVERAGE_RULES.has(rule);

/** What stands in for a reading by the rule: policy `severalMeters` may pass over the average of one of several meters. */
export const substituteFor = (
  context: MonthContext,
  use: Pick<PremisesUse, 'placeCount'>,
  terms: ServiceTerms,
  rule: VolumeRule,
): VolumeRule =>
  rule === 'averageUnfit' && context.policies.severalMeters === 'normativeAtOnce' && use.placeCount(terms.service) > 1
    ? 'normativeImpossible'
    : rule;

/** Rules whose normative is multiplied by K. */
const RAISED: ReadonlySet<VolumeRule> = new Set(['normativeRefused', 'installationRefused', 'normativeUnfit', 'normativeNoMeter']);

/** Does the rule raise the charge by K? */
export const raises = (rule: VolumeRule): boolean => RAISED.has(rule);

/** What a line says of each rule. */
export const BASIS_OF: Readonly<Record<VolumeRule, VolumeBasis>> = {
  meter: 'meter',
  averageUnfit: 'average',
  averageNoLimit: 'average',
  averageSilent: 'average',
  shortHistoryUnfit: 'normativeShortHistory',
  shortHistorySilent: 'normativeShortHistory',
  normativeUnfit: 'normativeRaised',
  normativeSilent: 'normativeSilent',
  normativeNoMeter: 'noMeterRaised',
  normativeImpossible: 'normative',
  contract: 'contract',
  unauthorisedCapacity: 'connection',
  unauthorisedNormative: 'unauthorised',
  tampering: 'tampering',
  tamperingCapacity: 'connection',
  averageRefused: 'average',
  shortHistoryRefused: 'normativeShortHistory',
  normativeRefused: 'accessRefused',
  installationRefused: 'installationRefused',
  averageDelayed: 'averageDelayed',
  normativeDelayed: 'normativeDelayed',
  averageRepair: 'average',
  averageExpired: 'average',
  normativeExpired: 'normative',
  normativeGasUnfit: 'normative',
  normativeFault: 'normative',
};
