import type { Month } from '../kernel/calendar';
import { type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../kernel/money';
import { byText } from '../kernel/text-order';
import { ADVANCE, type Entry, type EntryKind, PENALTY } from '../ledger/entry';
import { SERVICE_ORDER } from '../model/services';

/**
 * Movement of a month («обороты»): `closing = opening + brought + charged + adjusted + interest + penalties + refunded + moved + succeeded − paid`, and the opening of a month is the
 * closing of the month before.
 */
export interface Turnover {
  /** «Сальдо входящее»: debt is positive, an advance negative. */
  readonly opening: Kopecks;
  /** Opening saldo that was brought in during the month («введено сальдо»). */
  readonly brought: Kopecks;
  readonly charged: Kopecks;
  /** Changes to earlier months («перерасчёты»). */
  readonly adjusted: Kopecks;
  /** Interest of instalments («проценты за рассрочку»). */
  readonly interest: Kopecks;
  /** Penalties («пени»). */
  readonly penalties: Kopecks;
  readonly paid: Kopecks;
  /** Advances that were given back («возвращено»). */
  readonly refunded: Kopecks;
  /** Moved between services and advances; nothing in sum over an account. */
  readonly moved: Kopecks;
  /** Came from accounts before this one, or went to those after it («перешло»); nothing in sum over a house. */
  readonly succeeded: Kopecks;
  /** «Сальдо исходящее». */
  readonly closing: Kopecks;
}

/** Movement of one service of one creditor; an advance stands as a service. */
export interface ServiceTurnover extends Turnover {
  readonly provider: string;
  readonly service: Entry['service'];
}

/** The movement of a month in entries; those of later months are left aside. */
export const turnoverOf = (entries: Iterable<Entry>, month: Month): Turnover => turnoverBetween(entries, month, month);

/** The movement from a month through another. */
export const turnoverBetween = (entries: Iterable<Entry>, first: Month, last: Month): Turnover => {
  let opening = NO_MONEY;
  const sums: Record<EntryKind, Kopecks> = {
    opening: NO_MONEY,
    charge: NO_MONEY,
    adjustment: NO_MONEY,
    payment: NO_MONEY,
    refund: NO_MONEY,
    transfer: NO_MONEY,
    succession: NO_MONEY,
    interest: NO_MONEY,
    penalty: NO_MONEY,
  };
  for (const { postedIn, kind, amount } of entries) {
    if (postedIn > last) continue;
    if (postedIn < first) opening = sumMoney([opening, amount]);
    else sums[kind] = sumMoney([sums[kind], amount]);
  }
  const {
    opening: brought,
    charge: charged,
    adjustment: adjusted,
    payment,
    refund: refunded,
    transfer: moved,
    succession: succeeded,
    interest,
    penalty: penalties,
  } = sums;
  const closing = sumMoney([opening, brought, charged, adjusted, interest, penalties, payment, refunded, moved, succeeded]);
  return {
    opening,
    brought,
    charged,
    adjusted,
    interest,
    penalties,
    paid: lessMoney(NO_MONEY, payment),
    refunded,
    moved,
    succeeded,
    closing,
  };
};

/** Does the month show anything? */
const isIdle = (turnover: Turnover): boolean => Object.values(turnover).every((value) => typeof value !== 'number' || value === 0);

const ORDER: readonly Entry['service'][] = [...SERVICE_ORDER, PENALTY, ADVANCE];

/** The movement of a month by creditor and service, in the order of a payment document; services at rest are left out. */
export const serviceTurnovers = (entries: Iterable<Entry>, month: Month): readonly ServiceTurnover[] => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.provider}|${entry.service}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  }
  const rows = [...groups.values()].map((group): ServiceTurnover => {
    const { provider, service } = group[0] as Entry;
    return { provider, service, ...turnoverOf(group, month) };
  });
  return rows.filter((row) => !isIdle(row)).sort(byService);
};

/** The order of a payment document; an advance stands last. */
export const byServiceCode = (a: Entry['service'], b: Entry['service']): number => ORDER.indexOf(a) - ORDER.indexOf(b);

type ServicePlace = Pick<Entry, 'provider' | 'service'>;

/** The order of a payment document, then of creditors. */
export const byService = (a: ServicePlace, b: ServicePlace): number =>
  byServiceCode(a.service, b.service) || byText(a.provider, b.provider);
