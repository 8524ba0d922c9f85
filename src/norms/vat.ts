import { byFactor, plus, ratio } from '../kernel/expression';
import { scaledSafe } from '../kernel/gate';
import { HOUSING } from './acts-housing';
import { calculateSafe, formula, given } from './formula';

const r = given('%', 2, 'Ставка НДС');
const hundred = given('%', 0, 'Сто процентов');

/** НДС = P × r / (100 + r): VAT that a sum with VAT contains («расчётная ставка»), rounded once a line. */
export const vatContained = formula({
  id: 'vat.contained',
  title: 'В том числе НДС',
  symbol: 'НДС',
  clause: HOUSING.vatIncluded,
  inputs: { P: given('RUB', 2, 'Сумма с НДС'), r, 100: hundred },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.r, plus(of[100], of.r))),
});

/** НДС = P × r / 100: VAT on top of a sum without it, a line of its own. */
export const vatOnTop = formula({
  id: 'vat.onTop',
  title: 'НДС сверху',
  symbol: 'НДС',
  clause: HOUSING.vatOnTop,
  inputs: { P: given('RUB', 2, 'Сумма без НДС'), r, 100: hundred },
  result: 'RUB',
  is: (of) => byFactor(of.P, ratio(of.r, of[100])),
});

/** T с НДС = T × (100 + r) / 100: a tariff for the population from one without VAT, in whole kopecks as acts print it. */
formula({
  id: 'vat.grossTariff',
  title: 'Тариф с НДС',
  symbol: 'T',
  clause: HOUSING.vatIncluded,
  inputs: { T: given('RUB', 6, 'Тариф без НДС'), r, 100: hundred },
  result: 'RUB',
  is: (of) => byFactor(of.T, ratio(plus(of[100], of.r), of[100])),
});

/** A rate in per cent on the scale of the formulas. */
export const vatRate = (rate: string): number => scaledSafe(rate, r.scale);

/** VAT inside a sum in kopecks. @example containedVat(250000, '22') //=> 45082 */
export const containedVat = (kopecks: number, rate: string): number =>
  calculateSafe(vatContained, { P: kopecks, r: vatRate(rate), 100: 100 });

/** VAT on top of a sum in kopecks. @example addedVat(250000, '22') //=> 55000 */
export const addedVat = (kopecks: number, rate: string): number => calculateSafe(vatOnTop, { P: kopecks, r: vatRate(rate), 100: 100 });
