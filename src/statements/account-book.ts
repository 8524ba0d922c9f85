import type { Day, Month } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, negated, sumMoney } from '../kernel/money';
import { commandKey, type Entry } from '../ledger/entry';
import type { Bill, Line } from '../model/bill';
import type { AccountSuccessionRecord } from '../model/debt-records';
import type { PaymentRecord } from '../model/money-records';
import type { AgreedStatement } from './agreed-statement';
import { type AccountCard, type Creditor, cardOf, type Parties } from './parties';
import { type ServiceTurnover, serviceTurnovers, type Turnover, turnoverOf } from './turnover';

/** A payment as it was credited; one that was taken back is there again with a negative amount. */
export interface BookPayment {
  readonly paidOn: Day;
  readonly amount: Kopecks;
  /** Bank, desk, site; `null` when nobody said. */
  readonly source: string | null;
  readonly cancels: boolean;
  readonly cause: string;
  /** What was credited where, by creditor, service and month of debt. */
  readonly parts: readonly Pick<Entry, 'provider' | 'service' | 'month' | 'amount'>[];
}

/** What moved between this account and others when one followed another. */
export interface BookSuccession {
  readonly on: Day;
  /** Above zero what came, below it what went. */
  readonly amount: Kopecks;
  /** The accounts on the other side, the reason and the document; `null` when the fact is gone, and its move was taken back. */
  readonly fact: Pick<AccountSuccessionRecord, 'reason' | 'document'> | null;
  readonly others: readonly string[];
  readonly cause: string;
  readonly parts: readonly Pick<Entry, 'provider' | 'service' | 'month' | 'amount'>[];
}

/** One month of an account book. */
export interface BookMonth extends Turnover {
  readonly month: Month;
  /** Charges of the month: volume, tariff, amount of each. */
  readonly lines: readonly Line[];
  /** Changes to earlier months. */
  readonly adjustments: readonly Line[];
  readonly payments: readonly BookPayment[];
  readonly successions: readonly BookSuccession[];
  readonly services: readonly ServiceTurnover[];
}

/** How today's saldo came to be, month by month («абонентская книжка»). */
export interface AccountBook {
  readonly card: AccountCard;
  readonly creditors: readonly Creditor[];
  readonly opening: Kopecks;
  readonly months: readonly BookMonth[];
  readonly closing: Kopecks;
  /** The last statement that both sides agreed to: the saldo to go on from, and what was changed of its months since. */
  readonly agreed: AgreedStatement | null;
}

/** What a book is made of: the journal, the bills and who is who. */
export interface BookSources {
  readonly parties: Parties;
  readonly account: string;
  /** Bills of the account, one a month. */
  readonly bills: readonly Bill[];
  /** Entries of the account in order of posting. */
  readonly entries: readonly Entry[];
  /** Payments of the account as they were told: only where they came from is taken. */
  readonly payments: readonly PaymentRecord[];
  /** Successions of the accounts of the house: only what they say of themselves is taken. */
  readonly successions?: readonly AccountSuccessionRecord[] | undefined;
  readonly agreed?: AgreedStatement | null | undefined;
  readonly from: Month | null;
  readonly to: Month | null;
}

/**
 * The book of an account («абонентская книжка»). Every kopeck of its charges and adjustments is in the lines, every kopeck of its
 * payments in their parts; the opening of a month is the closing of the one before.
 */
export const accountBook = ({
  parties,
  account,
  bills,
  entries,
  payments,
  successions = [],
  agreed = null,
  from,
  to,
}: BookSources): AccountBook => {
  const sources = new Map(payments.map(({ id, source }) => [`payment:${id}`, source ?? null]));
  const all = [...new Set([...bills.map((bill) => bill.month), ...entries.map((entry) => entry.postedIn)])].sort();
  const months = all
    .filter((month) => (from === null || month >= from) && (to === null || month <= to))
    .map((month) => bookMonth(month, bills.find((bill) => bill.month === month)?.lines ?? [], entries, sources, { account, successions }));
  const before = sumMoney(entries.filter((entry) => from !== null && entry.postedIn < from).map((entry) => entry.amount));
  const last = months[months.length - 1];
  return {
    card: cardOf(parties, account),
    creditors: parties.creditors,
    opening: before,
    months,
    closing: last === undefined ? before : last.closing,
    agreed,
  };
};

/** Whose book it is, and the successions it may be in. */
interface BookOwner {
  readonly account: string;
  readonly successions: readonly AccountSuccessionRecord[];
}

const bookMonth = (
  month: Month,
  lines: readonly Line[],
  entries: readonly Entry[],
  sources: ReadonlyMap<string, string | null>,
  own: BookOwner,
): BookMonth => ({
  month,
  ...turnoverOf(entries, month),
  lines: lines.filter((line) => line.kind !== 'adjustment'),
  adjustments: lines.filter((line) => line.kind === 'adjustment'),
  payments: paymentsIn(entries, month, sources),
  successions: successionsIn(entries, month, own),
  services: serviceTurnovers(entries, month),
});

/** Payments credited in a month, each with its parts. */
const paymentsIn = (entries: readonly Entry[], month: Month, sources: ReadonlyMap<string, string | null>): readonly BookPayment[] => {
  return commandsIn(entries, 'payment', month).map((group): BookPayment => {
    const { cause, valueDay, reverses } = group[0] as Entry;
    const parts = group.map(({ provider, service, month: of, amount }) => ({ provider, service, month: of, amount: negated(amount) }));
    return {
      paidOn: valueDay,
      amount: parts.reduce((sum, part) => sumMoney([sum, part.amount]), NO_MONEY),
      source: sources.get(cause) ?? null,
      cancels: reverses !== undefined,
      cause,
      parts,
    };
  });
};

/** What came from accounts before this one in a month, or went to those after it, with its parts. */
const successionsIn = (entries: readonly Entry[], month: Month, { account, successions }: BookOwner): readonly BookSuccession[] =>
  commandsIn(entries, 'succession', month).map((group): BookSuccession => {
    const { cause, valueDay } = group[0] as Entry;
    const fact = successions.find(({ id }) => cause === `succession:${id}`) ?? null;
    const others = fact === null ? [] : fact.from.includes(account) ? fact.to.map((to) => to.account) : fact.from;
    return {
      on: valueDay,
      amount: sumMoney(group.map((entry) => entry.amount)),
      fact: fact === null ? null : { reason: fact.reason, document: fact.document },
      others,
      cause,
      parts: group.map(({ provider, service, month: of, amount }) => ({ provider, service, month: of, amount })),
    };
  });

/** Entries of a kind posted in a month, by the command that made them. */
const commandsIn = (entries: readonly Entry[], kind: Entry['kind'], month: Month): readonly Entry[][] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== kind || entry.postedIn !== month) continue;
    const key = commandKey(entry.id);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  return [...groups.values()];
};
