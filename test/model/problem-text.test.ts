import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/kernel/problem';
import { problemCodes, problemText } from '../../src/model/problem-text';
import type { AnyProblemCode } from '../../src/model/problem-text-codes';

const LANGUAGES = ['ru', 'en'] as const;
const facts = fc.dictionary(
  fc.constantFrom('day', 'month', 'field', 'most', 'expected', 'received', 'other', 'x'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

describe('the text of a problem', () => {
  it('tells place, value and rule, and separately what to do', () => {
    const problem: Problem<AnyProblemCode> = { code: 'number-format', at: 'readings.csv:3:20 value', value: '12,5' };
    expect(problemText(problem, 'ru')).toEqual({
      text: 'readings.csv:3:20 value: «12,5» — не десятичное число вида 123.45',
      advice: 'Запишите точкой, без пробелов и степени: 123.45.',
      page: 'docs/errors.md#number-format',
    });
    expect(problemText(problem, 'en').text).toBe('readings.csv:3:20 value: “12,5” is not a decimal number such as 123.45');
  });

  it('names the parameter, the day and where its series begins', () => {
    const problem: Problem<AnyProblemCode> = {
      code: 'missing-parameter',
      value: 'perm.cold',
      facts: { day: '2025-12-31', seriesFrom: '2026-01-01' },
    };
    expect(problemText(problem, 'ru')).toMatchObject({
      text: 'нет значения «perm.cold» на 2025-12-31',
      advice: 'Добавьте в ряд значение с его актом или начислите другой месяц. Ряд начинается 2026-01-01.',
    });
  });

  it('adds in brackets what no sentence mentions, so that nothing is lost', () => {
    expect(problemText({ code: 'register-twice', value: 'T1', facts: { place: 'кухня' } }, 'en').text).toBe(
      'the meter has the register “T1” twice (place: кухня)',
    );
  });

  it('is a sentence in both languages for every code, whatever the problem carries', () => {
    const problem = fc.record(
      { at: fc.string({ unit: 'binary' }), value: fc.string({ unit: 'binary', maxLength: 80 }), facts },
      { requiredKeys: [] },
    );
    for (const code of problemCodes()) {
      fc.assert(
        fc.property(problem, (rest) => {
          for (const language of LANGUAGES) {
            const { text, advice } = problemText({ ...rest, code }, language);
            expect(text).toMatch(/^[^\p{Cc}\p{Cs}]{8,}$/u);
            expect(`${text}${advice}`).not.toMatch(/undefined|\[object/);
            expect(advice).toMatch(/[.…]$/);
          }
        }),
        { numRuns: 20 },
      );
    }
  });

  it('speaks Russian in Russian and no Russian in English', () => {
    for (const code of problemCodes()) {
      expect(problemText({ code }, 'ru').text).toMatch(/[а-я]{3}/i);
      expect(problemText({ code }, 'en').advice).not.toMatch(/[а-я]{3}/i);
    }
  });

  it('does not let a value move the cursor of a terminal or turn the writing round', () => {
    expect(problemText({ code: 'id-format', value: '\u001b[2J\u202eевил' }, 'ru').text).toBe(
      '«\\u001b[2J\\u202eевил» не годится как идентификатор',
    );
  });
});
