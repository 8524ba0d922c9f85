import { type Day, type Month, monthOf } from '../kernel/calendar';
import { type Kopecks, kopecksFromText, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import type { Entry, EntryKind } from '../ledger/entry';
import type { ReconciliationRecord } from '../model/reconciliation-records';

/** A change of a month that an agreed statement covers, posted after it: it refers to that statement. */
export type LaterChange = Pick<Entry, 'kind' | 'provider' | 'service' | 'month' | 'postedIn' | 'amount' | 'cause'>;

/** The reconciliation statement that a book or the next statement begins from («подписанный акт сверки»). */
export interface AgreedStatement {
  /** Id of the fact. */
  readonly id: string;
  readonly document: string;
  readonly agreedOn: Day;
  readonly through: Day;
  readonly saldo: readonly { readonly provider: string; readonly amount: Kopecks }[];
  /** What was agreed in all. */
  readonly agreed: Kopecks;
  /** What the journal has at its last day; another sum is a reason to look. */
  readonly posted: Kopecks;
  /** What was changed of its months since. */
  readonly later: readonly LaterChange[];
}

/** Is an entry for an earlier month a change of that month? Payments of an old debt are none, unless one is taken back. */
const CHANGES: Readonly<Record<EntryKind, boolean>> = {
  opening: true,
  charge: true,
  adjustment: true,
  interest: true,
  penalty: true,
  payment: false,
  refund: false,
  transfer: false,
  succession: false,
};

/** The last agreed statement of an account that ended before a month, with changes posted through that month; `null` when there is none. */
export const lastAgreed = (
  statements: readonly ReconciliationRecord[],
  account: string,
  to: Month | null,
  entries: readonly Entry[],
): AgreedStatement | null => {
  const last = statements.findLast((one) => one.account === account && (to === null || monthOf(one.through) < to));
  if (last === undefined) return null;
  const { id, document, agreedOn, through } = last;
  const month = monthOf(through);
  const saldo = last.saldo.map(({ provider, amount }) => ({ provider, amount: must(kopecksFromText(amount)) }));
  const providers = new Set(saldo.map(({ provider }) => provider));
  const own = entries.filter(({ provider }) => providers.has(provider));
  return {
    id,
    document,
    agreedOn,
    through,
    saldo,
    agreed: sumMoney(saldo.map(({ amount }) => amount)),
    posted: sumMoney(own.filter(({ postedIn }) => postedIn <= month).map(({ amount }) => amount)),
    later: own
      .filter((entry) => entry.postedIn > month && (to === null || entry.postedIn <= to) && isChange(entry, through))
      .map(({ kind, provider, service, month: of, postedIn, amount, cause }) => ({
        kind,
        provider,
        service,
        month: of,
        postedIn,
        amount,
        cause,
      })),
  };
};

const isChange = ({ kind, month, valueDay, reverses }: Entry, through: Day): boolean =>
  (CHANGES[kind] && month <= monthOf(through)) || (kind === 'payment' && reverses !== undefined && valueDay <= through);
