import { NORMATIVE_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import { atLeastZero, byFactor, inMonths, minus, overDays, partOfMonth, ratio, smaller, times } from '../kernel/expression';
import { PP354 } from '../norms/acts';
import { formula, given } from '../norms/formula';

const D = given('day/month', 0, 'Дней в месяце');
const V = given('kWh', VOLUME_SCALE, 'Объём');
const clause = PP354.ranges;

/** L = l × d / D: the monthly limit of a range for the days that an account has in the month. */
export const rangeLimit = formula({
  id: 'electricity.rangeLimit',
  title: 'Порог диапазона за дни месяца',
  symbol: 'L',
  clause,
  inputs: { l: given('kWh/month', NORMATIVE_SCALE, 'Порог диапазона'), d: given('day', 0, 'Дней'), D },
  result: 'kWh',
  is: (of) => times<'kWh', 'month'>(of.l, partOfMonth(of.d, of.D)),
});

/** L = N × n / D: the social norm of all who live in the premises. */
export const socialNorm = formula({
  id: 'electricity.socialNorm',
  title: 'Социальная норма',
  symbol: 'L',
  clause,
  inputs: {
    N: given('kWh/person-month', NORMATIVE_SCALE, 'Социальная норма на человека'),
    n: given('person-day', 0, 'Проживающие, человеко-дней'),
    D,
  },
  result: 'kWh',
  is: (of) => times<'kWh', 'person-month'>(of.N, inMonths<'person'>(of.n, of.D)),
});

/** L = W / D: the limit when people, heating or the act change inside the month; W sums limit × days. */
export const rangeLimitStretches = formula({
  id: 'electricity.rangeLimitStretches',
  title: 'Порог диапазона, по дням',
  symbol: 'L',
  clause,
  inputs: { W: given('kWh-day/month', NORMATIVE_SCALE, 'Сумма порог × дней'), D },
  result: 'kWh',
  is: (of) => overDays<'kWh'>(of.W, of.D),
});

/** C = L × A / V: the limit up to some of the parts of the volume; the share of a part is the difference of two such, so shares sum to L. */
export const rangeShare = formula({
  id: 'electricity.rangeShare',
  title: 'Нарастающая доля порога',
  symbol: 'C',
  clause,
  inputs: { L: given('kWh', VOLUME_SCALE, 'Порог диапазона'), A: given('kWh', VOLUME_SCALE, 'Объём нарастающим итогом'), V },
  result: 'kWh',
  is: (of) => byFactor(of.L, ratio(of.A, of.V)),
});

/** V₁ = min(V; L₁). */
export const rangeFirst = formula({
  id: 'electricity.rangeFirst',
  title: 'Объём первого диапазона',
  symbol: 'V₁',
  clause,
  inputs: { V, 'L₁': given('kWh', VOLUME_SCALE, 'Порог первого диапазона') },
  result: 'kWh',
  is: (of) => smaller(of.V, of['L₁']),
});

/** V₂ = max(min(V; L₂) − L₁; 0). */
export const rangeMiddle = formula({
  id: 'electricity.rangeMiddle',
  title: 'Объём второго диапазона',
  symbol: 'V₂',
  clause,
  inputs: {
    V,
    'L₂': given('kWh', VOLUME_SCALE, 'Порог второго диапазона'),
    'L₁': given('kWh', VOLUME_SCALE, 'Порог первого диапазона'),
  },
  result: 'kWh',
  is: (of) => atLeastZero(minus(smaller(of.V, of['L₂']), of['L₁'])),
});

/** Vₙ = max(V − L; 0): what is above the last limit. */
export const rangeLast = formula({
  id: 'electricity.rangeLast',
  title: 'Объём последнего диапазона',
  symbol: 'Vₙ',
  clause,
  inputs: { V, L: given('kWh', VOLUME_SCALE, 'Порог последнего диапазона') },
  result: 'kWh',
  is: (of) => atLeastZero(minus(of.V, of.L)),
});
