import type { Day } from '../../kernel/calendar';
import { asKopecks, NO_MONEY, negated } from '../../kernel/money';
import { err, ok, type Result } from '../../kernel/result';
import type { PenaltyExemptionRecord, RepaymentAgreementRecord } from '../../model/debt-records';
import { frozenDebts } from '../agreement/agreement-state';
import type { AllocationRules } from '../allocation/allocation-rules';
import { type Bucket, Buckets } from '../bucket';
import { debtOfEntries } from '../debt-of-entries';
import { type Entry, PENALTY } from '../entry';
import type { InstalmentProblem } from '../instalment/instalment-plan';
import { penaltiesOf } from './penalties-of';
import type { DebtBucket, PenaltyRequest } from './penalty-request';
import type { Penalties, PenaltyProblem } from './penalty-result';

/** What the penalties of an account follow from, beside its entries. */
export interface PenaltyRules extends AllocationRules {
  readonly payer: PenaltyRequest['payer'];
  readonly agreements: readonly RepaymentAgreementRecord[];
  readonly exemptions: readonly PenaltyExemptionRecord[];
  /** First day of our books: days before it are in the books of whoever kept them then; `null`: they are all ours. */
  readonly booksFrom: Day | null;
}

/**
 * Penalties of an account through a day, by its entries: what it owed on which day ({@link debtOfEntries}), without the days that agreements and
 * exemptions spare. Debts that were paid by their due day are not in it.
 *
 * @param entries of one account
 */
export const penaltiesOfAccount = (
  entries: readonly Entry[],
  through: Day,
  rules: PenaltyRules,
): Result<Penalties, readonly (PenaltyProblem | InstalmentProblem)[]> => {
  const { payer, agreements, exemptions, booksFrom, policies } = rules;
  const debts = debtOfEntries(entries, { ...rules, through });
  if (!debts.ok) return err([debts.error]);
  const freezes = agreements.some((one) => one.freezePenalties);
  const frozen = freezes ? frozenDebts(debts.value, agreements, { on: through, policies, calendar: rules.calendar }) : debts;
  if (!frozen.ok) return err([frozen.error]);
  const late = frozen.value.filter(isLate(through));
  if (late.length === 0) return ok({ through, buckets: [], sums: [], total: NO_MONEY, rateAssumedFrom: null });
  return penaltiesOf({
    payer,
    buckets: late.map((bucket) => inOurBooks(bucket, booksFrom)),
    through,
    exemptions: exemptions.map(({ ground, from, to = null, document, provider }) => ({ ground, from, to, document, provider })),
    policies,
    law: { calendar: rules.calendar },
  });
};

/** Can anything of it have been owed after its due day? */
const isLate =
  (through: Day) =>
  ({ amount, dueDay, changes }: DebtBucket): boolean => {
    if (dueDay >= through) return false;
    let left: number = amount;
    for (const change of changes) if (change.kind === 'reduction' || change.day <= dueDay) left -= change.amount;
    return left > 0;
  };

const inOurBooks = (bucket: DebtBucket, booksFrom: Day | null): DebtBucket =>
  booksFrom === null || (bucket.since ?? booksFrom) > booksFrom || bucket.dueDay >= booksFrom ? bucket : { ...bucket, since: booksFrom };

/** What is to be posted so that penalties are what they are by now, by creditor and month of debt. */
export const unpostedPenalties = ({ sums }: Pick<Penalties, 'sums'>, entries: Iterable<Entry>): readonly Bucket[] => {
  const amounts = new Buckets();
  for (const { provider, month, amount } of sums) amounts.add({ provider, service: PENALTY, month }, amount);
  for (const entry of entries) if (entry.kind === 'penalty') amounts.add(entry, negated(entry.amount));
  return amounts.sorted().map((bucket) => ({ ...bucket, amount: asKopecks(bucket.amount) }));
};
