import { type MeteredUnit, VOLUME_SCALE } from '../consumption/formulas';
import { byFactor, during, minus, partOfMonth, plus, ratio, smaller, times } from '../kernel/expression';
import { COMMON } from '../norms/acts';
import { formula, given } from '../norms/formula';

/** Decimals of an area. */
export const COMMON_AREA_SCALE = 4;
/** Decimals of a common normative. */
const COMMON_NORMATIVE_SCALE = 6;
/** Decimals of exact money before its one rounding: a volume times a normative of heat and a tariff. */
export const EXACT_MONEY_SCALE = 19;

const S = given('m2', COMMON_AREA_SCALE, 'Площадь помещения');

const commonFormulas = <const U extends MeteredUnit>(family: string, unit: U) => ({
  /** Vф = Vд − Vп − Vс − Vк: what the house took beside its premises (формулы 11, 12; ПП № 491, п. 29(2)). */
  actual: formula({
    id: `${family}.commonActual`,
    title: 'Фактический объём общих нужд',
    symbol: 'Vф',
    clause: COMMON.byMeter,
    inputs: {
      Vд: given(unit, VOLUME_SCALE, 'Объём дома'),
      Vп: given(unit, VOLUME_SCALE, 'Объёмы помещений'),
      Vс: given(unit, VOLUME_SCALE, 'На производство тепла и горячей воды'),
      Vк: given(unit, VOLUME_SCALE, 'Перерасчёты прошлых месяцев'),
    },
    result: unit,
    is: (of) => minus(minus(minus(of.Vд, of.Vп), of.Vс), of.Vк),
  }),
  /** Vн = N × S × d / D: формула 15, the normative of common needs for some days of the month. */
  byNormative: formula({
    id: `${family}.commonByNormative`,
    title: 'Объём общих нужд по нормативу',
    symbol: 'Vн',
    clause: COMMON.byNormative,
    inputs: {
      N: given(`${unit}/m2-month` as `${U}/m2-month`, COMMON_NORMATIVE_SCALE, 'Норматив на общие нужды'),
      Sои: given('m2', COMMON_AREA_SCALE, 'Площадь общего имущества'),
      d: given('day', 0, 'Дней'),
      D: given('day/month', 0, 'Дней в месяце'),
    },
    result: unit,
    is: ({ N, Sои, d, D }) => times<U, 'm2-month'>(N, during(Sои, partOfMonth(d, D))),
  }),
  /** V = min(Vф, Vн): not more than the normative. */
  capped: formula({
    id: `${family}.commonCapped`,
    title: 'Объём общих нужд в пределах норматива',
    symbol: 'V',
    clause: COMMON.limit,
    inputs: { Vф: given(unit, VOLUME_SCALE, 'Фактический объём'), Vн: given(unit, VOLUME_SCALE, 'Объём по нормативу') },
    result: unit,
    is: (of) => smaller(of.Vф, of.Vн),
  }),
  /** V = Vф + Vм: the actual volume with the negative one carried from earlier months. */
  carried: formula({
    id: `${family}.commonCarried`,
    title: 'Объём общих нужд с перенесённым',
    symbol: 'V',
    clause: COMMON.carried,
    inputs: { Vф: given(unit, VOLUME_SCALE, 'Фактический объём'), Vм: given(unit, VOLUME_SCALE, 'Перенесено с прошлых месяцев') },
    result: unit,
    is: (of) => plus(of.Vф, of.Vм),
  }),
  /** Vi = V × S / Sоб: share of a premises by area. */
  share: formula({
    id: `${family}.commonShare`,
    title: 'Доля помещения в общих нуждах',
    symbol: 'Vi',
    clause: COMMON.share,
    inputs: { V: given(unit, VOLUME_SCALE, 'Объём общих нужд дома'), S, Sоб: given('m2', COMMON_AREA_SCALE, 'Площадь всех помещений') },
    result: unit,
    is: (of) => byFactor(of.V, ratio(of.S, of['Sоб'])),
  }),
  /** The same when areas, accounts or terms change inside the month: areas by days. */
  shareByDays: formula({
    id: `${family}.commonShareByDays`,
    title: 'Доля помещения в общих нуждах, по дням',
    symbol: 'Vi',
    clause: COMMON.share,
    inputs: {
      V: given(unit, VOLUME_SCALE, 'Объём общих нужд дома'),
      S: given('m2-day', COMMON_AREA_SCALE, 'Площадь помещения × дни'),
      Sоб: given('m2-day', COMMON_AREA_SCALE, 'Площадь всех помещений × дни'),
    },
    result: unit,
    is: (of) => byFactor(of.V, ratio(of.S, of['Sоб'])),
  }),
  /** Vi = V × n / Nд: part of a surplus that goes to a dwelling by its people (п. 47). */
  surplusShare: formula({
    id: `${family}.commonSurplusShare`,
    title: 'Часть излишка по числу проживающих',
    symbol: 'Vi',
    clause: COMMON.surplus,
    inputs: {
      V: given(unit, VOLUME_SCALE, 'Излишек'),
      n: given('person-day', 0, 'Проживающие, человеко-дней'),
      Nд: given('person-day', 0, 'Проживающие в доме, человеко-дней'),
    },
    result: unit,
    is: (of) => byFactor(of.V, ratio(of.n, of['Nд'])),
  }),
});

/** Formulas of common needs by unit. */
export const COMMON_FORMULAS = { m3: commonFormulas('water', 'm3'), kWh: commonFormulas('electricity', 'kWh') } as const;

/** V = Vхв + Vгв: common sewerage takes the common volumes of cold and hot water, each as it was charged. */
export const commonSewerage = formula({
  id: 'sewerage.commonFromWater',
  title: 'Водоотведение общих нужд',
  symbol: 'V',
  clause: COMMON.sewerage,
  inputs: { Vхв: given('m3', VOLUME_SCALE, 'Общая холодная вода'), Vгв: given('m3', VOLUME_SCALE, 'Общая горячая вода') },
  result: 'm3',
  is: ({ Vхв, Vгв }) => plus(Vхв, Vгв),
});

/** P = D × S / Sоб: share of a premises in the money of a true-up, rounded once (C19). */
export const trueUpShare = formula({
  id: 'common.trueUpShare',
  title: 'Корректировка за период, доля помещения',
  symbol: 'P',
  clause: COMMON.trueUp,
  inputs: { D: given('RUB', EXACT_MONEY_SCALE, 'Корректировка дома'), S, Sоб: given('m2', COMMON_AREA_SCALE, 'Площадь всех помещений') },
  result: 'RUB',
  is: (of) => byFactor(of.D, ratio(of.S, of['Sоб'])),
});

/** C = P × a / b: money of a true-up through share `a` of `b`; a month's share is the difference of two such, so the shares sum to P. */
export const trueUpThrough = formula({
  id: 'common.trueUpThrough',
  title: 'Корректировка нарастающим итогом',
  symbol: 'C',
  clause: COMMON.trueUp,
  inputs: { P: given('RUB', 2, 'Корректировка за период'), a: given('1', 0, 'Прошло долей'), b: given('1', 0, 'Всего долей') },
  result: 'RUB',
  is: ({ P, a, b }) => byFactor(P, ratio(a, b)),
});
