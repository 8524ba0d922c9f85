import { byFactor, minus, ratio } from '../../kernel/expression';
import { DEFERRED } from '../../norms/acts-debt';
import { formula, given } from '../../norms/formula';

const P0 = given('RUB', 2, 'Плата за тот же месяц прошлого года');

/** L = P₀ × g: above it an instalment is offered. Compared exactly, never rounded. */
export const instalmentLimit = formula({
  id: 'instalment.limit',
  title: 'Порог рассрочки',
  symbol: 'L',
  clause: DEFERRED.instalment,
  inputs: { 'P₀': P0, g: given('1', 4, 'Во сколько раз') },
  result: 'RUB',
  is: ({ 'P₀': before, g }) => byFactor(before, g),
});

/** ΔP = P − P₀: what is paid by instalments. */
export const instalmentExcess = formula({
  id: 'instalment.excess',
  title: 'Превышение над прошлогодней платой',
  symbol: 'ΔP',
  clause: DEFERRED.instalment,
  inputs: { P: given('RUB', 2, 'Плата за месяц'), 'P₀': P0 },
  result: 'RUB',
  is: ({ P, 'P₀': before }) => minus(P, before),
});

/** Ч = ΔP × n / m: a part; parts before the last are cut down to the kopeck, the last takes the rest. */
export const instalmentPart = formula({
  id: 'instalment.part',
  title: 'Часть превышения',
  symbol: 'Ч',
  clause: DEFERRED.instalment,
  inputs: {
    ΔP: given('RUB', 2, 'Превышение'),
    n: given('month', 0, 'Частей'),
    m: given('month', 0, 'Месяцев рассрочки'),
  },
  result: 'RUB',
  is: ({ ΔP, n, m }) => byFactor(ΔP, ratio(n, m)),
});

/** И = S × r × n / y: interest of a month on what was deferred when it began. */
export const instalmentInterest = formula({
  id: 'instalment.interest',
  title: 'Проценты за рассрочку',
  symbol: 'И',
  clause: DEFERRED.instalment,
  inputs: {
    S: given('RUB', 2, 'Остаток превышения'),
    r: given('1', 6, 'Проценты годовых в долях (17 % = 0,17)'),
    n: given('month', 0, 'Месяцев'),
    y: given('month', 0, 'Месяцев в году'),
  },
  result: 'RUB',
  is: ({ S, r, n, y }) => byFactor(byFactor(S, r), ratio(n, y)),
});
