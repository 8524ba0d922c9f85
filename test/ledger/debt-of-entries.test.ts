import { expect, it } from 'vitest';
import type { Day, Instant, Month } from '../../src/kernel/calendar';
import { asKopecks } from '../../src/kernel/money';
import { must } from '../../src/kernel/result';
import { debtOfEntries } from '../../src/ledger/debt-of-entries';
import type { Entry } from '../../src/ledger/entry';
import { penaltiesOf } from '../../src/ledger/penalties/penalties-of';
import type { DebtBucket } from '../../src/ledger/penalties/penalty-request';
import { overdueOn } from '../../src/ledger/restriction/debt-days';
import type { InstalmentRecord } from '../../src/model/debt-records';

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
    { ...entry('payment', 300_00, '2026-03-10'), id: 'back#0', reverses: 'payment-2026-03-10#0' },
    entry('payment', -200_00, '2026-03-20', 'advance'),
    entry('transfer', -200_00, '2026-03-20'),
    entry('transfer', 200_00, '2026-03-20', 'advance'),
    entry('succession', -700_00, '2026-05-01'),
  ];
  for (const order of [entries, [...entries].reverse()]) {
    const buckets = must(debtOfEntries(order, { through: '2026-12-31' as Day }));
    expect(buckets).toHaveLength(1);
    // Due on 10.02.2026: overdue from the day after.
    const days = ['2026-02-10', '2026-02-11', '2026-03-10', '2026-03-20', '2026-05-01'] as Day[];
    expect(days.map((day) => overdueOn(buckets, day))).toEqual([0, 900_00, 900_00, 700_00, 0]);
  }
});

it('what came from another account is owed here from that day, its delay counted from its own due day', () => {
  const moved = [entry('succession', 600_00, '2026-05-01')];
  const [debt] = must(debtOfEntries(moved, { through: '2026-12-31' as Day }));
  expect(debt).toMatchObject({ amount: 600_00, dueDay: '2026-02-10', since: '2026-05-01' });
  const days = (since: Day | undefined) => {
    const bucket = { ...(debt as DebtBucket), since };
    const penalties = penaltiesOf({ payer: 'citizen', buckets: [bucket], through: '2026-06-30' as Day });
    return penalties.ok ? penalties.value.buckets[0]?.intervals.map(({ from, through, divisor }) => [from, through, divisor]) : null;
  };
  expect(days(undefined)).toEqual([
    ['2026-02-11', '2026-03-12', null],
    ['2026-03-13', '2026-05-11', '300'],
    ['2026-05-12', '2026-06-30', '130'],
  ]);
  expect(days(debt?.since)).toEqual([
    ['2026-05-01', '2026-05-11', '300'],
    ['2026-05-12', '2026-06-30', '130'],
  ]);
});

it('an addition that a later bill presented is due with that bill, and is lowered before the charge', () => {
  const later = (amount: number, postedIn: string): Entry => ({
    ...entry('adjustment', amount, `${postedIn}-30`),
    id: `a-${postedIn}#0`,
    postedIn: postedIn as Month,
  });
  const entries = [entry('charge', 1000_00, '2026-01-31'), later(200_00, '2026-04'), entry('payment', -1000_00, '2026-02-05')];
  const owed = (more: readonly Entry[], ...days: string[]) =>
    days.map((day) => overdueOn(must(debtOfEntries([...entries, ...more], { through: day as Day })), day as Day));
  expect(owed([], '2026-02-11', '2026-05-15', '2026-05-16')).toEqual([0, 0, 200_00]);
  expect(owed([later(-50_00, '2026-06')], '2026-05-15', '2026-05-16')).toEqual([0, 150_00]);
  expect(owed([later(-250_00, '2026-06')], '2026-05-16')).toEqual([0]);
});

it('parts of an instalment are no debt before the bill of their month is due', () => {
  const grown = [
    { ...entry('charge', 1000_00, '2025-01-31', 'heating'), month: '2025-01' as Month, postedIn: '2025-01' as Month },
    { ...entry('charge', 2200_00, '2026-01-31', 'heating'), id: 'c-2#0' },
  ];
  const instalment = {
    kind: 'instalment',
    id: 'i',
    account: 'a',
    service: 'heating',
    month: '2026-01',
    grantedOn: '2026-02-03',
  } as InstalmentRecord;
  const owed = (day: string, instalments: readonly InstalmentRecord[]) => {
    const debts = must(debtOfEntries(grown, { through: day as Day, instalments }));
    return overdueOn(
      debts.filter(({ month }) => month === '2026-01'),
      day as Day,
    );
  };
  // 1 200,00 above last year, in twelve parts of 100,00: the first with January's own bill, due on 10.02.2026, the next with February's.
  expect([owed('2026-02-11', []), owed('2026-02-11', [instalment]), owed('2026-03-17', [instalment])]).toEqual([2200_00, 1100_00, 1200_00]);
});
