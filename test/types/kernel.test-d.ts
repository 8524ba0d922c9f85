import { describe, expectTypeOf, it } from 'vitest';
import { addDays, type Day, dayAfter, daysIn, type Instant, type Month, parseDay } from '../../src/kernel/calendar';
import type { ColumnKernel } from '../../src/kernel/columns';
import {
  byFactor,
  during,
  type Expression,
  inMonths,
  input,
  minus,
  overDays,
  partOfMonth,
  per,
  plus,
  ratio,
  smaller,
  times,
} from '../../src/kernel/expression';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY, roublesText, sumMoney } from '../../src/kernel/money';
import { type Quantity, quantity } from '../../src/kernel/quantity';
import type { Result } from '../../src/kernel/result';

const price = input<'RUB/m3'>('T');
const volume = input<'m3'>('V');
const energy = input<'kWh'>('E');
const factor = input<'1'>('K');

describe('units cancel in the types', () => {
  it('of products and quotients', () => {
    expectTypeOf(times(price, volume)).toEqualTypeOf<Expression<'RUB'>>();
    expectTypeOf(byFactor(times(price, volume), factor)).toEqualTypeOf<Expression<'RUB'>>();
    expectTypeOf(per(volume, input<'month'>('m'))).toEqualTypeOf<Expression<'m3/month'>>();
    expectTypeOf(ratio(volume, volume)).toEqualTypeOf<Expression<'1'>>();
    expectTypeOf(times(input<'m3/person-month'>('N'), input<'person-month'>('n'))).toEqualTypeOf<Expression<'m3'>>();
    expectTypeOf(inMonths<'person'>(input('n'), input('D'))).toEqualTypeOf<Expression<'person-month'>>();
    expectTypeOf(during(input<'m2'>('S'), partOfMonth(input('d'), input('D')))).toEqualTypeOf<Expression<'m2-month'>>();
    expectTypeOf(overDays(input<'m3-day/month'>('W'), input('D'))).toEqualTypeOf<Expression<'m3'>>();
    expectTypeOf(smaller(volume, volume)).toEqualTypeOf<Expression<'m3'>>();
  });

  it('and what does not cancel does not compile', () => {
    // @ts-expect-error [ts2379] -- a price per cubic metre does not apply to kilowatt-hours.
    times(price, energy);
    // @ts-expect-error [ts2379] -- a volume is no price: it has nothing to be multiplied away.
    times(volume, energy);
    // @ts-expect-error [ts2379] -- the rate comes first, then its base.
    times(volume, price);
    // @ts-expect-error [ts2379] -- cubic metres and kilowatt-hours have no sum.
    plus(volume, energy);
    // @ts-expect-error [ts2379] -- nor a difference.
    minus(volume, energy);
    // @ts-expect-error [ts2379] -- nor a smaller one.
    smaller(volume, energy);
    // @ts-expect-error [ts2379] -- nor a ratio without a unit.
    ratio(volume, energy);
    // @ts-expect-error [ts2379] -- a coefficient has no unit.
    byFactor(volume, energy);
    // @ts-expect-error [ts2379] -- person-days become person-months by the days of the month, not by days.
    inMonths<'person'>(input<'person-day'>('n'), input<'day'>('d'));
    // @ts-expect-error [ts2379] -- an area for some days is not an area for some months.
    during(input<'m2'>('S'), input<'day'>('d'));
    // @ts-expect-error [ts2375] -- money and a volume are two things.
    const money: Expression<'RUB'> = volume;
    void money;
  });
});

describe('money', () => {
  it('is made by rounding or from exact text, never from a number', () => {
    expectTypeOf(asKopecks(5)).toEqualTypeOf<Kopecks>();
    expectTypeOf(sumMoney([NO_MONEY])).toEqualTypeOf<Kopecks>();
    // @ts-expect-error [ts2322] -- a number is not money: nobody has rounded it.
    const rounded: Kopecks = 48333;
    void rounded;
    // @ts-expect-error [ts2345] -- a number cannot be printed as roubles.
    roublesText(48333);
    // @ts-expect-error [ts2345] -- nor taken from money.
    lessMoney(NO_MONEY, 5);
    // @ts-expect-error [ts2322] -- a sum made with a plus is a number again.
    const sum: Kopecks = asKopecks(1) + asKopecks(2);
    void sum;
  });
});

describe('days, months and instants', () => {
  const text: string = '2026-10-01';

  it('come from their parsers, never from any text', () => {
    expectTypeOf(parseDay(text)).toExtend<Result<Day, { readonly code: string }>>();
    // @ts-expect-error [ts2322] -- a text is not a day: it may be 30 February.
    const day: Day = text;
    void day;
    // @ts-expect-error [ts2345] -- nor can days be added to a text.
    addDays(text, 1);
    // @ts-expect-error [ts2322] -- nor is a text an instant.
    const instant: Instant = '2026-10-01T00:00:00.000Z';
    void instant;
  });

  it('are not taken for one another', () => {
    const day = text as Day;
    // @ts-expect-error [ts2345] -- a day is not a month.
    daysIn(day);
    // @ts-expect-error [ts2345] -- a day is not a month.
    dayAfter(day);
    // @ts-expect-error [ts2345] -- a month is not a day.
    addDays('2026-10' as Month, 1);
    // @ts-expect-error [ts2339] -- the value is reached only after the answer has been looked at.
    parseDay(text).value;
  });
});

describe('quantities and columns', () => {
  it('keep their unit in the type', () => {
    expectTypeOf(quantity('50.93', 'RUB/m3')).toEqualTypeOf<Quantity<'RUB/m3'>>();
    // @ts-expect-error [ts2322] -- kilowatt-hours are not cubic metres.
    const metres: Quantity<'m3'> = quantity('1', 'kWh');
    void metres;
  });

  it('are not lists: a column is a typed array or one number', () => {
    const kernel = {} as ColumnKernel;
    // @ts-expect-error [ts2322] -- a list of numbers is not a column.
    const run = () => kernel.run({ V: [1, 2] }, {}, 2, new Float64Array(2));
    void run;
  });
});
