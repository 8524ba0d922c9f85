import { hasBenefits } from '../charges/benefits-known';
import { chargeHouse } from '../charges/charge-house';
import type { AccountRow } from '../charges/holders';
import type { HouseCharges } from '../charges/house-month';
import type { Finding } from '../consumption/month-context';
import type { BillingProblem } from '../consumption/problems';
import { type Month, monthFromNumber, monthNumber, monthsThrough } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { difference } from './difference';
import { discountsOn, isClosedHeating } from './discounts';
import { heatingChargesOf } from './heating-charges';
import type { PostedLine } from './house-bills';
import type { Touched } from './touched';

/** What is charged anew in an earlier month: premises by index, and accounts that the house no longer knows, each with the fact that causes it. */
interface MonthToReplay {
  readonly causes: Map<number, string>;
  /** Heating of the house is divided anew. */
  heated: boolean;
  readonly gone: Map<string, { readonly premises: string; readonly cause: string }>;
}

/**
 * Charge earlier months anew with what is known now and take off what was charged («перерасчёт»): the months that facts of this month change by rules
 * of their own, and those that facts written late may touch. Common needs and heating are divided by the house, elsewhere.
 *
 * @param through the month (counted) that posts: what closes months up to it is known
 * @param findings what facts of that month change by rules of their own
 */
export const replayMonths = (
  facts: HouseFacts,
  through: number,
  findings: readonly Finding[],
  touched: readonly Touched[],
  charged: ChargedLines | undefined,
): Result<readonly PostedLine[], readonly BillingProblem[]> => {
  if (findings.length + touched.length === 0) return ok([]);
  return new Replay(facts, through, charged).of(monthsToReplay(facts, findings, touched));
};

class Replay {
  private readonly posted: PostedLine[] = [];

  constructor(
    private readonly facts: HouseFacts,
    private readonly through: number,
    private readonly charged: ChargedLines | undefined,
  ) {}

  of(months: readonly (readonly [number, MonthToReplay])[]): Result<readonly PostedLine[], readonly BillingProblem[]> {
    const { billedSince } = this.facts.house;
    const since = billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(billedSince);
    for (const [number, month] of months) {
      if (number < since) continue;
      const done = this.month(number, month);
      if (!done.ok) return done;
    }
    return ok(this.posted);
  }

  private month(number: number, { causes, gone, heated }: MonthToReplay): Result<null, readonly BillingProblem[]> {
    const { facts, through, charged } = this;
    const month = monthFromNumber(number);
    const only = new Set(causes.keys());
    if (charged !== undefined && !this.isCharged(month, only, gone.keys())) return ok(null);
    const should = chargeHouse(facts, month, { through, only });
    if (!should.ok) return err(should.error);
    const before = charged === undefined ? chargeHouse(facts, month, { through: through - 1, only }) : null;
    if (before !== null && !before.ok) return err(before.error);
    const seen = new Set<string>();
    for (const row of should.value.rows) {
      const account = row.account.number;
      seen.add(account);
      const was = charged === undefined ? (before?.value.linesOf(row.row) ?? []) : charged(account, month);
      const cause = causes.get(row.premisesIndex);
      if (was === undefined || cause === undefined) continue;
      const heating = this.heatingOf(month, account, charged === undefined || heated ? null : was);
      const now = this.discounted(should.value, row, should.value.linesOf(row.row), heating);
      const then = before === null ? was : this.discounted(before.value, row, was, heating);
      this.post(account, row.premises.premises.id, difference(now, then, cause));
    }
    if (should.value.context.problems.length > 0) return err(should.value.context.problems);
    if (charged === undefined) return ok(null);
    for (const [index, cause] of causes) {
      const { accounts, premises } = facts.premises[index] as PremisesFacts;
      for (const { number: account } of accounts)
        if (!seen.has(account)) this.post(account, premises.id, difference([], charged(account, month) ?? [], cause));
    }
    for (const [account, { premises, cause }] of gone) this.post(account, premises, difference([], charged(account, month) ?? [], cause));
    return ok(null);
  }

  /** Was any of the accounts charged for the month here? A month that was not is never looked at, so that it need not be chargeable. */
  private isCharged(month: Month, premises: Iterable<number>, gone: Iterable<string>): boolean {
    const accounts = [...premises].flatMap((index) => (this.facts.premises[index] as PremisesFacts).accounts.map(({ number }) => number));
    return [...accounts, ...gone].filter((account) => this.charged?.(account, month) !== undefined).length > 0;
  }

  /** Lines with what benefits take off them: a discount is what they take off the month as it should have been. */
  private discounted({ context }: HouseCharges, row: AccountRow, lines: readonly Line[], heating: readonly Line[]): readonly Line[] {
    return hasBenefits(this.facts) ? [...lines, ...discountsOn(this.facts, context, row, [...lines, ...heating])] : lines;
  }

  /**
   * Heating that a discount looks at: as it was charged, or as the house divides it now.
   *
   * @param was what was charged; `null` where it is divided anew, or not known
   */
  private heatingOf(month: Month, account: string, was: readonly Line[] | null): readonly Line[] {
    if (this.facts.heating === null || !hasBenefits(this.facts)) return [];
    if (was !== null) return was.filter(isClosedHeating);
    const now = heatingChargesOf(this.facts, month, 'charged');
    return now.ok ? (now.value?.lines.get(account)?.lines ?? []) : [];
  }

  private post(account: string, premises: string, lines: readonly Line[]): void {
    for (const line of lines) this.posted.push({ account, premises, line });
  }
}

/** Earlier months in order. Of several facts that change one premises in one month the first is named. */
const monthsToReplay = (
  facts: HouseFacts,
  findings: readonly Finding[],
  touched: readonly Touched[],
): readonly (readonly [number, MonthToReplay])[] => {
  const months = new Map<number, MonthToReplay>();
  const at = (month: number): MonthToReplay => {
    const known = months.get(month) ?? { causes: new Map<number, string>(), gone: new Map(), heated: false };
    months.set(month, known);
    return known;
  };
  const touch = (month: number, premises: number, cause: string): void => {
    const { causes } = at(month);
    if (!causes.has(premises)) causes.set(premises, cause);
  };
  for (const { premises, months: of, cause } of findings) for (const month of of) touch(month, premises, cause);
  const discounts = hasBenefits(facts);
  for (const { first, last, premises, cause, gone, heating } of touched)
    for (const month of monthsThrough(first, last)) {
      const all = premises === null || (heating && discounts);
      for (const index of all ? facts.premises.keys() : premises) touch(month, index, cause);
      if (heating) at(month).heated = true;
      if (gone !== null && !at(month).gone.has(gone.account)) at(month).gone.set(gone.account, { premises: gone.premises, cause });
    }
  return [...months].sort((a, b) => a[0] - b[0]);
};
