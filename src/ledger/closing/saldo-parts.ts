import { type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../../kernel/money';
import type { Bucket } from '../bucket';
import type { DebtLimitation } from '../limitation/barred-debt';

/** What one creditor is owed, and what he holds in advance. */
export interface CreditorSaldo {
  /** Empty for an advance that came before any bill named a creditor. */
  readonly provider: string;
  readonly debt: Kopecks;
  readonly advance: Kopecks;
  readonly saldo: Kopecks;
}

/** The sides of a saldo: debts and advances are never netted but in the sum. */
export interface SaldoParts {
  readonly saldo: Kopecks;
  readonly debt: Kopecks;
  readonly advance: Kopecks;
  /** In order of creditors. */
  readonly creditors: readonly CreditorSaldo[];
}

/** The sides of what an account owes. */
export const saldoParts = (buckets: readonly Bucket[]): SaldoParts => {
  const byCreditor = new Map<string, { debt: Kopecks; advance: Kopecks }>();
  for (const { provider, amount } of buckets) {
    const sums = byCreditor.get(provider) ?? { debt: NO_MONEY, advance: NO_MONEY };
    byCreditor.set(provider, sums);
    if (amount > 0) sums.debt = sumMoney([sums.debt, amount]);
    else sums.advance = lessMoney(sums.advance, amount);
  }
  const creditors = [...byCreditor]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([provider, { debt, advance }]) => ({ provider, debt, advance, saldo: lessMoney(debt, advance) }));
  const debt = sumMoney(creditors.map((one) => one.debt));
  const advance = sumMoney(creditors.map((one) => one.advance));
  return { saldo: lessMoney(debt, advance), debt, advance, creditors };
};

/** Debts in a state of limitation. */
export const debtIn = (debts: readonly DebtLimitation[], state: DebtLimitation['limitation']['state']): Kopecks =>
  sumMoney(debts.filter(({ limitation }) => limitation.state === state).map(({ bucket }) => bucket.amount));
