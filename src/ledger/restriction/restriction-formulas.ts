import { byFactor } from '../../kernel/expression';
import { RESTRICTION } from '../../norms/acts-restriction';
import { formula, given } from '../../norms/formula';

/** L = P × k: a debt above it is an incomplete payment. */
export const restrictionLimit = formula({
  id: 'restriction.limit',
  title: 'Порог неполной оплаты',
  symbol: 'L',
  clause: RESTRICTION.debt,
  inputs: { P: given('RUB', 2, 'Месячная плата за услугу по нормативу'), k: given('1', 0, 'Сколько месячных плат') },
  result: 'RUB',
  is: ({ P, k }) => byFactor(P, k),
});
