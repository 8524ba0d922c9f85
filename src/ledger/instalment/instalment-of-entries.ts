import { addMonths, type Month } from '../../kernel/calendar';
import { type Kopecks, kopecksFromText, NO_MONEY, sumMoney } from '../../kernel/money';
import { must, type Result } from '../../kernel/result';
import { shareBy } from '../../kernel/share';
import type { InstalmentRecord } from '../../model/debt-records';
import type { PolicyCode } from '../../norms/policies';
import type { Bucket } from '../bucket';
import type { Entry } from '../entry';
import { type InstalmentAnswer, type InstalmentProblem, instalmentPlan } from './instalment-plan';

type Policies = Readonly<Partial<Record<PolicyCode, string>>>;

/**
 * The instalment of a fact («рассрочка») by what the journal has charged: the fee of its month and of the year before, with their adjustments.
 *
 * @param entries of the account
 */
export const instalmentOfEntries = (
  fact: InstalmentRecord,
  entries: readonly Entry[],
  policies: Policies,
): Result<InstalmentAnswer, InstalmentProblem> => {
  const { month, grantedOn, lastYear, interest, keyRate, endedOn, refused } = fact;
  return instalmentPlan({
    month,
    fee: feeOf(fact, entries, month) ?? NO_MONEY,
    lastYear: lastYear === undefined ? feeOf(fact, entries, addMonths(month, -12)) : must(kopecksFromText(lastYear)),
    grantedOn,
    interest,
    keyRate,
    endedOn,
    refused,
    policies,
  });
};

const isFee = ({ account, service }: InstalmentRecord, entry: Entry, month: Month): boolean =>
  entry.account === account &&
  entry.service === service &&
  entry.month === month &&
  (entry.kind === 'charge' || entry.kind === 'adjustment');

const feeOf = (fact: InstalmentRecord, entries: readonly Entry[], month: Month): Kopecks | null => {
  const own = entries.filter((entry) => isFee(fact, entry, month));
  return own.length === 0 ? null : sumMoney(own.map(({ amount }) => amount));
};

/** A sum of an instalment by creditor: shared as the fee of its month was charged. */
export const byCreditor = (fact: InstalmentRecord, entries: readonly Entry[], month: Month, amount: Kopecks): readonly Bucket[] => {
  const charged = new Map<string, Kopecks>();
  for (const entry of entries)
    if (isFee(fact, entry, fact.month)) charged.set(entry.provider, sumMoney([charged.get(entry.provider) ?? NO_MONEY, entry.amount]));
  const creditors = [...charged].filter(([, sum]) => sum > NO_MONEY).sort(([a], [b]) => (a < b ? -1 : 1));
  if (creditors.length === 0 || amount === NO_MONEY) return [];
  const parts = must(
    shareBy(
      amount,
      creditors.map(([, sum]) => sum),
    ),
  );
  return creditors.map(([provider], place) => ({ provider, service: fact.service, month, amount: parts[place] as Kopecks }));
};
