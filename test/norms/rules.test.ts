import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { BillingInvariantError } from '../../src/kernel/result';
import { type Act, clause } from '../../src/norms/act';
import { choose, type Rule, rowFor, rules } from '../../src/norms/rules';

const day = (text: string): Day => text as Day;
const today = day('2026-10-01');
const act: Act = { code: 'sample', title: 'ПП № 1', date: day('2000-01-01'), number: '1' };
const always = clause(act, 'always', 'всегда', 'design', { '2000-01-01': 'п. 1' });
const since2020 = clause(act, 'since2020', 'с 2020 года', 'design', { '2020-01-01': 'п. 2', '2025-01-01': 'п. 3' });

interface Facts {
  readonly fit: boolean;
  readonly months: number;
}
type Basis = 'meter' | 'average' | 'normative';

const meter: Rule<Facts, Basis> = { basis: 'meter', when: (f) => f.fit, clause: always, otherwise: 'прибор непригоден' };
const average: Rule<Facts, Basis> = {
  basis: 'average',
  when: (f) => f.months < 3,
  clause: since2020,
  otherwise: (f) => `прошло ${f.months} мес.`,
};
const normative: Rule<Facts, Basis> = { basis: 'normative', when: () => true, clause: always, otherwise: '' };

describe('a decision table in the order of the law', () => {
  const table = rules('sample', [meter, average, normative]);

  it('gives the first row that holds, its clause as numbered that day, and why the rows above it did not hold', () => {
    expect(choose(table, { fit: false, months: 1 }, today)).toEqual({
      ok: true,
      value: { basis: 'average', clause: since2020, legal: 'ПП № 1, п. 3', rejected: [{ basis: 'meter', why: 'прибор непригоден' }] },
    });
    expect(choose(table, { fit: false, months: 1 }, day('2024-12-31'))).toMatchObject({
      value: { basis: 'average', legal: 'ПП № 1, п. 2' },
    });
    expect(choose(table, { fit: true, months: 1 }, today)).toMatchObject({ value: { basis: 'meter', rejected: [] } });
  });

  it('tells from the facts why a row did not hold', () => {
    expect(choose(table, { fit: false, months: 4 }, today)).toMatchObject({
      value: {
        basis: 'normative',
        rejected: [
          { basis: 'meter', why: 'прибор непригоден' },
          { basis: 'average', why: 'прошло 4 мес.' },
        ],
      },
    });
  });

  it('passes over a row that holds while its clause is not in force, and says so instead of a false reason', () => {
    const before = day('2019-12-31');
    expect(rowFor(table, { fit: false, months: 1 }, before)).toBe(2);
    expect(choose(table, { fit: false, months: 1 }, before)).toMatchObject({
      value: { basis: 'normative', rejected: [{ basis: 'meter' }, { basis: 'average', why: 'норма в этот день не действовала' }] },
    });
  });

  it('has no answer when no row holds', () => {
    const partial = rules('partial', [meter, average]);
    expect(rowFor(partial, { fit: false, months: 3 }, today)).toBe(-1);
    expect(choose(partial, { fit: false, months: 3 }, today)).toEqual({
      ok: false,
      error: { code: 'no-rule', value: 'partial', facts: { day: today } },
    });
    expect(rowFor(partial, { fit: false, months: 1 }, day('2019-12-31'))).toBe(-1);
  });

  it('must have rows', () => {
    expect(() => rules('empty', [])).toThrow(BillingInvariantError);
  });
});

describe('a decision table of rows that exclude each other', () => {
  const table = rules('unique', [meter, average], 'unique');

  it('gives the one row that holds, and why every other did not', () => {
    expect(choose(table, { fit: true, months: 5 }, today)).toMatchObject({
      value: { basis: 'meter', rejected: [{ basis: 'average', why: 'прошло 5 мес.' }] },
    });
    expect(choose(table, { fit: false, months: 1 }, today)).toMatchObject({
      value: { basis: 'average', rejected: [{ basis: 'meter', why: 'прибор непригоден' }] },
    });
  });

  it('has no answer when two rows hold, or none', () => {
    expect(rowFor(table, { fit: true, months: 1 }, today)).toBe(-2);
    expect(choose(table, { fit: true, months: 1 }, today)).toEqual({
      ok: false,
      error: { code: 'two-rules', value: 'unique', facts: { day: today } },
    });
    expect(choose(table, { fit: false, months: 3 }, today)).toMatchObject({ error: { code: 'no-rule', value: 'unique' } });
  });

  it('does not count a row whose clause is not in force', () => {
    expect(choose(table, { fit: true, months: 1 }, day('2019-12-31'))).toMatchObject({
      value: { basis: 'meter', rejected: [{ basis: 'average', why: 'норма в этот день не действовала' }] },
    });
  });
});
