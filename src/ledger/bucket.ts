import type { Month } from '../kernel/calendar';
import { asKopecks, type Kopecks } from '../kernel/money';
import { byText } from '../kernel/text-order';
import type { DebtService } from './entry';

/** Where money is owed: creditor, service and month of debt. An advance is a bucket of its own, owed the other way; penalties are one too. */
export interface BucketPlace {
  readonly provider: string;
  readonly service: DebtService;
  readonly month: Month;
}

/** Money in a place: debt is positive, an advance negative. */
export interface Bucket extends BucketPlace {
  readonly amount: Kopecks;
}

/** Identifiers hold no bar, so a key leads back to one place. */
export const bucketKey = ({ provider, service, month }: BucketPlace): string => `${month}|${provider}|${service}`;

/** The order in which equal remainders of a share are served: oldest month first, then creditor, then service. */
export const byPlace = (a: BucketPlace, b: BucketPlace): number =>
  byText(a.month, b.month) || byText(a.provider, b.provider) || byText(a.service, b.service);

/** Amounts by place while they are summed; places whose sum is zero fall away. */
export class Buckets {
  private readonly byKey = new Map<string, Bucket>();

  constructor(buckets: Iterable<Bucket> = []) {
    for (const bucket of buckets) this.add(bucket, bucket.amount);
  }

  /** Add an amount to a place. */
  add(place: BucketPlace, amount: Kopecks): void {
    const key = bucketKey(place);
    const sum = asKopecks((this.byKey.get(key)?.amount ?? 0) + amount);
    if (sum === 0) this.byKey.delete(key);
    else this.byKey.set(key, { provider: place.provider, service: place.service, month: place.month, amount: sum });
  }

  /** All of them in the one order. */
  sorted(): readonly Bucket[] {
    return [...this.byKey.values()].sort(byPlace);
  }
}
