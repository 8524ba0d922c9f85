import type { Entry } from '../../src/ledger/entry';

/** What is owed where in the end, as short texts. */
export const monthlyBalances = (entries: readonly Entry[]): readonly string[] => {
  const sums = new Map<string, number>();
  for (const { month, provider, service, amount } of entries) {
    const key = `${month} ${provider} ${service}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, amount]) => amount !== 0)
    .map(([key, amount]) => `${key} ${amount}`)
    .sort();
};
