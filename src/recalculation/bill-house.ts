import { hasBenefits } from '../charges/benefits-known';
import { chargeHouse } from '../charges/charge-house';
import { type ActsOf, CommonHistory } from '../charges/common-history';
import { type CommonMonth, commonMonth } from '../charges/common-month';
import { type HouseCharges, MADE_BY } from '../charges/house-month';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthNumber } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { asKopecks, type Kopecks } from '../kernel/money';
import { err, ok, type Result } from '../kernel/result';
import { type Bill, isServiceVolume, type Line, TENFOLD_BASES } from '../model/bill';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import { actsOfFacts } from './acts-of-facts';
import { commonReplays, type SharedReplay } from './common-replay';
import { discountsOf } from './discounts';
import { type HeatingBill, heatingBill } from './heating-bill';
import { linesOfQuality } from './heating-quality';
import { replayMonths } from './replay-months';
import { postedWith, type SuppliedChanges, suppliedChanges } from './supplied-changes';
import { type Touched, touchedBy } from './touched';
import { type WasteYearLine, wasteYear } from './waste-year';

/**
 * What was charged to an account for an earlier month, in all its bills; nothing for an account that had no bill in it, `undefined` when the month of
 * the house was not billed here.
 */
export type ChargedLines = (account: string, month: Month) => readonly Line[] | undefined;

/** What billing a month knows beside the facts. */
export interface BillOptions {
  /** What earlier bills charged; without it the earlier state is computed from the facts alone. */
  readonly charged?: ChargedLines | undefined;
  /** Acts of earlier months as they were charged, for common needs that look back; the facts alone by default. */
  readonly acts?: ActsOf | undefined;
  /** Facts that were written since the months before were billed: what they touch is replayed. Only with `charged`. */
  readonly changes?: readonly FactChange[] | undefined;
}

/** Bills of a house for a month: its charges, and changes to earlier months that facts of this month cause. */
export class HouseBills {
  constructor(
    readonly charges: HouseCharges,
    /** Adjustments by account. */
    readonly adjustments: ReadonlyMap<string, readonly Line[]>,
    /** Premises of the adjusted accounts. */
    private readonly premises: ReadonlyMap<string, string> = new Map(),
    /** Common needs, when the house has terms of them in the month. */
    readonly common: CommonMonth | null = null,
    /** Heating, when the house has terms of it. */
    readonly heating: HeatingBill | null = null,
    /** Recalculations of a year of waste that the month posts. */
    readonly wasteYear: readonly WasteYearLine[] = [],
    /** Discounts of benefits by account: they stand behind the charges of the month. */
    readonly discounts: ReadonlyMap<string, readonly Line[]> = NO_DISCOUNTS,
  ) {}

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
      yield this.withAdjustments(this.charges.billOf(row.row));
    }
    for (const [account, lines] of this.adjustments) {
      if (seen.has(account)) continue;
      yield {
        account,
        premises: this.premises.get(account) ?? '',
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
    for (const row of this.charges.rows) if (row.account.number === account) return this.withAdjustments(this.charges.billOf(row.row));
    for (const bill of this.bills()) if (bill.account === account) return bill;
    return undefined;
  }

  /** Sum of all bills. */
  total(): Kopecks {
    let sum: number = this.charges.total();
    for (const lines of [...this.adjustments.values(), ...this.discounts.values()]) sum += sumOf(lines);
    return asKopecks(sum);
  }

  /** The same bills with lines of common needs. */
  withCommon(charges: HouseCharges, trueUps: ReadonlyMap<string, readonly Line[]>, common: CommonMonth): HouseBills {
    return new HouseBills(charges, this.adjustedBy(trueUps), this.premises, common, this.heating, this.wasteYear);
  }

  /** The same bills with lines of heating and its corrections. */
  withHeating(charges: HouseCharges, heating: HeatingBill): HouseBills {
    const premises = new Map([...this.premises, ...heating.premises]);
    return new HouseBills(charges, this.adjustedBy(heating.adjustments), premises, this.common, heating, this.wasteYear);
  }

  /** The same bills with differences of what the house shared in earlier months. */
  withShared(replays: readonly SharedReplay[]): HouseBills {
    if (replays.length === 0) return this;
    const lines = new Map<string, Line[]>();
    const premises = new Map(this.premises);
    for (const { account, premises: at, line } of replays) {
      lines.set(account, [...(lines.get(account) ?? []), line]);
      premises.set(account, at);
    }
    return new HouseBills(this.charges, this.adjustedBy(lines), premises, this.common, this.heating, this.wasteYear);
  }

  private adjustedBy(more: ReadonlyMap<string, readonly Line[]>): ReadonlyMap<string, readonly Line[]> {
    const adjustments = new Map(this.adjustments);
    for (const [account, lines] of more) adjustments.set(account, [...(adjustments.get(account) ?? []), ...lines]);
    return adjustments;
  }

  /** The same bills with the recalculation of a year of waste. */
  withWaste(year: readonly WasteYearLine[]): HouseBills {
    const adjustments = new Map(this.adjustments);
    const premises = new Map(this.premises);
    for (const { account, premises: of, line } of year) {
      adjustments.set(account, [...(adjustments.get(account) ?? []), line]);
      premises.set(account, of);
    }
    return new HouseBills(this.charges, adjustments, premises, this.common, this.heating, year);
  }

  private withAdjustments(bill: Bill): Bill {
    const [off, changes] = [this.discounts.get(bill.account), this.adjustments.get(bill.account)];
    if (off === undefined && changes === undefined) return bill;
    const lines = [...(off ?? []), ...(changes ?? [])];
    return { ...bill, lines: [...bill.lines, ...lines], total: asKopecks(bill.total + sumOf(lines)) };
  }

  /** The same bills with the discounts of benefits. */
  withDiscounts(discounts: ReadonlyMap<string, readonly Line[]>): HouseBills {
    const { charges, adjustments, premises, common, heating, wasteYear: year } = this;
    return new HouseBills(charges, adjustments, premises, common, heating, year, discounts);
  }
}

const NO_DISCOUNTS: ReadonlyMap<string, readonly Line[]> = new Map();

const sumOf = (lines: readonly Line[]): Kopecks => asKopecks(lines.reduce((sum, line) => sum + line.amount, 0));

/**
 * Bill a house for a month («начислить месяц дома»): charges of the month, and for each fact that changes earlier ones (a late
 * reading, an accepted correction, an act about the past) and each that was written late the difference for the months it changes, at their own
 * prices. Pure.
 *
 * @returns the bills, or every problem found: then there is no bill for the house
 */
export const billHouse = (
  facts: HouseFacts,
  month: Month,
  { charged, acts, changes = [] }: BillOptions = {},
): Result<HouseBills, readonly BillingProblem[]> => {
  const charges = chargeHouse(facts, month);
  if (!charges.ok) return charges;
  const touched = charged === undefined ? [] : touchedBy(facts, changes, monthNumber(month));
  const replayed = replayMonths(facts, monthNumber(month), charges.value.findings, touched, charged);
  if (!replayed.ok) return replayed;
  const changed = ok(new HouseBills(charges.value, replayed.value.adjustments, replayed.value.premises));
  const waste = withWasteYear(facts, month, changed.value, charged);
  if (!waste.ok) return waste;
  const common =
    facts.common.terms.length === 0
      ? waste
      : withCommon(facts, month, waste.value, { charged, acts: acts ?? actsOfFacts(facts, billHouse) }, touched);
  const heated = !common.ok || facts.heating === null ? common : withHeating(facts, month, common.value, charged, touched);
  return !heated.ok || !hasBenefits(facts) ? heated : withDiscounts(facts, heated.value);
};

/** The bills with what benefits take off the charges of the month, whatever they were charged for. */
const withDiscounts = (facts: HouseFacts, bills: HouseBills): Result<HouseBills, readonly BillingProblem[]> => {
  const { context } = bills.charges;
  const discounts = discountsOf(facts, bills.charges);
  return context.problems.length > 0 ? err(context.problems) : ok(bills.withDiscounts(discounts));
};

/** The bills with the recalculation of the year before by what was removed, in the month that posts it. */
const withWasteYear = (
  facts: HouseFacts,
  month: Month,
  bills: HouseBills,
  charged: ChargedLines | undefined,
): Result<HouseBills, readonly BillingProblem[]> => {
  const year = wasteYear(facts, month, bills.adjustments, charged);
  if (!year.ok) return year;
  return ok(year.value.length === 0 ? bills : bills.withWaste(year.value));
};

/** The bills with heating: the house divides its heat by itself, whatever else it is charged for. */
const withHeating = (
  facts: HouseFacts,
  month: Month,
  bills: HouseBills,
  charged: ChargedLines | undefined,
  touched: readonly Touched[],
): Result<HouseBills, readonly BillingProblem[]> => {
  const heating = heatingBill(facts, bills.charges, month, charged, touched);
  if (!heating.ok) return heating;
  const charges = bills.charges.withSlots(heating.value.heating?.made.slots ?? []);
  const last = new Map([...heating.value.quality].map(([row, found]) => [row, linesOfQuality(found)]));
  return ok(bills.withHeating(last.size === 0 ? charges : charges.withLast(last), heating.value));
};

/** The bills with common needs: the balance takes the own volumes of the month and the changes that it posts. */
const withCommon = (
  facts: HouseFacts,
  month: Month,
  bills: HouseBills,
  { charged, acts }: { readonly charged: ChargedLines | undefined; readonly acts: ActsOf },
  touched: readonly Touched[],
): Result<HouseBills, readonly BillingProblem[]> => {
  const changes = suppliedChanges(facts, month, touched, acts);
  if (!changes.ok) return changes;
  const posted = postedWith(postedVolumes(bills.adjustments, bills.charges.context.acts.times), changes.value);
  const found = commonMonth(facts, bills.charges, posted, new CommonHistory(month, acts));
  if (!found.ok) return found;
  const common = ok(withChanges(found.value, changes.value));
  const replays = commonReplays(facts, touched, charged, acts);
  if (!replays.ok) return replays;
  const { slots, trueUps } = common.value;
  return ok(bills.withCommon(bills.charges.withSlots(slots), trueUps, common.value).withShared(replays.value));
};

/** The same month whose acts tell what they post of the house's earlier months. */
const withChanges = (common: CommonMonth, changes: SuppliedChanges): CommonMonth =>
  changes.size === 0
    ? common
    : {
        ...common,
        acts: common.acts.map((act) => {
          const own = changes.get(act.service);
          return own === undefined ? act : { ...act, suppliedChanges: own };
        }),
      };

/** Volumes of changes to earlier months, by service; heat and other resources beside hot water are no volumes of it, absence and quality do not enter, and a tenfold normative counts as one (C18). */
const postedVolumes = (adjustments: ReadonlyMap<string, readonly Line[]>, times: number): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const lines of adjustments.values())
    for (const { service, component, volume, basis } of lines) {
      if (!isServiceVolume(component) || basis === 'absence' || basis === 'quality') continue;
      const counted = scaledSafe(volume, VOLUME_SCALE) / (TENFOLD_BASES.has(basis) ? times : 1);
      sums.set(service, (sums.get(service) ?? 0) + counted);
    }
  return sums;
};
