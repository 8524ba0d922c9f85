import { HEATING } from '../norms/acts-heating';
import { rules } from '../norms/rules';

/** How the heating of a house is charged in a month. */
export type HeatingBasis =
  | 'offSeason'
  | 'ownMetered'
  | 'own'
  | 'detachedMeter'
  | 'detachedMeterUniform'
  | 'detachedNormative'
  | 'detachedNormativeUniform'
  | 'normativeOld'
  | 'normativeOldUniform'
  | 'normative'
  | 'normativeUniform'
  | 'allOldCommon'
  | 'allOld'
  | 'houseOld'
  | 'houseOldUniform'
  | 'all'
  | 'some'
  | 'house';

/** What the rules ask about a house and a month. */
export interface HeatingRuleFacts {
  /** A detached house («жилой дом»); otherwise an apartment building. */
  readonly detached: boolean;
  /** Heat is made in the house by equipment of its owners (п. 54). */
  readonly own: boolean;
  /** Payment is even over the year; otherwise in the heating season. */
  readonly uniform: boolean;
  /** Some day of the month is in the heating season, or payment is even. */
  readonly charged: boolean;
  /** The house meter: none; its volume is known or stands in for by the average of п. 59(1); its substitution has ended (п. 60(1)). */
  readonly house: 'none' | 'known' | 'ended';
  /** Meters of heat in the premises of the house. */
  readonly individual: 'none' | 'some' | 'all';
  /** Policy: a house with its own boiler takes individual meters into account. */
  readonly ownMeters: boolean;
}

const CENTRAL = 'тепло из централизованной сети';
const DETACHED = 'не жилой дом, а многоквартирный';
const APARTMENTS = 'жилой дом';
const NO_METER = 'прибора дома нет или его объём не известен';
const UNIFORM = 'оплата равномерная';
const SEASON = 'оплата в отопительный период';
const NOT_ALL = 'индивидуальные приборы не у всех';

const byHouse = ({ detached, house }: HeatingRuleFacts): boolean => !detached && house === 'known';
const byNormative = ({ detached, house }: HeatingRuleFacts): boolean => !detached && house !== 'known';

/**
 * How heating is charged, by the day (ПП № 354, п. 42(1), 43, 54; прил. 2): the mode of payment, the house meter, meters of the premises. The first
 * row that is in force and holds wins; rows of the sets before 2019 stand beside today's.
 */
export const heatingVolume = rules<HeatingRuleFacts, HeatingBasis>('heating.volume', [
  {
    basis: 'offSeason',
    when: (f) => !f.charged,
    clause: HEATING.offSeason,
    otherwise: (f) => (f.uniform ? UNIFORM : 'идёт отопительный период'),
  },
  {
    basis: 'ownMetered',
    when: (f) => f.own && f.individual !== 'none' && f.ownMeters,
    clause: HEATING.ownMetered,
    otherwise: (f) => (f.own ? 'индивидуальных приборов нет или политика их не учитывает' : CENTRAL),
  },
  { basis: 'own', when: (f) => f.own, clause: HEATING.own, otherwise: CENTRAL },
  {
    basis: 'detachedMeterUniform',
    when: (f) => f.detached && f.individual !== 'none' && f.uniform,
    clause: HEATING.detachedMeterUniform,
    otherwise: (f) => (!f.detached ? DETACHED : f.uniform ? 'прибора нет' : SEASON),
  },
  {
    basis: 'detachedMeter',
    when: (f) => f.detached && f.individual !== 'none',
    clause: HEATING.detachedMeter,
    otherwise: (f) => (f.detached ? 'прибора нет' : DETACHED),
  },
  {
    basis: 'detachedNormativeUniform',
    when: (f) => f.detached && f.uniform,
    clause: HEATING.byNormativeUniform,
    otherwise: (f) => (f.detached ? SEASON : DETACHED),
  },
  { basis: 'detachedNormative', when: (f) => f.detached, clause: HEATING.byNormative, otherwise: DETACHED },
  {
    basis: 'normativeOldUniform',
    when: (f) => byNormative(f) && f.uniform,
    clause: HEATING.byNormativeHouseUniform,
    otherwise: (f) => (f.house === 'known' ? 'прибор дома есть' : SEASON),
  },
  { basis: 'normativeOld', when: byNormative, clause: HEATING.byNormativeHouse, otherwise: 'прибор дома есть' },
  {
    basis: 'normativeUniform',
    when: (f) => byNormative(f) && f.uniform,
    clause: HEATING.normativePartsUniform,
    otherwise: (f) => (f.detached ? APARTMENTS : f.house === 'known' ? 'прибор дома есть' : SEASON),
  },
  {
    basis: 'normative',
    when: byNormative,
    clause: HEATING.normativeParts,
    otherwise: (f) => (f.detached ? APARTMENTS : 'прибор дома есть'),
  },
  {
    basis: 'allOldCommon',
    when: (f) => byHouse(f) && f.individual === 'all',
    clause: HEATING.allOldCommon,
    otherwise: (f) => (byHouse(f) ? NOT_ALL : NO_METER),
  },
  {
    basis: 'allOld',
    when: (f) => byHouse(f) && f.individual === 'all',
    clause: HEATING.allOld,
    otherwise: (f) => (byHouse(f) ? NOT_ALL : NO_METER),
  },
  {
    basis: 'houseOldUniform',
    when: (f) => byHouse(f) && f.uniform,
    clause: HEATING.houseOldUniform,
    otherwise: (f) => (byHouse(f) ? SEASON : NO_METER),
  },
  { basis: 'houseOld', when: byHouse, clause: HEATING.houseOld, otherwise: NO_METER },
  {
    basis: 'all',
    when: (f) => byHouse(f) && f.individual === 'all',
    clause: HEATING.all,
    otherwise: (f) => (byHouse(f) ? NOT_ALL : NO_METER),
  },
  {
    basis: 'some',
    when: (f) => byHouse(f) && f.individual === 'some',
    clause: HEATING.some,
    otherwise: (f) => (byHouse(f) ? 'индивидуальных приборов нет ни одного' : NO_METER),
  },
  { basis: 'house', when: byHouse, clause: HEATING.house, otherwise: NO_METER },
]);

/** Bases that divide the normative. */
export const BY_NORMATIVE: ReadonlySet<HeatingBasis> = new Set([
  'detachedNormative',
  'detachedNormativeUniform',
  'normativeOld',
  'normativeOldUniform',
  'normative',
  'normativeUniform',
]);

/** Bases that divide the volume of the house meter, or what stands in for it. */
export const BY_HOUSE: ReadonlySet<HeatingBasis> = new Set([
  'allOldCommon',
  'allOld',
  'houseOld',
  'houseOldUniform',
  'all',
  'some',
  'house',
]);
