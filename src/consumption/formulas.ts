import { byFactor, inMonths, minus, overDays, partOfMonth, per, plus, ratio, times } from '../kernel/expression';
import type { Clause } from '../norms/act';
import { PP354 } from '../norms/acts';
import {
  calculate,
  calculateSafe,
  type Formula,
  formula,
  given,
  type InputSpec,
  type ResultUnit,
  type SafeInts,
  type Values,
} from '../norms/formula';

/** Decimals that a volume carries at most: what ГИС ЖКХ takes. */
export const VOLUME_SCALE = 7;
/** Decimals of a transformation ratio. */
export const RATIO_SCALE = 4;
/** Decimals of a normative. */
export const NORMATIVE_SCALE = 6;

/** Units that meters count. */
export type MeteredUnit = 'm3' | 'kWh';

/** Clauses that the formulas of readings and averages cite: the rules that a service is counted by. */
export interface ReadingClauses {
  readonly byMeter: Clause;
  readonly average: Clause;
  readonly through: Clause;
}

const CLAUSES_354: ReadingClauses = { byMeter: PP354.byMeter, average: PP354.average, through: PP354.meanTrueUp };

/** Formulas of readings and averages, with the clauses of the rules that count the service. */
export const readingFormulas = <const U extends MeteredUnit>(family: string, unit: U, clauses: ReadingClauses) => ({
  /** V = R − R₀: a register's volume between two readings. */
  byMeter: formula({
    id: `${family}.volumeByMeter`,
    title: 'Объём по показаниям',
    symbol: 'V',
    clause: clauses.byMeter,
    inputs: { R: given(unit, VOLUME_SCALE, 'Показание'), 'R₀': given(unit, VOLUME_SCALE, 'Предыдущее показание') },
    result: unit,
    is: (of) => minus(of.R, of['R₀']),
  }),
  /** V = R + Q − R₀: the same when the dial went through zero; Q is the capacity of the dial. */
  byMeterRollover: formula({
    id: `${family}.volumeByMeterRollover`,
    title: 'Объём по показаниям, счётчик прошёл через ноль',
    symbol: 'V',
    clause: clauses.byMeter,
    inputs: {
      R: given(unit, VOLUME_SCALE, 'Показание'),
      Q: given(unit, VOLUME_SCALE, 'Ёмкость шкалы'),
      'R₀': given(unit, VOLUME_SCALE, 'Предыдущее показание'),
    },
    result: unit,
    is: (of) => minus(plus(of.R, of.Q), of['R₀']),
  }),
  /** Vср = ΔR / m: metered volume of the window over its months. */
  average: formula({
    id: `${family}.monthlyAverage`,
    title: 'Среднемесячный объём',
    symbol: 'Vср',
    clause: clauses.average,
    inputs: { ΔR: given(unit, VOLUME_SCALE, 'Объём по прибору за окно'), m: given('month', 0, 'Месяцев в окне') },
    result: `${unit}/month` as `${U}/month`,
    is: ({ ΔR, m }) => per(ΔR, m),
  }),
  /** V = Vср × d / D: the average for some days of the month. */
  byAverage: formula({
    id: `${family}.volumeByAverage`,
    title: 'Объём по среднему',
    symbol: 'V',
    clause: clauses.average,
    inputs: {
      Vср: given(`${unit}/month` as `${U}/month`, VOLUME_SCALE, 'Среднемесячный объём'),
      d: given('day', 0, 'Дней по среднему'),
      D: given('day/month', 0, 'Дней в месяце'),
    },
    result: unit,
    is: ({ Vср, d, D }) => times<U, 'month'>(Vср, partOfMonth(d, D)),
  }),
  /** C = V × a / b: volume up to a boundary; a part is the difference of two such, so the parts sum to V. */
  through: formula({
    id: `${family}.volumeThrough`,
    title: 'Нарастающая доля объёма',
    symbol: 'C',
    clause: clauses.through,
    inputs: { V: given(unit, VOLUME_SCALE, 'Объём'), a: given('1', 0, 'Прошло частей'), b: given('1', 0, 'Всего частей') },
    result: unit,
    is: ({ V, a, b }) => byFactor(V, ratio(a, b)),
  }),
});

const volumeFormulas = <const U extends MeteredUnit>(family: string, unit: U) => ({
  ...readingFormulas(family, unit, CLAUSES_354),
  /** V = Vд × d / D: the monthly volume of a contract for some days of the month. */
  byContract: formula({
    id: `${family}.volumeByContract`,
    title: 'Объём по договору',
    symbol: 'V',
    clause: PP354.byContract,
    inputs: {
      Vд: given(`${unit}/month` as `${U}/month`, VOLUME_SCALE, 'Объём в месяц по договору'),
      d: given('day', 0, 'Дней по договору'),
      D: given('day/month', 0, 'Дней в месяце'),
    },
    result: unit,
    is: ({ Vд, d, D }) => times<U, 'month'>(Vд, partOfMonth(d, D)),
  }),
  /** V = N × n / D: формула 4, residents in person-days. */
  byNormative: formula({
    id: `${family}.volumeByNormative`,
    title: 'Объём по нормативу',
    symbol: 'V',
    clause: PP354.byNormative,
    inputs: {
      N: given(`${unit}/person-month` as `${U}/person-month`, NORMATIVE_SCALE, 'Норматив'),
      n: given('person-day', 0, 'Проживающие, человеко-дней'),
      D: given('day/month', 0, 'Дней в месяце'),
    },
    result: unit,
    is: ({ N, n, D }) => times<U, 'person-month'>(N, inMonths<'person'>(n, D)),
  }),
  /** V = W / D: формула 4 when people or the normative change inside the month; W sums normative × person-days. */
  byNormativeStretches: formula({
    id: `${family}.volumeByNormativeStretches`,
    title: 'Объём по нормативу, по дням',
    symbol: 'V',
    clause: PP354.byNormative,
    inputs: {
      W: given(`${unit}-day/month` as `${U}-day/month`, NORMATIVE_SCALE, 'Сумма норматив × человеко-дней'),
      D: given('day/month', 0, 'Дней в месяце'),
    },
    result: unit,
    is: ({ W, D }) => overDays(W, D),
  }),
  /** V = Vн × k: the tenfold normative; Vн was rounded once and is what counts in the volumes of the house. */
  tenfold: formula({
    id: `${family}.volumeTenfold`,
    title: 'Объём по кратному нормативу',
    symbol: 'V',
    clause: PP354.tampering,
    inputs: { Vн: given(unit, VOLUME_SCALE, 'Объём по нормативу'), k: given('1', 0, 'Кратность') },
    result: unit,
    is: ({ Vн, k }) => byFactor(Vн, k),
  }),
  /** V = q × t: capacity of what was connected, working round the clock. */
  byCapacity: formula({
    id: `${family}.volumeByCapacity`,
    title: 'Объём по мощности подключения',
    symbol: 'V',
    clause: PP354.unauthorised,
    inputs: { q: given(`${unit}/hour` as `${U}/hour`, VOLUME_SCALE, 'Мощность подключения'), t: given('hour', 0, 'Часов') },
    result: unit,
    is: ({ q, t }) => times<U, 'hour'>(q, t),
  }),
  /** V = ΔR − Vн: what a check found beside what had been billed without readings (п. 61). */
  byCheck: formula({
    id: `${family}.volumeByCheck`,
    title: 'Разница по проверке',
    symbol: 'V',
    clause: PP354.check,
    inputs: {
      ΔR: given(unit, VOLUME_SCALE, 'Объём по прибору за месяцы без показаний'),
      Vн: given(unit, VOLUME_SCALE, 'Начислено за эти месяцы'),
    },
    result: unit,
    is: (of) => minus(of.ΔR, of.Vн),
  }),
});

/** Volume formulas of cold water, hot water and sewerage. */
const WATER = volumeFormulas('water', 'm3');
/** Volume formulas of electricity. */
const ELECTRICITY = volumeFormulas('electricity', 'kWh');
/** Volume formulas by unit. */
export const VOLUME_FORMULAS = { m3: WATER, kWh: ELECTRICITY } as const;

/** Formulas of electricity meters behind instrument transformers. */
export const RATIO_FORMULAS = {
  /** V = (R − R₀) × k: the difference is multiplied, never a stand. */
  byMeter: formula({
    id: 'electricity.volumeByMeterRatio',
    title: 'Объём по показаниям с коэффициентом трансформации',
    symbol: 'V',
    clause: PP354.byMeter,
    inputs: {
      R: given('kWh', VOLUME_SCALE, 'Показание'),
      'R₀': given('kWh', VOLUME_SCALE, 'Предыдущее показание'),
      k: given('1', RATIO_SCALE, 'Коэффициент трансформации'),
    },
    result: 'kWh',
    is: (of) => byFactor(minus(of.R, of['R₀']), of.k),
  }),
  /** V = (R + Q − R₀) × k: the same when the dial went through zero. */
  byMeterRollover: formula({
    id: 'electricity.volumeByMeterRatioRollover',
    title: 'Объём по показаниям с коэффициентом трансформации, счётчик прошёл через ноль',
    symbol: 'V',
    clause: PP354.byMeter,
    inputs: {
      R: given('kWh', VOLUME_SCALE, 'Показание'),
      Q: given('kWh', VOLUME_SCALE, 'Ёмкость шкалы'),
      'R₀': given('kWh', VOLUME_SCALE, 'Предыдущее показание'),
      k: given('1', RATIO_SCALE, 'Коэффициент трансформации'),
    },
    result: 'kWh',
    is: (of) => byFactor(minus(plus(of.R, of.Q), of['R₀']), of.k),
  }),
  /** V = Vп × k: a volume that the meter reports itself. */
  byReport: formula({
    id: 'electricity.volumeByReportRatio',
    title: 'Переданный прибором объём с коэффициентом трансформации',
    symbol: 'V',
    clause: PP354.byMeter,
    inputs: { Vп: given('kWh', VOLUME_SCALE, 'Объём, переданный прибором'), k: given('1', RATIO_SCALE, 'Коэффициент трансформации') },
    result: 'kWh',
    is: ({ Vп, k }) => byFactor(Vп, k),
  }),
} as const;

/** V = Vхв + Vгв: sewerage without a meter of its own takes the volumes of cold and hot water of the same premises. */
export const sewerageFromWater = formula({
  id: 'sewerage.volumeFromWater',
  title: 'Объём водоотведения',
  symbol: 'V',
  clause: PP354.sewerageFromWater,
  inputs: { Vхв: given('m3', VOLUME_SCALE, 'Объём холодной воды'), Vгв: given('m3', VOLUME_SCALE, 'Объём горячей воды') },
  result: 'm3',
  is: ({ Vхв, Vгв }) => plus(Vхв, Vгв),
});

/** Vт = V × q: heat that warms the hot water (двухкомпонентный тариф). */
export const heatOfHotWater = formula({
  id: 'hotWater.heat',
  title: 'Тепло на подогрев',
  symbol: 'Vт',
  clause: PP354.twoComponents,
  inputs: { q: given('Gcal/m3', NORMATIVE_SCALE, 'Норматив подогрева'), V: given('m3', VOLUME_SCALE, 'Объём горячей воды') },
  result: 'Gcal',
  is: ({ q, V }) => times(q, V),
});

/** A volume by a formula, rounded once to `digits` decimals and kept on the volume scale; `NaN` when it has no safe value. */
export const roundedVolume = <const I extends Readonly<Record<string, InputSpec<string>>>, R extends ResultUnit>(
  of: Formula<I, R>,
  values: Values<I>,
  digits: number,
): number => {
  const int = calculate(of, values, digits);
  return int === null ? Number.NaN : onVolumeScale(Number(int), digits);
};

/**
 * The same for the month run, from integers on the declared scales of the letters; nothing is made as long as products stay below 2^53.
 * Units are the caller's word here: the formula's letters take what their titles say.
 */
export const volumeOf = <const I extends Readonly<Record<string, InputSpec<string>>>, R extends ResultUnit>(
  of: Formula<I, R>,
  ints: SafeInts<I>,
  digits: number,
): number => onVolumeScale(calculateSafe(of, ints, digits), digits);

const onVolumeScale = (int: number, digits: number): number => {
  const volume = int * (UP[VOLUME_SCALE - digits] as number);
  return Number.isSafeInteger(volume) ? volume : Number.NaN;
};

const UP = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
