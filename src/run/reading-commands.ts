import { listReadings, type ReadingFilter, type ReadingRow } from '../charges/reading-list';
import { addDays, dayOfInstant, type Instant } from '../kernel/calendar';
import type { Problem } from '../kernel/problem';
import { ok, type Result } from '../kernel/result';
import type { Bill } from '../model/bill';
import type { HouseFacts } from '../model/facts';
import { incomingReading, readingDecision, readingsRequest } from '../model/incoming';
import { parsed } from '../model/parsed';
import type { ReadingPreview } from '../model/reading-preview';
import type { ReadingRecord } from '../model/records';
import type { Idempotent } from '../ports/store';
import { previewReading as preview } from '../recalculation/preview-reading';
import { belowMissing } from './below-missing';
import { actsBefore, chargedIn } from './charged-before';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { appendFitting } from './fitting';
import { houseFacts, recordOf } from './house-facts';
import { type Keyed, keyOf } from './keyed';
import { firstOpenMonth } from './open-month';
import { scopesOf } from './scopes';

/** A reading as the host tells it. */
export interface IncomingReading {
  /** Id of the meter. */
  readonly meter: string;
  readonly zone?: ReadingRecord['zone'];
  readonly value: string;
  readonly takenOn: string;
  /** Local day on which it came; by default the day of the clock (UTC), when that is later than the day taken. */
  readonly receivedOn?: string;
  readonly source?: ReadingRecord['source'];
  readonly purpose?: ReadingRecord['purpose'];
  /** The value is a consumption since the last reading, not a stand. */
  readonly enteredAs?: 'consumption';
  readonly by?: string;
  /** House of the meter; without it the stored houses are searched. */
  readonly house?: string;
}

/** A reading that is among the facts. */
export interface SubmittedReading {
  readonly repeated: boolean;
  readonly house: string;
  /** What became of it. */
  readonly row: ReadingRow;
  /** The month it counts for is closed: its bills stay, and billing it again tells what would differ. */
  readonly intoClosed: boolean;
}

/** Which readings of a house. */
export interface ReadingsRequest {
  readonly house: string;
  readonly month?: string;
  /** Number of an account or an alias: the readings of its premises. */
  readonly account?: string;
}

/** Zones of the world are up to 14 hours ahead of UTC: the next day may have begun where the meter stands. */
const AHEAD_DAYS = 1;

/**
 * Take a reading in («передать показание»): it becomes a fact whatever its verdict, so nothing is lost, and the verdict is the answer. The same
 * key again has no second effect.
 *
 * @returns `key-format`, what the schema of a reading refuses (`field-unknown` for any other field), `unknown-reference`,
 * `register-unknown` and whatever else does not fit with the facts of its house, `idempotency-conflict`
 */
export const submitReading = async (edge: Edge, incoming: IncomingReading, options: Keyed): Answer<SubmittedReading> => {
  const key = keyOf(options, 'reading', 'rd');
  if (!key.ok) return key;
  const told = toldReading(incoming, key.value.id, edge.clock.now());
  if (!told.ok) return told;
  const house = await houseOf(edge, told.value);
  if (!house.ok) return house;
  return edge.turns.take(house.value, () =>
    appendReading(edge, house.value, told.value.record, { key: key.value.key, digest: told.value.digest }),
  );
};

/**
 * What a reading would do, before it is sent: {@link previewReading} of the core over the facts as known now. Nothing is kept.
 *
 * @returns as {@link submitReading}, and why the month cannot be billed
 */
export const previewReading = async (edge: Edge, incoming: IncomingReading): Answer<ReadingPreview> => {
  const told = toldReading(incoming, 'preview', edge.clock.now());
  if (!told.ok) return told;
  const { record } = told.value;
  const house = await houseOf(edge, told.value);
  if (!house.ok) return house;
  const facts = await houseFacts(edge, house.value);
  if (!facts.ok) return facts;
  const asked = new Set<string>();
  const first = preview(facts.value, record, (account) => {
    asked.add(account);
    return undefined;
  });
  if (!first.ok || (asked.size === 0 && facts.value.common.terms.length === 0)) return first;
  const acts = await actsBefore(edge.store, facts.value, first.value.countsFor);
  const bills = new Map<string, readonly Bill[]>();
  for (const account of asked)
    bills.set(
      account,
      (await edge.store.billsOfAccount(account)).filter((bill) => bill.month < first.value.countsFor),
    );
  return preview(facts.value, record, chargedIn(bills), acts);
};

/**
 * All readings of a house with verdict, rule, source and who decided ({@link listReadings}).
 *
 * @returns what the schema of a request refuses, `no-house`, `account-unknown` for an account that is not of the house
 */
export const readings = async (edge: Edge, request: ReadingsRequest): Answer<readonly ReadingRow[]> => {
  const asked = parsed(readingsRequest, request);
  if (!asked.ok) return asked;
  const { house, month, account } = asked.value;
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  if (account !== undefined && (await edge.store.houseOfAccount(account))?.house !== house)
    return refused({ code: 'account-unknown', value: account });
  return ok(
    await rowsOf(edge, house, facts.value, { ...(month === undefined ? {} : { month }), ...(account === undefined ? {} : { account }) }),
  );
};

const rowsOf = async (
  { store, clock }: Edge,
  house: string,
  facts: HouseFacts,
  filter: ReadingFilter = {},
): Promise<readonly ReadingRow[]> => listReadings(facts, (await store.factsOf(house, clock.now())).map(recordOf), filter);

/** A reading from outside as a fact, and the house that it names. */
interface ToldReading {
  readonly record: ReadingRecord;
  readonly house: string | undefined;
  /** Of what was told, defaults of the schema named or not; the day it came is the clock's, and another one when it is told again. */
  readonly digest: string;
}

const toldReading = (incoming: IncomingReading, id: string, now: Instant): Result<ToldReading, readonly Problem[]> => {
  const told = parsed(incomingReading, incoming);
  if (!told.ok) return told;
  const { house, ...fields } = told.value;
  const today = dayOfInstant(now);
  const came = fields.receivedOn ?? (fields.takenOn < today || fields.takenOn > addDays(today, AHEAD_DAYS) ? today : undefined);
  return ok({
    house,
    digest: digest(fields),
    record: { kind: 'reading', id, ...fields, ...(came === undefined ? {} : { receivedOn: came }) },
  });
};

const houseOf = async (edge: Edge, { record, house }: ToldReading): Promise<Result<string, readonly Problem[]>> => {
  const scoped = await scopesOf(edge, [record], house);
  return scoped.ok ? ok(scoped.value[0]?.scope ?? '') : scoped;
};

const appendReading = async (
  edge: Edge,
  house: string,
  record: ReadingRecord,
  write: Idempotent,
  judge?: (houses: readonly HouseFacts[]) => Problem | null,
): Answer<SubmittedReading> => {
  const kept = await appendFitting(edge, house, [record], write, judge);
  return kept.ok ? submitted(edge, house, record.id, kept.value.repeated) : kept;
};

const submitted = async (edge: Edge, house: string, id: string, repeated: boolean): Answer<SubmittedReading> => {
  const facts = await houseFacts(edge, house);
  if (!facts.ok) return facts;
  const row = (await rowsOf(edge, house, facts.value)).find(({ fact }) => fact === id);
  if (row === undefined) return refused({ code: 'reading-unknown', value: id });
  const open = await firstOpenMonth(edge.store, house, row.countsFor);
  return ok({ repeated, house, row, intoClosed: open > row.countsFor });
};

/** What a person decides about a reading. */
export interface ReadingDecision {
  readonly house: string;
  /** Id of the reading: that of its first version. */
  readonly reading: string;
  /** `held`: it is to wait, and somebody said so. */
  readonly verdict: 'accepted' | 'refused' | 'held';
  /** What a reading below the last one means; needed to accept one. */
  readonly below?: ReadingRecord['below'];
  readonly by: string;
  readonly why: string;
}

/**
 * Decide about a reading («принять или отклонить показание»): the decision is a fact that supersedes the reading, with who and why.
 *
 * @returns `key-format`, what the schema of a decision refuses, `no-house`, `reading-unknown`, `below-missing`, `supersedes-twice`,
 * `idempotency-conflict`
 */
export const decideReading = async (edge: Edge, decision: ReadingDecision, options: Keyed): Answer<SubmittedReading> => {
  const key = keyOf(options, 'decision', 'decision');
  if (!key.ok) return key;
  const told = parsed(readingDecision, decision);
  if (!told.ok) return told;
  const { house, reading } = told.value;
  const write = { key: key.value.key, digest: digest(told.value) };
  return edge.turns.take(house, async () => {
    const facts = await houseFacts(edge, house);
    if (!facts.ok) return facts;
    const decided = await decidedRecord(edge, told.value, key.value.id);
    if (decided === null) return refused({ code: 'reading-unknown', value: reading });
    return appendReading(edge, house, decided, write, (houses) => belowMissing(houses, told.value));
  });
};

/** The version of a reading that carries a decision; `null` when there is no such reading. */
export const decidedRecord = async (
  { store, clock }: Pick<Edge, 'store' | 'clock'>,
  { house, reading, verdict, below, by, why }: ReadingDecision,
  id: string,
): Promise<ReadingRecord | null> => {
  const records = (await store.factsOf(house, clock.now())).map(({ record }) => record).filter((record) => record.kind === 'reading');
  let live = records.find((record) => record.id === reading);
  for (let next = live; next !== undefined; next = records.find(({ supersedes, id: own }) => supersedes === live?.id && own !== id))
    live = next;
  if (live === undefined || live.withdrawn === true) return null;
  const { knownAt: _knownAt, below: _below, ...rest } = live;
  return { ...rest, id, supersedes: live.id, verdict, by, why, ...(below === undefined ? {} : { below }) };
};
