import { type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../../kernel/money';
import type { Bucket } from '../bucket';
import { PENALTY } from '../entry';
import type { DebtLimitation } from '../limitation/barred-debt';

/** What one creditor is owed, and what he holds in advance. */
export interface CreditorSaldo {
  /** Empty for an advance that came before any bill named a creditor. */
  readonly provider: string;
  readonly debt: Kopecks;
  readonly advance: Kopecks;
  /** Penalties that are posted and not paid. */
  readonly penalties: Kopecks;
  readonly saldo: Kopecks;
}

/** The sides of a saldo: debts, penalties and advances are never netted but in the sum. */
export interface SaldoParts {
  readonly saldo: Kopecks;
  readonly debt: Kopecks;
  readonly advance: Kopecks;
  readonly penalties: Kopecks;
  /** In order of creditors. */
  readonly creditors: readonly CreditorSaldo[];
}

/** The sides of what an account owes. */
export const saldoParts = (buckets: readonly Bucket[]): SaldoParts => {
  const byCreditor = new Map<string, { debt: Kopecks; advance: Kopecks; penalties: Kopecks }>();
  for (const { provider, service, amount } of buckets) {
    const sums = byCreditor.get(provider) ?? { debt: NO_MONEY, advance: NO_MONEY, penalties: NO_MONEY };
    byCreditor.set(provider, sums);
    if (service === PENALTY) sums.penalties = sumMoney([sums.penalties, amount]);
    else if (amount > 0) sums.debt = sumMoney([sums.debt, amount]);
    else sums.advance = lessMoney(sums.advance, amount);
  }
  const creditors = [...byCreditor]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([provider, sums]) => ({ provider, ...sums, saldo: saldoOf(sums) }));
  const sum = (of: (one: CreditorSaldo) => Kopecks): Kopecks => sumMoney(creditors.map(of));
  const sides = { debt: sum((one) => one.debt), advance: sum((one) => one.advance), penalties: sum((one) => one.penalties) };
  return { saldo: saldoOf(sides), ...sides, creditors };
};

const saldoOf = ({ debt, advance, penalties }: Pick<SaldoParts, 'debt' | 'advance' | 'penalties'>): Kopecks =>
  lessMoney(sumMoney([debt, penalties]), advance);

/** Debts in a state of limitation. */
export const debtIn = (debts: readonly DebtLimitation[], state: DebtLimitation['limitation']['state']): Kopecks =>
  sumMoney(debts.filter(({ limitation }) => limitation.state === state).map(({ bucket }) => bucket.amount));
