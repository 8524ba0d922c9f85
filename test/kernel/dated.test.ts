import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { datedSeries, entryOn, stretches } from '../../src/kernel/dated';

const day = (text: string): Day => text as Day;
const entry = (from: string, value: string | null) => ({ from: day(from), value });
const first = entry('2026-01-01', 'a');
const second = entry('2026-03-01', null);
const third = entry('2026-03-15', 'b');
const series = [first, second, third];

describe('a value that counts from a day', () => {
  it('is in force from its first day until the next entry begins', () => {
    expect(entryOn(series, day('2025-12-31'))).toBeUndefined();
    expect(entryOn(series, day('2026-01-01'))).toBe(first);
    expect(entryOn(series, day('2026-02-28'))).toBe(first);
    expect(entryOn(series, day('2026-03-01'))).toBe(second);
    expect(entryOn(series, day('2026-03-14'))).toBe(second);
    expect(entryOn(series, day('2999-12-31'))).toBe(third);
    expect(entryOn([], day('2026-01-01'))).toBeUndefined();
  });

  it('stands in order of its days, whatever order it came in', () => {
    expect(datedSeries([third, first, second])).toEqual({ ok: true, value: series });
    expect(datedSeries([])).toEqual({ ok: true, value: [] });
  });

  it('leaves the list it came in as it was', () => {
    const came = [third, first];
    datedSeries(came);
    expect(came).toEqual([third, first]);
  });

  it('cannot begin twice on one day', () => {
    expect(datedSeries([third, first, entry('2026-03-15', 'c')])).toEqual({
      ok: false,
      error: { code: 'series-overlap', value: '2026-03-15' },
    });
  });

  it('is cut where it changes', () => {
    expect(stretches(series, day('2026-02-01'), day('2026-04-01'))).toEqual([
      { from: '2026-02-01', to: '2026-03-01', entry: first },
      { from: '2026-03-01', to: '2026-03-15', entry: second },
      { from: '2026-03-15', to: '2026-04-01', entry: third },
    ]);
  });

  it('has a stretch without an entry before it begins', () => {
    expect(stretches(series, day('2025-12-01'), day('2026-01-02'))).toEqual([
      { from: '2025-12-01', to: '2026-01-01', entry: undefined },
      { from: '2026-01-01', to: '2026-01-02', entry: first },
    ]);
    expect(stretches([], day('2026-01-01'), day('2026-02-01'))).toEqual([{ from: '2026-01-01', to: '2026-02-01', entry: undefined }]);
  });

  it('is not cut by a change on the first day or on the day after the last', () => {
    expect(stretches(series, day('2026-01-01'), day('2026-03-01'))).toEqual([{ from: '2026-01-01', to: '2026-03-01', entry: first }]);
  });

  it('has no stretches where there are no days', () => {
    expect(stretches(series, day('2026-03-01'), day('2026-03-01'))).toEqual([]);
    expect(stretches(series, day('2026-03-02'), day('2026-03-01'))).toEqual([]);
  });
});
