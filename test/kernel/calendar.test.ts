import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayAfter,
  dayFromSerial,
  dayOfMonth,
  daysBetween,
  daysIn,
  firstDay,
  lastDay,
  type Month,
  monthFromNumber,
  monthNumber,
  monthNumberOfSerial,
  monthOf,
  monthsBetween,
  parseDay,
  parseInstant,
  parseMonth,
  serial,
  serialOfMonthDay,
  weekday,
} from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';

const day = (text: string): Day => must(parseDay(text));
const month = (text: string): Month => must(parseMonth(text));

describe('a day of the calendar', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1900-01-01', '2999-12-31', '2026-04-30', '2026-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['2026-02-30', 'February has no 30th'],
    ['2026-02-29', '2026 is no leap year'],
    ['1900-02-29', '1900 was no leap year'],
    ['2100-02-29', '2100 will be none'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-06-31', 'June has 30 days'],
    ['2026-09-31', 'September has 30 days'],
    ['2026-11-31', 'November has 30 days'],
    ['2026-01-32', 'no month has 32 days'],
    ['2026-01-00', 'there is no day zero'],
    ['2026-00-01', 'there is no month zero'],
    ['2026-13-01', 'there is no thirteenth month'],
    ['1899-12-31', 'before the years of the library'],
    ['3000-01-01', 'after the years of the library'],
    ['0000-01-01', 'the year zero'],
  ])('refuses %s: %s', (text) => {
    expect(parseDay(text)).toEqual({ ok: false, error: { code: 'day-not-in-calendar', value: text } });
  });

  it.each([
    '',
    '2026',
    '2026-1-1',
    '2026-10-1',
    '2026-10-011',
    '2026/10/01',
    '01.10.2026',
    '2026-10-01 ',
    ' 2026-10-1',
    '2026-10-0x',
    '2026-1٠-01',
    '２026-10-01',
    '+026-10-01',
    '-026-10-01',
    '2026-10_01',
    '2026.10-01',
    '20261001--',
    '2026-10-01T00:00:00.000Z',
  ])('refuses %j: not YYYY-MM-DD', (text) => {
    expect(parseDay(text)).toEqual({ ok: false, error: { code: 'day-format', value: text } });
  });

  it.each([null, undefined, 20261001, new Date(0), ['2026-10-01'], { toString: () => '2026-10-01' }])(
    'refuses what is not text: %s',
    (value) => {
      const parsed = parseDay(value);
      expect(parsed.ok ? parsed.value : parsed.error.code).toBe('day-format');
    },
  );

  it('cuts a megabyte in the refusal', () => {
    const parsed = parseDay('2'.repeat(1_000_000));
    expect(parsed.ok ? '' : parsed.error.value).toHaveLength(80);
  });
});

describe('a billing month', () => {
  it.each(['2026-01', '2026-12', '1900-01', '2999-12'])('takes %s', (text) => {
    expect(parseMonth(text)).toEqual({ ok: true, value: text });
  });

  it.each(['2026-00', '2026-13', '2026-1', '2026-1x', '202610', '2026/10', '2026-10-01', '1899-12', '3000-01', '', 'xxxx-01'])(
    'refuses %j',
    (text) => {
      expect(parseMonth(text)).toEqual({ ok: false, error: { code: 'month-format', value: text } });
    },
  );

  it('refuses what is not text', () => {
    expect(parseMonth(202610)).toEqual({ ok: false, error: { code: 'month-format', value: '202610' } });
  });
});

describe('an instant', () => {
  it.each(['2026-10-25T09:00:00.000Z', '2026-10-25T23:59:59.999Z', '2024-02-29T00:00:00.000Z'])('takes %s', (text) => {
    expect(parseInstant(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ['2026-10-25T24:00:00.000Z', 'no hour 24'],
    ['2026-10-25T09:60:00.000Z', 'no minute 60'],
    ['2026-12-31T23:59:60.000Z', 'no leap second'],
    ['2026-10-25T09:00:00Z', 'milliseconds are always written'],
    ['2026-10-25T09:00:00.000', 'no zone'],
    ['2026-10-25T09:00:00.000+03:00', 'not UTC'],
    ['2026-10-25 09:00:00.000Z', 'a blank for T'],
    ['2026-10-25T09:00:00,000Z', 'a comma'],
    ['2026-02-30T09:00:00.000Z', 'a day that is not in the calendar'],
    ['2026-10-25T09:00:00.000Z\n', 'a line end'],
    ['2026-10-25t09:00:00.000z', 'small letters'],
  ])('refuses %j: %s', (text) => {
    expect(parseInstant(text)).toEqual({ ok: false, error: { code: 'instant-format', value: text } });
  });

  it('refuses what is not text', () => {
    expect(parseInstant(0)).toEqual({ ok: false, error: { code: 'instant-format', value: '0' } });
  });
});

describe('counting in the calendar', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2026-10-01', 0, '2026-10-01'],
    ['2026-01-01', 365, '2027-01-01'],
    ['2000-01-01', 146_097, '2400-01-01'],
    ['2999-12-31', 1, '3000-01-01'],
  ])('%s and %s days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), to as Day)).toBe(count);
  });

  it.each([
    ['2025-12', 1, '2026-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-01', 1, '2026-02'],
    ['2026-10', 0, '2026-10'],
    ['2026-10', 14, '2027-12'],
    ['2026-10', -22, '2024-12'],
    ['2999-12', 1, '3000-01'],
  ])('%s and %s months is %s', (from, count, to) => {
    expect(addMonths(month(from), count)).toBe(to);
    expect(monthsBetween(month(from), to as Month)).toBe(count);
    expect(monthFromNumber(monthNumber(month(from)) + count)).toBe(to);
  });

  it.each([
    ['2026-01', 31],
    ['2026-02', 28],
    ['2024-02', 29],
    ['1900-02', 28],
    ['2000-02', 29],
    ['2100-02', 28],
    ['2026-04', 30],
    ['2026-12', 31],
    ['1994-12', 31],
    ['2011-12', 31],
  ])('%s has %s days', (text, days) => {
    expect(daysIn(month(text))).toBe(days);
    expect(lastDay(month(text))).toBe(`${text}-${days}`);
    expect(daysBetween(firstDay(month(text)), dayAfter(month(text)))).toBe(days);
  });

  it.each([
    ['2026-10-26', 1],
    ['2026-10-27', 2],
    ['2026-10-25', 7],
    ['1900-01-01', 1],
    ['2000-02-29', 2],
    ['2011-12-30', 5],
    ['2999-12-31', 2],
  ])('%s is day %s of the week', (text, number) => {
    expect(weekday(day(text))).toBe(number);
  });

  it('takes a day apart', () => {
    expect(monthOf(day('2026-10-05'))).toBe('2026-10');
    expect(dayOfMonth(day('2026-10-05'))).toBe(5);
    expect(monthNumber(day('2026-10-05'))).toBe(2026 * 12 + 9);
    expect(firstDay(month('2026-10'))).toBe('2026-10-01');
    expect(dayAfter(month('2026-12'))).toBe('2027-01-01');
  });

  it('counts days from 1 March of the year zero', () => {
    expect(serial('0000-03-01' as Day)).toBe(0);
    expect(serial(day('1970-01-01'))).toBe(719_468);
    expect(dayFromSerial(719_468)).toBe('1970-01-01');
    expect(monthNumberOfSerial(719_468)).toBe(1970 * 12);
  });

  it('knows every day from 1900 to 2999: each follows the one before, as a clock in UTC counts them', () => {
    const start = Date.UTC(1900, 0, 1) / 86_400_000;
    const end = Date.UTC(3000, 0, 1) / 86_400_000;
    const base = serial(day('1900-01-01')) - start;
    for (let n = start; n < end; n += 1) {
      const text = new Date(n * 86_400_000).toISOString().slice(0, 10) as Day;
      const good =
        parseDay(text).ok &&
        serial(text) === n + base &&
        dayFromSerial(n + base) === text &&
        serialOfMonthDay(monthNumber(text), dayOfMonth(text)) === n + base &&
        monthNumberOfSerial(n + base) === monthNumber(text) &&
        weekday(text) === ((n + 3) % 7) + 1 + ((n + 3) % 7 < 0 ? 7 : 0);
      if (!good) expect.unreachable(text);
    }
    expect(end - start).toBe(401_767);
  });
});
