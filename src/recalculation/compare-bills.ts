import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../kernel/money';
import { ok, type Result } from '../kernel/result';
import type { Bill } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { SERVICE_ORDER, type ServiceCode } from '../model/services';
import { billHouse } from './bill-house';

/** What an account pays in a month by one set of facts and by another. */
export interface ComparedAccount {
  readonly account: string;
  readonly premises: string;
  readonly before: Kopecks;
  readonly after: Kopecks;
  /** Above zero: the account pays more. */
  readonly difference: Kopecks;
  /** Services whose sums differ, in the order of a payment document. */
  readonly services: readonly { readonly service: ServiceCode; readonly before: Kopecks; readonly after: Kopecks }[];
}

/** What a house pays in a month by one set of facts and by another. */
export interface ComparedHouse {
  readonly month: Month;
  /** Accounts that pay something else, in the order of their premises. */
  readonly accounts: readonly ComparedAccount[];
  /** How many pay more, less, the same. */
  readonly more: number;
  readonly less: number;
  readonly same: number;
  readonly before: Kopecks;
  readonly after: Kopecks;
}

/**
 * Who gains and who loses («право завтрашнего дня», «а что если»): a month billed by two sets of facts, which may differ in tariffs, normatives, policies,
 * multipliers, meters, readings, people or anything else that is a fact. Nothing is written.
 *
 * @param before facts as they are
 * @param after facts as they would be ({@link assembleHouse} of the records with others among them)
 * @returns the differences of own charges and of what is posted of earlier months, or why one of the two cannot be billed
 * @example
 * const now = assembleHouse(records);
 * const then = assembleHouse([...records, { ...tariff, id: 'next', supersedes: tariff.id, entries }]);
 * if (now.ok && then.ok) compareBills(now.value, then.value, '2027-01' as Month);
 */
export const compareBills = (before: HouseFacts, after: HouseFacts, month: Month): Result<ComparedHouse, readonly BillingProblem[]> => {
  const was = billHouse(before, month);
  if (!was.ok) return was;
  const is = billHouse(after, month);
  if (!is.ok) return is;
  const earlier = new Map([...was.value.bills()].map((bill) => [bill.account, bill]));
  const later = new Map([...is.value.bills()].map((bill) => [bill.account, bill]));
  const accounts = new Set([...earlier.keys(), ...later.keys()]);
  const compared = [...accounts].map((account) => comparedAccount(account, earlier.get(account), later.get(account)));
  return ok({
    month,
    accounts: compared.filter(({ services }) => services.length > 0),
    more: compared.filter(({ difference }) => difference > 0).length,
    less: compared.filter(({ difference }) => difference < 0).length,
    same: compared.filter(({ difference }) => difference === 0).length,
    before: was.value.total(),
    after: is.value.total(),
  });
};

const comparedAccount = (account: string, was: Bill | undefined, is: Bill | undefined): ComparedAccount => {
  const before = was?.total ?? NO_MONEY;
  const after = is?.total ?? NO_MONEY;
  return {
    account,
    premises: is?.premises ?? was?.premises ?? '',
    before,
    after,
    difference: lessMoney(after, before),
    services: SERVICE_ORDER.map((service) => ({ service, before: sumOf(was, service), after: sumOf(is, service) })).filter(
      (one) => one.before !== one.after,
    ),
  };
};

const sumOf = (bill: Bill | undefined, service: ServiceCode): Kopecks =>
  sumMoney((bill?.lines ?? []).filter((line) => line.service === service).map(({ amount }) => amount));
