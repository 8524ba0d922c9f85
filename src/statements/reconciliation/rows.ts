import { type Day, lastDay, type Month, monthOf } from '../../kernel/calendar';
import { type Kopecks, kopecksFromText, NO_MONEY, negated, sumMoney } from '../../kernel/money';
import { must } from '../../kernel/result';
import { byText } from '../../kernel/text-order';
import { ADVANCE, commandKey, type Entry, type EntryKind, PENALTY } from '../../ledger/entry';
import type { CounterpartyOperation, OperationType } from '../../model/counterparty-records';
import type { PaymentRecord } from '../../model/money-records';
import type { ServiceCode } from '../../model/services';

/** One row of a reconciliation statement: an operation of either side. */
export interface StatementRow {
  readonly kind: OperationType;
  /** Account that it stands on. */
  readonly account: string;
  /** Value day. */
  readonly day: Day;
  /** Day the money came to the creditor, when it is another or was told. */
  readonly receivedOn: Day | null;
  /** Month of the statement that it stands in. */
  readonly month: Month;
  /** Months of debt that it is for: of a payment those that it was credited to. Empty when nobody says. */
  readonly periods: readonly Month[];
  /** `null` when it is for several or nobody says. */
  readonly service: ServiceCode | null;
  readonly provider: string | null;
  /** Number of the document: of ours the fact or the bill behind it unless the host gives another. */
  readonly document: string | null;
  /** What the debt grows by; a payment is below zero. */
  readonly amount: Kopecks;
  /** Ours: what the entries lead to. Theirs: `null`. */
  readonly cause: string | null;
  /** What the other side objects. */
  readonly disputed: string | null;
}

/** What an entry is in a statement. */
const KIND: Readonly<Record<EntryKind, OperationType>> = {
  opening: 'brought',
  charge: 'charge',
  adjustment: 'adjustment',
  payment: 'payment',
  refund: 'payment',
  transfer: 'transfer',
  succession: 'succession',
  interest: 'interest',
  penalty: 'penalty',
};

/** Kinds whose entries of one command are one operation, wherever they were credited. */
const WHOLE: ReadonlySet<OperationType> = new Set(['payment', 'transfer', 'succession']);

/** What is known of entries beside themselves. */
export interface RowSources {
  /** Payments of the account: the day their money came. */
  readonly payments: readonly Pick<PaymentRecord, 'id' | 'receivedOn'>[];
  /** Numbers of documents by the cause of their entries, such as invoices of bills. */
  readonly documents?: Readonly<Record<string, string>> | undefined;
}

/** The entries of an account as rows: a payment is one row, a charge one a service; moves that change nothing are none. */
export const rowsOfEntries = (entries: Iterable<Entry>, { payments, documents = {} }: RowSources): readonly StatementRow[] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = groupKey(entry);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  const received = new Map(payments.map(({ id, receivedOn }) => [`payment:${id}`, receivedOn ?? null]));
  const rows: StatementRow[] = [];
  for (const group of groups.values()) {
    const [first] = group as [Entry, ...Entry[]];
    const kind = KIND[first.kind];
    const amount = sumMoney(group.map((entry) => entry.amount));
    if (amount === NO_MONEY) continue;
    const { account, valueDay: day, postedIn: month, cause } = first;
    const services = kind === 'payment' ? [] : [...new Set(group.map(({ service }) => service))];
    rows.push({
      kind,
      account,
      day,
      receivedOn: received.get(cause) ?? null,
      month,
      periods: [...new Set(group.map((entry) => entry.month))].sort(),
      service: services.length === 1 && isService(services[0]) ? services[0] : null,
      provider: only(group.map(({ provider }) => provider).filter((provider) => provider !== '')),
      document: documents[cause] ?? cause.slice(cause.indexOf(':') + 1),
      amount,
      cause,
      disputed: null,
    });
  }
  return sortedRows(rows);
};

const groupKey = ({ id, kind, provider, service, month, postedIn }: Entry): string => {
  const place = WHOLE.has(KIND[kind]) ? '' : `|${provider}|${service}|${month}`;
  return `${postedIn}|${commandKey(id)}|${KIND[kind]}${place}`;
};

/** Pseudo-services are no services of a statement. */
const isService = (service: Entry['service'] | undefined): service is ServiceCode =>
  service !== undefined && service !== ADVANCE && service !== PENALTY;

const only = (values: readonly string[]): string | null => (new Set(values).size === 1 ? (values[0] as string) : null);

/** The operations of the other side as rows; those that name no account stand on the one of the statement. */
export const rowsOfOperations = (operations: readonly CounterpartyOperation[], account: string): readonly StatementRow[] =>
  sortedRows(
    operations.map((one): StatementRow => {
      const amount = must(kopecksFromText(one.amount));
      const day = one.date ?? lastDay(one.period as Month);
      return {
        kind: one.type,
        account: one.account ?? account,
        day,
        receivedOn: one.receivedOn ?? null,
        month: one.booked ?? monthOf(one.receivedOn ?? day),
        periods: one.period === undefined ? [] : [one.period],
        service: one.service ?? null,
        provider: one.provider ?? null,
        document: one.document ?? null,
        amount: one.type === 'payment' ? negated(amount) : amount,
        cause: null,
        disputed: one.disputed ?? null,
      };
    }),
  );

/** The one order of rows: by day, then by all that they say. */
export const byRow = (a: StatementRow, b: StatementRow): number =>
  byText(a.month, b.month) ||
  byText(a.day, b.day) ||
  byText(a.kind, b.kind) ||
  byText(a.periods.join(), b.periods.join()) ||
  byText(a.service ?? '', b.service ?? '') ||
  byText(a.provider ?? '', b.provider ?? '') ||
  a.amount - b.amount ||
  byText(a.document ?? '', b.document ?? '') ||
  byText(a.account, b.account) ||
  byText(a.receivedOn ?? '', b.receivedOn ?? '') ||
  byText(a.disputed ?? '', b.disputed ?? '');

const sortedRows = (rows: readonly StatementRow[]): readonly StatementRow[] => [...rows].sort(byRow);
