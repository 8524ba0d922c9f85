import type { Day } from '../../kernel/calendar';
import type { MovedDaysOff, WorkCalendar } from '../work-calendar';

const day = (text: string): Day => text as Day;

/** Days off moved in a year, each from → to as `MM-DD`; days checked against published calendars, numbers of the decrees by memory. */
const moved = (year: number, act: string, pairs: Readonly<Record<string, string>>): MovedDaysOff => ({
  year,
  act,
  certainty: 'memory',
  moved: Object.entries(pairs).map(([from, to]) => [day(`${year}-${from}`), day(`${year}-${to}`)]),
});

const SPRING_TO_AUTUMN = ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'];
const UNTIL_2012 = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-07'];
const SINCE_2013 = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'];

/**
 * Working days of the Russian Federation («производственный календарь»), 2012 to 2026. The decree for 2027 was not read when this was
 * written: its days are not answered. A host that has read it passes a calendar of its own, `{ ...WORK_CALENDAR, reviewedThrough, years }`.
 */
export const WORK_CALENDAR: WorkCalendar = {
  code: 'federal.workCalendar',
  title: 'Производственный календарь',
  from: day('2012-01-01'),
  reviewedThrough: day('2026-12-31'),
  holidays: [
    { fromYear: 2012, days: [...UNTIL_2012, ...SPRING_TO_AUTUMN], moving: [...UNTIL_2012, ...SPRING_TO_AUTUMN] },
    { fromYear: 2013, days: [...SINCE_2013, ...SPRING_TO_AUTUMN], moving: SPRING_TO_AUTUMN },
  ],
  years: [
    moved(2012, 'ПП РФ от 20.07.2011 № 581', {
      '03-11': '03-09',
      '04-28': '04-30',
      '05-05': '05-07',
      '05-12': '05-08',
      '06-09': '06-11',
      '12-29': '12-31',
    }),
    moved(2013, 'ПП РФ от 15.10.2012 № 1048', { '01-05': '05-02', '01-06': '05-03', '02-25': '05-10' }),
    moved(2014, 'ПП РФ от 28.05.2013 № 444', { '01-04': '05-02', '01-05': '06-13', '02-24': '11-03' }),
    moved(2015, 'ПП РФ от 27.08.2014 № 860', { '01-03': '01-09', '01-04': '05-04' }),
    moved(2016, 'ПП РФ от 24.09.2015 № 1017', { '01-02': '05-03', '01-03': '03-07', '02-20': '02-22' }),
    moved(2017, 'ПП РФ от 04.08.2016 № 756', { '01-01': '02-24', '01-07': '05-08' }),
    moved(2018, 'ПП РФ от 14.10.2017 № 1250', { '01-06': '03-09', '01-07': '05-02', '04-28': '04-30', '06-09': '06-11', '12-29': '12-31' }),
    moved(2019, 'ПП РФ от 01.10.2018 № 1163', { '01-05': '05-02', '01-06': '05-03', '02-23': '05-10' }),
    moved(2020, 'ПП РФ от 10.07.2019 № 875', { '01-04': '05-04', '01-05': '05-05' }),
    moved(2021, 'ПП РФ от 10.10.2020 № 1648', { '01-02': '11-05', '01-03': '12-31', '02-20': '02-22' }),
    moved(2022, 'ПП РФ от 16.09.2021 № 1564', { '01-01': '05-03', '01-02': '05-10', '03-05': '03-07' }),
    moved(2023, 'ПП РФ от 29.08.2022 № 1505', { '01-01': '02-24', '01-08': '05-08' }),
    moved(2024, 'ПП РФ от 10.08.2023 № 1314', { '01-06': '05-10', '01-07': '12-31', '04-27': '04-29', '11-02': '04-30', '12-28': '12-30' }),
    moved(2025, 'ПП РФ от 04.10.2024 № 1335', { '01-04': '05-02', '01-05': '12-31', '02-23': '05-08', '03-08': '06-13', '11-01': '11-03' }),
    moved(2026, 'ПП РФ от 24.09.2025 № 1466', { '01-03': '01-09', '01-04': '12-31' }),
  ],
};
