import { type Day, type Instant, lastDay, type Month, monthOf } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import { type Kopecks, kopecksFromText, negated, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import type { Direction } from '../ledger/allocation/direction';
import { type Bucket, Buckets } from '../ledger/bucket';
import type { Command, Posting } from '../ledger/command';
import { commandKey, type Entry } from '../ledger/entry';
import type { OpeningSaldoRecord, PaymentRecord } from '../model/records';

/** Cause of the entries of an opening saldo. */
const openingCause = (fact: string): string => `opening:${fact}`;
/** Cause of the entries of a payment. */
export const paymentCause = (fact: string): string => `payment:${fact}`;

/** Money facts of a house, and what its journal has of them. */
export interface MoneySources {
  readonly house: string;
  readonly openings: readonly OpeningSaldoRecord[];
  readonly payments: readonly PaymentRecord[];
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
 * What must be posted so that the journal has every opening saldo and payment as the facts now say: new ones, differences of changed
 * openings, payments that were withdrawn or changed (taken back, and credited anew). Facts that are posted already give nothing.
 */
export const moneyCommands = (sources: MoneySources): readonly Command[] =>
  [...openingCommands(sources), ...paymentCommands(sources)].sort((a, b) =>
    a.posting.postedIn < b.posting.postedIn ? -1 : a.posting.postedIn > b.posting.postedIn ? 1 : 0,
  );

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

const openingCommands = (sources: MoneySources): readonly Command[] => {
  const posted = groupBy(
    sources.entries.filter((entry) => entry.kind === 'opening'),
    (entry) => entry.cause,
  );
  const all = groupBy(sources.entries, (entry) => entry.cause);
  const facts = new Map(sources.openings.map((fact) => [openingCause(fact.id), fact]));
  const due = [...facts].filter(([cause, fact]) => posted.has(cause) || fact.month <= sources.through).map(([cause]) => cause);
  return [...new Set([...due, ...posted.keys()])].flatMap((cause) => {
    const fact = facts.get(cause);
    const before = posted.get(cause) ?? [];
    const month = fact?.month ?? before[0]?.month;
    if (month === undefined) return [];
    const accounts = [...new Set([...before.map((entry) => entry.account), ...(fact === undefined ? [] : [fact.account])])];
    const changes = accounts.map((account) => ({ account, amounts: openingDifference(fact, before, account) }));
    const turn = turnsOf(all.get(cause) ?? []);
    return changes
      .filter(({ amounts }) => amounts.length > 0)
      .map(({ account, amounts }, index): Command => {
        const posting = postingOf(sources, { account, month, valueDay: lastDay(month), cause, turn: turn + index });
        return { type: 'opening', posting, amounts };
      });
  });
};

/** What the fact says an account brought, less what was posted. */
const openingDifference = (fact: OpeningSaldoRecord | undefined, posted: readonly Entry[], account: string): readonly Bucket[] => {
  const amounts = new Buckets();
  if (fact?.account === account) amounts.add(fact, must(kopecksFromText(fact.amount)));
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
export const earliestMonth = ({ openings, payments, entries }: Pick<MoneySources, 'openings' | 'payments' | 'entries'>): Month | null => {
  const months = [...openings.map((fact) => fact.month), ...payments.map(monthOfPayment), ...entries.map((entry) => entry.postedIn)];
  return months.reduce((first: Month | null, month) => (first === null || month < first ? month : first), null);
};
