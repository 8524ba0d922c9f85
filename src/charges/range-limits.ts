import { NORMATIVE_SCALE, roundedVolume } from '../consumption/formulas';
import { normativeFor } from '../consumption/normative';
import { piecesOf } from '../consumption/piece';
import { OWNERS_MISSING, type PeopleStretch, peopleWithin } from '../consumption/residents';
import { dayFromSerial, serial } from '../kernel/calendar';
import { scaledSafe } from '../kernel/gate';
import { quantity, scaled } from '../kernel/quantity';
import type { NormativeRecord } from '../model/records';
import type { Formula, InputSpec, ResultUnit, Values } from '../norms/formula';
import type { AccountRow } from './holders';
import type { PricedMonth, PricedTerms } from './prices';
import { rangeLimit, rangeLimitStretches, socialNorm } from './range-formulas';
import { rangesOf } from './tariff-group';

/** A limit on some days of an account: of the home, or of each person in it. */
export interface LimitShare {
  readonly from: number;
  readonly to: number;
  readonly record: NormativeRecord;
  readonly entry: NormativeRecord['entries'][number];
  readonly text: string;
  /** Who lives there, where the limit depends on them. */
  readonly people: PeopleStretch | null;
  readonly perPerson: boolean;
  /** The limit of the heating season for a home without gas that is heated by electricity. */
  readonly heating: boolean;
}

/** Limits of the ranges of an account, one list of days for each limit; what is missing goes to the problems of the month. */
export const limitShares = (
  context: PricedMonth,
  terms: PricedTerms,
  row: AccountRow,
  group: number,
): readonly (readonly LimitShare[])[] => {
  const lists: LimitShare[][] = [];
  for (const piece of piecesOf([row], terms, row.premises.premises.directContracts)) {
    const ranges = rangesOf(terms, piece.stretch, group);
    if (ranges === null) continue;
    for (const days of heatingDays(context, ranges.terms.electricHeating?.months, row, piece)) {
      const codes = days.heating ? (ranges.terms.electricHeating?.limits ?? []) : ranges.terms.limits;
      for (const [index, code] of codes.entries()) {
        lists[index] ??= [];
        lists[index].push(...sharesOn(context, row, days, code));
      }
    }
  }
  return context.policies.rangeScaling === 'wholeThreshold' ? lists.map((list) => wholeMonth(context, list)) : lists.map(joined);
};

interface Days {
  readonly from: number;
  readonly to: number;
  readonly heating: boolean;
}

/** Days cut where the consumer's electric heating begins or ends to count; outside the season it never counts. */
const heatingDays = (
  context: PricedMonth,
  months: readonly number[] | undefined,
  row: AccountRow,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Days[] => {
  const facts = row.premises.premises.electricHeating;
  if (facts.length === 0 || months?.includes(Number(context.month.slice(5))) !== true) return [{ from, to, heating: false }];
  const cuts = new Set([from, to]);
  const spans = facts.map((one) => ({ from: serial(one.from), to: one.to === null ? Number.POSITIVE_INFINITY : serial(one.to) }));
  for (const span of spans) for (const day of [span.from, span.to]) if (day > from && day < to) cuts.add(day);
  const days = [...cuts].sort((a, b) => a - b);
  return days
    .slice(1)
    .map((end, index) => ({ from: days[index] as number, to: end, heating: spans.some((span) => span.from < end && span.to >= end) }));
};

const sharesOn = (context: PricedMonth, row: AccountRow, { from, to, heating }: Days, code: string): readonly LimitShare[] => {
  const at = `premises ${row.premises.premises.id}`;
  const record = context.normatives.record(code) as NormativeRecord;
  const entries = context.normatives.within(record, from, to);
  if (!entries.ok) {
    context.problems.push({ ...entries.error, at });
    return [];
  }
  const perPerson = record.unit === 'kWh/person-month';
  const shares: LimitShare[] = [];
  for (const { entry, ...days } of entries.value) {
    if (!perPerson && entry.table === undefined) {
      shares.push({ ...days, record, entry, text: entry.value as string, people: null, perPerson, heating });
      continue;
    }
    for (const people of peopleOn(context, row, days.from, days.to)) {
      if (people.persons === OWNERS_MISSING) {
        context.problems.push({ code: 'owners-missing', at, value: dayFromSerial(people.from), facts: { service: 'electricity' } });
        return [];
      }
      const text =
        people.persons === 0 && perPerson
          ? '0'
          : normativeFor(entry, people.persons, row.premises.premises.rooms, Number(context.month.slice(5)));
      if (text === null) {
        const rooms = String(row.premises.premises.rooms ?? '—');
        context.problems.push({ code: 'no-normative', at, value: code, facts: { persons: String(people.persons), rooms } });
        return [];
      }
      shares.push({ from: people.from, to: people.to, record, entry, text, people, perPerson, heating });
    }
  }
  return shares;
};

const peopleOn = (context: PricedMonth, row: AccountRow, from: number, to: number): readonly PeopleStretch[] => {
  if (context.policies.residents !== 'firstDay') return peopleWithin(row.premises, from, to, context.temporaryDays);
  const [first] = peopleWithin(row.premises, context.from, context.from + 1, context.temporaryDays);
  return [{ ...(first as PeopleStretch), from, to }];
};

/** Neighbouring days with the same limit are told as one. */
const joined = (list: readonly LimitShare[]): readonly LimitShare[] => {
  const out: LimitShare[] = [];
  for (const share of list) {
    const before = out[out.length - 1];
    const same =
      before !== undefined &&
      before.to === share.from &&
      before.entry === share.entry &&
      before.heating === share.heating &&
      before.people?.persons === share.people?.persons &&
      before.people?.owners === share.people?.owners;
    if (same) out[out.length - 1] = { ...before, to: share.to };
    else out.push(share);
  }
  return out;
};

/** The limit of the last day, undivided. */
const wholeMonth = ({ from, to }: PricedMonth, list: readonly LimitShare[]): readonly LimitShare[] =>
  list.slice(-1).map((share) => ({ ...share, from, to }));

type Specs = Readonly<Record<string, InputSpec<string>>>;
/** Evaluates a formula, silently or aloud. */
export type Step<T> = <const I extends Specs, R extends ResultUnit>(of: Formula<I, R>, values: Values<I>) => T;

/** Days × limit, or person-days × limit, on the scale of a normative. */
export const weightOf = ({ from, to, people, perPerson, text }: LimitShare): number =>
  scaledSafe(text, NORMATIVE_SCALE) * (to - from) * (perPerson ? (people as PeopleStretch).persons : 1);

/** The formula of a limit on its days: one for a limit that does not change, the sum by days for one that does. */
export const limitBy = <T>(shares: readonly LimitShare[], daysInMonth: number, step: Step<T>): T => {
  const D = scaled(daysInMonth, 0, 'day/month');
  const [only] = shares;
  if (only === undefined || shares.length > 1) {
    const sum = shares.reduce((all, share) => all + weightOf(share), 0);
    return step(rangeLimitStretches, { W: scaled(sum, NORMATIVE_SCALE, 'kWh-day/month'), D });
  }
  const days = only.to - only.from;
  return only.perPerson
    ? step(socialNorm, {
        N: quantity(only.text, 'kWh/person-month'),
        n: scaled((only.people as PeopleStretch).persons * days, 0, 'person-day'),
        D,
      })
    : step(rangeLimit, { l: quantity(only.text, 'kWh/month'), d: scaled(days, 0, 'day'), D });
};

/** Limits of every row of a service, on the volume scale; a row without ranges has none. */
export const limitColumns = (
  context: PricedMonth,
  terms: PricedTerms,
  rows: readonly AccountRow[],
  groups: Uint8Array,
  column: () => Float64Array,
): readonly Float64Array[] => {
  const columns: Float64Array[] = [];
  const known = new Map<number, readonly number[]>();
  for (const row of rows) {
    const group = groups[row.row] as number;
    const plain = isPlain(context, terms, row);
    let limits = plain ? known.get(group) : undefined;
    if (limits === undefined) {
      const lists = limitShares(context, terms, row, group);
      limits = lists.map((shares) => limitBy(shares, context.days, (of, values) => roundedVolume(of, values, context.volumeDigits)));
      if (plain && lists.every((shares) => shares.every(({ people }) => people === null))) known.set(group, limits);
    }
    for (const [index, limit] of limits.entries()) {
      columns[index] ??= column();
      columns[index][row.row] = limit;
    }
  }
  return columns;
};

/** Such rows of one group have the same limits, unless these depend on people. */
const isPlain = (context: PricedMonth, terms: PricedTerms, { from, to, premises }: AccountRow): boolean =>
  from === context.from &&
  to === context.to &&
  terms.stretches.length === 1 &&
  premises.premises.electricHeating.length === 0 &&
  premises.premises.directContracts.length === 0;
