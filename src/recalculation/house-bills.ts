import type { CommonMonth } from '../charges/common-month';
import { type HouseCharges, MADE_BY } from '../charges/house-month';
import type { Month } from '../kernel/calendar';
import { asKopecks, type Kopecks } from '../kernel/money';
import type { Bill, Line } from '../model/bill';
import type { HouseAct } from '../model/house-act';
import type { HeatingBill } from './heating-bill';
import type { WasteYearLine } from './waste-year';

/** A line that a month posts for an earlier one. */
export interface PostedLine {
  readonly account: string;
  /** Id of the premises; `null` for an account that is billed in the month anyway. */
  readonly premises: string | null;
  readonly line: Line;
}

/** What the bills of a house are made of. */
export interface HouseBillParts {
  readonly charges: HouseCharges;
  /** Changes to earlier months, in the order in which they were found. */
  readonly posted: readonly PostedLine[];
  /** Common needs, when the house has terms of them in the month. */
  readonly common: CommonMonth | null;
  /** Heating, when the house has terms of it. */
  readonly heating: HeatingBill | null;
  /** Recalculations of a year of waste that the month posts. */
  readonly wasteYear: readonly WasteYearLine[];
  /** Discounts of benefits by account: they stand behind the charges of the month. */
  readonly discounts: ReadonlyMap<string, readonly Line[]>;
}

/** Bills of a house for a month: its charges, and changes to earlier months that facts of this month cause. */
export class HouseBills {
  /** Adjustments by account. */
  readonly adjustments: ReadonlyMap<string, readonly Line[]>;

  constructor(private readonly parts: HouseBillParts) {
    const adjustments = new Map<string, Line[]>();
    for (const { account, line } of parts.posted) {
      const own = adjustments.get(account);
      if (own === undefined) adjustments.set(account, [line]);
      else own.push(line);
    }
    this.adjustments = adjustments;
  }

  /** The bills of charges and nothing else. */
  static of(charges: HouseCharges, posted: readonly PostedLine[] = []): HouseBills {
    return new HouseBills({ charges, posted, common: null, heating: null, wasteYear: [], discounts: new Map() });
  }

  /** The same bills with other parts; lines of `posted` come behind those that are there. */
  with({ posted = [], ...parts }: Partial<HouseBillParts>): HouseBills {
    return new HouseBills({ ...this.parts, ...parts, posted: posted.length === 0 ? this.parts.posted : [...this.parts.posted, ...posted] });
  }

  get charges(): HouseCharges {
    return this.parts.charges;
  }

  get common(): CommonMonth | null {
    return this.parts.common;
  }

  get heating(): HeatingBill | null {
    return this.parts.heating;
  }

  get wasteYear(): readonly WasteYearLine[] {
    return this.parts.wasteYear;
  }

  /** Acts of the house for the month, one a resource («акт дома»). */
  get acts(): readonly HouseAct[] {
    return this.common?.acts ?? [];
  }

  get house(): string {
    return this.charges.house;
  }

  get month(): Month {
    return this.charges.month;
  }

  /** Every bill, in order of premises; accounts that were closed before and are only adjusted come last. */
  *bills(): IterableIterator<Bill> {
    const seen = new Set<string>();
    for (const row of this.charges.rows) {
      seen.add(row.account.number);
      yield this.withOthers(this.charges.billOf(row.row));
    }
    for (const [account, lines] of this.adjustments) {
      if (seen.has(account)) continue;
      yield {
        account,
        premises: this.parts.posted.findLast((one) => one.account === account)?.premises ?? '',
        house: this.house,
        month: this.month,
        madeBy: MADE_BY,
        lines,
        total: sumOf(lines),
      };
    }
  }

  /** Bill of one account, or `undefined`. */
  billOf(account: string): Bill | undefined {
    for (const row of this.charges.rows) if (row.account.number === account) return this.withOthers(this.charges.billOf(row.row));
    for (const bill of this.bills()) if (bill.account === account) return bill;
    return undefined;
  }

  /** Sum of all bills. */
  total(): Kopecks {
    let sum: number = this.charges.total();
    for (const lines of [...this.adjustments.values(), ...this.parts.discounts.values()]) sum += sumOf(lines);
    return asKopecks(sum);
  }

  /** A bill of the charges with its discounts and adjustments. */
  private withOthers(bill: Bill): Bill {
    const [off, changes] = [this.parts.discounts.get(bill.account), this.adjustments.get(bill.account)];
    if (off === undefined && changes === undefined) return bill;
    const lines = [...(off ?? []), ...(changes ?? [])];
    return { ...bill, lines: [...bill.lines, ...lines], total: asKopecks(bill.total + sumOf(lines)) };
  }
}

const sumOf = (lines: readonly Line[]): Kopecks => asKopecks(lines.reduce((sum, line) => sum + line.amount, 0));
