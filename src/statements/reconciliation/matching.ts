import { daysBetween, monthsBetween } from '../../kernel/calendar';
import { type Kopecks, sumMoney } from '../../kernel/money';
import type { OperationType } from '../../model/counterparty-records';
import { fittingGroup } from './group-sum';
import type { StatementRow } from './rows';

/** Rows of both sides that are one thing. */
export interface Match {
  readonly ours: readonly StatementRow[];
  readonly theirs: readonly StatementRow[];
  /** Which pass found it. */
  readonly by: 'document' | 'day' | 'amount' | 'group' | 'place';
}

/** How far rows may be from one another and still be one. */
export interface MatchingLimits {
  /** Days by which the day of a payment may differ without being a difference. */
  readonly sameWithinDays: number;
  /** Days within which payments of one amount are one payment on another day. */
  readonly nearDays: number;
  /** Kopecks a row that rounding may make. */
  readonly roundingMost: number;
}

export const MATCHING_LIMITS: MatchingLimits = { sameWithinDays: 0, nearDays: 31, roundingMost: 1 };

/** Both sides row by row: what is one thing, and what stands alone. */
export interface Matched {
  readonly matches: readonly Match[];
  readonly ours: readonly StatementRow[];
  readonly theirs: readonly StatementRow[];
}

/** Charges and their changes may be one row on one side and several on the other. */
const FAMILY: Readonly<Record<OperationType, string>> = {
  charge: 'charge',
  adjustment: 'charge',
  penalty: 'penalty',
  interest: 'interest',
  payment: 'payment',
  transfer: 'transfer',
  succession: 'succession',
  brought: 'brought',
};

/** Operations that are for a month, and told apart by it. */
const isMonthly = ({ kind }: StatementRow): boolean =>
  kind === 'charge' || kind === 'adjustment' || kind === 'penalty' || kind === 'interest';

/** How many days the days of two payments are apart; the nearer of value day and receipt counts. */
export const daysApart = (a: StatementRow, b: StatementRow): number => {
  const days = (row: StatementRow) => (row.receivedOn === null ? [row.day] : [row.day, row.receivedOn]);
  return Math.min(...days(a).flatMap((one) => days(b).map((other) => Math.abs(daysBetween(one, other)))));
};

const agree = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;
const samePlace = (a: StatementRow, b: StatementRow): boolean => agree(a.service, b.service) && agree(a.provider, b.provider);
const samePeriod = (a: StatementRow, b: StatementRow): boolean =>
  a.periods.length === 0 || b.periods.length === 0 || a.periods.some((month) => b.periods.includes(month));

const monthsApart = (a: StatementRow, b: StatementRow): number => {
  const [one, other] = [a.periods[0], b.periods[0]];
  return one === undefined || other === undefined ? 0 : Math.abs(monthsBetween(one, other));
};

/** What a pair of rows is off by; `null` when they are not one. Less is better. */
type Cost = (ours: StatementRow, theirs: StatementRow) => number | null;

/**
 * Match the rows of both sides, best first: by document, by day (or month) and amount, by amount near it, by the sums of groups, and last by
 * day or month alone, which leaves a difference of amounts. Deterministic: the order in which rows were told does not matter.
 *
 * @param ours rows of our side in {@link sortedRows} order; `theirs` likewise
 */
export const matchRows = (ours: readonly StatementRow[], theirs: readonly StatementRow[], limits: MatchingLimits): Matched => {
  const table = new Table(ours, theirs);
  table.pairs(
    'document',
    ({ document, amount }) => (document === null ? null : `${document}|${amount}`),
    (a, b) =>
      FAMILY[a.kind] !== FAMILY[b.kind] ? null : daysApart(a, b) + (samePeriod(a, b) ? 0 : 1) + (agree(a.service, b.service) ? 0 : 1),
  );
  table.groups('document', documentKey, 'any');
  table.groups('document', ({ document, kind }) => (document === null ? null : `${FAMILY[kind]}|${document}`), 'equal');
  table.pairs(
    'day',
    ({ kind, amount }) => `${kind}|${amount}`,
    (a, b) => exact(a, b, limits),
  );
  table.repeats();
  table.pairs(
    'amount',
    ({ kind, amount }) => `${kind}|${amount}`,
    (a, b) => near(a, b, limits),
  );
  table.groups('group', (row) => (isMonthly(row) ? `${FAMILY[row.kind]}|${row.periods.join()}` : `${row.kind}|${row.day}`), 'equal');
  table.sums(
    (a, b) =>
      FAMILY[a.kind] === FAMILY[b.kind] && (isMonthly(a) ? samePeriod(a, b) && samePlace(a, b) : daysApart(a, b) <= limits.nearDays),
  );
  table.groups('place', (row) => (isMonthly(row) ? placeKey(row, true, true) : null), 'any');
  table.groups(
    'place',
    (row) => (isMonthly(row) && row.provider === null ? placeKey(row, true, false) : null),
    'any',
    (row) => placeKey(row, true, false),
  );
  table.groups(
    'place',
    (row) => (isMonthly(row) && row.service === null ? placeKey(row, false, false) : null),
    'any',
    (row) => placeKey(row, false, false),
  );
  table.pairs(
    'place',
    ({ kind, day }) => `${kind}|${day}`,
    (a, b) => (!isMonthly(a) && Math.sign(a.amount) === Math.sign(b.amount) ? Math.abs(a.amount - b.amount) : null),
  );
  return table.result();
};

/** A month, with the service and the creditor where both sides name them. */
const placeKey = ({ kind, periods, service, provider }: StatementRow, byService: boolean, byProvider: boolean): string =>
  [byService ? kind : FAMILY[kind], periods.join(), byService ? service : '', byProvider ? provider : ''].join('|');

/** Rows of one document that are for one thing. */
const documentKey = (row: StatementRow): string | null => {
  const { document, kind, periods, service, provider } = row;
  if (document === null) return null;
  return isMonthly(row) ? `${kind}|${document}|${periods.join()}|${service}|${provider}` : `${kind}|${document}`;
};

const exact = (a: StatementRow, b: StatementRow, { sameWithinDays }: MatchingLimits): number | null => {
  if (!samePlace(a, b)) return null;
  if (isMonthly(a)) return samePeriod(a, b) ? daysApart(a, b) : null;
  const apart = daysApart(a, b);
  return apart <= sameWithinDays ? apart * 2 + (samePeriod(a, b) ? 0 : 1) : null;
};

const near = (a: StatementRow, b: StatementRow, { nearDays }: MatchingLimits): number | null => {
  if (isMonthly(a)) return a.service !== null && a.service === b.service && agree(a.provider, b.provider) ? monthsApart(a, b) : null;
  const apart = daysApart(a, b);
  return apart <= nearDays ? apart : null;
};

const sumOf = (rows: readonly StatementRow[]): Kopecks => sumMoney(rows.map(({ amount }) => amount));

/** Rows that are still without their other side, while pass after pass takes them away. */
class Table {
  private readonly matches: Match[] = [];
  private readonly aside: StatementRow[] = [];
  private ours: StatementRow[];
  private theirs: StatementRow[];

  constructor(ours: readonly StatementRow[], theirs: readonly StatementRow[]) {
    this.ours = [...ours];
    this.theirs = [...theirs];
  }

  result(): Matched {
    return { matches: this.matches, ours: this.ours, theirs: [...this.aside, ...this.theirs] };
  }

  /** Pair rows of one key, the cheapest pairs first. */
  pairs(by: Match['by'], keyOf: (row: StatementRow) => string | null, cost: Cost): void {
    const theirs = grouped(this.theirs, keyOf);
    for (const [key, ours] of grouped(this.ours, keyOf)) {
      const found = ours.flatMap((a, i) =>
        (theirs.get(key) ?? []).flatMap((b, j) => {
          const price = cost(a, b);
          return price === null ? [] : [{ a, b, price, i, j }];
        }),
      );
      const taken = new Set<StatementRow>();
      for (const { a, b } of found.sort((x, y) => x.price - y.price || x.i - y.i || x.j - y.j)) {
        if (taken.has(a) || taken.has(b)) continue;
        taken.add(a).add(b);
        this.take({ ours: [a], theirs: [b], by });
      }
    }
  }

  /** Take all rows of a key together, where both sides have some: with equal sums, or with any. */
  groups(
    by: Match['by'],
    theirKey: (row: StatementRow) => string | null,
    sums: 'equal' | 'any',
    ourKey: (row: StatementRow) => string | null = theirKey,
  ): void {
    const theirs = grouped(this.theirs, theirKey);
    for (const [key, ours] of grouped(this.ours, ourKey)) {
      const others = theirs.get(key);
      if (others !== undefined && (sums === 'any' || sumOf(ours) === sumOf(others))) this.take({ ours, theirs: others, by });
    }
  }

  /** One row of a side for several of the other. */
  sums(fits: (a: StatementRow, b: StatementRow) => boolean): void {
    for (const one of [...this.theirs]) {
      const group = fittingGroup(
        one,
        this.ours.filter((row) => fits(row, one)),
      );
      if (group !== null) this.take({ ours: group, theirs: [one], by: 'group' });
    }
    for (const one of [...this.ours]) {
      const group = fittingGroup(
        one,
        this.theirs.filter((row) => fits(row, one)),
      );
      if (group !== null) this.take({ ours: [one], theirs: group, by: 'group' });
    }
  }

  /** Their rows that repeat the document of a matched row look for no other row of ours. */
  repeats(): void {
    const told = new Set(this.matches.flatMap(({ theirs }) => theirs.map(repeatKey)));
    const isRepeat = (row: StatementRow): boolean => row.document !== null && told.has(repeatKey(row));
    this.aside.push(...this.theirs.filter(isRepeat));
    this.theirs = this.theirs.filter((row) => !isRepeat(row));
  }

  private take(match: Match): void {
    this.matches.push(match);
    this.ours = this.ours.filter((row) => !match.ours.includes(row));
    this.theirs = this.theirs.filter((row) => !match.theirs.includes(row));
  }
}

/** What two rows have in common when one repeats the other. */
const repeatKey = ({ kind, day, periods, service, provider, amount, document }: StatementRow): string =>
  [kind, day, periods.join(), service, provider, amount, document].join('|');

const grouped = (rows: readonly StatementRow[], keyOf: (row: StatementRow) => string | null): ReadonlyMap<string, StatementRow[]> => {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
};
