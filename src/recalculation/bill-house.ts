import { chargeHouse } from '../charges/charge-house';
import { type ActsOf, CommonHistory } from '../charges/common-history';
import { type CommonMonth, commonMonth } from '../charges/common-month';
import type { AccountRow } from '../charges/holders';
import { type HouseCharges, MADE_BY } from '../charges/house-month';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { asKopecks, type Kopecks } from '../kernel/money';
import { err, ok, type Result } from '../kernel/result';
import { type Bill, isServiceVolume, type Line, TENFOLD_BASES } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { HouseAct } from '../model/house-act';
import { actsOfFacts } from './acts-of-facts';
import { difference } from './difference';
import { type HeatingBill, heatingBill } from './heating-bill';
import { linesOfQuality } from './heating-quality';
import { type WasteYearLine, wasteYear } from './waste-year';

/**
 * What was charged to an account for an earlier month, in all its bills; `undefined` when the month was not billed here. Without such a
 * function the earlier state is computed from the facts alone.
 */
export type ChargedLines = (account: string, month: Month) => readonly Line[] | undefined;

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
    for (const lines of this.adjustments.values()) sum += sumOf(lines);
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
    const lines = this.adjustments.get(bill.account);
    return lines === undefined ? bill : { ...bill, lines: [...bill.lines, ...lines], total: asKopecks(bill.total + sumOf(lines)) };
  }
}

const sumOf = (lines: readonly Line[]): Kopecks => asKopecks(lines.reduce((sum, line) => sum + line.amount, 0));

/**
 * Bill a house for a month («начислить месяц дома»): charges of the month, and for each fact that changes earlier ones (a late
 * reading, an accepted correction, an act about the past) the difference for the months it changes, at their own prices. Pure.
 *
 * @param charged what earlier bills charged; the facts alone by default
 * @param acts acts of earlier months as they were charged, for common needs that look back; the facts alone by default
 * @returns the bills, or every problem found: then there is no bill for the house
 */
export const billHouse = (
  facts: HouseFacts,
  month: Month,
  charged?: ChargedLines,
  acts?: ActsOf,
): Result<HouseBills, readonly BillingProblem[]> => {
  const charges = chargeHouse(facts, month);
  if (!charges.ok) return charges;
  const { findings } = charges.value;
  const changed = findings.length === 0 ? ok(new HouseBills(charges.value, new Map())) : adjust(facts, month, charges.value, charged);
  if (!changed.ok) return changed;
  const waste = withWasteYear(facts, month, changed.value, charged);
  if (!waste.ok) return waste;
  const common = facts.common.terms.length === 0 ? waste : withCommon(facts, month, waste.value, acts ?? actsOfFacts(facts, billHouse));
  return !common.ok || facts.heating === null ? common : withHeating(facts, month, common.value, charged);
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
): Result<HouseBills, readonly BillingProblem[]> => {
  const heating = heatingBill(facts, bills.charges, month, charged);
  if (!heating.ok) return heating;
  const charges = bills.charges.withSlots(heating.value.heating?.made.slots ?? []);
  const last = new Map([...heating.value.quality].map(([row, found]) => [row, linesOfQuality(found)]));
  return ok(bills.withHeating(last.size === 0 ? charges : charges.withLast(last), heating.value));
};

/** The bills with common needs: the balance takes the own volumes of the month and the changes that it posts. */
const withCommon = (facts: HouseFacts, month: Month, bills: HouseBills, acts: ActsOf): Result<HouseBills, readonly BillingProblem[]> => {
  const common = commonMonth(
    facts,
    bills.charges,
    postedVolumes(bills.adjustments, bills.charges.context.acts.times),
    new CommonHistory(month, acts),
  );
  if (!common.ok) return common;
  const { slots, trueUps } = common.value;
  return ok(bills.withCommon(bills.charges.withSlots(slots), trueUps, common.value));
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

const adjust = (
  facts: HouseFacts,
  month: Month,
  charges: HouseCharges,
  charged: ChargedLines | undefined,
): Result<HouseBills, readonly BillingProblem[]> => {
  const adjustments = new Map<string, Line[]>();
  const premises = new Map<string, string>();
  const through = monthNumber(month);
  const since = facts.house.billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(facts.house.billedSince);
  for (const [number, causes] of monthsToChange(charges)) {
    if (number < since) continue;
    const earlier = monthFromNumber(number);
    const only = new Set(causes.keys());
    const should = chargeHouse(facts, earlier, { through, only });
    if (!should.ok) return err(should.error);
    const before = charged === undefined ? chargeHouse(facts, earlier, { through: through - 1, only }) : null;
    if (before !== null && !before.ok) return err(before.error);
    for (const row of should.value.rows) {
      const was = charged === undefined ? linesOf(before?.value ?? null, row) : charged(row.account.number, earlier);
      if (was === undefined) continue;
      const lines = difference(should.value.linesOf(row.row), was, causes.get(row.premisesIndex) as string);
      if (lines.length === 0) continue;
      const known = adjustments.get(row.account.number);
      if (known === undefined) adjustments.set(row.account.number, [...lines]);
      else known.push(...lines);
      premises.set(row.account.number, row.premises.premises.id);
    }
  }
  return ok(new HouseBills(charges, adjustments, premises));
};

const linesOf = (charges: HouseCharges | null, row: AccountRow): readonly Line[] => charges?.linesOf(row.row) ?? [];

/** Earlier months in order, each with the premises that change and the fact that causes it. */
const monthsToChange = (charges: HouseCharges): readonly (readonly [number, ReadonlyMap<number, string>])[] => {
  const months = new Map<number, Map<number, string>>();
  for (const finding of charges.findings) {
    for (const month of finding.months) {
      const causes = months.get(month) ?? new Map<number, string>();
      if (!causes.has(finding.premises)) causes.set(finding.premises, finding.cause);
      months.set(month, causes);
    }
  }
  return [...months].sort((a, b) => a[0] - b[0]);
};
