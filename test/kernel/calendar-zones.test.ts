import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayAfter,
  daysBetween,
  daysIn,
  lastDay,
  monthFromNumber,
  monthNumber,
  parseDay,
  parseMonth,
  weekday,
} from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';

const DAY = 86_400_000;
const host = process.env['TZ'];
const utc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

/** Zones with the clock changes that break a calendar built on local time. */
const ZONES = [
  ['UTC', 'no changes'],
  ['Asia/Kamchatka', 'lost and found hours of 2010 and 2011'],
  ['Europe/Moscow', 'summer time until 2011, another offset from 2014'],
  ['America/New_York', 'a day of 23 and a day of 25 hours every year'],
  ['America/Sao_Paulo', 'midnight did not exist on some days'],
  ['Asia/Beirut', 'midnight did not exist on some days'],
  ['Australia/Lord_Howe', 'half an hour of summer time'],
  ['Pacific/Apia', '30 December 2011 did not exist'],
  ['Pacific/Kiritimati', '31 December 1994 did not exist'],
  ['Pacific/Kwajalein', '21 August 1993 did not exist'],
] as const;

describe.each(ZONES)('the calendar on a machine in %s (%s)', (zone) => {
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (host === undefined) delete process.env['TZ'];
    else process.env['TZ'] = host;
  });

  it('really runs in that zone', () => {
    const offset = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    const here = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'medium' });
    for (const moment of [0, Date.UTC(1994, 11, 30, 12), Date.UTC(2026, 6, 1)]) {
      expect(new Date(moment).toString()).toContain(offset.format(moment).slice(-8));
      expect(here.format(moment)).toBe(offset.format(moment));
    }
  });

  it('steps through every day from 1993 to 2031 without missing or doubling one', () => {
    let now = '1993-01-01' as Day;
    for (let ms = Date.UTC(1993, 0, 1); ms < Date.UTC(2032, 0, 1); ms += DAY) {
      const next = utc(ms + DAY);
      const good =
        now === utc(ms) && parseDay(now).ok && addDays(now, 1) === next && addDays(next, -1) === now && daysBetween(now, next) === 1;
      if (!good || weekday(now) !== (new Date(ms).getUTCDay() || 7)) expect.unreachable(`${zone}: ${now}`);
      now = addDays(now, 1);
    }
    expect(now).toBe('2032-01-01');
  });

  it('knows every month from 1900 to 2999: its neighbours and its length, as a clock in UTC does', () => {
    for (let count = 1900 * 12; count < 3000 * 12; count += 1) {
      const month = must(parseMonth(monthFromNumber(count)));
      const length = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
      const good =
        monthNumber(month) === count &&
        daysIn(month) === length &&
        lastDay(month) === `${month}-${length}` &&
        addMonths(month, 1) === monthFromNumber(count + 1) &&
        addMonths(month, -13) === monthFromNumber(count - 13) &&
        dayAfter(month) === `${monthFromNumber(count + 1)}-01`;
      if (!good) expect.unreachable(`${zone}: ${month}`);
    }
    expect(monthFromNumber(3000 * 12 - 1)).toBe('2999-12');
  });
});
