import { VOLUME_SCALE } from '../consumption/formulas';
import { atLeastZero, byFactor, inHours, minus, ratio, times } from '../kernel/expression';
import { QUALITY } from '../norms/acts-quality';
import { formula, given } from '../norms/formula';

/** Minutes of an hour: no number of the law. */
export const MINUTES_IN_HOUR = 60;
/** Decimals of minutes: acts tell hundredths of an hour. */
export const MINUTE_SCALE = 2;
/** Decimals of the part of a charge. */
export const SHARE_SCALE = 4;

const P = given('RUB', 2, 'Плата за месяц после перерасчёта за отсутствие');

/** R = P × s × m / q: a part of the charge for each hour. */
export const qualityHours = formula({
  id: 'quality.hours',
  title: 'Снижение за часы нарушения',
  symbol: 'R',
  clause: QUALITY.hours,
  inputs: {
    P,
    s: given('1/hour', SHARE_SCALE, 'Доля платы за час'),
    m: given('minute', MINUTE_SCALE, 'Минут нарушения'),
    q: given('minute/hour', 0, 'Минут в часе'),
  },
  result: 'RUB',
  is: (of) => byFactor(of.P, times<'1', 'hour'>(of.s, inHours(of.m, of.q))),
});

/** R = P × d / D: days of bad quality are not paid (п. 101). */
export const qualityDays = formula({
  id: 'quality.days',
  title: 'Снижение за дни ненадлежащего качества',
  symbol: 'R',
  clause: QUALITY.perDay,
  inputs: { P, d: given('day', 0, 'Дней ненадлежащего качества'), D: given('day', 0, 'Дней, за которые плата') },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.d, of.D)),
});

/** R = P × m / M: what was not delivered while nothing is metered (п. 99, 100). */
export const qualityUndelivered = formula({
  id: 'quality.undelivered',
  title: 'Снижение на объём, которого не дали',
  symbol: 'R',
  clause: QUALITY.undelivered,
  inputs: { P, m: given('minute', 0, 'Минут без услуги'), M: given('minute', 0, 'Минут, за которые плата') },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.m, of.M)),
});

const letters = {
  V: given('m3', VOLUME_SCALE, 'Объём горячей воды после перерасчёта за отсутствие'),
  Tг: given('RUB/m3', 6, 'Тариф горячей воды'),
  K: given('1', 2, 'Коэффициент платы'),
  m: given('minute', 0, 'Минут холоднее предела'),
  M: given('minute', 0, 'Минут, за которые объём'),
} as const;

/** R = V × (Tг − Tх) × K × m / M: hot water below 40 °C is paid as cold water. */
export const qualityCold = formula({
  id: 'quality.cold',
  title: 'Снижение: горячая вода по тарифу холодной',
  symbol: 'R',
  clause: QUALITY.hotTemperature,
  inputs: { ...letters, Tх: given('RUB/m3', 6, 'Тариф холодной воды') },
  result: 'RUB',
  is: (of) => byFactor(byFactor(times<'RUB', 'm3'>(atLeastZero(minus(of.Tг, of.Tх)), of.V), of.K), ratio(of.m, of.M)),
});

/** R = V × T × K × m / M: what heats such water is not paid. */
export const qualityColdHeat = formula({
  id: 'quality.coldHeat',
  title: 'Снижение: подогрев горячей воды, которая была холодной',
  symbol: 'R',
  clause: QUALITY.hotTemperature,
  inputs: letters,
  result: 'RUB',
  is: (of) => byFactor(byFactor(times<'RUB', 'm3'>(of.Tг, of.V), of.K), ratio(of.m, of.M)),
});
