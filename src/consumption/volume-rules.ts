import { PP354 } from '../norms/acts';
import { rules } from '../norms/rules';

/** How a volume is found: the outcomes of the tables below. */
export type VolumeRule =
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
  /** Why the meter is not fit; supplied gas asks for it. */
  unfit?: 'expired' | 'failed' | 'removed' | 'repair' | 'fault' | null;
  /** Supplied gas: an expired verification leaves the average (policy `gasExpired`). */
  expiredByAverage?: boolean;
}

const FIT = 'прибор исправен';
const NONE = 'прибора никогда не было';
const SHORT = 'прибор работал слишком мало для среднего';
const spent = (f: VolumeFacts): string =>
  f.periods > f.periodsMost ? `месяцы по среднему исчерпаны: ${f.periods}-й при ${f.periodsMost} дозволенных` : SHORT;

/**
 * Which volume a dwelling is billed for: the rows of the master table that concern meters, averages and normatives, in the law's order;
 * the first row that holds wins.
 */
export const dwellingVolume = rules<VolumeFacts, VolumeRule>('volume.dwelling', [
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
    basis: 'averageUnfit',
    when: (f) => f.metered && !f.fit && f.periods <= f.periodsMost && f.average,
    clause: PP354.averageUnfit,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? FIT : spent(f)),
  },
  {
    basis: 'meter',
    when: (f) => f.metered && f.fit && f.reading,
    clause: PP354.byMeterNonResidential,
    otherwise: (f) => (!f.metered ? NONE : f.fit ? 'показания за месяц нет' : 'прибор непригоден'),
  },
  {
    basis: 'averageSilent',
    when: (f) => f.metered && f.fit && f.periods <= f.periodsMost && f.average,
    clause: PP354.averageSilent,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  { basis: 'contract', when: () => true, clause: PP354.byContract, otherwise: '' },
]);
