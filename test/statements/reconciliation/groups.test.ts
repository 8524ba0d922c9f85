import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, lastDay } from '../../../src/kernel/calendar';
import { asKopecks, kopecksFromText, roublesText, sumMoney } from '../../../src/kernel/money';
import { must } from '../../../src/kernel/result';
import type { CounterpartyOperation } from '../../../src/model/counterparty-records';
import { compareStatement, counterpartyForm } from '../../../src/statements/reconciliation/compare';
import { differenceText } from '../../../src/statements/reconciliation/difference-text';
import { turnoverOfRows } from '../../../src/statements/reconciliation/statement';
import { account, statementOf } from './random-account';

const plus = (amount: string, kopecks: number): string => roublesText(asKopecks(must(kopecksFromText(amount)) + kopecks));

/** A payment as two, the second some days later. */
const split = ({ document: _, ...one }: CounterpartyOperation, days: number): readonly CounterpartyOperation[] => [
  { ...one, amount: '33.33' },
  { ...one, amount: plus(one.amount, -3333), date: addDays(one.date as Day, days) },
];

describe('one row for several', () => {
  it('payments that the other side has in two parts, on one day or on two, have no difference', () => {
    fc.assert(
      fc.property(account, fc.nat({ max: 6 }), ({ statement: { statement } }, days) => {
        const form = counterpartyForm(statement);
        const operations = form.operations.flatMap((one) => (one.type === 'payment' ? split(one, days) : [one]));
        const compared = compareStatement(statement, { ...form, operations });
        expect(compared.differences).toEqual([]);
        expect(compared.matches.filter(({ theirs }) => theirs.length === 2)).toHaveLength(
          form.operations.filter(({ type }) => type === 'payment').length,
        );
      }),
    );
  });

  it('charges that the other side has as one sum a month have no difference; a month with another sum has one', () => {
    fc.assert(
      fc.property(account, fc.nat({ max: 5 }), ({ statement: { statement } }, which) => {
        const form = counterpartyForm(statement);
        const months = statement.months.map(
          ({ month, charged }, index): CounterpartyOperation => ({
            type: 'charge',
            period: month,
            amount: plus(roublesText(charged), index === which ? 777 : 0),
          }),
        );
        const { closing: _, ...rest } = { ...form, operations: [...form.operations.filter(({ type }) => type !== 'charge'), ...months] };
        const compared = compareStatement(statement, rest);
        expect(compared.differences.map((one) => [one.class, one.month, one.effect, one.ours.length])).toEqual([
          ['amount', statement.months[which]?.month, 777, 2],
        ]);
      }),
    );
  });

  it('payments that we have as several and they as one have no difference', () => {
    fc.assert(
      fc.property(account, ({ entries }) => {
        const halves = entries.flatMap((one) =>
          one.kind === 'payment'
            ? [
                { ...one, id: `${one.cause}@a#0`, cause: `${one.cause}-a`, amount: asKopecks(-4444) },
                { ...one, id: `${one.cause}@b#0`, cause: `${one.cause}-b`, amount: asKopecks(one.amount + 4444) },
              ]
            : [one],
        );
        const { statement } = statementOf(halves);
        const whole = counterpartyForm(statementOf(entries).statement);
        expect(compareStatement(statement, whole).differences).toEqual([]);
      }),
    );
  });
});

describe('differences of our side', () => {
  it('a payment that we have twice is doubled at ours', () => {
    fc.assert(
      fc.property(account, ({ entries, statement }) => {
        const twice = entries.flatMap((one) =>
          one.kind === 'payment' ? [one, { ...one, id: `${one.cause}:x#0`, cause: `${one.cause}-x` }] : [one],
        );
        const { closing: _, ...form } = counterpartyForm(statement.statement);
        const compared = compareStatement(statementOf(twice).statement, form);
        expect(new Set(compared.differences.map((one) => one.class))).toEqual(new Set(['doubledOurs']));
        expect(sumMoney(compared.differences.map(({ effect }) => effect))).toBe(compared.difference);
      }),
    );
  });

  it('penalties of a month counted another way are that, a kopeck is rounding', () => {
    const [one] = fc.sample(account, 1);
    if (one === undefined) throw new Error('no account');
    const { statement } = one.statement;
    const [first] = statement.months;
    if (first === undefined) throw new Error('no month');
    const penalty = {
      ...(statement.rows[0] as (typeof statement.rows)[number]),
      kind: 'penalty' as const,
      day: lastDay(first.month),
      periods: [first.month],
      service: null,
      provider: 'uk',
      document: null,
      amount: asKopecks(12_34),
    };
    const rows = [...statement.rows, penalty];
    const own = { ...statement, rows, turnover: turnoverOfRows(statement.turnover.opening, rows) };
    const { closing: _, ...form } = counterpartyForm(own);
    const told = (amount: string) =>
      compareStatement(own, { ...form, operations: form.operations.map((op) => (op.type === 'penalty' ? { ...op, amount } : op)) })
        .differences;
    expect(told('12.34')).toEqual([]);
    expect(told('12.35').map((found) => found.class)).toEqual(['rounding']);
    expect(told('10.00').map((found) => found.class)).toEqual(['penaltyMethod']);
    expect(told('10.00').map((found) => differenceText(found, 'ru'))).toEqual([
      'пени посчитаны иначе, 2026-01: у нас 31.01.2026 пени за 2026-01 +12.34; у них 31.01.2026 пени за 2026-01 +10.00; влияние -2.34',
    ]);
  });
});

describe('an account that pays the same sum every month', () => {
  const regular = fc
    .sample(account, 1)
    .flatMap(({ entries }) => entries.map((one) => (one.kind === 'payment' ? { ...one, amount: asKopecks(-500_00) } : one)));
  const { statement } = statementOf(regular);
  const { closing: _, ...form } = counterpartyForm(statement);
  const withoutDocuments = form.operations.map(({ document: _document, ...one }): CounterpartyOperation => one);
  const payments = withoutDocuments.filter(({ type }) => type === 'payment');
  const told = (operations: readonly CounterpartyOperation[]) =>
    compareStatement(statement, { ...form, operations: [...operations] }).differences.map((one) => [one.class, one.effect]);

  it.each(payments.map((payment, index) => ({ payment, index })))(
    'has the one that is missing, doubled or late: payment $index',
    ({ payment }) => {
      expect(told(withoutDocuments.filter((one) => one !== payment))).toEqual([['missingTheirs', 500_00]]);
      expect(told([...withoutDocuments, payment])).toEqual([['doubledTheirs', -500_00]]);
      const late = { ...payment, date: addDays(payment.date as Day, 4) };
      expect(told(withoutDocuments.map((one) => (one === payment ? late : one)))).toEqual([['date', 0]]);
    },
  );
});
