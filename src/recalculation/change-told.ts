import { tellDiscounts } from '../charges/benefits-told';
import { openMonth } from '../charges/charge-house';
import { explainAccount } from '../charges/explain';
import { explainHeating } from '../charges/heating-telling';
import { accountRows } from '../charges/holders';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthNumber } from '../kernel/calendar';
import { ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { ExplainedAdjustment, ExplainedService } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { tellDifference } from './difference-told';
import { heatingChargesOf } from './heating-charges';

/** A change to an earlier month: what was charged, by the facts of then, what should have been, by those of now, and the sums. */
export const tellChange = (
  { facts, before, month }: { readonly facts: HouseFacts; readonly before: HouseFacts; readonly month: Month },
  account: string,
  line: Line,
  charged: ChargedLines | undefined,
): Result<ExplainedAdjustment, readonly BillingProblem[]> => {
  const through = monthNumber(month);
  const tell = line.basis === 'benefit' ? discountTold : earlierTold;
  const after = tell(facts, account, line, through);
  if (!after.ok) return after;
  const was = tell(before, account, line, through - 1);
  if (!was.ok) return was;
  const trace = tellDifference(line, charged?.(account, line.month));
  return ok({ line, before: was.value, after: after.value, ...(trace === null ? {} : { trace }) });
};

/** An earlier month of a line as some facts have it; nothing where they do not know the account in it. */
const earlierTold = (
  facts: HouseFacts,
  account: string,
  line: Line,
  through: number,
): Result<ExplainedService | null, readonly BillingProblem[]> => {
  if (line.service === 'heating') return heatingTold(facts, line.month, account);
  const told = explainAccount(facts, line.month, account, line.service, through);
  if (told.ok) return ok(line.part === 'common' ? null : ofLine(told.value.services, line));
  return told.error[0]?.code === 'account-unknown' ? ok(null) : told;
};

/** Heating of an account in an earlier month, as it is divided by some facts. */
const heatingTold = (facts: HouseFacts, month: Month, account: string): Result<ExplainedService | null, readonly BillingProblem[]> => {
  const found = heatingChargesOf(facts, month, 'charged');
  if (!found.ok) return found;
  const row = found.value?.charges.rows.find((one) => one.account.number === account);
  if (found.value === null || row === undefined) return ok(null);
  return ok(explainHeating(facts, found.value.charges, found.value.found, found.value.made, row)[0] ?? null);
};

/** The discount of a line in its own month, as some facts have it. */
const discountTold = (
  facts: HouseFacts,
  account: string,
  line: Line,
  known: number,
): Result<ExplainedService | null, readonly BillingProblem[]> => {
  const opened = openMonth(facts, line.month, known);
  if (!opened.ok) return opened;
  const row = accountRows(facts, opened.value.from, opened.value.to).find((one) => one.account.number === account);
  if (row === undefined) return ok(null);
  const own = explainAccount(facts, line.month, account, line.service, known);
  if (!own.ok) return own;
  const heating = line.service === 'heating' ? heatingTold(facts, line.month, account) : ok(null);
  if (!heating.ok) return heating;
  const lines = [...own.value.services.flatMap((one) => one.lines), ...(heating.value?.lines ?? [])];
  return ok(ofLine(tellDiscounts(facts, opened.value, row, lines), line));
};

/** What is told of the service and item of a line, as one. */
const ofLine = (services: readonly ExplainedService[], { item }: Line): ExplainedService | null => {
  const own = services.filter((one) => one.item === item);
  const [first] = own;
  return first === undefined || own.length === 1 ? (first ?? null) : { ...first, lines: own.flatMap(({ lines }) => lines) };
};
