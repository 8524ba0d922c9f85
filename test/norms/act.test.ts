import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { BillingInvariantError } from '../../src/kernel/result';
import { type Act, citation, clause, inForce } from '../../src/norms/act';
import { PP354, ZHK } from '../../src/norms/acts';

const day = (text: string): Day => text as Day;
const act: Act = { code: 'sample', title: 'ПП № 1', date: day('2011-05-06'), number: '1' };
const renumbered = clause(act, 'average', 'среднее', 'seen', {
  '2017-01-01': 'п. 59(1)',
  '2012-09-01': 'п. 59',
  '2020-07-01': null,
  '2021-01-01': 'п. 60',
});

describe('a clause of an act, renumbered over the years', () => {
  it.each([
    ['2012-08-31', null],
    ['2012-09-01', 'ПП № 1, п. 59'],
    ['2016-12-31', 'ПП № 1, п. 59'],
    ['2017-01-01', 'ПП № 1, п. 59(1)'],
    ['2020-06-30', 'ПП № 1, п. 59(1)'],
    ['2020-07-01', null],
    ['2020-12-31', null],
    ['2021-01-01', 'ПП № 1, п. 60'],
    ['2999-12-31', 'ПП № 1, п. 60'],
  ])('is cited on %s as %s', (on, text) => {
    expect(citation(renumbered, day(on))).toBe(text);
    expect(inForce(renumbered, day(on))).toBe(text !== null);
  });

  it('keeps its editions in order of their days, whatever order they were written in', () => {
    expect(renumbered.editions.map(({ from }) => from)).toEqual(['2012-09-01', '2017-01-01', '2020-07-01', '2021-01-01']);
  });

  it.each(['2012-9-01', '01.09.2012', '2012-02-30', ''])('cannot count from %j, which is no day', (from) => {
    expect(() => clause(act, 'x', 'x', 'seen', { [from]: 'п. 1' })).toThrow(BillingInvariantError);
  });

  it('without editions was never in force', () => {
    const never = clause(act, 'x', 'x', 'design', {});
    expect(citation(never, day('2026-10-01'))).toBeNull();
    expect(inForce(never, day('2026-10-01'))).toBe(false);
  });
});

describe('the clauses that the library cites', () => {
  const cited = [...Object.values(PP354), ...Object.values(ZHK)];

  it.each(cited.map((of) => [`${of.act.code} ${of.code}`, of] as const))(
    '%s has a place in its act in October 2026, and none before it',
    (_name, of) => {
      expect(citation(of, day('2026-10-01'))).toMatch(new RegExp(`^${of.act.title}, (п|ст|прил)\\. \\d`));
      expect(inForce(of, of.act.date)).toBe(false);
      expect(of.subject).not.toBe('');
    },
  );

  it('have codes of their own within their acts', () => {
    const codes = cited.map((of) => `${of.act.code} ${of.code}`);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
