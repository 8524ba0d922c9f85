import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, type Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import type { DebtBucket } from '../../src/ledger/penalties/penalty-request';
import { overdueOn } from '../../src/ledger/restriction/debt-days';
import { restrictionCost } from '../../src/ledger/restriction/restriction-cost';
import { type RestrictionRequest, restrictionState } from '../../src/ledger/restriction/restriction-state';
import type { RestrictionRecord } from '../../src/model/restriction-records';

const FIRST = '2026-01-10' as Day;
const dayAt = (count: number): Day => addDays(FIRST, count);

const bucket = fc
  .record({
    month: fc.nat({ max: 5 }),
    amount: fc.integer({ min: 1, max: 2000_00 }),
    paid: fc.array(fc.nat({ max: 200 }), { maxLength: 2 }),
  })
  .map(
    ({ month, amount, paid }): DebtBucket => ({
      account: 'a',
      provider: 'p',
      service: 'electricity',
      month: `2026-0${month + 1}` as Month,
      dueDay: `2026-0${month + 2}-15` as Day,
      amount: asKopecks(amount),
      changes: paid.map((day) => ({ kind: 'payment', day: dayAt(day), amount: asKopecks(Math.ceil(amount / 2)) })),
    }),
  );
const step = fc
  .record({ step: fc.constantFrom('notice', 'impossible', 'restricted', 'suspended', 'resumed'), on: fc.nat({ max: 200 }) })
  .map(
    (one, index?: number): RestrictionRecord => ({
      kind: 'restriction',
      id: `s-${index}`,
      account: 'a',
      provider: 'p',
      service: 'electricity',
      step: one.step,
      on: dayAt(one.on),
      ...(one.step === 'notice' ? { deliveredOn: dayAt(one.on) } : {}),
      document: 'd',
    }),
  );
const request = fc
  .record({ buckets: fc.array(bucket, { maxLength: 5 }), steps: fc.array(step, { maxLength: 5 }), on: fc.nat({ max: 220 }) })
  .map(({ on, ...rest }): RestrictionRequest => ({ ...rest, service: 'electricity', on: dayAt(on), monthlyFee: asKopecks(300_00) }));

const stateOf = (asked: RestrictionRequest) => must(restrictionState(asked));

describe('restricting a service', () => {
  it('does not depend on the order of facts', () => {
    fc.assert(
      fc.property(request, (asked) => {
        expect(stateOf({ ...asked, buckets: [...asked.buckets].reverse(), steps: [...(asked.steps ?? [])].reverse() })).toEqual(
          stateOf(asked),
        );
      }),
    );
  });

  it('is resumed, or has no ground, once all is paid', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { on } = asked;
        const paid = asked.buckets.map((one) => ({
          ...one,
          changes: [...one.changes, { kind: 'payment' as const, day: on, amount: asKopecks(one.amount) }],
        }));
        const { state, debt } = stateOf({ ...asked, buckets: paid });
        expect(debt).toBe(0);
        expect(['none', 'resumed']).toContain(state);
        const done = (asked.steps ?? []).filter((one) => one.on <= on && one.step !== 'notice' && one.step !== 'impossible');
        if (done.length > 0) expect(state).toBe('resumed');
      }),
    );
  });

  it('goes on without a delivered notice only where works were done', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const quiet = { ...asked, steps: (asked.steps ?? []).filter((one) => one.step === 'impossible') };
        const { state, debt, limit } = stateOf(quiet);
        expect(state).toBe(debt > limit ? 'eligible' : 'none');
        expect(debt).toBe(overdueOn(asked.buckets, asked.on));
      }),
    );
  });

  it('knows nothing of facts after the day asked', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { on } = asked;
        const known = {
          ...asked,
          buckets: asked.buckets
            .filter(({ dueDay }) => dueDay < on)
            .map((one) => ({ ...one, changes: one.changes.filter((change) => change.kind === 'reduction' || change.day <= on) })),
          steps: (asked.steps ?? []).filter((one) => one.on <= on),
        };
        expect(stateOf(known)).toEqual(stateOf(asked));
      }),
    );
  });

  it('costs a debtor of electricity no more than the law says on the day', () => {
    const cost = asKopecks(6000_00);
    expect(must(restrictionCost('electricity', cost, '2025-12-26' as Day))).toMatchObject({ amount: 3000_00, most: 3000_00 });
    expect(must(restrictionCost('electricity', cost, '2025-12-27' as Day))).toMatchObject({ amount: 5000_00 });
    expect(must(restrictionCost('electricity', asKopecks(1000_00), '2026-02-01' as Day))).toMatchObject({ amount: 1000_00 });
    expect(must(restrictionCost('gas', cost, '2026-02-01' as Day))).toMatchObject({ amount: cost, most: null });
  });
});
