import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { printReport, verifyFolder } from '../../src/cli/verify';

const LAW = readFileSync(new URL('../law/penalties.yaml', import.meta.url), 'utf8');

const report = (expected: string, penalty = '', more = '') =>
  verifyFolder([
    {
      path: 'p.yaml',
      text: `cases: [{ id: a, title: т${more}, penalty: { debts: [{ month: 2025-02, amount: 6000.00, payments: { 2025-04-29: 2000.00, 2025-06-18: 4000.00 } }], through: 2025-06-30${penalty} }, expect: { ${expected} } }]`,
    },
  ]);

const differences = (expected: string, penalty = '') =>
  report(expected, penalty).cases.flatMap((one) => one.differences.map(({ field, expected: want, received }) => [field, want, received]));

describe('a case with penalties', () => {
  it('passes when everything it says is so', () => {
    expect(report("due: 2025-03-10, total: 117.90, exact: 117.897435…, sums: { 2025-02: 117.90 }, explains: ['льготные дни']").passed).toBe(
      1,
    );
  });

  it.each([
    ['due: 2025-03-11', [['due', '2025-03-11', '2025-03-10']]],
    ['regime: consumer', [['regime', 'consumer', 'housing']]],
    ['total: 117.89', [['total', '117.89', '117.9']]],
    ['sums: { 2025-02: 1.00 }', [['2025-02', '1.00', '117.90']]],
    ['sums: { 2025-03: 1.00 }', [['2025-03', '1.00', '0']]],
    ['assumedFrom: 2026-10-26', [['assumedFrom', '2026-10-26', '—']]],
    ["explains: ['мораторий']", [['explains', 'мораторий', 'нет в объяснении']]],
    ['problems: [decision-day-missing]', [['problems', 'decision-day-missing', 'нет ошибок']]],
    ['intervals: []', [['intervals', '0', '4']]],
  ] as const)('finds that %s is wrong', (expected, found) => {
    expect(differences(expected).map(([field, want, got]) => [field, want, got === '117.90' && field === 'total' ? '117.9' : got])).toEqual(
      found,
    );
  });

  it.each([
    ['from: 2025-04-11', 'from'],
    ['through: 2025-04-30', 'through'],
    ['days: 21', 'days'],
    ['base: 6000.01', 'base'],
    ['rate: 9.4', 'rate'],
    ['divisor: 130', 'divisor'],
    ['free: grace', 'free'],
    ['amount: 38.01', 'amount'],
    ['exact: 38.5', 'exact'],
    ['exact: 38.1…', 'exact'],
    ['month: 2025-03', 'month'],
    ['service: coldWater', 'service'],
  ])('finds that %s of the second interval is wrong', (field, name) => {
    expect(differences(`intervals: [{}, { ${field} }, {}, {}]`).map(([where]) => where)).toEqual([`intervals[2].${name}`]);
  });

  it('tells a free interval from one that costs', () => {
    expect(differences('intervals: [{ rate: 9.5, divisor: 300 }, {}, {}, {}]')).toEqual([
      ['intervals[1].rate', '9.5', '—'],
      ['intervals[1].divisor', '300', '—'],
    ]);
  });

  it('tells problems in words, and asks why a publication differs', () => {
    const broken = printReport(report('total: 1', ', policies: { penaltyRate: decisionDay }'));
    expect(broken).toContain('problems: ожидали нет ошибок, получили decision-day-missing');
    expect(broken).toContain('день решения не дан');
    expect(report('published: 18.75').cases[0]?.problems).toEqual(['публикация расходится с верным ответом: объясните это в поле note']);
    expect(report('published: 18.75', '', ', note: так').passed).toBe(1);
  });

  it('is refused when nothing is expected of it', () => {
    expect(report('').failed).toBe(1);
  });

  it('fails when the law is mistaken: no case of the engine is vacuous', () => {
    const wrong = LAW.replace(/amount: (\d+)\.00, payments/g, 'amount: $1.77, payments');
    expect(wrong).not.toBe(LAW);
    expect(verifyFolder([{ path: 'penalties.yaml', text: wrong }]).failed).toBeGreaterThan(4);
  });
});
