import { AREA_SCALE } from '../consumption/area';
import { NORMATIVE_SCALE, VOLUME_SCALE } from '../consumption/formulas';
import { aMonth, byFactor, inMonths, inTonnes, minus, overDays, partOfMonth, ratio, times } from '../kernel/expression';
import type { WasteForm } from '../model/waste-form';
import type { Clause } from '../norms/act';
import { WASTE } from '../norms/acts-waste';
import { formula, given, type InputSpec } from '../norms/formula';

/** Months of a year, kilograms of a tonne: no numbers of the law. */
export const MONTHS_IN_YEAR = 12;
export const KILOGRAMS_IN_TONNE = 1000;
/** Decimals of normative × area. */
export const WASTE_SUM_SCALE = NORMATIVE_SCALE + AREA_SCALE;

const M = given('month/year', 0, 'Месяцев в году');
const D = given('day/month', 0, 'Дней в месяце');
const q = given('kg/t', 0, 'Килограммов в тонне');
const T_M3 = given('RUB/m3', 6, 'Цена регионального оператора');
const T_T = given('RUB/t', 6, 'Цена регионального оператора');

const BASES = {
  person: { name: 'Person', clause: WASTE.byPerson, letter: 'n', title: 'Проживающие, человеко-дней', scale: 0 },
  m2: { name: 'Area', clause: WASTE.byArea, letter: 'S', title: 'Площадь × дни', scale: AREA_SCALE },
  unit: { name: 'Units', clause: WASTE.units, letter: 'u', title: 'Единицы × дни', scale: AREA_SCALE },
} as const;

type Base = WasteForm['base'];

/** The letter of people, square metres or units in the act. */
export const letterOf = (base: Base): 'n' | 'S' | 'u' => BASES[base].letter;

type Letters = Readonly<Record<string, InputSpec<string>>>;
type Of = Readonly<Record<string, never>>;

/** V = N / 12 × n / D by the normative of a year, V = N × n / D by that of a month; n sums people, S square metres, u units by days. */
const byNormative = (base: Base) => {
  const { name, clause, letter, title, scale } = BASES[base];
  const quantity = { [letter]: given(`${base}-day`, scale, title) };
  const normative = (amount: 'm3' | 'kg', period: WasteForm['period']) =>
    given(`${amount}/${base}-${period}`, NORMATIVE_SCALE, 'Норматив накопления');
  const declared = <const R extends 'm3' | 't'>(kind: string, result: R, period: WasteForm['period']) => {
    const amount = result === 't' ? 'kg' : 'm3';
    const inputs: Letters = {
      N: normative(amount, period),
      ...(period === 'year' ? { M } : {}),
      ...quantity,
      D,
      ...(result === 't' ? { q } : {}),
    };
    return formula({
      id: `waste.${kind}By${name}${period === 'year' ? '' : 'Month'}`,
      title: result === 't' ? 'Масса отходов по нормативу' : 'Объём отходов по нормативу',
      symbol: 'V',
      clause,
      inputs,
      result,
      is: (letters) => {
        const of = letters as unknown as Of;
        const monthly = period === 'year' ? aMonth<'kg', 'unit'>(of['N'] as never, of['M'] as never) : (of['N'] as never);
        const amountOf = times<'kg', 'unit-month'>(monthly, inMonths<'unit'>(of[letter] as never, of['D'] as never));
        return (result === 't' ? inTonnes(amountOf, of['q'] as never) : amountOf) as never;
      },
    });
  };
  return {
    volume: { year: declared('volume', 'm3', 'year'), month: declared('volume', 'm3', 'month') },
    mass: { year: declared('mass', 't', 'year'), month: declared('mass', 't', 'month') },
  } as const;
};

/** Formulas of a normative by whom or what, amount and period; units are checked where facts are assembled. */
export const WASTE_BY_NORMATIVE = { person: byNormative('person'), m2: byNormative('m2'), unit: byNormative('unit') } as const;

const sumOf = <const U extends string>(unit: U) => given(unit, WASTE_SUM_SCALE, 'Сумма норматив × количество × дни');

/** The same when people, areas or the normative change inside the month: W sums normative × quantity × days. */
export const WASTE_BY_STRETCHES = {
  volume: {
    year: formula({
      id: 'waste.volumeStretches',
      title: 'Объём отходов по нормативу, по дням',
      symbol: 'V',
      clause: WASTE.charge,
      inputs: { W: sumOf('m3-day/month-year'), M, D },
      result: 'm3',
      is: ({ W, M: months, D: days }) => overDays<'m3'>(aMonth<'m3-day', 'month'>(W, months) as never, days),
    }),
    month: formula({
      id: 'waste.volumeStretchesMonth',
      title: 'Объём отходов по нормативу, по дням',
      symbol: 'V',
      clause: WASTE.charge,
      inputs: { W: sumOf('m3-day/month'), D },
      result: 'm3',
      is: ({ W, D: days }) => overDays<'m3'>(W, days),
    }),
  },
  mass: {
    year: formula({
      id: 'waste.massStretches',
      title: 'Масса отходов по нормативу, по дням',
      symbol: 'V',
      clause: WASTE.charge,
      inputs: { W: sumOf('kg-day/month-year'), M, D, q },
      result: 't',
      is: ({ W, M: months, D: days, q: perTonne }) =>
        inTonnes(overDays<'kg'>(aMonth<'kg-day', 'month'>(W, months) as never, days), perTonne),
    }),
    month: formula({
      id: 'waste.massStretchesMonth',
      title: 'Масса отходов по нормативу, по дням',
      symbol: 'V',
      clause: WASTE.charge,
      inputs: { W: sumOf('kg-day/month'), D, q },
      result: 't',
      is: ({ W, D: days, q: perTonne }) => inTonnes(overDays<'kg'>(W, days), perTonne),
    }),
  },
} as const;

const removedFormulas = <const U extends 'm3' | 't'>(family: string, unit: U) => {
  const share = <const Q extends 'person-day' | 'm2-day'>(
    name: string,
    quantity: Q,
    scale: number,
    clause: Clause,
    titles: readonly [string, string],
  ) =>
    formula({
      id: `waste.${family}${name}`,
      title: 'Доля вывезенного из контейнеров',
      symbol: 'V',
      clause,
      inputs: {
        Vк: given(unit, VOLUME_SCALE, 'Вывезено из контейнеров'),
        n: given(quantity, scale, titles[0]),
        Σn: given(quantity, scale, titles[1]),
      },
      result: unit,
      is: (of) => byFactor<U>(of.Vк as never, ratio(of.n as never, of['Σn'] as never)) as never,
    });
  return {
    /** V = Vк × n / Σn (9(3)). */
    person: share('ContainersPerson', 'person-day', 0, WASTE.byContainersPerson, [
      'Проживающие, человеко-дней',
      'Проживающие, которым служат контейнеры, человеко-дней',
    ]),
    /** V = Vк × S / ΣS (9(4)). */
    area: share('ContainersArea', 'm2-day', AREA_SCALE, WASTE.byContainersArea, [
      'Площадь × дни',
      'Площадь, которой служат контейнеры, × дни',
    ]),
    /** C = V × S / Sкв: part of a flat's volume by the living area of its rooms up to one; a room's part is the difference of two. */
    room: formula({
      id: `waste.${family}Room`,
      title: 'Доля комнат нарастающим итогом',
      symbol: 'C',
      clause: WASTE.room,
      inputs: {
        V: given(unit, VOLUME_SCALE, 'Объём квартиры'),
        S: given('m2-day', AREA_SCALE, 'Жилая площадь комнат × дни'),
        Sкв: given('m2-day', AREA_SCALE, 'Жилая площадь квартиры × дни'),
      },
      result: unit,
      is: (of) => byFactor<U>(of.V as never, ratio(of.S, of['Sкв'])) as never,
    }),
    /** V = Vд × d / D: volume of a contract, or of own containers, for some days of the month. */
    contract: formula({
      id: `waste.${family}Contract`,
      title: 'Объём отходов за месяц',
      symbol: 'V',
      clause: WASTE.contract,
      inputs: { Vд: given(`${unit}/month` as `${U}/month`, VOLUME_SCALE, 'Объём за месяц'), d: given('day', 0, 'Дней'), D },
      result: unit,
      is: (of) => times<U, 'month'>(of.Vд as never, partOfMonth(of.d, of.D)) as never,
    }),
  } as const;
};

/** Formulas of volumes that are known, by their unit. */
export const WASTE_REMOVED = { m3: removedFormulas('volume', 'm3'), t: removedFormulas('mass', 't') } as const;

/** R = T × V: what people who were away are not charged; their volume is below zero. */
export const WASTE_ABSENCE = {
  m3: formula({
    id: 'waste.absence',
    title: 'Снижение за отсутствие',
    symbol: 'R',
    clause: WASTE.absence,
    inputs: { T: T_M3, V: given('m3', VOLUME_SCALE, 'Объём за дни отсутствия') },
    result: 'RUB',
    is: ({ T, V }) => times<'RUB', 'm3'>(T, V),
  }),
  t: formula({
    id: 'waste.absenceMass',
    title: 'Снижение за отсутствие',
    symbol: 'R',
    clause: WASTE.absence,
    inputs: { T: T_T, V: given('t', VOLUME_SCALE, 'Масса за дни отсутствия') },
    result: 'RUB',
    is: ({ T, V }) => times<'RUB', 't'>(T, V),
  }),
} as const;

/** ΔP = P × (n − a) / n − P: what the rounded charge per area loses for people who were away (C27). */
export const wasteAbsenceByArea = formula({
  id: 'waste.absenceByArea',
  title: 'Снижение за отсутствие',
  symbol: 'ΔP',
  clause: WASTE.absenceByArea,
  inputs: {
    P: given('RUB', 2, 'Плата'),
    n: given('person-day', 0, 'Проживающие, человеко-дней'),
    a: given('person-day', 0, 'Отсутствовали, человеко-дней'),
  },
  result: 'RUB',
  is: ({ P, n, a }) => minus(byFactor(P, ratio(minus(n, a), n)), P),
});

/** ΔP = P × k − P: what waste that was not removed in time takes off the charge after absence (C26). */
export const wasteQuality = formula({
  id: 'waste.quality',
  title: 'Снижение: отходы не вывезены в срок',
  symbol: 'ΔP',
  clause: WASTE.quality,
  inputs: { P: given('RUB', 2, 'Плата после перерасчёта за отсутствие'), k: given('1', 4, 'Остаётся доля платы') },
  result: 'RUB',
  is: ({ P, k }) => minus(byFactor(P, k), P),
});

/** ΔP = Pф − Pн: what was removed in a year less what was charged for it (ПП № 318). */
export const wasteYearly = formula({
  id: 'waste.yearly',
  title: 'Перерасчёт года по вывезенному',
  symbol: 'ΔP',
  clause: WASTE.yearly,
  inputs: { Pф: given('RUB', 2, 'Плата по вывезенному'), Pн: given('RUB', 2, 'Начислено') },
  result: 'RUB',
  is: (of) => minus(of.Pф, of.Pн),
});
