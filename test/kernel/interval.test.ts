import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { contains, daysOfMonth, intersection, interval, lastDayOf, lengthInDays, overlaps } from '../../src/kernel/interval';

const day = (text: string): Day => text as Day;
const from = (start: string, end: string | null) => ({ from: day(start), to: end === null ? null : day(end) });

describe('an interval of days, [from, to)', () => {
  it('must end after it begins', () => {
    expect(interval(day('2026-10-01'), day('2026-10-02'))).toEqual({ ok: true, value: from('2026-10-01', '2026-10-02') });
    expect(interval(day('2026-10-01'), null)).toEqual({ ok: true, value: from('2026-10-01', null) });
    for (const to of ['2026-10-01', '2026-09-30']) {
      expect(interval(day('2026-10-01'), day(to))).toEqual({
        ok: false,
        error: { code: 'interval-empty', facts: { from: '2026-10-01', to } },
      });
    }
  });

  it('holds its first day and not the day it ends on', () => {
    const october = from('2026-10-01', '2026-11-01');
    expect(['2026-09-30', '2026-10-01', '2026-10-31', '2026-11-01'].map((text) => contains(october, day(text)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(contains(from('2026-10-01', null), day('2999-12-31'))).toBe(true);
    expect(contains(from('2026-10-01', null), day('2026-09-30'))).toBe(false);
  });

  it('does not overlap the interval that begins where it ends', () => {
    expect(overlaps(from('2026-10-01', '2026-10-15'), from('2026-10-15', '2026-11-01'))).toBe(false);
    expect(intersection(from('2026-10-01', '2026-10-15'), from('2026-10-15', null))).toBeNull();
    expect(overlaps(from('2026-10-01', '2026-10-16'), from('2026-10-15', '2026-11-01'))).toBe(true);
    expect(intersection(from('2026-10-01', '2026-10-16'), from('2026-10-15', '2026-11-01'))).toEqual(from('2026-10-15', '2026-10-16'));
  });

  it('shares its days with an open interval from the later of the two beginnings', () => {
    expect(intersection(from('2026-10-01', null), from('2026-10-15', null))).toEqual(from('2026-10-15', null));
    expect(intersection(from('2026-10-01', '2026-11-01'), from('2026-10-15', null))).toEqual(from('2026-10-15', '2026-11-01'));
    expect(intersection(from('2026-10-15', null), from('2026-10-01', '2026-11-01'))).toEqual(from('2026-10-15', '2026-11-01'));
  });

  it('counts its days, in leap Februaries too', () => {
    expect(lengthInDays(daysOfMonth('2026-02' as Month))).toBe(28);
    expect(lengthInDays(daysOfMonth('2024-02' as Month))).toBe(29);
    expect(daysOfMonth('2026-12' as Month)).toEqual({ from: '2026-12-01', to: '2027-01-01' });
    expect(lengthInDays({ from: day('2026-01-01'), to: day('2027-01-01') })).toBe(365);
  });

  it('ends on the day before its open end', () => {
    expect(lastDayOf(from('2026-10-01', '2026-11-01'))).toBe('2026-10-31');
    expect(lastDayOf(from('2026-10-01', null))).toBeNull();
  });
});
