import { type Kopecks, kopecksFromText, NO_MONEY, sumMoney } from '../kernel/money';
import { must, ok } from '../kernel/result';
import { identification, unidentified } from '../model/incoming';
import type { PaymentRecord, UnidentifiedPaymentRecord } from '../model/money-records';
import { parsed } from '../model/parsed';
import { current } from '../model/supersede';
import { type AcceptedPayment, credited } from './accept-payment';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { recordOf } from './house-facts';
import { type Keyed, keyOf } from './keyed';

/** Money that came, and whose account nobody knows. */
export interface UnidentifiedMoney {
  /** What is said of the account or the payer. */
  readonly told: string;
  /** Roubles, such as `1500.00`. */
  readonly amount: string;
  readonly paidOn: string;
  readonly receivedOn?: string;
  readonly source?: string;
}

/** Money that is kept until somebody finds whose it is. */
export interface SuspendedPayment {
  readonly repeated: boolean;
  /** Id of the fact: to be named when it is identified. */
  readonly payment: string;
}

/** Money in suspense. */
export interface Suspense {
  /** By the days they were paid. */
  readonly payments: readonly UnidentifiedPaymentRecord[];
  readonly total: Kopecks;
}

/** Whose money it was, who found that and why. */
export interface Identification {
  /** Id of the unidentified payment. */
  readonly payment: string;
  /** Number of the account, or an alias of it. */
  readonly account: string;
  readonly by: string;
  readonly why: string;
}

/**
 * Keep money whose account nobody knows («невыясненный платёж»): nothing of it is lost, and no account has it until it is identified.
 *
 * @returns `key-format`, what the schema refuses, `payment-not-positive`, `idempotency-conflict`
 */
export const suspendPayment = async ({ store, clock }: Edge, money: UnidentifiedMoney, options: Keyed): Answer<SuspendedPayment> => {
  const key = keyOf(options, 'suspense', 'un');
  if (!key.ok) return key;
  const told = parsed(unidentified, money);
  if (!told.ok) return told;
  if (must(kopecksFromText(told.value.amount)) <= NO_MONEY)
    return refused({ code: 'payment-not-positive', at: 'amount', value: told.value.amount });
  const record: UnidentifiedPaymentRecord = { kind: 'unidentifiedPayment', id: key.value.id, ...told.value };
  const now = clock.now();
  const facts = [{ scope: '', knownAt: now, storedAt: now, record }];
  const kept = await store.appendFacts({ key: key.value.key, digest: digest(record), facts });
  return kept.ok ? ok({ repeated: kept.value.repeated, payment: record.id }) : refused(kept.error);
};

/** Money that waits to be identified. */
export const readSuspense = async ({ store }: Edge): Answer<Suspense> => {
  const standing = current((await store.factsOfKinds('', ['unidentifiedPayment'])).map(recordOf), true);
  if (!standing.ok) return standing;
  const payments = standing.value
    .filter((one) => one.kind === 'unidentifiedPayment')
    .sort((a, b) => (a.paidOn < b.paidOn || (a.paidOn === b.paidOn && a.id < b.id) ? -1 : 1));
  return ok({ payments, total: sumMoney(payments.map(({ amount }) => must(kopecksFromText(amount)))) });
};

/**
 * Credit money in suspense to the account it was for, from the day it was paid. It leaves suspense and becomes a payment in one write, so it is never
 * in both or in neither; killed before it is credited, the same call or the next billing credits it.
 *
 * @returns `key-format`, what the schema refuses, `payment-not-suspended` when it is not there, `account-unknown`; `supersedes-twice` when somebody
 * identified it meanwhile
 */
export const identifyPayment = async (edge: Edge, found: Identification, options: Keyed): Answer<AcceptedPayment> => {
  const key = keyOf(options, 'identified', 'id');
  if (!key.ok) return key;
  const told = parsed(identification, found);
  if (!told.ok) return told;
  const { payment: id, account: number, by, why } = told.value;
  const { store, clock } = edge;
  const stored = await store.factsOfKinds('', ['unidentifiedPayment']);
  const money = stored.map(recordOf).find((one) => one.id === id);
  if (money?.kind !== 'unidentifiedPayment') return refused({ code: 'payment-not-suspended', at: 'payment', value: id });
  const holder = await store.houseOfAccount(number);
  if (holder === null) return refused({ code: 'account-unknown', value: number });
  const { told: _told, kind: _kind, ...sums } = money;
  const record: PaymentRecord = { ...sums, kind: 'payment', id: key.value.id, account: number, by, why };
  const gone: UnidentifiedPaymentRecord = { ...money, id: `${key.value.id}-out`, supersedes: id, withdrawn: true, by, why };
  return edge.turns.take(holder.house, async () => {
    const now = clock.now();
    const at = { knownAt: now, storedAt: now };
    const facts = [
      { scope: holder.house, ...at, record: withoutClocks(record) },
      { scope: '', ...at, record: withoutClocks(gone) },
    ];
    const kept = await store.appendFacts({
      key: key.value.key,
      digest: digest({ record: facts[0]?.record, gone: facts[1]?.record }),
      facts,
    });
    if (!kept.ok) return refused(kept.error);
    return credited(edge, holder.house, { ...record, account: holder.account });
  });
};

/** The store has its own clock of knowledge for what is written now. */
const withoutClocks = <R extends { readonly knownAt?: unknown }>({ knownAt: _known, ...record }: R): Omit<R, 'knownAt'> => record;
