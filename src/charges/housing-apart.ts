import { VOLUME_SCALE } from '../consumption/formulas';
import { type Day, dayFromSerial, serial } from '../kernel/calendar';
import { decimalText, scaledSafe } from '../kernel/gate';
import { asKopecks } from '../kernel/money';
import type { Line } from '../model/bill';
import type { HouseFacts, HousingFacts } from '../model/facts';
import type { DefectRecord, PrepaidRecord } from '../model/housing-records';
import { isHouseSum } from '../model/housing-services';
import type { AccountRecord } from '../model/records';
import type { TariffVat } from '../model/vat';
import { calculateSafe } from '../norms/formula';
import { CHARGE_FORMULAS } from './formulas';
import type { AccountRow } from './holders';
import { measuresFor } from './housing-fill';
import { periodLeft, qualityReduction } from './housing-formulas';
import { cancelledBilledIn, chargedIn, defectBilledIn, prepaidBilledIn, workBilledIn } from './housing-known';
import { hasShares } from './housing-payers';
import { unitOf } from './housing-shares';
import { lineVat } from './line-vat';
import type { PricedMonth, PricedStretch, PricedTerms } from './prices';

type Work = HousingFacts['works'][number];

/** A line that no column holds, with what it came from. */
export type ApartLine =
  | {
      readonly of: 'quality';
      readonly line: Line;
      readonly base: Line;
      readonly bad: number;
      readonly days: number;
      readonly defects: readonly DefectRecord[];
    }
  | { readonly of: 'work'; readonly line: Line; readonly work: Work }
  | { readonly of: 'prepaid'; readonly line: Line; readonly prepaid: PrepaidRecord }
  | { readonly of: 'cancelled'; readonly line: Line; readonly prepaid: PrepaidRecord; readonly left: number; readonly days: number };

/**
 * Lines of a row that no column holds, in order: what poor quality takes off its items, its works, its prepaid services and their
 * cancellations. What became known after the month that is asked about is not there.
 *
 * @param own the lines of the row in the columns
 */
export const apartOf = (facts: HouseFacts, context: PricedMonth, row: AccountRow, own: () => readonly Line[]): readonly ApartLine[] => {
  const { works, prepaid, defects } = facts.housing;
  const out: ApartLine[] = [];
  if (defects.length > 0) out.push(...reductions(facts, context, row, own()));
  const { number: account } = row.account;
  for (const work of works)
    if (work.account === account && isDue(facts, context, row.account, work.on, workBilledIn(work))) {
      const amount = money(CHARGE_FORMULAS.piece, work.price, work.quantity);
      if (Number.isSafeInteger(amount)) out.push({ of: 'work', work, line: workLine(context, work, asKopecks(amount)) });
      else context.problems.push({ code: 'amount-too-large', at: `paidWork ${work.id}`, value: 'paidWork' });
    }
  for (const one of prepaid) {
    if (one.account !== account) continue;
    if (isDue(facts, context, row.account, one.from, prepaidBilledIn(one)))
      out.push({ of: 'prepaid', prepaid: one, line: prepaidLine(context, one) });
    const cancelled = cancelledLine(facts, context, row.account, one);
    if (cancelled !== null) out.push(cancelled);
  }
  return out;
};

/** Is a fact of a day a charge of this month, as known when it is asked? */
const isDue = (facts: HouseFacts, context: PricedMonth, account: AccountRecord, on: Day, billed: number): boolean =>
  billed <= context.through && chargedIn(facts, account, on, billed) === context.number;

const concerns = (defect: DefectRecord, context: PricedMonth, { premises }: AccountRow): boolean =>
  (defect.premises === undefined || defect.premises.includes(premises.premises.id)) &&
  serial(defect.from) < context.to &&
  serial(defect.to) > context.from &&
  defectBilledIn(defect, context.number) <= context.through;

const reductions = (facts: HouseFacts, context: PricedMonth, row: AccountRow, own: readonly Line[]): readonly ApartLine[] => {
  const mine = facts.housing.defects.filter((defect) => concerns(defect, context, row));
  if (mine.length === 0) return [];
  return own.flatMap((base): ApartLine[] => {
    if (base.kind !== 'charge' || base.part !== undefined) return [];
    const defects = mine.filter(({ service, item }) => service === base.service && item === base.item);
    const terms = context.services.find(({ service, item }) => service === base.service && item === (base.item ?? null));
    if (defects.length === 0 || terms === undefined) return [];
    const charged = chargedDays(facts, context, terms, base, row);
    const bad = charged.filter((day) => defects.some(({ from, to }) => serial(from) <= day && day < serial(to))).length;
    if (bad === 0) return [];
    const amount = calculateSafe(qualityReduction, { P: base.amount, d: bad, Dк: charged.length });
    const [first] = defects as [DefectRecord];
    const line: Line = { ...base, kind: 'reduction', formula: qualityReduction.id, amount: asKopecks(0 - amount), cause: first.id };
    return [{ of: 'quality', line, base, bad, days: charged.length, defects }];
  });
};

/** Days that a line was charged for. */
const chargedDays = (facts: HouseFacts, context: PricedMonth, terms: PricedTerms, base: Line, row: AccountRow): readonly number[] => {
  const stretch = (
    base.days === undefined ? terms.stretches[0] : terms.stretches.find(({ from }) => dayFromSerial(from) === base.days?.from)
  ) as PricedStretch;
  const [from, to] = [Math.max(row.from, stretch.from), Math.min(row.to, stretch.to)];
  const all = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (isHouseSum(unitOf(stretch)) || hasShares(row.premises, context)) return all;
  const measures = measuresFor(facts, context, terms, stretch, row) ?? [];
  return all.filter((day) => measures.some((one) => one.from <= day && day < one.to));
};

/** VAT of a fact: the rates of its day were looked at when the house was assembled. */
const vatFields = (vat: TariffVat | undefined, day: Day): Pick<Line, 'vat'> => {
  const found = vat === undefined ? null : lineVat(vat, day);
  return found?.ok === true ? { vat: found.value } : {};
};

const workLine = (context: PricedMonth, work: Work, amount: Line['amount']): Line => ({
  kind: 'charge',
  service: 'paidWork',
  item: work.item,
  title: work.title,
  ...vatFields(work.vat, work.on),
  provider: work.provider,
  month: context.month,
  basis: 'paid',
  formula: CHARGE_FORMULAS.piece.id,
  unit: 'piece',
  volume: work.quantity,
  tariffCode: work.id,
  tariff: work.price,
  amount,
});

const prepaidLine = (context: PricedMonth, one: PrepaidRecord): Line => ({
  kind: 'charge',
  service: 'subscription',
  item: one.item,
  title: one.title,
  valid: { from: one.from, to: one.to },
  ...vatFields(one.vat, one.from),
  provider: one.provider,
  month: context.month,
  basis: 'prepaid',
  formula: CHARGE_FORMULAS.period.id,
  unit: 'period',
  volume: '1',
  tariffCode: one.id,
  tariff: one.price,
  amount: asKopecks(money(CHARGE_FORMULAS.period, one.price, '1')),
});

const cancelledLine = (
  facts: HouseFacts,
  context: PricedMonth,
  account: AccountRecord,
  one: PrepaidRecord,
): Extract<ApartLine, { of: 'cancelled' }> | null => {
  const { cancelled } = one;
  if (cancelled === undefined || context.policies.prepaidCancel === 'none') return null;
  if (!isDue(facts, context, account, cancelled.on, cancelledBilledIn(one) ?? context.number)) return null;
  const left = serial(one.to) - serial(cancelled.on);
  const days = serial(one.to) - serial(one.from);
  if (left <= 0) return null;
  const volume = decimalText(calculateSafe(periodLeft, { q: 1, d: left, Dп: days }), VOLUME_SCALE);
  const line: Line = {
    ...prepaidLine(context, one),
    kind: 'reduction',
    volume,
    amount: asKopecks(0 - money(CHARGE_FORMULAS.period, one.price, volume)),
    cause: one.id,
  };
  return { of: 'cancelled', line, prepaid: one, left, days };
};

/** Price × volume in kopecks; `NaN` when it is no safe whole number. */
const money = (of: typeof CHARGE_FORMULAS.piece | typeof CHARGE_FORMULAS.period, price: string, volume: string): number =>
  calculateSafe(of as typeof CHARGE_FORMULAS.piece, { T: scaledSafe(price, 6), V: scaledSafe(volume, VOLUME_SCALE) });
