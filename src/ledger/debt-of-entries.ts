import type { Day, Month } from '../kernel/calendar';
import { asKopecks } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import { type DueDayOptions, nominalDueDay } from '../norms/due-days';
import type { ParameterProblem } from '../norms/parameter';
import { bucketKey } from './bucket';
import { ADVANCE, type Entry, type EntryKind, PENALTY } from './entry';
import type { DebtBucket, DebtChange } from './penalties/penalty-request';

/** What an entry is to a debt: it makes it, or money moves it on the day it counts from; what is no principal is left aside. */
const ROLE: Readonly<Record<EntryKind, 'debt' | 'money'>> = {
  opening: 'debt',
  charge: 'debt',
  adjustment: 'debt',
  interest: 'debt',
  penalty: 'debt',
  payment: 'money',
  transfer: 'money',
  succession: 'money',
};

/**
 * The debts of an account as they became and were paid, by creditor, service and month, from its entries («долг по дням»). A charge that fell
 * lowers the debt from the beginning; money, and what came from or went
 * to another account, counts from its value day; a payment that was taken back takes it away from the same day.
 *
 * @returns that the due day of a month is not known
 */
export const debtOfEntries = (
  entries: Iterable<Entry>,
  options: Pick<DueDayOptions, 'policies' | 'calendar'> = {},
): Result<readonly DebtBucket[], ParameterProblem> => {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.service === ADVANCE || entry.service === PENALTY) continue;
    const key = bucketKey(entry);
    const known = places.get(key);
    if (known === undefined) places.set(key, [entry]);
    else known.push(entry);
  }
  const buckets: DebtBucket[] = [];
  for (const own of places.values()) {
    const { account, provider, service, month } = own[0] as Entry;
    const due = nominalDueDay(month as Month, options);
    if (!due.ok) return due;
    const debt = own.filter(({ kind }) => ROLE[kind] === 'debt').reduce((sum, { amount }) => sum + amount, 0);
    buckets.push({
      account,
      provider,
      service,
      month,
      dueDay: due.value,
      amount: asKopecks(Math.max(0, debt)),
      changes: own.filter(({ kind }) => ROLE[kind] === 'money').map(changeOf),
    });
  }
  return ok(buckets);
};

const changeOf = ({ amount, valueDay }: Entry): DebtChange =>
  amount <= 0
    ? { kind: 'payment', day: valueDay as Day, amount: asKopecks(-amount) }
    : { kind: 'reversal', day: valueDay, paidOn: valueDay, amount, error: 'payer' };
