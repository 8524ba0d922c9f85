import { type Day, dayAfter, monthOf, serial } from '../kernel/calendar';
import { greatestDivisor } from '../kernel/share';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import { type HousingPayer, PAYER_OF, type TermHousing } from '../model/housing-services';
import type { AccountRecord, PremisesRecord, ServiceRecord } from '../model/records';
import type { PricedMonth } from './prices';

/** Days `[from, to)` as serial days. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Who pays by these terms. */
export const payerOf = (record: ServiceRecord): HousingPayer => record.payer ?? PAYER_OF[record.service as TermHousing];

/** Does a decision free the premises of the item? The words of the first exclusion that fits, or `null`. */
export const excludedBy = ({ exclusions }: ServiceRecord, { id, floor, type }: PremisesRecord): string | null => {
  for (const one of exclusions ?? []) {
    if (one.floors !== undefined && (floor === undefined || !one.floors.includes(floor))) continue;
    if (one.premises !== undefined && !one.premises.includes(id)) continue;
    if (one.type !== undefined && one.type !== type) continue;
    return one.why;
  }
  return null;
};

/** Days of `[from, to)` on which the terms bill: a house that is to be pulled down owes no contribution for capital repair. */
export const billedDays = (
  facts: HouseFacts,
  context: PricedMonth,
  { service }: ServiceRecord,
  from: number,
  to: number,
): readonly Days[] => {
  const exempt = service === 'capitalRepair' ? facts.house.capitalRepairExempt : undefined;
  if (exempt === undefined) return [{ from, to }];
  let left: readonly Days[] = [{ from, to }];
  for (const one of exempt) {
    const [start, end] = [serial(exemptFrom(one, context)), one.to === null ? Number.POSITIVE_INFINITY : serial(one.to)];
    left = left.flatMap((days) => [
      ...(days.from < start ? [{ from: days.from, to: Math.min(days.to, start) }] : []),
      ...(days.to > end ? [{ from: Math.max(days.from, end), to: days.to }] : []),
    ]);
  }
  return left;
};

type Exempt = NonNullable<HouseFacts['house']['capitalRepairExempt']>[number];

/** First day without a contribution: the month after the one of the act, or the day itself where the policy says so. */
const exemptFrom = ({ from }: Exempt, context: PricedMonth): Day =>
  context.policies.capitalRepairExempt === 'byDays' || from.endsWith('-01') ? from : dayAfter(monthOf(from));

/** What the payer of an account is on a day: an owner unless the account says otherwise. */
const tenureOn = ({ tenures }: AccountRecord, day: number): 'owner' | 'tenant' => {
  let since = Number.NEGATIVE_INFINITY;
  let kind: 'owner' | 'tenant' = 'owner';
  for (const one of tenures ?? []) {
    const from = serial(one.from);
    if (from <= day && from > since) {
      since = from;
      kind = one.kind;
    }
  }
  return kind;
};

const pays = (payer: HousingPayer, account: AccountRecord, day: number): boolean => payer === 'holder' || tenureOn(account, day) === payer;

/** Days of `[from, to)` on which an account of a premises without owners' shares pays. */
export const payDays = (payer: HousingPayer, account: AccountRecord, { from, to }: Days): readonly Days[] => {
  if (account.tenures === undefined) return pays(payer, account, from) ? [{ from, to }] : [];
  const found: Days[] = [];
  for (const days of cut(
    from,
    to,
    account.tenures.map((one) => serial(one.from)),
  )) {
    if (!pays(payer, account, days.from)) continue;
    const last = found[found.length - 1];
    if (last !== undefined && last.to === days.from) found[found.length - 1] = { from: last.from, to: days.to };
    else found.push(days);
  }
  return found;
};

/** `[from, to)` cut at the days that lie within it. */
export const cut = (from: number, to: number, at: readonly number[]): readonly Days[] => {
  const cuts = [...new Set([from, ...at.filter((day) => day > from && day < to), to])].sort((a, b) => a - b);
  return cuts.slice(1).map((day, index) => ({ from: cuts[index] as number, to: day }));
};

/** Part of a premises that an account pays on some days, in parts of {@link commonParts}. */
export interface PayerPart {
  readonly account: AccountRecord;
  readonly parts: number;
}

/** Does an account of the premises pay a share of it on some day of `[from, to)`? */
export const hasShares = ({ accounts }: PremisesFacts, days: { readonly from: number; readonly to: number }): boolean =>
  accounts.some(({ share, from, to }) => share !== undefined && serial(from) < days.to && (to === null || serial(to) > days.from));

/** Parts that the whole premises has, so that every owner's share is a whole number of them. */
export const commonParts = ({ accounts }: PremisesFacts): number =>
  accounts.reduce((all, { share }) => (share === undefined ? all : (all / greatestDivisor(all, share.of)) * share.of), 1);

/**
 * Who pays for a premises on a day and for which part: a tenant pays whole what users pay; owners pay by their shares, and the account of the
 * premises pays what no share covers.
 */
export const payersOn = (premises: PremisesFacts, payer: HousingPayer, day: number, whole: number): readonly PayerPart[] => {
  const open = premises.accounts.filter(({ from, to }) => serial(from) <= day && (to === null || day < serial(to)));
  const plain = open.find(({ share }) => share === undefined);
  const isLet = plain !== undefined && tenureOn(plain, day) === 'tenant';
  if (payer === 'tenant' || (payer === 'holder' && isLet)) return plain !== undefined && isLet ? [{ account: plain, parts: whole }] : [];
  const shares = open.flatMap((account): PayerPart[] =>
    account.share === undefined ? [] : [{ account, parts: (whole / account.share.of) * account.share.part }],
  );
  const left = whole - shares.reduce((sum, { parts }) => sum + parts, 0);
  return plain === undefined || isLet || left === 0 ? shares : [...shares, { account: plain, parts: left }];
};

/** A share as people read it; `null` for the whole. */
export const shareText = ({ account, parts }: PayerPart, whole: number): string | null => {
  if (account.share !== undefined) return `${account.share.part}/${account.share.of}`;
  const by = greatestDivisor(parts, whole);
  return parts === whole ? null : `${parts / by}/${whole / by}`;
};

/** Days on which somebody else may come to pay for a premises. */
export const payerCuts = ({ accounts }: PremisesFacts): readonly number[] =>
  accounts.flatMap(({ from, to, tenures }) => [
    serial(from),
    ...(to === null ? [] : [serial(to)]),
    ...(tenures ?? []).map((one) => serial(one.from)),
  ]);
