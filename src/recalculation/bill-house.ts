import { hasBenefits } from '../charges/benefits-known';
import { chargeHouse } from '../charges/charge-house';
import { type ActsOf, CommonHistory } from '../charges/common-history';
import { type CommonMonth, commonMonth } from '../charges/common-month';
import { VOLUME_SCALE } from '../consumption/formulas';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthNumber } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { err, ok, type Result } from '../kernel/result';
import { isServiceVolume, type Line, TENFOLD_BASES } from '../model/bill';
import type { FactChange } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import { actsOfFacts } from './acts-of-facts';
import { commonReplays } from './common-replay';
import { discountsOf } from './discounts';
import { heatingBill } from './heating-bill';
import { linesOfQuality } from './heating-quality';
import { HouseBills } from './house-bills';
import { replayMonths } from './replay-months';
import { postedWith, type SuppliedChanges, suppliedChanges } from './supplied-changes';
import { type Touched, touchedBy } from './touched';
import { wasteYear } from './waste-year';

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
  const waste = withWasteYear(facts, month, HouseBills.of(charges.value, replayed.value), charged);
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
  return context.problems.length > 0 ? err(context.problems) : ok(bills.with({ discounts }));
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
  return ok(year.value.length === 0 ? bills : bills.with({ wasteYear: year.value, posted: year.value }));
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
  return ok(
    bills.with({ charges: last.size === 0 ? charges : charges.withLast(last), heating: heating.value, posted: heating.value.posted }),
  );
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
  const settled = [...trueUps].flatMap(([account, lines]) => lines.map((line) => ({ account, premises: null, line })));
  return ok(bills.with({ charges: bills.charges.withSlots(slots), common: common.value, posted: [...settled, ...replays.value] }));
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
