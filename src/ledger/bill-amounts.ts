import { asKopecks } from '../kernel/money';
import type { Bill } from '../model/bill';
import { type Bucket, bucketKey } from './bucket';

/** What an entry of a bill is for. */
export interface BillAmount extends Bucket {
  readonly kind: 'charge' | 'adjustment';
}

/**
 * What the entries of a bill are: one amount for each kind, creditor, service and month of debt, less what an earlier version of the same
 * bill has posted. They sum to the difference of the totals; what did not change is not there.
 */
export const billAmounts = (bill: Bill | null, before: Bill | null): readonly BillAmount[] => {
  const sums = new Map<string, BillAmount>();
  addLines(sums, bill, 1);
  addLines(sums, before, -1);
  return [...sums.values()].filter((sum) => sum.amount !== 0);
};

const addLines = (sums: Map<string, BillAmount>, bill: Bill | null, sign: 1 | -1): void => {
  for (const { kind: lineKind, provider, service, month, amount } of bill?.lines ?? []) {
    const kind = lineKind === 'adjustment' ? 'adjustment' : 'charge';
    const key = `${kind}|${bucketKey({ provider, service, month })}`;
    sums.set(key, { kind, provider, service, month, amount: asKopecks((sums.get(key)?.amount ?? 0) + sign * amount) });
  }
};
