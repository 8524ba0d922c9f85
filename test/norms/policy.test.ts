import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/calendar';
import { POLICIES, policyValue } from '../../src/norms/policies';
import { policy, policyText } from '../../src/norms/policy';

const today = '2026-10-01' as Day;
const bare = policy({ code: 'x', title: 'Выбор', values: { yes: 'да', no: 'нет' }, fallback: 'no', reason: 'проба' });

describe('a policy in words', () => {
  it('names the choice and its value, and the clause when there is one', () => {
    expect(policyText(bare, 'yes', today)).toBe('Выбор: да');
    expect(policyText(POLICIES.residents, 'byDays', today)).toBe(
      'Число проживающих изменилось внутри месяца: по дням (ПП № 354, п. 56–58)',
    );
  });

  it('does not cite a clause on a day when it was not in force', () => {
    expect(policyText(POLICIES.residents, 'byDays', '2012-08-31' as Day)).toBe('Число проживающих изменилось внутри месяца: по дням');
  });

  it.each(['maybe', 'constructor', 'toString', '__proto__'])('shows an unknown value as it is: %s', (value) => {
    expect(policyText(bare, value, today)).toBe(`Выбор: ${value}`);
  });
});

describe('the policies of the library', () => {
  it.each(Object.entries(POLICIES))('%s has a default among its values, a reason and a clause', (name, of) => {
    expect(of.code).toBe(name);
    expect(Object.keys(of.values)).toContain(of.fallback);
    expect(of.reason.length).toBeGreaterThan(10);
    const first = of.clause?.editions[0]?.from ?? today;
    expect(policyText(of, of.fallback, first)).toMatch(/^.+: .+ \((ПП № \d+|ЖК РФ|ГК РФ), .+\)$/);
  });

  it('are set by a house one by one', () => {
    expect(policyValue({}, 'residents')).toBe('byDays');
    expect(policyValue({ residents: 'firstDay' }, 'residents')).toBe('firstDay');
    expect(policyValue({ residents: 'firstDay' }, 'volumeDigits')).toBe('7');
  });
});
