import { describe, expect, it } from 'vitest';
import type { Day, Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { courtDebt, hasCourtConfirmedDebt } from '../../src/ledger/court-debt';
import type { DebtBucket } from '../../src/ledger/penalties/penalty-request';
import type { DebtEventRecord } from '../../src/model/debt-records';

/** 1 000,00 of January 2024, due on 12.02.2024 (the 10th is a Saturday). */
const bucket = (more: Partial<DebtBucket> = {}): DebtBucket => ({
  account: 'a',
  provider: 'uk',
  service: 'heating',
  month: '2024-01' as Month,
  dueDay: '2024-02-10' as Day,
  amount: asKopecks(1000_00),
  changes: [],
  ...more,
});
const claim = (more: Partial<DebtEventRecord> = {}): DebtEventRecord => ({
  kind: 'debtEvent',
  id: 'c',
  account: 'a',
  type: 'claimed',
  on: '2024-06-01' as Day,
  ended: { on: '2024-07-15' as Day, outcome: 'awarded' },
  document: 'судебный приказ № 2-1',
  ...more,
});
const ask = (asOf: string, buckets = [bucket()], events = [claim()]) => must(hasCourtConfirmedDebt({ asOf: asOf as Day, buckets, events }));

describe('a debt confirmed by a court, ЖК РФ, ст. 159, ч. 5', () => {
  it('is one from the day of the act on, while it is not paid', () => {
    expect([ask('2024-07-14'), ask('2024-07-15')]).toEqual([false, true]);
    const paid = (amount: number) => [bucket({ changes: [{ kind: 'payment', day: '2024-09-01' as Day, amount: asKopecks(amount) }] })];
    expect([ask('2024-08-31', paid(1000_00)), ask('2024-09-01', paid(1000_00)), ask('2024-09-01', paid(999_99))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is of months within three years before: January 2024 through January 2027', () => {
    const found = (asOf: string) => courtDebt({ asOf: asOf as Day, buckets: [bucket()], events: [claim()] });
    expect(found('2027-01-31').ok).toBe(false);
    const old = [bucket({ month: '2021-05' as Month, dueDay: '2021-06-10' as Day })];
    expect([
      ask('2024-07-31', old),
      ask('2024-05-31', old, [claim({ on: '2022-01-10' as Day, ended: { on: '2022-02-01' as Day, outcome: 'awarded' } })]),
    ]).toEqual([false, true]);
  });

  it('needs an act in force that covers it: not a cancelled order, not a claim of another service, month or account', () => {
    const events = [
      claim({ ended: { on: '2024-07-15' as Day, outcome: 'cancelled' } }),
      claim({ ended: undefined }),
      claim({ type: 'acknowledged', ended: undefined }),
      claim({ service: 'gas' }),
      claim({ provider: 'vk' }),
      claim({ from: '2024-02' as Month }),
      claim({ to: '2023-12' as Month }),
      claim({ account: 'b' }),
      // Brought on the last day to pay: nothing was overdue.
      claim({ on: '2024-02-10' as Day }),
    ];
    for (const event of events) expect(ask('2024-12-31', [bucket()], [event])).toBe(false);
  });

  it('does not exist before the rule of 2021', () => {
    const old = [bucket({ month: '2020-01' as Month, dueDay: '2020-02-10' as Day })];
    const events = [claim({ on: '2020-05-01' as Day, ended: { on: '2020-06-01' as Day, outcome: 'awarded' } })];
    expect([ask('2020-12-31', old, events), ask('2021-01-01', old, events)]).toEqual([false, true]);
  });

  it('names the first act and sums what is not paid', () => {
    const later = claim({ id: 'd', document: 'решение', ended: { on: '2024-10-01' as Day, outcome: 'awarded' } });
    expect(
      must(courtDebt({ asOf: '2024-12-01' as Day, buckets: [bucket(), bucket({ service: 'gas' })], events: [later, claim()] })),
    ).toMatchObject({
      confirmed: true,
      unpaid: 2000_00,
      debts: [{ awardedOn: '2024-07-15', document: 'судебный приказ № 2-1' }, { unpaid: 1000_00 }],
      legal: 'ЖК РФ, ст. 159, ч. 5; ст. 160, ч. 3',
    });
  });
});
