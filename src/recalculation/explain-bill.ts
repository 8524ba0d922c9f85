import { explainQuality } from '../charges/apart-told';
import { hasBenefits } from '../charges/benefits-known';
import { tellDiscounts } from '../charges/benefits-told';
import { explainCommon } from '../charges/common-telling';
import { tellTrueUp } from '../charges/common-true-up-telling';
import { compensations } from '../charges/compensations';
import { explainAccount } from '../charges/explain';
import { explainHeating } from '../charges/heating-telling';
import type { BillingProblem } from '../consumption/problems';
import type { Month } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { ExplainedAdjustment, ExplainedService, Explanation } from '../model/explanation';
import type { HouseFacts } from '../model/facts';
import type { ServiceCode } from '../model/services';
import { type BillOptions, billHouse } from './bill-house';
import { tellChange } from './change-told';
import { tellHeatingChange } from './heating-change-telling';
import type { HouseBills } from './house-bills';
import { tellWasteYear } from './waste-year-told';

/** A whole bill told: the month's own lines, and each change to an earlier month with both derivations. */
export interface ExplainedBill extends Explanation {
  readonly adjustments: readonly ExplainedAdjustment[];
}

/**
 * Tell a bill («почему такая сумма»): {@link explainAccount} for the month's own lines, and for every adjustment the derivation of the
 * earlier month as it was billed and as it should have been.
 */
export const explainBill = (
  facts: HouseFacts,
  month: Month,
  account: string,
  { service, before, ...options }: ExplainOptions = {},
): Result<ExplainedBill, readonly BillingProblem[]> => {
  const bills = billHouse(facts, month, options);
  if (!bills.ok) return bills;
  const own = ownLines(facts, month, account, service, bills.value);
  if (!own.ok) return own;
  const lines = (bills.value.adjustments.get(own.value.account) ?? []).filter((line) => service === undefined || line.service === service);
  const adjustments: ExplainedAdjustment[] = [];
  for (const line of lines) {
    const ofHouse = tellCommonChange(bills.value, line) ?? tellHeatingChange(bills.value, line) ?? tellYear(bills.value, line);
    if (ofHouse !== null) {
      adjustments.push(ofHouse);
      continue;
    }
    const told = tellChange({ facts, before: before ?? facts, month }, own.value.account, line, options.charged);
    if (!told.ok) return err(told.error);
    adjustments.push(told.value);
  }
  const house: ExplainedService[] = [
    ...commonOf(facts, own.value.account, service, bills.value),
    ...heatingOf(facts, own.value.account, service, bills.value),
  ];
  const told = [...own.value.services, ...house];
  const services = [...told, ...discountsTold(facts, own.value.account, service, bills.value, told)];
  const support = compensationsOf(facts, month, own.value.account, service, bills.value);
  return support.ok ? ok({ ...own.value, services, ...support.value, adjustments }) : support;
};

/** Compensations that the account has for the month; nothing where there are none. */
const compensationsOf = (
  facts: HouseFacts,
  month: Month,
  account: string,
  service: ServiceCode | undefined,
  bills: HouseBills,
): Result<Pick<Explanation, 'compensations'>, readonly BillingProblem[]> => {
  const bill = hasBenefits(facts) ? bills.billOf(account) : undefined;
  const found = bill === undefined ? ok([]) : compensations(facts, month, [bill]);
  if (!found.ok) return found;
  const own = found.value.filter((one) => service === undefined || one.service === service);
  return ok(own.length === 0 ? {} : { compensations: own });
};

/** The discounts of the account's benefits in the month. */
const discountsTold = (
  facts: HouseFacts,
  account: string,
  service: ServiceCode | undefined,
  { charges }: HouseBills,
  services: readonly ExplainedService[],
): readonly ExplainedService[] => {
  const row = charges.rows.find((one) => one.account.number === account);
  if (row === undefined || !hasBenefits(facts)) return [];
  const lines = services.flatMap((one) => one.lines);
  return tellDiscounts(facts, charges.context, row, lines).filter((one) => service === undefined || one.service === service);
};

/** What telling a bill knows beside the facts. */
export interface ExplainOptions extends BillOptions {
  /** Only this service; all by default. */
  readonly service?: ServiceCode | undefined;
  /** The facts as they were known when the month before was billed: what was charged is told by them. The facts themselves by default. */
  readonly before?: HouseFacts | undefined;
}

/** The account's common needs of the month. */
const commonOf = (
  facts: HouseFacts,
  account: string,
  service: ServiceCode | undefined,
  { charges, common }: HouseBills,
): readonly ExplainedService[] => {
  const row = charges.rows.find((one) => one.account.number === account);
  if (common === null || row === undefined) return [];
  return explainCommon(facts, charges, common, row).filter((one) => service === undefined || one.service === service);
};

/** The account's heating of the month. */
const heatingOf = (
  facts: HouseFacts,
  account: string,
  service: ServiceCode | undefined,
  { charges, heating }: HouseBills,
): readonly ExplainedService[] => {
  const row = charges.rows.find((one) => one.account.number === account);
  const found = heating?.heating ?? null;
  if (found === null || row === undefined || (service !== undefined && service !== 'heating')) return [];
  const quality = heating?.quality.get(row.row) ?? [];
  return [...explainHeating(facts, found.charges, found.found, found.made, row), ...explainQuality(charges.context, quality)];
};

const tellCommonChange = ({ common }: HouseBills, line: Line): ExplainedAdjustment | null => {
  if (line.part !== 'common') return null;
  for (const { trueUps } of common?.services ?? [])
    for (const trueUp of trueUps) {
      const own = trueUp.lines.find((one) => one.line === line);
      if (own !== undefined) return { line, before: null, after: null, trace: tellTrueUp(trueUp, own) };
    }
  return null;
};

const tellYear = ({ wasteYear, month }: HouseBills, line: Line): ExplainedAdjustment | null => {
  const own = wasteYear.find((one) => one.line === line);
  return own === undefined ? null : { line, before: null, after: null, trace: tellWasteYear(own, month) };
};

/** The month's own lines; none for an account that was closed before and is only adjusted. */
const ownLines = (
  facts: HouseFacts,
  month: Month,
  account: string,
  service: ServiceCode | undefined,
  bills: HouseBills,
): Result<Explanation, readonly BillingProblem[]> => {
  const own = explainAccount(facts, month, account, service);
  if (own.ok || own.error[0]?.code !== 'account-unknown') return own;
  const closed = facts.premises.flatMap(({ accounts }) => accounts).find((one) => one.number === account || one.aliases.includes(account));
  return closed !== undefined && bills.adjustments.has(closed.number)
    ? ok({ account: closed.number, month, services: [], policies: [] })
    : own;
};
