import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, dayFromSerial, type Month, serial } from '../../src/kernel/calendar';
import { asKopecks, type Kopecks, sumMoney } from '../../src/kernel/money';
import { quantity, scaled } from '../../src/kernel/quantity';
import { must } from '../../src/kernel/result';
import { agreementState, frozenDebts } from '../../src/ledger/agreement/agreement-state';
import { deferredDebt } from '../../src/ledger/instalment/deferred-debt';
import { instalmentInterest, instalmentPart } from '../../src/ledger/instalment/instalment-formulas';
import { instalmentPlan } from '../../src/ledger/instalment/instalment-plan';
import { limitationOf } from '../../src/ledger/limitation/limitation';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';
import type { DebtBucket, DebtChange } from '../../src/ledger/penalties/penalty-request';
import type { RepaymentAgreementRecord } from '../../src/model/debt-records';
import { calculate, calculateExactly, evaluate } from '../../src/norms/formula';

const MONTH = '2024-03' as Month;
const money = fc.integer({ min: 0, max: 5_000_000 }).map(asKopecks);
const debtDay = fc.integer({ min: serial('2024-03-01' as Day), max: serial('2025-12-31' as Day) }).map(dayFromSerial);

const plan = fc.record({
  month: fc.constantFrom(MONTH, '2023-12' as Month, '2024-02' as Month),
  fee: money,
  lastYear: fc.option(money, { nil: null }),
  grantedOn: fc.constant('2024-04-05' as Day),
  interest: fc.constantFrom('0', '6', '19', undefined),
  endedOn: fc.option(debtDay, { nil: undefined }),
  refused: fc.boolean(),
  policies: fc.constantFrom({}, { instalmentInterest: 'ceiling' }),
});

describe('an instalment', () => {
  it('is the fee of the year before and parts that sum to the excess, none below zero, the balance falling to nothing', () => {
    fc.assert(
      fc.property(plan, (request) => {
        const { plan: made, choice } = must(instalmentPlan(request));
        expect(choice.basis === 'instalment').toBe(made !== null);
        if (made === null) return;
        expect(made.regular + made.excess).toBe(request.fee);
        expect(sumMoney(made.parts.map((part) => part.amount))).toBe(made.excess);
        expect(made.parts.every((part) => part.amount >= 0 && part.interest >= 0)).toBe(true);
        let balance: number = made.excess;
        for (const part of made.parts) {
          expect(part.balance).toBe(balance);
          balance -= part.amount;
        }
        expect(made.parts.length).toBeLessThanOrEqual(12);
        expect(made.parts.every(({ month }) => month >= request.month && month <= addMonths(request.month, 11))).toBe(true);
      }),
    );
  });

  it('is offered exactly when the fee is more than five fourths of the one before', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 1, max: 5_000_000 }).map(asKopecks), (fee, lastYear) => {
        const { choice } = must(instalmentPlan({ month: MONTH, fee, lastYear, grantedOn: '2024-04-05' as Day }));
        expect(choice.basis).toBe(4 * fee > 5 * lastYear ? 'instalment' : 'withinLimit');
      }),
    );
  });

  it('has formulas whose readers agree', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 12 }), (sum, percent, months) => {
        const part = { ΔP: scaled(sum, 2, 'RUB'), n: scaled(1, 0, 'month'), m: scaled(months, 0, 'month') } as const;
        const interest = {
          S: scaled(sum, 2, 'RUB'),
          r: scaled(percent, 4, '1'),
          n: scaled(1, 0, 'month'),
          y: quantity('12', 'month'),
        } as const;
        expect(calculate(instalmentPart, part)).toBe(must(evaluate(instalmentPart, part, '2024-04-01' as Day)).value.int);
        expect(calculate(instalmentInterest, interest)).toBe(must(evaluate(instalmentInterest, interest, '2024-04-01' as Day)).value.int);
        const exact = calculateExactly(instalmentPart, part);
        expect(exact?.over).toBe((BigInt(sum) * (exact?.under ?? 1n)) / (100n * BigInt(months)));
      }),
    );
  });
});

const change: fc.Arbitrary<DebtChange> = fc.oneof(
  fc.record({ kind: fc.constant('payment' as const), day: debtDay, amount: money.filter((one) => one > 0) }),
  fc.record({ kind: fc.constant('writeOff' as const), day: debtDay, amount: money.filter((one) => one > 0) }),
  fc.record({ kind: fc.constant('reduction' as const), amount: money.filter((one) => one > 0) }),
);

/** A debt whose payments may be taken back. */
const bucket: fc.Arbitrary<DebtBucket> = fc
  .record({ amount: money, changes: fc.array(change, { maxLength: 5 }), back: fc.constantFrom(null, 'payer' as const, 'payee' as const) })
  .map(({ amount, changes, back }): DebtBucket => {
    const paid = changes.find((one) => one.kind === 'payment');
    const reversal: readonly DebtChange[] =
      back === null || paid?.kind !== 'payment'
        ? []
        : [{ kind: 'reversal', day: addDays(paid.day, 9), paidOn: paid.day, amount: paid.amount, error: back }];
    return {
      account: '1',
      provider: 'uk',
      service: 'heating',
      month: MONTH,
      dueDay: '2024-04-10' as Day,
      amount,
      changes: [...changes, ...reversal],
    };
  });

const parts = fc
  .array(money, { maxLength: 11 })
  .map((amounts) => amounts.map((amount, index) => ({ month: addMonths(MONTH, index + 1), amount })));

const totalOf = (buckets: readonly DebtBucket[], through: Day): Kopecks => {
  const penalties = penaltiesOf({ payer: 'citizen', buckets, through });
  if (!penalties.ok) throw new Error(JSON.stringify(penalties.error));
  return penalties.value.total;
};

const owedOn = ({ amount, changes }: DebtBucket, day: Day): number =>
  changes.reduce((sum: number, one) => {
    if (one.kind === 'reduction') return sum - one.amount;
    if (one.day > day) return sum;
    return one.kind === 'reversal' ? sum + one.amount : sum - one.amount;
  }, amount);

describe('a debt with deferred parts', () => {
  it('owes on each day what it owed as one', () => {
    fc.assert(
      fc.property(bucket, parts, debtDay, (debt, later, day) => {
        fc.pre(sumMoney(later.map(({ amount }) => amount)) <= debt.amount);
        const pieces = must(deferredDebt(debt, later, { through: '2025-12-31' as Day }));
        const whole = Math.max(0, owedOn({ ...debt, changes: debt.changes.filter((one) => one.kind === 'reduction') }, day));
        expect(sumMoney(pieces.map(({ amount }) => amount))).toBe(pieces.length === 1 && pieces[0] === debt ? debt.amount : whole);
        if (debt.changes.some((one) => one.kind === 'reversal')) return;
        const owed = pieces.reduce((sum, piece) => sum + Math.max(0, owedOn(piece, day)), 0);
        expect(owed).toBe(Math.max(0, owedOn(debt, day)));
      }),
    );
  });

  it('never bears more penalties than the same debt at once, and is accepted by their gate', () => {
    fc.assert(
      fc.property(bucket, parts, debtDay, (debt, later, through) => {
        fc.pre(sumMoney(later.map(({ amount }) => amount)) <= debt.amount);
        const total = (buckets: readonly DebtBucket[]): Kopecks => totalOf(buckets, through);
        expect(total(must(deferredDebt(debt, later, { through })))).toBeLessThanOrEqual(total([debt]));
      }),
    );
  });

  it('without parts is the same debt', () => {
    fc.assert(
      fc.property(bucket, (debt) => {
        expect(must(deferredDebt(debt, [], { through: '2025-12-31' as Day }))).toEqual([debt]);
      }),
    );
  });
});

const agreement: fc.Arbitrary<RepaymentAgreementRecord> = fc
  .record({
    agreedOn: debtDay,
    each: money.filter((one) => one > 0),
    dues: fc.array(debtDay, { minLength: 1, maxLength: 4 }),
    graceDays: fc.integer({ min: 0, max: 10 }),
    onBreach: fc.constantFrom('revive' as const, 'spareFrozen' as const, undefined),
  })
  .map(({ agreedOn, each, dues, graceDays, onBreach }) => ({
    kind: 'repaymentAgreement',
    id: 'a',
    account: '1',
    provider: 'uk',
    agreedOn,
    debts: [{ month: MONTH, amount: '1' }],
    parts: dues.map((due) => ({ due, amount: `${Math.floor(each / 100)}.${String(each % 100).padStart(2, '0')}` })),
    graceDays,
    freezePenalties: true,
    onBreach,
    document: 'соглашение',
  }));

describe('an agreement', () => {
  it('never makes a debt dearer, and once void stays void', () => {
    fc.assert(
      fc.property(bucket, agreement, debtDay, (debt, one, on) => {
        const total = (buckets: readonly DebtBucket[]): Kopecks => totalOf(buckets, on);
        expect(total(must(frozenDebts([debt], [one], { on })))).toBeLessThanOrEqual(total([debt]));
        const state = must(agreementState(one, [debt], { on }));
        const later = must(agreementState(one, [debt], { on: addDays(on, 40) }));
        if (state.breach !== null) expect(later.breach).toEqual(state.breach);
      }),
    );
  });
});

describe('the limitation of a debt', () => {
  it('is open through one day and barred from the next, whatever the day asked; time never opens it again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: serial('2015-02-01' as Day), max: serial('2023-06-30' as Day) }).map(dayFromSerial),
        debtDay,
        (dueDay, on) => {
          const { openThrough, barredFrom, state } = must(limitationOf({ dueDay, on }));
          expect(barredFrom).toBe(addDays(openThrough as Day, 1));
          expect(state).toBe(on >= (barredFrom as Day) ? 'barred' : 'open');
          expect((openThrough as Day) >= addDays(dueDay, 3 * 365)).toBe(true);
          expect((openThrough as Day) <= addDays(dueDay, 3 * 366 + 24)).toBe(true);
        },
      ),
    );
  });

  it('is never shortened by an acknowledgement or a claim, in whatever order they are told', () => {
    const event = fc.record({
      on: debtDay,
      type: fc.constantFrom('acknowledged' as const, 'cancelled' as const),
      days: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3 }), (drafts) => {
        const events = drafts.map(({ on, type, days }) =>
          type === 'acknowledged'
            ? ({ type, on, document: 'акт' } as const)
            : ({ type: 'claimed', on, document: 'заявление', ended: { on: addDays(on, days), outcome: 'cancelled' } } as const),
        );
        const asked = { dueDay: '2022-02-10' as Day, on: '2026-10-20' as Day };
        const plain = must(limitationOf(asked));
        const told = must(limitationOf({ ...asked, events }));
        if (told.openThrough !== null) expect(told.openThrough >= (plain.openThrough as Day)).toBe(true);
        const days = new Set(events.map(({ on }) => on));
        if (days.size === events.length) expect(must(limitationOf({ ...asked, events: [...events].reverse() }))).toEqual(told);
      }),
    );
  });
});
