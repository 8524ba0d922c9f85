import type { Month } from '../kernel/calendar';
import { asKopecks, type Kopecks, kopecksFromText, lessMoney, sumMoney } from '../kernel/money';
import { must } from '../kernel/result';
import { byText } from '../kernel/text-order';
import type { Bill } from '../model/bill';
import type { OldBillRow } from '../model/old-bill';
import type { ServiceCode } from '../model/services';
import { type BillDifferenceCause, type Billed, causeOf, ourSide, theirSide } from './parallel-cause';

/** What an account was charged for a service, by both systems. */
export interface BillDifference {
  readonly account: string;
  readonly service: ServiceCode;
  readonly provider: string;
  readonly part?: 'common';
  readonly cause: BillDifferenceCause;
  readonly theirs: Billed | null;
  readonly ours: Billed | null;
  /** Above zero: ours is more. */
  readonly difference: Kopecks;
}

/** Differences of one cause. */
export interface CauseTotal {
  readonly cause: BillDifferenceCause;
  readonly count: number;
  readonly theirs: Kopecks;
  readonly ours: Kopecks;
  readonly difference: Kopecks;
}

/** A month billed by two systems, set side by side. */
export interface ParallelRun {
  readonly month: Month;
  /** Sums that are the same to the kopeck. */
  readonly same: number;
  readonly theirs: Kopecks;
  readonly ours: Kopecks;
  readonly difference: Kopecks;
  /** The cause that moves most money first, whatever its sign: sums of the absolute differences decide. */
  readonly causes: readonly CauseTotal[];
  /** By cause in the same order, the largest first. */
  readonly differences: readonly BillDifference[];
}

/** How accounts of the other system are ours. */
export interface ParallelOptions {
  /** Our number of an account of theirs; the same number without it. */
  readonly accountOf?: (theirs: string) => string;
}

/**
 * A parallel run («параллельный расчёт»): the bills of a month by the old system and by ours, each difference with its cause. Rows of another
 * month are passed over; rows of one account, service and provider are summed. A cause is told only when it explains the sum to two kopecks:
 * otherwise it is `other`.
 *
 * @example parallelRun(theirs, bills, '2026-10' as Month).causes //=> [{ cause: 'tariff', count: 12, difference: 34_56, … }]
 */
export const parallelRun = (
  theirs: readonly OldBillRow[],
  ours: readonly Bill[],
  month: Month,
  { accountOf = (number) => number }: ParallelOptions = {},
): ParallelRun => {
  const rows = theirs.filter((row) => row.month === month);
  const apart = rows.some(({ part }) => part !== undefined);
  const sides = new Map<string, Sides>();
  const sidesOf = (account: string, service: ServiceCode, provider: string, part: 'common' | undefined): Sides => {
    const key = JSON.stringify([account, service, provider, part ?? '']);
    const known = sides.get(key);
    if (known !== undefined) return known;
    const made: Sides = { account, service, provider, ...(part === undefined ? {} : { part }), rows: [], lines: [] };
    sides.set(key, made);
    return made;
  };
  for (const row of rows) sidesOf(accountOf(row.account), row.service, row.provider, row.part).rows.push(row);
  for (const bill of ours) {
    if (bill.month !== month) continue;
    for (const line of bill.lines) sidesOf(bill.account, line.service, line.provider, apart ? line.part : undefined).lines.push(line);
  }
  const differences: BillDifference[] = [];
  let same = 0;
  for (const { rows: own, lines, ...named } of sides.values()) {
    const [left, right] = [theirSide(own), ourSide(lines)];
    const difference = lessMoney(right?.amount ?? asKopecks(0), left?.amount ?? asKopecks(0));
    if (left !== null && right !== null && difference === 0) same += 1;
    else if (difference !== 0) differences.push({ ...named, cause: causeOf(left, right, lines), theirs: left, ours: right, difference });
  }
  const causes = causesOf(differences);
  const order = new Map(causes.map(({ cause }, index) => [cause, index]));
  differences.sort(
    (a, b) =>
      (order.get(a.cause) ?? 0) - (order.get(b.cause) ?? 0) ||
      Math.abs(b.difference) - Math.abs(a.difference) ||
      byText(a.account, b.account) ||
      byText(a.service, b.service) ||
      byText(a.provider, b.provider) ||
      byText(a.part ?? '', b.part ?? ''),
  );
  const sums = {
    theirs: sumMoney(rows.map(({ amount }) => must(kopecksFromText(amount)))),
    ours: sumMoney(ours.flatMap((bill) => (bill.month === month ? bill.lines.map(({ amount }) => amount) : []))),
  };
  return { month, same, ...sums, difference: lessMoney(sums.ours, sums.theirs), causes, differences };
};

interface Sides {
  readonly account: string;
  readonly service: ServiceCode;
  readonly provider: string;
  readonly part?: 'common';
  readonly rows: OldBillRow[];
  readonly lines: Bill['lines'][number][];
}

const causesOf = (differences: readonly BillDifference[]): readonly CauseTotal[] => {
  const groups = new Map<BillDifferenceCause, BillDifference[]>();
  for (const one of differences) groups.set(one.cause, [...(groups.get(one.cause) ?? []), one]);
  const weight = (own: readonly BillDifference[]): number => sumMoney(own.map(({ difference }) => asKopecks(Math.abs(difference))));
  return [...groups]
    .sort(([a, left], [b, right]) => weight(right) - weight(left) || byText(a, b))
    .map(([cause, own]) => ({
      cause,
      count: own.length,
      theirs: sumMoney(own.flatMap(({ theirs }) => (theirs === null ? [] : [theirs.amount]))),
      ours: sumMoney(own.flatMap(({ ours }) => (ours === null ? [] : [ours.amount]))),
      difference: sumMoney(own.map(({ difference }) => difference)),
    }));
};
