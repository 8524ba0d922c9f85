import { type Day, type Instant, lastDay, type Month, monthOf } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import { type Kopecks, kopecksFromText, negated, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import type { Direction } from '../ledger/allocation/direction';
import { type Bucket, Buckets } from '../ledger/bucket';
import type { Command, Posting } from '../ledger/command';
import { ADVANCE, commandKey, type Entry } from '../ledger/entry';
import type { OpeningSaldoRecord, PaymentRecord, RefundRecord } from '../model/money-records';

/** Cause of the entries of an opening saldo. */
const openingCause = (fact: string): string => `opening:${fact}`;
/** Cause of the entries of a refund. */
const refundCause = (fact: string): string => `refund:${fact}`;
/** Cause of the entries of a payment. */
export const paymentCause = (fact: string): string => `payment:${fact}`;

/** Money facts of a house, and what its journal has of them. */
export interface MoneySources {
  readonly house: string;
  readonly openings: readonly OpeningSaldoRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly refunds: readonly RefundRecord[];
  /** Entries of the house in order of posting. */
  readonly entries: readonly Entry[];
  /** Facts that count from later months wait. */
  readonly through: Month;
  readonly at: Instant;
  /** The month a posting goes to that should stand in this one: itself, or the first open month. */
  readonly openMonth: (month: Month) => Month;
  /** The day that counts of a payment; by default the day it was paid. */
  readonly valueDayOf?: (payment: PaymentRecord) => Day;
}

/**
 * What must be posted so that the journal has every opening saldo, payment and refund as the facts now say: new ones, differences of changed
 * openings, payments that were withdrawn or changed (taken back, and credited anew). Facts that are posted already give nothing.
 */
export const moneyCommands = (sources: MoneySources): readonly Command[] =>
  [
    ...amountCommands(sources, 'opening', sources.openings.map(openingFact)),
    ...paymentCommands(sources),
    ...amountCommands(sources, 'refund', sources.refunds.map(refundFact)),
  ].sort((a, b) => (a.posting.postedIn < b.posting.postedIn ? -1 : a.posting.postedIn > b.posting.postedIn ? 1 : 0));

/** The month the money of a payment came in. */
export const monthOfPayment = ({ paidOn, receivedOn }: Pick<PaymentRecord, 'paidOn' | 'receivedOn'>): Month =>
  monthOf(receivedOn ?? paidOn);

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};

/** What a command posts, before its place in the journal is known. */
interface Wanted {
  readonly account: string;
  readonly month: Month;
  readonly valueDay: Day;
  readonly cause: string;
  /** How many commands the journal has of this cause: a cause may be posted, taken back and posted anew. */
  readonly turn: number;
}

/** Where and when postings are made. */
export type PostingPlace = Pick<MoneySources, 'house' | 'at' | 'openMonth'> & Partial<Pick<MoneySources, 'valueDayOf'>>;

const postingOf = ({ house, at, openMonth }: PostingPlace, { account, month, valueDay, cause, turn }: Wanted): Posting => ({
  key: `${cause}@${turn}`,
  house,
  account,
  postedIn: openMonth(month),
  valueDay,
  at,
  cause,
});

const turnsOf = (posted: readonly Entry[]): number => new Set(posted.map((entry) => commandKey(entry.id))).size;

/** A fact that posts one sum to one place of an account. */
interface AmountFact {
  readonly cause: string;
  readonly account: string;
  readonly month: Month;
  readonly valueDay: Day;
  readonly bucket: Bucket;
}

const openingFact = (fact: OpeningSaldoRecord): AmountFact => ({
  cause: openingCause(fact.id),
  account: fact.account,
  month: fact.month,
  valueDay: lastDay(fact.month),
  bucket: { provider: fact.provider, service: fact.service, month: fact.month, amount: must(kopecksFromText(fact.amount)) },
});

/** A refund takes an advance of its creditor. */
export const refundFact = ({ id, account, provider, amount, on }: RefundRecord): AmountFact => ({
  cause: refundCause(id),
  account,
  month: monthOf(on),
  valueDay: on,
  bucket: { provider, service: ADVANCE, month: monthOf(on), amount: must(kopecksFromText(amount)) },
});

/** The command that posts such a fact for the first time. */
export const amountCommand = (place: PostingPlace, type: 'opening' | 'refund', { bucket, ...fact }: AmountFact): Command => ({
  type,
  posting: postingOf(place, { ...fact, turn: 0 }),
  amounts: [bucket],
});

/** The commands of facts that post one sum each: new ones, and the differences of those that were changed, moved or withdrawn. */
const amountCommands = (sources: MoneySources, type: 'opening' | 'refund', all: readonly AmountFact[]): readonly Command[] => {
  const posted = groupBy(
    sources.entries.filter((entry) => entry.kind === type),
    (entry) => entry.cause,
  );
  const known = groupBy(sources.entries, (entry) => entry.cause);
  const facts = new Map(all.map((fact) => [fact.cause, fact]));
  const due = [...facts].filter(([cause, fact]) => posted.has(cause) || fact.month <= sources.through).map(([cause]) => cause);
  return [...new Set([...due, ...posted.keys()])].flatMap((cause) => {
    const fact = facts.get(cause);
    const before = posted.get(cause) ?? [];
    const { month, valueDay } = fact ?? (before[0] as Entry);
    const accounts = [...new Set([...before.map((entry) => entry.account), ...(fact === undefined ? [] : [fact.account])])];
    const changes = accounts.map((account) => ({ account, amounts: amountDifference(fact, before, account) }));
    const turn = turnsOf(known.get(cause) ?? []);
    return changes
      .filter(({ amounts }) => amounts.length > 0)
      .map(({ account, amounts }, index): Command => {
        const posting = postingOf(sources, { account, month, valueDay, cause, turn: turn + index });
        return { type, posting, amounts };
      });
  });
};

/** What the fact says of an account, less what was posted. */
const amountDifference = (fact: AmountFact | undefined, posted: readonly Entry[], account: string): readonly Bucket[] => {
  const amounts = new Buckets();
  if (fact?.account === account) amounts.add(fact.bucket, fact.bucket.amount);
  for (const entry of posted) if (entry.account === account) amounts.add(entry, negated(entry.amount));
  return amounts.sorted();
};

/** A payment that stands in the journal: credited, and not taken back. */
interface Credited {
  readonly key: string;
  readonly account: string;
  readonly amount: Kopecks;
  readonly valueDay: Day;
  readonly postedIn: Month;
  readonly directed: Direction | undefined;
}

const paymentCommands = (sources: MoneySources): readonly Command[] => {
  const all = groupBy(sources.entries, (entry) => entry.cause);
  const posted = groupBy(
    sources.entries.filter((entry) => entry.kind === 'payment'),
    (entry) => entry.cause,
  );
  const facts = new Map(sources.payments.map((fact) => [paymentCause(fact.id), fact]));
  return [...new Set([...posted.keys(), ...facts.keys()])].flatMap((cause): readonly Command[] => {
    const fact = facts.get(cause);
    const credited = creditedOf(posted.get(cause) ?? []);
    if (credited === null && (fact === undefined || monthOfPayment(fact) > sources.through)) return [];
    if (credited !== null && fact !== undefined && isSame(credited, fact, valueDayIn(sources, fact))) return [];
    const turn = turnsOf(all.get(cause) ?? []);
    const back = credited === null ? [] : [takeBack(sources, credited, cause, turn)];
    return fact === undefined ? back : [...back, credit(sources, fact, turn + back.length)];
  });
};

const creditedOf = (posted: readonly Entry[]): Credited | null => {
  const reversed = new Set(posted.flatMap((entry) => (entry.reverses === undefined ? [] : [commandKey(entry.reverses)])));
  const standing = posted.filter((entry) => entry.reverses === undefined && !reversed.has(commandKey(entry.id)));
  const [first] = standing;
  if (first === undefined) return null;
  const { account, valueDay, postedIn, directed } = first;
  const amount = negated(sumMoney(standing.map((entry) => entry.amount)));
  return { key: commandKey(first.id), account, amount, valueDay, postedIn, directed };
};

const isSame = (credited: Credited, fact: PaymentRecord, valueDay: Day): boolean =>
  credited.account === fact.account &&
  credited.amount === must(kopecksFromText(fact.amount)) &&
  credited.valueDay === valueDay &&
  canonicalJson(credited.directed ?? null) === canonicalJson(directionOf(fact) ?? null);

const valueDayIn = ({ valueDayOf }: PostingPlace, fact: PaymentRecord): Day => valueDayOf?.(fact) ?? fact.paidOn;

/** What the payer said of his money; nothing when he said nothing. */
const directionOf = ({ provider, period, services, purpose }: PaymentRecord): Direction | undefined => {
  if (provider === undefined && period === undefined && services === undefined && purpose === undefined) return undefined;
  return {
    ...(provider === undefined ? {} : { provider }),
    ...(period === undefined ? {} : { period }),
    ...(services === undefined ? {} : { services: services.map((one) => ({ ...one, amount: must(kopecksFromText(one.amount)) })) }),
    ...(purpose === undefined ? {} : { purpose }),
  };
};

const takeBack = (sources: MoneySources, { key, account, valueDay, postedIn }: Credited, cause: string, turn: number): Command => ({
  type: 'cancelPayment',
  posting: postingOf(sources, { account, month: postedIn, valueDay, cause, turn }),
  payment: key,
});

/** The command that credits a payment. */
export const credit = (place: PostingPlace, fact: PaymentRecord, turn: number): Command => {
  const cause = paymentCause(fact.id);
  const wanted = { account: fact.account, month: monthOfPayment(fact), valueDay: valueDayIn(place, fact), cause, turn };
  const directed = directionOf(fact);
  const amount = must(kopecksFromText(fact.amount));
  return { type: 'payment', posting: postingOf(place, wanted), amount, ...(directed === undefined ? {} : { directed }) };
};

/** The earliest month that anything here could be posted in. */
export const earliestMonth = ({
  openings,
  payments,
  refunds,
  entries,
}: Pick<MoneySources, 'openings' | 'payments' | 'refunds' | 'entries'>): Month | null => {
  const months = [
    ...openings.map((fact) => fact.month),
    ...payments.map(monthOfPayment),
    ...refunds.map(({ on }) => monthOf(on)),
    ...entries.map((entry) => entry.postedIn),
  ];
  return months.reduce((first: Month | null, month) => (first === null || month < first ? month : first), null);
};
