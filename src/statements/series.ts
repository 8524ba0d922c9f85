import { type Month, monthsFrom } from '../kernel/calendar';
import { type Kopecks, NO_MONEY, sumMoney } from '../kernel/money';
import type { Entry } from '../ledger/entry';
import type { Bill, Line } from '../model/bill';
import type { ServiceCode } from '../model/services';
import { type AccountCard, type Creditor, cardOf, type Parties } from './parties';
import { type SeriesVolume, volumesOf } from './series-volumes';
import { byService, type Turnover, turnoverBetween } from './turnover';

/** A month, or a year. */
export type SeriesStep = 'month' | 'year';

/** A reading that tells people why a month looks as it does: it was not taken as it came. */
export interface SeriesReading {
  readonly fact: string;
  readonly service: ServiceCode;
  /** Serial number of the meter. */
  readonly serial: string;
  readonly takenOn: string;
  readonly value: string;
  readonly verdict: 'held' | 'refused' | 'withdrawn' | 'superseded' | 'unused';
  /** Rule that decided. */
  readonly code: string | null;
  /** Billing month that it counts for, or would. */
  readonly month: Month;
}

/** What bills charged for the months of a point, and what they are now. */
export interface SeriesCharge {
  /** Months that were billed: fewer than the point has where the account has gaps. */
  readonly months: number;
  /** As it was billed: without changes by later bills. */
  readonly billed: Kopecks;
  /** Of it, what benefits took off; below zero. */
  readonly discounts: Kopecks;
  /** What later bills changed, by month of debt («перерасчёты за этот месяц»). */
  readonly recalculated: Kopecks;
  /** As it is known now: billed and recalculated. */
  readonly now: Kopecks;
  readonly volumes: readonly SeriesVolume[];
  /** Ids of the benefits that were applied. */
  readonly benefits: readonly string[];
  /** Bills that changed it later, in order: when each was posted and by which fact. */
  readonly changes: readonly SeriesChange[];
}

/** One change of a month by a later bill. */
export interface SeriesChange {
  readonly month: Month;
  readonly postedIn: Month;
  readonly amount: Kopecks;
  readonly cause: string | null;
}

/** One point of a series; `charge` and `turnover` are `null` where nothing is known: a gap, no zero. */
export interface SeriesPoint {
  /** `2026-03`, or `2026`. */
  readonly period: string;
  readonly charge: SeriesCharge | null;
  /** What was posted in it, as the account book has it; `null` while nothing was posted yet or any more. */
  readonly turnover: Turnover | null;
}

/** The series of one service of one creditor; an advance has one of its own. */
export interface ServiceSeries {
  readonly provider: string;
  readonly service: Entry['service'];
  readonly points: readonly SeriesPoint[];
}

/** Consumption, charges and payments of an account as values to be drawn. */
export interface AccountSeries {
  readonly card: AccountCard;
  readonly creditors: readonly Creditor[];
  readonly by: SeriesStep;
  readonly from: Month | null;
  readonly to: Month | null;
  readonly services: readonly ServiceSeries[];
  /** The account as a whole: the sums of the services. */
  readonly total: readonly { readonly period: string; readonly turnover: Turnover | null }[];
  readonly readings: readonly SeriesReading[];
}

/** What series are made of. */
export interface SeriesSources {
  readonly parties: Parties;
  readonly account: string;
  /** Bills of the account, one a month; those after `to` as well, since they may have changed its months. */
  readonly bills: readonly Bill[];
  /** Entries of the account in order of posting. */
  readonly entries: readonly Entry[];
  readonly readings?: readonly SeriesReading[] | undefined;
  /** First and last month; by default from the first to the last of which anything is known. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly by: SeriesStep;
}

/**
 * The series of an account by service: volumes with their basis, charges as billed and as known now, benefits, payments («потребление, начисления
 * и платежи по месяцам и годам»). Sums equal the bills and the account book; a month that was not billed is a gap.
 */
export const accountSeries = (sources: SeriesSources): AccountSeries => {
  const { parties, account, bills, entries, readings = [], by } = sources;
  const known = [...bills.map(({ month }) => month), ...entries.map(({ postedIn }) => postedIn)].sort();
  const [from, to] = [sources.from ?? known[0] ?? null, sources.to ?? known[known.length - 1] ?? null];
  const periods = from === null || to === null ? [] : periodsOf(from, to, by);
  const groups = groupsOf(bills, entries);
  return {
    card: cardOf(parties, account),
    creditors: parties.creditors,
    by,
    from,
    to,
    services: [...groups.values()]
      .map((group) => seriesOf(group, periods))
      .filter(({ points }) => points.some(({ charge, turnover }) => charge !== null || turnover !== null))
      .sort(byService),
    total: periods.map((period) => ({ period: period.name, turnover: turnoverIn(entries, period) })),
    readings: readings.filter(({ month }) => (from === null || month >= from) && (to === null || month <= to)),
  };
};

/** The months of a point. */
interface Period {
  readonly name: string;
  readonly first: Month;
  readonly last: Month;
}

const periodsOf = (from: Month, to: Month, by: SeriesStep): readonly Period[] => {
  const periods = new Map<string, Period>();
  for (const month of monthsFrom(from, to)) {
    const name = by === 'month' ? month : month.slice(0, 4);
    periods.set(name, { name, first: periods.get(name)?.first ?? month, last: month });
  }
  return [...periods.values()];
};

/** A line with the month of the bill it stands in. */
interface Posted {
  readonly line: Line;
  readonly postedIn: Month;
}

interface Group {
  readonly provider: string;
  readonly service: Entry['service'];
  readonly lines: Posted[];
  readonly entries: Entry[];
}

const groupsOf = (bills: readonly Bill[], entries: readonly Entry[]): ReadonlyMap<string, Group> => {
  const groups = new Map<string, Group>();
  const groupOf = ({ provider, service }: Pick<Entry, 'provider' | 'service'>): Group => {
    const key = `${provider}|${service}`;
    const known = groups.get(key) ?? { provider, service, lines: [], entries: [] };
    groups.set(key, known);
    return known;
  };
  for (const { month, lines } of bills) for (const line of lines) groupOf(line).lines.push({ line, postedIn: month });
  for (const entry of entries) groupOf(entry).entries.push(entry);
  return groups;
};

const seriesOf = ({ provider, service, lines, entries }: Group, periods: readonly Period[]): ServiceSeries => ({
  provider,
  service,
  points: periods.map(
    (period): SeriesPoint => ({ period: period.name, charge: chargeOf(lines, period), turnover: turnoverIn(entries, period) }),
  ),
});

const within = (month: Month, { first, last }: Period): boolean => first <= month && month <= last;

const chargeOf = (lines: readonly Posted[], period: Period): SeriesCharge | null => {
  const own = lines.filter(({ line, postedIn }) => line.kind !== 'adjustment' && within(postedIn, period));
  const later = lines.filter(({ line }) => line.kind === 'adjustment' && within(line.month, period));
  if (own.length === 0 && later.length === 0) return null;
  const sum = (list: readonly Posted[]): Kopecks => sumMoney(list.map(({ line }) => line.amount));
  const [billed, recalculated] = [sum(own), sum(later)];
  const discounts = own.filter(({ line }) => line.kind === 'discount');
  return {
    months: new Set(own.map(({ postedIn }) => postedIn)).size,
    billed,
    discounts: sum(discounts),
    recalculated,
    now: sumMoney([billed, recalculated]),
    volumes: volumesOf(
      own.map(({ line }) => line),
      later.map(({ line }) => line),
    ),
    benefits: [...new Set(discounts.flatMap(({ line }) => line.cause ?? []))].sort(),
    changes: later.map(({ line: { month, amount, cause }, postedIn }) => ({ month, postedIn, amount, cause: cause ?? null })),
  };
};

/** Nothing before the first entry, nor after the last one once all is settled: there the account knows nothing. */
const turnoverIn = (entries: readonly Entry[], { first, last }: Period): Turnover | null => {
  const turnover = turnoverBetween(entries, first, last);
  const moved = entries.some(({ postedIn }) => first <= postedIn && postedIn <= last);
  return moved || turnover.opening !== NO_MONEY ? turnover : null;
};
