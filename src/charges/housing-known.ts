import { addDays, type Day, dayOfInstant, firstDay, type Instant, monthNumber, monthsTouched } from '../kernel/calendar';
import type { HouseFacts } from '../model/facts';
import type { DefectRecord, PaidWorkRecord, PrepaidRecord } from '../model/housing-records';
import type { AccountRecord } from '../model/records';
import type { PricedMonth } from './prices';

interface Known {
  readonly receivedOn?: Day | undefined;
  readonly knownAt?: Instant | undefined;
}

/** The month itself (counted), or the later one in which the document came; without one, in which it became known. */
const billedIn = (month: number, { receivedOn, knownAt }: Known): number => {
  const known = receivedOn ?? (knownAt === undefined ? undefined : dayOfInstant(knownAt));
  return known === undefined ? month : Math.max(month, monthNumber(known));
};

/**
 * Month (counted) whose charge a fact of a day is: its own, when this system bills it; what was known late of a month before it began is a charge of
 * the month that bills it. An account that is closed by then is charged in its last month.
 */
export const chargedIn = ({ house }: HouseFacts, { to }: AccountRecord, on: Day, billed: number): number => {
  const own = monthNumber(on);
  const month = isBefore(house, own) ? billed : own;
  return to === null ? month : Math.min(month, monthNumber(addDays(to, -1)));
};

const isBefore = ({ billedSince }: HouseFacts['house'], month: number): boolean =>
  billedSince !== undefined && month < monthNumber(billedSince);

export const workBilledIn = (work: PaidWorkRecord): number => billedIn(monthNumber(work.on), work);

/** A period that a later fact cancels was known before that fact; told for the first time together with its cancellation, it was not. */
export const prepaidBilledIn = (one: PrepaidRecord): number =>
  billedIn(monthNumber(one.from), one.cancelled === undefined || one.supersedes === undefined ? one : {});

/** Month in which a cancellation is billed; `null` where there is none. */
export const cancelledBilledIn = ({ cancelled, knownAt }: PrepaidRecord): number | null =>
  cancelled === undefined ? null : billedIn(monthNumber(cancelled.on), { receivedOn: cancelled.receivedOn, knownAt });

/** Month in which poor quality of one of its months is billed. */
export const defectBilledIn = (defect: DefectRecord, month: number): number => billedIn(month, defect);

/** Months that poor quality touches, counted. */
export const defectMonths = ({ from, to }: DefectRecord): readonly number[] => monthsTouched(from, to);

/** Tell what came late: the months that works, prepaid services and acts of poor quality change from the month in which they became known. */
export const lateHousing = (facts: HouseFacts, context: PricedMonth): void => {
  const { works, prepaid, defects } = facts.housing;
  if (works.length + prepaid.length + defects.length === 0 || context.through !== context.number) return;
  const holders = new Map(
    facts.premises.flatMap(({ accounts }, premises) => accounts.map((account) => [account.number, { account, premises }] as const)),
  );
  const late = (of: PaidWorkRecord | PrepaidRecord, number: string, on: Day, billed: number | null): void => {
    const holder = holders.get(number);
    if (billed !== context.number || holder === undefined) return;
    const month = chargedIn(facts, holder.account, on, billed);
    const since = facts.house.billedSince;
    if (since !== undefined && isBefore(facts.house, month))
      context.problems.push({ code: 'paid-outside-account', at: `${of.kind} ${of.id}`, value: number, facts: { day: firstDay(since) } });
    else if (month < context.number) context.findings.push({ premises: holder.premises, months: [month], cause: of.id });
  };
  for (const work of works) late(work, work.account, work.on, workBilledIn(work));
  for (const one of prepaid) {
    late(one, one.account, one.from, prepaidBilledIn(one));
    if (one.cancelled !== undefined) late(one, one.account, one.cancelled.on, cancelledBilledIn(one));
  }
  for (const defect of defects) {
    const months = defectMonths(defect).filter((month) => month < context.number && defectBilledIn(defect, month) === context.number);
    if (months.length === 0) continue;
    for (const [premises, { premises: record }] of facts.premises.entries())
      if (defect.premises === undefined || defect.premises.includes(record.id))
        context.findings.push({ premises, months, cause: defect.id });
  }
};
