import type { Day, Month } from '../../kernel/calendar';
import { asKopecks, type Kopecks, lessMoney, NO_MONEY } from '../../kernel/money';
import { type BucketPlace, bucketKey, byPlace } from '../bucket';
import { commandKey, type Entry, PENALTY } from '../entry';
import type { Direction } from './direction';

/** What was presented, lowered or moved on one day, by place and the bill that did it. */
export interface DebtFact {
  readonly place: BucketPlace;
  /** Of the place. */
  readonly key: string;
  readonly postedIn: Month;
  /** The month whose bill it is due with. */
  readonly dueWith: Month;
  /** It came from another account, or went to one. */
  readonly moved: boolean;
  readonly amount: Kopecks;
}

/** Money that came. */
export interface PaymentFact {
  readonly key: string;
  readonly postedIn: Month;
  readonly amount: Kopecks;
  readonly directed: Direction;
}

/** A day of an account. */
export interface AccountDay {
  readonly day: Day;
  /** In one order, whatever the order of posting; none is zero. */
  readonly debts: readonly DebtFact[];
  readonly payments: readonly PaymentFact[];
}

/**
 * What happened to an account, by the days that count, without what the ledger moved itself: payments that were taken back are not there, what one bill
 * charged and lowered in one place is summed.
 */
export const daysOfAccount = (entries: Iterable<Entry>): readonly AccountDay[] => {
  const days = new Map<Day, { readonly debts: Map<string, DebtFact>; readonly payments: Map<string, PaymentFact> }>();
  const all = [...entries];
  const gone = new Set(all.flatMap(({ id, reverses }) => (reverses === undefined ? [] : [commandKey(id), commandKey(reverses)])));
  for (const entry of all) {
    if (entry.kind === 'transfer') continue;
    let day = days.get(entry.valueDay);
    if (day === undefined) {
      day = { debts: new Map(), payments: new Map() };
      days.set(entry.valueDay, day);
    }
    if (entry.kind === 'payment') addPayment(day.payments, entry, gone);
    else addDebt(day.debts, entry);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { debts, payments }]) => ({
      day,
      debts: [...debts.values()].filter(({ amount }) => amount !== 0).sort(byBill),
      payments: [...payments.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
    }));
};

const addPayment = (
  payments: Map<string, PaymentFact>,
  { id, postedIn, amount, directed = {} }: Entry,
  gone: ReadonlySet<string>,
): void => {
  const key = commandKey(id);
  if (gone.has(key)) return;
  const known = payments.get(key)?.amount ?? NO_MONEY;
  payments.set(key, { key, postedIn, amount: lessMoney(known, amount), directed });
};

const addDebt = (debts: Map<string, DebtFact>, { kind, provider, service, month, postedIn, amount }: Entry): void => {
  const place = { provider, service, month };
  const moved = kind === 'succession';
  const dueWith = kind === 'opening' || moved ? month : postedIn;
  const key = bucketKey(place);
  const fact = `${postedIn}|${dueWith}|${moved}|${key}`;
  const known = debts.get(fact)?.amount ?? 0;
  debts.set(fact, { place, key, postedIn, dueWith, moved, amount: asKopecks(known + amount) });
};

/** What is owed more stands before what is owed less, bills in the order of their months; penalties last. */
const byBill = (a: DebtFact, b: DebtFact): number =>
  Number(a.amount < 0) - Number(b.amount < 0) ||
  Number(a.place.service === PENALTY) - Number(b.place.service === PENALTY) ||
  (a.postedIn < b.postedIn ? -1 : a.postedIn > b.postedIn ? 1 : 0) ||
  byPlace(a.place, b.place) ||
  (a.dueWith < b.dueWith ? -1 : a.dueWith > b.dueWith ? 1 : 0) ||
  Number(a.moved) - Number(b.moved);
