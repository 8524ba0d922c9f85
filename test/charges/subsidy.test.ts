import { describe, expect, it } from 'vitest';
import { subsidyOf } from '../../src/charges/subsidy';
import type { Day } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';

const ON = '2026-03-01' as Day;
const FAMILY = { standard: '3000', members: 3, income: '30000', share: '0.22', minimum: '9000', expenses: asKopecks(20_000_00) };

const kopecks = (terms: Partial<Parameters<typeof subsidyOf>[0]>): number | string => {
  const found = subsidyOf({ ...FAMILY, ...terms }, ON);
  return found.ok ? found.value.amount : found.error.code;
};

describe('the subsidy of a family, ПП № 761, п. 23', () => {
  it.each([
    ['9000 − 6600 = 2400', {}, 2400_00],
    ['the income is the minimum to the kopeck: the whole share', { minimum: '10000' }, 2400_00],
    ['a kopeck below it: 9000 − 6600 × 10000 / 10000,01 = 2400,01', { minimum: '10000.01' }, 2400_01],
    ['9000 − 6600 × 10000 / 15000 = 4600', { minimum: '15000' }, 4600_00],
    ['never above the expenses', { minimum: '15000', expenses: asKopecks(4000_00) }, 4000_00],
    ['never below zero', { income: '90000' }, 0],
    ['no income: the whole standard', { income: '0' }, 9000_00],
    ['К = 0,6666 by the policy: 9000 − 6600 × 0,6666 = 4600,44', { minimum: '15001', ratio: 'fourDigits' as const }, 4600_44],
    ['no expenses, no subsidy', { expenses: asKopecks(0) }, 0],
    ['a text that is no number', { income: '30 000' }, 'number-format'],
    ['an income below zero', { income: '-1' }, 'number-negative'],
    ['a half of a person', { members: 1.5 }, 'number-format'],
    ['nobody', { members: 0 }, 'number-format'],
    ['expenses below zero are none', { expenses: asKopecks(-5) }, 0],
    ['no subsistence minimum', { minimum: '0' }, 'division-by-zero'],
  ])('%s', (_, terms, expected) => expect(kopecks(terms)).toBe(expected));

  it('is told with its formula', () => {
    const found = subsidyOf(FAMILY, ON);
    expect(found.ok && found.value.trace.arithmetic).toBe('min(max(3000 × 3 − 30000 × 0.22; 0); 20000)');
  });
});
