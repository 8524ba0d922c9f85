import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayAfter, firstDay, type Month, monthFromNumber } from '../../src/kernel/calendar';
import { must } from '../../src/kernel/result';
import { type Parameter, parameter, valueFor, valueOn, valuesWithin } from '../../src/norms/parameter';
import { eachDay, someDay } from '../kernel/days';

const parameters: fc.Arbitrary<Parameter<'1'>> = fc
  .record({
    reviewedThrough: someDay,
    entries: fc.uniqueArray(fc.record({ from: someDay, value: fc.option(fc.nat().map(String), { freq: 4 }) }), {
      selector: ({ from }) => from,
      maxLength: 10,
    }),
  })
  .map(({ reviewedThrough, entries }) =>
    parameter({
      code: 'sample',
      title: 'Проба',
      unit: '1',
      reviewedThrough,
      series: entries.sort((a, b) => (a.from < b.from ? -1 : 1)).map((one) => ({ ...one, act: one.from })),
    }),
  );
const months = fc.integer({ min: 2023 * 12 + 5, max: 2025 * 12 + 5 }).map(monthFromNumber);
const daysOf = (month: Month) => eachDay(firstDay(month), dayAfter(month));

describe('a number of the law', () => {
  it('holds for a month exactly when one entry gives it on each of its days', () => {
    fc.assert(
      fc.property(parameters, months, (of, month) => {
        const answers = daysOf(month).map((day) => valueOn(of, day));
        const sources = new Set(answers.map((answer) => (answer.ok ? answer.value.act : '')));
        const whole = valueFor(of, month);
        expect(whole.ok).toBe(answers.every((answer) => answer.ok) && sources.size === 1);
        if (whole.ok) expect(answers[0]).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  it('within some days is the same as day by day, and missing when it is missing on one of them', () => {
    fc.assert(
      fc.property(parameters, months, fc.integer({ min: 0, max: 3 }), (of, month, more) => {
        const days = eachDay(firstDay(month), firstDay(addMonths(month, more)));
        const answers = days.map((day) => valueOn(of, day));
        const parts = valuesWithin(of, firstDay(month), firstDay(addMonths(month, more)));
        expect(parts.ok).toBe(answers.every((answer) => answer.ok));
        if (parts.ok)
          expect(parts.value.flatMap((part) => eachDay(part.from, part.to).map(() => part.entry))).toEqual(
            answers.map((answer) => must(answer)),
          );
      }),
      { numRuns: 1_000 },
    );
  });
});
