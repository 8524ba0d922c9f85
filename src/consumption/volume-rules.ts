import { PP354 } from '../norms/acts';
import { rules } from '../norms/rules';

/** How a volume is found: the outcomes of the tables below. */
export type VolumeRule =
  | 'unauthorisedCapacity'
  | 'unauthorisedNormative'
  | 'tampering'
  | 'tamperingCapacity'
  | 'averageRefused'
  | 'shortHistoryRefused'
  | 'normativeRefused'
  | 'installationRefused'
  | 'averageDelayed'
  | 'normativeDelayed'
  | 'averageUnfit'
  | 'averageNoLimit'
  | 'shortHistoryUnfit'
  | 'normativeUnfit'
  | 'meter'
  | 'averageSilent'
  | 'shortHistorySilent'
  | 'normativeSilent'
  | 'normativeNoMeter'
  | 'normativeImpossible'
  | 'contract'
  | 'averageRepair'
  | 'averageExpired'
  | 'normativeExpired'
  | 'normativeGasUnfit'
  | 'normativeFault';

/** What the choice depends on: one meter place (or none) of one service in one month. */
export interface VolumeFacts {
  /** Is there, or was there ever, a meter for these days? */
  metered: boolean;
  /** Is the meter fit on these days? */
  fit: boolean;
  /** Has a reading come that closes this month? */
  reading: boolean;
  /** Months in a row, this one included, for which the average is asked from the same cause. */
  periods: number;
  /** How many such months the law allows. */
  periodsMost: number;
  /** The meter worked long enough for an average. */
  average: boolean;
  /** Electricity whose meter is the supplier's care: no limit of the average. */
  supplierDuty: boolean;
  /** There is a duty to have a meter, and no act that it is impossible. */
  mustMeter: boolean;
  /** An act about a violation takes these days: an unauthorised connection, or tampering with the meter. */
  violation: 'unauthorised' | 'tampering' | null;
  /** The act names a capacity. */
  capacity: boolean;
  /** Months in a row, this one included, since access was refused for the second time; 0 when it was not. */
  refusedPeriods: number;
  /** Installation or replacement of an electricity meter was refused twice. */
  installationRefused: boolean;
  /** The supplier of electricity is late with the meter, the consumer has claimed it, and a coefficient is in force. */
  delayed: boolean;
  /** The acts behind the facts above, in words; empty without any. */
  acts: string;
  /** Why the meter is not fit; supplied gas asks for it. */
  unfit?: 'expired' | 'failed' | 'removed' | 'repair' | 'fault' | null;
  /** Supplied gas: an expired verification leaves the average (policy `gasExpired`). */
  expiredByAverage?: boolean;
}

/** Facts of a place that no act concerns. */
export const NO_ACTS = {
  violation: null,
  capacity: false,
  refusedPeriods: 0,
  installationRefused: false,
  delayed: false,
  acts: '',
} as const satisfies Partial<VolumeFacts>;

const FIT = 'прибор исправен';
const NONE = 'прибора никогда не было';
const SHORT = 'прибор работал слишком мало для среднего';
const spent = (f: VolumeFacts): string =>
  f.periods > f.periodsMost ? `месяцы по среднему исчерпаны: ${f.periods}-й при ${f.periodsMost} дозволенных` : SHORT;

/** Acts speak only where there are any: a row about them has nothing to say to anybody else. */
const acts = (f: VolumeFacts): string => f.acts;
const nothing = (): string => '';
const refused = (f: VolumeFacts): boolean => f.metered && f.refusedPeriods > 0;
/** The average lasts for the longer of two causes: nobody gains months by refusing access to a meter that is unfit already. */
const refusedSpent = (f: VolumeFacts): boolean => f.refusedPeriods > f.periodsMost || (!f.fit && f.periods > f.periodsMost);
const notRefused = (f: VolumeFacts): string =>
  f.refusedPeriods === 0
    ? ''
    : refusedSpent(f)
      ? `месяцы по среднему исчерпаны: ${Math.max(f.refusedPeriods, f.fit ? 0 : f.periods)}-й при ${f.periodsMost} дозволенных`
      : SHORT;

/**
 * Which volume a dwelling is billed for: the rows of the master table that concern meters, averages and normatives, in the law's order;
 * the first row that holds wins.
 */
export const dwellingVolume = rules<VolumeFacts, VolumeRule>('volume.dwelling', [
  {
    basis: 'unauthorisedCapacity',
    when: (f) => f.violation === 'unauthorised' && f.capacity,
    clause: PP354.unauthorised,
    otherwise: (f) => (f.violation === 'unauthorised' ? 'мощность подключения неизвестна' : ''),
    because: acts,
  },
  {
    basis: 'unauthorisedNormative',
    when: (f) => f.violation === 'unauthorised',
    clause: PP354.unauthorised,
    otherwise: nothing,
    because: acts,
  },
  { basis: 'tampering', when: (f) => f.violation === 'tampering', clause: PP354.tampering, otherwise: nothing, because: acts },
  {
    basis: 'averageRefused',
    when: (f) => refused(f) && !refusedSpent(f) && f.average,
    clause: PP354.averageRefused,
    otherwise: notRefused,
    because: acts,
  },
  {
    basis: 'shortHistoryRefused',
    when: (f) => refused(f) && !refusedSpent(f),
    clause: PP354.shortHistory,
    otherwise: notRefused,
    because: acts,
  },
  { basis: 'normativeRefused', when: refused, clause: PP354.normativeAfterRefusal, otherwise: nothing, because: acts },
  {
    basis: 'installationRefused',
    when: (f) => !f.fit && f.installationRefused,
    clause: PP354.installationRefused,
    otherwise: nothing,
    because: acts,
  },
  {
    basis: 'averageDelayed',
    when: (f) => f.metered && !f.fit && f.delayed && f.average,
    clause: PP354.supplierDelay,
    otherwise: (f) => (!f.delayed ? '' : f.fit ? FIT : f.metered ? SHORT : NONE),
    because: acts,
  },
  {
    basis: 'normativeDelayed',
    when: (f) => !f.fit && f.delayed,
    clause: PP354.supplierDelay,
    otherwise: nothing,
    because: acts,
  },
  {
    basis: 'averageNoLimit',
    when: (f) => f.metered && !f.fit && f.supplierDuty && f.average,
    clause: PP354.electricityNoLimit,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? FIT : !f.supplierDuty ? 'заменить прибор обязан не поставщик' : SHORT),
  },
  {
    basis: 'averageUnfit',
    when: (f) => f.metered && !f.fit && f.periods <= f.periodsMost && f.average,
    clause: PP354.averageUnfit,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? FIT : spent(f)),
  },
  {
    basis: 'shortHistoryUnfit',
    when: (f) => f.metered && !f.fit && (f.periods <= f.periodsMost || f.supplierDuty),
    clause: PP354.shortHistory,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? FIT : spent(f)),
  },
  {
    basis: 'normativeUnfit',
    when: (f) => f.metered && !f.fit,
    clause: PP354.normativeAfterUnfit,
    otherwise: (f) => (f.metered ? FIT : NONE),
  },
  {
    basis: 'meter',
    when: (f) => f.metered && f.reading,
    clause: PP354.byMeter,
    otherwise: (f) => (f.metered ? 'показания за месяц нет' : NONE),
  },
  {
    basis: 'averageSilent',
    when: (f) => f.metered && f.periods <= f.periodsMost && f.average,
    clause: PP354.averageSilent,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  {
    basis: 'shortHistorySilent',
    when: (f) => f.metered && f.periods <= f.periodsMost,
    clause: PP354.shortHistory,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  { basis: 'normativeSilent', when: (f) => f.metered, clause: PP354.normativeAfterSilence, otherwise: NONE },
  {
    basis: 'normativeNoMeter',
    when: (f) => f.mustMeter,
    clause: PP354.byNormativeRaised,
    otherwise: 'прибор ставить не обязаны, или есть акт о невозможности',
  },
  { basis: 'normativeImpossible', when: () => true, clause: PP354.byNormative, otherwise: '' },
]);

/** Which volume non-residential premises are billed for (ПП № 354, п. 43): meter, average for two months, then the volume of the contract. */
export const nonResidentialVolume = rules<VolumeFacts, VolumeRule>('volume.nonResidential', [
  {
    basis: 'unauthorisedCapacity',
    when: (f) => f.violation === 'unauthorised',
    clause: PP354.unauthorised,
    otherwise: nothing,
    because: acts,
  },
  { basis: 'tamperingCapacity', when: (f) => f.violation === 'tampering', clause: PP354.tampering, otherwise: nothing, because: acts },
  {
    basis: 'averageRefused',
    when: (f) => refused(f) && !refusedSpent(f) && f.average,
    clause: PP354.averageRefused,
    otherwise: notRefused,
    because: acts,
  },
  {
    basis: 'averageUnfit',
    when: (f) => f.metered && !f.fit && f.periods <= f.periodsMost && f.average && f.refusedPeriods === 0,
    clause: PP354.averageUnfit,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? FIT : f.refusedPeriods > 0 ? '' : spent(f)),
  },
  {
    basis: 'meter',
    when: (f) => f.metered && f.fit && f.reading,
    clause: PP354.byMeterNonResidential,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? 'показания за месяц нет' : 'прибор непригоден'),
  },
  {
    basis: 'averageSilent',
    when: (f) => f.metered && f.fit && f.periods <= f.periodsMost && f.average && f.refusedPeriods === 0,
    clause: PP354.averageSilent,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  { basis: 'contract', when: () => true, clause: PP354.byContract, otherwise: '' },
]);
