import { dayWords, lastDay, type Month } from '../kernel/calendar';
import { NO_MONEY } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, ok, type Result } from '../kernel/result';
import { courtDebt } from '../ledger/court-debt';
import { debtOfEntries } from '../ledger/debt-of-entries';
import type { Entry } from '../ledger/entry';
import type { HouseFacts } from '../model/facts';
import type { DocumentSupport } from '../statements/payment-document';

type Support = ReadonlyMap<string, readonly DocumentSupport[]>;

/**
 * Compensations and subsidies of accounts as documents show them: where a court has confirmed a debt by the end of the month, the row says
 * «приостановлена» with the reason, and has no sum. Nothing else keeps them back; discounts stay.
 */
export const suspendedSupport = (
  facts: HouseFacts,
  month: Month,
  support: Support,
  entriesOf: (account: string) => readonly Entry[],
): Result<Support, readonly Problem[]> => {
  const awarded = new Set(facts.debt.events.filter(({ ended }) => ended?.outcome === 'awarded').map(({ account }) => account));
  if (awarded.size === 0) return ok(support);
  const shown = new Map<string, readonly DocumentSupport[]>();
  for (const [account, rows] of support) {
    const reason = awarded.has(account) ? suspension(facts, month, entriesOf(account)) : ok(null);
    if (!reason.ok) return reason;
    const { value } = reason;
    shown.set(
      account,
      value === null ? rows : rows.map((row) => ({ ...row, title: `${row.title}: приостановлена, ${value}`, amount: NO_MONEY })),
    );
  }
  return ok(shown);
};

/** Why support is suspended; `null` when it is not. */
const suspension = (facts: HouseFacts, month: Month, entries: readonly Entry[]): Result<string | null, readonly Problem[]> => {
  const buckets = debtOfEntries(
    entries.filter(({ postedIn }) => postedIn <= month),
    { policies: facts.house.policies },
  );
  if (!buckets.ok) return err([buckets.error]);
  const found = courtDebt({ asOf: lastDay(month), buckets: buckets.value, events: facts.debt.events });
  if (!found.ok) return err([found.error]);
  const [first] = found.value.debts;
  return ok(
    first === undefined
      ? null
      : `долг подтверждён судебным актом от ${dayWords(first.awardedOn)} (${first.document}), ${found.value.legal}`,
  );
};
