import type { Month } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, negated, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import { shareBy } from '../kernel/share';
import type { AccountState } from './account-state';
import type { Bucket } from './bucket';
import { ADVANCE, UNASSIGNED } from './entry';
import { isDebt, shareOver } from './settle';

/**
 * How a payment is credited («зачёт платежа», ПП № 354, п. 118), as amounts to add to each place: over all open debts pro rata to what is
 * owed, never more than each debt; what is left over is an advance, shared by the creditors of the newest bill in proportion to what they
 * charged in it, or without a creditor when there is no bill yet. The parts sum to the payment.
 *
 * @param state a settled account
 * @param amount more than zero
 */
export const allocation = (state: AccountState, amount: Kopecks, postedIn: Month): readonly Bucket[] => {
  const debts = state.buckets.filter(isDebt);
  const owed = sumMoney(debts.map((debt) => debt.amount));
  const credited = Math.min(amount, owed) as Kopecks;
  const parts = credited === 0 ? [] : shareOver(credited, debts);
  const paid = [...parts, ...advances(state, (amount - credited) as Kopecks, postedIn)];
  return paid.filter((part) => part.amount !== 0).map((part) => ({ ...part, amount: negated(part.amount) }));
};

const advances = ({ newest }: AccountState, surplus: Kopecks, month: Month): readonly Bucket[] => {
  if (surplus === 0) return [];
  const charged = [...(newest?.charged ?? [])].filter(([, sum]) => sum > NO_MONEY).sort(([a], [b]) => (a < b ? -1 : 1));
  if (charged.length === 0) return [{ provider: UNASSIGNED, service: ADVANCE, month, amount: surplus }];
  const parts = must(
    shareBy(
      surplus,
      charged.map(([, sum]) => sum),
    ),
  );
  return charged.map(([provider], place) => ({ provider, service: ADVANCE, month, amount: parts[place] as Kopecks }));
};
