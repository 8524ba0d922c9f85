import { type Day, lastDay, type Month, monthsFrom } from '../../kernel/calendar';
import { digest } from '../../kernel/digest';
import { type Kopecks, NO_MONEY, negated, sumMoney } from '../../kernel/money';
import type { Entry } from '../../ledger/entry';
import type { OperationType } from '../../model/counterparty-records';
import type { AgreedStatement } from '../agreed-statement';
import { type AccountCard, cardOf, type Parties } from '../parties';
import { type RowSources, rowsOfEntries, type StatementRow } from './rows';

/** Who signs a reconciliation statement. */
export interface StatementParty {
  readonly role: 'provider' | 'consumer' | 'settlementCentre';
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly ogrn: string | null;
  /** Who signs, and by what right. */
  readonly signs: string | null;
}

/** What moved in a period: `closing = opening + brought + charged + adjusted + penalties + interest + other − paid`. */
export interface StatementTurnover {
  readonly opening: Kopecks;
  readonly brought: Kopecks;
  readonly charged: Kopecks;
  readonly adjusted: Kopecks;
  readonly penalties: Kopecks;
  readonly interest: Kopecks;
  /** Set off and moved from and to other accounts. */
  readonly other: Kopecks;
  readonly paid: Kopecks;
  readonly closing: Kopecks;
}

/** The movement of a creditor. */
export type StatementCreditor = StatementTurnover & { readonly provider: string; readonly name: string };

/** The movement of a month. */
export type StatementMonth = StatementTurnover & { readonly month: Month };

/**
 * A reconciliation statement («акт сверки взаимных расчётов») as one side has it: a canonical value. It holds no more of a person than the
 * account card does.
 */
export interface ReconciliationStatement {
  readonly form: 'person' | 'legalEntity';
  readonly number: string | null;
  readonly drawnOn: Day;
  readonly card: AccountCard;
  readonly parties: readonly StatementParty[];
  /** Contract or account that the accounts are kept by. */
  readonly basis: string | null;
  /** The agreed statement that it goes on from. */
  readonly startsFrom: AgreedStatement | null;
  readonly period: { readonly from: Month; readonly to: Month };
  /** The last day that counts. */
  readonly through: Day;
  readonly turnover: StatementTurnover;
  /** The same by creditor, in order of their ids; `''` is money that no creditor was known for. */
  readonly creditors: readonly StatementCreditor[];
  /** The same by month. */
  readonly months: readonly StatementMonth[];
  readonly rows: readonly StatementRow[];
  /** How the sums were made: order of allocation, penalties, limitation. */
  readonly notes: readonly string[];
}

/** A statement and the digest of its content: two statements of one content have one hash. */
export interface HashedStatement {
  readonly statement: ReconciliationStatement;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
}

/** What a statement is made of. */
export interface StatementSources extends RowSources {
  readonly form: ReconciliationStatement['form'];
  readonly parties: Parties;
  readonly account: string;
  /** Entries of the account in order of posting. */
  readonly entries: readonly Entry[];
  readonly from: Month;
  readonly to: Month;
  readonly drawnOn: Day;
  readonly number?: string | undefined;
  readonly basis?: string | undefined;
  /** One creditor; all of the account's without it. */
  readonly provider?: string | undefined;
  /** A settlement centre that acts for the creditors: the third party. */
  readonly agent?: StatementSigner | undefined;
  /** The consumer, where more is known of him than the account says. */
  readonly consumer?: Partial<StatementSigner> | undefined;
  readonly startsFrom?: AgreedStatement | null | undefined;
  readonly notes?: readonly string[] | undefined;
}

/** A party as the host names it. */
export type StatementSigner = Pick<StatementParty, 'name'> & Partial<Omit<StatementParty, 'role' | 'name'>>;

/**
 * Draw up the reconciliation statement of an account for the months `from`–`to` («акт сверки»), with the hash of its content. Pure: the
 * same journal gives the same statement.
 */
export const reconciliationStatement = (sources: StatementSources): HashedStatement => {
  const { form, parties, account, from, to, drawnOn, number = null, basis = null, startsFrom = null, notes = [] } = sources;
  const card = cardOf(parties, account);
  const own = entriesOf(sources);
  const known = own.filter((entry) => entry.postedIn <= to);
  const rows = rowsOfEntries(
    known.filter((entry) => entry.postedIn >= from),
    sources,
  );
  const opening = sumMoney(known.filter((entry) => entry.postedIn < from).map((entry) => entry.amount));
  const turnover = turnoverOfRows(opening, rows);
  const statement: ReconciliationStatement = {
    form,
    number,
    drawnOn,
    card,
    parties: signersOf(sources, card, known),
    basis,
    startsFrom,
    period: { from, to },
    through: lastDay(to),
    turnover,
    creditors: creditorsOf(known, from, sources),
    months: monthsOf(opening, rows, from, to),
    rows,
    notes,
  };
  return { statement, hash: digest(statement) };
};

/** Entries of the statement's creditor, whenever they were posted. */
export const entriesOf = ({ entries, provider }: Pick<StatementSources, 'entries' | 'provider'>): readonly Entry[] =>
  provider === undefined ? entries : entries.filter((entry) => entry.provider === provider);

type Sum = Exclude<keyof StatementTurnover, 'opening' | 'closing'>;

const SUM: Readonly<Record<OperationType, Sum>> = {
  brought: 'brought',
  charge: 'charged',
  adjustment: 'adjusted',
  penalty: 'penalties',
  interest: 'interest',
  payment: 'paid',
  transfer: 'other',
  succession: 'other',
};

/** The movement of rows. */
export const turnoverOfRows = (opening: Kopecks, rows: Iterable<Pick<StatementRow, 'kind' | 'amount'>>): StatementTurnover => {
  const sums: Record<Sum, Kopecks> = {
    brought: NO_MONEY,
    charged: NO_MONEY,
    adjusted: NO_MONEY,
    penalties: NO_MONEY,
    interest: NO_MONEY,
    other: NO_MONEY,
    paid: NO_MONEY,
  };
  for (const { kind, amount } of rows) sums[SUM[kind]] = sumMoney([sums[SUM[kind]], kind === 'payment' ? negated(amount) : amount]);
  const { paid, ...grown } = sums;
  return { opening, ...sums, closing: sumMoney([opening, ...Object.values(grown), negated(paid)]) };
};

const monthsOf = (opening: Kopecks, rows: readonly StatementRow[], from: Month, to: Month): readonly StatementMonth[] => {
  let before = opening;
  return monthsFrom(from, to).map((month) => {
    const turnover = turnoverOfRows(
      before,
      rows.filter((row) => row.month === month),
    );
    before = turnover.closing;
    return { month, ...turnover };
  });
};

const creditorsOf = (known: readonly Entry[], from: Month, sources: StatementSources): readonly StatementCreditor[] =>
  [...new Set(known.map(({ provider }) => provider))].sort().map((provider) => {
    const own = known.filter((entry) => entry.provider === provider);
    const opening = sumMoney(own.filter(({ postedIn }) => postedIn < from).map(({ amount }) => amount));
    const rows = rowsOfEntries(
      own.filter(({ postedIn }) => postedIn >= from),
      sources,
    );
    const name = sources.parties.creditors.find(({ id }) => id === provider)?.name ?? provider;
    return { provider, name, ...turnoverOfRows(opening, rows) };
  });

const signer = (role: StatementParty['role'], { name, inn, kpp, ogrn, signs }: StatementSigner): StatementParty => ({
  role,
  name,
  inn: inn ?? null,
  kpp: kpp ?? null,
  ogrn: ogrn ?? null,
  signs: signs ?? null,
});

const signersOf = ({ parties, provider, agent, consumer }: StatementSources, card: AccountCard, known: readonly Entry[]) => {
  const owed = new Set(provider === undefined ? known.map((entry) => entry.provider) : [provider]);
  const payer = { name: card.payer ?? card.account, ...consumer };
  return [
    ...parties.creditors.filter(({ id }) => owed.has(id)).map((one) => signer('provider', one)),
    signer('consumer', payer),
    ...(agent === undefined ? [] : [signer('settlementCentre', agent)]),
  ];
};
