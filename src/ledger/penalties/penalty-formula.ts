import { byFactor, ratio } from '../../kernel/expression';
import type { Kopecks } from '../../kernel/money';
import { type Quantity, quantity, scaled } from '../../kernel/quantity';
import { DEBT } from '../../norms/acts-debt';
import { formula, given } from '../../norms/formula';

/** Penalties of an interval («пени»), ЖК РФ, ст. 155, ч. 14, and the sector laws: a part of the rate for each day of delay. No year stands in it. */
export const latePenalty = formula({
  id: 'penalty.interval',
  title: 'Пени',
  symbol: 'П',
  clause: DEBT.housing,
  inputs: {
    S: given('RUB', 2, 'Долг'),
    r: given('1', 6, 'Ставка в долях (9,5 % = 0,095)'),
    n: given('day', 0, 'Дней просрочки'),
    k: given('day', 0, 'Знаменатель доли ставки за день'),
  },
  result: 'RUB',
  is: ({ S, r, n, k }) => byFactor(byFactor(S, r), ratio(n, k)),
});

/** Values of {@link latePenalty} for days with one base, rate and part of it. @param percent per cent a year */
export const penaltyValues = (base: Kopecks, percent: string, days: number, divisor: string) => {
  const { int, scale } = quantity(percent, '1');
  const values: { readonly S: Quantity<'RUB'>; readonly r: Quantity<'1'>; readonly n: Quantity<'day'>; readonly k: Quantity<'day'> } = {
    S: scaled(base, 2, 'RUB'),
    r: scaled(int, scale + 2, '1'),
    n: scaled(days, 0, 'day'),
    k: quantity(divisor, 'day'),
  };
  return values;
};
