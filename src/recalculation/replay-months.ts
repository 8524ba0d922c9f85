import { chargeHouse } from '../charges/charge-house';
import type { Finding } from '../consumption/month-context';
import type { BillingProblem } from '../consumption/problems';
import { monthFromNumber, monthNumber, monthsThrough } from '../kernel/calendar';
import { err, ok, type Result } from '../kernel/result';
import type { Line } from '../model/bill';
import type { HouseFacts, PremisesFacts } from '../model/facts';
import type { ChargedLines } from './bill-house';
import { difference } from './difference';
import type { Touched } from './touched';

/** Differences for earlier months by account, and the premises of those accounts. */
export interface Replayed {
  readonly adjustments: ReadonlyMap<string, readonly Line[]>;
  readonly premises: ReadonlyMap<string, string>;
}

/** What is charged anew in an earlier month: premises by index, and accounts that the house no longer knows, each with the fact that causes it. */
interface MonthToReplay {
  readonly causes: Map<number, string>;
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
): Result<Replayed, readonly BillingProblem[]> => {
  if (findings.length + touched.length === 0) return ok(NOTHING);
  return new Replay(facts, through, charged).of(monthsToReplay(facts, findings, touched));
};

const NOTHING: Replayed = { adjustments: new Map(), premises: new Map() };

class Replay {
  private readonly adjustments = new Map<string, Line[]>();
  private readonly premises = new Map<string, string>();

  constructor(
    private readonly facts: HouseFacts,
    private readonly through: number,
    private readonly charged: ChargedLines | undefined,
  ) {}

  of(months: readonly (readonly [number, MonthToReplay])[]): Result<Replayed, readonly BillingProblem[]> {
    const { billedSince } = this.facts.house;
    const since = billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(billedSince);
    for (const [number, month] of months) {
      if (number < since) continue;
      const done = this.month(number, month);
      if (!done.ok) return done;
    }
    return ok({ adjustments: this.adjustments, premises: this.premises });
  }

  private month(number: number, { causes, gone }: MonthToReplay): Result<null, readonly BillingProblem[]> {
    const { facts, through, charged } = this;
    const month = monthFromNumber(number);
    const only = new Set(causes.keys());
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
      if (was !== undefined && cause !== undefined)
        this.post(account, row.premises.premises.id, difference(should.value.linesOf(row.row), was, cause));
    }
    if (charged === undefined) return ok(null);
    for (const [index, cause] of causes) {
      const { accounts, premises } = facts.premises[index] as PremisesFacts;
      for (const { number: account } of accounts)
        if (!seen.has(account)) this.post(account, premises.id, difference([], charged(account, month) ?? [], cause));
    }
    for (const [account, { premises, cause }] of gone) this.post(account, premises, difference([], charged(account, month) ?? [], cause));
    return ok(null);
  }

  private post(account: string, premises: string, lines: readonly Line[]): void {
    if (lines.length === 0) return;
    const known = this.adjustments.get(account);
    if (known === undefined) this.adjustments.set(account, [...lines]);
    else known.push(...lines);
    this.premises.set(account, premises);
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
    const known = months.get(month) ?? { causes: new Map<number, string>(), gone: new Map() };
    months.set(month, known);
    return known;
  };
  const touch = (month: number, premises: number, cause: string): void => {
    const { causes } = at(month);
    if (!causes.has(premises)) causes.set(premises, cause);
  };
  for (const { premises, months: of, cause } of findings) for (const month of of) touch(month, premises, cause);
  for (const { first, last, premises, cause, gone } of touched)
    for (const month of monthsThrough(first, last)) {
      for (const index of premises ?? facts.premises.keys()) touch(month, index, cause);
      if (gone !== null && !at(month).gone.has(gone.account)) at(month).gone.set(gone.account, { premises: gone.premises, cause });
    }
  return [...months].sort((a, b) => a[0] - b[0]);
};
