import type { IncidentRecord } from '../model/records';
import type { ServiceCode } from '../model/services';
import { QUALITY } from '../norms/acts-quality';
import { AIR_SHARE, BREAK_SHARE, PRESSURE_SHARE, STEP_SHARE, VOLTAGE_SHARE } from '../norms/federal/quality';
import type { Parameter } from '../norms/parameter';
import { rules } from '../norms/rules';

/** What an item of annex 1 makes of an incident. */
export type QualityRule =
  | 'coldBreak'
  | 'coldComposition'
  | 'coldPressureDays'
  | 'coldPressure'
  | 'hotBreak'
  | 'hotCold'
  | 'hotSteps'
  | 'hotComposition'
  | 'hotPressureDays'
  | 'hotPressure'
  | 'sewerageBreak'
  | 'electricityBreak'
  | 'electricityVoltage'
  | 'gasBreak'
  | 'gasProperties'
  | 'gasPressureDays'
  | 'gasPressure'
  | 'heatingBreak'
  | 'heatingAir'
  | 'heatingPressureDays'
  | 'qualityTolerated';

/** What the choice depends on: hours of an incident on which nothing changes. */
export interface QualityFacts {
  readonly service: ServiceCode;
  readonly type: IncidentRecord['type'];
  /** Something deviates from the norm by more than is tolerated. */
  readonly deviates: boolean;
  /** Pressure deviates by more than the bound up to which hours are counted. */
  readonly aboveBound: boolean;
  /** Hot water is so cold that it is paid as cold water. */
  readonly cold: boolean;
}

const is =
  (service: ServiceCode, type: QualityFacts['type'], also: (facts: QualityFacts) => boolean = () => true) =>
  (facts: QualityFacts): boolean =>
    facts.service === service && facts.type === type && also(facts);
const aboveBound = ({ aboveBound: above }: QualityFacts): boolean => above;
const deviates = ({ deviates: some }: QualityFacts): boolean => some;
const OTHER = 'другая услуга или другое нарушение';

/** How bad quality lowers the charge for a utility (ПП № 354, прил. 1). */
export const qualityRules = rules<QualityFacts, QualityRule>('quality.utilities', [
  { basis: 'coldBreak', when: is('coldWater', 'interruption'), clause: QUALITY.coldBreak, otherwise: OTHER },
  { basis: 'coldComposition', when: is('coldWater', 'composition'), clause: QUALITY.coldComposition, otherwise: OTHER },
  { basis: 'coldPressureDays', when: is('coldWater', 'pressure', aboveBound), clause: QUALITY.coldPressure, otherwise: OTHER },
  { basis: 'coldPressure', when: is('coldWater', 'pressure', deviates), clause: QUALITY.coldPressure, otherwise: OTHER },
  { basis: 'hotBreak', when: is('hotWater', 'interruption'), clause: QUALITY.hotBreak, otherwise: OTHER },
  {
    basis: 'hotCold',
    when: is('hotWater', 'temperature', ({ cold }) => cold),
    clause: QUALITY.hotTemperature,
    otherwise: 'не холоднее 40 °C',
  },
  { basis: 'hotSteps', when: is('hotWater', 'temperature', deviates), clause: QUALITY.hotTemperature, otherwise: OTHER },
  { basis: 'hotComposition', when: is('hotWater', 'composition'), clause: QUALITY.hotComposition, otherwise: OTHER },
  { basis: 'hotPressureDays', when: is('hotWater', 'pressure', aboveBound), clause: QUALITY.hotPressure, otherwise: OTHER },
  { basis: 'hotPressure', when: is('hotWater', 'pressure', deviates), clause: QUALITY.hotPressure, otherwise: OTHER },
  { basis: 'sewerageBreak', when: is('sewerage', 'interruption'), clause: QUALITY.sewerageBreak, otherwise: OTHER },
  { basis: 'electricityBreak', when: is('electricity', 'interruption'), clause: QUALITY.electricityBreak, otherwise: OTHER },
  { basis: 'electricityVoltage', when: is('electricity', 'voltage'), clause: QUALITY.electricityVoltage, otherwise: OTHER },
  { basis: 'gasBreak', when: is('gas', 'interruption'), clause: QUALITY.gasBreak, otherwise: OTHER },
  { basis: 'gasProperties', when: is('gas', 'composition'), clause: QUALITY.gasProperties, otherwise: OTHER },
  { basis: 'gasPressureDays', when: is('gas', 'pressure', aboveBound), clause: QUALITY.gasPressure, otherwise: OTHER },
  { basis: 'gasPressure', when: is('gas', 'pressure', deviates), clause: QUALITY.gasPressure, otherwise: OTHER },
  { basis: 'heatingBreak', when: is('heating', 'interruption'), clause: QUALITY.heatingBreak, otherwise: OTHER },
  { basis: 'heatingAir', when: is('heating', 'temperature', deviates), clause: QUALITY.heatingAir, otherwise: OTHER },
  { basis: 'heatingPressureDays', when: is('heating', 'pressure', aboveBound), clause: QUALITY.heatingPressure, otherwise: OTHER },
  { basis: 'qualityTolerated', when: () => true, clause: QUALITY.hours, otherwise: '' },
]);

/** How a rule counts: hours (of steps, of degrees) by a part of the charge each, whole days, hours at the price of cold water. */
export type QualityCount =
  | { readonly by: 'hours'; readonly share: Parameter<'1/hour'> }
  | { readonly by: 'days' }
  | { readonly by: 'cold' };

const hours = (share: Parameter<'1/hour'>): QualityCount => ({ by: 'hours', share });
const DAYS: QualityCount = { by: 'days' };

/** What each rule counts; `null`: nothing is taken off. */
export const COUNT_OF: Readonly<Record<QualityRule, QualityCount | null>> = {
  coldBreak: hours(BREAK_SHARE),
  coldComposition: DAYS,
  coldPressureDays: DAYS,
  coldPressure: hours(PRESSURE_SHARE),
  hotBreak: hours(BREAK_SHARE),
  hotCold: { by: 'cold' },
  hotSteps: hours(STEP_SHARE),
  hotComposition: DAYS,
  hotPressureDays: DAYS,
  hotPressure: hours(PRESSURE_SHARE),
  sewerageBreak: hours(BREAK_SHARE),
  electricityBreak: hours(BREAK_SHARE),
  electricityVoltage: hours(VOLTAGE_SHARE),
  gasBreak: hours(BREAK_SHARE),
  gasProperties: DAYS,
  gasPressureDays: DAYS,
  gasPressure: hours(PRESSURE_SHARE),
  heatingBreak: hours(BREAK_SHARE),
  heatingAir: hours(AIR_SHARE),
  heatingPressureDays: DAYS,
  qualityTolerated: null,
};

/** Rules in the order of annex 1, in which their reductions stand. */
export const QUALITY_ORDER: readonly QualityRule[] = qualityRules.rows.map(({ basis }) => basis);
