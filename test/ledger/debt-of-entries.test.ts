import { expect, it } from 'vitest';
import type { Day, Instant, Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { debtOfEntries } from '../../src/ledger/debt-of-entries';
import type { Entry } from '../../src/ledger/entry';
import { overdueOn } from '../../src/ledger/restriction/debt-days';

const entry = (kind: Entry['kind'], amount: number, valueDay: string, service: Entry['service'] = 'gas'): Entry => ({
  id: `${kind}-${valueDay}#0`,
  house: 'h',
  account: 'a',
  provider: 'uk',
  service,
  kind,
  month: '2026-01' as Month,
  postedIn: '2026-01' as Month,
  amount: asKopecks(amount),
  valueDay: valueDay as Day,
  at: '2026-02-01T00:00:00.000Z' as Instant,
  cause: 'c',
});

it('debts of entries are known day by day: a lower charge from the beginning, money and successions from their day', () => {
  const entries = [
    entry('charge', 1000_00, '2026-01-31'),
    entry('adjustment', -100_00, '2026-04-30'),
    entry('payment', -300_00, '2026-03-10'),
    entry('payment', 300_00, '2026-03-10'),
    entry('transfer', -200_00, '2026-03-20'),
    entry('transfer', 200_00, '2026-03-20', 'advance'),
    entry('succession', -700_00, '2026-05-01'),
  ];
  for (const order of [entries, [...entries].reverse()]) {
    const buckets = must(debtOfEntries(order));
    expect(buckets).toHaveLength(1);
    // Due on 10.02.2026: overdue from the day after.
    const days = ['2026-02-10', '2026-02-11', '2026-03-10', '2026-03-20', '2026-05-01'] as Day[];
    expect(days.map((day) => overdueOn(buckets, day))).toEqual([0, 900_00, 900_00, 700_00, 0]);
  }
});
