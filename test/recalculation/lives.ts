import { chargeHouse } from '../../src/charges/charge-house';
import { type Month, monthNumber } from '../../src/kernel/calendar';
import type { Result } from '../../src/kernel/result';
import { assembleHouse } from '../../src/model/assemble';
import type { Bill, Line } from '../../src/model/bill';
import { changesAmong } from '../../src/model/changes';
import type { HouseAct } from '../../src/model/house-act';
import type { FactRecord } from '../../src/model/records';
import { billHouse } from '../../src/recalculation/bill-house';
import { BILLED } from '../charges/random-house';

const wanted = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Kopecks by account, service and month of debt; the recalculation of a year of waste is its own sum. */
class Sums {
  private readonly sums = new Map<string, number>();

  add(account: string, lines: Iterable<Line>): void {
    for (const { service, month, amount, basis } of lines) {
      if (basis === 'wasteYearly') continue;
      const key = `${account} ${service} ${month}`;
      this.sums.set(key, (this.sums.get(key) ?? 0) + amount);
    }
  }

  get shown(): readonly (readonly [string, number])[] {
    return [...this.sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}

/** The bills of all months, each by the facts that had been told by then; `null` when some month cannot be billed by them; the acts of the months go to `acts`. */
export const lived = (
  history: readonly (readonly FactRecord[])[],
  months: readonly Month[] = BILLED,
  acts = new Map<Month, readonly HouseAct[]>(),
): readonly Bill[] | null => {
  const bills: Bill[] = [];
  for (const [index, month] of months.entries()) {
    const known = history.slice(0, index + 1).flat();
    const facts = wanted(assembleHouse(known));
    const changes = index === 0 ? [] : changesAmong(known, new Set((history[index] ?? []).map(({ id }) => id)));
    const charged = (account: string, of: Month): readonly Line[] | undefined =>
      of < (months[0] as Month)
        ? undefined
        : bills.filter((bill) => bill.account === account).flatMap(({ lines }) => lines.filter((line) => line.month === of));
    const billed = billHouse(facts, month, { charged, changes, acts: (of) => acts.get(of) });
    if (!billed.ok) return null;
    bills.push(...billed.value.bills());
    acts.set(month, billed.value.acts);
  }
  return bills;
};

export const sumsOf = (bills: readonly Bill[]): Sums => {
  const sums = new Sums();
  for (const bill of bills) sums.add(bill.account, bill.lines);
  return sums;
};

/** What every month would be charged with all that is known in the end. */
export const known = (records: readonly FactRecord[]): Sums => {
  const facts = wanted(assembleHouse(records));
  const sums = new Sums();
  for (const month of BILLED) {
    const charges = wanted(chargeHouse(facts, month, { through: monthNumber(BILLED[BILLED.length - 1] as Month) }));
    for (const row of charges.rows) sums.add(row.account.number, charges.linesOf(row.row));
  }
  return sums;
};
