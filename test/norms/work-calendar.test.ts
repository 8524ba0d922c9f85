import { describe, expect, it } from 'vitest';
import { addDays, type Day, weekday } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { WORK_CALENDAR } from '../../src/norms/federal/work-calendar';
import { isDayOff, type WorkCalendar, workingDay } from '../../src/norms/work-calendar';

/**
 * Published production calendars: weekdays off and weekend days that work, `MM-DD`. 2012–2025 as in the open data of
 * d10xa/holidays-calendar (consultant.ru), 2026 as in its file of that year; 01.07.2020, off by a decree of the President, is left out.
 */
const PUBLISHED: Readonly<Record<number, readonly [working: number, off: string, works: string]>> = {
  2012: [
    249,
    '01-02 01-03 01-04 01-05 01-06 01-09 02-23 03-08 03-09 04-30 05-01 05-07 05-08 05-09 06-11 06-12 11-05 12-31',
    '03-11 04-28 05-05 05-12 06-09 12-29',
  ],
  2013: [247, '01-01 01-02 01-03 01-04 01-07 01-08 03-08 05-01 05-02 05-03 05-09 05-10 06-12 11-04', ''],
  2014: [247, '01-01 01-02 01-03 01-06 01-07 01-08 03-10 05-01 05-02 05-09 06-12 06-13 11-03 11-04', ''],
  2015: [247, '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-04 05-11 06-12 11-04', ''],
  2016: [247, '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-07 03-08 05-02 05-03 05-09 06-13 11-04', '02-20'],
  2017: [247, '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06', ''],
  2018: [247, '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 03-09 04-30 05-01 05-02 05-09 06-11 06-12 11-05 12-31', '04-28 06-09 12-29'],
  2019: [247, '01-01 01-02 01-03 01-04 01-07 01-08 03-08 05-01 05-02 05-03 05-09 05-10 06-12 11-04', ''],
  2020: [248, '01-01 01-02 01-03 01-06 01-07 01-08 02-24 03-09 05-01 05-04 05-05 05-11 06-12 11-04', ''],
  2021: [247, '01-01 01-04 01-05 01-06 01-07 01-08 02-22 02-23 03-08 05-03 05-10 06-14 11-04 11-05 12-31', '02-20'],
  2022: [247, '01-03 01-04 01-05 01-06 01-07 02-23 03-07 03-08 05-02 05-03 05-09 05-10 06-13 11-04', '03-05'],
  2023: [247, '01-02 01-03 01-04 01-05 01-06 02-23 02-24 03-08 05-01 05-08 05-09 06-12 11-06', ''],
  2024: [248, '01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31', '04-27 11-02 12-28'],
  2025: [247, '01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31', '11-01'],
  2026: [247, '01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31', ''],
};

const daysOf = (year: number): readonly Day[] => {
  const days: Day[] = [];
  for (let day = `${year}-01-01` as Day; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
};

describe('the production calendar, ТК РФ, ст. 111, 112', () => {
  it.each(Object.entries(PUBLISHED))('of %s is the published one', (year, [working, off, works]) => {
    const days = daysOf(Number(year)).map((day) => ({ day, weekend: weekday(day) > 5, off: must(isDayOff(WORK_CALENDAR, day)) }));
    const shown = (takes: (one: (typeof days)[number]) => boolean): string =>
      days
        .filter(takes)
        .map(({ day }) => day.slice(5))
        .join(' ');
    expect(shown((one) => one.off && !one.weekend)).toBe(off);
    expect(shown((one) => !one.off && one.weekend)).toBe(works);
    expect(days.filter((one) => !one.off).length).toBe(working);
  });

  it('names a decree for every year', () => {
    expect(WORK_CALENDAR.years.map(({ year }) => String(year))).toEqual(Object.keys(PUBLISHED));
    for (const { act } of WORK_CALENDAR.years) expect(act).toMatch(/^ПП РФ от \d\d\.\d\d\.\d{4} № \d+$/);
  });

  it('answers nothing about years that nobody has read', () => {
    expect(isDayOff(WORK_CALENDAR, '2011-12-31' as Day)).toMatchObject({ ok: false, error: { code: 'missing-parameter' } });
    expect(isDayOff(WORK_CALENDAR, '2027-01-01' as Day)).toMatchObject({
      ok: false,
      error: { code: 'parameter-not-reviewed', value: 'federal.workCalendar', facts: { reviewedThrough: '2026-12-31' } },
    });
    expect(workingDay(WORK_CALENDAR, '2026-12-31' as Day).ok).toBe(false);
  });
});

describe('the next working day, ГК РФ, ст. 193', () => {
  it.each([
    ['2026-01-01', '2026-01-12', 'holidays, a moved day off, a weekend'],
    ['2022-05-10', '2022-05-11', 'a moved day off'],
    ['2016-02-20', '2016-02-20', 'a Saturday that works'],
    ['2013-02-25', '2013-02-25', 'the Monday after 23 February, moved on to 10 May'],
    ['2025-03-10', '2025-03-10', '8 March was moved to 13 June'],
    ['2026-11-13', '2026-11-13', 'a Friday'],
    ['2026-11-14', '2026-11-16', 'a Saturday'],
  ])('after %s is %s: %s', (day, next) => {
    expect(must(workingDay(WORK_CALENDAR, day as Day))).toBe(next);
  });

  it('knows what the host has read of another year, and regional holidays', () => {
    const own: WorkCalendar = {
      ...WORK_CALENDAR,
      reviewedThrough: '2027-12-31' as Day,
      years: [
        ...WORK_CALENDAR.years,
        {
          year: 2027,
          act: 'постановление, прочитанное хостом',
          certainty: 'seen',
          moved: [['2027-02-20' as Day, '2027-02-22' as Day]],
        },
      ],
      off: ['2027-01-11' as Day],
    };
    const next = ['2027-01-08', '2027-02-20', '2027-02-22', '2027-05-01'].map((day) => must(workingDay(own, day as Day)));
    expect(next).toEqual(['2027-01-12', '2027-02-20', '2027-02-24', '2027-05-04']);
  });
});
