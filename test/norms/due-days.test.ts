import { describe, expect, it } from 'vitest';
import type { Month } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { documentDueDay, nominalDueDay, paymentDueDay } from '../../src/norms/due-days';

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
    expect(paymentDueDay('2026-12' as Month)).toMatchObject({
      ok: false,
      error: { code: 'parameter-not-reviewed', value: 'federal.workCalendar', facts: { day: '2027-01-15' } },
    });
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

describe('the same before a day off moves it', () => {
  it('is the day of the law', () => {
    expect(must(nominalDueDay('2026-02' as Month))).toBe('2026-03-15');
    expect(must(nominalDueDay('2026-02' as Month, { policies: { dueDayTransition: 'duma' } }))).toBe('2026-03-10');
    expect(must(nominalDueDay('2026-12' as Month))).toBe('2027-01-15');
  });
});
