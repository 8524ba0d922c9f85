import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayFromSerial, daysBetween, type Month, monthOf, serial } from '../../src/kernel/calendar';
import { fraction, plusFraction, roundedFraction, sumFractions } from '../../src/kernel/fraction';
import { asKopecks, sumMoney } from '../../src/kernel/money';
import { evaluateExactly } from '../../src/kernel/oracle';
import { must } from '../../src/kernel/result';
import { explainPenalty } from '../../src/ledger/penalties/explain-penalty';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';
import { latePenalty, penaltyValues } from '../../src/ledger/penalties/penalty-formula';
import type { DebtBucket, DebtChange, PenaltyRequest } from '../../src/ledger/penalties/penalty-request';
import type { Penalties } from '../../src/ledger/penalties/penalty-result';
import { penaltyDifference } from '../../src/ledger/penalties/penalty-sums';
import { MORATORIA, PAYERS } from '../../src/norms/federal/moratoria';
import { WORK_CALENDAR } from '../../src/norms/federal/work-calendar';
import { calculate, calculateExactly } from '../../src/norms/formula';
import { PENALTY_RATES, penaltyRateOn } from '../../src/norms/penalty-rate';
import { PENALTY_BRANCHES } from '../../src/norms/penalty-regime';
import { workingDay } from '../../src/norms/work-calendar';

const FIRST = serial('2017-01-15' as Day);
const LAST = serial('2026-10-20' as Day);

const day = fc.integer({ min: FIRST, max: LAST }).map(dayFromSerial);
const amount = fc.integer({ min: 1, max: 5_000_000 }).map(asKopecks);

const change: fc.Arbitrary<DebtChange> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('payment' as const), day, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reduction' as const), amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('writeOff' as const), day, amount }) },
);

const bucket: fc.Arbitrary<DebtBucket> = fc
  .record({
    provider: fc.constantFrom('а', 'б'),
    service: fc.constantFrom('coldWater', 'maintenance', null),
    dueDay: day,
    amount: fc.integer({ min: 0, max: 9_000_000 }).map(asKopecks),
    changes: fc.array(change, { maxLength: 5 }),
    branch: fc.option(fc.constantFrom(...PENALTY_BRANCHES), { nil: undefined }),
  })
  .map((one): DebtBucket => ({ account: '1', month: monthOf(addDays(one.dueDay, -31)) as Month, ...one }));

const exemption = fc
  .record({
    ground: fc.constantFrom('military' as const, 'bankruptcy' as const, 'agreement' as const, 'waiver' as const),
    from: day,
    to: fc.option(day, { nil: null }),
    document: fc.constant('документ'),
  })
  .filter(({ from, to }) => to === null || from < to);

const request: fc.Arbitrary<PenaltyRequest> = fc.record({
  payer: fc.constantFrom(...PAYERS),
  buckets: fc.array(bucket, { minLength: 1, maxLength: 4 }),
  through: day,
  exemptions: fc.array(exemption, { maxLength: 2 }),
  policies: fc.record(
    {
      moratoriumDayCount: fc.constantFrom('continue', 'pause'),
      paymentDayCounts: fc.constantFrom('yes', 'no'),
      workingDayShift: fc.constantFrom('on', 'off'),
      penaltyCapScope: fc.constantFrom('accrualDay', 'paymentDay'),
      penaltyRate: fc.constantFrom('accrualDay', 'paymentDay'),
      penaltyRounding: fc.constantFrom('perMonthOfDebt', 'perRow', 'perDay'),
    },
    { requiredKeys: [] },
  ),
});

const accrued = (of: PenaltyRequest): Penalties => {
  const answer = penaltiesOf(of);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

/** What is the same however the history was told: everything but the lists of changes as they came. */
const told = ({ buckets, ...rest }: Penalties) => ({ ...rest, buckets: buckets.map(({ bucket: _bucket, ...one }) => one) });

const shuffled = <T>(list: readonly T[], seed: number): readonly T[] =>
  list
    .map((one, at) => ({ one, key: Math.imul(at + 1, seed | 1) >>> 3 }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);

describe('penalties are a function of the history', () => {
  it('the order of facts never shows', () => {
    fc.assert(
      fc.property(request, fc.integer(), (one, seed) => {
        const buckets = one.buckets.map((debt) => ({ ...debt, changes: shuffled(debt.changes, seed) }));
        expect(told(accrued({ ...one, buckets }))).toEqual(told(accrued(one)));
        const whole = accrued(one);
        const other = accrued({ ...one, buckets: shuffled(one.buckets, seed) });
        expect({ total: other.total, exact: sumFractions(other.sums.map(({ exact }) => exact)) }).toEqual({
          total: whole.total,
          exact: sumFractions(whole.sums.map(({ exact }) => exact)),
        });
      }),
    );
  });

  it('a payment split in two on its day changes nothing', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 1, max: 4_999_999 }), (one, first) => {
        const split = (of: DebtChange): readonly DebtChange[] =>
          of.kind !== 'payment' || of.amount <= first
            ? [of]
            : [
                { ...of, amount: asKopecks(first) },
                { ...of, amount: asKopecks(of.amount - first) },
              ];
        const buckets = one.buckets.map((debt) => ({ ...debt, changes: debt.changes.flatMap(split) }));
        expect(told(accrued({ ...one, buckets }))).toEqual(told(accrued(one)));
      }),
    );
  });

  it('a payment that was taken back by the payer is as if it had never come', () => {
    fc.assert(
      fc.property(request, day, day, amount, (one, some, other, sum) => {
        const [paidOn, later] = some < other ? [some, other] : [other, some];
        const withBoth = (debt: DebtBucket): DebtBucket => ({
          ...debt,
          changes: [
            ...debt.changes,
            { kind: 'payment', day: paidOn, amount: sum },
            { kind: 'reversal', day: later, paidOn, amount: sum, error: 'payer' },
          ],
        });
        expect(told(accrued({ ...one, buckets: one.buckets.map(withBoth) }))).toEqual(told(accrued(one)));
      }),
    );
  });

  it('what was posted before and the difference are what is owed, whatever was posted', () => {
    fc.assert(
      fc.property(request, day, (one, before) => {
        const posted = accrued({ ...one, through: before }).sums;
        const now = accrued(one).sums;
        const entries = [...posted, ...penaltyDifference(now, posted)];
        for (const sum of [...now, ...posted]) {
          const here = entries.filter(({ provider, month }) => provider === sum.provider && month === sum.month);
          const wanted = now.find(({ provider, month }) => provider === sum.provider && month === sum.month)?.amount ?? 0;
          expect(sumMoney(here.map((entry) => entry.amount))).toBe(wanted);
        }
        expect(penaltyDifference(now, now)).toEqual([]);
      }),
    );
  });
});

describe('the intervals', () => {
  it('sum to the whole, each with its days, none below zero', () => {
    fc.assert(
      fc.property(request, (one) => {
        const { buckets, sums } = accrued(one);
        for (const { intervals, exact, dueDay } of buckets) {
          expect(sumFractions(intervals.map((row) => row.exact))).toEqual(exact);
          for (const row of intervals) {
            expect(row.days).toBe(daysBetween(row.from, row.through) + 1);
            expect(row.from > dueDay && row.through <= one.through && row.days > 0 && row.base > 0 && row.exact.over >= 0n).toBe(true);
            expect((row.free === null) === (row.rate !== null && row.divisor !== null)).toBe(true);
            if (row.free !== null) expect(row.exact.over).toBe(0n);
          }
        }
        expect(sumFractions(sums.map((sum) => sum.exact))).toEqual(sumFractions(buckets.map(({ exact }) => exact)));
        for (const sum of sums) expect(sum.amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('are told as they were reckoned, to thirty digits', () => {
    fc.assert(
      fc.property(request, (one) => {
        for (const penalty of accrued(one).buckets) {
          const charged = penalty.intervals.filter(({ free }) => free === null);
          expect(explainPenalty(penalty).map(({ value }) => Number(value))).toEqual(charged.map((row) => row.amount / 100));
          for (const { base, rate, divisor, days, exact } of charged) {
            const values = penaltyValues(base, rate ?? '', days, divisor ?? '');
            expect(evaluateExactly(latePenalty.expression, values, 30)).toBe(roundedFraction(exact, 30));
          }
        }
      }),
    );
  });

  it('have exact amounts that round to what the formula gives', () => {
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom('9.5', '8.25', '7', '21'),
        fc.integer({ min: 1, max: 4000 }),
        fc.constantFrom('300', '170', '130'),
        (base, ...rest) => {
          const values = penaltyValues(base, ...rest);
          const exact = calculateExactly(latePenalty, values);
          expect(exact === null ? null : roundedFraction(exact, 2)).toBe(calculate(latePenalty, values));
        },
      ),
    );
    expect(calculateExactly(latePenalty, penaltyValues(asKopecks(100), '9.5', 1, '0'))).toBeNull();
  });

  it('never have neighbours that are one', () => {
    fc.assert(
      fc.property(request, (one) => {
        for (const { intervals } of accrued({ ...one, policies: { ...one.policies, penaltyRate: 'accrualDay' } }).buckets)
          for (const [at, row] of intervals.entries()) {
            const next = intervals[at + 1];
            if (next === undefined || addDays(row.through, 1) !== next.from) continue;
            const same = (['base', 'rate', 'divisor', 'free'] as const).every((field) => row[field] === next[field]);
            expect(same).toBe(false);
          }
      }),
    );
  });
});

describe('more days', () => {
  it('never lower the penalties by the day’s own rate', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 0, max: 400 }), (one, days) => {
        const policies = { ...one.policies, penaltyRate: 'accrualDay', penaltyRounding: 'perMonthOfDebt' };
        const waste = (debt: DebtBucket): DebtBucket => ({ ...debt, branch: debt.branch === 'waste' ? 'gas' : debt.branch });
        const asked = { ...one, policies, buckets: one.buckets.map(waste) };
        const later = dayFromSerial(Math.min(serial(one.through) + days, LAST));
        expect(accrued({ ...asked, through: later }).total).toBeGreaterThanOrEqual(accrued(asked).total);
      }),
    );
  });

  it('of a moratorium cost nothing to those it concerns', () => {
    fc.assert(
      fc.property(bucket, fc.integer({ min: 0, max: 269 }), (debt, days) => {
        const [covid] = MORATORIA;
        const start = covid?.from ?? ('' as Day);
        const asked = (through: Day): PenaltyRequest => ({ payer: 'citizen', buckets: [debt], through });
        expect(accrued(asked(addDays(start, days))).total).toBe(accrued(asked(addDays(start, -1))).total);
      }),
    );
  });

  it('of a longer debt are never cheaper than a smaller debt', () => {
    fc.assert(
      fc.property(bucket, day, amount, (debt, through, more) => {
        const asked = (of: DebtBucket): PenaltyRequest => ({ payer: 'citizen', buckets: [of], through });
        const larger = { ...debt, amount: asKopecks(debt.amount + more) };
        expect(accrued(asked(larger)).total).toBeGreaterThanOrEqual(accrued(asked(debt)).total);
      }),
    );
  });
});

describe('day by day', () => {
  /** The rule of ч. 14 as it is read: each day alone, by the number of the day. */
  const naive = (debt: DebtBucket, through: Day) => {
    const due = must(workingDay(WORK_CALENDAR, debt.dueDay));
    let sum = fraction(0n, 1n);
    for (let now = addDays(due, 1), n = 1; now <= through; now = addDays(now, 1), n += 1) {
      const paid = debt.changes.reduce((all, one) => {
        const felt = one.kind === 'reduction' || (one.kind === 'writeOff' ? one.day <= now : one.kind === 'payment' && one.day < now);
        return felt ? all + one.amount : all;
      }, 0);
      const base = Math.max(0, debt.amount - paid);
      const stopped = MORATORIA.some((one) => one.from <= now && now < one.to && (one.debts === 'all' || debt.month < monthOf(one.from)));
      if (n <= 30 || stopped || base === 0) continue;
      const { percent } = must(penaltyRateOn(PENALTY_RATES, { rateDay: now, capDay: now }, false));
      const hundredths = BigInt(Math.round(Number(percent) * 100));
      sum = plusFraction(sum, fraction(BigInt(base) * hundredths, 1_000_000n * (n <= 90 ? 300n : 130n)));
    }
    return sum;
  };

  it('gives the same as the intervals', () => {
    fc.assert(
      fc.property(bucket, fc.integer({ min: -5, max: 900 }), (debt, length) => {
        const through = dayFromSerial(Math.min(serial(debt.dueDay) + length, LAST));
        const own = { ...debt, branch: 'housing' as const };
        const [found] = accrued({ payer: 'citizen', buckets: [own], through }).buckets;
        expect(found?.exact).toEqual(naive(own, through));
      }),
      { numRuns: 60 },
    );
  });
});
