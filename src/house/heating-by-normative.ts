import { byFactor, during, overDays, partOfMonth, ratio, times } from '../kernel/expression';
import { HEATING } from '../norms/acts-heating';
import { formula, given } from '../norms/formula';
import { COMMON_AREA_SCALE } from './formulas';
import { HEATING_SCALE } from './heating-formulas';

const N = given('Gcal/m2-month', HEATING_SCALE, 'Норматив');
const K = given('1', HEATING_SCALE, 'Коэффициент периодичности');
const S = given('m2', COMMON_AREA_SCALE, 'Площадь');
const d = given('day', 0, 'Дней');
const D = given('day/month', 0, 'Дней в месяце');
const W = given('m2-month-day/month', COMMON_AREA_SCALE, 'Сумма площадь × дней');
const YEAR = given('1', 0, 'Месяцев в году');
const M = given('1', 0, 'Месяцев отопительного периода');

/** Volumes by the normative: of a premises, and of a house by the area of all its premises. */
export const HEATING_NORMATIVE = {
  /** V = N × S × d / D: формула 2. */
  season: formula({
    id: 'heating.byNormative',
    title: 'Объём по нормативу',
    symbol: 'V',
    clause: HEATING.byNormative,
    inputs: { N, S, d, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(of.N, during(of.S, partOfMonth(of.d, of.D))),
  }),
  /** The same when the area changes inside the month. */
  seasonByDays: formula({
    id: 'heating.byNormativeByDays',
    title: 'Объём по нормативу, по дням',
    symbol: 'V',
    clause: HEATING.byNormative,
    inputs: { N, W, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(of.N, overDays<'m2-month'>(of.W, of.D)),
  }),
  /** V = N × K × S: формула 2(1). */
  uniform: formula({
    id: 'heating.byNormativeUniform',
    title: 'Объём по нормативу, равномерно',
    symbol: 'V',
    clause: HEATING.byNormativeUniform,
    inputs: { N, K, S, d, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(byFactor(of.N, of.K), during(of.S, partOfMonth(of.d, of.D))),
  }),
  uniformByDays: formula({
    id: 'heating.byNormativeUniformByDays',
    title: 'Объём по нормативу, равномерно, по дням',
    symbol: 'V',
    clause: HEATING.byNormativeUniform,
    inputs: { N, K, W, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(byFactor(of.N, of.K), overDays<'m2-month'>(of.W, of.D)),
  }),
  /** V = N × 12 / m × S: a normative per calendar month, charged in the season only. */
  calendar: formula({
    id: 'heating.byNormativeCalendar',
    title: 'Объём по нормативу на календарный месяц, в отопительный период',
    symbol: 'V',
    clause: HEATING.byNormative,
    inputs: { N, Y: YEAR, m: M, S, d, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(byFactor(of.N, ratio(of.Y, of.m)), during(of.S, partOfMonth(of.d, of.D))),
  }),
  calendarByDays: formula({
    id: 'heating.byNormativeCalendarByDays',
    title: 'Объём по нормативу на календарный месяц, в отопительный период, по дням',
    symbol: 'V',
    clause: HEATING.byNormative,
    inputs: { N, Y: YEAR, m: M, W, D },
    result: 'Gcal',
    is: (of) => times<'Gcal', 'm2-month'>(byFactor(of.N, ratio(of.Y, of.m)), overDays<'m2-month'>(of.W, of.D)),
  }),
} as const;
