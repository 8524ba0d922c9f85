import type { Instant, Month } from '../kernel/calendar';
import { canonicalJson } from '../kernel/canonical-json';
import type { Problem } from '../kernel/problem';
import { err, ok } from '../kernel/result';
import { importedRecords, importOptions } from '../model/incoming';
import { parsed } from '../model/parsed';
import type { FactRecord } from '../model/records';
import type { FactsWrite, StoredFact } from '../ports/store';
import { countsFrom, knownSince } from './counts-from';
import { digest } from './digest';
import { type Answer, type Edge, refused } from './edge';
import { fitted } from './fitting';
import { firstOpenMonth } from './open-month';
import { parsedRecords } from './parsed-records';
import { type Scoped, scopesOf } from './scopes';

/** What an import did. */
export interface Imported {
  /** The same facts were imported before: nothing was written. */
  readonly repeated: boolean;
  readonly facts: number;
  /** Houses the facts belong to; facts of no house (tariffs, normatives, providers) are not among them. */
  readonly houses: readonly string[];
  /** Facts that count from a month that is closed. They are kept and the closed bills stay; what they change is posted by the next month that is billed. */
  readonly intoClosed: readonly { readonly id: string; readonly house: string; readonly month: Month }[];
}

/** How facts come in. */
export interface ImportOptions {
  /** House of the records that do not lead to one within the batch (readings of known meters, payments): then none is searched. */
  readonly house?: string;
}

/**
 * Take facts in, all or nothing («внести факты»): each record passes its schema, finds its house, and every touched house must fit
 * together with what it has already. The same facts again have no second effect.
 *
 * @param records facts of one or many houses, in any order
 * @returns what was written, or every problem found: then nothing was
 */
export const importFacts = async (edge: Edge, records: readonly unknown[], options: ImportOptions = {}): Answer<Imported> => {
  const given = parsed(importedRecords, records);
  if (!given.ok) return given;
  const how = parsed(importOptions, options);
  if (!how.ok) return how;
  const taken = parsedRecords(given.value, 'records');
  if (!taken.ok) return taken;
  const scoped = await scopesOf(edge, taken.value, how.value.house);
  if (!scoped.ok) return scoped;
  const touched = scoped.value.map(({ scope }) => scope);
  return edge.turns.takeAll(touched, () => importScoped(edge, scoped.value));
};

const importScoped = async (edge: Edge, scoped: readonly Scoped[]): Answer<Imported> => {
  const problems = await misfits(edge, scoped);
  if (problems.length > 0) return err(problems);
  const stored = await storedFacts(edge, scoped);
  const written = await edge.store.appendFacts(stored.write);
  if (!written.ok) return refused(written.error);
  return ok({
    repeated: written.value.repeated,
    facts: stored.write.facts.length,
    houses: [...new Set(stored.write.facts.map((fact) => fact.scope))].filter((scope) => scope !== '').sort(),
    intoClosed: stored.intoClosed,
  });
};

/** Facts as a store takes them, under a key that follows from what they say, with those that count from a closed month. */
export const storedFacts = async (
  edge: Pick<Edge, 'store' | 'clock'>,
  scoped: readonly Scoped[],
): Promise<{ readonly write: FactsWrite; readonly intoClosed: Imported['intoClosed'] }> => {
  const openFrom = await openMonths(edge, scoped);
  const now = edge.clock.now();
  const facts = scoped.map((one): StoredFact => ({ ...one, knownAt: knownAtOf(one, now, openFrom), storedAt: now }));
  const content = digest(
    scoped.map(({ scope, record }) => [record.id, scope, record]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
  return {
    write: { key: `facts:${content}`, digest: content, facts },
    intoClosed: scoped.flatMap((one) => closedMonthOf(one, openFrom)),
  };
};

/** What does not fit together in the touched houses, each problem once. Facts of no house are tried with each of them. */
const misfits = async ({ store, clock }: Edge, scoped: readonly Scoped[]): Promise<readonly Problem[]> => {
  const problems = new Map<string, Problem>();
  const batches = new Map<string, FactRecord[]>();
  for (const { scope, record } of scoped) {
    const batch = batches.get(scope);
    if (batch === undefined) batches.set(scope, [record]);
    else batch.push(record);
  }
  const common = batches.get('') ?? [];
  const now = clock.now();
  const houses = batches.size > 1 ? [...batches.keys()].filter((scope) => scope !== '') : [...batches.keys()];
  for (const house of houses) {
    const stored = await store.factsOf(house);
    const batch = house === '' ? common : [...common, ...(batches.get(house) ?? [])];
    const fits = fitted(stored, batch, now);
    for (const problem of fits.ok ? [] : fits.error) {
      if (house !== '' || problem.code !== 'no-house') problems.set(canonicalJson(problem), problem);
    }
  }
  return [...problems.values()];
};

/** For each house the first month that is open, seen from the earliest month its facts count from. */
const openMonths = async ({ store }: Pick<Edge, 'store'>, scoped: readonly Scoped[]): Promise<ReadonlyMap<string, Month>> => {
  const earliest = new Map<string, Month>();
  for (const { scope, record } of scoped) {
    const month = countsFrom(record);
    const known = earliest.get(scope);
    if (scope !== '' && month !== null && (known === undefined || month < known)) earliest.set(scope, month);
  }
  const open = new Map<string, Month>();
  for (const [house, month] of earliest) open.set(house, await firstOpenMonth(store, house, month));
  return open;
};

const closedMonthOf = ({ scope, record }: Scoped, openFrom: ReadonlyMap<string, Month>): Imported['intoClosed'] => {
  const month = countsFrom(record);
  const open = openFrom.get(scope);
  return month !== null && open !== undefined && month < open ? [{ id: record.id, house: scope, month }] : [];
};

const knownAtOf = (one: Scoped, now: Instant, openFrom: ReadonlyMap<string, Month>): Instant =>
  one.record.knownAt ?? knownSince(countsFrom(one.record), now, closedMonthOf(one, openFrom).length > 0);
