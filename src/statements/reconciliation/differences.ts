import { type Day, type Month, monthOf } from '../../kernel/calendar';
import { type Kopecks, lessMoney, NO_MONEY, sumMoney } from '../../kernel/money';
import { daysApart, type Match, type MatchingLimits } from './matching';
import type { StatementRow } from './rows';

/** Why both sides differ. */
export const DIFFERENCE_CLASSES = [
  'openingBalance',
  'missingOurs',
  'missingTheirs',
  'doubledOurs',
  'doubledTheirs',
  'amount',
  'date',
  'period',
  'account',
  'inTransit',
  'rounding',
  'penaltyMethod',
  'disputed',
  'timeBarred',
  'theirSum',
] as const;

/** Why both sides differ: a closed set. */
export type DifferenceClass = (typeof DIFFERENCE_CLASSES)[number];

/** One difference («расхождение») with the rows of both sides. */
export interface Difference {
  readonly class: DifferenceClass;
  /** Month of the statement in which it shows. */
  readonly month: Month;
  readonly ours: readonly StatementRow[];
  readonly theirs: readonly StatementRow[];
  /** Their saldo less ours by it; nothing where only a day or a month differs. */
  readonly effect: Kopecks;
  /** The other account, the objection. */
  readonly note: string | null;
}

/** What a comparison knows beside the rows of the period. */
export interface DifferenceContext {
  readonly limits: MatchingLimits;
  /** The last day of the statement. */
  readonly through: Day;
  /** Rows of ours outside the months of the statement, and on other accounts. */
  readonly elsewhere: readonly StatementRow[];
  /** Rows of theirs outside the months of the statement, and on other accounts. */
  readonly theirsElsewhere: readonly StatementRow[];
  readonly account: string;
  /** Is the debt of this row barred by limitation at the last day? */
  readonly isBarred: (row: StatementRow) => boolean;
}

const sumOf = (rows: readonly StatementRow[]): Kopecks => sumMoney(rows.map(({ amount }) => amount));

/** The differences of rows that are one thing. */
export const differencesOfMatch = ({ ours, theirs }: Match, { limits }: DifferenceContext): readonly Difference[] => {
  const month = (ours[0] ?? theirs[0])?.month as Month;
  const effect = lessMoney(sumOf(theirs), sumOf(ours));
  const found = (of: DifferenceClass, by: Kopecks, note: string | null = null): Difference => ({
    class: of,
    month,
    ours,
    theirs,
    effect: by,
    note,
  });
  const objection = theirs.find(({ disputed }) => disputed !== null)?.disputed ?? null;
  const sums =
    objection !== null
      ? [found('disputed', effect, objection)]
      : effect === NO_MONEY
        ? []
        : [found(amountClass(ours, theirs, effect, limits), effect)];
  return [
    ...sums,
    ...(isOtherDay(ours, theirs, limits) ? [found('date', NO_MONEY)] : []),
    ...(isOtherPeriod(ours, theirs) ? [found('period', NO_MONEY)] : []),
  ];
};

const amountClass = (
  ours: readonly StatementRow[],
  theirs: readonly StatementRow[],
  effect: Kopecks,
  { roundingMost }: MatchingLimits,
): DifferenceClass => {
  const kinds = new Set(ours.map(({ kind }) => kind));
  const rounds = !kinds.has('payment') && !kinds.has('transfer') && !kinds.has('succession') && !kinds.has('brought');
  if (rounds && Math.abs(effect) <= roundingMost * Math.max(ours.length, theirs.length)) return 'rounding';
  return kinds.has('penalty') ? 'penaltyMethod' : 'amount';
};

const isOtherDay = (
  [a, ...more]: readonly StatementRow[],
  [b, ...others]: readonly StatementRow[],
  { sameWithinDays }: MatchingLimits,
): boolean =>
  a !== undefined && b !== undefined && a.kind === 'payment' && more.length + others.length === 0 && daysApart(a, b) > sameWithinDays;

const isOtherPeriod = (ours: readonly StatementRow[], theirs: readonly StatementRow[]): boolean => {
  const [a, b] = [ours, theirs].map((rows) => new Set(rows.flatMap(({ periods }) => periods))) as [Set<Month>, Set<Month>];
  return a.size > 0 && b.size > 0 && ![...b].every((month) => a.has(month));
};

/** What two rows have in common when one may be the other, told twice. */
const twinKey = ({ kind, day, periods, service, amount }: StatementRow): string =>
  [kind, day, kind === 'payment' ? '' : periods.join(), service, amount].join('|');

/** Rows of either side that stand alone, each with its cause. */
export const loneDifferences = (
  side: 'ours' | 'theirs',
  lone: readonly StatementRow[],
  matches: readonly Match[],
  context: DifferenceContext,
): readonly Difference[] => {
  const twins = new Set(matches.flatMap((match) => match[side].map(twinKey)));
  const pool = [...(side === 'theirs' ? context.elsewhere : context.theirsElsewhere)];
  return lone.map((row): Difference => {
    const rows = side === 'ours' ? { ours: [row], theirs: [] } : { ours: [], theirs: [row] };
    const effect = side === 'ours' ? lessMoney(NO_MONEY, row.amount) : row.amount;
    const base = { month: row.month, effect, note: row.disputed };
    if (twins.has(twinKey(row))) return { ...base, ...rows, class: side === 'ours' ? 'doubledOurs' : 'doubledTheirs' };
    twins.add(twinKey(row));
    const there = elsewhere(row, pool, context);
    if (there === null) return { ...base, ...rows, class: loneClass(side, row, context) };
    pool.splice(pool.indexOf(there), 1);
    const both = side === 'ours' ? { ours: [row], theirs: [there] } : { ours: [there], theirs: [row] };
    const other = there.account !== row.account;
    return {
      ...base,
      ...both,
      class: other ? 'account' : isTransit(row, there, context) ? 'inTransit' : 'period',
      note: other ? there.account : null,
    };
  });
};

const loneClass = (side: 'ours' | 'theirs', row: StatementRow, { isBarred, through }: DifferenceContext): DifferenceClass => {
  if (row.disputed !== null) return 'disputed';
  if (row.receivedOn !== null && row.day <= through && row.receivedOn > through) return 'inTransit';
  if (side === 'ours' && row.amount > 0 && isBarred(row)) return 'timeBarred';
  return side === 'ours' ? 'missingTheirs' : 'missingOurs';
};

/** The same operation in another month or on another account: one of the same document, or else the nearest of the same amount. */
const elsewhere = (row: StatementRow, pool: readonly StatementRow[], { limits }: DifferenceContext): StatementRow | null => {
  const near = pool
    .filter((other) => other.kind === row.kind && other.amount === row.amount)
    .map((other) => ({ other, same: row.document !== null && other.document === row.document, apart: daysApart(row, other) }))
    .filter(({ same, apart }) => same || apart <= limits.nearDays)
    .sort((a, b) => Number(b.same) - Number(a.same) || a.apart - b.apart);
  return near[0]?.other ?? null;
};

/** Paid within the statement and received after it, by one side or both. */
const isTransit = (a: StatementRow, b: StatementRow, { through }: DifferenceContext): boolean =>
  a.kind === 'payment' &&
  monthOf(a.day) === monthOf(b.day) &&
  [a, b].some(({ receivedOn, day, month }) => (receivedOn !== null && receivedOn > through && day <= through) || month !== monthOf(day));
