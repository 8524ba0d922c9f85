import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { FIXED_PENALTY_RATE, KEY_RATE, PENALTY_RATE_CAP, REFINANCING_RATE } from '../../src/norms/federal/penalty-rate';
import { PENALTY_SCALES, type PenaltyScale } from '../../src/norms/federal/penalty-scales';
import { valueOn } from '../../src/norms/parameter';
import { PENALTY_RATES, penaltyRateOn } from '../../src/norms/penalty-rate';

/** The key rate by the days it took effect, from the Bank's own web service; typed a second time, as a table is read. */
const TABLE = `
2013-09-17 5.50  2014-03-03 7.00  2014-04-28 7.50  2014-07-28 8.00  2014-11-05 9.50  2014-12-12 10.50 2014-12-16 17.00 2015-02-02 15.00
2015-03-16 14.00 2015-05-05 12.50 2015-06-16 11.50 2015-08-03 11.00 2016-06-14 10.50 2016-09-19 10.00 2017-03-27 9.75  2017-05-02 9.25
2017-06-19 9.00  2017-09-18 8.50  2017-10-30 8.25  2017-12-18 7.75  2018-02-12 7.50  2018-03-26 7.25  2018-09-17 7.50  2018-12-17 7.75
2019-06-17 7.50  2019-07-29 7.25  2019-09-09 7.00  2019-10-28 6.50  2019-12-16 6.25  2020-02-10 6.00  2020-04-27 5.50  2020-06-22 4.50
2020-07-27 4.25  2021-03-22 4.50  2021-04-26 5.00  2021-06-15 5.50  2021-07-26 6.50  2021-09-13 6.75  2021-10-25 7.50  2021-12-20 8.50
2022-02-14 9.50  2022-02-28 20.00 2022-04-11 17.00 2022-05-04 14.00 2022-05-27 11.00 2022-06-14 9.50  2022-07-25 8.00  2022-09-19 7.50
2023-07-24 8.50  2023-08-15 12.00 2023-09-18 13.00 2023-10-30 15.00 2023-12-18 16.00 2024-07-29 18.00 2024-09-16 19.00 2024-10-28 21.00
2025-06-09 20.00 2025-07-28 18.00 2025-09-15 17.00 2025-10-27 16.50 2025-12-22 16.00 2026-02-16 15.50 2026-03-23 15.00 2026-04-27 14.50
2026-06-22 14.25 2026-07-27 14.00`
  .trim()
  .split(/\s+(?=\d{4}-)/)
  .map((row) => row.split(/\s+/) as [Day, string]);

const keyRate = (day: Day): number => Number(must(valueOn(KEY_RATE, day)).value);
const rateOn = (day: string, lower = false) => penaltyRateOn(PENALTY_RATES, { rateDay: day as Day, capDay: day as Day }, lower);

describe('the key rate', () => {
  it.each(TABLE)('is on %s %s, and was another one the day before', (day, rate) => {
    expect(keyRate(day)).toBe(Number(rate));
    if (day !== TABLE[0]?.[0]) expect(keyRate(addDays(day, -1))).not.toBe(Number(rate));
  });

  it('has these rows and no others, and is not told past its review', () => {
    expect(KEY_RATE.series.map(({ from }) => from)).toEqual(TABLE.map(([day]) => day));
    expect(valueOn(KEY_RATE, addDays(KEY_RATE.reviewedThrough, 1))).toMatchObject({ ok: false, error: { code: 'parameter-not-reviewed' } });
  });
});

describe('the rate for penalties', () => {
  it.each([
    ['2012-01-10', '8'],
    ['2012-09-13', '8'],
    ['2012-09-14', '8.25'],
    ['2014-12-16', '8.25'], // the key rate was 17 %, but did not count yet
    ['2015-12-31', '8.25'],
    ['2016-01-01', '11'],
    ['2016-06-13', '11'],
    ['2016-06-14', '10.5'],
    ['2022-02-27', '9.5'],
    ['2022-02-28', '9.5'], // the key rate is 20 %
    ['2022-07-31', '9.5'], // the first text fixes it, the key rate is 8 %
    ['2022-08-01', '8'],
    ['2022-09-18', '8'],
    ['2022-09-19', '7.5'],
    ['2023-07-23', '7.5'],
    ['2023-07-24', '8.5'],
    ['2023-08-14', '8.5'],
    ['2023-08-15', '9.5'],
    ['2025-01-15', '9.5'], // prolonged in March 2025 for the days since 1 January
    ['2026-10-25', '9.5'],
  ] as [day: string, rate: string][])('is on %s %s %%', (day, rate) => {
    expect(must(rateOn(day))).toMatchObject({ percent: rate, assumed: false });
  });

  it('is the smaller of both under the policy, from 25.07.2022', () => {
    expect(['2022-07-24', '2022-07-25', '2022-07-31'].map((day) => must(rateOn(day, true)).percent)).toEqual(['9.5', '8', '8']);
  });

  it('is the cap, said to be assumed, while the key rate is not known; nothing in 2027', () => {
    expect(must(rateOn('2026-10-26'))).toMatchObject({ percent: '9.5', assumed: true, act: 'ПП РФ от 18.03.2025 № 329' });
    expect(rateOn('2027-01-01')).toMatchObject({ ok: false, error: { code: 'parameter-not-reviewed' } });
    expect(
      penaltyRateOn({ ...PENALTY_RATES, fixed: null, cap: null }, { rateDay: '2026-10-26' as Day, capDay: '2026-10-26' as Day }, false),
    ).toMatchObject({
      ok: false,
      error: { code: 'parameter-not-reviewed', value: 'federal.keyRate' },
    });
  });

  it('is not assumed when the last known rate is below the cap', () => {
    const low = { ...KEY_RATE, series: [{ from: '2026-01-01' as Day, value: '9', act: 'пример' }] };
    const days = { rateDay: '2026-10-26' as Day, capDay: '2026-10-26' as Day };
    expect(penaltyRateOn({ ...PENALTY_RATES, keyRate: low }, days, false)).toMatchObject({ ok: false });
  });

  it('names the act of every value', () => {
    for (const of of [REFINANCING_RATE, FIXED_PENALTY_RATE, PENALTY_RATE_CAP])
      for (const { act } of of.series) expect(act).toMatch(/^(ПП РФ от|Указание Банка России от)/);
  });
});

describe('the scales', () => {
  const scales: readonly (readonly [string, PenaltyScale])[] = Object.entries(PENALTY_SCALES);

  it.each(scales)('%s begin with day 1, and their steps rise', (_name, { series }) => {
    for (const { value } of series) {
      const days = value?.map(({ fromDay }) => fromDay) ?? [];
      expect(days[0]).toBe(1);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    }
    expect(series.map(({ from }) => from)).toEqual([...series.map(({ from }) => from)].sort());
  });
});
