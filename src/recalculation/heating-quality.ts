import { heatingBookOf } from '../charges/heating-book';
import { accountRows } from '../charges/holders';
import type { HouseCharges } from '../charges/house-month';
import { withVat } from '../charges/line-vat';
import { pricedMonth } from '../charges/priced-month';
import type { PricedMonth } from '../charges/prices';
import { HouseQuality } from '../charges/quality-found';
import { type QualityLine, qualityLines } from '../charges/quality-lines';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { differenceOf } from './difference';
import { type HeatingCharges, heatingChargesOf } from './heating-charges';
import { isHeatingCharge } from './heating-correction';
import { causesOf, type Touched } from './touched';

/** What bad quality took off the heating of an earlier month, for an account. */
export interface HeatingQualityChange {
  readonly account: string;
  readonly premises: number;
  readonly line: Line;
  /** What should have been taken off, with the law of the month, and what was, in kopecks. */
  readonly now: readonly QualityLine[];
  readonly context: PricedMonth;
  readonly was: number;
}

/** What breaks and bad quality take off the heating of a month, by row. */
export const heatingQuality = (
  facts: HouseFacts,
  charges: HouseCharges,
  heating: HeatingCharges | null,
): Result<ReadonlyMap<number, readonly QualityLine[]>, readonly BillingProblem[]> => {
  const { context } = charges;
  const quality = new HouseQuality(facts, context);
  const found = new Map<number, readonly QualityLine[]>();
  if (heating === null || !quality.some) return ok(found);
  for (const row of charges.rows) {
    const own = heating.lines.get(row.account.number)?.lines ?? [];
    const lines = own.length === 0 ? [] : reduced(facts, context.month, qualityLines(facts, context, quality, row, own));
    if (lines.length > 0) found.set(row.row, lines);
  }
  return context.problems.length > 0 ? err(context.problems) : ok(found);
};

/** What even payment charges is no volume of the month: a break takes only its part of the charge off it. */
const reduced = (facts: HouseFacts, month: Month, lines: readonly QualityLine[]): readonly QualityLine[] =>
  heatingBookOf(facts)?.mode(month) === 'uniform' ? lines.filter(({ rule }) => rule !== 'undelivered') : lines;

/** Lines of reductions with VAT on top behind each. */
export const linesOfQuality = (found: readonly QualityLine[]): readonly Line[] => found.flatMap(({ line }) => withVat([line]));

/**
 * Reductions of heating of earlier months that facts of this month change: what should have been taken off their charges, less what was. The charges
 * themselves stay, but for months that are divided anew: there the reduction is of what they cost now.
 */
export const heatingQualityChanges = (
  facts: HouseFacts,
  charges: HouseCharges,
  charged: ChargedLines | undefined,
  touched: readonly Touched[],
): Result<readonly HeatingQualityChange[], readonly BillingProblem[]> => {
  const divided = causesOf(touched, 'heating');
  const through = charges.context.number;
  const { billedSince } = facts.house;
  const since = billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(billedSince);
  const out: HeatingQualityChange[] = [];
  for (const [number, causes] of monthsOf(facts, charges, divided)) {
    if (number < since) continue;
    const month = monthFromNumber(number);
    const billed = divided.has(number) ? undefined : charged;
    const [should, before] = [known(facts, month, through, billed), known(facts, month, through - 1, charged)];
    if (!should.ok) return should;
    if (!before.ok) return before;
    for (const [account, now] of should.value.rows) {
      const cause = causes.get(now.premises);
      if (cause === undefined) continue;
      const was = charged?.(account, month)?.filter(({ service, basis }) => service === 'heating' && basis === 'quality');
      if (charged !== undefined && was === undefined) continue;
      const earlier = was ?? linesOfQuality(before.value.rows.get(account)?.found ?? []);
      const { premises, found } = now;
      for (const line of differenceOf(linesOfQuality(found), earlier, cause)) {
        const sum = earlier.filter((one) => one.provider === line.provider).reduce((all, { amount }) => all + amount, 0);
        out.push({ account, premises, line, now: found, context: should.value.context, was: sum });
      }
    }
  }
  return ok(out);
};

/** Earlier months whose heating facts of this month change, with the fact by premises. */
const monthsOf = (
  facts: HouseFacts,
  { findings }: HouseCharges,
  divided: ReadonlyMap<number, string>,
): readonly (readonly [number, ReadonlyMap<number, string>])[] => {
  const heats = new Set<string>();
  for (const { id, service } of facts.incidents) if (service === 'heating') heats.add(id);
  for (const { was } of facts.mended) if (was.kind === 'incident' && was.service === 'heating') heats.add(was.id);
  const months = new Map<number, Map<number, string>>();
  for (const { premises, months: of, cause } of findings) {
    if (!heats.has(cause)) continue;
    for (const month of of) {
      const causes = months.get(month) ?? new Map<number, string>();
      if (!causes.has(premises)) causes.set(premises, cause);
      months.set(month, causes);
    }
  }
  if (heats.size > 0)
    for (const [month, cause] of divided) {
      const causes = months.get(month) ?? new Map<number, string>();
      for (const index of facts.premises.keys()) if (!causes.has(index)) causes.set(index, cause);
      months.set(month, causes);
    }
  return [...months].sort((a, b) => a[0] - b[0]);
};

interface Known {
  readonly context: PricedMonth;
  readonly rows: ReadonlyMap<string, { readonly premises: number; readonly found: readonly QualityLine[] }>;
}

/** Reductions of a month by account as known through another, of the charges that were billed. */
const known = (
  facts: HouseFacts,
  month: Month,
  through: number,
  charged: ChargedLines | undefined,
): Result<Known, readonly BillingProblem[]> => {
  const heating = heatingChargesOf(facts, month, 'charged');
  if (!heating.ok) return heating;
  const priced = pricedMonth(facts, month, through);
  if (!priced.ok) return priced;
  const quality = new HouseQuality(facts, priced.value);
  const rows = new Map<string, { readonly premises: number; readonly found: readonly QualityLine[] }>();
  for (const row of accountRows(facts, priced.value.from, priced.value.to)) {
    const account = row.account.number;
    const billed = charged?.(account, month)?.filter((line) => isHeatingCharge(line) && line.kind !== 'adjustment');
    const own = billed ?? heating.value?.lines.get(account)?.lines ?? [];
    const found = own.length === 0 ? [] : reduced(facts, month, qualityLines(facts, priced.value, quality, row, own));
    rows.set(account, { premises: row.premisesIndex, found });
  }
  return priced.value.problems.length > 0 ? err(priced.value.problems) : ok({ context: priced.value, rows });
};
