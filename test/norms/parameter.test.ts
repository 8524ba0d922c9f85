import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { BillingInvariantError } from '../../src/kernel/result';
import {
  checkedParameter,
  type Parameter,
  type ParameterEntry,
  parameter,
  valueFor,
  valueOn,
  valuesWithin,
} from '../../src/norms/parameter';

const day = (text: string): Day => text as Day;
const month = (text: string): Month => text as Month;
const entry = (from: string, value: string | null): ParameterEntry => ({ from: day(from), value, act: `акт ${from}` });

const declared: Parameter<'RUB/m3'> = {
  code: 'sample.tariff',
  title: 'Тариф',
  unit: 'RUB/m3',
  reviewedThrough: day('2026-12-31'),
  series: [entry('2026-01-01', '50.93'), entry('2026-05-10', null), entry('2026-07-01', '55.1'), entry('2026-10-06', '60')],
};
const tariff = parameter(declared);

const told = (
  answer: { readonly ok: true; readonly value: ParameterEntry } | { readonly ok: false; readonly error: { readonly code: string } },
) => (answer.ok ? answer.value.value : answer.error.code);

describe('a number of the law on a day', () => {
  it.each([
    ['2025-12-31', 'missing-parameter', 'the series has not begun'],
    ['2026-01-01', '50.93', 'its first day'],
    ['2026-05-09', '50.93', 'the last day before its end'],
    ['2026-05-10', 'missing-parameter', 'it ended'],
    ['2026-06-30', 'missing-parameter', 'it has ended'],
    ['2026-07-01', '55.1', 'it begins again'],
    ['2026-12-31', '60', 'the last day somebody looked'],
    ['2027-01-01', 'parameter-not-reviewed', 'nobody looked'],
  ])('%s: %s, for %s', (on, value) => {
    expect(told(valueOn(tariff, day(on)))).toBe(value);
  });

  it('comes with the source of that very value', () => {
    expect(valueOn(tariff, day('2026-07-15'))).toEqual({ ok: true, value: { from: '2026-07-01', value: '55.1', act: 'акт 2026-07-01' } });
  });

  it('names the parameter, the day and where the series begins when there is no value', () => {
    const facts = { day: '2025-12-31', title: 'Тариф', seriesFrom: '2026-01-01' };
    expect(valueOn(tariff, day('2025-12-31'))).toEqual({ ok: false, error: { code: 'missing-parameter', value: 'sample.tariff', facts } });
    expect(valueOn({ ...declared, series: [] }, day('2026-01-01'))).toEqual({
      ok: false,
      error: { code: 'missing-parameter', value: 'sample.tariff', facts: { day: '2026-01-01', title: 'Тариф' } },
    });
  });

  it('names the last reviewed day when nobody looked further', () => {
    expect(valueOn(tariff, day('2027-01-01'))).toEqual({
      ok: false,
      error: { code: 'parameter-not-reviewed', value: 'sample.tariff', facts: { day: '2027-01-01', reviewedThrough: '2026-12-31' } },
    });
  });
});

describe('a number of the law for a month', () => {
  it.each([
    ['2025-12', 'missing-parameter'],
    ['2026-01', '50.93'],
    ['2026-04', '50.93'],
    ['2026-05', 'missing-parameter'],
    ['2026-06', 'missing-parameter'],
    ['2026-07', '55.1'],
    ['2026-09', '55.1'],
    ['2026-10', 'parameter-changes-within-month'],
    ['2026-11', '60'],
    ['2026-12', '60'],
    ['2027-01', 'parameter-not-reviewed'],
  ])('%s: %s', (text, value) => {
    expect(told(valueFor(tariff, month(text)))).toBe(value);
  });

  it('is no answer when it begins inside the month', () => {
    const late = parameter({ ...declared, series: [entry('2026-01-15', '1')] });
    expect(valueFor(late, month('2026-01'))).toEqual({
      ok: false,
      error: { code: 'parameter-changes-within-month', value: 'sample.tariff', facts: { month: '2026-01' } },
    });
  });

  it('is not reviewed when only a part of the month was', () => {
    const half = parameter({ ...declared, reviewedThrough: day('2026-09-15') });
    expect(told(valueFor(half, month('2026-09')))).toBe('parameter-not-reviewed');
    expect(told(valueFor(half, month('2026-08')))).toBe('55.1');
  });
});

describe('the numbers of the law within some days', () => {
  const within = (from: string, to: string, of: Parameter = tariff) => {
    const answer = valuesWithin(of, day(from), day(to));
    return answer.ok ? answer.value.map((part) => `${part.from}..${part.to} ${part.entry.value}`) : answer.error;
  };

  it('are cut where the value changes', () => {
    expect(within('2026-09-20', '2026-10-20')).toEqual(['2026-09-20..2026-10-06 55.1', '2026-10-06..2026-10-20 60']);
    expect(within('2026-02-01', '2026-03-01')).toEqual(['2026-02-01..2026-03-01 50.93']);
    expect(within('2026-10-05', '2026-10-06')).toEqual(['2026-10-05..2026-10-06 55.1']);
  });

  it('are none for no days', () => {
    expect(within('2026-10-05', '2026-10-05')).toEqual([]);
    expect(within('2025-01-01', '2025-01-01')).toEqual([]);
  });

  it('must be there on each of the days', () => {
    expect(within('2025-12-30', '2026-01-02')).toMatchObject({ code: 'missing-parameter', facts: { day: '2025-12-30' } });
    expect(within('2026-05-01', '2026-07-10')).toMatchObject({ code: 'missing-parameter', facts: { day: '2026-05-10' } });
    expect(within('2026-12-30', '2027-01-01')).toEqual(['2026-12-30..2027-01-01 60']);
    expect(within('2026-12-30', '2027-01-02')).toMatchObject({ code: 'parameter-not-reviewed', facts: { day: '2027-01-01' } });
  });
});

describe('a series of our own', () => {
  it.each([
    ['one day twice', [entry('2026-01-01', '1'), entry('2026-01-01', '2')]],
    ['days out of order', [entry('2026-02-01', '1'), entry('2026-01-01', '2')]],
    ['a day that is not in the calendar', [entry('2026-02-30', '1')]],
    ['a number with a comma', [entry('2026-01-01', '1,5')]],
    ['a number with an exponent', [entry('2026-01-01', '1e3')]],
    ['no number', [entry('2026-01-01', '')]],
  ])('with %s is our mistake', (_what, series) => {
    expect(() => parameter({ ...declared, series })).toThrow(BillingInvariantError);
  });

  it('reviewed through no day is our mistake', () => {
    expect(() => parameter({ ...declared, reviewedThrough: day('2026-12-32') })).toThrow(BillingInvariantError);
  });

  it('is declared as it was written', () => {
    expect(tariff).toBe(declared);
  });
});

describe('a series from outside', () => {
  const checked = (...series: readonly ParameterEntry[]) => checkedParameter({ ...declared, series });

  it('is taken in order, each day once', () => {
    expect(checkedParameter(declared)).toEqual({ ok: true, value: declared });
    expect(checked()).toMatchObject({ ok: true });
  });

  it('is refused with the day that overlaps or stands out of order', () => {
    expect(checked(entry('2026-01-01', '1'), entry('2026-03-01', '2'), entry('2026-03-01', null))).toEqual({
      ok: false,
      error: { code: 'series-overlap', at: 'sample.tariff', value: '2026-03-01' },
    });
    expect(checked(entry('2026-01-01', '1'), entry('2026-03-01', '2'), entry('2026-02-01', '3'))).toEqual({
      ok: false,
      error: { code: 'series-order', at: 'sample.tariff', value: '2026-02-01' },
    });
  });
});
