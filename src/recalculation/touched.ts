import { inletsOf, usesOf } from '../charges/premises-uses';
import type { MeterLife } from '../consumption/meter-life';
import { monthNumber, monthNumberOfSerial, monthsThrough, serial } from '../kernel/calendar';
import { type ChangedDays, changedDays, type FactChange, NEVER } from '../model/changes';
import type { HouseFacts } from '../model/facts';
import type { ReadingRecord } from '../model/records';
import { type Places, placesOf, premisesOfMeter } from './touched-places';

/** Earlier months that a changed fact may touch, counted, and whose charges. */
export interface Touched extends Places {
  /** Id of the fact. */
  readonly cause: string;
  readonly first: number;
  readonly last: number;
  /** An account that the house no longer knows, with its premises. */
  readonly gone: { readonly account: string; readonly premises: string } | null;
}

/**
 * The months before one (counted) that changed facts may touch, beginning with the first that this system billed. It may name too many: what a replay
 * finds unchanged posts nothing.
 */
export const touchedBy = (facts: HouseFacts, changes: readonly FactChange[], month: number): readonly Touched[] => {
  const since = facts.house.billedSince === undefined ? Number.NEGATIVE_INFINITY : monthNumber(facts.house.billedSince);
  return changes.flatMap((change) => {
    const days = daysOf(facts, change, month);
    const first = Math.max(since, days.from === null ? since : monthNumberOfSerial(serial(days.from)));
    const last = Math.min(month - 1, days.to === null ? month - 1 : monthNumberOfSerial(serial(days.to) - 1));
    if (first > last || !Number.isFinite(first)) return [];
    const found = placesOf(facts, change);
    return found === null ? [] : [{ cause: change.id, first, last, gone: goneOf(facts, change), ...found }];
  });
};

/** What readings changed in earlier months was told to nobody on the days on which nobody held the premises: a holder known late is told all of it. */
const daysOf = (facts: HouseFacts, change: FactChange, month: number): ChangedDays => {
  const record = change.now ?? change.was;
  if (record?.kind === 'reading') return readingDays(facts, change, month);
  if (record?.kind === 'act') return monthNumber(record.on) >= month ? NEVER : EVER;
  const days = changedDays(change);
  if (days.from !== null && monthNumber(days.from) >= month && record?.kind !== 'account') return NEVER;
  if (decidesReadings(change)) return EVER;
  if (record?.kind !== 'account') return days;
  return days !== NEVER || goneOf(facts, change) !== null ? { from: null, to: days.to === NEVER.to ? null : days.to } : days;
};

const EVER: ChangedDays = { from: null, to: null };

/**
 * Who lives in a premises, and the normative, decide whether a reading through zero is believed (C14), and with it the months before that reading; nothing
 * else of a premises does.
 */
const decidesReadings = ({ was, now }: FactChange): boolean => {
  const kind = (now ?? was)?.kind;
  if (kind === 'resident' || kind === 'normative') return true;
  if (was?.kind !== 'premises' || now?.kind !== 'premises') return false;
  return DECIDES.some((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]));
};

/** Fields of a premises that its normative follows from. */
const DECIDES = ['type', 'owners', 'rooms', 'gasEquipment'] as const;

/**
 * A reading that closes this month or a later one changes earlier months by rules of its own, known when the month is billed. One that closes an earlier
 * month may move what was averaged before it and after it.
 */
const readingDays = (facts: HouseFacts, { was, now }: FactChange, month: number): ChangedDays => {
  const known = [was, now].filter((record) => record?.kind === 'reading') as ReadingRecord[];
  const late = known.some((record) => {
    if (monthNumber(record.takenOn) >= month) return false;
    return record !== now || closes(facts, record) < month;
  });
  return late ? EVER : NEVER;
};

/** The month that a reading closes, counted; of one that closes none, the month it was taken in. */
const closes = (facts: HouseFacts, reading: ReadingRecord): number => {
  for (const { meter, registers } of livesOf(facts, reading.meter)) {
    if (meter.id !== reading.meter) continue;
    for (const { boundaries } of registers) for (const one of boundaries) if (one.reading?.id === reading.id) return one.month;
  }
  return monthNumber(reading.takenOn);
};

/** Lives of the meters of the premises or of the house that a meter hangs in. */
const livesOf = (facts: HouseFacts, meter: string): readonly MeterLife[] => {
  const premises = premisesOfMeter(facts, meter);
  const places = premises === undefined ? inletsOf(facts).map(({ place }) => place) : (usesOf(facts)[premises]?.allPlaces() ?? []);
  return places.flatMap(({ lives }) => lives);
};

const goneOf = ({ premises }: HouseFacts, { was }: FactChange): Touched['gone'] => {
  if (was?.kind !== 'account') return null;
  const known = premises.some(({ accounts }) =>
    accounts.some(({ number, aliases }) => number === was.number || aliases.includes(was.number)),
  );
  return known ? null : { account: was.number, premises: was.premises };
};

/** Months in order that the house may have divided otherwise, each with the first fact that says so. */
export const causesOf = (touched: readonly Touched[], what: 'heating' | 'common'): ReadonlyMap<number, string> => {
  const months = new Map<number, string>();
  for (const { first, last, cause, [what]: asked } of touched)
    if (asked) for (const month of monthsThrough(first, last)) if (!months.has(month)) months.set(month, cause);
  return new Map([...months].sort(([a], [b]) => a - b));
};

/** Every account of the house with its premises, and those it no longer knows. */
export const accountsTouched = ({ premises }: HouseFacts, touched: readonly Touched[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const one of premises) for (const { number } of one.accounts) found.set(number, one.premises.id);
  for (const { gone } of touched) if (gone !== null) found.set(gone.account, gone.premises);
  return found;
};
