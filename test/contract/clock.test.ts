import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, later } from '../../src/kernel/calendar';
import { fixedClock, steppingClock } from '../../src/testing/clock';

const instant = fc
  .date({ min: new Date('1901-01-01T00:00:00.000Z'), max: new Date('2998-12-31T00:00:00.000Z'), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant);

describe('clocks for tests', () => {
  it('a fixed clock shows the same moment at every look', () => {
    const clock = fixedClock('2026-11-01T09:00:00.000Z' as Instant);
    expect([clock.now(), clock.now()]).toEqual(['2026-11-01T09:00:00.000Z', '2026-11-01T09:00:00.000Z']);
  });

  it('a stepping clock goes on with every look, over midnight and the end of a year, and can be set', () => {
    const clock = steppingClock('2026-12-31T23:59:59.500Z' as Instant, 1000);
    expect([clock.now(), clock.now()]).toEqual(['2026-12-31T23:59:59.500Z', '2027-01-01T00:00:00.500Z']);
    clock.set('2026-02-28T00:00:00.000Z' as Instant);
    expect(clock.now()).toBe('2026-02-28T00:00:00.000Z');
  });

  it('count milliseconds as the calendar of the machine does, forwards and backwards', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -(10 ** 10), max: 10 ** 10 }), (from, ms) => {
        expect(later(from, ms)).toBe(new Date(Date.parse(from) + ms).toISOString());
      }),
    );
  });
});
