import { COMMON } from '../norms/acts';
import { rules } from '../norms/rules';

/** How the common volume of a month is found. */
export type CommonBasis =
  | 'none'
  | 'meter'
  | 'meterCapped'
  | 'normative'
  | 'normativeFlat'
  | 'keepMeter'
  | 'keepMeterCapped'
  | 'keepAverage'
  | 'keepNormativeTrueUp'
  | 'keepAverageTrueUp'
  | 'keepNormative'
  | 'fromWater';

/** What the rules ask about a house, a resource and a month. */
export interface CommonRuleFacts {
  /** Managed by a company, a partnership or a cooperative; otherwise owners manage directly, or nobody does. */
  readonly company: boolean;
  readonly sewerage: boolean;
  /** A volume of the house is known for the month: by meter, by its average, by an act. */
  readonly metered: boolean;
  readonly method: 'automated' | 'normative' | 'average' | 'meter';
  readonly excessToOwners: boolean;
  readonly bySupplier: boolean;
  /** Policy `commonBefore2022` is `ceiling`. */
  readonly ceiling: boolean;
}

const METERED = 'объёма дома за месяц нет';
const COMPANY = 'домом управляет организация';
const DIRECT = 'непосредственное управление или способ не выбран';

/**
 * How the common volume is found, by the day: since 01.09.2012 as a utility service, since 01.06.2013 within the normative, since 01.01.2017 for
 * keeping the common property within the normative, since 01.09.2022 by one of five methods; under direct management as from the first day.
 * The first row that is in force and holds wins.
 */
export const commonVolume = rules<CommonRuleFacts, CommonBasis>('volume.common', [
  {
    basis: 'none',
    when: (f) => f.sewerage && !f.company,
    clause: COMMON.noSewerage,
    otherwise: (f) => (f.sewerage ? COMPANY : 'не водоотведение'),
  },
  {
    basis: 'none',
    when: (f) => f.sewerage && f.company,
    clause: COMMON.noSewerageCompany,
    otherwise: (f) => (f.sewerage ? DIRECT : 'не водоотведение'),
  },
  { basis: 'meter', when: (f) => !f.company && f.metered, clause: COMMON.byMeter, otherwise: (f) => (f.company ? COMPANY : METERED) },
  { basis: 'normative', when: (f) => !f.company, clause: COMMON.byNormative, otherwise: COMPANY },
  { basis: 'meter', when: (f) => f.metered, clause: COMMON.byMeterCompany, otherwise: METERED },
  {
    basis: 'meter',
    when: (f) => f.metered && (f.excessToOwners || f.bySupplier),
    clause: COMMON.excess,
    otherwise: (f) => (f.metered ? 'собрание не распределяло превышение, исполнитель — не поставщик' : METERED),
  },
  { basis: 'meterCapped', when: (f) => f.metered, clause: COMMON.capped, otherwise: METERED },
  { basis: 'normative', when: () => true, clause: COMMON.byNormativeCompany, otherwise: '' },
  {
    basis: 'keepMeter',
    when: (f) => f.metered && f.method === 'automated',
    clause: COMMON.automated,
    otherwise: (f) => (f.metered ? 'автоматизированной системы учёта нет' : METERED),
  },
  {
    basis: 'keepMeter',
    when: (f) => f.metered && (f.method === 'meter' || f.excessToOwners),
    clause: COMMON.decided,
    otherwise: (f) => (f.metered ? 'собрание не выбрало показания прибора' : METERED),
  },
  {
    basis: 'keepAverage',
    when: (f) => f.metered && f.method === 'average',
    clause: COMMON.decided,
    otherwise: (f) => (f.metered ? 'собрание не выбрало среднемесячный объём' : METERED),
  },
  {
    basis: 'keepMeterCapped',
    when: (f) => f.metered && f.ceiling,
    clause: COMMON.normativeCeiling,
    otherwise: (f) => (f.metered ? 'политика: норматив — сам объём' : METERED),
  },
  { basis: 'normativeFlat', when: (f) => f.metered, clause: COMMON.normativeCeiling, otherwise: METERED },
  {
    basis: 'fromWater',
    when: (f) => f.sewerage && !f.metered,
    clause: COMMON.sewerage,
    otherwise: (f) => (f.sewerage ? 'у водоотведения есть прибор дома' : 'не водоотведение'),
  },
  {
    basis: 'keepMeter',
    when: (f) => f.metered && f.method === 'meter',
    clause: COMMON.meter,
    otherwise: (f) => (f.metered ? 'собрание не выбрало показания прибора' : METERED),
  },
  {
    basis: 'keepAverageTrueUp',
    when: (f) => f.metered && f.method === 'average',
    clause: COMMON.averageTrueUp,
    otherwise: (f) => (f.metered ? 'собрание не выбрало среднемесячный объём' : METERED),
  },
  { basis: 'keepNormativeTrueUp', when: (f) => f.metered, clause: COMMON.normativeTrueUp, otherwise: METERED },
  { basis: 'keepNormative', when: () => true, clause: COMMON.normative, otherwise: '' },
]);

/** Bases whose volume needs what the house took less what its premises took. */
export const NEEDS_ACTUAL: ReadonlySet<CommonBasis> = new Set(['meter', 'meterCapped', 'keepMeter', 'keepMeterCapped']);
/** Bases whose volume needs the normative. */
export const NEEDS_NORMATIVE: ReadonlySet<CommonBasis> = new Set([
  'meterCapped',
  'normative',
  'normativeFlat',
  'keepMeterCapped',
  'keepNormativeTrueUp',
  'keepNormative',
]);
/** Bases whose difference to the meter is settled by a true-up. */
export const TRUED_UP: ReadonlySet<CommonBasis> = new Set(['keepNormativeTrueUp', 'keepAverageTrueUp']);
