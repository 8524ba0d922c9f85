import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { documentDueDay, paymentDueDay, workingDay } from '../../src/norms/due-days';

describe('the last day to pay, ЖК РФ, ст. 155', () => {
  it.each([
    ['2025-12', '2026-01-12', '10.01.2026 is a Saturday'],
    ['2026-01', '2026-02-10', 'the 10th still'],
    ['2026-02', '2026-03-16', '15.03.2026 is a Sunday; the first month with the 15th'],
    ['2026-03', '2026-04-15', ''],
    ['2026-07', '2026-08-17', '15.08.2026 is a Saturday'],
    ['2026-08', '2026-09-15', ''],
    ['2026-10', '2026-11-16', '15.11.2026 is a Sunday'],
    ['2026-11', '2026-12-15', ''],
  ])('of %s is %s %s', (month, day) => {
    expect(must(paymentDueDay(month as Month))).toBe(day);
  });

  it('is not answered for months whose acts nobody has read', () => {
    expect(paymentDueDay('2027-01' as Month)).toMatchObject({ ok: false, error: { code: 'parameter-not-reviewed' } });
    expect(documentDueDay('2004-01' as Month)).toMatchObject({ ok: false, error: { code: 'missing-parameter' } });
  });
});

describe('the last day to present the document', () => {
  it.each([
    ['2026-01', '2026-02-02', '01.02.2026 is a Sunday'],
    ['2026-02', '2026-03-05', 'the first month with the 5th'],
    ['2026-03', '2026-04-06', '05.04.2026 is a Sunday'],
  ])('of %s is %s %s', (month, day) => {
    expect(must(documentDueDay(month as Month))).toBe(day);
  });
});

describe('a day off', () => {
  it('moves to Monday, a working day stays', () => {
    const week = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14', '2026-11-15'] as Day[];
    expect(week.map(workingDay)).toEqual([...week.slice(0, 5), '2026-11-16', '2026-11-16']);
  });
});
