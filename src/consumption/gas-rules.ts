import { PP549 } from '../norms/acts';
import { rules } from '../norms/rules';
import type { VolumeFacts, VolumeRule } from './volume-rules';

const FIT = 'прибор исправен';
const NONE = 'прибора никогда не было';
const SHORT = 'прибор не проработал ни одного полного месяца';
const spent = (f: VolumeFacts): string =>
  f.periods > f.periodsMost ? `месяцы по среднему исчерпаны: ${f.periods}-й при ${f.periodsMost} дозволенных` : SHORT;
const unfitOtherwise = (f: VolumeFacts, other: string): string => (!f.metered ? NONE : f.fit ? FIT : other);

/**
 * Which volume of supplied gas a dwelling is billed for (ПП № 549, п. 24–32); the first row that holds wins. No row raises anything: this act
 * knows no multiplier.
 */
export const suppliedGasVolume = rules<VolumeFacts, VolumeRule>('volume.suppliedGas', [
  {
    basis: 'normativeFault',
    when: (f) => f.metered && f.unfit === 'fault',
    clause: PP549.fault,
    otherwise: '',
  },
  {
    basis: 'averageRepair',
    when: (f) => f.metered && !f.fit && f.unfit === 'repair' && f.periods <= f.periodsMost && f.average,
    clause: PP549.averageRepair,
    otherwise: (f) => unfitOtherwise(f, f.unfit === 'repair' ? spent(f) : 'заявления о ремонте или поверке нет'),
  },
  {
    basis: 'averageExpired',
    when: (f) => f.metered && f.unfit === 'expired' && f.expiredByAverage === true && f.periods <= f.periodsMost && f.average,
    clause: PP549.normativeExpired,
    otherwise: (f) => unfitOtherwise(f, f.unfit === 'expired' && f.expiredByAverage === true ? spent(f) : 'политика: норматив'),
  },
  {
    basis: 'normativeExpired',
    when: (f) => f.metered && !f.fit && f.unfit === 'expired',
    clause: PP549.normativeExpired,
    otherwise: (f) => unfitOtherwise(f, 'поверка не истекла'),
  },
  {
    basis: 'normativeGasUnfit',
    when: (f) => f.metered && !f.fit,
    clause: PP549.normativeUnfit,
    otherwise: (f) => (f.metered ? FIT : NONE),
  },
  {
    basis: 'meter',
    when: (f) => f.metered && f.reading,
    clause: PP549.byMeter,
    otherwise: (f) => (f.metered ? 'показания за месяц нет' : NONE),
  },
  {
    basis: 'averageSilent',
    when: (f) => f.metered && f.periods <= f.periodsMost && f.average,
    clause: PP549.average,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  {
    basis: 'shortHistorySilent',
    when: (f) => f.metered && f.periods <= f.periodsMost,
    clause: PP549.average,
    otherwise: (f) => (f.metered ? spent(f) : NONE),
  },
  { basis: 'normativeSilent', when: (f) => f.metered, clause: PP549.normativeAfterSilence, otherwise: NONE },
  { basis: 'normativeImpossible', when: () => true, clause: PP549.byNormative, otherwise: '' },
]);
