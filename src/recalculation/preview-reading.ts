import type { ActsOf } from '../charges/common-history';
import { type ReadingVerdictOf, readingVerdicts } from '../charges/reading-verdicts';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthOf } from '../kernel/calendar';
import { lessMoney, NO_MONEY } from '../kernel/money';
import type { Problem } from '../kernel/problem';
import { err, invariant, ok, type Result } from '../kernel/result';
import type { Bill, Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { PreviewedBill, ReadingPreview } from '../model/reading-preview';
import type { ReadingRecord } from '../model/records';
import { withReading } from '../model/with-reading';
import { billHouse, type ChargedLines } from './bill-house';
import type { HouseBills } from './house-bills';

/**
 * What a reading would do: its verdict, the month it counts for, its volume, and the bills of that month with it less those without it, made by
 * {@link billHouse} itself. Nothing is kept.
 *
 * @param charged what earlier bills charged, as for {@link billHouse}
 * @param acts acts of earlier months as they were charged, as for {@link billHouse}
 * @returns `unknown-reference`, `register-unknown`, or why the month cannot be billed
 */
export const previewReading = (
  facts: HouseFacts,
  reading: ReadingRecord,
  charged?: ChargedLines,
  acts?: ActsOf,
): Result<ReadingPreview, readonly Problem[]> => {
  const next = withReading(facts, reading);
  if (!next.ok) return next;
  const verdict = readingVerdicts(next.value).find((one) => one.reading.id === reading.id);
  invariant(verdict !== undefined, 'a reading of the house has a verdict');
  const { countsFor } = verdict;
  const before = billHouse(facts, countsFor, { charged, acts });
  if (!before.ok) return before;
  const after = billHouse(next.value, countsFor, { charged, acts });
  if (!after.ok) return after;
  const came = monthOf(reading.receivedOn ?? reading.takenOn);
  const late = reading.purpose !== 'closing' && came < countsFor;
  const premises = facts.premises.find((one) => one.premises.id === verdict.premises);
  const mine = new Set(premises?.accounts.map(({ number }) => number));
  const bills = [...mine].flatMap((account) => billOf(account, countsFor, before.value, after.value));
  const basis = late ? basisOf(facts, came, mine, verdict, acts) : ok([]);
  if (!basis.ok) return err(basis.error);
  return ok({
    verdict: verdict.verdict,
    code: verdict.code,
    remarks: verdict.remarks,
    service: verdict.service,
    countsFor,
    lateFor: late ? came : null,
    lateBasis: basis.value,
    volume: verdict.volume,
    bills,
    others: othersChanged(mine, before.value, after.value),
  });
};

const billOf = (account: string, month: Month, before: HouseBills, after: HouseBills): readonly PreviewedBill[] => {
  const [was, is] = [before.billOf(account), after.billOf(account)];
  if (was === undefined && is === undefined) return [];
  const own = (bill: Bill | undefined): readonly Line[] => (bill?.lines ?? []).filter((line) => line.kind !== 'adjustment');
  const known = new Set(adjustmentsIn(was).map((line) => JSON.stringify(line)));
  return [
    {
      account,
      month,
      before: own(was),
      after: own(is),
      adjustments: adjustmentsIn(is).filter((line) => !known.has(JSON.stringify(line))),
      difference: lessMoney(is?.total ?? NO_MONEY, was?.total ?? NO_MONEY),
    },
  ];
};

const adjustmentsIn = (bill: Bill | undefined): readonly Line[] => (bill?.lines ?? []).filter((line) => line.kind === 'adjustment');

/** How the service of the meter is measured in the month in which a late reading came. */
const basisOf = (
  facts: HouseFacts,
  month: Month,
  accounts: ReadonlySet<string>,
  { service }: ReadingVerdictOf,
  acts: ActsOf | undefined,
): Result<readonly Line['basis'][], readonly BillingProblem[]> => {
  const billed = billHouse(facts, month, { acts });
  if (!billed.ok) return billed;
  const lines = [...accounts].flatMap((account) => billed.value.billOf(account)?.lines ?? []);
  return ok([...new Set(lines.filter((line) => line.service === service && line.kind === 'charge').map((line) => line.basis))]);
};

const othersChanged = (mine: ReadonlySet<string>, before: HouseBills, after: HouseBills): number => {
  const totals = new Map([...before.bills()].map((bill) => [bill.account, bill.total]));
  let changed = 0;
  for (const bill of after.bills()) if (!mine.has(bill.account) && totals.get(bill.account) !== bill.total) changed += 1;
  return changed;
};
