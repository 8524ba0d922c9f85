import type { Day, Month } from '../../kernel/calendar';
import { asKopecks, type Kopecks } from '../../kernel/money';
import type { BucketPlace } from '../bucket';
import type { DebtChange } from '../penalties/penalty-request';

/** Money of one payment, or of none (`''`: an advance that was brought in, a charge that was lowered). */
export interface Money {
  /** Key of the command that credited it. */
  readonly payment: string;
  amount: Kopecks;
}

/** A debt as it was presented once: to one creditor, for one service and month, due on one day. */
export interface DebtItem {
  readonly place: BucketPlace;
  /** The month whose bill it is due with. */
  readonly dueWith: Month;
  /** The last day to pay, before it is moved from a day off. */
  readonly dueDay: Day;
  /** First day it was owed here, when it came from another account; `null`: since it was presented. */
  readonly since: Day | null;
  /** What was presented. */
  readonly presented: Kopecks;
  /** What changed since, with the days that count. */
  readonly changes: readonly DebtChange[];
  /** What is owed of it now. */
  readonly rest: Kopecks;
}

/** A debt while its account is told again. */
export class OpenItem implements DebtItem {
  readonly changes: DebtChange[] = [];
  /** What it is after reductions. */
  amount: Kopecks;
  rest: Kopecks;
  private readonly paid: Money[] = [];

  constructor(
    readonly place: BucketPlace,
    /** Of the place. */
    readonly key: string,
    readonly dueWith: Month,
    readonly dueDay: Day,
    readonly since: Day | null,
    readonly presented: Kopecks,
  ) {
    this.amount = presented;
    this.rest = presented;
  }

  /** Take money; never more than is owed. */
  pay(payment: string, amount: Kopecks, day: Day): void {
    this.rest = asKopecks(this.rest - amount);
    this.paid.push({ payment, amount });
    this.changes.push({ kind: 'payment', day, amount });
  }

  /**
   * Lower the debt. What was paid beyond it is given back, the last money first.
   *
   * @param from the day it is given up from; `null`: it never was debt
   */
  lower(amount: Kopecks, from: Day | null): readonly Money[] {
    this.amount = asKopecks(this.amount - amount);
    this.changes.push(from === null ? { kind: 'reduction', amount } : { kind: 'writeOff', day: from, amount });
    const free: Money[] = [];
    let over = amount - this.rest;
    this.rest = asKopecks(Math.max(0, this.rest - amount));
    while (over > 0) {
      const last = this.paid[this.paid.length - 1] as Money;
      const part = Math.min(over, last.amount);
      free.push({ payment: last.payment, amount: asKopecks(part) });
      last.amount = asKopecks(last.amount - part);
      if (last.amount === 0) this.paid.pop();
      over -= part;
    }
    return free;
  }

  /** Money that stands on it. */
  money(): readonly Money[] {
    return this.paid;
  }
}

/** An advance of a creditor, or of nobody yet. */
export interface Advance extends Money {
  readonly provider: string;
  readonly month: Month;
}
