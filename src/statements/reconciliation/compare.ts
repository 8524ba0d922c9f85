import { type Month, monthOf, monthsFrom } from '../../kernel/calendar';
import { type Kopecks, kopecksFromText, lessMoney, NO_MONEY, negated, roublesText, sumMoney } from '../../kernel/money';
import { must } from '../../kernel/result';
import type { CounterpartyRecords } from '../../model/counterparty-records';
import { type Difference, type DifferenceContext, differencesOfMatch, loneDifferences } from './differences';
import { MATCHING_LIMITS, type Match, type MatchingLimits, matchRows } from './matching';
import { byRow, rowsOfOperations, type StatementRow } from './rows';
import { type ReconciliationStatement, type StatementTurnover, turnoverOfRows } from './statement';

/** A month of both sides. */
export interface ComparedMonth {
  readonly month: Month;
  readonly ours: Kopecks;
  readonly theirs: Kopecks;
}

/** A statement beside the records of the other side. */
export interface ComparedStatement {
  readonly side: string | null;
  /** Movement by the records of the other side. */
  readonly theirs: StatementTurnover;
  /** Their rows that count: of the account and the months of the statement. */
  readonly rows: readonly StatementRow[];
  readonly matches: readonly Match[];
  /** In order of months: what is off first, stands first. */
  readonly differences: readonly Difference[];
  /** Closing saldi of the months that either side moved in. */
  readonly months: readonly ComparedMonth[];
  /** Their closing saldo less ours: the sum of the effects of the differences. */
  readonly difference: Kopecks;
  readonly firstDivergence: Difference | null;
}

/** What a comparison may know beside both sides. */
export interface CompareOptions {
  /** Our rows outside the period, and those of other accounts the operation may stand on. */
  readonly elsewhere?: readonly StatementRow[] | undefined;
  /** How far rows may be from one another; {@link MATCHING_LIMITS} by default. */
  readonly limits?: Partial<MatchingLimits> | undefined;
  /** Months of debt whose limitation has ended by the last day of the statement. */
  readonly barred?: { readonly months: ReadonlySet<Month>; readonly opening: Kopecks } | undefined;
}

/**
 * Compare a statement with what the other side has. The effects of the differences sum to the difference of the closing saldi, to the
 * kopeck; the order of their operations does not matter. An opening saldo that they do not tell is taken to be ours.
 */
export const compareStatement = (
  statement: ReconciliationStatement,
  records: CounterpartyRecords,
  { elsewhere = [], limits: given = {}, barred }: CompareOptions = {},
): ComparedStatement => {
  const { period, through, card, turnover, rows } = statement;
  const limits = { ...MATCHING_LIMITS, ...given };
  const numbers = new Set([card.account, ...card.aliases]);
  const own = (row: StatementRow): boolean => numbers.has(row.account) && row.month >= period.from && row.month <= period.to;
  const all = rowsOfOperations(records.operations, card.account);
  const theirs = all.filter(own);
  const context: DifferenceContext = {
    limits,
    through,
    elsewhere,
    theirsElsewhere: all.filter((row) => !own(row)),
    account: card.account,
    isBarred: ({ periods }) => periods.some((month) => barred?.months.has(month) === true),
  };
  const matched = matchRows(rows, theirs, limits);
  const opening = records.opening === undefined ? turnover.opening : must(kopecksFromText(records.opening));
  const moved = turnoverOfRows(opening, theirs);
  const closing = records.closing === undefined ? moved.closing : must(kopecksFromText(records.closing));
  const differences = [
    ...openingDifference(opening, turnover.opening, period.from, barred?.opening ?? NO_MONEY),
    ...inOrder([
      ...matched.matches.flatMap((match) => differencesOfMatch(match, context)),
      ...loneDifferences('ours', matched.ours, matched.matches, context),
      ...loneDifferences('theirs', [...matched.theirs].sort(byRow), matched.matches, context),
    ]),
    ...(closing === moved.closing ? [] : [plain('theirSum', period.to, lessMoney(closing, moved.closing))]),
  ];
  return {
    side: records.side ?? null,
    theirs: { ...moved, closing },
    rows: theirs,
    matches: matched.matches,
    differences,
    months: comparedMonths(statement, opening, theirs),
    difference: lessMoney(closing, turnover.closing),
    firstDivergence: differences[0] ?? null,
  };
};

const plain = (of: Difference['class'], month: Month, effect: Kopecks): Difference => ({
  class: of,
  month,
  ours: [],
  theirs: [],
  effect,
  note: null,
});

const openingDifference = (theirs: Kopecks, ours: Kopecks, month: Month, barred: Kopecks): readonly Difference[] => {
  const effect = lessMoney(theirs, ours);
  if (effect === NO_MONEY) return [];
  return [plain(barred > NO_MONEY && effect === -barred ? 'timeBarred' : 'openingBalance', month, effect)];
};

/** By month, then by the first row of either side. */
const inOrder = (differences: readonly Difference[]): readonly Difference[] =>
  [...differences].sort((a, b) => {
    if (a.month !== b.month) return a.month < b.month ? -1 : 1;
    const [one, other] = [a.ours[0] ?? a.theirs[0], b.ours[0] ?? b.theirs[0]];
    return one === undefined || other === undefined ? 0 : byRow(one, other) || a.class.localeCompare(b.class, 'en');
  });

const comparedMonths = (
  { months, period, turnover }: ReconciliationStatement,
  opening: Kopecks,
  theirs: readonly StatementRow[],
): readonly ComparedMonth[] => {
  let their = opening;
  let our = turnover.opening;
  const told: ComparedMonth[] = [];
  for (const month of monthsFrom(period.from, period.to)) {
    const own = theirs.filter((row) => row.month === month);
    their = sumMoney([their, ...own.map(({ amount }) => amount)]);
    const part = months.find((one) => one.month === month);
    if (part !== undefined) our = part.closing;
    told.push({ month, ours: our, theirs: their });
  }
  return told;
};

/** Our statement as the other side would tell it: what it is sent to fill in, and what has no differences. */
export const counterpartyForm = ({ turnover, rows, card }: ReconciliationStatement): CounterpartyRecords => ({
  ...(card.payer === null ? {} : { side: card.payer }),
  opening: roublesText(turnover.opening),
  closing: roublesText(turnover.closing),
  operations: rows.map((row) => ({
    type: row.kind,
    date: row.day,
    ...(row.receivedOn === null ? {} : { receivedOn: row.receivedOn }),
    ...(monthOf(row.receivedOn ?? row.day) === row.month ? {} : { booked: row.month }),
    ...(row.periods.length === 1 ? { period: row.periods[0] as Month } : {}),
    ...(row.service === null ? {} : { service: row.service }),
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.document === null ? {} : { document: row.document }),
    amount: roublesText(row.kind === 'payment' ? negated(row.amount) : row.amount),
  })),
  readings: [],
});
