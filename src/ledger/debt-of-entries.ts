import type { Day, Month } from '../kernel/calendar';
import { asKopecks, type Kopecks, sumMoney } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import type { InstalmentRecord } from '../model/debt-records';
import { type DueDayOptions, nominalDueDay } from '../norms/due-days';
import type { ParameterProblem } from '../norms/parameter';
import { bucketKey } from './bucket';
import { ADVANCE, type Entry, type EntryKind, PENALTY } from './entry';
import { type DeferredPart, deferredDebt } from './instalment/deferred-debt';
import { byCreditor, instalmentOfEntries } from './instalment/instalment-of-entries';
import type { InstalmentProblem } from './instalment/instalment-plan';
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

/** What the debts of an account follow from, beside its entries. */
export interface DebtOfEntriesOptions extends Pick<DueDayOptions, 'policies' | 'calendar'> {
  /** The last day that is asked: what cannot be due by then is left aside. */
  readonly through: Day;
  /** Instalments of the account: their parts are due with the bills of their months. */
  readonly instalments?: readonly InstalmentRecord[] | undefined;
}

/**
 * The debts of an account as they became and were paid, by creditor, service, month and due day, from its entries («долг по дням»). A charge that fell
 * lowers the debt from the beginning; what a later bill added is due with that bill, and is lowered before what it was added to. Money, and what
 * came from or went to another account, counts from its value day; a payment that was taken back takes it away from the same day.
 *
 * @returns that the due day of a month is not known, or that an instalment cannot be told
 */
export const debtOfEntries = (
  entries: Iterable<Entry>,
  { through, instalments = [], ...options }: DebtOfEntriesOptions,
): Result<readonly DebtBucket[], ParameterProblem | InstalmentProblem> => {
  const all = [...entries];
  const deferred = deferredParts(all, instalments, options);
  if (!deferred.ok) return deferred;
  const buckets: DebtBucket[] = [];
  for (const [key, own] of byPlace(all)) {
    const { account, provider, service, month } = own[0] as Entry;
    const due = nominalDueDay(month, options);
    if (!due.ok) return due;
    const { amount, added } = presented(own, month);
    const changes = own.filter(({ kind }) => ROLE[kind] === 'money').map(changeOf);
    const bucket = { account, provider, service, month, dueDay: due.value, amount, changes };
    const pieces = deferredDebt(bucket, [...(deferred.value.get(key) ?? []), ...added], { through, ...options });
    if (!pieces.ok) return pieces;
    buckets.push(...pieces.value);
  }
  return ok(buckets);
};

const byPlace = (entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> => {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.service === ADVANCE || entry.service === PENALTY) continue;
    const key = bucketKey(entry);
    const known = places.get(key);
    if (known === undefined) places.set(key, [entry]);
    else known.push(entry);
  }
  return places;
};

/** What was presented for a place in all, and which of it later bills added; what bills took off goes from the last addition on. */
const presented = (entries: readonly Entry[], month: Month): { readonly amount: Kopecks; readonly added: readonly DeferredPart[] } => {
  const bills = new Map<Month, number>();
  for (const { kind, postedIn, amount } of entries) {
    if (ROLE[kind] !== 'debt') continue;
    const bill = kind === 'opening' || postedIn < month ? month : postedIn;
    bills.set(bill, (bills.get(bill) ?? 0) + amount);
  }
  const parts: { readonly month: Month; amount: number }[] = [];
  for (const [bill, amount] of [...bills].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (amount > 0) parts.push({ month: bill, amount });
    for (let less = -amount, last = parts.at(-1); less > 0 && last !== undefined; last = parts.at(-1)) {
      const taken = Math.min(less, last.amount);
      last.amount -= taken;
      less -= taken;
      if (last.amount === 0) parts.pop();
    }
  }
  const whole = parts.map((part): DeferredPart => ({ month: part.month, amount: asKopecks(part.amount) }));
  return { amount: sumMoney(whole.map(({ amount }) => amount)), added: whole.filter((part) => part.month > month) };
};

/** Parts of debts that instalments put off, by place. */
const deferredParts = (
  entries: readonly Entry[],
  instalments: readonly InstalmentRecord[],
  { policies = {} }: Pick<DueDayOptions, 'policies'>,
): Result<ReadonlyMap<string, readonly DeferredPart[]>, InstalmentProblem> => {
  const parts = new Map<string, DeferredPart[]>();
  for (const fact of instalments) {
    const answer = instalmentOfEntries(fact, entries, policies);
    if (!answer.ok) return answer;
    for (const { month, amount } of answer.value.plan?.parts ?? [])
      for (const { provider, service, amount: part } of byCreditor(fact, entries, month, amount)) {
        const key = bucketKey({ provider, service, month: fact.month });
        parts.set(key, [...(parts.get(key) ?? []), { month, amount: part }]);
      }
  }
  return ok(parts);
};

const changeOf = ({ amount, valueDay }: Entry): DebtChange =>
  amount <= 0
    ? { kind: 'payment', day: valueDay, amount: asKopecks(-amount) }
    : { kind: 'reversal', day: valueDay, paidOn: valueDay, amount, error: 'payer' };
