import { atLeastZero, byFactor, minus, plus, ratio, smaller } from '../kernel/expression';
import { HOUSING } from './acts-housing';
import { formula, given } from './formula';

/** C = max(min(A × r / 100; M); m): the commission of a payment channel, rounded to the kopeck once. It is no part of any charge. */
export const commissionOf = formula({
  id: 'payment.commission',
  title: 'Комиссия',
  symbol: 'C',
  clause: HOUSING.commission,
  inputs: {
    A: given('RUB', 2, 'Платёж'),
    r: given('%', 4, 'Ставка комиссии'),
    100: given('%', 0, 'Сто процентов'),
    m: given('RUB', 2, 'Не меньше'),
    M: given('RUB', 2, 'Не больше'),
  },
  result: 'RUB',
  is: ({ A, r, m, M, 100: hundred }) => plus(m, atLeastZero(minus(smaller(byFactor(A, ratio(r, hundred)), M), m))),
});
