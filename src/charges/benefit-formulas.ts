import { atLeastZero, byFactor, during, minus, partOfMonth, ratio, smaller, times } from '../kernel/expression';
import { BENEFITS } from '../norms/acts-benefits';
import { formula, given } from '../norms/formula';

const SHARE_SCALE = 6;
const VOLUME = 7;

const k = given('1', SHARE_SCALE, 'Доля льготы');
const P = given('RUB', 2, 'Плата');
const d = given('day', 0, 'Дней льготы');
const D = given('day/month', 0, 'Дней в месяце');
const Dп = given('day', 0, 'Дней, за которые начислено');
const n = given('person', 0, 'Человек, которых льгота считает');

/** Formulas of what a benefit looks at in one unit: norm, days, money. */
const family = <const U extends 'm3' | 'kWh' | 'm2-month'>(name: string, unit: U, tariff: string) => {
  const A = given(unit, VOLUME, 'Норма');
  const V = given(unit, VOLUME, 'Объём за дни льготы');
  const W = given(unit, VOLUME, 'Весь объём');
  const T = given(`RUB/${unit}` as `RUB/${U}`, SHARE_SCALE, tariff);
  return {
    /** Vд = V × d / Dп: the volume of the days of the benefit. */
    days: formula({
      id: `benefit.${name}.days`,
      title: 'Объём за дни льготы',
      symbol: 'Vд',
      clause: BENEFITS.compensation,
      inputs: { V: W, d, Dп },
      result: unit,
      is: (of) => byFactor(of.V, ratio(of.d, of.Dп)),
    }),
    /** L = k × T × min(Vд, A): the share of the fee for the volume within the norm. */
    within: formula({
      id: `benefit.${name}.within`,
      title: 'Льгота в пределах нормы',
      symbol: 'L',
      clause: BENEFITS.compensation,
      inputs: { k, T, Vд: V, A },
      result: 'RUB',
      is: (of) => byFactor(times<'RUB', U>(of.T, smaller(of.Vд, of.A)), of.k),
    }),
    /** L = k × P × min(Vд, A) / V: the same part of every price of the service. */
    part: formula({
      id: `benefit.${name}.part`,
      title: 'Льгота в пределах нормы, часть платы',
      symbol: 'L',
      clause: BENEFITS.compensation,
      inputs: { k, P, Vд: V, A, V: W },
      result: 'RUB',
      is: (of) => byFactor(byFactor(of.P, of.k), ratio(smaller(of.Vд, of.A), of.V)),
    }),
  };
};

/** Formulas of a benefit that looks at the norm alone, whatever was used. */
const byNorm = <const U extends 'm3' | 'kWh'>(name: string, unit: U) => {
  const A = given(unit, VOLUME, 'Норма');
  const W = given(unit, VOLUME, 'Весь объём');
  const T = given(`RUB/${unit}` as `RUB/${U}`, SHARE_SCALE, 'Тариф');
  return {
    /** L = k × T × A: the share of the fee for the norm, whatever was used. */
    norm: formula({
      id: `benefit.${name}.norm`,
      title: 'Льгота по норме',
      symbol: 'L',
      clause: BENEFITS.compensation,
      inputs: { k, T, A },
      result: 'RUB',
      is: (of) => byFactor(times<'RUB', U>(of.T, of.A), of.k),
    }),
    /** L = k × P × A / V: the same by the norm, whatever was used. */
    normPart: formula({
      id: `benefit.${name}.normPart`,
      title: 'Льгота по норме, часть платы',
      symbol: 'L',
      clause: BENEFITS.compensation,
      inputs: { k, P, A, V: W },
      result: 'RUB',
      is: (of) => byFactor(byFactor(of.P, of.k), ratio(of.A, of.V)),
    }),
  };
};

const perPerson = <const U extends 'm3' | 'kWh'>(name: string, unit: U) =>
  formula({
    id: `benefit.${name}.forPersons`,
    title: 'Норма на людей льготы',
    symbol: 'A',
    clause: BENEFITS.compensation,
    inputs: { N: given(`${unit}/person-month` as `${U}/person-month`, 6, 'Норматив'), n, d, D },
    result: unit,
    is: (of) => times<U, 'person-month'>(of.N, during(of.n, partOfMonth(of.d, of.D))),
  });

/** Formulas by the unit of the volume. */
export const BENEFIT_FORMULAS = {
  m3: { ...family('water', 'm3', 'Тариф'), ...byNorm('water', 'm3'), forPersons: perPerson('water', 'm3') },
  kWh: { ...family('electricity', 'kWh', 'Тариф'), ...byNorm('electricity', 'kWh'), forPersons: perPerson('electricity', 'kWh') },
  'm2-month': {
    ...family('area', 'm2-month', 'Размер платы'),
    /** A = s × n × d / D: the social norm of area. */
    forPersons: formula({
      id: 'benefit.area.forPersons',
      title: 'Площадь в пределах социальной нормы',
      symbol: 'A',
      clause: BENEFITS.compensation,
      inputs: { N: given('m2/person', 4, 'Норма площади на человека'), n, d, D },
      result: 'm2-month',
      is: (of) => during(times<'m2', 'person'>(of.N, of.n), partOfMonth(of.d, of.D)),
    }),
  },
} as const;

/** L = k × min(T, Tмин) × min(Vд, A): the contribution for capital repair, not above the minimum of the region. */
export const benefitCapital = formula({
  id: 'benefit.capital',
  title: 'Компенсация взноса на капитальный ремонт',
  symbol: 'L',
  clause: BENEFITS.capital,
  inputs: {
    k,
    T: given('RUB/m2-month', SHARE_SCALE, 'Размер взноса'),
    Tмин: given('RUB/m2-month', SHARE_SCALE, 'Минимальный взнос региона'),
    Vд: given('m2-month', VOLUME, 'Площадь за дни льготы'),
    A: given('m2-month', VOLUME, 'Норма площади'),
  },
  result: 'RUB',
  is: (of) => byFactor(times<'RUB', 'm2-month'>(smaller(of.T, of.Tмин), smaller(of.Vд, of.A)), of.k),
});

/** L = k × P: the share of the whole fee. */
export const benefitWhole = formula({
  id: 'benefit.whole',
  title: 'Льгота на всю плату',
  symbol: 'L',
  clause: BENEFITS.compensation,
  inputs: { k, P },
  result: 'RUB',
  is: (of) => byFactor(of.P, of.k),
});

/** L = k × P × d / Dп: the same for some of the days. */
export const benefitDays = formula({
  id: 'benefit.wholeDays',
  title: 'Льгота на всю плату за дни',
  symbol: 'L',
  clause: BENEFITS.compensation,
  inputs: { k, P, d, Dп },
  result: 'RUB',
  is: (of) => byFactor(byFactor(of.P, of.k), ratio(of.d, of.Dп)),
});

/** L = k × F × d / D: a fixed sum for the days of the benefit. */
export const benefitFixed = formula({
  id: 'benefit.fixed',
  title: 'Льгота твёрдой суммой',
  symbol: 'L',
  clause: BENEFITS.compensation,
  inputs: { k, F: given('RUB', 2, 'Твёрдая сумма в месяц'), d, D: given('day', 0, 'Дней в месяце') },
  result: 'RUB',
  is: (of) => byFactor(byFactor(of.F, of.k), ratio(of.d, of.D)),
});

/** Lо = L × B / P: a benefit on what is left of a fee after reductions and earlier benefits. */
export const benefitOfRest = formula({
  id: 'benefit.ofRest',
  title: 'Льгота с того, что осталось от платы',
  symbol: 'Lо',
  clause: BENEFITS.compensation,
  inputs: { L: given('RUB', 2, 'Льгота с начисленной платы'), B: given('RUB', 2, 'Осталось'), P },
  result: 'RUB',
  is: (of) => byFactor(of.L, ratio(of.B, of.P)),
});

const Standard = given('RUB/person', 2, 'Стандарт стоимости на одного члена семьи');
const Income = given('RUB', 2, 'Доход семьи в месяц');
const Most = given('1', SHARE_SCALE, 'Максимально допустимая доля расходов');
const Expenses = given('RUB', 2, 'Фактические расходы');

/** С = min(max(0, ССЖКУ × n − МДД × Д), Р): a family that has the subsistence minimum or more. */
export const subsidyAbove = formula({
  id: 'subsidy.above',
  title: 'Субсидия: доход не ниже прожиточного минимума',
  symbol: 'С',
  clause: BENEFITS.subsidy,
  inputs: { ССЖКУ: Standard, n, МДД: Most, Д: Income, Р: Expenses },
  result: 'RUB',
  is: (of) => smaller(atLeastZero(minus(times<'RUB', 'person'>(of.ССЖКУ, of.n), byFactor(of.Д, of.МДД))), of.Р),
});

/** С = min(max(0, ССЖКУ × n − МДД × Д × (Д / (ПМ × n))), Р): a family below it pays a smaller part of its income. */
export const subsidyBelow = formula({
  id: 'subsidy.below',
  title: 'Субсидия: доход ниже прожиточного минимума',
  symbol: 'С',
  clause: BENEFITS.subsidy,
  inputs: { ССЖКУ: Standard, n, МДД: Most, Д: Income, ПМ: given('RUB/person', 2, 'Прожиточный минимум семьи на одного'), Р: Expenses },
  result: 'RUB',
  is: (of) =>
    smaller(
      atLeastZero(
        minus(times<'RUB', 'person'>(of.ССЖКУ, of.n), byFactor(byFactor(of.Д, of.МДД), ratio(of.Д, times<'RUB', 'person'>(of.ПМ, of.n)))),
      ),
      of.Р,
    ),
});

/** The same with the ratio of income to the minimum rounded to four digits (policy `subsidyRatio`). */
export const subsidyBelowRounded = formula({
  id: 'subsidy.belowRounded',
  title: 'Субсидия: доход ниже прожиточного минимума, К до четырёх знаков',
  symbol: 'С',
  clause: BENEFITS.subsidy,
  inputs: { ССЖКУ: Standard, n, МДД: Most, Д: Income, К: given('1', 4, 'Отношение дохода к прожиточному минимуму'), Р: Expenses },
  result: 'RUB',
  is: (of) => smaller(atLeastZero(minus(times<'RUB', 'person'>(of.ССЖКУ, of.n), byFactor(byFactor(of.Д, of.МДД), of.К))), of.Р),
});
