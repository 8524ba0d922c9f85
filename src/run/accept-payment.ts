import type { Month } from '../kernel/calendar';
import { type Kopecks, kopecksFromText } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import { saldoOf } from '../ledger/account-state';
import type { Entry } from '../ledger/entry';
import { HouseLedger } from '../ledger/house-ledger';
import { incomingPayment } from '../model/incoming';
import type { PaymentRecord } from '../model/money-records';
import { parsed } from '../model/parsed';
import { wantedProblem } from '../model/payment-checks';
import { rulesOfAccount, valueDayOf } from './account-rules';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { type Keyed, keyOf } from './keyed';
import { credit, monthOfPayment, paymentCause } from './money-commands';
import { firstOpenMonth } from './open-month';

/** Money that came, as the host tells it. */
export interface IncomingPayment {
  /** Number of the account, or an alias of it. */
  readonly account: string;
  /** Roubles, such as `1500.00`. */
  readonly amount: string;
  readonly paidOn: string;
  readonly receivedOn?: string;
  readonly source?: string;
  /** Only what is owed to this creditor. */
  readonly provider?: string;
  /** The month of debt. */
  readonly period?: string;
  /** Sums by service, in roubles; together not more than the payment. */
  readonly services?: readonly { readonly service: string; readonly provider?: string; readonly amount: string }[];
  readonly purpose?: 'principal' | 'penalty';
}

/** A payment that is in the journal. */
export interface AcceptedPayment {
  readonly repeated: boolean;
  readonly house: string;
  /** The account's own number. */
  readonly account: string;
  /** Id of the payment among the facts. */
  readonly payment: string;
  /** What was credited where. */
  readonly entries: readonly Entry[];
  /** What the account owes now. */
  readonly saldo: Kopecks;
}

/**
 * Accept a payment («принять платёж»): it becomes a fact, and is credited at once where its payer said, then to what is due first; the saldo is new
 * when this returns. It stands in the month the money came, or in the first open one. Killed between the two, it is credited by the
 * same call again, or by the next billing.
 *
 * @returns `key-format`, what the schema of a payment refuses, `payment-not-positive`, `payment-services`, `account-unknown`,
 * `unknown-reference` when the payer names a provider that nobody knows, `idempotency-conflict`
 */
export const acceptPayment = async (edge: Edge, payment: IncomingPayment, options: Keyed): Answer<AcceptedPayment> => {
  const key = keyOf(options, 'payment', 'pay');
  if (!key.ok) return key;
  const record = recordOfPayment(payment, key.value.id);
  if (!record.ok) return record;
  const holder = await edge.store.houseOfAccount(record.value.account);
  if (holder === null) return refused({ code: 'account-unknown', value: record.value.account });
  const stranger = await strangerNamed(edge, holder.house, record.value);
  if (stranger !== undefined)
    return refused({ code: 'unknown-reference', at: 'provider', value: stranger, facts: { refersTo: 'provider' } });
  return edge.turns.take(holder.house, async () => {
    const now = edge.clock.now();
    const fact = { scope: holder.house, knownAt: now, storedAt: now, record: record.value };
    const kept = await edge.store.appendFacts({ key: key.value.key, digest: digest(record.value), facts: [fact] });
    if (!kept.ok) return refused(kept.error);
    return credited(edge, holder.house, { ...record.value, account: holder.account });
  });
};

/** A payment as its sender told it, as a fact. */
export const recordOfPayment = (payment: IncomingPayment, id: string): Result<PaymentRecord, readonly Problem[]> => {
  const told = parsed(incomingPayment, payment);
  if (!told.ok) return told;
  const amount = kopecksFromText(told.value.amount);
  if (!amount.ok || amount.value <= 0) return refused({ code: 'payment-not-positive', at: 'amount', value: told.value.amount });
  const wanted = wantedProblem(told.value);
  return wanted === null ? ok({ kind: 'payment', id, ...told.value }) : refused(wanted);
};

/** A provider that a payer names and no fact does: his money would lie with nobody. */
export const strangerNamed = async (
  { store }: Edge,
  house: string,
  { provider, services = [] }: PaymentRecord,
): Promise<string | undefined> => {
  const named = [provider, ...services.map((one) => one.provider)].filter((one) => one !== undefined);
  if (named.length === 0) return undefined;
  const known = new Set((await store.factsOf(house)).flatMap(({ record }) => (record.kind === 'provider' ? [record.id] : [])));
  return named.find((one) => !known.has(one));
};

const ATTEMPTS = 3;

/** Credit a payment that is a fact, within the turn of its house; one that is credited gives nothing. */
export const credited = async (edge: Edge, house: string, payment: PaymentRecord): Answer<AcceptedPayment> => {
  for (let left = ATTEMPTS; ; left -= 1) {
    const done = await creditOnce(edge, house, payment);
    if (done.ok || left === 1 || !done.error.some(({ code }) => code === 'duplicate-entry' || code === 'month-closed')) return done;
  }
};

const creditOnce = async (
  { store, clock }: Pick<Edge, 'store' | 'clock'>,
  house: string,
  payment: PaymentRecord,
): Answer<AcceptedPayment> => {
  const { account, id } = payment;
  const cause = paymentCause(id);
  const rules = await rulesOfAccount(store, house, account);
  if (!rules.ok) return rules;
  const ledger = new HouseLedger(await store.entriesOfAccount(account), () => rules.value);
  const answer = (repeated: boolean): AcceptedPayment => ({
    repeated,
    house,
    account,
    payment: id,
    entries: ledger.historyOf(account).filter((entry) => entry.cause === cause),
    saldo: saldoOf(ledger.stateOf(account)),
  });
  if (answer(true).entries.length > 0) return ok(answer(true));
  const postedIn = await firstOpenMonth(store, house, monthOfPayment(payment));
  const openMonth = (month: Month): Month => (month < postedIn ? postedIn : month);
  const done = ledger.runAll([
    credit({ house, at: clock.now(), openMonth, valueDayOf: (one) => valueDayOf(one, rules.value) }, payment, 0),
  ]);
  if (!done.ok) return refused(done.error);
  const content = digest(payment);
  const written = await store.post({ key: `post:${house}:${cause}`, digest: content, house, entries: done.value });
  if (!written.ok) return refused(written.error);
  // Somebody else credited it meanwhile: what stands in the journal is the answer.
  return written.value.repeated ? creditOnce({ store, clock }, house, payment) : ok(answer(false));
};
