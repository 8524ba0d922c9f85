import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Instant, type Month } from '../../src/kernel/calendar';
import { firstOpenMonth } from '../../src/run/open-month';
import { Turns } from '../../src/run/turns';

describe('the first open month', () => {
  it('is the month itself or the one after the last closed, found with few questions', async () => {
    const start = '2010-01' as Month;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -1, max: 300 }), async (from, last) => {
        let asked = 0;
        const journal = {
          monthState: async (_house: string, month: Month) => {
            asked += 1;
            return {
              version: 0,
              closedBy: null,
              writtenAt: null,
              closedAt: month <= addMonths(start, last) ? ('2026-01-01T00:00:00.000Z' as Instant) : null,
            };
          },
        };
        expect(await firstOpenMonth(journal, 'h', addMonths(start, from))).toBe(addMonths(start, Math.max(from, last + 1)));
        expect(asked).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('turns', () => {
  it('go one after another for a name, a failed one with them, and side by side for different names', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const step = (name: string, what: string, fails = false) =>
      turns.take(name, async () => {
        log.push(`${what}+`);
        await Promise.resolve();
        log.push(`${what}-`);
        if (fails) throw new Error(what);
        return what;
      });
    const all = await Promise.allSettled([step('a', 'a1', true), step('a', 'a2'), step('b', 'b1')]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(log.indexOf('a2+')).toBeGreaterThan(log.indexOf('a1-'));
    expect(log.indexOf('b1+')).toBeLessThan(log.indexOf('a1-'));
  });
});
