import { addDays, dayOfInstant, type Month, monthOf } from '../kernel/calendar';
import { type Kopecks, negated, sumMoney } from '../kernel/money';
import { ok } from '../kernel/result';
import { saldoOf } from '../ledger/account-state';
import { type Bucket, Buckets } from '../ledger/bucket';
import { ADVANCE, type Entry } from '../ledger/entry';
import { HouseLedger } from '../ledger/house-ledger';
import { type IncomingPayment, recordOfPayment, strangerNamed } from './accept-payment';
import { rulesOfAccount, valueDayOf } from './account-rules';
import { type Answer, type Edge, refused } from './edge';
import { credit, monthOfPayment } from './money-commands';
import { firstOpenMonth } from './open-month';

/** What a payment would do, told before money is taken from anybody. */
export interface PaymentQuote {
  readonly house: string;
  /** The account's own number. */
  readonly account: string;
  /** What the account owes now, penalties that are posted included; an advance is below zero. */
  readonly saldo: Kopecks;
  /** What of the payment would lie where, by creditor, service and month of debt; sums to the payment. */
  readonly parts: readonly Bucket[];
  /** The part of it that no debt would take. */
  readonly advance: Kopecks;
  /** What the account would owe then. */
  readonly after: Kopecks;
  /** The month it would stand in: its own, or the first open one. */
  readonly postedIn: Month;
}

/**
 * Ask before money is taken («проверка платежа»): is the account known, does the payment say what it can say, and where would it lie? The same
 * function credits it later; nothing is written.
 *
 * @returns everything {@link acceptPayment} refuses but its key, and `payment-in-future` for money of a later day than tomorrow
 */
export const checkPayable = async (edge: Edge, payment: IncomingPayment): Answer<PaymentQuote> => {
  const { store, clock } = edge;
  const record = recordOfPayment(payment, 'quote');
  if (!record.ok) return record;
  const last = addDays(dayOfInstant(clock.now()), 1);
  if (record.value.paidOn > last) return refused({ code: 'payment-in-future', at: 'paidOn', value: record.value.paidOn, facts: { last } });
  const holder = await store.houseOfAccount(record.value.account);
  if (holder === null) return refused({ code: 'account-unknown', value: record.value.account });
  const { house, account } = holder;
  const stranger = await strangerNamed(edge, house, record.value);
  if (stranger !== undefined)
    return refused({ code: 'unknown-reference', at: 'provider', value: stranger, facts: { refersTo: 'provider' } });
  const rules = await rulesOfAccount(store, house, account);
  if (!rules.ok) return rules;
  const ledger = new HouseLedger(await store.entriesOfAccount(account), () => rules.value);
  const saldo = saldoOf(ledger.stateOf(account));
  const postedIn = await firstOpenMonth(store, house, monthOfPayment(record.value));
  const place = {
    house,
    at: clock.now(),
    openMonth: (month: Month): Month => (month < postedIn ? postedIn : month),
    valueDayOf: () => valueDayOf(record.value, rules.value),
  };
  const made = ledger.run(credit(place, { ...record.value, account }, 0));
  if (!made.ok) return refused(made.error);
  const parts = partsOf(made.value);
  return ok({
    house,
    account,
    saldo,
    parts,
    advance: sumMoney(parts.filter(({ service }) => service === ADVANCE).map(({ amount }) => amount)),
    after: saldoOf(ledger.stateOf(account)),
    postedIn: made.value[0]?.postedIn ?? monthOf(record.value.paidOn),
  });
};

/** Where the money of a payment lies. */
const partsOf = (entries: readonly Entry[]): readonly Bucket[] => {
  const sums = new Buckets();
  for (const entry of entries) if (entry.kind === 'payment') sums.add(entry, negated(entry.amount));
  return sums.sorted();
};
