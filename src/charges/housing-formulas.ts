import { byFactor, during, overDays, partOfMonth, ratio } from '../kernel/expression';
import type { HousingUnit } from '../model/housing-services';
import { HOUSING } from '../norms/acts-housing';
import { formula, given } from '../norms/formula';
import { areaForDays, areaForStretches } from './formulas';

const D = given('day/month', 0, 'Дней в месяце');
const d = given('day', 0, 'Дней');

/** Decimals of an area and of any other quantity that a housing service is charged for. */
export const QUANTITY_SCALE = 4;

const quantityOf = <const U extends string>(family: string, unit: U, title: string) => ({
  /** V = q × d / D: so many for some days of the month. */
  forDays: formula({
    id: `housing.${family}`,
    title: 'Количество за месяц',
    symbol: 'V',
    clause: HOUSING.item,
    inputs: { q: given(unit, QUANTITY_SCALE, title), d, D },
    result: `${unit}-month` as 'person-month',
    is: (of) => during<U>(of.q, partOfMonth(of.d, of.D)) as never,
  }),
  /** V = W / D: the same when it changes inside the month; W sums quantity × days. */
  forStretches: formula({
    id: `housing.${family}Stretches`,
    title: 'Количество за месяц, по дням',
    symbol: 'V',
    clause: HOUSING.item,
    inputs: { W: given(`${unit}-month-day/month` as `${U}-month-day/month`, QUANTITY_SCALE, 'Сумма количество × дней'), D },
    result: `${unit}-month` as 'person-month',
    is: (of) => overDays<`${U}-month`>(of.W as never, of.D) as never,
  }),
  letter: 'q' as const,
  title,
  unit,
});

/** Volumes of a month by the unit of the tariff; the total of a target fee has no month. */
export const QUANTITIES = {
  'm2-month': { forDays: areaForDays, forStretches: areaForStretches, letter: 'S' as const, title: 'Общая площадь', unit: 'm2' },
  'premises-month': quantityOf('premises', 'premises', 'Помещение'),
  'person-month': quantityOf('people', 'person', 'Проживающие'),
  'unit-month': quantityOf('units', 'unit', 'Единиц'),
  'house-month': quantityOf('houseMonth', 'house', 'Дом'),
} as const satisfies Record<Exclude<HousingUnit, 'house'>, unknown>;

/** Pд = P × w / W: the part of one sum, such as a share of an owner or of a premises; the spare kopecks go to the largest remainders. */
export const partOfSum = formula({
  id: 'housing.part',
  title: 'Доля суммы',
  symbol: 'Pд',
  clause: HOUSING.share,
  inputs: { P: given('RUB', 2, 'Вся сумма'), w: given('1', 0, 'Часть'), W: given('1', 0, 'Всего частей') },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.w, of.W)),
});

/** Pk = P × k / n: a fee through month k of n; a month is the difference of two, so the months sum to the whole. */
export const feeThrough = formula({
  id: 'housing.feeThrough',
  title: 'Взнос нарастающим итогом',
  symbol: 'Pk',
  clause: HOUSING.targetFee,
  inputs: { P: given('RUB', 2, 'Взнос за весь срок'), k: given('month', 0, 'Месяцев по этот'), n: given('month', 0, 'Месяцев всего') },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.k, of.n)),
});

/** ΔP = P × d / Dк: what poor quality takes off the charge of an item, d days of the Dк it was charged for. */
export const qualityReduction = formula({
  id: 'housing.quality',
  title: 'Снижение платы за ненадлежащее качество',
  symbol: 'ΔP',
  clause: HOUSING.quality,
  inputs: {
    P: given('RUB', 2, 'Плата за статью'),
    d: given('day', 0, 'Дней ненадлежащего качества'),
    Dк: given('day', 0, 'Дней, за которые начислено'),
  },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.d, of.Dк)),
});

/** V = d / Dп: the part of a prepaid period that is left. */
export const periodLeft = formula({
  id: 'housing.periodLeft',
  title: 'Оставшаяся часть периода',
  symbol: 'V',
  clause: HOUSING.cancelled,
  inputs: { q: given('period', 0, 'Период'), d: given('day', 0, 'Дней осталось'), Dп: given('day', 0, 'Дней в периоде') },
  result: 'period',
  is: (of) => byFactor(of.q, ratio(of.d, of.Dп)),
});
