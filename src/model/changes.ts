import { addDays, addMonths, type Day, firstDay, type Month } from '../kernel/calendar';
import type { FactRecord } from './records';

/** A fact that was written after earlier months were billed: what stood before, and what stands now. */
export interface FactChange {
  /** The id under which a house knows the fact: that of its first version. */
  readonly id: string;
  /** The record as it was written: who and why are on it. */
  readonly record: FactRecord;
  /** `null` for a fact that is new. */
  readonly was: FactRecord | null;
  /** `null` for a fact that was withdrawn. */
  readonly now: FactRecord | null;
}

/** Days whose charges a change may touch: `[from, to)`; `null` is without end. */
export interface ChangedDays {
  readonly from: Day | null;
  readonly to: Day | null;
}

/**
 * The changes that some of the records make, in order of ids.
 *
 * @param records all records, superseded ones among them
 * @param fresh ids of those that are new since then
 */
export const changesAmong = (records: readonly FactRecord[], fresh: ReadonlySet<string>): readonly FactChange[] => {
  if (fresh.size === 0) return [];
  const byId = new Map(records.map((record) => [record.id, record]));
  return records
    .filter(({ id }) => fresh.has(id))
    .map((record): FactChange => {
      const was = record.supersedes === undefined ? undefined : byId.get(record.supersedes);
      return { id: rootOf(record, byId), record, was: was ?? null, now: record.withdrawn === true ? null : record };
    })
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
};

const rootOf = (record: FactRecord, byId: ReadonlyMap<string, FactRecord>): string => {
  let id = record.id;
  for (let walk: FactRecord | undefined = record; walk?.supersedes !== undefined; walk = byId.get(walk.supersedes)) id = walk.supersedes;
  return id;
};

/**
 * The days on which what a fact says differs from what was said before. Of a series of dated values only those that differ count, so that the
 * next year's tariff touches nothing of this one. What has no days of its own counts from ever.
 */
export const changedDays = ({ was, now }: FactChange): ChangedDays => {
  const only = now ?? was;
  if (only === null || CHARGES_NOTHING.has(only.kind)) return NEVER;
  if (was === null || now === null) return ownDays(only);
  const from = earliest(was as unknown as Fields, now as unknown as Fields, EVER);
  if (from === null) return NEVER;
  const [before, after] = [ownDays(was), ownDays(now)];
  if (WHOLE.has(now.kind)) return { from: earlier(before.from, after.from), to: latest(before.to, after.to) };
  return { from: from === EVER ? null : from, to: latest(before.to, after.to) };
};

/** Facts whose length or documents decide about all of their days: a change of any field is one of the whole. */
const WHOLE: ReadonlySet<FactRecord['kind']> = new Set([
  'absence',
  'incident',
  'housingDefect',
  'paidWork',
  'prepaid',
  'wasteRemoval',
  'correction',
]);

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a < b ? a : b);

const latest = (a: Day | null, b: Day | null): Day | null => (a === null || b === null ? null : a > b ? a : b);

/** Facts about money and debts: no charge follows from them. */
const CHARGES_NOTHING: ReadonlySet<FactRecord['kind']> = new Set([
  'openingSaldo',
  'payment',
  'refund',
  'unidentifiedPayment',
  'provider',
  'subsidy',
  'instalment',
  'repaymentAgreement',
  'debtEvent',
  'restriction',
  'penaltyExemption',
  'accountSuccession',
  'reconciliation',
]);

/** No day. */
export const NEVER: ChangedDays = { from: '9999-12-31' as Day, to: '9999-12-31' as Day };

/** The days a fact speaks of. */
const ownDays = (record: FactRecord): ChangedDays => {
  switch (record.kind) {
    case 'service':
    case 'commonTerms':
    case 'account':
    case 'resident':
      return { from: record.from, to: record.to };
    case 'absence':
    case 'benefit':
    case 'housingDefect':
      return { from: record.from, to: record.to };
    case 'incident':
      return { from: record.from.slice(0, 10) as Day, to: addDays(record.to.slice(0, 10) as Day, 1) };
    case 'meter':
    case 'houseMeter':
      return { from: record.commissionedOn, to: null };
    case 'reading':
      return { from: record.takenOn, to: null };
    case 'paidWork':
      return { from: record.on, to: null };
    case 'prepaid':
      return { from: record.from, to: null };
    case 'correction':
      return { from: firstDay(record.month), to: firstDay(addMonths(record.month, 1)) };
    case 'houseVolume':
    case 'wasteRemoval':
      return { from: firstDay(record.month), to: null };
    case 'tariff':
    case 'normative':
      return { from: earliestOf(record.entries.map(({ from }) => from)), to: null };
    default:
      return { from: null, to: null };
  }
};

type Fields = { readonly [field: string]: unknown };

/** Before every day. */
const EVER = '' as Day;

/** Fields that no sum depends on. */
const BESIDE: ReadonlySet<string> = new Set([
  ...['id', 'knownAt', 'supersedes', 'withdrawn', 'by', 'why'],
  ...['address', 'title', 'name', 'inn', 'serial', 'number', 'aliases', 'reviewedThrough'],
]);

/** Fields that are a last day: before it nothing differs. */
const ENDS: ReadonlySet<string> = new Set(['to', 'removedOn', 'failedOn']);

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first day from which two records differ, `null` when they say the same; a field of a dated thing differs from the thing's first day. */
const earliest = (was: Fields, now: Fields, within: Day): Day | null => {
  const start = startOf(was, now, within);
  let found: Day | null = null;
  for (const field of new Set([...Object.keys(was), ...Object.keys(now)])) {
    if (BESIDE.has(field)) continue;
    const day = ENDS.has(field) ? endsAt(was[field], now[field]) : fieldDay(was[field], now[field], start);
    if (day !== null && (found === null || day < found)) found = day;
  }
  return found;
};

/** The earlier beginning of the two. */
const startOf = ({ from: a }: Fields, { from: b }: Fields, within: Day): Day => {
  if (typeof a !== 'string' || typeof b !== 'string') return within;
  return (a < b ? a : b) as Day;
};

const endsAt = (was: unknown, now: unknown): Day | null => {
  if (was === now) return null;
  const days = [was, now].filter((day) => typeof day === 'string') as Day[];
  return earliestOf(days) ?? EVER;
};

const fieldDay = (was: unknown, now: unknown, within: Day): Day | null => {
  if (Array.isArray(was) && Array.isArray(now) && [...was, ...now].every(isDated)) return seriesDay(was as Fields[], now as Fields[]);
  if (isFields(was) && isFields(now)) return earliest(was, now, within);
  if (Array.isArray(was) !== Array.isArray(now) && isSeries(was ?? now)) return seriesDay((was ?? []) as Fields[], (now ?? []) as Fields[]);
  return JSON.stringify(was) === JSON.stringify(now) ? null : within;
};

/** The day an entry of a series begins: a value from a day, a verification on one, a volume of a month. */
const entryDay = ({ from, on, month }: Fields): Day =>
  (from ?? on ?? (typeof month === 'string' ? firstDay(month as Month) : undefined)) as Day;

const isDated = (value: unknown): boolean => isFields(value) && typeof entryDay(value) === 'string';

const isSeries = (value: unknown): boolean => Array.isArray(value) && value.every(isDated);

/** Entries of two series that begin on one day are compared with each other, the others count from their beginning. */
const seriesDay = (was: readonly Fields[], now: readonly Fields[]): Day | null => {
  const same = new Set(was.map(textOf));
  const kept = new Set(now.map(textOf));
  const lost = was.filter((entry) => !kept.has(textOf(entry)));
  const came = now.filter((entry) => !same.has(textOf(entry)));
  let found: Day | null = null;
  const see = (day: Day | null): void => {
    if (day !== null && (found === null || day < found)) found = day;
  };
  for (const entry of lost) {
    const day = entryDay(entry);
    const [other, ...more] = came.filter((one) => entryDay(one) === day);
    see(other === undefined || more.length > 0 ? day : earliest(entry, other, day));
  }
  for (const entry of came) if (!lost.some((one) => entryDay(one) === entryDay(entry))) see(entryDay(entry));
  return found;
};

const textOf = (entry: Fields): string => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));

const earliestOf = (days: readonly Day[]): Day | null => [...days].sort()[0] ?? null;
