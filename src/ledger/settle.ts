import type { Month } from '../kernel/calendar';
import { type Kopecks, negated, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import { shareBy } from '../kernel/share';
import { type Bucket, Buckets } from './bucket';
import { ADVANCE, UNASSIGNED } from './entry';

/**
 * What must move so that no money lies idle beside a debt of the same creditor («зачёт»), as amounts to add to each place; they sum to
 * zero. Three steps, each in the order of places:
 *
 * 1. a service that was paid beyond its debt (a charge fell afterwards) gives the surplus to the advance of its creditor, dated now;
 * 2. an advance is taken by the open debts of its own creditor, pro rata, the oldest advance first;
 * 3. an advance without a creditor is taken by all open debts that are left, pro rata.
 *
 * Money of one creditor never pays another's debt (set-off needs a statement, ГК РФ, ст. 410). A settled account moves nothing.
 */
export const settlement = (buckets: Iterable<Bucket>, postedIn: Month): readonly Bucket[] => {
  const working = new Working(buckets);
  for (const { provider, service, month, amount } of working.buckets()) {
    if (amount < 0 && service !== ADVANCE)
      working.move({ provider, service, month, amount: negated(amount) }, { provider, service: ADVANCE, month: postedIn, amount });
  }
  const creditors = new Set(working.advances().map((bucket) => bucket.provider));
  for (const creditor of creditors) if (creditor !== UNASSIGNED) working.take(creditor, (debt) => debt.provider === creditor);
  working.take(UNASSIGNED, () => true);
  return working.moved.sorted();
};

/** Share an amount over debts that are not smaller in sum: no part exceeds its debt. */
export const shareOver = (amount: Kopecks, debts: readonly Bucket[]): readonly Bucket[] => {
  const parts = must(
    shareBy(
      amount,
      debts.map((debt) => debt.amount),
    ),
  );
  return debts.map((debt, place) => ({ ...debt, amount: parts[place] as Kopecks }));
};

/** Is it owed? An overdrawn advance is owed as well. */
export const isDebt = (bucket: Bucket): boolean => bucket.amount > 0;

class Working {
  private readonly now: Buckets;
  readonly moved = new Buckets();

  constructor(buckets: Iterable<Bucket>) {
    this.now = new Buckets(buckets);
  }

  buckets(): readonly Bucket[] {
    return this.now.sorted();
  }

  advances(): readonly Bucket[] {
    return this.buckets().filter((bucket) => bucket.service === ADVANCE && bucket.amount < 0);
  }

  move(...changes: readonly Bucket[]): void {
    for (const change of changes) {
      this.now.add(change, change.amount);
      this.moved.add(change, change.amount);
    }
  }

  take(creditor: string, of: (debt: Bucket) => boolean): void {
    const advances = this.advances().filter((bucket) => bucket.provider === creditor);
    const debts = this.buckets().filter((bucket) => isDebt(bucket) && of(bucket));
    const taken = Math.min(-sumOf(advances), sumOf(debts)) as Kopecks;
    if (taken <= 0) return;
    for (const part of shareOver(taken, debts)) this.move({ ...part, amount: negated(part.amount) });
    let left = taken;
    for (const advance of advances) {
      const part = Math.min(left, -advance.amount) as Kopecks;
      this.move({ ...advance, amount: part });
      left = (left - part) as Kopecks;
    }
  }
}

const sumOf = (buckets: readonly Bucket[]): Kopecks => sumMoney(buckets.map((bucket) => bucket.amount));
