import type { Day } from '../../kernel/calendar';
import { parseExact } from '../../kernel/gate';
import { WIDEST } from '../../kernel/quantity';
import { type Parameter, parameter, valueOn } from '../parameter';

const day = (text: string): Day => text as Day;
const THROUGH = day('2026-12-31');

/** The general rate of VAT, in per cent («основная ставка НДС»). */
export const VAT_RATE = parameter({
  code: 'federal.vat.rate',
  title: 'Основная ставка НДС',
  unit: '%',
  reviewedThrough: THROUGH,
  series: [
    { from: day('2004-01-01'), value: '18', act: 'НК РФ', place: 'ст. 164, п. 3', certainty: 'memory' },
    { from: day('2019-01-01'), value: '20', act: 'Федеральный закон от 03.08.2018 № 303-ФЗ', certainty: 'memory' },
    { from: day('2026-01-01'), value: '22', act: 'Федеральный закон от 28.11.2025 № 425-ФЗ', certainty: 'seen' },
  ],
});

/** The reduced rate. */
const VAT_REDUCED = parameter({
  code: 'federal.vat.reduced',
  title: 'Пониженная ставка НДС',
  unit: '%',
  reviewedThrough: THROUGH,
  series: [{ from: day('2004-01-01'), value: '10', act: 'НК РФ', place: 'ст. 164, п. 2', certainty: 'memory' }],
});

const simplified = (value: '5' | '7'): Parameter<'%'> =>
  parameter({
    code: `federal.vat.simplified${value}`,
    title: `Ставка НДС ${value} % при упрощённой системе`,
    unit: '%',
    reviewedThrough: THROUGH,
    series: [{ from: day('2025-01-01'), value, act: 'НК РФ', place: 'ст. 164, п. 8', certainty: 'memory' }],
  });

/** Every rate that a tariff may name. */
const VAT_RATES: readonly Parameter<'%'>[] = [VAT_RATE, VAT_REDUCED, simplified('5'), simplified('7')];

/** Is it a rate of the law on the day? @example isRateInForce('20', '2026-01-01' as Day) //=> false */
export const isRateInForce = (rate: string, on: Day): boolean =>
  VAT_RATES.some((of) => {
    const value = valueOn(of, on);
    return value.ok && sameNumber(value.value.value, rate);
  });

const sameNumber = (a: string, b: string): boolean => {
  const [one, other] = [parseExact(a, WIDEST), parseExact(b, WIDEST)];
  return one.ok && other.ok && one.value.int === other.value.int;
};
