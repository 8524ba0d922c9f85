import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, type Month, monthOf } from '../../../src/kernel/calendar';
import { asKopecks, kopecksFromText, roublesText, sumMoney } from '../../../src/kernel/money';
import { must } from '../../../src/kernel/result';
import type { CounterpartyOperation, CounterpartyRecords } from '../../../src/model/counterparty-records';
import { type CompareOptions, compareStatement, counterpartyForm } from '../../../src/statements/reconciliation/compare';
import type { DifferenceClass } from '../../../src/statements/reconciliation/differences';
import { rowsOfOperations, type StatementRow } from '../../../src/statements/reconciliation/rows';
import { ACCOUNT, account, statementOf, TO } from './random-account';

/** `FC_RUNS=5000` looks for longer. */
const RUNS = { numRuns: Number(process.env['FC_RUNS'] ?? 200) };

const plus = (amount: string, kopecks: number): string => roublesText(asKopecks(must(kopecksFromText(amount)) + kopecks));

/** What one seed does: the records as the other side would have them, and what is to be found. */
interface Seeded {
  readonly operations: readonly CounterpartyOperation[];
  readonly class: DifferenceClass;
  readonly elsewhere?: readonly StatementRow[];
  readonly barred?: Month;
}

type Seed = (operation: CounterpartyOperation, index: number) => Seeded;

/** Sums that no group of others makes: above all of the account's. */
const strange = (index: number): string => roublesText(asKopecks(10_000 * 2 ** (25 + index) + 3));

const PAYMENT: Readonly<Record<string, Seed>> = {
  missingTheirs: () => ({ operations: [], class: 'missingTheirs' }),
  doubledTheirs: (one) => ({ operations: [one, one], class: 'doubledTheirs' }),
  amount: (one) => ({ operations: [{ ...one, amount: plus(one.amount, 5001) }], class: 'amount' }),
  amountWithoutDocument: ({ document: _, ...one }) => ({ operations: [{ ...one, amount: plus(one.amount, 5001) }], class: 'amount' }),
  date: (one) => ({ operations: [{ ...one, date: addDays(one.date as Day, 2) }], class: 'date' }),
  dateWithoutDocument: ({ document: _, ...one }) => ({ operations: [{ ...one, date: addDays(one.date as Day, 2) }], class: 'date' }),
  period: (one) => ({ operations: [{ ...one, period: addMonths(one.period as Month, -3) }], class: 'period' }),
  account: (one) => ({ operations: [{ ...one, account: '590777' }], class: 'account' }),
  disputed: (one) => ({ operations: [{ ...one, disputed: 'платёж не наш' }], class: 'disputed' }),
  disputedSum: (one) => ({ operations: [{ ...one, amount: plus(one.amount, -100), disputed: 'сумма не та' }], class: 'disputed' }),
  missingOurs: (one, index) => ({
    operations: [one, { type: 'payment', date: addDays(one.date as Day, 5), amount: strange(index), document: `x-${index}` }],
    class: 'missingOurs',
  }),
  ourOtherAccount: (one, index) => {
    const there: CounterpartyOperation = { type: 'payment', date: addDays(one.date as Day, 6), amount: strange(index) };
    return { operations: [one, there], class: 'account', elsewhere: rowsOfOperations([{ ...there, account: '590888' }], ACCOUNT) };
  },
  inTransit: (one, index) => {
    const there: CounterpartyOperation = { type: 'payment', date: '2026-06-29' as Day, amount: strange(index) };
    const ours = rowsOfOperations([{ ...there, receivedOn: '2026-07-02' as Day }], ACCOUNT);
    return { operations: [one, there], class: 'inTransit', elsewhere: ours };
  },
};

const CHARGE: Readonly<Record<string, Seed>> = {
  missingTheirs: () => ({ operations: [], class: 'missingTheirs' }),
  timeBarred: (one) => ({ operations: [], class: 'timeBarred', barred: one.period as Month }),
  doubledTheirs: (one) => ({ operations: [one, one], class: 'doubledTheirs' }),
  amount: (one) => ({ operations: [{ ...one, amount: plus(one.amount, -5003) }], class: 'amount' }),
  rounding: (one) => ({ operations: [{ ...one, amount: plus(one.amount, 1) }], class: 'rounding' }),
  disputed: (one) => ({ operations: [{ ...one, disputed: 'не согласны' }], class: 'disputed' }),
  period: (one) => ({ operations: [{ ...one, period: addMonths(one.period as Month, -1) }], class: 'period' }),
};

interface Told {
  readonly records: CounterpartyRecords;
  readonly options: CompareOptions;
  readonly expected: readonly DifferenceClass[];
}

/** Put seeds into the mirror of a statement. */
const seeded = (form: CounterpartyRecords, seeds: ReadonlyMap<number, string>): Told => {
  const found = form.operations.map((one, index): Seeded | null => {
    const name = seeds.get(index);
    const seed = name === undefined ? undefined : (one.type === 'payment' ? PAYMENT : CHARGE)[name];
    return seed === undefined ? null : seed(one, index % 10);
  });
  const { closing: _, ...rest } = form;
  const months = new Set(found.flatMap((one) => (one?.barred === undefined ? [] : [one.barred])));
  return {
    records: { ...rest, operations: form.operations.flatMap((one, index) => found[index]?.operations ?? [one]) },
    options: { elsewhere: found.flatMap((one) => one?.elsewhere ?? []), barred: { months, opening: asKopecks(0) } },
    expected: found.flatMap((one) => (one === null ? [] : [one.class])).sort(),
  };
};

/** An account with up to four seeds, each on an operation of its own. */
const seededAccount = account.chain(({ statement }) => {
  const form = counterpartyForm(statement.statement);
  const one = fc.nat({ max: form.operations.length - 1 }).chain((index) => {
    const seeds = Object.keys(form.operations[index]?.type === 'payment' ? PAYMENT : CHARGE);
    return fc.constantFrom(...seeds).map((name) => [index, name] as const);
  });
  return fc
    .uniqueArray(one, { minLength: 1, maxLength: 4, selector: ([index]) => index })
    .map((seeds) => ({ statement: statement.statement, form, ...seeded(form, onlyOneTimeBarred(seeds)) }));
});

/** A barred month is barred for both its services: another seed in it that misses a charge would be barred as well. */
const onlyOneTimeBarred = (seeds: readonly (readonly [number, string])[]): ReadonlyMap<number, string> =>
  seeds.some(([, name]) => name === 'timeBarred')
    ? new Map(seeds.map(([index, name]) => [index, name === 'missingTheirs' ? 'rounding' : name]))
    : new Map(seeds);

describe('a reconciliation statement', () => {
  it('against its own mirror has no differences', () => {
    fc.assert(
      fc.property(account, ({ statement: { statement } }) => {
        const compared = compareStatement(statement, counterpartyForm(statement));
        expect(compared.differences).toEqual([]);
        expect(compared.difference).toBe(0);
        expect(compared.theirs).toEqual(statement.turnover);
        expect(compared.matches.flatMap(({ ours }) => ours)).toHaveLength(statement.rows.length);
      }),
    );
  });

  it('finds k seeded differences as exactly those k', () => {
    fc.assert(
      fc.property(seededAccount, ({ statement, records, options, expected }) => {
        const { differences } = compareStatement(statement, records, options);
        expect(differences.map((one) => one.class).sort()).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('has differences that explain the difference of the saldi to the kopeck, whatever was told', () => {
    const closing = fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: undefined });
    fc.assert(
      fc.property(seededAccount, closing, closing, ({ statement, records, options }, opening, told) => {
        const given = {
          ...records,
          ...(opening === undefined ? {} : { opening: roublesText(asKopecks(opening)) }),
          ...(told === undefined ? {} : { closing: roublesText(asKopecks(told)) }),
        };
        const compared = compareStatement(statement, given, options);
        expect(sumMoney(compared.differences.map(({ effect }) => effect))).toBe(compared.difference);
        expect(compared.theirs.closing - statement.turnover.closing).toBe(compared.difference);
      }),
      RUNS,
    );
  });

  it('does not depend on the order of their records', () => {
    fc.assert(
      fc.property(
        seededAccount.chain((one) =>
          fc
            .shuffledSubarray([...one.records.operations], { minLength: one.records.operations.length })
            .map((operations) => ({ ...one, operations })),
        ),
        ({ statement, records, options, operations }) => {
          expect(compareStatement(statement, { ...records, operations }, options)).toEqual(compareStatement(statement, records, options));
        },
      ),
    );
  });

  it('names the first month and row that are off', () => {
    fc.assert(
      fc.property(seededAccount, ({ statement, records, options }) => {
        const { differences, firstDivergence } = compareStatement(statement, records, options);
        for (const { month } of differences) expect((firstDivergence?.month ?? '') <= month).toBe(true);
        expect(firstDivergence).toBe(differences[0] ?? null);
      }),
    );
  });

  it('has months that lead from the opening to the closing saldo, and creditors that sum to it', () => {
    fc.assert(
      fc.property(account, ({ statement: { statement }, entries }) => {
        let before = statement.turnover.opening;
        for (const month of statement.months) {
          expect(month.opening).toBe(before);
          before = month.closing;
        }
        expect(before).toBe(statement.turnover.closing);
        expect(statement.turnover.closing).toBe(sumMoney(entries.map(({ amount }) => amount)));
        for (const sum of ['opening', 'charged', 'paid', 'closing'] as const)
          expect(sumMoney(statement.creditors.map((one) => one[sum]))).toBe(statement.turnover[sum]);
        expect(statement.rows.every((row) => monthOf(row.day) === row.month && row.month <= TO)).toBe(true);
      }),
    );
  });

  it('has one hash for one content, and another for every other', () => {
    fc.assert(
      fc.property(account, fc.nat(), ({ statement, entries }, which) => {
        expect(statementOf(entries)).toEqual(statement);
        expect(statement.hash).toMatch(/^[0-9a-f]{64}$/);
        const changed = entries.map((one, index) =>
          index === which % entries.length ? { ...one, amount: asKopecks(one.amount + 1) } : one,
        );
        expect(statementOf(changed).hash).not.toBe(statement.hash);
      }),
    );
  });
});
